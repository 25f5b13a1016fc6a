"""Files and folders into a store."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.load.curated import curated
from ingest.load.layout import existing
from ingest.load.limits import Limits
from ingest.load.lock import writing
from ingest.load.progress import Progress, nobody
from ingest.load.summary import Summary
from ingest.load.unchanged import unchanged

if TYPE_CHECKING:
    from ingest.knowledge import Knowledge
    from ingest.load.take import Extract


def build(
    paths: Iterable[Path],
    store: Path,
    *,
    knowledge: "Knowledge | None" = None,
    progress: Progress = nobody,
    extract: "Extract | None" = None,
    jobs: int = 1,
    in_process: bool = False,
    limits: Limits | None = None,
    verify: bool = False,
    curation: Path | None = None,
) -> Summary:
    r"""Read files and folders into a store, made if absent; only what changed is derived anew.

    Documents are read by *jobs* processes within *limits*, with the same result by any number of them; a
    program that calls this needs the usual ``if __name__ == "__main__"``. *in_process*: this process reads
    them, without limits. *verify*: files that look unchanged are read again too.

    A file that holds no document is among the summary's ``skipped`` and stops nothing. Raises ``Busy``,
    ``NoSpace``, ``Damaged`` or ``TooNew``. Whatever a killed build left undone is done first. Ctrl-C leaves
    everything that was read in the store.

    *curation* is the folder of people's judgements, by default ``curation`` beside the store.
    *knowledge* and *extract* are those that come with Compendium unless others are given.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.tables import knowledge
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "cable.txt"
    ...     written = b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: DATES\n\n1. (U) None.\n"
    ...     size, paths = path.write_bytes(written), [path, Path("none.txt")]
    ...     done = build(paths, Path(folder) / "db", knowledge=knowledge(), in_process=True)
    >>> done.added, done.documents, [one.code for one in done.skipped]
    (1, 1, ['missing'])
    """
    named, judged = tuple(paths), curated(store, curation)
    with writing(store) as layout:
        usual = knowledge is None and extract is None and not verify
        if usual and (found := unchanged(layout, named, judged.digest)) is not None:
            return found
        # what reads documents takes longer to begin than to find out that there is nothing to read
        from ingest.load.work import working

        jobs = 0 if in_process else max(1, jobs)
        with working(layout, knowledge, extract, jobs, limits, verify=verify, judged=judged) as made:
            made.progress = progress
            made.add(named)
            made.finish()
            return made.summary()


def rebuild(
    store: Path,
    *,
    knowledge: "Knowledge | None" = None,
    extract: "Extract | None" = None,
    progress: Progress = nobody,
    jobs: int = 1,
    in_process: bool = False,
    limits: Limits | None = None,
    curation: Path | None = None,
) -> Summary:
    """Make the graph again from the documents that the store keeps; the same ones give the same bytes.

    >>> from tempfile import TemporaryDirectory
    >>> from ingest.knowledge import Knowledge
    >>> with TemporaryDirectory() as folder:
    ...     nothing = Knowledge((), {}, (), {}, {}, ())
    ...     first = build([], Path(folder) / "db", knowledge=nothing)
    ...     rebuild(Path(folder) / "db", knowledge=nothing) == first
    True
    """
    existing(store)
    judged = curated(store, curation)
    with writing(store) as layout:
        from ingest.load.work import working

        jobs = 0 if in_process else max(1, jobs)
        with working(layout, knowledge, extract, jobs, limits, judged=judged) as made:
            made.progress = progress
            made.finish(afresh=True)
            return made.summary()
