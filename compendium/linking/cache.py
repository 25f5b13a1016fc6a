"""What other datasets answered, kept on disk: the same question is asked once."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from compendium.linking.candidate import Found
from ingest.load.layout import write_whole


@dataclass(frozen=True, slots=True)
class Answered:
    """What was found for one thing, and the day on which it was asked."""

    asked: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder with a file for each question, by endpoint and words; *refresh*: nothing in it counts.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     cache = Cache(Path(folder))
    ...     cache.put(("https://example.org/sparql", "ARG"), Answered("2026-11-23", ({"item": ["x"]},)))
    ...     again = cache.get(("https://example.org/sparql", "ARG"))
    ...     other = cache.get(("https://example.org/sparql", "BRA"))
    >>> again.found, other
    (({'item': ['x']},), None)
    """

    folder: Path
    refresh: bool = False

    def get(self, question: tuple[str, ...]) -> Answered | None:
        """What was answered; ``None`` where it was not asked, or the file is damaged."""
        if self.refresh:
            return None
        try:
            kept = json.loads(self._path(question).read_text(encoding="utf-8"))
            if kept["question"] != list(question):
                return None
            return Answered(str(kept["asked"]), tuple(kept["found"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, question: tuple[str, ...], answered: Answered) -> None:
        """Keep an answer, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = {"question": list(question), "asked": answered.asked, "found": list(answered.found)}
        text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
        write_whole(self._path(question), text.encode())

    def _path(self, question: tuple[str, ...]) -> Path:
        return self.folder / f"{sha256(json.dumps(question).encode()).hexdigest()[:32]}.json"
