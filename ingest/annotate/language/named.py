"""Countries among the words of a sentence."""

from collections.abc import Mapping, Sequence

from ingest.annotate.language.word import Word
from ingest.annotate.names.countries import annotate_countries
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import CountryMention


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
    return tuple(sorted(annotate_countries(cable, knowledge), key=lambda one: (one.span, one.iso3)))


def among(found: Sequence[Word], countries: Sequence[CountryMention]) -> Mapping[int, tuple[str, int]]:
    """The code of each country in a sentence and the index after its name, by the index of its first word.

    >>> from ingest.annotate.language.word import words
    >>> from ingest.document import Span
    >>> among(words("We met South Korea."), [CountryMention(Span(7, 18), "name", "KOR")])
    {2: ('KOR', 4)}
    """
    if not found:
        return {}
    start, end = found[0].span.start, found[-1].span.end
    inside = [one for one in countries if start <= one.span.start and one.span.end <= end]
    named: dict[int, tuple[str, int]] = {}
    for one in inside:
        at = [
            index
            for index, word in enumerate(found)
            if word.span.start < one.span.end and one.span.start < word.span.end
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
    for index, word in enumerate(found):
        if "-" in word.low or "/" in word.low:
            inside = [
                one for one in countries if one.span.start < word.span.end and word.span.start < one.span.end
            ]
            if len(inside) > 1:
                shared[index] = tuple(dict.fromkeys(one.iso3 for one in inside))
    return shared
