"""A place in a text that points to another document."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ingest.document import Span
from ingest.knowledge import Post

PointerKind: TypeAlias = Literal[
    "letters", "reftel", "septel", "serial", "airgram", "relative", "named", "reference"
]
"""How the words point: by labels of the list of references ("REF A"), to that list ("reftel"), to a telegram
to come ("septel"), by a serial number, by that of an airgram, by a number of one of the correspondents
("Embtel 900001"), by what else identifies a document ("MTCR POC 201/2006"); or as an item of the list."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that cite, and what they say of the document: only what stands there is filled in.

    ``post`` is the office that numbered it; ``target`` the identifier of a document of
    another kind ("email-2008-02-21-durham-conway"); ``passage`` the passage of it that is meant.
    """

    span: Span
    kind: PointerKind
    rule: str
    labels: tuple[str, ...] = ()
    post: Post | None = None
    number: int | None = None
    year: int | None = None
    target: str | None = None
    passage: str | None = None
    date: str | None = None

    def identifier(self, year: int | None) -> str | None:
        """The identifier of the document, in one of that year; ``None`` where the words do not give it.

        >>> lima = Post("LIMA", "LIMA", None, None, None, None, (), (), None, None)
        >>> Pointer(Span(0, 6), "serial", "cable-number", post=lima, number=4).identifier(2008)
        '2008LIMA4'
        """
        sent = self.year if self.year is not None else year
        if self.post is None or not self.number or sent is None:
            return self.target
        return f"{sent}{self.post.series(sent)}{'A' if self.kind == 'airgram' else ''}{self.number}"
