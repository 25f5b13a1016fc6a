"""The parts of a mail, with their places in its bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import HeaderParser
from email.policy import compat32
from itertools import islice
from typing import Final

DEEPEST: Final = 10
MOST: Final = 500
"""So many parts of a mail are looked at; the rest is dropped as it stands."""
_PARSER: Final = HeaderParser(policy=compat32)
_LONGEST_HEAD: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a mail: from ``start`` its headers, from ``body`` to ``end`` its content.

    ``inside`` is the kind of the parts around it ("mixed", "alternative"), ``depth`` how many there are;
    ``messages`` how many mails it is attached in, one in the other.
    """

    start: int
    body: int
    end: int
    kind: str
    charset: str
    encoding: str
    name: str
    attached: bool
    boundary: str
    inside: str
    depth: int
    messages: int


def parts(source: str, start: int = 0, end: int | None = None) -> Iterator[Part]:
    r"""The parts of a mail, each before those inside it; *source* has a character for each byte.

    >>> mail = "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nHello.\n"
    >>> mail += "--x\nContent-Type: image/png\n\n?\n--x--\n"
    >>> [(one.kind, mail[one.body : one.end]) for one in parts(mail)][1:]
    [('text/plain', 'Hello.\n'), ('image/png', '?\n')]
    """
    waiting = [_part(source, start, len(source) if end is None else end, "", 0, 0)]
    for _ in range(MOST):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        if part.depth < DEEPEST:
            waiting += reversed(list(islice(_inside(source, part), MOST)))


def _inside(source: str, part: Part) -> Iterator[Part]:
    if part.kind == "message/rfc822":
        yield _part(source, part.body, part.end, "rfc822", part.depth + 1, part.messages + 1)
    elif part.kind.startswith("multipart/") and part.boundary:
        inside = part.kind.removeprefix("multipart/")
        for start, end in _between(source, part):
            yield _part(source, start, end, inside, part.depth + 1, part.messages)


def _between(source: str, part: Part) -> Iterator[tuple[int, int]]:
    """The stretches between the lines of a boundary."""
    sign = "--" + part.boundary
    begun: int | None = None
    at = part.body
    while (found := source.find(sign, at, part.end)) >= 0:
        line = source.find("\n", found, part.end)
        after = part.end if line < 0 else line + 1
        rest = source[found + len(sign) : after].strip()
        at = after
        if (found > part.body and source[found - 1] != "\n") or rest not in {"", "--"}:
            continue
        if begun is not None:
            yield begun, found
        begun = after
        if rest == "--":
            return
    if begun is not None:
        yield begun, part.end


def _part(source: str, start: int, end: int, inside: str, depth: int, messages: int) -> Part:
    body = head_end(source, start, end)
    headers = _PARSER.parsestr(source[start : min(body, start + _LONGEST_HEAD)].lstrip("\r\n"))
    name = headers.get_filename() or ""
    how = (headers.get_content_disposition() or "").lower()
    return Part(
        start,
        body,
        end,
        headers.get_content_type(),
        headers.get_content_charset() or "",
        str(headers.get("content-transfer-encoding", "")).strip().lower(),
        " ".join(str(name).split())[:100],
        how == "attachment" or bool(name),
        headers.get_boundary() or "",
        inside,
        depth,
        messages,
    )


def head_end(source: str, start: int, end: int) -> int:
    r"""Where the content behind the headers begins: after the first blank line.

    >>> head_end("A: b\n\nText", 0, 10), head_end("\nText", 0, 5), head_end("A: b\r\n\r\nText", 0, 12)
    (6, 1, 8)
    """
    for blank in ("\n", "\r\n"):
        if source.startswith(blank, start):
            return start + len(blank)
    places = [(at, len(sign)) for sign in ("\n\n", "\n\r\n") if (at := source.find(sign, start, end)) >= 0]
    at, size = min(places, default=(end, 0))
    return min(at + size, end)
