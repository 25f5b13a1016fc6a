"""Published volumes read and resolved, each document without what would give the truth away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Final

from ingest.annotate.names.citations import annotate_citations
from ingest.annotate.names.links import annotate_links
from ingest.cable import Cable, Problem, Reference
from ingest.claim import CitationClaim, ReferenceClaim
from ingest.document import Document, Span, folded
from ingest.knowledge import Knowledge
from ingest.mention import CitationMention
from ingest.parse import parse
from ingest.read import Refused, documents
from ingest.read.tei import without_notes
from ingest.register import Assumed, Facts, Register, register
from ingest.resolve.citations import resolve_citations
from ingest.resolve.found import SoFar
from ingest.resolve.references import resolve_references
from ingest.settle import settled_cable, settled_mentions

NOTES: Final = ("source-note", "summary", "note")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A citation or an item of a list of references: where it stands, and the document that it means."""

    span: Span
    target: str | None
    rule: str
    why: str | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one document of a volume."""

    volume: str
    part: str
    text: str
    sent: str | None
    pointers: tuple[Pointer, ...]
    notes: Mapping[str, Span] = field(default_factory=dict)
    """The editors' notes by the name that the file has for each."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents of some volumes, and their register; ``refused`` counts those that were not read."""

    readings: tuple[Reading, ...]
    register: Register
    refused: int

    def named(self, alias: str) -> str:
        """The identifier of a document that is called by its place in a volume.

        >>> Corpus((), register([Facts("1956PARIS7", "1956-07-05", ("v1-d7",))]), 0).named("v1-d7")
        '1956PARIS7'
        """
        return self.register.aliases.get(alias, alias)


@dataclass(frozen=True, slots=True)
class _Read:
    volume: str
    part: str
    cable: Cable
    mentions: tuple[CitationMention, ...]


def corpus(volumes: Iterable[Path], knowledge: Knowledge, *, blind: bool) -> Corpus:
    """The documents of volumes with what they cite; *blind*: without the editors' notes and links.

    >>> from ingest.tables import knowledge
    >>> corpus((), knowledge(), blind=True).readings
    ()
    """
    read: list[_Read] = []
    refused = 0
    for made in chain.from_iterable(_volume(path, knowledge, blind=blind) for path in volumes):
        if made is None:
            refused += 1
        else:
            read.append(made)
    facts = {id(one): _facts(one) for one in read}
    held = register(facts.values())
    return Corpus(tuple(_reading(one, held, facts[id(one)], knowledge) for one in read), held, refused)


def _volume(path: Path, knowledge: Knowledge, *, blind: bool) -> Iterator[_Read | None]:
    for document in documents(path):
        made = (
            None if isinstance(document, Refused) else _document(document, path.stem, knowledge, blind=blind)
        )
        yield made


def _document(document: Document, volume: str, knowledge: Knowledge, *, blind: bool) -> _Read | None:
    try:
        cable = parse(without_notes(document) if blind else document, knowledge)
    except Refused:
        return None
    annotator = annotate_citations if blind else annotate_links
    return _Read(volume, document.part or "", cable, tuple(annotator(cable, knowledge)))


def _facts(one: _Read) -> Facts:
    """What the register is told: never what the document's editors say that it cites."""
    header = one.cable.header
    pointers: tuple[Reference | CitationMention, ...] = (*one.cable.references, *one.mentions)
    found = [(p.target, p.year_status, p.date) for p in pointers if p.target is not None]
    return Facts(
        one.cable.id,
        None if header.sent is None else header.sent.value,
        one.cable.aliases,
        tuple(
            sorted({Assumed(target, date) for target, status, date in found if status != "stated"}, key=repr)
        ),
        tuple(sorted({(target, date) for target, status, date in found if status == "stated" and date})),
    )


def _reading(one: _Read, held: Register, facts: Facts, knowledge: Knowledge) -> Reading:
    settled = held.settled(facts)
    cable = settled_cable(one.cable, settled)
    mentions = settled_mentions(one.mentions, settled)
    listed = resolve_references(cable, (), knowledge, SoFar())
    cited = resolve_citations(cable, mentions, knowledge, SoFar(references=listed))
    whys = {
        (problem.span.start, problem.span.end): problem for problem in (*listed.unresolved, *cited.unresolved)
    }
    claims: tuple[ReferenceClaim | CitationClaim, ...] = (*listed.claims, *cited.claims)
    pointers = [_pointer(claim, whys) for claim in claims]
    told = {pointer.span for pointer in pointers}
    pointers += [Pointer(p.span, None, "unresolved", p.why) for p in cited.unresolved if p.span not in told]
    sent = cable.header.sent
    return Reading(
        one.volume,
        one.part,
        folded(cable.document.text),
        None if sent is None else sent.value,
        tuple(sorted(pointers, key=lambda pointer: (pointer.span, repr(pointer)))),
        {
            role.name: role.span
            for role in cable.document.roles
            if role.role in NOTES and role.name is not None
        },
    )


def _pointer(claim: CitationClaim | ReferenceClaim, whys: dict[tuple[int, int], Problem]) -> Pointer:
    span = claim.evidence[0].span
    problem = whys.get((span.start, span.end))
    why = None if problem is None else problem.why
    return Pointer(span, claim.target, claim.evidence[0].rule, why, isinstance(claim, ReferenceClaim))
