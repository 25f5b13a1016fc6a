"""Why a file was not read: one error for everything that a caller answers by giving another file."""

from typing import Final, Literal, TypeAlias

Code: TypeAlias = Literal[
    "missing",
    "unreadable",
    "empty",
    "binary",
    "data",
    "too-large",
    "too-large-line",
    "too-deep",
    "too-slow",
    "too-much-memory",
    "bomb",
    "entities",
    "malformed",
    "encrypted",
    "low-resolution",
    "no-text",
    "several",
    "no-cable",
    "failed",
]
"""For programs. "too-slow" and "too-much-memory": the worker that read it was stopped; "failed": it broke."""

ACCEPTED: Final = (
    "a telegram, airgram, memorandum, e-mail or plenary statement as text, HTML, CSV, mail, TEI, PDF or image"
)


class Refused(Exception):  # noqa: N818
    """A file that cannot be read as a document: which one, why, and what would have been accepted.

    >>> str(Refused("a.txt", "empty", "the file has no bytes"))
    'a.txt: the file has no bytes (accepted: a telegram, ... TEI, PDF or image)'
    """

    def __init__(self, source: str, code: Code, message: str) -> None:
        super().__init__(f"{source}: {message} (accepted: {ACCEPTED})")
        self.source = source
        self.code: Code = code
        self.message = message
