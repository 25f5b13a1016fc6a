"""Everything about a store that can be checked, checked."""

from collections.abc import Iterator
from pathlib import Path

from ingest.load.audit.finding import Audit, Finding, Report
from ingest.load.errors import Damaged
from ingest.load.index import Index, index
from ingest.load.journal import read_journal
from ingest.load.layout import Layout, existing


def check(store: Path, *, shapes: bool = True) -> Report:
    r"""What was checked and what was found: documents, journal, spans, ledger, links and shapes.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     size = (Path(folder) / "journal").write_text("not an entry\n")
    ...     [(one.check, one.message) for one in check(Path(folder)).findings]
    [('journal', 'line 1 of the journal cannot be read: Expecting value: line 1 column 1 (char 0)')]
    """
    layout = existing(store)
    try:
        journal = index(read_journal(layout))
    except Damaged as error:
        return Report({"lines of the journal": 0}, (Finding("journal", str(layout.journal), str(error)),))
    audits = list(_audits(layout, journal, shapes=shapes))
    checked = {"lines of the journal": journal.tail().lines, **{one.what: one.looked_at for one in audits}}
    return Report(checked, tuple(finding for one in audits for finding in one.findings))


def _audits(layout: Layout, journal: Index, *, shapes: bool) -> Iterator[Audit]:
    import pyoxigraph as ox

    from ingest.load.audit.journal import audit_graphs, audit_quarantine, audit_raw
    from ingest.load.audit.ledger import audit_ledger
    from ingest.load.audit.links import audit_links
    from ingest.load.audit.shapes import audit_shapes
    from ingest.load.audit.spans import audit_spans

    yield audit_raw(layout, journal)
    yield audit_quarantine(layout)
    try:
        graph = ox.Store.read_only(str(layout.graph))
        yield audit_graphs(graph, journal)
        yield audit_spans(layout, graph, journal)
        yield audit_ledger(graph, journal)
        yield audit_links(graph)
        if shapes:
            yield audit_shapes(graph)
    except (OSError, RuntimeError) as error:
        message = f"cannot be read ({error}); make it again with: compendium rebuild"
        yield Audit("graph", 0, (Finding("graph", str(layout.graph), message),))
