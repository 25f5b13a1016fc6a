"""What stands above the body of a telegram."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.cable import Header, Problem, Read
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.parse.header import control
from ingest.parse.header.address import Address, address, opening_line, sender
from ingest.parse.header.addressees import listed
from ingest.parse.header.airgram import airgram, date_of
from ingest.parse.header.field import Field, begins_field, fields, unlabelled
from ingest.parse.header.identity import Identity, identity, is_identity
from ingest.parse.header.instruction import Instructions, instructions
from ingest.parse.header.outset import outset
from ingest.parse.text.lines import Line
from ingest.parse.text.posts import Posts, posts_of

_MOST_ADDRESSES: Final = 160
"""Lines that the addresses of a telegram may take: a circular goes to more than a hundred posts."""


@dataclass(frozen=True, slots=True)
class Head:
    """A header with its fields; ``limit`` is the first line behind it, ``end`` its last offset."""

    header: Header
    identity: Identity
    fields: tuple[Field, ...]
    limit: int
    end: int
    signs: int
    problems: tuple[Problem, ...]


def head(text: str, body: Sequence[Line], knowledge: Knowledge) -> Head:
    r"""The header that the first lines of a text make; ``signs`` counts what only a telegram has.

    >>> from ingest.parse.text.lines import lines
    >>> from ingest.tables import knowledge
    >>> text = "FM SECSTATE WASHDC\n\nCONFIDENTIAL STATE 900001\n\nSUBJECT: MTCR\n\n1. (C) Hello."
    >>> made = head(text, lines(text), knowledge())
    >>> made.header.subject and made.header.subject.value, text[made.end:].strip()
    ('MTCR', '1. (C) Hello.')
    """
    limit = outset(body)
    top = body[:limit]
    found = fields(body, limit)
    found = (*found, *unlabelled(body, found, limit))
    posts = posts_of(knowledge.posts)
    begins = opening_line(top)
    first = next((i for i in range(begins + 1, len(top)) if begins_field(top[i])), len(top))
    rough = identity(top, posts, sender=_sender(top, posts, begins, first), since=begins)
    sent = address(text, top, knowledge.precedence, _address_stop(rough, top, begins, first))
    named = airgram(top, rough, found, text, posts)
    taken = (*(field.value for field in found), Span(0, sent.end))
    stop = _first_field(top, named.line + 1)
    since = sent.end if sent.to else None
    told = instructions(top, named.line, stop, taken, knowledge.markings, since=since)
    ends = (sent.end, told.end, *(one.value.end for one in found), *(_identity_end(named, body)))
    return Head(
        _header(text, found, sent, named, told, posts),
        named,
        found,
        limit,
        max(ends, default=0),
        _signs(found, sent, named),
        (*sent.problems, *told.problems),
    )


def _first_field(top: Sequence[Line], first: int) -> int:
    return next((i for i in range(first, len(top)) if begins_field(top[i])), first)


def _sender(top: Sequence[Line], posts: Posts, begins: int, first: int) -> str | None:
    """The glued name of the post that the addresses say sent the message; *first* is the first field."""
    said = sender(top, min(first, begins + _MOST_ADDRESSES))
    return None if said is None else posts.glued(said.value)


def _address_stop(named: Identity, top: Sequence[Line], begins: int, first: int) -> int:
    """The line before which the addresses end: the message's own name, or a field."""
    again = next((i for i in range(begins + 1, len(top)) if is_identity(top[i])), -1)
    later = [at for at in (named.line, first, again) if at > begins]
    return min(later, default=min(len(top), begins + _MOST_ADDRESSES))


def _identity_end(named: Identity, body: Sequence[Line]) -> Iterator[int]:
    if named.line >= 0:
        yield body[named.line].end


def _signs(found: Sequence[Field], sent: Address, named: Identity) -> int:
    kinds = {one.kind for one in found}
    told = (sent.sent is not None, sent.sender is not None, named.number is not None)
    return sum(told) + len(kinds & {"eo", "tags", "subject", "ref", "classified"})


def _header(
    text: str, found: Sequence[Field], sent: Address, named: Identity, told: Instructions, posts: Posts
) -> Header:
    one = {field.kind: field for field in reversed(found)}
    subject, mark = control.subject(one["subject"], text) if "subject" in one else (None, None)
    why = [field for field in found if field.kind in {"classified", "reason"}]
    return Header(
        classification=named.classification,
        post=named.post,
        number=named.number,
        sent=sent.sent or date_of(one.get("date"), text),
        precedence_action=sent.action,
        precedence_info=sent.information,
        sender=sent.sender or _line(one.get("from"), text),
        to=sent.to or listed(one.get("to"), text, posts),
        info=sent.info or listed(one.get("info"), text, posts),
        attention=told.attention,
        captions=told.captions,
        eo=control.order(one["eo"], text) if "eo" in one else None,
        declassify=control.declassify(one["eo"], text) if "eo" in one else None,
        tags=tuple(control.tags(one["tags"], text)) if "tags" in one else (),
        subject=subject,
        subject_marking=mark,
        classified_by=control.classified_by(one["classified"], text) if "classified" in one else None,
        reasons=_distinct(reason for field in why for reason in control.reasons(field, text)),
    )


def _distinct(reasons: Iterator[Read[str]]) -> tuple[Read[str], ...]:
    made: dict[str, Read[str]] = {}
    for reason in reasons:
        made.setdefault(reason.value, reason)
    return tuple(made.values())


def _line(field: Field | None, text: str) -> Read[str] | None:
    value = "" if field is None else " ".join(field.value.of(text).split())
    return Read(value, field.value, "header-label") if field is not None and value else None
