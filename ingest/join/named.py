"""What one document says of a thing that others name too: a decision, a proposal, a meeting."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, TypeAlias

Kind: TypeAlias = Literal["decision", "proposal", "meeting"]
KINDS: Final[tuple[Kind, ...]] = ("decision", "proposal", "meeting")


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """What one document says of a decision, a proposal, or a meeting.

    ``meeting`` is where it was taken or tabled; ``sort`` the kind of a decision or the series of a meeting;
    ``countries`` those that it concerns, or that proposed it. ``unsaid``: no words say what was decided
    ("the Oslo decision"); such a thing, and a ``generic`` one, has an identifier of its own in each document.
    ``listed``: the meeting is one of the tables. ``around`` has the telling words of the passage in which
    such a thing stands; ``cites`` the documents to which the one that names a proposal refers.

    >>> one = Named("decision", "mtcr-2003-report", "2008STATE900001", "mtcr", about="report", year=2003)
    >>> one.name, Named.of_row("2008STATE900001", None, one.row()) == one
    ('decision/mtcr-2003-report', True)
    """

    kind: Kind
    id: str
    document: str
    regime: str
    sent: str | None = None
    about: str = ""
    meeting: str | None = None
    year: int | None = None
    sort: str | None = None
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    outlined: str | None = None
    became: str | None = None
    generic: bool = False
    unsaid: bool = False
    ordinal: int | None = None
    place: str | None = None
    start: str | None = None
    end: str | None = None
    intersessional: bool = False
    listed: bool = False
    around: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The identifier with its kind, as in files of judgements."""
        return f"{self.kind}/{self.id}"

    def row(self) -> dict[str, Any]:
        """What the journal keeps of it beside the document and its day."""
        told = asdict(self)
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in told.items()
            if name not in ("document", "sent") and value not in (None, "", (), False)
        }

    @classmethod
    def of_row(cls, document: str, sent: str | None, row: Mapping[str, Any]) -> "Named":
        """What a document's row in the journal says."""
        told: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
        }
        return cls(**{"document": document, "sent": sent, **told})
