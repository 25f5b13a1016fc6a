"""What the file around a document tells of it: cells with its name, date, classification, references.

They are no words of the message, which is read without them; they fill what the message leaves open.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ingest.cable import Cable, Header, Problem, Read, Reference
from ingest.document import Document, Role, Span, blanked, folded
from ingest.knowledge import Knowledge
from ingest.parse.header import control
from ingest.parse.header.field import Field
from ingest.parse.header.header import Head
from ingest.parse.header.identity import Identity, level_name
from ingest.parse.header.label import between, filed
from ingest.parse.text.lines import LEVEL_EXPRESSION
from ingest.parse.text.posts import Posts, posts_of
from ingest.parse.text.quoting import quoting
from ingest.parse.text.when import find_date, full_year, stamped_date
from ingest.pattern import Match, pattern
from ingest.read.labels import TOLD
from ingest.serial import Serial, serial

_OUTSIDE: Final = TOLD | {"label"}
_SERIAL: Final = pattern(
    "told-identifier",
    r"(?i)\b(?P<year>(?:19|20)\d\d|\d\d)[\s_-]?(?P<post>[A-Z][A-Z .'_-]*?)[\s_-]?(?P<number>\d{1,7})"
    r"(?:_[A-Z])?\b",
    example="08STATE900001",
)
_YEARLESS: Final = pattern(
    "told-number",
    r"^\s*(?P<year>)(?P<post>[A-Z][A-Za-z .'_>-]*?)[\s_-]+(?P<number>\d{1,7})\s*$",
    example="STATE 900001",
)
_DAY: Final = len("2008-04-04")
_TIME: Final = pattern(
    "told-time", r"(?:\b|T)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)\b", example="2008-04-04 00:45"
)
_LEVEL: Final = pattern(
    "told-level", rf"(?i)^\W*(?P<level>{LEVEL_EXPRESSION})\b(?P<caveat>.*)", example="Confidential//Noforn"
)
_OFFICE: Final = pattern(
    "told-office",
    r"(?i)^(?:U\.?S\.?\s+)?(?:embassy|consulate(?:\s+general)?|mission|amembassy|amconsul)\b[\s,]*(?:general\s+)?(?:of|in|to)?\s*",
    example="Embassy Buenos Aires",
)


def spoken(document: Document) -> str:
    """The text for matching, without what stands beside the message or quotes it: as long as it was.

    >>> from ingest.document import Role, Span
    >>> made = Document("08STATE1\\nSUBJECT: A", "a.html", "", roles=(Role("identifier", Span(0, 8)),))
    >>> spoken(made)
    '        \\nSUBJECT: A'
    """
    outside = {one.span for one in document.roles if one.role in _OUTSIDE and document.form != "email"}
    return blanked(folded(document.text), tuple(sorted(outside | set(quoting(document.text)))))


def with_told(top: Head, document: Document, knowledge: Knowledge) -> Head:
    """The header, filled up with what the file tells; that the two name different telegrams is a problem.

    >>> from ingest.parse.header.header import head
    >>> from ingest.tables import knowledge
    >>> made = Document("08STATE900001", "a.html", "", roles=(Role("identifier", Span(0, 13)),))
    >>> top = with_told(head("", (), knowledge()), made, knowledge())
    >>> top.header.post.value, top.header.number.value, top.identity.year, top.signs
    ('STATE', 900001, 8, 2)
    """
    told = {one.role: one for one in reversed(document.roles) if one.role in _OUTSIDE}
    if not told:
        return top
    text, posts = folded(document.text), posts_of(knowledge.posts)
    own, doubt = _identity(top, told.get("identifier"), text, posts)
    header = replace(_filled(top.header, told, text, posts), post=own.post, number=own.number)
    # A file that names a telegram says as much as a header does that it is one.
    signs = top.signs + (2 if "identifier" in told and own.number is not None else 0)
    return replace(top, header=header, identity=own, signs=signs, problems=(*top.problems, *doubt))


def _identity(top: Head, told: Role | None, text: str, posts: Posts) -> tuple[Identity, tuple[Problem, ...]]:
    own = top.identity
    words = "" if told is None else told.span.of(text)[:80]
    # "email-2006-01-05-roe-conway" is no number of a post
    found = None if find_date(words) is not None else _SERIAL.match(words) or _YEARLESS.match(words)
    if told is None or found is None or (not found.text("year") and filed(found.text("post"), posts) is None):
        return own, ()
    named = _named(found, told.span, posts)
    if own.number is not None and own.post is not None:
        same = named.number is not None and named.number.value == own.number.value
        if same or own.classification is not None:
            why = "the file names the document otherwise than its text does"
            doubt = () if same else (Problem(told.span.of(text), told.span, why),)
            return replace(own, year=own.year or named.year), doubt
    return replace(named, classification=own.classification, line=own.line), ()


def _named(found: Match, span: Span, posts: Posts) -> Identity:
    post, number = found.at("post") or span, found.at("number") or span
    words = found.text("post").replace("_", " ")
    year = found.text("year")
    known = filed(words, posts, year=full_year(year) if year else None)
    glued = "".join(c for c in words.upper() if c.isalpha()) if known is None else known[0].post.glued
    return Identity(
        post=Read(glued, post.moved(span.start), "told-identifier"),
        number=Read(int(found.text("number")), number.moved(span.start), "told-identifier"),
        year=int(year) if year else None,
        series="" if known is None else known[1],
    )


def _filled(header: Header, told: dict[str, Role], text: str, posts: Posts) -> Header:
    subject, mark = _subject(told.get("subject"), text)
    sender, addressee = _offices(told.get("origin"), text, posts)
    return replace(
        header,
        sent=header.sent or _sent(told.get("date"), text),
        classification=header.classification or _level(told.get("classification"), text),
        sender=header.sender or sender,
        to=header.to or tuple(_several(told.get("to"), text)) or addressee,
        tags=header.tags or _tags(told.get("tags"), text),
        subject=header.subject or subject,
        subject_marking=header.subject_marking or (mark if header.subject is None else None),
    )


def _sent(told: Role | None, text: str) -> Read[str] | None:
    words = "" if told is None else (told.value or told.span.of(text))
    # "2008-04-04T11:02" has no end of a word behind its day
    dated = stamped_date(words) or find_date(words) or find_date(words.strip()[:_DAY])
    if told is None or dated is None:
        return None
    time = _TIME.search(words)
    hour = "" if time is None else f"T{int(time.text('hour')):02}:{time.text('minute')}:00Z"
    return Read(dated.value + hour, told.span, "told-date")


def _level(told: Role | None, text: str) -> Read[str] | None:
    found = None if told is None else _LEVEL.match(told.span.of(text)[:120])
    at = None if found is None else found.at("level")
    if told is None or found is None or at is None:
        return None
    return Read(
        level_name(found.text("level"), found.text("caveat")),
        at.moved(told.span.start),
        "told-classification",
    )


def _words(told: Role | None, text: str, rule: str) -> Read[str] | None:
    words = "" if told is None else " ".join(told.span.of(text).split())
    return None if told is None or not words else Read(words, told.span, rule)


def _offices(told: Role | None, text: str, posts: Posts) -> tuple[Read[str] | None, tuple[Read[str], ...]]:
    """Who sent the document, and to whom, where the cell names both: "STATE to BRUSSELS"."""
    both = None if told is None else between(told.span.of(text), posts)
    if told is None or both is None:
        return _words(told, text, "told-origin"), ()
    return Read(both[0], told.span, "told-origin"), (Read(both[1], told.span, "told-addressee"),)


def _several(told: Role | None, text: str) -> Iterator[Read[str]]:
    for span in () if told is None else _parts(told.span, text):
        yield Read(" ".join(span.of(text).split()), span, "told-addressee")


def _tags(told: Role | None, text: str) -> tuple[Read[str], ...]:
    return () if told is None else tuple(control.tags(Field("tags", told.span, told.span), text))


def _subject(told: Role | None, text: str) -> tuple[Read[str] | None, Read[str] | None]:
    return (None, None) if told is None else control.subject(Field("subject", told.span, told.span), text)


def _parts(span: Span, text: str) -> Iterator[Span]:
    """The parts of a cell that holds several, parted by bars, semicolons, commas or line ends."""
    start = span.start
    for at in range(span.start, span.end + 1):
        if at == span.end or text[at] in "|;,\n":
            words = text[start:at]
            left = start + len(words) - len(words.lstrip())
            if words.strip():
                yield Span(left, left + len(words.strip()))
            start = at + 1


def with_told_references(cable: Cable, knowledge: Knowledge) -> Cable:
    """The telegram with the references that the file lists: they settle years, and add what it lacks.

    >>> from ingest.tables import knowledge
    >>> from tests.make import document
    >>> made = replace(document("07PARIS900002|x"), roles=(Role("references", Span(0, 15)),))
    >>> cable = with_told_references(Cable(made, "2008STATE1", "Cable", Header()), knowledge())
    >>> [(one.target, one.rule) for one in cable.references]
    [('2007PARIS900002', 'told-reference')]
    """
    text, posts = folded(cable.document.text), posts_of(knowledge.posts)
    references = list(cable.references)
    for role in cable.document.roles:
        for span in _parts(role.span, text) if role.role == "references" else ():
            found = _SERIAL.fullmatch(span.of(text)[:80])
            made = None if found is None else _target(found, span, posts)
            if made is not None and made.id != cable.id:
                _settle(references, made, span, text)
    return replace(cable, references=tuple(references))


def _target(found: Match, span: Span, posts: Posts) -> Serial | None:
    named = _named(found, span, posts)
    if named.post is None or named.number is None or named.number.value == 0:
        return None
    return Serial(full_year(found.text("year")), f"{named.post.value}{named.series}", named.number.value)


def _settle(references: list[Reference], told: Serial, span: Span, text: str) -> None:
    """Let an item whose year was assumed mean *told*; add *told* where no item is it."""
    for index, item in enumerate(references):
        own = None if item.target is None else serial(item.target)
        if own is None or (own.series, own.number) != (told.series, told.number):
            continue
        if own.year != told.year and item.year_status == "assumed":
            references[index] = replace(item, target=told.id, year_status="settled")
        return
    references.append(
        Reference("", "cable", span, span.of(text), "told-reference", target=told.id, year_status="stated")
    )
