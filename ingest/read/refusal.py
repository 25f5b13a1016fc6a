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

OF_ANOTHER_KIND: Final = frozenset({"binary", "data", "empty", "no-cable", "no-text"})
"""To these refusals the answer is a file of another kind, and the message says which kinds there are."""


class Refused(Exception):  # noqa: N818
    """A file that cannot be read as a document: which one, why, and what would have been accepted instead.

    >>> str(Refused("a.txt", "empty", "the file has no bytes"))
    'a.txt: the file has no bytes (accepted: a telegram, ... TEI, PDF or image)'
    >>> str(Refused("a.xml", "missing", "the file has no document d7"))
    'a.xml: the file has no document d7'
    """

    def __init__(self, source: str, code: Code, message: str) -> None:
        accepted = f" (accepted: {ACCEPTED})" if code in OF_ANOTHER_KIND else ""
        super().__init__(f"{source}: {message}{accepted}")
        self.source = source
        self.code: Code = code
        self.message = message
