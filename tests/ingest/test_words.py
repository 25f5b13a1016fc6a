import time

import pytest

from ingest.annotate.language.word import words


def test_a_word_keeps_what_belongs_to_it() -> None:
    said = words("the U.S. UAV/CM proposal, decision-\n  making (item 9.A.6) -- Partners' view_x")
    assert [one.low for one in said] == [
        *("the", "u.s.", "uav/cm", "proposal", ",", "decision-making", "(", "item", "9.a.6", ")"),
        *("--", "partners'", "view", "_", "x"),
    ]


@pytest.mark.parametrize(
    "unit", ["a-\n", "a- ", "A.", "a'", "--", "a/\n\n(", "1.", "a-b/", "\n", "''", "a.\u00a0"]
)
def test_no_text_makes_the_words_slow(unit: str) -> None:
    def seconds(size: int) -> float:
        begin = time.process_time()
        words.__wrapped__(unit * (size // len(unit)))
        return time.process_time() - begin

    assert seconds(200_000) < 8 * seconds(50_000) + 0.2
