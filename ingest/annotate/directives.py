"""Directives: each act that guidance asks of its addressees, allows or forbids."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.annotate import conditions
from ingest.annotate.asked import Asked
from ingest.annotate.imperatives import imperative
from ingest.annotate.instructed import instructed_acts
from ingest.annotate.leads import Lead, announces, is_open, item_act
from ingest.annotate.modals import modal_acts
from ingest.annotate.norms import norms
from ingest.annotate.subjects import foreign_words
from ingest.annotate.units import Unit, units
from ingest.annotate.word import cover, folded
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import DirectiveMention


def annotate_directives(cable: Cable, knowledge: Knowledge) -> Iterator[DirectiveMention]:
    """The directives of a document, each with its clause and its sentence.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> text = "As appropriate, the delegation may suggest a date."
    >>> [(one.modality, one.act, one.condition) for one in annotate_directives(cable(text), KNOWLEDGE)]
    [('may', 'suggest', 'as appropriate')]
    """
    foreign = foreign_words(knowledge)
    gives = _gives_guidance(cable)
    lead: Lead | None = None
    for unit in units(cable):
        if unit.spoken or not unit.words:
            continue
        if lead is not None and not _reaches(lead, unit):
            lead = None
        asked = tuple(_asked(unit, lead, foreign, gives))
        opened = [one for one in asked if is_open(one, unit.words)]
        yield from _mentions(cable, unit, [one for one in asked if one not in opened], lead)
        lead = _lead(unit, opened) or lead


def _gives_guidance(cable: Cable) -> bool:
    """Whether the document may order without naming who acts; press statements and posts' reports do not."""
    post = cable.header.post
    return cable.kind != "PressStatement" and (post is None or post.value == "STATE")


def _reaches(lead: Lead, unit: Unit) -> bool:
    return (
        unit.passage == lead.passage
        or unit.parent == lead.passage
        or unit.passage.startswith(lead.passage + ".")
    )


def _asked(unit: Unit, lead: Lead | None, foreign: frozenset[str], gives: bool) -> Iterable[Asked]:
    found = unit.words
    if lead is not None and (unit.is_item or unit.passage != lead.passage):
        item = item_act(found, lead)
        if item is not None:
            return [item]
    direct = [*modal_acts(found, foreign), *instructed_acts(found, foreign)]
    if gives:
        direct += [one for one in norms(found, foreign) if one.start not in {other.start for other in direct}]
    if direct:
        return sorted(direct, key=lambda one: (one.start, one.act.at))
    order = imperative(found) if not unit.is_item or found[0].low == "please" else None
    return [] if order is None or not (gives or order.rule != "imperative") else [order]


def _mentions(
    cable: Cable, unit: Unit, asked: Sequence[Asked], lead: Lead | None
) -> Iterator[DirectiveMention]:
    ends = [later.clause for later in asked[1:]] + [len(unit.words)]
    for position, (one, end) in enumerate(zip(asked, ends, strict=False)):
        stop = max(_without_conjunction(unit, end), one.act.at + 1)
        limits = [*_conditions(unit, one, stop, position == 0)]
        if lead is not None and one.rule == "bullet":
            limits = [*lead.conditions, *limits]
        yield DirectiveMention(
            cover(unit.words, one.start, stop),
            one.rule,
            unit.span,
            one.act.modality,
            one.act.lemma or "",
            folded(cover(unit.words, one.act.at, stop).of(cable.text)),
            conditions.spoken(cable.text, limits),
            one.label,
        )


def _without_conjunction(unit: Unit, end: int) -> int:
    while end and unit.words[end - 1].low in ("and", "but", "or", ",", ";", ":", "."):
        end -= 1
    return end


def _conditions(unit: Unit, one: Asked, end: int, first: bool) -> Iterator[Span]:
    if first or one.clause:
        begin = conditions.leading(unit.words, max(one.clause, one.start if one.label is None else 0))
        yield from begin if first else ()
    yield from conditions.inside(unit.words, one.start, one.act.at)
    yield from conditions.trailing(unit.words, one.act.at, end)


def _lead(unit: Unit, opened: Sequence[Asked]) -> Lead | None:
    if opened:
        one = opened[-1]
        limits = tuple(conditions.leading(unit.words, one.clause))
        return Lead(one.act.modality, one.label, limits, unit.passage, one.act.lemma is None)
    if announces(unit.words):
        return Lead("should", None, (), unit.passage, sure=False)
    return None
