"""Positions: the stances of countries that a document reports or states."""

from collections.abc import Iterator

from ingest.annotate.language import conditions
from ingest.annotate.language.named import among, countries_of
from ingest.annotate.language.said import Said
from ingest.annotate.language.units import Unit, units
from ingest.annotate.language.word import cover, folded
from ingest.annotate.positions.beliefs import beliefs
from ingest.annotate.positions.stances import stances
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import PositionMention

OURSELVES = frozenset(("we", "usdel"))


def annotate_positions(cable: Cable, knowledge: Knowledge) -> Iterator[PositionMention]:
    """The positions in a document, one for each country that holds it.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> text = "Japan questioned the need for a new group."
    >>> [(one.holder, one.stance, one.towards) for one in annotate_positions(cable(text), KNOWLEDGE)]
    [('JPN', 'questions', 'the need for a new group')]
    """
    countries = countries_of(cable, knowledge)
    last: tuple[str, Said | None] = ("", None)
    for unit in units(cable):
        named = {**_ourselves(cable, unit), **among(unit.words, countries)}
        before = last[1] if last[0] == unit.passage.partition(".")[0] else None
        found = (*stances(unit.words, named, before), *beliefs(unit.words, named))
        for said in found:
            for code in said.codes:
                yield _mention(cable, unit, said, code)
        if found:
            last = (unit.passage.partition(".")[0], found[-1])


def _ourselves(cable: Cable, unit: Unit) -> dict[int, tuple[str, int]]:
    """The words "we" and "USDel" of a telegram: they speak for the United States, whose posts send it."""
    if cable.kind != "Cable" or unit.spoken:
        return {}
    return {at: ("USA", at + 1) for at, one in enumerate(unit.words) if one.low in OURSELVES}


def _mention(cable: Cable, unit: Unit, said: Said, code: str) -> PositionMention:
    towards = None if said.towards is None else cover(unit.words, *said.towards)
    limit = [] if said.limit is None else [cover(unit.words, *said.limit)]
    return PositionMention(
        cover(unit.words, said.start, said.end),
        said.rule,
        code,
        said.stance,
        "" if towards is None else folded(towards.of(cable.text)),
        towards,
        conditions.spoken(cable.text, limit),
        said.hedge,
    )
