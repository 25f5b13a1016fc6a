"""A document of a published volume as a ``Cable``: what the editors tell of it, and what it says itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ingest.cable import Cable, Header, Problem, Read, Reference
from ingest.document import Document, Role, Span, folded
from ingest.knowledge import Knowledge
from ingest.parse.citing import correspondents
from ingest.parse.header.header import head as telegram_head
from ingest.parse.listing.references import References, references
from ingest.parse.published.head import Heading, heading
from ingest.parse.published.kind import Kind, kind
from ingest.parse.published.lists import Subject, reference_fields, subject
from ingest.parse.published.named import Number, leading, of_head, serial
from ingest.parse.published.noted import EDITOR_NOTE, noted
from ingest.parse.published.offices import Office, addressees, dated_at, in_old_heads, office
from ingest.parse.published.paragraphs import blocks, labelled, notes, read
from ingest.parse.published.source_note import SourceNote, source_note
from ingest.parse.telegram import telegram
from ingest.parse.text.clock import as_precise
from ingest.parse.text.lines import Line, lines
from ingest.parse.text.posts import posts_of
from ingest.pattern import pattern

_MANY: Final = pattern(
    "many-addressees", r"^(?:All|Certain|Selected)\b.*\b(?:Posts|Missions)\b", example="All Diplomatic Posts"
)
_ZULU: Final = pattern("zulu-time", r"\b\d{4}\s?Z\b", example="1974, 2013Z")
_TIMED: Final = len("1974-08-22T20:13:00")
_SIGNS: Final = 2
"""So many signs of a telegram's own header show that the volume prints it."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What head, dateline and source note tell."""

    document: Document
    text: str
    head: Heading
    kind: Kind
    note: SourceNote
    sent: Read[str] | None
    sender: Office | None
    to: tuple[Office, ...]
    blocks: tuple[Span, ...]
    number: Number | None
    subject: Subject | None

    @property
    def year(self) -> int | None:
        return _year(self.sent)

    @property
    def begin(self) -> int:
        """Where the words begin behind the telegram's number, and a subject that is run in."""
        if not self.blocks:
            return 0
        first = self.blocks[0]
        begin = first.start if self.number is None else max(first.start, self.number.end)
        told = 0 if self.subject is None else self.subject.end
        return told if begin < told <= first.end + 1 else begin


def published(document: Document, knowledge: Knowledge) -> Cable:
    """The document with its header, references, passages and the editors' notes.

    >>> from ingest.document import Role
    >>> from ingest.tables import knowledge
    >>> head, day = "7. Telegram From the Embassy in France to the Department of State", "January 5, 1956"
    >>> text = f"{head}\\n\\n{day}\\n\\n900074. Talks go on."
    >>> roles = (
    ...     Role("identifier", Span(0, 0), "d7", "frus1999v90-d7"),
    ...     Role("head", Span(0, len(head))),
    ...     Role("dateline", Span(len(head) + 2, len(head) + 2 + len(day)), None, "1956-01-05T16:00:00"),
    ... )
    >>> made = published(Document(text, "v.xml", "", form="tei", roles=roles), knowledge())
    >>> made.id, made.aliases, [(one.number, one.body.of(text)) for one in made.passages]
    ('1956PARIS900074', ('frus1999v90-d7',), [('1', 'Talks go on.')])
    """
    text = folded(document.text)
    facts = _facts(document, text, knowledge)
    place = document.role("identifier")
    alias = f"published-{document.sha256[:8]}" if place is None else place.value or place.name or ""
    made = (
        None
        if facts.number is None or facts.sent is None
        else serial(facts.number, facts.kind, facts.sender, facts.to, facts.sent.value)
    )
    identifier = alias if made is None else made.id
    printed = _printed(facts, knowledge)
    told = _told(facts, identifier, knowledge) if printed is None else printed
    return replace(
        told,
        document=document,
        id=identifier,
        kind=facts.kind.name,
        header=_header(facts, told.header),
        passages=(*told.passages, *notes(document)),
        problems=(*told.problems, *_open(facts, made is not None)),
        aliases=(alias, *_second(facts)),
    )


def _facts(document: Document, text: str, knowledge: Knowledge) -> _Facts:
    head = heading(document)
    source = document.role("source-note")
    what = kind(head.kind, "" if source is None else source.span.of(document.text))
    sent = _sent(document)
    year = _year(sent)
    sender = None if head.sender is None else office(head.sender.of(text), head.sender, knowledge, year)
    to = () if head.to is None else _to(text, head.to, what, knowledge, year)
    if not head.kind:
        sender, to = None if sender is None else in_old_heads(sender), tuple(map(in_old_heads, to))
    found = blocks(document)
    numbered = what.form is not None
    number = _number(text, head, found) if numbered else None
    first = found[0] if found and numbered else None
    note = SourceNote() if source is None else source_note(text, source.span, knowledge, year)
    told = subject(document, text, first, labelled(document))
    return _Facts(
        document,
        text,
        head,
        what,
        note,
        sent,
        _placed(sender, document, knowledge, year),
        to,
        found,
        number,
        told,
    )


def _to(text: str, span: Span, what: Kind, knowledge: Knowledge, year: int | None) -> tuple[Office, ...]:
    whole = office(span.of(text), span, knowledge, year)
    parts = tuple(addressees(text, span, knowledge, year)) if what.form is not None else ()
    return parts if any(one.glued is not None for one in parts) else (whole,)


def _placed(
    sender: Office | None, document: Document, knowledge: Knowledge, year: int | None
) -> Office | None:
    origin = document.role("origin")
    if sender is None or origin is None:
        return sender
    return dated_at(sender, origin.span.of(document.text), knowledge, year)


def _sent(document: Document) -> Read[str] | None:
    """The date of the dateline, or else of the head."""
    for name in ("dateline", "date"):
        role = next((one for one in document.roles if one.role == name and one.value), None)
        if role is not None and role.value is not None and role.value[:4].isdigit():
            words = _dated_words(document, role)
            zulu = _ZULU.search(words) is not None and len(role.value) == _TIMED
            value = f"{role.value}Z" if zulu else as_precise(role.value, words)
            return Read(value, role.span, name)
    return None


def _dated_words(document: Document, role: Role) -> str:
    """The words of a date; of one that stands beside the text those of dateline and head."""
    if role.span.start < role.span.end:
        return role.span.of(document.text)
    beside = (document.role(one) for one in ("dateline", "head"))
    return " ".join(one.span.of(document.text) for one in beside if one is not None)


def _year(sent: Read[str] | None) -> int | None:
    return None if sent is None else int(sent.value[:4])


def _number(text: str, head: Heading, found: tuple[Span, ...]) -> Number | None:
    """The number of the head, or else the one with which the first paragraph begins."""
    begins = leading(text, found[0]) if found else None
    named = of_head(text, head)
    if named is None:
        return begins
    end = begins.end if begins is not None and begins.read.value == named.read.value else 0
    return replace(named, end=end)


def _second(facts: _Facts) -> Iterator[str]:
    """The name under which a telegram counts in a second series: "179177/Tosec 80150"."""
    head = facts.head
    if head.second is not None and head.series is not None and facts.year is not None:
        yield f"{facts.year}{head.series.upper()}{int(head.second.of(facts.text))}"


def _printed(facts: _Facts, knowledge: Knowledge) -> Cable | None:
    """What the telegram's own header and paragraphs say, where the volume prints them all."""
    body = facts.document.role("body")
    if facts.kind.form is None or body is None:
        return None
    inside = tuple(_within(facts.text, Span(facts.head.span.end, body.span.end)))
    top = telegram_head(facts.text, inside, knowledge)
    return telegram(facts.document, inside, top, knowledge) if top.signs >= _SIGNS else None


def _within(text: str, span: Span) -> Iterator[Line]:
    for line in lines(span.of(text)):
        yield Line(line.start + span.start, line.text)


def _told(facts: _Facts, identifier: str, knowledge: Knowledge) -> Cable:
    """The references and passages of a document without a telegram's own header."""
    made = read(facts.text, facts.blocks, facts.begin, year=facts.year)
    cited = _references(facts, identifier, knowledge)
    inside = made.passages
    body = Span(inside[0].span.start, inside[-1].span.end) if inside else Span(facts.begin, facts.begin)
    return Cable(
        facts.document,
        identifier,
        facts.kind.name,
        Header(),
        cited.items,
        inside,
        (*cited.problems, *made.problems),
        body,
    )


def _references(facts: _Facts, identifier: str, knowledge: Knowledge) -> References:
    begin = 0 if facts.number is None else facts.number.end
    first = facts.blocks if facts.kind.form is not None else ()
    listed = tuple(reference_fields(facts.document, facts.text, first, begin, labelled(facts.document)))
    body = lines(facts.text)
    by = correspondents(_header(facts, Header()), posts_of(knowledge.posts), identifier)
    sent = None if facts.sent is None else facts.sent.value
    made = references(
        facts.text,
        body,
        listed,
        len(body),
        knowledge,
        year=facts.year,
        own=identifier,
        sent=sent,
        between=by,
    )
    raw = tuple(replace(one, raw=" ".join(one.span.of(facts.document.text).split())) for one in made.items)
    return replace(made, items=_settled(facts.document, raw))


def _settled(document: Document, items: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The references, those with a note that names a document meaning that one."""
    named = noted(document, (one.span for one in items))
    return tuple(
        replace(one, target=named[one.span], rule=EDITOR_NOTE, why=None, year_status=None)
        if one.span in named
        else one
        for one in items
    )


def _header(facts: _Facts, own: Header) -> Header:
    """What the editors tell, and the telegram's own words for the rest."""
    note, sender = facts.note, facts.sender
    posted = sender is not None and sender.glued is not None
    to = _reads(facts.to)
    listed = len(own.to) > 0 and any(_MANY.search(one.name) is not None for one in facts.to)
    return replace(
        own,
        classification=note.classification or own.classification,
        post=Read(sender.glued, sender.span, "head")
        if sender is not None and sender.glued is not None
        else own.post,
        number=own.number if facts.number is None else facts.number.read,
        sent=facts.sent or own.sent,
        precedence_action=note.precedence or own.precedence_action,
        sender=own.sender if sender is None else Read(sender.name, sender.span, "head"),
        to=own.to if listed else (*to, *note.to),
        info=note.info or own.info,
        captions=note.captions or own.captions,
        subject=own.subject if facts.subject is None else facts.subject.read,
        subject_marking=own.subject_marking if facts.subject is None else facts.subject.marking,
        place=None if posted else _place(facts.document),
    )


def _reads(offices: tuple[Office, ...]) -> tuple[Read[str], ...]:
    return tuple(Read(one.name, one.span, "head") for one in offices)


def _place(document: Document) -> Read[str] | None:
    origin = document.role("origin")
    return None if origin is None else Read(origin.span.of(document.text), origin.span, "dateline")


def _open(facts: _Facts, named: bool) -> Iterator[Problem]:
    """Why a telegram has no serial."""
    if named or facts.kind.form is None:
        return
    if facts.number is None:
        why = "neither head nor text give the number of the telegram"
    elif facts.sent is None:
        why = "the telegram gives no date"
    elif facts.sender is None or facts.sender.glued is None:
        why = "the head does not name the post that sent the telegram"
    else:
        why = "the telegram went to several posts, and each counted it under a number of its own"
    yield Problem(facts.head.span.of(facts.document.text), facts.head.span, why)
