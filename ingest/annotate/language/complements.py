"""What a word governs or is governed by: the clause to its right, the noun phrase or clause to its left."""

from collections.abc import Sequence

from ingest.annotate.directives.modals import modals
from ingest.annotate.language.acts import act
from ingest.annotate.language.verbs import finite_of, gerund_of, is_base, known
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word

OPENS_PHRASE = frozenset(
    ("the", "a", "an", "this", "these", "those", "any", "all", "each", "our", "their", "its")
)
VERB_BEFORE = frozenset(("to", "should", "may", "must", "shall", "can", "will", "would", "could"))
ENDS_PHRASE = (VERB_BEFORE - {"to"}) | {"remains", "remain", "stands", "holds", "applies"}
LIMIT = 70
"""The most words that a clause is followed for; a longer one is a sentence whose end was lost."""


def clause_end(found: Sequence[Word], start: int) -> int:
    """Where the clause that begins at *start* ends: at a stop, or before what is said as an aside.

    >>> from ingest.annotate.language.word import words
    >>> clause_end(words("to meet in May; Spain will host"), 0)
    4
    """
    for at in range(start, min(len(found), start + LIMIT)):
        low = found[at].low
        if low in (";", ":", ".", "!", "?", "--") or (low == "(" and at > start):
            return at
        if low == "," and at + 1 < len(found) and (_aside(found, at + 1) or _decides_then(found, at + 1)):
            return at
        if low in ("and", "but") and at + 1 < len(found) and _decides(found, at + 1):
            return at - 1 if found[at - 1].low == "," else at
    return min(len(found), start + LIMIT)


def _decides(found: Sequence[Word], at: int) -> bool:
    """Whether a verb stands there by which something is decided."""
    return (
        found[at].low in phrases("decision_verbs").first
        and phrases("decision_verbs").at(found, at) is not None
    )


def _decides_then(found: Sequence[Word], at: int) -> bool:
    """Whether a comma goes on with what else was decided, and with no participle (", left aside since")."""
    cue = phrases("decision_verbs").at(found, at)
    if cue is None or cue.end >= len(found):
        return cue is not None
    low = found[cue.end].low
    if low in ("to", "on"):
        return True
    return not is_kind(low, "preposition") and low not in ("aside", "last", "since")


def _aside(found: Sequence[Word], at: int) -> bool:
    low = found[at].low
    if low in ("and", "but", "while", "although") and at + 1 < len(found):
        following = found[at + 1].low
        return (
            low != "and"
            or finite_of(following) is not None
            or phrases("modals").at(found, at + 1) is not None
        )
    return low in (
        "which",
        "who",
        "as",
        "making",
        "noting",
        "stressing",
        "since",
        "because",
        "consistent",
        "where",
    )


def phrase_end(found: Sequence[Word], start: int) -> int:
    """Where a noun phrase ends: before a verb of the sentence or a mark.

    >>> from ingest.annotate.language.word import words
    >>> phrase_end(words("the list of motors should stay"), 0)
    4
    """
    end = clause_end(found, start)
    for at in range(start, end):
        low = found[at].low
        if found[at].is_mark or is_kind(low, "auxiliary", "opener", "adverb") or low in ENDS_PHRASE:
            return at
        if low == "and" and at + 1 < end and finite_of(found[at + 1].low) is not None:
            return at
    return end


def _infinitive(found: Sequence[Word], start: int, end: int) -> int | None:
    """The index of the verb of the first "to ..." in a stretch, past "continue to" and the like."""
    for at in range(start, end - 1):
        if found[at].low == "to" and is_base(found[at + 1].low):
            made = act(found[:end], at + 1, "should")
            return None if made is None or made.lemma is None else made.at
    return None


def governing(found: Sequence[Word], end: int) -> tuple[int, int]:
    """What a phrase at *end* ("as agreed at ...") says was agreed: an infinitive, an object or a clause.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Posts should urge Partners to report denials, as agreed at the Plenary.")
    >>> start, end = governing(found, 8)
    >>> [one.low for one in found[start:end]]
    ['report', 'denials']
    """
    end = _without_marks(found, end)
    start = 0
    for cue in modals(found[:end]):
        made = act(found, cue.end, "should")
        start = start if made is None or made.lemma is None else made.at
    if start == 0 and found and known().get(found[0].low, {}).get("speech") == "yes":
        start = 0
    elif start == 0:
        return _after_aside(found, end), end
    lower = _infinitive(found, start, end)
    if lower is not None and known().get(found[start].low, {}).get("speech") == "yes":
        return lower, end
    return min(start + 1, end), end


def _after_aside(found: Sequence[Word], end: int) -> int:
    """Past a leading phrase that ends in a comma, where a clause follows."""
    commas = [at for at in range(end) if found[at].low == ","]
    leads = bool(found) and is_kind(found[0].low, "preposition")
    return commas[0] + 1 if commas and leads and end - commas[0] > 3 else 0


def _without_marks(found: Sequence[Word], end: int) -> int:
    while end and (found[end - 1].low in (",", "(", "--", "and")):
        end -= 1
    return end


def noun_phrase_before(found: Sequence[Word], end: int) -> int:
    """Where the noun phrase begins that ends before *end*.

    >>> from ingest.annotate.language.word import words
    >>> found = words("We welcome the new Annex text agreed in Athens.")
    >>> [one.low for one in found[noun_phrase_before(found, 6) : 6]]
    ['new', 'annex', 'text']
    """
    start = end
    while start > 0 and not _bounds(found, start - 1):
        start -= 1
        if found[start].low in OPENS_PHRASE and not _goes_on(found, start):
            break
    while start < end and (
        is_kind(found[start].low, "determiner", "preposition", "conjunction", "adverb")
        or found[start].is_mark
    ):
        start += 1
    return start


def _goes_on(found: Sequence[Word], determiner: int) -> bool:
    """Whether a noun stands before that determiner, held to it by "of" ("the list of the items")."""
    return determiner > 0 and found[determiner - 1].low == "of"


def _bounds(found: Sequence[Word], at: int) -> bool:
    low = found[at].low
    if found[at].is_mark and low != "/":
        return True
    if is_kind(low, "auxiliary", "opener") or low in VERB_BEFORE - {"to"}:
        return True
    if gerund_of(low) in known() and at > 0 and is_kind(found[at - 1].low, "preposition"):
        return True
    row = known().get(low)
    if row is not None:
        return row["also_noun"] != "yes" or (at > 0 and found[at - 1].low in VERB_BEFORE)
    return finite_of(low) is not None and not low.endswith("s") and not low.endswith("ed")
