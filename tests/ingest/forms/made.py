"""The same telegram in every form in which such telegrams come."""

import quopri
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parents[2] / "data" / "forms"


@dataclass(frozen=True)
class Telegram:
    """A telegram and what the files that hold such telegrams say of it."""

    text: str
    identifier: str
    created: str
    level: str
    origin: str
    references: str

    @property
    def body(self) -> int:
        """Where its first paragraph begins."""
        return self.text.index("\n1. (") + 1

    @property
    def halves(self) -> tuple[str, str]:
        """The routing lines and what follows them."""
        at = self.text.index("\nBT\n") + len("\nBT\n")
        return self.text[:at], self.text[at:]

    @property
    def cells(self) -> dict[str, str]:
        """What a page says of it."""
        return {
            "Reference ID": f'<a href="/c/1">{self.identifier}</a>',
            "Created": self.created,
            "Released": "2011-08-30 01:44",
            "Classification": self.level,
            "Origin": self.origin,
        }


REPORT: Final = Telegram(
    (_FOLDER / "cable.txt").read_text("utf-8"),
    "08ATHENS900021",
    "2008-04-04 11:02",
    "CONFIDENTIAL",
    "Embassy Athens",
    "08STATE900007|07OSLO900133|08BERLIN900210",
)
GUIDANCE: Final = Telegram(
    (_FOLDER / "guidance.txt").read_text("utf-8"),
    "06STATE900055",
    "2006-08-01 15:24",
    "UNCLASSIFIED",
    "Secretary of State",
    "06OTTAWA900002|05STATE900300",
)
TEXT: Final = REPORT.text

_NAVIGATION: Final = """<div id="menu"><ul>
<li><a href="/">Home</a></li><li><a href="/by">Browse by date</a></li></ul></div>
<p>If you are new to these pages, please read an introduction to the structure of a telegram
and what its parts are called, and see how it can be discussed with others.</p>"""
_FOOT: Final = (
    """<div class="footer"><p>&copy; Nobody in particular. All of this is made up for a test.</p></div>"""
)


def _page(*parts: str) -> bytes:
    head = "<head><title>Viewing a telegram</title><script>var a = '<pre>no</pre>';</script>"
    head += "<style>p {}</style></head>"
    body = "\n".join((_NAVIGATION, *parts, _FOOT))
    return f"<!DOCTYPE html>\n<html>{head}\n<body onload=\"x('>')\">\n{body}\n</body></html>\n".encode()


def _columns(one: Telegram) -> str:
    labels = "".join(f"<th>{label}</th>" for label in one.cells)
    values = "".join(f"<td>{value}</td>" for value in one.cells.values())
    return f"<table class='cable'><tr>{labels}</tr><tr>{values}</tr></table>"


def _rows(one: Telegram) -> str:
    rows = "".join(f"<tr><td><b>{label}:</b></td><td>{value}</td></tr>" for label, value in one.cells.items())
    return f"<table>{rows}</table>"


def linked(text: str) -> str:
    """The text as such pages have it: entities, and links around pilcrows and tags."""
    made = escape(text)
    for number in range(1, 20):
        for before in (f"\n{number}. (", f"\n¶{number}. ("):
            link = f'\n<a id="par{number}" href="#par{number}">¶</a>{number}. ('
            made = made.replace(before, link)
    return made.replace("MTCRE", '<a href="/tag/MTCRE_0.html">MTCRE</a>')


def two_blocks(one: Telegram = REPORT) -> bytes:
    """A table above, the routing lines in one block and the rest in another."""
    head, body = one.halves
    return _page(
        "<h1>Viewing telegram 08ATHENS900021</h1>",
        _columns(one),
        f"<code><pre>{escape(head)}</pre></code>",
        f"<code><pre>{linked(body)}</pre></code>",
    )


def header_twice(one: Telegram = REPORT) -> bytes:
    """The header stands in a block of its own and again above the body."""
    head, body = one.halves
    only = body[: body.index("\n1. (") + 1]
    return _page(_rows(one), f"<pre>{escape(head + only)}</pre>", f"<pre>{linked(head + body)}</pre>")


def broken_lines(one: Telegram = REPORT) -> bytes:
    """No block keeps its lines: each ends in a tag."""
    return _page(
        _rows(one),
        f"<div>{linked(one.text).replace(chr(10), '<br />' + chr(10)).replace('  ', ' &nbsp;')}</div>",
    )


def numbered_line_ends(one: Telegram = REPORT) -> bytes:
    """Line ends are written as numbers."""
    return _page(_columns(one), f"<pre>{linked(one.text).replace(chr(10), '&#x000A;')}</pre>")


def no_blocks(one: Telegram = REPORT) -> bytes:
    """The lines stand in an element that keeps them only by a style sheet."""
    return _page(_columns(one), f"<div class='text'>\n{linked(one.text)}</div>")


def paragraphs(one: Telegram = REPORT) -> bytes:
    """Each paragraph is an element."""
    parts = "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in linked(one.text).split("\n\n"))
    return _page(_rows(one), f"<div>{parts}</div>")


def cells(one: Telegram = REPORT) -> tuple[str, ...]:
    """A row of the widely known table of such telegrams."""
    head, body = one.halves
    return ("1", one.created, one.identifier, one.origin, one.level, one.references, head, body)


def row(values: Iterable[str], *, delimiter: str = ",", mark: str = '""') -> str:
    """A row with each cell in quotation marks."""
    return delimiter.join('"' + value.replace('"', mark) + '"' for value in values) + "\n"


def table(one: Telegram = REPORT) -> bytes:
    """The widely known table of eight columns, without a heading."""
    return row(cells(one)).encode()


def table_with_heading(one: Telegram = REPORT) -> bytes:
    """Columns in another order, named by the first row, parted by tabulators."""
    known = ("n", "date", "identifier", "origin", "classification", "refs", "header", "body")
    values = dict(zip(known, cells(one), strict=True))
    names = ("identifier", "classification", "subject", "date", "origin", "text")
    values |= {"subject": "GREECE", "text": values["header"] + values["body"]}
    return (row(names, delimiter="\t") + row((values[name] for name in names), delimiter="\t")).encode()


def table_with_backslashes(one: Telegram = REPORT) -> bytes:
    r"""A quotation mark is written as \" and the message stands in one column."""
    quoted = one.text.replace("example", '"example"')
    return row((*cells(one)[:6], "", quoted), mark='\\"').encode()


def _mail(headers: str, body: str) -> bytes:
    top = (
        "Return-Path: <ann@example.org>",
        "Received: from a.example.org (a.example.org [192.0.2.1])",
        " by b.example.org",
        "From: Ann Durham <ann@example.org>",
        "To: Carol Conway <carol@example.org>",
        "Cc: Dan Doe <dan@example.org>",
        "Date: Mon, 07 Apr 2008 09:30:00 +0200",
        "Subject: Greece on the agenda",
        "MIME-Version: 1.0",
    )
    return ("\n".join(top) + "\n" + headers + "\n" + body).encode()


def mail(one: Telegram = REPORT) -> bytes:
    """The telegram is pasted into a mail."""
    note = "Carol,\n\nplease see the telegram below, and tell me what to reply.\n\nAnn\n\n"
    return _mail("Content-Type: text/plain; charset=utf-8\n", note + one.text + "NNNN\n")


def quoted_mail(one: Telegram = REPORT) -> bytes:
    """The telegram is quoted in a mail of several parts, in quoted-printable, beside a page and an image."""
    quoted = "".join(f"> {line}\n" for line in one.text.splitlines())
    body = quopri.encodestring(f"See below, please.\n\n{quoted}".encode()).decode()
    parts = (
        "--out\nContent-Type: multipart/alternative; boundary=in\n\n",
        "--in\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n",
        f"{body}\n",
        "--in\nContent-Type: text/html\n\n<p>See below, please.</p>\n--in--\n",
        "--out\nContent-Type: image/png; name=seal.png\nContent-Transfer-Encoding: base64\n\n",
        "iVBORw0KGgo=\n--out--\n",
    )
    return _mail("Content-Type: multipart/mixed; boundary=out\n", "".join(parts))


def one_line(one: Telegram = REPORT) -> bytes:
    """All line ends are lost."""
    return " ".join(one.text.split()).encode()


def two_lines(one: Telegram = REPORT) -> bytes:
    """The header is one line and the body another."""
    head, body = one.text[: one.body], one.text[one.body :]
    return f"{' '.join(head.split())}\n{' '.join(body.split())}\n".encode()


def quoted(one: Telegram = REPORT) -> bytes:
    """The lines are quoted, as in a reply."""
    return "".join(f"> {line}\n" if line else ">\n" for line in one.text.splitlines()).encode()


def mixed_encodings(one: Telegram = REPORT) -> bytes:
    """The file has a byte-order mark and old line ends."""
    return b"\xef\xbb\xbf" + one.text.replace("\n", "\r\n").encode()


def sixteen_bits(one: Telegram = REPORT) -> bytes:
    """Each character is two bytes."""
    return one.text.encode("utf-16")
