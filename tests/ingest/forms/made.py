"""The same telegram in every form in which such telegrams come."""

import quopri
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

TEXT: Final = (Path(__file__).parents[2] / "data" / "forms" / "cable.txt").read_text("utf-8")

_NAVIGATION: Final = """<div id="menu"><ul>
<li><a href="/">Home</a></li><li><a href="/by">Browse by date</a></li></ul></div>
<p>If you are new to these pages, please read an introduction to the structure of a telegram
and what its parts are called, and see how it can be discussed with others.</p>"""
_FOOT: Final = (
    """<div class="footer"><p>&copy; Nobody in particular. All of this is made up for a test.</p></div>"""
)
_CELLS: Final = {
    "Reference ID": '<a href="/c/1">08ATHENS900021</a>',
    "Created": "2008-04-04 11:02",
    "Released": "2011-08-30 01:44",
    "Classification": "CONFIDENTIAL",
    "Origin": "Embassy Athens",
}


def _page(*parts: str) -> bytes:
    head = "<head><title>Viewing a telegram</title><script>var a = '<pre>no</pre>';</script>"
    head += "<style>p {}</style></head>"
    body = "\n".join((_NAVIGATION, *parts, _FOOT))
    return f"<!DOCTYPE html>\n<html>{head}\n<body onload=\"x('>')\">\n{body}\n</body></html>\n".encode()


def _columns() -> str:
    labels = "".join(f"<th>{label}</th>" for label in _CELLS)
    values = "".join(f"<td>{value}</td>" for value in _CELLS.values())
    return f"<table class='cable'><tr>{labels}</tr><tr>{values}</tr></table>"


def _rows() -> str:
    return (
        f"<table>{''.join(f'<tr><td><b>{k}:</b></td><td>{v}</td></tr>' for k, v in _CELLS.items())}</table>"
    )


def halves() -> tuple[str, str]:
    """The routing lines and what follows them."""
    at = TEXT.index("C O N F I D E N T I A L")
    return TEXT[:at], TEXT[at:]


def linked(text: str) -> str:
    """The text as such pages have it: entities, and links around pilcrows and tags."""
    made = escape(text)
    for number in range(1, 5):
        for before in (f"\n{number}. (", f"\n¶{number}. ("):
            link = f'\n<a id="par{number}" href="#par{number}">¶</a>{number}. ('
            made = made.replace(before, link)
    return made.replace("MTCRE", '<a href="/tag/MTCRE_0.html">MTCRE</a>')


def two_blocks() -> bytes:
    """A table above, the routing lines in one block and the rest in another."""
    head, body = halves()
    return _page(
        "<h1>Viewing telegram 08ATHENS900021</h1>",
        _columns(),
        f"<code><pre>{escape(head)}</pre></code>",
        f"<code><pre>{linked(body)}</pre></code>",
    )


def header_twice() -> bytes:
    """The header stands in a block of its own and again above the body."""
    head, body = halves()
    only = body[: body.index("1. (C)")]
    return _page(_rows(), f"<pre>{escape(head + only)}</pre>", f"<pre>{linked(head + body)}</pre>")


def broken_lines() -> bytes:
    """No block keeps its lines: each ends in a tag."""
    return _page(
        _rows(), f"<div>{linked(TEXT).replace(chr(10), '<br />' + chr(10)).replace('  ', ' &nbsp;')}</div>"
    )


def numbered_line_ends() -> bytes:
    """Line ends are written as numbers."""
    return _page(_columns(), f"<pre>{linked(TEXT).replace(chr(10), '&#x000A;')}</pre>")


def no_blocks() -> bytes:
    """The lines stand in an element that keeps them only by a style sheet."""
    return _page(_columns(), f"<div class='text'>\n{linked(TEXT)}</div>")


def paragraphs() -> bytes:
    """Each paragraph is an element."""
    parts = "".join(f"<p>{one.replace(chr(10), '<br>')}</p>" for one in linked(TEXT).split("\n\n"))
    return _page(_rows(), f"<div>{parts}</div>")


def cells() -> tuple[str, ...]:
    """A row of the widely known table of such telegrams."""
    head, body = halves()
    named = ("1", "4/4/2008 11:02", "08ATHENS900021", "Embassy Athens", "CONFIDENTIAL")
    return (*named, "08STATE900007|07OSLO900133|08BERLIN900210", head, body)


def row(values: Iterable[str], *, delimiter: str = ",", mark: str = '""') -> str:
    """A row with each cell in quotation marks."""
    return delimiter.join('"' + value.replace('"', mark) + '"' for value in values) + "\n"


def table() -> bytes:
    """The widely known table of eight columns, without a heading."""
    return row(cells()).encode()


def table_with_heading() -> bytes:
    """Columns in another order, named by the first row, parted by tabulators."""
    known = ("n", "date", "identifier", "origin", "classification", "refs", "header", "body")
    one = dict(zip(known, cells(), strict=True))
    names = ("identifier", "classification", "subject", "date", "origin", "text")
    one |= {"subject": "MTCR: GREECE", "text": one["header"] + one["body"]}
    return (row(names, delimiter="\t") + row((one[name] for name in names), delimiter="\t")).encode()


def table_with_backslashes() -> bytes:
    r"""A quotation mark is written as \" and the message stands in one column."""
    quoted = TEXT.replace("Poloff", '"Poloff"')
    return row((*cells()[:6], "", quoted), mark='\\"').encode()


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


def mail() -> bytes:
    """The telegram is pasted into a mail."""
    note = "Carol,\n\nplease see the telegram below, and tell me what to reply.\n\nAnn\n\n"
    return _mail("Content-Type: text/plain; charset=utf-8\n", note + TEXT + "NNNN\n")


def quoted_mail() -> bytes:
    """The telegram is quoted in a mail of several parts, in quoted-printable, beside a page and an image."""
    quoted = "".join(f"> {line}\n" for line in TEXT.splitlines())
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


def one_line() -> bytes:
    """All line ends are lost."""
    return " ".join(TEXT.split()).encode()


def two_lines() -> bytes:
    """The header is one line and the body another."""
    head, body = TEXT[: TEXT.index("1. (C)")], TEXT[TEXT.index("1. (C)") :]
    return f"{' '.join(head.split())}\n{' '.join(body.split())}\n".encode()


def quoted() -> bytes:
    """The lines are quoted, as in a reply."""
    return "".join(f"> {line}\n" if line else ">\n" for line in TEXT.splitlines()).encode()


def mixed_encodings() -> bytes:
    """The file has a byte-order mark and old line ends."""
    return b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()


def sixteen_bits() -> bytes:
    """Each character is two bytes."""
    return TEXT.encode("utf-16")
