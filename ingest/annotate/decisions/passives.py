"""What passives tell of: "it was agreed that ...", "a new entry was added", "the text was sent back"."""

from collections.abc import Sequence
from typing import Final

from ingest.annotate.decisions.applying import says_something
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.decisions.objects import object_of
from ingest.annotate.decisions.when import MONTHS, Named
from ingest.annotate.language.complements import clause_end, noun_phrase_before
from ingest.annotate.language.gatherings import YEAR, Gatherings
from ingest.annotate.language.subjects import skip_back
from ingest.annotate.language.verbs import finite_of, is_base
from ingest.annotate.language.vocabulary import Cue, is_kind
from ingest.annotate.language.word import Word

_DENIED: Final = frozenset(
    ("no", "none", "nothing", "offer", "offers", "not", "never", "agenda", "minutes")
) | {"if", "unless", "whether", "once", "until", "provided", "before", "i", "you", "he", "she"}
_MAY: Final = frozenset(("could", "would", "might", "may", "should", "must", "can", "not", "to"))
_HELD: Final = frozenset(("considered", "deemed", "declared", "regarded", "treated", "taken", "held"))
_STANDS: Final = frozenset(("adopted", "approved", "agreed", "accepted", "confirmed", "endorsed"))
_CLAUSES: Final = frozenset(("since", "because", "while", "although", "but", "when", "as", "after", "before"))
"""Words that open a clause, before the subject of a passive in it."""
_THUS: Final = frozenset(("therefore", "thus", "hereby", "accordingly", "thereby"))
"""With one of these "is adopted" tells what has come about, and no rule of procedure."""
_PHRASE: Final = 14
"""Of so many words at most is what a relative clause is about."""
_NEAR: Final = 8
"""Within so many words behind a passive it is said by whom."""


def passive(found: Sequence[Word], cue: Cue, known: Gatherings, named: Named) -> tuple[int, int] | None:
    """What "it was agreed that ..." or "changes to the Annex were adopted" tell of.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.vocabulary import phrases
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("The entry on motors was moved to Category II.")
    >>> passive(found, phrases("decision_verbs").at(found, 5), gatherings(knowledge()), {})
    (0, 9)
    """
    takes = cue.row["takes"].split()
    end = _auxiliary(found, cue)
    if end is None:
        return None
    if found[end - 1].low == "it" and {"to", "that"} & set(takes):
        told = object_of(found, cue.end, [one for one in takes if one in ("to", "that")], known)
        if told is not None:
            return told
    if "np" not in takes and "on" not in takes:
        return None
    return _of_subject(found, cue, end, known, named)


def _of_subject(
    found: Sequence[Word], cue: Cue, end: int, known: Gatherings, named: Named
) -> tuple[int, int] | None:
    """What the subject that ends there says was decided, with the verb where that says how."""
    note = cue.row["note"]
    start = _whole_phrase(found, end)
    if found[start + is_kind(found[start].low, "determiner")].low.startswith("decision"):
        return None  # "a decision was put off": none was taken
    if found[end - 1].low in ("which", "that") or found[start].low in ("which", "that"):
        start, end = _antecedent(found, start, end)
    if start >= end or not _is_regimes(found, (start, cue.end), known, named):
        return None
    if all(is_kind(one.low, "determiner") or one.low in known.regimes for one in found[start:end]):
        return None  # "The Regime was established in 1987"
    stop = clause_end(found, cue.end)
    if _handled(found, start, cue.start, stop, known):
        return None
    told = _says(found[start:end]) and _bears(found, start, stop, known)
    if "bearing" in note and not told:
        return None
    if "by whom" in note and (cue.end >= len(found) or found[cue.end].low != "by"):
        return None
    says = "the verb says" in note or "bearing" in note
    return (start, max(stop, cue.end)) if says else (start, end)


def _handled(found: Sequence[Word], start: int, verb: int, stop: int, known: Gatherings) -> bool:
    """Whether a paper was only introduced, or cleared by nobody who is said to be of the regime."""
    low = found[verb].low
    if low not in of_kind("handled") or not {one.low for one in found[start:verb]} & of_kind("writing"):
        return False
    behind = range(verb + 1, stop)
    ours = any(found[at].low in known.actors | known.tasked or known.series_at(found, at) for at in behind)
    return low == "introduced" or not ours


def _antecedent(found: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """What "the budget for 2010, which was adopted" says was adopted."""
    relative = start if found[start].low in ("which", "that") else end - 1
    stop = relative - (relative > 0 and found[relative - 1].low == ",")
    first = stop
    while first > 0 and stop - first < _PHRASE and not _begins_clause(found, first - 1):
        first -= 1
    while first < stop and is_kind(found[first].low, "preposition", "conjunction"):
        first += 1
    return first, stop


def _begins_clause(found: Sequence[Word], at: int) -> bool:
    low = found[at].low
    if found[at].is_mark or is_kind(low, "auxiliary", "opener") or low in _CLAUSES or low == "not":
        return True
    return finite_of(low) is not None or (at > 0 and is_base(low) and found[at - 1].low in ("not", "to"))


def _says(subject: Sequence[Word]) -> bool:
    """Whether a subject says what it is, or is "it", which the heading may say."""
    return says_something(subject) or [one.low for one in subject] in (["it"], ["item"], ["the", "item"])


def _auxiliary(found: Sequence[Word], cue: Cue) -> int | None:
    """Where the subject ends before "was", "have now been", "stands" or "is hereby"."""
    at = _past_adverbs(found, cue.start)
    been = at > 0 and found[at - 1].low == "been"
    at = _past_adverbs(found, at - been)
    if at < 2:
        return None
    low = found[at - 1].low
    if low in ("is", "are", "stand", "stands"):
        if found[cue.start].low in _HELD and cue.end > cue.start + 1:
            return at - 1  # "is considered adopted"
        thus = low.startswith("stand") or {one.low for one in found[at : cue.start]} & _THUS
        return at - 1 if thus and found[cue.start].low in _STANDS else None
    if low not in (("has", "have", "had") if been else ("was", "were")):
        return None
    if been and found[at - 2].low in _MAY:
        return None  # "could have been voted down" was not
    return _past_adverbs(found, at - 1)


def _past_adverbs(found: Sequence[Word], at: int) -> int:
    while at > 1 and is_kind(found[at - 1].low, "adverb"):
        at -= 1
    return at


def _whole_phrase(found: Sequence[Word], end: int) -> int:
    start = end
    if found[end - 1].low in (",", ")"):
        start = skip_back(found, end)
    while start > 0 and not (
        found[start - 1].is_mark
        or is_kind(found[start - 1].low, "opener", "auxiliary")
        or found[start - 1].low in _CLAUSES
    ):
        start -= 1
    start += found[start].low in ("and", "but", "or")
    return start if end - start <= 16 else noun_phrase_before(found, end)


def _is_regimes(found: Sequence[Word], pair: tuple[int, int], known: Gatherings, named: Named) -> bool:
    """Whether nothing says that others than the regime did it: "by the Senate", "the Turkish law was"."""
    start, end = pair
    lows = {one.low.removesuffix("'s") for one in found[start:end]}
    hosting = {"offer"} if "host" in lows else set()
    if (lows - hosting) & _DENIED or lows & of_kind("elsewhere"):
        return False
    stop = clause_end(found, end)
    if {one.low for one in found[end:stop]} & of_kind("elsewhere"):
        return False
    return all(
        _ours(found, at + 1, known, named) for at in range(end, min(stop, end + _NEAR)) if _by(found, at)
    )


def _by(found: Sequence[Word], at: int) -> bool:
    return found[at].low == "by" and at + 1 < len(found)


def _ours(found: Sequence[Word], at: int, known: Gatherings, named: Named) -> bool:
    """Whether "by ..." tells of the regime or of no one: "by consensus", "by one year", "by May"."""
    low = found[at].low
    if low in MONTHS or YEAR.fullmatch(low) or low in ("one", "two", "three", "half") or low.endswith("ing"):
        return True
    rest = {one.low for one in found[at : at + 4]}
    series = any(
        known.series_at(found, on) or known.place(found, on) for on in range(at, min(len(found), at + 3))
    )
    return at not in named and (series or bool(rest & (known.actors | of_kind("manner"))))


def _bears(found: Sequence[Word], start: int, stop: int, known: Gatherings) -> bool:
    """Whether words of a regime's lists, rules or bodies stand there."""
    lows = {one.low.removesuffix("'s") for one in found[start:stop]}
    words = of_kind("bearing") | of_kind("standing") | known.tasked | known.acronyms
    return bool(lows & words) or any(known.series_at(found, at) for at in range(start, stop))
