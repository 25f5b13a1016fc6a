import time

import pytest

from ingest.annotate.language.word import WORD, words


def test_a_word_keeps_what_belongs_to_it() -> None:
    said = words("the U.S. UAV/CM proposal, decision-\n  making (item 9.A.6) -- Partners' view_x")
    assert [one.low for one in said] == [
        *("the", "u.s.", "uav/cm", "proposal", ",", "decision-making", "(", "item", "9.a.6", ")"),
        *("--", "partners'", "view", "_", "x"),
    ]


@pytest.mark.parametrize(
    "unit", ["a-\n", "a- ", "A.", "a'", "--", "a/\n\n(", "1.", "a-b/", "\n", "''", "a.\u00a0"]
)
def test_no_text_makes_the_words_backtrack(unit: str) -> None:
    """A megabyte takes well under a second; one that made the pattern backtrack would take hours."""
    text = unit * (1_000_000 // len(unit))
    begin = time.process_time()
    found = sum(match.end() - match.start() for match in WORD.finditer(text))
    assert found <= len(text)
    assert time.process_time() - begin < 20
