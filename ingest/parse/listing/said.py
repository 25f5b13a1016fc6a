"""What an item says of a document that is no telegram."""

from dataclasses import dataclass

from ingest.cable import ReferenceType, YearStatus
from ingest.parse.text.when import Dated


@dataclass(frozen=True, slots=True)
class Other:
    """A document that is no telegram of a numbered series."""

    type: ReferenceType
    target: str | None = None
    dated: Dated | None = None
    parties: tuple[str, ...] = ()
    why: str | None = None
    year_status: YearStatus | None = None


def slug(words: str, *, most: int = 60) -> str:
    """Lower-case words with hyphens.

    >>> slug("MTCR POC")
    'mtcr-poc'
    """
    made = "".join(c if c.isascii() and c.isalnum() else "-" for c in words.lower())
    return "-".join(part for part in made.split("-") if part)[:most].strip("-")
