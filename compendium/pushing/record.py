"""What was sent where, a line for each graph: a push that was stopped goes on from there."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from queries.error import BadParameter


@dataclass(slots=True)
class Record:
    """The digests of the graphs that one address has; without a file, of this push alone.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "pushed.jsonl"
    ...     Record.read(file, "http://127.0.0.1:9/graph").note("urn:g", "ab")
    ...     again = Record.read(file, "http://127.0.0.1:9/graph").has("urn:g", "ab")
    ...     elsewhere = Record.read(file, "http://127.0.0.1:9/other").graphs
    >>> again, elsewhere
    (True, {})
    """

    file: Path | None
    url: str
    graphs: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path | None, url: str) -> "Record":
        """What a file says of an address; a last line that was cut off does not count."""
        found = cls(file, url)
        lines = file.read_bytes().split(b"\n")[:-1] if file is not None and file.exists() else []
        for number, line in enumerate(lines, 1):
            try:
                told = json.loads(line)
                where, name, digest = told["url"], told["graph"], told["digest"]
            except (ValueError, TypeError, KeyError):
                raise BadParameter(f"{file}:{number}: this is no record of a push") from None
            if where == url:
                found._take(name, digest)
        return found

    def has(self, name: str, digest: str) -> bool:
        """Whether that graph was sent as it is now."""
        return self.graphs.get(name) == digest

    def note(self, name: str, digest: str | None) -> None:
        """Keep that a graph was sent, or with None that the address does not have it as it was sent."""
        self._take(name, digest)
        if self.file is None:
            return
        line = json.dumps({"url": self.url, "graph": name, "digest": digest}) + "\n"
        with self.file.open("a+b") as opened:
            if opened.tell():  # a line that was cut off would take this one with it
                opened.seek(-1, os.SEEK_END)
                if opened.read(1) != b"\n":
                    raw = self.file.read_bytes()
                    opened.truncate(raw.rfind(b"\n") + 1)
            opened.write(line.encode())
            opened.flush()
            os.fsync(opened.fileno())

    def _take(self, name: str, digest: str | None) -> None:
        if digest is None:
            self.graphs.pop(name, None)
        else:
            self.graphs[name] = digest
