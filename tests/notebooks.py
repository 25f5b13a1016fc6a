"""The notebooks of docs/notebooks, run to their ends; ``python -m tests.notebooks`` writes their outputs."""

import re
from pathlib import Path
from typing import Final

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

ROOT: Final = Path(__file__).parents[1]
NOTEBOOKS: Final = tuple(sorted((ROOT / "docs" / "notebooks").glob("*.ipynb")))
SECONDS: Final = 300


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.reads(path.read_text("utf-8"), as_version=4)


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with the outputs of this machine, and without what differs from run to run."""
    book = read(path)
    # Talking over files, not over the network.
    own = Config({"KernelManager": {"transport": "ipc"}})
    client = NotebookClient(book, timeout=SECONDS, resources={"metadata": {"path": str(ROOT)}}, config=own)
    client.execute()
    for number, cell in enumerate(book.cells):
        cell.id = f"cell-{number}"
        cell.metadata = nbformat.NotebookNode()
    book.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    return book


def shown(book: nbformat.NotebookNode) -> list[tuple[str, str, str]]:
    """What a reader sees of each cell: its source and outputs; a picture without its coordinates."""
    return [
        (cell.source, kind, _text(kind, text))
        for cell in book.cells
        for output in (cell.get("outputs") or [{}])
        for kind, text in sorted((output.get("data") or {"text": output.get("text", "")}).items())
    ]


def _text(kind: str, text: object) -> str:
    joined = "".join(text) if isinstance(text, list) else str(text)
    return re.sub(r"-?\d+(\.\d+)?", "0", joined) if kind == "image/svg+xml" else joined


if __name__ == "__main__":
    for one in NOTEBOOKS:
        one.write_text(nbformat.writes(executed(one)) + "\n", "utf-8")
