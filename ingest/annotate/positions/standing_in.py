"""Words that stand for countries named elsewhere ("all four"), or a heading that is the subject."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ingest.annotate.language.holders import Named
from ingest.annotate.language.named import among
from ingest.annotate.language.said import Said
from ingest.annotate.language.units import Unit
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, Words, places, words
from ingest.cable import Cable
from ingest.mention import CountryMention

ALL: Final = frozenset(("both", "all", "neither"))
COUNTS: Final = {"three": 3, "four": 4, "five": 5, "six": 6}
WHO: Final = frozenset(("delegations", "countries", "governments", "partners", "members", "sides"))
JOINING: Final = frozenset((",", "and", "the", ".", "-", "/", ";"))
SUBJECT: Final = "<heading>"
"""The word that stands for the countries of a heading, where a sentence under it has no subject."""


def headed_by(cable: Cable, unit: Unit, countries: Sequence[CountryMention]) -> tuple[str, ...]:
    """The countries of a heading that names nothing else: "FRANCE AND GERMANY".

    >>> from ingest.annotate.language.units import units
    >>> from tests.make import cable
    >>> one = cable("Abstained.")
    >>> headed_by(one, units(one)[0], ())
    ()
    """
    if unit.heading is None:
        return ()
    passage = next((one for one in cable.passages if one.number == unit.passage), None)
    span = None if passage is None else passage.heading_span
    if span is None:
        return ()
    found = words(cable.text, span)
    named = among(found, [one for one in countries if span.holds(one.span)])
    inside = {at for start, (_, end) in named.items() for at in range(start, end)}
    if any(one.low not in JOINING for at, one in enumerate(found) if at not in inside):
        return ()
    return tuple(dict.fromkeys(code for one, _ in named.values() for code in one.split()))


def with_subject(unit: Unit, codes: Sequence[str]) -> Unit:
    """A sentence under a heading of countries with a word for them, where it begins with what they do.

    >>> from ingest.document import Span
    >>> one = Unit(Span(0, 16), "Supports no fee.", Span(0, 16), False, "1", None, False)
    >>> with_subject(one, ["CAN"]).words[0].low
    '<heading>'
    """
    if not codes or not unit.words:
        return unit
    first = unit.words[0]
    if finite_of(first.low) is None and phrases("view_words").at(unit.words, 0) is None:
        return unit
    made = replace(unit)
    put = (Word(SUBJECT, first.start, first.start), Word(":", first.start, first.start), *unit.words)
    made.__dict__["words"] = Words(put, (one.low for one in put))
    return made


def standing_in(found: Sequence[Word], headed: Sequence[str], last: Said | None) -> Named:
    """The countries that such words stand for, as among those that a sentence names.

    >>> from ingest.annotate.language.word import words
    >>> standing_in(words("Both favored it."), ("FRA", "DEU"), None)
    {0: ('FRA DEU', 1)}
    """
    before = () if last is None else last.codes
    made: dict[int, tuple[str, int]] = {}
    if headed and found and found[0].low == SUBJECT:
        made[0] = (" ".join(headed), 1)
    for at in places(found, ALL):
        count, end = _count(found, at)
        codes = next((one for one in (before, headed) if len(one) == count), ())
        if codes and _is_subject(found, end):
            made[at] = (" ".join(codes), end)
    return made


def _count(found: Sequence[Word], at: int) -> tuple[int, int]:
    low = found[at].low
    end = at + 1
    count = 0 if low == "all" else 2
    if low == "all" and end < len(found) and found[end].low in COUNTS:
        count, end = COUNTS[found[end].low], end + 1
    if end < len(found) and found[end].low in WHO:
        end += 1
    return count, end


def _is_subject(found: Sequence[Word], end: int) -> bool:
    """Whether a verb follows, with or without an adverb, and no other noun."""
    at = end
    while at < len(found) and is_kind(found[at].low, "adverb"):
        at += 1
    low = found[at].low if at < len(found) else "."
    return is_kind(low, "auxiliary") or low in ("could", "can", "cannot") or finite_of(low) is not None


def merged(named: Named, more: Named) -> Mapping[int, tuple[str, int]]:
    """The countries of a sentence and those that a word of it stands for, where that word names none.

    >>> merged({1: ("FRA", 2)}, {0: ("DEU ITA", 1), 1: ("DEU", 2)})
    {0: ('DEU ITA', 1), 1: ('FRA', 2)}
    """
    return {**more, **named} if more else named
