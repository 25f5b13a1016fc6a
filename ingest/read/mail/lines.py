"""The text of a part of a mail, line by line, each with its place in the mail's bytes."""

import binascii
import codecs
import quopri
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.read.decode import decode
from ingest.read.html.page import unwrapped
from ingest.read.mail.parts import Part


@dataclass(frozen=True, slots=True)
class Written:
    """A line as it reads, and the bytes of the mail that it stands for."""

    text: str
    start: int
    end: int


def written(source: str, part: Part) -> tuple[Written, ...]:
    r"""The lines of a part as they read.

    >>> from ingest.read.mail.parts import parts
    >>> mail = "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9 =\nnoir\nyes\n"
    >>> [(one.text, mail[one.start : one.end]) for one in written(mail, next(parts(mail)))]
    [('café noir\n', 'caf=E9 =\nnoir\n'), ('yes\n', 'yes\n')]
    """
    if part.encoding == "base64":
        data = _from_base64(source[part.body : part.end])
        return tuple(_spread(_said(data, part), part.body, part.end, html=part.kind == "text/html"))
    if part.kind == "text/html" or not _by_line(part.charset):
        data = source[part.body : part.end].encode("latin-1")
        data = quopri.decodestring(data) if part.encoding == "quoted-printable" else data
        return tuple(_spread(_said(data, part), part.body, part.end, html=part.kind == "text/html"))
    return tuple(_lines(source, part))


def _lines(source: str, part: Part) -> Iterator[Written]:
    start = part.body
    for line in _joined(source[part.body : part.end], soft=part.encoding == "quoted-printable"):
        data = line.encode("latin-1")
        data = quopri.decodestring(data) if part.encoding == "quoted-printable" else data
        yield Written(_said(data, part), start, start + len(line))
        start += len(line)


def _joined(text: str, *, soft: bool) -> Iterator[str]:
    """The lines, those that end in ``=`` together with the next, where such ends are *soft*."""
    waiting: list[str] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        line = text[start:end]
        start = end
        waiting.append(line)
        if not (soft and line.rstrip().endswith("=")):
            yield "".join(waiting)
            waiting = []
    if waiting:
        yield "".join(waiting)


def _spread(text: str, start: int, end: int, *, html: bool) -> Iterator[Written]:
    """The lines of a text that does not stand line by line in the mail: its bytes are spread over them."""
    said = unwrapped(text).text if html else text
    if not said:
        return
    done, last = 0, start
    for line in said.splitlines(keepends=True):
        done += len(line)
        at = start + (end - start) * done // len(said)
        yield Written(line, last, at)
        last = at


def _from_base64(text: str) -> bytes:
    kept = "".join(c for c in text if (c.isascii() and c.isalnum()) or c in "+/")
    try:
        return binascii.a2b_base64(kept + "=" * (-len(kept) % 4))
    except binascii.Error:
        return binascii.a2b_base64(kept[: len(kept) // 4 * 4])


def _by_line(charset: str) -> bool:
    return _codec(charset) is None or not charset.lower().startswith(
        ("utf-16", "utf-32", "utf-7", "utf16", "utf32")
    )


def _codec(charset: str) -> str | None:
    try:
        found = codecs.lookup(charset) if charset else None
    except (LookupError, ValueError):
        return None
    return None if found is None or not found._is_text_encoding else found.name


def _said(data: bytes, part: Part) -> str:
    """The text of some bytes: in the charset that the part names, where it can be so."""
    name = _codec(part.charset)
    if name in {None, "ascii", "utf-8"}:
        return decode(data, mark=False)[0]
    try:
        return data.decode(str(name))
    except (UnicodeDecodeError, ValueError):
        return decode(data, mark=False)[0]
