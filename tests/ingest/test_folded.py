"""What typesetters put in place of plain signs makes no difference to what is found; quotes keep it."""

import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from ingest.document import folded
from ingest.extract import extract
from ingest.load import build, check
from ingest.load.layout import graph_path
from ingest.present import present
from ingest.read import read_bytes
from ingest.tables import knowledge
from ontology import terms as t
from tests.ingest.telegram import HEADER

PLAIN = f"""{HEADER}REF: A. 07 STATE 900112 (RPOC GUIDANCE)
B. OSLO 900071

1. (C) Per ref A, the delegation should support Norway's text on "dual-use"
kits. As agreed at the 2003 Buenos Aires Plenary - in the words of the Chair - all
Partners report each year.

OUTREACH
--------

2. (SBU) Brazil opposes the proposal of September 1-3, 2007. The delegation should:

- urge Turkey's support; and
- note the views in ref B, paras 3-5.
"""
MARKS = {" ": "\u00a0", "-": "\u2013", "'": "\u2019"}


def typeset(text: str) -> str:
    """The text with no-break spaces, curly quotation marks and dashes, as the pages of mirrors have them."""
    said = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text).replace("'", "\u2019")
    spaced = re.sub(r"([.,:)]) ", "\\1\u00a0", said).replace("the 2003", "the\u202f2003")
    return re.sub(r"(?<=[\d\w ])-(?=[\d\w ])", "\u2013", spaced).replace(" \u2013 ", " \u2014 ")


def said(text: str) -> dict[str, Any]:
    """What is found in a text, with plain signs in what stays verbatim."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items()}
        if isinstance(value, list):
            return [plain(one) for one in value]
        return folded(value) if isinstance(value, str) else value

    made: dict[str, Any] = plain(present(extract(read_bytes(text.encode(), "test.txt"))))
    return made


@pytest.mark.parametrize("kind", sorted(said(PLAIN)))
def test_the_same_is_found_in_a_typeset_text(kind: str) -> None:
    assert said(typeset(PLAIN))[kind] == said(PLAIN)[kind]


def test_the_plain_text_says_something_of_most_kinds() -> None:
    made = said(PLAIN)
    for kind in ("references", "passages", "citations", "meetings", "directives", "positions", "countries"):
        assert made[kind], kind


def test_the_words_of_evidence_stay_as_they_came(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(typeset(PLAIN), encoding="utf-8")
    build([path], tmp_path / "db", knowledge=knowledge())
    assert check(tmp_path / "db", shapes=False).ok
    store = ox.Store(str(graph_path(tmp_path / "db")))
    quads = store.quads_for_pattern(None, ox.NamedNode(t.OA_EXACT), None, None)
    quotes = [quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)]
    assert any("Norway\u2019s" in quote for quote in quotes)
    assert any("\u00a0" in quote for quote in quotes)


@pytest.mark.parametrize(
    "sign", "\u00a0\u202f\u2009\u2019\u2018\u201c\u201d\u2011\u2013\u2014\u2212\u00ad\u2028\u00e9\U0001f600"
)
def test_a_folded_text_is_as_long_as_it_was(sign: str) -> None:
    assert len(folded(f"a {sign} b{sign}c\n{sign} d")) == len(f"a {sign} b{sign}c\n{sign} d")


def test_a_dash_without_spaces_does_not_join_words() -> None:
    assert folded("we agreed\u2014and left") == "we agreed\u2014and left"


@pytest.mark.parametrize(
    "page",
    [
        "UNCLASSIFIED / RELEASED IN PART      2",
        "ROME 00000012  002 OF 002",
        "CONFIDENTIAL\n\nPAGE 02  ROME  900012  040045Z",
    ],
)
def test_a_page_break_is_no_part_of_what_is_said(page: str) -> None:
    text = (
        f"{HEADER}\n1. (C) The delegation should urge Turkey to adopt the new\n\n{page}\n\ncatch-all list.\n"
    )
    found = extract(read_bytes(text.encode(), "test.txt"))
    (directive,) = found.directives
    assert page.split()[0] not in directive.content
    assert directive.content.endswith("catch-all list")
    assert page.split()[0] in found.cable.document.text
