"""Countries of which a sentence repeats no verb: "Chile's law took effect on May 3, Peru's on June 9"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.annotate.implementations.effect import Effect
from ingest.annotate.language.holders import Named
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word
from ingest.annotate.positions.passive_stances import listed

DATING: Final = frozenset(
    ("on", "in", "by", "from", "since", "before", "until", "effective", "early", "late")
)
ALIKE: Final = frozenset(("so", "as"))
NEITHER: Final = frozenset(("neither", "nor"))
HELPERS: Final = frozenset(
    ("has", "have", "had", "did", "does", "do", "will", "would", "is", "are", "was", "were")
)
AHEAD: Final = frozenset(("will", "would"))
TIMES: Final = frozenset(
    ("the", "end", "year's", "mid-year", "spring", "summer", "autumn", "fall", "winter", "early", "late",
     "next", "this", "last", "that", "january", "february", "march", "april", "may", "june", "july",
     "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul",
     "aug", "sep", "sept", "oct", "nov", "dec", "mid")
)  # fmt: skip


def gapped(found: Sequence[Word], told: Sequence[Effect], named: Named) -> Iterator[Effect]:
    """What a sentence tells of further countries with a date, or with "so has", and no verb of their own.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Chile implemented the changes on May 3, Peru on June 9; so has Cuba.")
    >>> one = Effect(0, 4, ("CHL",), (2, 4), 1, "done", "has-implemented")
    >>> [made.codes for made in gapped(found, [one], {0: ("CHL", 1), 8: ("PER", 9), 15: ("CUB", 16)})]
    [('PER',), ('CUB',)]
    """
    seen = {code for one in told for code in one.codes}
    for start in sorted(named):
        before = [one for one in told if one.verb < start]
        codes, end = listed(found, start, named) if before else ((), start)
        fresh = tuple(code for code in codes if code not in seen)
        if not fresh:
            continue
        host = max(before, key=lambda one: one.verb)
        status = _alike(found, start, end, host) or _dated(found, start, end, host)
        if status is not None:
            seen |= set(fresh)
            yield replace(host, start=start, end=end, codes=fresh, verb=start, status=status)


def is_gapped(effect: Effect) -> bool:
    """Whether an implementation has no verb of its own.

    >>> is_gapped(Effect(4, 5, ("CHL",), None, 4, "done", "has-implemented"))
    True
    """
    return effect.verb == effect.start


def _dated(found: Sequence[Word], start: int, end: int, host: Effect) -> str | None:
    """The state of what a clause of a country and a date tells."""
    first = start - (found[start - 1].low == "the")
    if not (found[first - 1].is_mark or found[first - 1].low in ("and", "while")):
        return None
    at = end
    while at < len(found) and is_kind(found[at].low, "adverb"):
        at += 1
    late = found[at].low == "not" if at < len(found) else False
    at += late
    if at + 1 >= len(found) or found[at].low not in DATING:
        return None
    when = found[at + 1].low
    if not (when[:1].isdigit() or when.removeprefix("mid-") in TIMES):
        return None
    return (
        "expected" if late or (found[at].low in ("by", "before") and host.status != "done") else host.status
    )


def _alike(found: Sequence[Word], start: int, end: int, host: Effect) -> str | None:
    """The state that "so has", "as will" or "nor have" before a country repeats."""
    at = start - 1 - (found[start - 1].low == "the")
    if at < 1 or found[at].low not in HELPERS or found[at - 1].low not in ALIKE | NEITHER:
        return None
    if end < len(found) and not (found[end].is_mark or is_kind(found[end].low, "preposition", "conjunction")):
        return None
    if found[at - 1].low in NEITHER:
        return "not-yet"
    return "expected" if found[at].low in AHEAD else host.status
