"""Implementations: countries that give effect to decisions, and by when."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Final

from ingest.annotate.implementations.due import Due, due_date, in_year_of
from ingest.annotate.implementations.effect import TAKEN, Effect, noted, of_kind
from ingest.annotate.implementations.elliptic import ELLIPTIC
from ingest.annotate.implementations.gapped import gapped, is_gapped
from ingest.annotate.implementations.giving_effect import EFFECT_WORDS, EVERYBODY, effects
from ingest.annotate.implementations.reports import EVENTS, may_report, reports
from ingest.annotate.language.complements import noun_phrase_before
from ingest.annotate.language.holders import Named
from ingest.annotate.language.named import among, countries_of, names_any
from ingest.annotate.language.units import Unit, units
from ingest.annotate.language.word import cover, lows_of, places
from ingest.annotate.positions.context import Context
from ingest.annotate.positions.speakers import OWN, PRONOUNS
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import CountryMention, ImplementationMention

EXPECTING = frozenset(("expects", "expect", "expected", "will", "hopes", "plans", "intends"))


_UNNAMED: Final = PRONOUNS | OWN | EVERYBODY
"""Words for those who may give effect to something without being named."""

_OBJECTS: Final = frozenset(one for one in of_kind("object") if one.endswith("s")) | noted("meant later")


LEGAL: Final = frozenset(
    ("law", "laws", "legislation", "implementation", "implement", "implemented", "transposed",
     "implementing", "transposition", "changes", "amendments", "national")
)  # fmt: skip
"""Words that show, beside what was decided, that a report of laws begins."""
TOLD: Final = frozenset(
    ("implementation", "implement", "implemented", "transposed", "transposition", "legislation",
     "enacted", "enactment", "reported", "status", "rundown", "progress")
)  # fmt: skip
"""Words of a sentence behind which others tell, without more words, who has done so."""
GATHERED: Final = frozenset(
    (
        "plenary",
        "partners",
        "participants",
        "members",
        "meeting",
        "session",
        "committee",
        "year",
        "years",
        "upon",
    )
)
"""Words that show with "agreed" that more than two agreed on something."""


def annotate_implementations(cable: Cable, knowledge: Knowledge) -> Iterator[ImplementationMention]:
    """The implementations that a document tells of: what is implemented, by when, and how far it is.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> text = "Turkey will implement the decision by March 2009."
    >>> [(one.implementer, one.due, one.status) for one in annotate_implementations(cable(text), KNOWLEDGE)]
    [('TUR', '2009-03', 'expected')]
    """
    countries = countries_of(cable, knowledge)
    context = Context()
    before: Span | None = None
    reporting = told = False
    for unit in units(cable):
        named = partial(_named, unit, countries)
        same = unit.passage.partition(".")[0] == context.passage
        moved = unit.heading is not None and unit.heading != context.heading
        # a section may report on one decision over several paragraphs, each without a heading of its own
        before = before if same or (reporting and not moved) else None
        reporting = _reports(unit, reporting and not moved)
        context = context.entering(unit)
        decided = before or _decided(cable, unit) or _in_heading(cable, unit)
        found = _effects(unit, named, countries, context, of_something=decided is not None)
        if reporting and decided is not None and not (unit.spoken or unit.lows.isdisjoint(EVENTS.first)):
            found = (*found, *_others(unit, named(), context, found, headed=same and told))
        found = (*found, *gapped(unit.words, found, named())) if found else found
        told = (same and told) or (reporting and not unit.lows.isdisjoint(TOLD))
        dated = ""
        for effect in found:
            within = _within(unit, effect, found)
            what = decided if effect.what is None else cover(unit.words, *effect.what)
            if effect.rule in ("has-implemented", "follows-decision") and what is None:
                continue  # "would do so", and nothing before says what
            due = in_year_of(due_date(cable, unit, what, within), dated if is_gapped(effect) else "", cable)
            dated = dated if due is None else due.value
            if effect.codes == (None,) and due is None:
                continue  # all Partners at no time in particular: a wish
            before = what or before
            for code in effect.codes:
                yield ImplementationMention(
                    _span(unit, effect, due),
                    effect.rule,
                    code,
                    what,
                    None if due is None else due.value,
                    _status(unit, effect, due),
                )
        before = before or decided
        context = context.after(unit, named)


def _reports(unit: Unit, reporting: bool) -> bool:
    """Whether it is told hereabouts who has put what into law."""
    heading = unit.heading is not None and may_report(_lows(unit.heading))
    return reporting or heading or (may_report(unit.lows) and not unit.lows.isdisjoint(LEGAL))


def _heads_laws(heading: str) -> bool:
    """Whether a heading says that what is under it tells of laws."""
    return not LEGAL.isdisjoint(_lows(heading))


@lru_cache(maxsize=256)
def _lows(heading: str) -> frozenset[str]:
    return frozenset(lows_of(heading))


def _others(
    unit: Unit, named: Named, context: Context, found: Sequence[Effect], *, headed: bool
) -> Iterator[Effect]:
    """What a sentence reports of those of whom nothing else was found in it."""
    seen = {code for one in found for code in one.codes}
    headed = headed or _heads_laws(unit.heading or context.heading or "")
    for one in reports(unit.words, named, context.last, headed=headed):
        codes = tuple(code for code in one.codes if code not in seen)
        if codes:
            yield replace(one, codes=codes)


def _within(unit: Unit, effect: Effect, found: Sequence[Effect]) -> Span:
    """The part of a sentence that tells when: up to the next implementation, and not before the last."""
    starts = sorted({one.start for one in found})
    place = starts.index(effect.start)
    first = unit.words[effect.start].span.start if place else unit.span.start
    return Span(first, unit.words[starts[place + 1]].span.start if place + 1 < len(starts) else unit.span.end)


def _named(unit: Unit, countries: Sequence[CountryMention]) -> Named:
    return among(unit.words, countries) if names_any(unit, countries) else {}


def skips(unit: Unit, countries: Sequence[CountryMention], *, of_something: bool = False) -> bool:
    """Whether a sentence has nobody who may give effect to something, or no word that says so.

    >>> texts = ("It implements the decision.", "It met.")
    >>> [skips(Unit(Span(0, 27), one, Span(0, 27), False, "1", None, False), ()) for one in texts]
    [False, True]
    """
    lawful = not unit.lows.isdisjoint(of_kind("instrument"))
    if unit.lows.isdisjoint(_UNNAMED) and not names_any(unit, countries):
        return not (of_something and lawful)
    if of_something and ELLIPTIC.among(unit.lows):
        return False
    return not EFFECT_WORDS.among(unit.lows) and not lawful


def _effects(
    unit: Unit,
    named: Callable[[], Named],
    countries: Sequence[CountryMention],
    context: Context,
    *,
    of_something: bool,
) -> tuple[Effect, ...]:
    if skips(unit, countries, of_something=of_something):
        return ()
    return tuple(effects(unit.words, named(), context.last, of_something=of_something))


def _span(unit: Unit, effect: Effect, due: Due | None) -> Span:
    own = cover(unit.words, effect.start, effect.end)
    return own if due is None else Span(min(own.start, due.span.start), max(own.end, due.span.end))


def _decided(cable: Cable, unit: Unit) -> Span | None:
    """What a sentence names that can be given effect to, for those who "do so" in the next."""
    if not unit.lows.isdisjoint(_OBJECTS):
        end = places(unit.words, _OBJECTS)[0] + 1
    elif not unit.lows.isdisjoint(TAKEN) and not unit.lows.isdisjoint(GATHERED):
        end = places(unit.words, TAKEN)[0] + 1  # "under what the 2003 Plenary had adopted, reports are due"
    else:
        return None
    start = noun_phrase_before(unit.words, end)
    return cover(unit.words, start, end) if start < end else cover(unit.words, end - 1, end)


def _in_heading(cable: Cable, unit: Unit) -> Span | None:
    """What a heading names that is given effect to: "The Rio changes in national law"."""
    if (
        unit.heading is None
        or not _heads_laws(unit.heading)
        or of_kind("object").isdisjoint(_lows(unit.heading))
    ):
        return None
    passage = cable.passage_at(unit.span.start)
    return None if passage is None else passage.heading_span


def _status(unit: Unit, effect: Effect, due: Due | None) -> str:
    lows = {one.low for one in unit.words}
    if effect.rule == "law-changed" and due is not None and lows & EXPECTING:
        return "expected"
    if effect.rule == "law-changed" and {"force", "effect"} & lows and {"entered", "took"} & lows:
        return "done"
    return effect.status
