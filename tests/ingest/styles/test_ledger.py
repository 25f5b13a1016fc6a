"""References in = references out: nothing that stands in a list of references is lost, nothing is made up."""

import json
from collections import Counter
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cable import Cable
from ingest.document import blanked
from tests.ingest.styles.examples import examples
from tests.ingest.telegram import telegram
from tests.shared import shared

POSTS: Final = {"LIMA": "LIMA", "ABU DHABI": "ABUDHABI", "STATE": "STATE", "Port-au-Prince": "PORTAUPRINCE"}
MARKS: Final = ("{}. ", "{}) ", "({}) ", "{}: ")
YEARS: Final = (("", "2008"), ("07 ", "2007"), ("2005 ", "2005"), ("'06 ", "2006"), ("(99) ", "1999"))
SAID: Final = ("", " (NOTAL)", " AND PREVIOUS", " (TUNA FLEET)", " NOTAL")
JOINS: Final = ("\n", "\n     ", "  ", "; ", "\n\n- ")
ITEM: Final = st.tuples(
    st.sampled_from(sorted(POSTS)),
    st.integers(1, 999_999),
    st.sampled_from(YEARS),
    st.sampled_from(SAID),
    st.integers(0, 2),
)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(ITEM, min_size=1, max_size=12),
    st.sampled_from(MARKS),
    st.sampled_from(JOINS),
    st.sampled_from(("REF: ", "REFS: ", "Ref: ", "REFERENCES: ")),
)
def test_a_list_that_was_written_is_read(
    items: list[tuple[str, int, tuple[str, str], str, int]], mark: str, join: str, label: str
) -> None:
    written = join.join(
        f"{mark.format(chr(65 + n))}{year[0]}{post} {'0' * zeros}{number}{says}"
        for n, (post, number, year, says, zeros) in enumerate(items)
    )
    found = telegram("1. (C) We met.", ref=label + written)
    assert [(one.label, one.target) for one in found.references] == [
        (chr(65 + n), f"{year[1]}{POSTS[post]}{number}") for n, (post, number, year, _, _) in enumerate(items)
    ]
    assert [one.year_status for one in found.references] == [
        "stated" if year[0] else "assumed" for _, _, year, _, _ in items
    ]
    assert [one.notal for one in found.references] == ["NOTAL" in says for _, _, _, says, _ in items]
    assert lost(found, label + written) == ""


def lost(cable: Cable, written: str) -> str:
    """The letters and digits of a list that stand in no reference, no problem and no label."""
    text = cable.document.text
    start = text.index(written)
    kept = [one.span for one in cable.references]
    kept += [one.span for one in cable.problems]
    rest = blanked(text, tuple(sorted(kept)))[start : start + len(written)]
    words = rest.replace("SUBJECT", " ").split()
    bare = (word.strip("()[].,:;-*¶&/\\'") for word in words)
    return " ".join(word for word in bare if any(map(str.isalnum, word)) and not _is_frame(word))


def _is_frame(word: str) -> bool:
    """Labels of the list and of its items, marks, and words that only join."""
    plain = word.upper().strip("S(:)").strip("()")
    return len(plain) <= 2 or plain in {"REF", "REFTEL", "REFERENCE", "AND", "SBU", "/NF", "REFERENCES"}


LISTS: Final = tuple(
    one
    for one in examples()
    if not one.written.startswith(("body:", "alone:", "SUBJECT")) and one.style != "X01"
)


@pytest.mark.parametrize("style", sorted({one.style for one in LISTS}))
def test_no_word_of_an_example_is_lost(style: str) -> None:
    made = {
        one.written: lost(telegram("1. (C) We met.", ref=one.written), one.written)
        for one in LISTS
        if one.style == style
    }
    assert {written: words for written, words in made.items() if words} == {}


def test_every_item_that_a_published_list_enumerates_is_an_item() -> None:
    short, items, counted = [], 0, 0
    for row in shared("frus/reflists.jsonl").read_text("utf-8").splitlines():
        block = json.loads(row)
        lines = block["text"].split(" | ")
        shown = enumerated(block["text"])
        found = telegram("1. (C) We met.", ref="REF: " + "\n".join(lines)).references
        items += len(found)
        counted += shown
        if len(found) < max(1, shown):
            short.append((block["vol"], block["doc"], shown, len(found)))
    assert short == []
    assert items >= counted > 60


def enumerated(text: str) -> int:
    """How many items letters show: A, B, C ... one after another, counted by looking for each in turn."""
    at, count = 0, 0
    for letter in "ABCDEFGH":
        places = [
            text.find(f"{sign}{letter}{close}", at) for sign in ("", "(", "( ") for close in (") ", ". ", ")")
        ]
        found = [place for place in places if place >= 0 and (place == 0 or not text[place - 1].isalnum())]
        if not found:
            break
        at, count = min(found) + 1, count + 1
    return count


def test_the_counter_counts() -> None:
    assert [
        enumerated(text)
        for text in ("(A) LIMA 4; (B) QUITO 5", "A. LIMA 4", "LIMA 4", "A) X 1 B) Y 2 C) Z 3")
    ] == [2, 1, 0, 3]


def test_what_no_item_covers_is_a_problem() -> None:
    made = telegram("1. (C) We met.", ref="REF: A. LIMA 4\nB. QUITO 5\n   AS WELL AS THE USUAL PAPERS")
    assert lost(made, "B. QUITO 5\n   AS WELL AS THE USUAL PAPERS") == ""
    assert Counter(one.label for one in made.references) == {"A": 1, "B": 1}
