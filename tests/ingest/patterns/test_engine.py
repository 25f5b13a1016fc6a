"""What a pattern finds is what RE2 finds through its own wrapper, in every text and for every pattern."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import re2

from ingest.document import Span, folded
from ingest.extract import extract
from ingest.pattern import NAMED
from ingest.required import may_be_empty, required

EXAMPLES: Final = Path(__file__).parents[3] / "examples"
WIDE: Final = "’“”–—é\u00a0\u212a\u017f𝄞"


def damaged(text: str, seed: int) -> str:
    """*text* with some of its characters replaced by others, wide ones among them."""
    dice = random.Random(seed)
    return "".join(dice.choice(WIDE + " .,;:()-\n0a") if dice.random() < 0.03 else one for one in text)


def texts() -> Iterator[str]:
    """The examples whole and folded, damaged, in capitals; and the examples of all patterns."""
    for seed, path in enumerate(sorted(EXAMPLES.glob("*.[tm][xd]*"))):
        text = path.read_text(encoding="utf-8")
        yield folded(text)
        yield damaged(text[:3000], seed)
        yield text[:2000].upper()
    yield "\n".join(one.example for one in NAMED.values())
    yield damaged("\n".join(one.example for one in NAMED.values()), 1)
    yield "".join(random.Random(2).choice(WIDE + "ab 1.,:;()-\n\tREF") for _ in range(3000))


@pytest.fixture(scope="module")
def shown() -> list[str]:
    """The texts, once documents of every kind have loaded the patterns that are made at first use."""
    for path in sorted(EXAMPLES.glob("2008*")):
        extract(path)
    return list(texts())


def places(found: Any, groups: int) -> list[list[tuple[int, int]]]:
    """Where each match and its groups are."""
    return [[one.span(group) for group in range(groups + 1)] for one in found]


def test_a_match_is_where_the_engine_says_whatever_the_text_is_written_in(shown: list[str]) -> None:
    for name, one in sorted(NAMED.items()):
        raw = re2.compile(one._compiled.pattern)
        for text in shown:
            span = Span(len(text) // 3, 2 * len(text) // 3)
            for found, told in (
                (one.finditer(text), raw.finditer(text)),
                (one.finditer(text, span), raw.finditer(text, span.start, span.end)),
            ):
                mine = [[match._place(group) for group in range(raw.groups + 1)] for match in found]
                assert mine == places(told, raw.groups), name
            whole = one.match(text[:200])
            expected = raw.match(text[:200])
            assert (whole is None) == (expected is None), name
            assert whole is None or whole._place(0) == expected.span(), name


@pytest.mark.parametrize(
    ("expression", "literals"),
    [
        (r"\b(?P<ref>(?i:refs?))\s*[A-Z]", ("ref",)),
        (r"(?:and|or)?\s*¶?\d", ()),
        (r"(?i)\b(begin|end)\b.*\bPOINTS", ("points",)),
        (r"x{0,3}y|z+", ("y", "z")),
        (r"[A-Z]{2}-\d", ("-",)),
        (r"\pL+ STATE", ()),
        (r"(?:a|)b?", ()),
    ],
)
def test_a_literal_is_required_only_where_no_match_can_do_without(
    expression: str, literals: tuple[str, ...]
) -> None:
    assert required(expression) == literals


@pytest.mark.parametrize("expression", [r"a*", r"\b", r"(?:x|)", r"\pL", r"^"])
def test_what_may_match_nothing_is_told(expression: str) -> None:
    assert may_be_empty(expression)
