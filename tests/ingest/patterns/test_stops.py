"""The stops of sentences, found by the standard library: the same as those of RE2, and in linear time."""

import random
import re
import time
from typing import Final

import pytest
import re2

from ingest.annotate.language.sentences import STOP, sentences
from ingest.document import Span

WHOLE: Final = re2.compile(r"""(?P<word>[^\s("“]*)(?P<stop>[.!?])(?P<close>[)"”'’\]]*)(?P<space>\s+)""")
ALPHABET: Final = ".!?.!? \n\t\v\f\r)]\"”'’(“abU.S.1é\u00a0\u2003"


def by_words(text: str) -> list[tuple[int, int, int]]:
    """Where the word before each stop begins, and where the stop and the blanks behind it do."""
    return [(one.start(1), one.start(2), one.start(4)) for one in WHOLE.finditer(text)]


def by_stops(text: str) -> list[tuple[int, int, int]]:
    """The same, the word told by what stands before the stop."""
    found, last = [], 0
    for one in STOP.finditer(text):
        word = re.split(r"[\t\n\f\r (\"“]", text[last : one.start()])[-1]
        found.append((one.start() - len(word), one.start("stop"), one.start("space")))
        last = one.end()
    return found


@pytest.mark.parametrize("seed", range(300))
def test_both_engines_find_the_same_stops(seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(dice.choice(ALPHABET) for _ in range(200))
    assert by_stops(text) == by_words(text)


@pytest.mark.parametrize(
    "unit", [".", ". ", ".)", "a", "a.", ".)'\"]", "\n", ".\n\n", "?!", "( .", "U.S.", ".''x"]
)
def test_no_text_makes_stops_slow(unit: str) -> None:
    """Two megabytes take well under a second; what is quadratic would take hours."""
    text = unit * (2_000_000 // len(unit))
    begin = time.process_time()
    assert sum(1 for _ in STOP.finditer(text)) <= len(text)
    assert time.process_time() - begin < 20


@pytest.mark.parametrize("unit", ["a.b.c.", ".)'", "no stop ", "1. "])
def test_a_text_without_end_is_cut_in_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begin = time.process_time()
    assert sentences(text, Span(0, len(text)))
    assert time.process_time() - begin < 20
