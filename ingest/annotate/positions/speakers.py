"""Whose stance a verb tells: its subject, the one whom a pronoun means, or the holder of the verb before."""

from collections.abc import Sequence

from ingest.annotate.language.holders import Holders, Named, holders_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import group
from ingest.annotate.language.verbs import finite_of, participle_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word
from ingest.annotate.positions.passive_stances import listed

GUARDS = frozenset(("if", "unless", "whether", "should", "urge", "encourage", "ask", "that's", "persuade"))
ROW_MARKS = frozenset((":", "-", "--", "–", "—"))
WISHING = frozenset(("hope", "hopes", "hoped", "trust", "wish", "wishes", "suppose", "supposing", "assume",
                     "assuming", "imagine", "provided", "insist", "demand", "request", "urge", "propose",
                     "recommend", "suggest", "ensure", "prefer", "feared", "fears", "fear", "confident",
                     "predict", "predicts", "predicted", "anticipate", "anticipates"))  # fmt: skip
"""Words for what is only wished for or supposed: "we hope that India will agree"."""
DOUBTING = frozenset(("doubt", "doubts", "doubted", "unlikely", "doubtful", "improbable", "inconceivable",
                      "unthinkable", "questionable"))  # fmt: skip
"""Words before a clause whose truth is doubted: "I doubt that Mexico would have agreed"."""
ASKING = frozenset(("can", "could", "would", "does", "do", "did", "will"))
OPEN_CLAUSE = frozenset(("if", "unless", "whether"))
ASKED_OF = frozenset(("when", "how", "why", "where"))
PRONOUNS = frozenset(("it", "they", "he", "she"))
OWN = frozenset(("his", "her", "their", "its"))
OFFICES = frozenset(("government", "delegation", "authorities", "capital", "country", "ministry", "minister"))
SAYING = frozenset(row["verb"] for row in table("reporting_verbs"))
PLAIN = frozenset(("clear", "known", "plain"))
REACH = 30
"""How many words back from a pronoun the one who says it may stand."""


def speakers(
    found: Sequence[Word], start: int, named: Named, last: Said | None, here: Said | None = None
) -> Holders | None:
    """The countries that hold what the verb group beginning at *start* says.

    *last* is what the sentence before said, for a pronoun; *here* what was said earlier in this one.

    >>> from ingest.annotate.language.word import words
    >>> last = Said(0, 2, ("FRA",), "supports", None, None, None, "holder-verb")
    >>> made = speakers(words("It also opposed the fee."), 1, {}, last)
    >>> made and made.codes, speakers(words("They opposed."), 1, {}, None)
    (('FRA',), None)
    """
    direct = holders_before(found, start, named) or _of_row(found, start, named)
    if direct is not None:
        return direct
    before = found[start - 1].low if start else ""
    pronoun = _pronoun(found, start)
    if pronoun is not None:
        return (
            reporter(found, pronoun, named)
            or spoken_of(found, pronoun, last)
            or _of_clause_before(found, pronoun, named)
        )
    if before == "in":
        return _joining(found, start, named)
    if before in ("which", "who"):
        end = start - 2 if start > 1 and found[start - 2].low == "," else start - 1
        return holders_before(found, end, named)
    if before == "that" or finite_of(before) in ("say", "state", "indicate"):
        return None
    return _shared(found, start, here) or _continued(found, start, named)


def _of_row(found: Sequence[Word], start: int, named: Named) -> Holders | None:
    """The countries of a row of a list: "Hungary -- will not block", "Ireland: would prefer a fee"."""
    if start < 2 or found[start - 1].low not in ROW_MARKS:
        return None
    first = next((at for at in (0, 1) if at in named), None)
    codes, end = ((), 0) if first is None else listed(found, first, named)
    return Holders(codes, 0) if codes and end == start - 1 else None


def _continued(found: Sequence[Word], start: int, named: Named) -> Holders | None:
    """The subject of the verb before, in "Norway changed its mind and now opposes the paper"."""
    at = start
    while at and is_kind(found[at - 1].low, "adverb"):
        at -= 1
    then = at > 1 and found[at - 1].low == "," and found[at].low in ("then", "later", "now")
    if then:
        holders = first_subject(found, named)
        return None if holders is None or holders.start > 1 else holders
    if at < 2 or found[at - 1].low not in ("and", "but", "yet", "then"):
        return None
    for verb in range(at - 2, 0, -1):
        low = found[verb].low
        if low in (";", ":") or (is_kind(low, "opener") and found[at - 2].low != ","):
            return None
        if found[at - 2].low == "," and low == "," and verb < at - 2:
            break
        if (finite_of(low) is not None or low in BE_OR_HAVE) and found[at - 2].low != ",":
            return holders_before(found, group(found, verb).start, named)
    holders = first_subject(found, named) if found[at - 2].low == "," else None
    return None if holders is None or holders.start > 1 else holders


def _of_clause_before(found: Sequence[Word], pronoun: int, named: Named) -> Holders | None:
    """Switzerland, in "Switzerland had been skeptical last year; it now backs the text"."""
    at = pronoun
    while at and found[at - 1].low in ("but", "and"):
        at -= 1
    if at < 2 or found[at - 1].low not in (";", ",", "--"):
        return None
    holders = first_subject(found, named)
    low = found[pronoun].low
    if holders is None or holders.start > 1 or (low != "they" and len(holders.codes) > 1):
        return None
    inside = [code for start, (code, _) in named.items() if start < pronoun]
    return Holders(holders.codes, pronoun) if len(inside) == len(holders.codes) else None


def first_subject(found: Sequence[Word], named: Named) -> Holders | None:
    """The countries that are the subject of the first verb of a sentence.

    >>> from ingest.annotate.language.word import words
    >>> first_subject(words("Germany presented its paper."), {0: ("DEU", 1)})
    Holders(codes=('DEU',), start=0)
    """
    verb = next((at for at, one in enumerate(found) if one.low in BE_OR_HAVE or finite_of(one.low)), None)
    return None if verb is None else holders_before(found, group(found, verb).start, named)


BE_OR_HAVE = frozenset(("is", "are", "was", "were", "has", "have", "had", "would", "will", "could", "can"))


def _joining(found: Sequence[Word], start: int, named: Named) -> Holders | None:
    """Both, in "Bulgaria joined Romania in supporting the text"."""
    for at in range(start - 2, max(-1, start - 10), -1):
        if found[at].low in ("joined", "joins"):
            holders = holders_before(found, group(found, at).start, named)
            codes, _ = listed(found, at + 1, named)
            return None if holders is None else Holders((*holders.codes, *codes), holders.start)
    return None


def _pronoun(found: Sequence[Word], start: int) -> int | None:
    """Where "it" or "his government" stands before a verb group."""
    at = start
    while at and is_kind(found[at - 1].low, "adverb"):
        at -= 1
    if at > 2 and found[at - 1].low == "," and is_kind(found[at - 2].low, "adverb"):
        at -= 3 if found[at - 3].low == "," else 0  # "it, however, opposed"
    if at and found[at - 1].low in PRONOUNS:
        return at - 1
    if at > 1 and found[at - 1].low in OFFICES and found[at - 2].low in OWN:
        return at - 2
    return None


def _shared(found: Sequence[Word], start: int, last: Said | None) -> Holders | None:
    """The holders of the verb before, in "opposed the fee and questioned the dates"."""
    at = start
    while at and is_kind(found[at - 1].low, "adverb"):
        at -= 1
    at = start if at == 0 else at
    before = found[at - 1].low if at else ""
    if last is None or before not in ("and", "but", "yet", "nor") or last.start >= at or last.codes == ():
        return None
    between = found[min(last.end, at - 1) : at - 1]
    if any(is_kind(one.low, "opener") for one in between):
        return None
    return Holders(last.codes, last.start)


def reporter(found: Sequence[Word], pronoun: int, named: Named) -> Holders | None:
    """The holders in "Germany said (that) it could ..." and "France has told us that it supports ...".

    >>> from ingest.annotate.language.word import words
    >>> reporter(words("Germany said that it could agree."), 3, {0: ("DEU", 1)})
    Holders(codes=('DEU',), start=0)
    """
    at = pronoun
    if at and found[at - 1].low == "that":
        at -= 1
    for verb in range(at - 1, max(-1, at - REACH), -1):
        said = finite_of(found[verb].low)
        clear = said in ("make", "let") and bool(PLAIN & {one.low for one in found[verb : verb + 4]})
        if said in SAYING or clear:
            holders = holders_before(found, group(found, verb).start, named)
            if holders is None and verb and _joined(found, group(found, verb).start):
                holders = _earlier(found, verb, named)
            if holders is not None:
                return holders
    return None


def _joined(found: Sequence[Word], start: int) -> bool:
    return start > 0 and found[start - 1].low in ("and", "but")


def _earlier(found: Sequence[Word], verb: int, named: Named) -> Holders | None:
    """The subject of the verb before, in "Ankara had reviewed the text and had concluded that it ..."."""
    for at in range(verb - 1, 0, -1):
        if found[at].low in (";", ":"):
            return None
        if finite_of(found[at].low) is not None or participle_of(found[at].low) is not None:
            holders = holders_before(found, group(found, at).start, named)
            if holders is not None:
                return holders
    return None


def spoken_of(found: Sequence[Word], pronoun: int, last: Said | None) -> Holders | None:
    """The country of the sentence before, where a pronoun opens the sentence or what somebody adds in it.

    >>> from ingest.annotate.language.word import words
    >>> last = Said(0, 2, ("FRA",), "supports", None, None, None, "holder-verb")
    >>> found = words("It opposed the fee.")
    >>> spoken_of(found, 0, last), spoken_of(found, 0, None)
    (Holders(codes=('FRA',), start=0), None)
    """
    low = found[pronoun].low
    if last is None or not (_opens(found, pronoun) or _reported(found, pronoun)):
        return None
    if low in ("it", "he", "she", "its", "his", "her") and len(last.codes) != 1:
        return None
    return Holders(last.codes, pronoun) if last.codes else None


def _opens(found: Sequence[Word], pronoun: int) -> bool:
    before = [one for one in found[:pronoun] if not one.is_mark]
    return len(before) < 3 and all(
        is_kind(one.low, "adverb", "conjunction") or one.low == "later" for one in before
    )


def _reported(found: Sequence[Word], pronoun: int) -> bool:
    """Whether "he added that" opens the sentence before the pronoun."""
    lows = [one.low for one in found[:pronoun]]
    return 2 <= len(lows) <= 4 and lows[0] in PRONOUNS and finite_of(lows[1]) in SAYING


def supposed(found: Sequence[Word], start: int) -> bool:
    """Whether the clause whose subject begins at *start* is a condition, a question or a request.

    >>> from ingest.annotate.language.word import words
    >>> supposed(words("If France agrees, we act."), 1), supposed(words("France agrees."), 0)
    (True, False)
    """
    at = start
    while at and is_kind(found[at - 1].low, "determiner", "adverb"):
        at -= 1
    if at and (found[at - 1].low in GUARDS or (at > 1 and _asked(found, at))):
        return True
    if at > 1 and found[at - 1].low in ASKED_OF and found[at - 2].low not in (",", ";", "and", "but"):
        return True
    if at and (found[at - (2 if at > 1 and found[at - 1].low == "that" else 1)].low in WISHING):
        return True
    if _doubted(found, at) or _is_contrary(found, at, start):
        return True
    if at and found[at - 1].low in ASKING and found[0].low in ("how", "why", "what", "when", *ASKING):
        return True  # "How can we accept"
    for index in range(at - 1, -1, -1):
        low = found[index].low
        if low in (",", ";", ":", "but", "then", "that"):
            return False
        if low in OPEN_CLAUSE:
            return True
    return False


def _doubted(found: Sequence[Word], at: int) -> bool:
    """Whether it is doubted what the clause there tells: "I doubt that", "it is unlikely that"."""
    back = at - 1 - (at > 1 and found[at - 1].low == "that")
    return back >= 0 and found[back].low in DOUBTING


def _is_contrary(found: Sequence[Word], at: int, start: int) -> bool:
    """Whether a clause tells what is not so: "as we would have liked", "had Poland objected"."""
    if not at:
        return False
    if found[at - 1].low in ("had", "were") and (at == 1 or found[at - 2].is_mark):
        return True
    if found[at - 1].low != "as":
        return False
    lows = [one.low for one in found[start + 1 : start + 5]]
    return ["would", "have"] in [lows[n : n + 2] for n in range(len(lows))]


def _asked(found: Sequence[Word], at: int) -> bool:
    return [one.low for one in found[at - 2 : at]] in (["in", "case"], ["event", "that"], ["lest", "that"])
