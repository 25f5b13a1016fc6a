"""A statement of a plenary is read with its paragraphs, in whatever form they come."""

import textwrap
from typing import Final

import pytest

from ingest.parse import parse
from ingest.read import read_bytes
from ingest.tables import knowledge

TITLE: Final = "Plenary Meeting of the Missile Technology Control Regime"
PLACE: Final = "Noordwijk, Netherlands, 11-15 October 1999"
PARAGRAPHS: Final = (
    "The Missile Technology Control Regime met for its Plenary in Noordwijk, and all members took part.",
    "The Plenary was opened by a Minister.",
    "Members spoke of missile programmes in two regions. They agreed that these remain a matter of great "
    "concern to them, and that they will go on to speak with countries outside.",
    "Switzerland serves as Chair until the next meeting, which will be held in autumn in Finland.",
)
SITE: Final = "<ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul>"
FOOT: Final = "<p><a href='#'>Back to top</a></p><div class='footer'>Site map and how to write to us</div>"


def filled(*, width: int = 72, before: str = "", between: str = "\n") -> str:
    paragraphs = (textwrap.fill(one, width, initial_indent=before) for one in PARAGRAPHS)
    return f"{TITLE}\n{PLACE}\n\n" + between.join(paragraphs) + "\n"


def page(paragraphs: str, *, place: str = f"<p><b>{PLACE}</b></p>") -> str:
    return f"<!DOCTYPE html><html><body>{SITE}<h1>{TITLE}</h1>{place}{paragraphs}{FOOT}</body></html>"


FORMS: Final = {
    "blank lines": filled(between="\n\n"),
    "no blank lines": filled(),
    "no blank lines, set in": filled(before="   "),
    "a line each": filled(width=1000),
    "narrow": filled(width=66),
    "elements": page("".join(f"<p>{one}</p>" for one in PARAGRAPHS)),
    "wrapped elements": page("".join(f"<p>\n{textwrap.fill(one, 60)}\n</p>\n" for one in PARAGRAPHS)),
    "divisions": page("".join(f"<div>{one}</div>" for one in PARAGRAPHS), place=f"<div>{PLACE}</div>"),
    "broken lines": page("<br>".join((PLACE, *PARAGRAPHS)), place=""),
    "doubly broken lines": page("<br><br>".join((PLACE, *PARAGRAPHS)), place=""),
    "items": page(f"<ul>{''.join(f'<li>{one}</li>' for one in PARAGRAPHS)}</ul>"),
    "main": page(
        f"<main><h1>{TITLE}</h1><p>{PLACE}</p>{''.join(f'<p>{one}</p>' for one in PARAGRAPHS)}</main>"
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_each_paragraph_is_a_passage(form: str) -> None:
    made = parse(read_bytes(FORMS[form].encode(), "statement"), knowledge())
    assert (made.kind, made.id) == ("PressStatement", "statement-mtcr-plenary-1999-noordwijk")
    assert made.header.sent is not None and made.header.sent.value == "1999-10-15"
    found = [" ".join(one.body.of(made.text).split()) for one in made.passages]
    assert found == list(PARAGRAPHS)


def test_headings_of_a_page_are_those_of_passages() -> None:
    headed = "".join(f"<h3>{name}</h3><p>{one}</p>" for name, one in zip("ABCD", PARAGRAPHS, strict=True))
    for name, words in zip("ABCD", ("Opening", "Welcome", "Regions", "Outlook"), strict=True):
        headed = headed.replace(f">{name}<", f">{words}<")
    made = parse(read_bytes(page(headed).encode(), "statement"), knowledge())
    assert [one.heading for one in made.passages] == ["Opening", "Welcome", "Regions", "Outlook"]
