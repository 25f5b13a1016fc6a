"""Proposals that a document names, with those who made them."""

from collections.abc import Iterator, Sequence

from ingest.annotate.language.gatherings import gatherings
from ingest.annotate.language.named import among, countries_of
from ingest.annotate.language.units import units
from ingest.annotate.language.word import cover, folded
from ingest.annotate.proposals.proposal_nouns import proposal_nouns
from ingest.annotate.proposals.proposed import Proposed
from ingest.annotate.proposals.proposing import proposing
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import ProposalMention


def annotate_proposals(cable: Cable, knowledge: Knowledge) -> Iterator[ProposalMention]:
    """The proposals that sentences name; where only its proponents are named, ``about`` is empty.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> text = "The delegation may support the German Proposal on end use controls."
    >>> [(one.proponents, one.about) for one in annotate_proposals(cable(text), KNOWLEDGE)]
    [(('DEU',), 'end use controls')]
    """
    known = gatherings(knowledge)
    countries = countries_of(cable, knowledge)
    for unit in units(cable):
        named = among(unit.words, countries)
        for one in _distinct([*proposal_nouns(unit.words, named, known), *proposing(unit.words, named)]):
            yield ProposalMention(
                cover(unit.words, one.start, one.end),
                one.rule,
                "" if one.about is None else folded(cover(unit.words, *one.about).of(cable.text)),
                one.proponents,
                one.outlined_in,
                one.generic,
            )


def _distinct(found: Sequence[Proposed]) -> Iterator[Proposed]:
    """One proposal where two rules meet on the same words: the one that says what it is about."""
    kept: list[Proposed] = []
    for one in sorted(found, key=lambda one: (one.about is None, one.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.start)
