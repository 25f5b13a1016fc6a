"""Implementations: countries that give effect to decisions, and by when."""

from collections.abc import Iterator

from ingest.annotate.implementations.giving_effect import Effect, effects
from ingest.annotate.language.named import among, countries_of
from ingest.annotate.language.units import Unit, units
from ingest.annotate.language.word import cover
from ingest.annotate.names.dates import DateRead, find_dates
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import ImplementationMention

DUE = frozenset(("by", "on", "before", "in", "than", "of", "until", "from", "since", "effective", "as"))
EXPECTING = frozenset(("expects", "expect", "expected", "will", "hopes", "plans", "intends"))


def annotate_implementations(cable: Cable, knowledge: Knowledge) -> Iterator[ImplementationMention]:
    """The implementations that a document tells of: what is implemented, by when, and how far it is.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> text = "Turkey will implement the decision by March 2009."
    >>> [(one.implementer, one.due, one.status) for one in annotate_implementations(cable(text), KNOWLEDGE)]
    [('TUR', '2009-03', 'expected')]
    """
    countries = countries_of(cable, knowledge)
    for unit in units(cable):
        for effect in effects(unit.words, among(unit.words, countries)):
            what = None if effect.what is None else cover(unit.words, *effect.what)
            due = _due(cable, unit, effect, what)
            for code in effect.codes:
                yield ImplementationMention(
                    _span(unit, effect, due),
                    effect.rule,
                    code,
                    what,
                    None if due is None else due.end,
                    _status(unit, effect, due),
                )


def _span(unit: Unit, effect: Effect, due: DateRead | None) -> Span:
    own = cover(unit.words, effect.start, effect.end)
    return own if due is None else Span(min(own.start, due.span.start), max(own.end, due.span.end))


def _due(cable: Cable, unit: Unit, effect: Effect, what: Span | None) -> DateRead | None:
    """The date that the sentence gives for it: the last after "by" or "on", outside what is implemented."""
    sent = None if cable.header.sent is None else cable.header.sent.value
    inner = unit.span.of(cable.text)
    dates = [
        one
        for one in find_dates(inner, sent=sent)
        if _introduced(unit, one.span.start + unit.span.start)
        and (what is None or not what.holds(one.span.moved(unit.span.start)))
    ]
    if not dates:
        return None
    last = dates[-1]
    moved = last.span.moved(unit.span.start)
    return DateRead(moved, last.start, last.end, last.precision, last.year_stated, last.relative)


def _introduced(unit: Unit, start: int) -> bool:
    before = [one.low for one in unit.words if one.span.end <= start]
    own = next((one.low for one in unit.words if one.span.start >= start), "")
    return own in DUE or (bool(before) and before[-1] in DUE)


def _status(unit: Unit, effect: Effect, due: DateRead | None) -> str:
    lows = {one.low for one in unit.words}
    if effect.rule == "law-changed" and due is not None and lows & EXPECTING:
        return "expected"
    if effect.rule == "law-changed" and {"force", "effect"} & lows and {"entered", "took"} & lows:
        return "done"
    return effect.status
