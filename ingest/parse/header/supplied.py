"""What the header of a telegram does not say, from what an archive or an edition says above or below it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from ingest.cable import Read
from ingest.parse.header.control import tags
from ingest.parse.header.field import Field
from ingest.parse.header.header import Head
from ingest.parse.header.identity import Identity, level_name
from ingest.parse.header.label import between
from ingest.parse.header.retrieval import Print
from ingest.parse.text.clock import clock
from ingest.parse.text.lines import Line
from ingest.parse.text.posts import Posts
from ingest.parse.text.when import find_date
from ingest.pattern import pattern

_NUMBER: Final = pattern(
    "archive-number",
    r"^(?P<year>(?:19|20)\d\d)(?P<post>[A-Z]{3,12})(?P<number>\d{3,7})(?:_[a-z])?$",
    example="1976WARSAW900657",
)
_DATELINE: Final = pattern(
    "dateline",
    r"^(?:.*\b(?i:telegram|airgram)\b.*\s(?i:from)\s.*\s(?i:to)\s.*,)?\s*"
    r"(?P<date>[A-Z][a-z]{2,8} \d{1,2}, \d{4})(?:, (?P<hour>\d\d)(?P<minute>\d\d)Z"
    r"|\s?[,—–-]\s?(?P<clock>\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\.?|noon))?\s?\.?\s*$",
    example="55. Telegram 900657 From the Embassy in Poland to the Department of State, July 6, 1976, 1448Z.",
)
_FIRST: Final = 6
"""So many lines with words are looked at for the title and the date that an edition gives."""


def supplied(top: Head, print_: Print, text: str, posts: Posts) -> Head:
    r"""*top* with what it lacks from the attributes of a retrieval print, or the title of an edition.

    >>> from ingest.parse.document import parse
    >>> from ingest.parse.text.lines import lines
    >>> from ingest.document import Document
    >>> from ingest.tables import knowledge
    >>> text = "Telegram 12 From the Embassy in Poland to the Department, July 6, 1976, 1448Z.\n"
    >>> text += "FM AMEMBASSY WARSAW\nTO SECSTATE WASHDC\nSECRET WARSAW 900012\n\n1. HE CAME."
    >>> parse(Document(text, "a.txt", ""), knowledge()).header.sent.value
    '1976-07-06T14:48:00Z'
    """
    header, named = top.header, top.identity
    if named.number is None:
        named = _numbered(named, print_, text, posts)
    level = header.classification or _level(print_, text)
    sender, addressee = _offices(print_, text, posts)
    made = replace(
        header,
        classification=level,
        post=header.post or named.post,
        number=header.number or named.number,
        sent=header.sent or _drafted(print_, text) or _dateline(print_.kept),
        sender=header.sender or sender,
        to=header.to or _listed(print_, text, "to") or addressee,
        tags=header.tags or _tags(print_, text),
        subject=header.subject or _read(print_, text, "subject"),
    )
    signs = top.signs + 2 * (top.identity.number is None and named.number is not None)
    return replace(top, header=made, identity=named, signs=signs)


def _numbered(named: Identity, print_: Print, text: str, posts: Posts) -> Identity:
    """*named* with the post and number of the archive's own name for the document."""
    said = print_.value(text, "document number", "canonical id")
    found = None if said is None else _NUMBER.match(said[0])
    post = None if found is None else posts.abbreviated(found.text("post"))
    if said is None or found is None:
        return named
    glued = found.text("post") if post is None else post.post.glued
    return replace(
        named,
        post=Read(glued, said[1], "archive-number"),
        number=Read(int(found.text("number")), said[1], "archive-number"),
        year=int(found.text("year")),
    )


def _level(print_: Print, text: str) -> Read[str] | None:
    said = print_.value(text, "original classification", "previous classification")
    return None if said is None else Read(level_name(said[0]), said[1], "print-attribute")


def _drafted(print_: Print, text: str) -> Read[str] | None:
    said = print_.value(text, "draft date", "date")
    dated = None if said is None else find_date(said[0])
    return None if said is None or dated is None else Read(dated.value, said[1], "print-attribute")


def _dateline(body: Sequence[Line]) -> Read[str] | None:
    """The date at which an edition puts the document, in the title or on a line of its own above it."""
    for line in islice((one for one in body if not one.blank), _FIRST):
        found = _DATELINE.match(line.text[:600])
        at = None if found is None else found.at("date")
        dated = None if found is None else find_date(found.text("date"))
        if found is None or at is None or dated is None:
            continue
        hour = f"T{found.text('hour')}:{found.text('minute')}:00Z" if found.text("hour") else ""
        hour = hour or clock(found.text("clock")) or ""
        return Read(dated.value + hour, at.moved(line.start), "dateline")
    return None


def _offices(print_: Print, text: str, posts: Posts) -> tuple[Read[str] | None, tuple[Read[str], ...]]:
    """Who sent the document, and to whom, where one attribute names both: "STATE to BRUSSELS"."""
    said = print_.value(text, "from", "office")
    both = None if said is None else between(said[0], posts)
    if said is None or both is None:
        return None if said is None else Read(said[0], said[1], "print-attribute"), ()
    return Read(both[0], said[1], "print-attribute"), (Read(both[1], said[1], "print-attribute"),)


def _read(print_: Print, text: str, label: str) -> Read[str] | None:
    said = print_.value(text, label)
    return None if said is None else Read(said[0], said[1], "print-attribute")


def _listed(print_: Print, text: str, label: str) -> tuple[Read[str], ...]:
    said = _read(print_, text, label)
    return () if said is None else (said,)


def _tags(print_: Print, text: str) -> tuple[Read[str], ...]:
    said = print_.value(text, "tags")
    return () if said is None else tuple(tags(Field("tags", said[1], said[1]), text))
