"""Countries among the words of a sentence."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, cast

from ingest.annotate.language.units import Unit
from ingest.annotate.language.word import Word, Words
from ingest.annotate.names.countries import annotate_countries
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import CountryMention

_KEPT: Final = 4
_LONGEST: Final = 200
"""No country's name is as long."""
_READ: Final[list[tuple[Cable, Knowledge, tuple[CountryMention, ...]]]] = []


def countries_of(cable: Cable, knowledge: Knowledge) -> tuple[CountryMention, ...]:
    r"""The countries that a document names, in the order of its text.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Spain and France agreed."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [one.iso3 for one in countries_of(cable, knowledge())]
    ['ESP', 'FRA']
    """
    for known, tables, found in _READ:
        if known is cable and tables is knowledge:
            return found
    found = tuple(sorted(annotate_countries(cable, knowledge), key=lambda one: (one.span, one.iso3)))
    _READ.append((cable, knowledge, found))
    del _READ[:-_KEPT]
    return found


def among(found: Sequence[Word], countries: Sequence[CountryMention]) -> Mapping[int, tuple[str, int]]:
    """The code of each country in a sentence and the index after its name, by the index of its first word.

    >>> from ingest.annotate.language.word import words
    >>> from ingest.document import Span
    >>> among(words("We met South Korea."), [CountryMention(Span(7, 18), "name", "KOR")])
    {2: ('KOR', 4)}
    """
    if not isinstance(found, Words):
        return _among(found, countries)
    kept = found.answers.get("among")
    if kept is None or kept[0] is not countries:
        kept = found.answers["among"] = (countries, _among(found, countries))
    return cast(Mapping[int, tuple[str, int]], kept[1])


def names_any(unit: Unit, countries: Sequence[CountryMention]) -> bool:
    """Whether a sentence names one of the countries of its document, in the order of the text.

    >>> from ingest.document import Span
    >>> unit = Unit(Span(0, 16), "Spain supports.", Span(0, 16), False, "1", None, False)
    >>> names_any(unit, [CountryMention(Span(0, 5), "name", "ESP")]), names_any(unit, [])
    (True, False)
    """
    first = bisect_left(countries, unit.inner.start, key=_start)
    return first < len(countries) and countries[first].span.start < unit.inner.end


def _start(one: CountryMention) -> int:
    return one.span.start


def _inside(found: Sequence[Word], countries: Sequence[CountryMention]) -> list[CountryMention]:
    """The countries that a sentence names, of those of a document in the order of its text."""
    start, end = found[0].start, found[-1].end
    first = bisect_left(countries, start, key=_start)
    last = bisect_left(countries, end, lo=first, key=_start)
    return [one for one in countries[first:last] if one.span.end <= end]


def _around(found: Sequence[Word], countries: Sequence[CountryMention]) -> Sequence[CountryMention]:
    """The countries of which at least a part stands in a sentence, and some before it."""
    first = bisect_left(countries, found[0].start - _LONGEST, key=_start)
    return countries[first : bisect_left(countries, found[-1].end, lo=first, key=_start)]


def _among(found: Sequence[Word], countries: Sequence[CountryMention]) -> Mapping[int, tuple[str, int]]:
    inside = _inside(found, countries) if found else ()
    named: dict[int, tuple[str, int]] = {}
    for one in inside:
        at = [
            index
            for index, word in enumerate(found)
            if word.start < one.span.end and one.span.start < word.end
        ]
        if at and at[0] not in named:
            named[at[0]] = (one.iso3, at[-1] + 1)
    return named


def together(found: Sequence[Word], countries: Sequence[CountryMention]) -> Mapping[int, tuple[str, ...]]:
    """The codes of the countries that share a word ("Polish-Czech"), by the index of that word.

    >>> from ingest.annotate.language.word import words
    >>> from ingest.document import Span
    >>> polish, czech = ((Span(4, 10), "POL"), (Span(11, 16), "CZE"))
    >>> said = [CountryMention(span, "country-adjective", iso3) for span, iso3 in (polish, czech)]
    >>> together(words("The Polish-Czech paper"), said)
    {1: ('POL', 'CZE')}
    """
    shared: dict[int, tuple[str, ...]] = {}
    near = _around(found, countries) if found else ()
    for index, word in enumerate(found) if len(near) > 1 else ():
        if "-" in word.low or "/" in word.low:
            inside = [one for one in near if one.span.start < word.end and word.start < one.span.end]
            if len(inside) > 1:
                shared[index] = tuple(dict.fromkeys(one.iso3 for one in inside))
    return shared
