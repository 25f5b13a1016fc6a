"""Whatever a text says, its spans lie inside it, nothing but a refusal is raised, and no text takes long."""

import random
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.cable import Cable
from ingest.document import Span
from ingest.parse import parse
from ingest.parse.body.length import MOST_LINES
from ingest.read import Refused, read_bytes
from ingest.tables import knowledge
from tests.growing import STEEP, growth
from tests.ingest.telegram import HEADER, telegram

PIECES = [
    "1. ",
    "2. (C) ",
    "3. (SBU) ",
    "11. (C) ",
    "110. ",
    "(A) ",
    "B. ",
    "- (C) ",
    "--",
    "- ",
    "* ",
    "# ",
    "#### ",
    "¶4. ",
    "$\\underline{\\P}2$ .",
    "<u>1</u>8. ",
    "REF: ",
    "A) STATE 26726 (SMALL GROUP) ",
    "DOE-ROE E MAIL OF 02-21-08 ",
    "TAGS: PARM ",
    "SUBJECT: MTCR (C)",
    "E.O. 12958: DECL: (1.6) ",
    "Classified by X. Reasons: 1.4 (B) and (D).",
    "040045Z APR 08 ",
    "FM SECSTATE WASHDC ",
    "TO AMEMBASSY PARIS ",
    "INFO ",
    "CONFIDENTIAL STATE 034976",
    "NNNN",
    "PAGE 02 STATE 012345",
    "-------",
    "The delegation should act. ",
    "Membership",
    "and so on",
    "\n",
    "\n\n",
    "\r\n",
    "\f",
    "é “”",
    "END GUIDANCE.",
    "RICE",
    "AIRGRAM",
    "A-591",
    "Plenary of the MTCR",
    "Buenos Aires 2003",
    "(",
    ")",
    ".",
    "\u2028",
]


def spans(cable: Cable) -> list[Span]:
    made = [
        cable.body,
        *(problem.span for problem in cable.problems),
        *(one.span for one in cable.references),
    ]
    for one in cable.passages:
        made += [one.span, one.body]
        made += [span for span in (one.heading_span, one.marking_span) if span is not None]
    for name in cable.header.__dataclass_fields__:
        value = getattr(cable.header, name)
        made += [read.span for read in (value if isinstance(value, tuple) else (value,)) if read is not None]
    return made


def check(cable: Cable) -> None:
    assert all(span.end <= len(cable.text) for span in spans(cable))
    names = [one.number for one in cable.passages]
    assert len(names) == len(set(names))
    known = {one.number: one for one in cable.passages}
    starts = [one.span.start for one in cable.passages]
    assert starts == sorted(starts)
    for one in cable.passages:
        assert one.span.holds(one.body)
        assert one.parent is None or known[one.parent].span.holds(one.span)
    tops = [one for one in cable.passages if one.parent is None]
    assert all(one.span.end <= two.span.start for one, two in pairwise(tops))


@settings(max_examples=150, deadline=None)
@example(["1. ", "(A) "], True)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.booleans())
def test_any_mixture_of_what_telegrams_are_made_of(pieces: list[str], headed: bool) -> None:
    text = (HEADER if headed else "") + "".join(pieces)
    try:
        check(parse(read_bytes(text.encode(), "any.txt"), knowledge()))
    except Refused:
        assert not headed


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_behind_a_header(text: str) -> None:
    try:
        check(parse(read_bytes((HEADER + text).encode("utf-8", "replace"), "any.txt"), knowledge()))
    except Refused as refused:
        assert refused.code in {"binary", "empty"}


@pytest.mark.parametrize(
    "unit",
    [
        "1.\n",
        "1. (C) x\n",
        "A. text here\n\n",
        "Heading Line\n\nSome text that is here now.\n\n",
        "--do it;\n",
        "# \n\n",
        "\n",
        "abc\n\n",
        "x. 2. (C) y ",
        "word ",
        "$\\",
        "(",
    ],
)
def test_the_time_for_a_hostile_megabyte_grows_as_its_size(unit: str) -> None:
    def parsed(size: int) -> None:
        text = HEADER + "1. (C) x:\n" + unit * (size // len(unit))
        check(parse(read_bytes(text.encode(), "big.txt"), knowledge()))

    assert growth(parsed, 1_000_000) < STEEP


def test_the_time_for_a_long_list_of_references_grows_as_its_length() -> None:
    def listed(items: int) -> Cable:
        return telegram("1. (C) Text.", ref="REF: A) STATE 1, 2 AND 3 " + "; STATE 4, 5" * items)

    assert growth(listed, 50_000) < STEEP
    assert any("characters of an item" in problem.why for problem in listed(50_000).problems)


def test_what_is_not_divided_is_a_problem() -> None:
    cable = telegram("1. (C) x:\n" + "--do it;\n" * (MOST_LINES + 5))
    assert any("lines are divided" in problem.why for problem in cable.problems)


def test_the_same_text_gives_the_same_cable() -> None:
    shuffled = random.Random(7).choices(PIECES, k=200)
    data = (HEADER + "".join(shuffled)).encode()
    assert parse(read_bytes(data, "a"), knowledge()) == parse(read_bytes(data, "a"), knowledge())
