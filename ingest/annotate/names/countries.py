"""Countries: their names, adjectives, and capitals where these stand for governments."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from ingest.annotate.names.dates import document_day
from ingest.annotate.names.governments import governments
from ingest.annotate.names.names import Names, names, per_knowledge
from ingest.annotate.names.stretches import in_capitals, markings, stretches, word_after, word_before
from ingest.annotate.names.tokens import folded
from ingest.annotate.names.words import word_lists
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Country, Knowledge
from ingest.mention import CountryMention

Use: TypeAlias = Literal["name", "adjective", "seat", "short", "swallowed"]

_USES: Final[tuple[Use, ...]] = ("swallowed", "name", "adjective", "seat", "short")
_RULES: Final[dict[Use, str]] = {
    "name": "country-name",
    "adjective": "country-adjective",
    "seat": "capital-for-government",
    "short": "government-by-initial",
}


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word says of a country; ``country`` is ``None`` in a name that only contains a country's."""

    country: Country | None
    use: Use


def annotate_countries(cable: Cable, knowledge: Knowledge) -> Iterator[CountryMention]:
    r"""The countries that the passages name.

    Words that several countries share give one mention for each of them, all at the same span.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. The French agreed."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [one.iso3 for one in annotate_countries(cable, knowledge())]
    ['FRA']
    """
    return iter(_of_document(cable)(knowledge))


@lru_cache(maxsize=2)
def _of_document(cable: Cable) -> Callable[[Knowledge], tuple[CountryMention, ...]]:
    """The mentions of one document, found once for all annotators that ask which countries it names."""

    @per_knowledge
    def mentions(knowledge: Knowledge) -> tuple[CountryMention, ...]:
        return tuple(_mentions(cable, knowledge))

    return mentions


def _mentions(cable: Cable, knowledge: Knowledge) -> Iterator[CountryMention]:
    day = document_day(cable)
    year = None if day is None else int(day[:4])
    found = list(_found(cable, knowledge))
    named = {one.iso3 for _, use, countries in found if use != "seat" for one in countries}
    persons = word_lists("countries")["person"]
    for at, use, countries in found:
        for country in _of_the_time(countries, year):
            # "Stanley" or "Victoria" is a person unless the text is about that country
            if use != "seat" or country.iso3 in named or at.of(cable.text).casefold() not in persons:
                yield CountryMention(at, _RULES[use], country.iso3)


def _found(cable: Cable, knowledge: Knowledge) -> Iterator[tuple[Span, Use, tuple[Country, ...]]]:
    """Where words for countries stand, how they are used, and what they may mean."""
    text, marks = cable.text, markings(cable)
    posts: frozenset[str] | None = None
    for stretch in stretches(cable):
        found = [(at, *_as_used(words)) for at, words in _country_words(knowledge).find(text, stretch)]
        capitals = [at for at, use, _ in found if use == "seat"]
        if capitals and posts is None:
            posts = _embassies(knowledge) | _addressed(cable, knowledge)
        seats = _governments(text, capitals, posts or frozenset())
        for at, use, countries in found:
            if use == "swallowed" or any(mark.holds(at) for mark in marks):
                continue
            if use == "seat":
                wanted = at in seats
            else:
                wanted = not (_is_language(text, at, use) or _is_person(text, at, use))
            if wanted and not (_is_pronoun(text, at) and in_capitals(text, stretch)):
                yield at, use, countries
        for at, country in governments(cable, stretch, knowledge):
            yield at, "short", (country,)


@per_knowledge
def _country_words(knowledge: Knowledge) -> Names[_Word]:
    entries: list[tuple[str, _Word]] = []
    for country in knowledge.countries.values():
        seats = country.seats or ((country.capital,) if country.capital is not None else ())
        entries += [(name, _Word(country, "name")) for name in (country.label, *country.names)]
        entries += [(name, _Word(country, "adjective")) for name in country.adjectives]
        entries += [(name, _Word(country, "seat")) for name in seats]
    entries += [(name, _Word(None, "swallowed")) for one in knowledge.profiles for name in one.names]
    entries += [
        (name.title(), _Word(None, "swallowed")) for name in sorted(word_lists("countries")["swallowed"])
    ]
    return names(entries)


@per_knowledge
def country_names(knowledge: Knowledge) -> Names[str]:
    """The codes of countries by their names and adjectives.

    >>> from ingest.tables import knowledge
    >>> [codes for _, codes in country_names(knowledge()).find("French and South African experts")]
    [('FRA',), ('ZAF',)]
    """
    countries = knowledge.countries.values()
    return names((name, one.iso3) for one in countries for name in (one.label, *one.names, *one.adjectives))


def code_of_time(codes: Sequence[str], knowledge: Knowledge, year: int | None) -> str | None:
    """The one country that a word means in that year, by the codes of all that share it; ``None`` if open.

    >>> from ingest.tables import knowledge
    >>> [code_of_time(("RUS", "SUN"), knowledge(), year) for year in (1975, 1991, 1992, 2008, None)]
    ['SUN', 'SUN', 'RUS', 'RUS', 'RUS']
    """
    meant = _of_the_time(tuple(knowledge.countries[one] for one in codes), year)
    return meant[0].iso3 if len(meant) == 1 else None


def _as_used(words: Sequence[_Word]) -> tuple[Use, tuple[Country, ...]]:
    """How a word is used (a name before a capital: Luxembourg is both), and the countries that it means."""
    use = min((word.use for word in words), key=_USES.index)
    return use, tuple(word.country for word in words if word.use == use and word.country is not None)


def _of_the_time(countries: tuple[Country, ...], year: int | None) -> tuple[Country, ...]:
    """Of countries that share a word, a former one in its time and the others after it."""
    if len(countries) < 2:
        return countries
    then = tuple(one for one in countries if one.until is not None and year is not None and year <= one.until)
    return then or tuple(one for one in countries if one.until is None) or countries


@per_knowledge
def _embassies(knowledge: Knowledge) -> frozenset[str]:
    """The cities whose name alone may be that of a post: "Paris should deliver this message"."""
    return frozenset(one.city.casefold() for one in knowledge.posts if one.kind == "embassy" and one.city)


def _addressed(cable: Cable, knowledge: Knowledge) -> frozenset[str]:
    """The cities of the posts that the document goes to: Bonn may be told what to do where it is one."""
    to = {word for one in (*cable.header.to, *cable.header.info) for word in folded(one.value)}
    return frozenset(city for city, words in _cities(knowledge) if words <= to)


@per_knowledge
def _cities(knowledge: Knowledge) -> tuple[tuple[str, frozenset[str]], ...]:
    """The cities that have posts, and the words of their names."""
    cities = sorted({one.city.casefold() for one in knowledge.posts if one.city})
    return tuple((city, frozenset(city.split())) for city in cities)


def _governments(text: str, seats: Sequence[Span], embassies: frozenset[str]) -> frozenset[Span]:
    """Those capitals that stand for a government; one joined by "and" to such a capital is another."""
    found = [at for at in seats if _acts(text, at, embassies)]
    for left, right in pairwise(seats):
        between = text[left.end : right.start].strip().casefold()
        if between in ("and", ",", "or", "and/or", "/") and (left in found) != (right in found):
            other = right if left in found else left
            if word_before(text, other.start) not in word_lists("countries")["place-before"]:
                found.append(other)
    return frozenset(found)


def _acts(text: str, at: Span, embassies: frozenset[str]) -> bool:
    lists = word_lists("countries")
    before, after = word_before(text, at.start), word_after(text, at.end)
    if before in lists["post-before"] or text[at.end : at.end + 3].strip()[:1].isdigit():
        return False
    if before in lists["place-before"]:
        return False
    if text[at.end : at.end + 2].casefold() in ("'s", "’s"):
        return word_after(text, at.end + 2) not in lists["not-owned"]
    if after in lists["asked-after"] and at.of(text).casefold() not in embassies:
        return True
    return before in lists["addressed-before"] or (
        after in lists["government-does"] and text[at.end : at.end + 1] != "-"
    )


def _is_language(text: str, at: Span, use: Use) -> bool:
    """Whether an adjective names a language: "English-language", "in French."."""
    if use != "adjective":
        return False
    if word_after(text, at.end) in word_lists("countries")["language-after"]:
        return True
    return word_before(text, at.start) in ("in", "into") and not word_after(text, at.end)


def _is_person(text: str, at: Span, use: Use) -> bool:
    """Whether a name is a person's: "Mr. Jordan", "Chad K. Smith"."""
    if use != "name":
        return False
    if word_before(text, at.start) in word_lists("countries")["title"]:
        return True
    follows = text[at.end : at.end + 3].split()
    return (
        text[at.end : at.end + 1] == " " and bool(follows) and len(follows[0]) == 2 and follows[0][1] == "."
    )


def _is_pronoun(text: str, at: Span) -> bool:
    """Whether "US" in a text of capitals is "us"."""
    if at.of(text) != "US":
        return False
    follows = word_after(text, at.end)
    return word_before(text, at.start) != "the" and follows not in word_lists("countries")["we-with-the"]
