"""A telegram that words point at, and what they say of it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ingest.cable import YearStatus
from ingest.document import Span

Who: TypeAlias = Literal[
    "mission", "department", "circular", "sender", "addressee", "post", "series", "unsaid", "other"
]
"""Who sent what is cited: the one of the two correspondents that is not the Department; the Department to
that one, or to many; who writes or who is written to; a post that is named; a series of a delegation; who is
told by the words behind the number only; others."""

Kind: TypeAlias = Literal["telegram", "despatch", "airgram", "circular-airgram", "message", "military"]


@dataclass(frozen=True, slots=True)
class Head:
    """The words before a number: who sent it, what it is, and whether they alone show that a number follows.

    ``names`` is the post or series that they name; ``weak`` where they may be part of something else
    ("Cairo", "your"); ``foreign`` where another government's telegram is meant.
    """

    span: Span
    who: Who
    kind: Kind
    rule: str
    names: str | None = None
    weak: bool = False
    foreign: bool = False
    bare: bool = False
    """Whether words without a number cite: "see Embtel" does, "your telegram" may mean anything."""


@dataclass(frozen=True, slots=True)
class Said:
    """What stands behind a head: a number, its date, and to whom the telegram was sent.

    ``month`` and ``day`` are 0 and ``year`` ``None`` where the words do not say them.
    """

    span: Span
    number: int | None = None
    prefix: str = ""
    to: str | None = None
    issuer: str | None = None
    year: int | None = None
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Pointed:
    """One telegram that words cite: its identifier, or why it cannot be told."""

    span: Span
    rule: str
    kind: Kind
    target: str | None = None
    date: str | None = None
    year_status: YearStatus | None = None
    why: str | None = None
    relative: bool = True
    """Whether only words of this folder's tables tell it; "Cairo 1450" is read without them."""
