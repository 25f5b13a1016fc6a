"""From one document to what the store will say of it: a pure function, given pipeline and tables."""

import hashlib
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final, Protocol

from ingest.claim import CitationClaim, Extraction, ReferenceClaim
from ingest.document import Document
from ingest.join.naming import named_in
from ingest.knowledge import Knowledge
from ingest.load.entry import Entry
from ingest.load.lines import canonical
from ingest.load.program import SOURCES, hashed
from ingest.load.stage import pack, unpack
from ingest.load.summary import KINDS
from ingest.parse.published.noted import BY_EDITORS
from ingest.read.file import whole
from ingest.read.given import Given
from ingest.register.register import Assumed
from ingest.settle import MARKING, NOTHING, Settled
from ingest.state import PIPELINE, stated
from ingest.state.marks import levels
from ingest.state.marks import stated as marked
from ingest.state.unresolved import undecided, untold


class Extract(Protocol):
    """What a document says, given what the rest of a corpus shows of those that it names in part."""

    def __call__(self, document: Document, /, *, settled: Settled = NOTHING) -> Extraction: ...


APART: Final = frozenset({"load", "links", "evaluate"})


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What turns documents into statements; ``version`` differs whenever its result could."""

    extract: Extract
    knowledge: Knowledge
    version: str


@dataclass(frozen=True, slots=True)
class Task:
    """A document to take in: a file that is one, or a part of a file that was read already.

    ``known`` is its entry, where it is taken in again: to settle what it cites in part, or to stage it.

    >>> task = Task(document=Document("1. (U) None.", "v.xml", "00ff", container="aa11", part="d7"))
    >>> task.source, task.sha256, task.part, task.container
    ('v.xml', '00ff', 'd7', 'aa11')
    """

    given: Given | None = None
    document: Document | None = None
    settled: Settled = field(default_factory=dict)
    known: Entry | None = None

    @property
    def source(self) -> str:
        """The name of the file."""
        return self.given.name if self.given else self.document.source if self.document else ""

    @property
    def sha256(self) -> str:
        """The hash of the document."""
        return self.given.sha256 if self.given else self.document.sha256 if self.document else ""

    @property
    def part(self) -> str | None:
        """The name of the document in its file."""
        return self.document.part if self.document else None

    @property
    def container(self) -> str | None:
        """The hash of its file, where that has several."""
        return self.document.container if self.document else None


@dataclass(frozen=True, slots=True)
class Taken:
    """One document as the store will have it: the entry of its journal and its sorted lines, packed.

    >>> entry = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    >>> Taken(entry, pack([b"a", b"b"])).lines
    (b'a', b'b')
    """

    entry: Entry
    packed: bytes

    @property
    def lines(self) -> tuple[bytes, ...]:
        """The sorted lines."""
        return unpack(self.packed)


def pipeline(knowledge: Knowledge, extract: Extract | None = None) -> Pipeline:
    """The pipeline with these tables; its version is another for other tables and for another program.

    >>> nothing = Knowledge((), {}, (), {}, {}, ())
    >>> one, other = pipeline(nothing), pipeline(Knowledge((), {}, (), {"O": "IMMEDIATE"}, {}, ()))
    >>> one.version == pipeline(nothing).version, one.version == other.version
    (True, False)
    """
    if extract is None:
        from ingest.extract import extract as whole

        extract = partial(whole, knowledge=knowledge)
    tables = hashlib.sha256(repr(knowledge).encode()).hexdigest()[:12]
    return Pipeline(extract, knowledge, f"{PIPELINE}-{_code()}-{tables}")


def take(task: Task, made_by: Pipeline) -> Taken:
    r"""What the store will say of a document; raises ``ingest.read.Refused`` where the bytes hold none.

    >>> from ingest.extract import extract
    >>> from ingest.tables import knowledge
    >>> data = b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: DATES\n\n1. (C) None.\n"
    >>> taken = take(Task(Given("a.txt", data=data)), Pipeline(extract, knowledge(), "1"))
    >>> taken.entry.id, taken.entry.found["passages"], taken.entry.quads == len(taken.lines)
    ('2008STATE900001', 1, True)
    """
    document = task.document or whole(task.given or Given(""))
    extraction = made_by.extract(document, settled=task.settled)
    extraction = replace(extraction, raised=task.settled.get(MARKING))
    lines = tuple(stated(extraction, made_by.knowledge))
    entry = _entry(extraction, made_by, lines)
    if task.settled and task.known is not None:
        # what it gives in part was told when nothing was settled yet
        entry = replace(
            entry,
            settled=dict(sorted(task.settled.items())),
            assumed=task.known.assumed,
            dated=task.known.dated,
            named=task.known.named,
        )
    return Taken(entry, pack(lines))


def _entry(extraction: Extraction, made_by: Pipeline, lines: tuple[bytes, ...]) -> Entry:
    cable = extraction.cable
    document = cable.document
    graphs = {line[line.rindex(b" <") + 2 : -3].decode() for line in lines}
    assumed, dated = _pointers(extraction)
    marking = marked(cable.header, levels(made_by.knowledge.markings))
    return Entry(
        sha256=document.sha256,
        source=document.source,
        id=cable.id,
        kind=cable.kind,
        version=made_by.version,
        length=len(cable.text),
        graphs=tuple(sorted(graphs)),
        quads=len(lines),
        canonical=canonical(lines),
        found=_found(extraction),
        container=document.container,
        part=document.part,
        form=document.form,
        scanned=bool(document.sheets),
        sent=None if cable.header.sent is None else cable.header.sent.value,
        marking=None if marking is None else marking.name,
        aliases=cable.aliases,
        assumed=tuple((one.target, one.date) for one in assumed),
        dated=dated,
        named=tuple(one.row() for one in named_in(extraction, made_by.knowledge)),
    )


def _pointers(extraction: Extraction) -> tuple[tuple[Assumed, ...], tuple[tuple[str, str], ...]]:
    """The targets that a document gives in part, and those of which its words give the day."""
    assumed: dict[Assumed, None] = {}
    dated: dict[tuple[str, str], None] = {}
    claims: tuple[ReferenceClaim | CitationClaim, ...] = (*extraction.references, *extraction.citations)
    for one in claims:
        if one.target is None:
            continue
        if one.year_status == "assumed":
            assumed[Assumed(one.target, one.date)] = None
        elif one.date is not None:
            dated[(one.target, one.date)] = None
    named = {one.target for one in claims if one.evidence[0].rule in BY_EDITORS}
    for target in sorted(target for target in named if target is not None):
        assumed[Assumed(target)] = None
    return tuple(assumed), tuple(dated)


def _found(extraction: Extraction) -> dict[str, int]:
    counts = {kind: len(getattr(extraction, kind)) for kind in KINDS}
    told = sum(1 for one in extraction.references if one.target is not None)
    return {
        "passages": len(extraction.cable.passages),
        **counts,
        "references in": len(extraction.cable.references),
        "references out": told + len(untold(extraction)),
        "references identified": told,
        "unresolved": len(undecided(extraction)),
    }


def _code() -> str:
    """The hash of the modules and tables that decide what a document says."""
    return hashed(SOURCES, apart=APART)
