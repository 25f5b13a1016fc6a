"""Documents that no process could read: too slow, too large for its memory, or it broke."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Final

from ingest.load.layout import Layout, write_whole
from ingest.load.sources import Skipped

CODES: Final = frozenset({"too-slow", "too-much-memory", "failed"})
"""What is known of these is no fault of the file: a later version may read it."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A document that could not be read: the hash of its bytes, its file, its name there, why.

    ``kept`` is the hash of the file under which ``raw`` has it; ``None`` where it is too large to be kept.
    ``version`` is that of the program and tables that failed.

    >>> one = Quarantined("00ff", "a.txt", None, "too-slow", "over 60 s", 12, "1", "00ff")
    >>> one.skipped.code
    'too-slow'
    """

    sha256: str
    source: str
    part: str | None
    code: str
    message: str
    bytes: int
    version: str
    kept: str | None

    @property
    def skipped(self) -> Skipped:
        """The document among those that were not taken in."""
        return Skipped(self.source, self.code, self.message, part=self.part)


def isolate(layout: Layout, one: Quarantined) -> None:
    """Write down that a document could not be read.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     isolate(Layout(Path(folder)), Quarantined("00ff", "a.txt", None, "failed", "", 2, "1", "00ff"))
    ...     [one.code for one in quarantined(Layout(Path(folder)))]
    ['failed']
    """
    layout.quarantine.mkdir(exist_ok=True)
    write_whole(
        layout.quarantine / f"{one.sha256}.json", json.dumps(asdict(one), sort_keys=True).encode() + b"\n"
    )


def release(layout: Layout, sha256: str) -> None:
    """Forget that a document could not be read: it was.

    >>> from pathlib import Path
    >>> release(Layout(Path("no-such-store.db")), "00ff")
    """
    (layout.quarantine / f"{sha256}.json").unlink(missing_ok=True)


def quarantined(layout: Layout) -> Iterator[Quarantined]:
    """All documents that could not be read, by their hash.

    >>> from pathlib import Path
    >>> list(quarantined(Layout(Path("no-such-store.db"))))
    []
    """
    for path in sorted(layout.quarantine.glob("*.json")):
        try:
            yield Quarantined(**json.loads(path.read_bytes()))
        except (ValueError, TypeError):
            yield Quarantined(path.stem, str(path), None, "failed", "the note cannot be read", 0, "", None)
