"""Proposals that a document names, with those who made them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ingest.annotate.language.gatherings import gatherings
from ingest.annotate.language.named import among, countries_of, names_any, together
from ingest.annotate.language.units import Unit, titles, units
from ingest.annotate.language.word import Word, cover, folded
from ingest.annotate.proposals import asking, proposal_nouns, proposing
from ingest.annotate.proposals.fates import fate
from ingest.annotate.proposals.proposed import Proposed, label_after
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import CountryMention, ProposalMention

_OPENERS: Final = proposal_nouns.OPENERS | proposal_nouns.DRAFTED | proposing.OPENERS | asking.OPENERS
"""Words at which a proposal may be named: most sentences have none."""


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
    for unit in (*titles(cable), *units(cable)):
        if skips(unit, countries):
            continue
        named = among(unit.words, countries)
        joint = together(unit.words, countries)
        found = [
            *proposal_nouns.proposal_nouns(unit.words, named, known),
            *proposing.proposing(unit.words, named),
            *asking.asking(unit.words, named, known),
        ]
        for one in _distinct(found):
            yield ProposalMention(
                cover(unit.words, one.start, one.end),
                one.rule,
                "" if one.about is None else folded(cover(unit.words, *one.about).of(cable.text)),
                _whole(one, joint),
                one.outlined_in or _bracketed(unit.words, one.end),
                one.generic,
                fate(unit.words, one, known),
            )


def skips(unit: Unit, countries: Sequence[CountryMention]) -> bool:
    """Whether a sentence has no word at which a proposal may be named, or none whose it may be.

    >>> from ingest.document import Span
    >>> texts = ("The proposal stands.", "Proposals were made.")
    >>> [skips(Unit(Span(0, 20), one, Span(0, 20), False, "1", None, False), ()) for one in texts]
    [False, True]
    """
    if unit.lows.isdisjoint(_OPENERS):
        return True
    return unit.lows.isdisjoint(proposal_nouns.POINTED) and not names_any(unit, countries)


def _distinct(found: Sequence[Proposed]) -> Iterator[Proposed]:
    """One proposal where two rules meet on the same words: the one that says what it is about."""
    kept: list[Proposed] = []
    for one in sorted(found, key=lambda one: (one.about is None, one.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.start)


def _bracketed(found: Sequence[Word], end: int) -> str | None:
    """The label of "(ref C)" right behind a proposal."""
    label = label_after(found, end + 1) if end < len(found) and found[end].low == "(" else None
    return None if label is None or label[1] > end + 3 else label[0]


def _whole(one: Proposed, joint: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The proponents, with those that share a word with one of them ("the Polish-Czech paper")."""
    codes: list[str] = []
    sharing = [joint[at] for at in range(one.start, one.end) if at in joint]
    for code in one.proponents:
        codes += next((word for word in sharing if code in word), (code,))
    return tuple(dict.fromkeys(codes))
