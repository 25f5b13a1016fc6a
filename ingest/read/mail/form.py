"""Mail: the message is the document; a mail attached to it and a telegram pasted into it are others."""

import hashlib
from collections.abc import Iterator, Sequence
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.utils import parsedate_to_datetime
from typing import Final

from ingest.document import Document
from ingest.pattern import pattern
from ingest.read.given import Given
from ingest.read.limit import check_bytes, check_size
from ingest.read.mail.lines import Written, written
from ingest.read.mail.parts import Part, parts
from ingest.read.mail.pasted import pasted
from ingest.read.refusal import Refused
from ingest.read.unwrap import Unwrapping

_HEADER: Final = pattern(
    "mail-header", r"(?s)^(?P<name>[!-9;-~]{1,60}):[ \t]?(?P<value>.*)$", example="To: A"
)
_KEPT: Final = frozenset({"from", "to", "cc", "date", "subject"})
_CARRIED: Final = frozenset(
    {
        "received",
        "message-id",
        "mime-version",
        "content-type",
        "return-path",
        "delivered-to",
        "in-reply-to",
        "content-transfer-encoding",
        "dkim-signature",
        "thread-topic",
        "x-mailer",
        "user-agent",
        "references",
    }
)
"""Headers that only mail in transport has; a text that begins with From and To is a text."""


def is_mail(head: bytes) -> bool:
    r"""Whether a file begins with the headers of a mail.

    >>> is_mail(b"From: a@example.org\nMessage-ID: <1@example.org>\n\nYes."), is_mail(b"FROM: A\nTO: B\n")
    (True, False)
    """
    source = head.decode("latin-1")
    names = set()
    for line in _head_lines(source.removeprefix("\xef\xbb\xbf"), 400):
        found = _HEADER.match(line[:200])
        if found is None and not line.startswith("From "):
            return False
        names.add("" if found is None else found.text("name").lower())
    return "from" in names and bool(names & _CARRIED)


def _head_lines(source: str, most: int = 1_000_000) -> Iterator[str]:
    """The headers, each with the lines that carry it on."""
    waiting = ""
    for line in source.split("\n", most)[:most]:
        if not line.strip():
            break
        if line[0] in " \t" and waiting:
            waiting += "\n" + line
            continue
        if waiting:
            yield waiting
        waiting = line
    if waiting:
        yield waiting


def mail_documents(given: Given) -> Iterator[Document | Refused]:
    r"""The message of a mail, then the mails attached to it and the telegrams pasted into it.

    >>> data = b"From: Ann <a@example.org>\nMIME-Version: 1.0\nSubject: =?utf-8?q?caf=C3=A9?=\n\nYes.\n"
    >>> [one.text for one in mail_documents(Given("a.eml", data=data))]
    ['From: Ann <a@example.org>\nSubject: café\n\nYes.\n']
    """
    check_size(given.size, given.name)
    data = given.all()
    check_bytes(data, given.name)
    source = data.decode("latin-1")
    found = tuple(parts(source))
    inner = [part for part in found if part.inside == "rfc822" and part.messages == 1]
    yield from _message(given, source, found, None)
    for number, part in enumerate(inner, start=1):
        own = tuple(
            one for one in found if part.start <= one.start and one.end <= part.end and one.messages >= 1
        )
        yield from _message(given, source, own, f"message-{number}")


def _message(
    given: Given, source: str, found: Sequence[Part], name: str | None
) -> Iterator[Document | Refused]:
    """The document that a mail is, and those in its body."""
    whole = found[0]
    made = Unwrapping(source[whole.start : whole.end])
    telegrams: list[str] = []
    taken = _headers(made, source, whole)
    for part, reason in _bodies(found):
        lines = written(source, part) if reason is None else ()
        start = part.body - whole.start
        made.drop("markup", taken, start)
        if reason is not None:
            made.drop(reason, start, part.end - whole.start)
        else:
            telegrams += _body(made, lines, whole.start, len(telegrams), name)
            made.drop("layout", lines[-1].end - whole.start if lines else start, part.end - whole.start)
        taken = part.end - whole.start
    made.drop("markup", taken, len(made.source))
    if not made.text.strip():
        yield Refused(given.name, "empty", f"the mail {name or ''} has no words".replace("  ", " "))
        return
    text = made.text
    yield Document(
        text,
        given.name,
        given.sha256 if name is None else _hash(text),
        ("utf-8",),
        "email",
        container=None if name is None else given.sha256,
        part=name,
        roles=made.roles,
        characters=len(made.source),
        origin=made.origin,
        dropped=made.dropped,
    )
    for number, telegram in enumerate(telegrams, start=1):
        yield _telegram(given, telegram, _named(name, number))


def _named(name: str | None, number: int) -> str:
    return f"cable-{number}" if name is None else f"{name}/cable-{number}"


def _telegram(given: Given, text: str, part: str) -> Document:
    made = Unwrapping(text)
    made.keep(0, len(text))
    return Document(
        text,
        given.name,
        _hash(text),
        form="email",
        container=given.sha256,
        part=part,
        characters=len(text),
        origin=made.origin,
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _headers(made: Unwrapping, source: str, whole: Part) -> int:
    """Write the headers that say who wrote what to whom when, and how far they were taken."""
    taken = at = 0
    for header in _head_lines(made.source[: whole.body - whole.start]):
        at = made.source.index(header, at)
        found = _HEADER.match(header)
        name = "" if found is None else found.text("name").lower()
        end = at + len(header)
        if name in _KEPT:
            made.drop("transport-header", taken, at)
            start = made.at
            made.put(f"{header[: len(name)]}: {_said(header[len(name) + 1 :])}", at, end)
            made.role(name, start, value=_when(header[len(name) + 1 :]) if name == "date" else None)
            ending = 2 if made.source.startswith("\r\n", end) else 1
            made.put("\n", end, min(end + ending, len(made.source)))
            end = min(end + ending, len(made.source))
        else:
            made.drop("transport-header", taken, end)
        taken = at = end
    if made.at and taken < whole.body - whole.start:
        made.put("\n", taken, whole.body - whole.start)
        taken = whole.body - whole.start
    return taken


def _said(value: str) -> str:
    """What a header says, on one line."""
    plain = " ".join(value.encode("latin-1").decode("utf-8", "replace").split())
    try:
        return " ".join(str(make_header(decode_header(plain))).split()) if "=?" in plain else plain
    except (HeaderParseError, LookupError, ValueError):
        return plain


def _when(value: str) -> str | None:
    try:
        return parsedate_to_datetime(_said(value)).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _bodies(found: Sequence[Part]) -> Iterator[tuple[Part, str | None]]:
    """The parts with content, in order, and why one is left out."""
    level = found[0].messages
    chosen = {id(part) for part in _chosen([one for one in found if one.messages == level])}
    ending = 0
    number = 0
    for part in found:
        if part.start < ending:
            continue
        if part.kind == "message/rfc822" and part.messages == level:
            number += 1
            yield part, f"message-{number}" if level == 0 else "attachment: message/rfc822"
            ending = part.end
        elif not (part.kind.startswith("multipart/") and part.boundary):
            label = f"attachment: {part.name} ({part.kind})" if part.name else f"attachment: {part.kind}"
            reason = "alternative" if part.kind.startswith("text/") and not part.attached else label
            yield part, None if id(part) in chosen else reason


def _chosen(found: Sequence[Part]) -> Iterator[Part]:
    """The texts of the message itself: of alternatives the plain one."""
    texts = [one for one in found if one.kind in {"text/plain", "text/html"} and not one.attached]
    plain = [one for one in texts if one.kind == "text/plain"]
    for one in texts:
        rival = one.kind == "text/html" and one.inside == "alternative" and plain
        if not rival:
            yield one


def _body(
    made: Unwrapping, lines: Sequence[Written], offset: int, before: int, name: str | None
) -> list[str]:
    """Write the lines of a body but for the telegrams in it, of which only the line with the name stays."""
    found = pasted([line.text for line in lines])
    at = 0
    for number, one in enumerate(found, start=before + 1):
        _keep(made, lines[at : one.first], offset)
        for index in range(one.first, one.end):
            line = lines[index]
            if index == one.identity:
                start = made.at
                made.put(line.text, line.start - offset, line.end - offset)
                made.role("pasted", start, name=_named(name, number), value=one.when)
            else:
                made.drop(_named(name, number), line.start - offset, line.end - offset)
        at = one.end
    _keep(made, lines[at:], offset)
    return ["".join(line.text for line in lines[one.first : one.end]) for one in found]


def _keep(made: Unwrapping, lines: Sequence[Written], offset: int) -> None:
    for line in lines:
        made.put(line.text, line.start - offset, line.end - offset)
