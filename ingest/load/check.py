"""Everything about a store that can be checked, checked."""

from collections.abc import Iterator
from pathlib import Path

from ingest.judgement.judged import Judged
from ingest.load.audit.finding import Audit, Finding, Report
from ingest.load.curated import curated
from ingest.load.errors import Damaged
from ingest.load.index import Index, index
from ingest.load.journal import read_journal
from ingest.load.layout import Layout, existing
from ingest.load.pending import Pending, pending
from ingest.load.progress import Progress, Step, nobody


def check(
    store: Path, *, shapes: bool = True, progress: Progress = nobody, curation: Path | None = None
) -> Report:
    r"""What was checked and what was found: documents, journal, spans, ledger, links and shapes.

    The graph is read once, document by document, and of the store no more than that is in memory. Raises
    ``Busy`` while a build is at work. *curation* is the folder of people's judgements, as for a build.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     size = (Path(folder) / "journal").write_text("not an entry\n")
    ...     [(one.check, one.message) for one in check(Path(folder)).findings]
    [('journal', 'line 1 of the journal cannot be read: Expecting value: line 1 column 1 (char 0)')]
    """
    layout, judged = existing(store), curated(store, curation)
    try:
        journal = index(read_journal(layout))
    except Damaged as error:
        return Report({"lines of the journal": 0}, (Finding("journal", str(layout.journal), str(error)),))
    left = pending(layout, journal.tail(), journal.count())
    audits = list(_audits(layout, journal, left, progress, judged, shapes=shapes))
    return Report(
        {"lines of the journal": journal.tail().lines, **{one.what: one.looked_at for one in audits}},
        tuple(finding for one in audits for finding in one.findings),
        {warning: count for one in audits for warning, count in one.more.items()},
        "" if left is None else left.message(store),
    )


def _audits(
    layout: Layout,
    journal: Index,
    left: Pending | None,
    progress: Progress,
    judged: Judged,
    *,
    shapes: bool,
) -> Iterator[Audit]:
    from ingest.load.audit.curation import audit_curation
    from ingest.load.audit.journal import audit_quarantine, audit_raw

    yield audit_raw(layout, journal)
    yield audit_quarantine(layout)
    yield audit_curation(journal, judged, settled=left is None)
    if left is None or left.index is not None:
        yield from _of_graph(layout, journal, left, progress, shapes=shapes)


def _of_graph(
    layout: Layout, journal: Index, left: Pending | None, progress: Progress, *, shapes: bool
) -> Iterator[Audit]:
    import pyoxigraph as ox

    from ingest.load.audit.shapes.hold import holding
    from ingest.load.audit.through import Through

    total = journal.count()

    def looked(documents: int, name: str) -> None:
        progress(Step("checking", documents, total, documents, name))

    try:
        graph = ox.Store.read_only(str(layout.graph))
        waits = None if left is None else left.waits
        held = holding() if shapes else None
        yield from Through(layout, graph, journal, held, waits).audits(looked)
    except (OSError, RuntimeError) as error:
        message = f"cannot be read ({error}); make it again with: compendium rebuild"
        yield Audit("graph", 0, (Finding("graph", str(layout.graph), message),))
