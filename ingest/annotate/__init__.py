"""What the words of a document name and say: annotators, pure functions that never see each other's result.

An annotator is one file with one public function of its name and one entry in :data:`ANNOTATORS`.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from ingest.annotate.decisions.decisions import annotate_decisions
from ingest.annotate.directives.directives import annotate_directives
from ingest.annotate.implementations.implementations import annotate_implementations
from ingest.annotate.names.citations import annotate_citations
from ingest.annotate.names.countries import annotate_countries
from ingest.annotate.names.links import annotate_links, own_words
from ingest.annotate.names.meetings import annotate_meetings
from ingest.annotate.names.regime import names_a_regime
from ingest.annotate.names.works import annotate_works
from ingest.annotate.positions.positions import annotate_positions
from ingest.annotate.proposals.proposals import annotate_proposals
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import Mention

Annotator: TypeAlias = Callable[[Cable, Knowledge], Iterable[Mention]]

ANNOTATORS: Final[tuple[Annotator, ...]] = (
    annotate_citations,
    annotate_links,
    annotate_countries,
    annotate_meetings,
    annotate_works,
    annotate_directives,
    annotate_decisions,
    annotate_proposals,
    annotate_positions,
    annotate_implementations,
)

OF_REGIMES: Final = (annotate_decisions, annotate_proposals, annotate_implementations)
"""Those that read what a regime does: a document that names none has nothing for them."""

POINTERS: Final = (annotate_citations, annotate_links)
"""Those that read the notes of editors too, which tell of other documents and hold no guidance."""


def annotate(cable: Cable, knowledge: Knowledge) -> tuple[Mention, ...]:
    r"""All mentions of a document, in the order of the text (the order of the annotators does not matter).

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Posts should brief the French experts."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [(type(one).__name__, one.span.of(text)) for one in annotate(cable, knowledge())]
    [('DirectiveMention', 'should brief the French experts'), ('CountryMention', 'French')]
    """
    own = own_words(cable)
    named = names_a_regime(cable, knowledge)
    found = {
        mention
        for annotator in ANNOTATORS
        if named or annotator not in OF_REGIMES
        for mention in annotator(cable if annotator in POINTERS else own, knowledge)
    }
    places = Counter((one.span, type(one)) for one in found)
    return tuple(sorted(found, key=lambda one: _order(one, alone=places[one.span, type(one)] == 1)))


def _order(one: Mention, *, alone: bool) -> tuple[int, int, str, str]:
    """By place and kind; only where several of a kind stand at one place by all that they say."""
    return one.span.start, one.span.end, type(one).__name__, "" if alone else repr(one)
