"""Which proposals became decisions: those of which a document says that they were adopted."""

from collections.abc import Iterable, Iterator, Mapping

from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import words
from ingest.annotate.proposals.proposed import of_kind
from ingest.claim import DecisionClaim
from ingest.document import Span

MOST_BEFORE = 2
"""So many words stand before "proposal" in what was adopted: "the Swedish proposal on brokering"."""


def adopted(
    names: Mapping[Span, tuple[str, ...]], decisions: Iterable[DecisionClaim]
) -> Iterator[tuple[str, str]]:
    """The ids of proposals, each with that of the decision that the words of its adoption name.

    A decision that does something else with a proposal ("put off the Swedish proposal") adopts none.

    >>> from ingest.claim import Evidence
    >>> made = [DecisionClaim((Evidence(Span(0, 60), "1", "rule"),), one, about, "mtcr") for one, about in
    ...         (("d-1", "the Swedish proposal on brokering"), ("d-2", "put off the Swedish proposal"))]
    >>> [list(adopted({Span(9, 42): ("p-1",)}, [one])) for one in made]
    [[('p-1', 'd-1')], []]
    """
    for decision in decisions:
        if decision.generic or decision.unsaid or not _is_a_proposal(decision.about):
            continue
        told = {
            name
            for shown in decision.evidence
            for span, found in names.items()
            if shown.span.holds(span)
            for name in found
        }
        if len(told) == 1:
            yield told.pop(), decision.id


def _is_a_proposal(about: str) -> bool:
    """Whether the words begin with a proposal, not with what was done with one."""
    found = words(about)
    if not found or not is_kind(found[0].low, "determiner"):
        return False
    return any(one.low in of_kind("noun") for one in found[1 : MOST_BEFORE + 1])
