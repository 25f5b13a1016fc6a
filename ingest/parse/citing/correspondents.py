"""Who writes to whom, and when: what words such as "Embtel" and "your" depend on."""

from dataclasses import dataclass
from typing import Final

from ingest.cable import Header, Read
from ingest.parse.text.posts import Posts

DEPARTMENT: Final = "STATE"
ONE_SERIES_SINCE: Final = "1966-07-01"
"""Until that day an office numbered its telegrams to each addressee apart."""


@dataclass(frozen=True, slots=True)
class Correspondents:
    """Glued names of the sender and the addressees, the time of sending and the document's identifier.

    >>> one = Correspondents("CAIRO", ("STATE",), "1956-02-04T17:00:00")
    >>> one.mission, one.year
    ('CAIRO', 1956)
    >>> Correspondents("STATE", ("PARIS", "ROME")).mission, Correspondents().mission
    ('PARIS', None)
    """

    sender: str | None = None
    addressees: tuple[str, ...] = ()
    sent: str | None = None
    own: str | None = None

    @property
    def mission(self) -> str | None:
        """The one of the two that is not the Department; the first of several addressees."""
        if self.sender is not None and self.sender != DEPARTMENT:
            return self.sender
        abroad = [one for one in self.addressees if one != DEPARTMENT]
        return abroad[0] if abroad else None

    @property
    def year(self) -> int | None:
        """The year of sending."""
        return int(self.sent[:4]) if self.sent is not None and self.sent[:4].isdigit() else None


NOBODY: Final = Correspondents()
"""Correspondents that are not known."""


def correspondents(header: Header, posts: Posts, own: str | None = None) -> Correspondents:
    """The correspondents that a header names.

    >>> from ingest.document import Span
    >>> from ingest.tables import knowledge
    >>> from ingest.parse.text.posts import posts_of
    >>> words = [Read(one, Span(0, 0), "test") for one in ("AMEMBASSY CAIRO", "SECSTATE WASHDC")]
    >>> made = correspondents(Header(sender=words[0], to=(words[1],)), posts_of(knowledge().posts))
    >>> made.sender, made.addressees
    ('CAIRO', ('STATE',))
    """
    sender = _glued(header.sender, posts) or (None if header.post is None else header.post.value)
    to = tuple(glued for one in header.to if (glued := _glued(one, posts)) is not None)
    return Correspondents(sender, to, None if header.sent is None else header.sent.value, own)


def _glued(read: Read[str] | None, posts: Posts) -> str | None:
    if read is None:
        return None
    named = posts.exact(read.value.upper().removesuffix(" WASHDC").removesuffix(" WASHINGTON DC"))
    return None if named is None else named.post.glued
