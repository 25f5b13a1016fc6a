"""What the mentions of a document denote: mentions in, claims out, each step reading those before it.

A step is one file with one public function; it is added to :data:`STEPS` under the field of
:class:`~ingest.resolve.found.SoFar` that it fills.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, Final, TypeAlias

from ingest.cable import Cable
from ingest.claim import Extraction
from ingest.knowledge import Knowledge
from ingest.mention import Mention
from ingest.resolve.citations import resolve_citations
from ingest.resolve.countries import resolve_countries
from ingest.resolve.decisions import resolve_decisions
from ingest.resolve.directives import resolve_directives
from ingest.resolve.found import Found, SoFar
from ingest.resolve.implementations import resolve_implementations
from ingest.resolve.meetings import resolve_meetings
from ingest.resolve.positions import resolve_positions
from ingest.resolve.proposals import resolve_proposals
from ingest.resolve.references import resolve_references
from ingest.resolve.works import resolve_works

Step: TypeAlias = Callable[[Cable, Sequence[Mention], Knowledge, SoFar], Found[Any]]

STEPS: Final[tuple[tuple[str, Step], ...]] = (
    ("references", resolve_references),
    ("citations", resolve_citations),
    ("meetings", resolve_meetings),
    ("countries", resolve_countries),
    ("works", resolve_works),
    ("decisions", resolve_decisions),
    ("proposals", resolve_proposals),
    ("directives", resolve_directives),
    ("positions", resolve_positions),
    ("implementations", resolve_implementations),
)
"""In this order: references, citations, meetings, countries, works, decisions, proposals, directives (with
what they depend on), positions, implementations."""


def resolve(cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge) -> Extraction:
    r"""Everything that a document says; what could not be decided stands in ``unresolved`` with its reason.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Posts should brief the French experts. See septel."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve(cable, annotate(cable, knowledge()), knowledge())
    >>> [one.act for one in found.directives], [one.iso3 for one in found.countries]
    (['brief'], ['FRA'])
    >>> [one.text for one in found.unresolved]
    ['septel']
    """
    sofar = SoFar()
    for name, step in STEPS:
        sofar = replace(sofar, **{name: step(cable, mentions, knowledge, sofar)})
    found = {field.name: getattr(sofar, field.name) for field in fields(sofar)}
    open_ends = {problem for one in found.values() for problem in one.unresolved} | set(cable.problems)
    return Extraction(
        cable,
        **{name: one.claims for name, one in found.items()},
        unresolved=tuple(sorted(open_ends, key=lambda one: (one.span, one.why))),
    )
