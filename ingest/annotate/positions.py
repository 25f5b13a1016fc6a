"""Positions: the stances of countries that a document reports or states."""

from collections.abc import Iterator

from ingest.annotate import conditions
from ingest.annotate.beliefs import beliefs
from ingest.annotate.named import among, countries_of
from ingest.annotate.stances import Said, stances
from ingest.annotate.units import Unit, units
from ingest.annotate.word import cover, folded
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import PositionMention


def annotate_positions(cable: Cable, knowledge: Knowledge) -> Iterator[PositionMention]:
    """The positions in a document, one for each country that holds it.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> text = "Japan questioned the need for a new group."
    >>> [(one.holder, one.stance, one.towards) for one in annotate_positions(cable(text), KNOWLEDGE)]
    [('JPN', 'questions', 'the need for a new group')]
    """
    countries = countries_of(cable, knowledge)
    for unit in units(cable):
        named = among(unit.words, countries)
        if not named:
            continue
        for said in (*stances(unit.words, named), *beliefs(unit.words, named)):
            for code in said.codes:
                yield _mention(cable, unit, said, code)


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
