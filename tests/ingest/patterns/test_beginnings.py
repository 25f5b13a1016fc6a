"""What is told by the first characters of a line without asking the engine is what the engine would say."""

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

from ingest.begins import beginning
from ingest.extract import extract
from ingest.parse.body import letter, merged, number, sequence
from ingest.parse.body.merged import unmerged
from ingest.parse.body.number import candidates
from ingest.parse.body.sequence import weigh
from ingest.parse.header import field, identity
from ingest.parse.header.identity import is_identity
from ingest.parse.text.lines import Line, lines
from ingest.parse.text.posts import posts_of
from ingest.pattern import NAMED
from ingest.tables import knowledge

EXAMPLES: Final = Path(__file__).parents[3] / "examples"
SIGNS: Final = "1lIOSBZCUTfFtqQpPJaAe.)( ¶-#9é\u017f"
LABELS: Final = (
    *("E.O. 12958: N/A", "e o 12356: x", "EO:11652", "TAGS: PARM", "Subject: x", "REFTEL: BONN 900001"),
    *(
        "ref A) LIMA 900001",
        "(C) SUBJ: x",
        "A. REF: LIMA 900001",
        "re: LIMA 900001",
        "Classified by X",
        "From: X",
    ),
    *(
        "REASON: 1.4",
        "for reasons 1.4",
        "TO: X",
        "cc: X",
        "INFO : X",
        "Date: x",
        "sent: x",
        "\u017fubject: x",
    ),
)


def damaged(text: str, seed: int) -> str:
    """*text* with some of its characters replaced by signs that begin numbers and labels."""
    dice = random.Random(seed)
    return "".join(dice.choice(SIGNS) if dice.random() < 0.06 else one for one in text)


def texts() -> Iterator[str]:
    """The examples, and damaged; what stands before a mark or words, in every order; and labels."""
    for seed, path in enumerate(sorted(EXAMPLES.glob("[12]*"))):
        text = path.read_text(encoding="utf-8")
        yield text
        yield damaged(text, seed)
    yield "\n\n".join("".join(signs) + " We met." for signs in product(SIGNS, repeat=3))
    yield "\n\n".join("".join(signs) + "(C) We met." for signs in product(SIGNS, repeat=2))
    yield "\n".join(f"{before}{one}" for one in LABELS for before in ("", "  ", "* ", "\t> "))
    yield "\n".join(damaged(one, seed) for seed in range(40) for one in LABELS)


@pytest.fixture(scope="module")
def shown() -> list[tuple[Line, ...]]:
    """The lines of the texts, once a document has loaded the patterns that are made at first use."""
    extract(EXAMPLES / "2008MOSCOW900113.txt")
    return [lines(text) for text in texts()]


def never(_: Any) -> bool:
    """No line is told by its beginning."""
    return False


def always(_: Any) -> bool:
    """Every line is looked at."""
    return True


class _Anything:
    """A test that lets every line through."""

    def search(self, _: str, __: int = 0) -> bool:
        return True


def test_no_pattern_matches_where_its_beginning_says_that_it_cannot(shown: list[tuple[Line, ...]]) -> None:
    some = random.Random(3).sample(sorted({line.text[:80] for body in shown for line in body}), 700)
    told = 0
    for name, one in NAMED.items():
        assert one.beginning == beginning(one._compiled.pattern)
        if one.beginning is not None:
            denied = [text for text in (*some, one.example) if not one.beginning.may_match(text)]
            told += len(denied)
            assert not [text for text in denied if one._compiled.match(text) is not None], name
    assert told > 10_000


@pytest.mark.parametrize(
    ("expression", "before", "first"),
    [
        (r"^\s*(?:PAGE|\d)", " \t", "P0"),
        (r"(?i)^[*a]*b", "*aA", "bB"),
        (r"(?:x|y?)z", "", "xyz"),
        (r"^[ab]*a", "", "ab"),
        (r"(?i:k)\d", "", "kK"),
    ],
)
def test_what_a_match_begins_with_is_read_off_its_expression(
    expression: str, before: str, first: str
) -> None:
    told = beginning(expression)
    assert told is not None and set(before) <= set(told.passed) and set(first) <= told.first
    assert not told.may_match("?")


def test_words_that_begin_a_line_are_no_damaged_number(
    shown: list[tuple[Line, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = [tuple(candidates(body)) for body in shown]
    monkeypatch.setattr(number, "_begins_word", never)
    assert quick == [tuple(candidates(body)) for body in shown]


def test_words_that_begin_a_line_are_no_letter_of_a_list(
    shown: list[tuple[Line, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = [letter.letter_at(0, line) for body in shown for line in body]
    monkeypatch.setattr(letter, "_begins_word", never)
    assert quick == [letter.letter_at(0, line) for body in shown for line in body]
    assert any(quick)


def test_a_label_is_looked_for_where_one_may_begin(
    shown: list[tuple[Line, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = [field.begins_field(line) for body in shown for line in body]
    monkeypatch.setattr(field, "_may_begin", always)
    assert quick == [field.begins_field(line) for body in shown for line in body]
    assert sum(quick) > len(LABELS)


def test_a_line_without_digits_names_no_telegram(
    shown: list[tuple[Line, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = posts_of(knowledge().posts)

    def named() -> list[Any]:
        said = [is_identity(line) for body in shown for line in body]
        return [*said, *(identity.identity(body[:400], posts, sender=None) for body in shown)]

    quick = named()
    monkeypatch.setattr(identity, "_NUMBER_LIKE", _Anything())
    monkeypatch.setattr(identity, "_GLUED_LIKE", _Anything())
    assert quick == named()


def test_lines_are_parted_where_a_mark_may_stand(
    shown: list[tuple[Line, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces = (
        "We met. ",
        '"So." ',
        "x) ",
        "2. ",
        "12) ",
        "B. ",
        "(B) ",
        "f1. ",
        "(C)",
        "{s/nf}",
        "( SBU) ",
        " Yes. ",
    )
    dice = random.Random(5)
    given = [*shown, lines("\n".join("".join(dice.choices(pieces, k=6)) for _ in range(4000)))]
    quick = [unmerged(body) for body in given]
    monkeypatch.setattr(merged, "_MARK_LIKE", _Anything())
    assert quick == [unmerged(body) for body in given]
    assert len(quick[-1]) > 4100


def test_numbers_that_run_plainly_on_need_no_weighing(
    shown: list[tuple[Line, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [tuple(candidates(body))[:60] for body in shown]
    found += [one[first:] for one in found[:8] for first in range(3)]
    quick = [weigh(one) for one in found]
    monkeypatch.setattr(sequence, "_plain", lambda told: iter(()))
    assert quick == [weigh(one) for one in found]
