"""Stances whose verb stands in the clause before: "Australia supported the first text, Brazil the second"."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word
from ingest.annotate.positions.passive_stances import listed
from ingest.annotate.positions.views import stance_of_view

TELLING: Final = frozenset(("holder-verb", "gapped-stance", "table-of-views"))
PARTING: Final = frozenset((",", ";", "and", "while", "but"))


def gapped(found: Sequence[Word], named: Named, said: Sequence[Said]) -> Iterator[Said]:
    """The stances of those who stand behind another's stance with an object or a judgement, and no verb.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Japan supported the first text, Brazil the second.")
    >>> base = Said(0, 5, ("JPN",), "supports", (2, 5), None, None, "holder-verb")
    >>> [(one.codes, one.stance) for one in gapped(found, {0: ("JPN", 1), 6: ("BRA", 7)}, [base])]
    [(('BRA',), 'supports')]
    """
    bases = [one for one in said if one.rule in TELLING and one.codes]
    done = 0
    for at in sorted(named) if bases else ():
        first = at - (at > 0 and found[at - 1].low == "the")
        base = next((one for one in reversed(bases) if one.start < first), None)
        if at < done or base is None or first == 0 or found[first - 1].low not in PARTING:
            continue
        codes, end = listed(found, at, named)
        made = _judging(found, first, end, codes) or _taking(found, first, end, codes, base)
        if made is not None and not set(codes) & set(base.codes):
            done = made.end
            bases.append(made)
            yield made


def _judging(found: Sequence[Word], start: int, end: int, codes: tuple[str, ...]) -> Said | None:
    """China, in "Russia was negative, China silent"."""
    viewed = stance_of_view(found, end)
    if viewed is None:
        return None
    stance, stop = viewed
    if stop < len(found) and not (found[stop].is_mark or is_kind(found[stop].low, "conjunction")):
        return None
    return Said(start, stop, codes, stance, None, None, None, "gapped-stance")


def _taking(found: Sequence[Word], start: int, end: int, codes: tuple[str, ...], base: Said) -> Said | None:
    """Brazil, in "Japan supported the first text, Brazil the second"."""
    end += found[start - 1].low == ";" and end < len(found) and found[end].low == ","
    counted = end < len(found) and found[end].low[:1].isdigit()
    if end + (not counted) >= len(found) or base.towards is None:
        return None
    if not (counted or is_kind(found[end].low, "determiner")):
        return None
    if found[start - 1].low not in (",", ";") and found[start - 2].low not in (",", ";"):
        return None
    stop = clause_end(found, end)
    stop = next((n for n in range(end, stop) if found[n].low == "," or found[n].low in PARTING), stop)
    if (stop == end + 1 and not counted) or any(_verbal(found[n].low) for n in range(end, stop)):
        return None
    return Said(start, stop, codes, base.stance, (end, stop), None, base.hedge, "gapped-stance")


def _verbal(low: str) -> bool:
    return finite_of(low) is not None or is_kind(low, "auxiliary", "opener")
