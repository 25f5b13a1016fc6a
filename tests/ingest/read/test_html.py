from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document
from ingest.read import Refused, read_bytes
from ingest.read.html.page import is_html, unwrapped
from ingest.read.html.tokens import tokens
from tests.ingest.forms import made
from tests.ingest.read.accounts import account

PAGES: Final = {
    one.__name__: one()
    for one in (
        made.two_blocks,
        made.header_twice,
        made.broken_lines,
        made.numbered_line_ends,
        made.no_blocks,
        made.paragraphs,
    )
}
WORDS: Final = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<!--",
        "-->",
        "<!",
        "<",
        ">",
        "<pre>",
        "</pre>",
        "<script>",
        "</script>",
        "'",
        '"',
        "=",
        "&amp;",
        "&#10;",
        "&#x0;",
        "&",
        "<td>",
        "<tr>",
        "<table>",
        "</table>",
        "<nav>",
        "</nav>",
        "<br>",
        "\n",
        " ",
        "\r\n",
        "SUBJECT: A\n",
        "FM X\n",
        "TO ABC\n",
        "word",
        "<div class='nav'>",
        "</div>",
        "<a href=x>",
        "</a>",
        "\u00a0",
        "é",
    ]
)


def page(data: str | bytes) -> Document:
    document = read_bytes(data if isinstance(data, bytes) else data.encode(), "page.html")
    account(document)
    return document


@pytest.mark.parametrize("name", PAGES)
def test_a_mirror_is_read_without_its_site(name: str) -> None:
    document = page(PAGES[name])
    assert document.form == "html"
    assert "Home" not in document.text and "Nobody" not in document.text and "<pre>" not in document.text
    roles = {role.role: role.span.of(document.text) for role in document.roles}
    assert roles["identifier"] == "08ATHENS900021"
    assert roles["origin"] == "Embassy Athens"
    assert {"navigation", "page", "script", "style", "markup"} <= {one.reason for one in document.dropped}


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60).map("".join))
def test_each_character_is_accounted_for(source: str) -> None:
    made = unwrapped(source)
    assert made.missing == 0
    account(
        Document(
            made.text,
            "",
            "",
            roles=made.roles,
            characters=len(source),
            origin=made.origin,
            dropped=made.dropped,
        )
    )


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60).map("".join) | st.text())
def test_tokens_cover_the_page(source: str) -> None:
    at = 0
    for token in tokens(source):
        assert token.start == at < token.end
        at = token.end
    assert at == len(source)


@settings(deadline=None)
@given(st.binary(max_size=200).map(lambda data: b"<html>" + data))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        page(data)
    except Refused as refused:
        assert refused.code in {"empty", "binary"}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo"),
        ("<p>One\n   two&nbsp;<b>three</b></p>", "One two\u00a0three"),
        ("<pre>One\n  two</pre>", "One\n  two"),
        ("<p>a < b &amp;amp; c &copy 2003 &unknown;</p>", "a < b &amp; c © 2003 &unknown;"),
        ("<p>One<!-- a > b -->two<!-->three</p>", "Onetwothree"),
        ('<p title="a>b">One</p>', "One"),
        ('<p title="a>One</p>', "One"),
        ("<p>One<script>if (a < b) { '</p>' }</script> two</p>", "One two"),
        ("<p>One<script>never closed", "Onenever closed"),
        ("<p>One <!-- never closed", "One <!-- never closed"),
        ("<P>One</P ><Br/>Two", "One\n\nTwo"),
        ("<nav>All that there is</nav>", "All that there is"),
    ],
)
def test_words_stand_as_the_page_shows_them(source: str, text: str) -> None:
    assert page(source).text == text


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<!-- saved --><html>", True),
        (b"\xef\xbb\xbf<!doctype HTML PUBLIC>", True),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html><html xmlns='x'>", True),
        (b"<pre>FM POST</pre>", True),
        (b"<?xml version='1.0'?><TEI xmlns='http://www.tei-c.org/ns/1.0'>", False),
        (b"SUBJECT: <b>A</b>", False),
        (b"<div@example.org> wrote", False),
        (b"", False),
    ],
)
def test_a_page_is_told_by_its_first_element(head: bytes, expected: bool) -> None:
    assert is_html(head) is expected


def test_what_is_nested_deep_is_not_lost() -> None:
    deep = 100_000
    document = page("<html>" + "<div>" * deep + "Partners met." + "</div>" * deep)
    assert document.text == "Partners met."


@pytest.mark.parametrize(
    "bait",
    ["<!-", "<!--", "<a ", "<a b='", "<a b=\"'>", "</", "<script>", "&", "<p", "<table><tr><td>", "< "],
)
def test_each_sign_is_read_once(bait: str) -> None:
    """Quadratic work would not end within the life of a test."""
    document = page("<html><p>Partners met." + bait * 100_000 + "</html>")
    assert "Partners met." in document.text
