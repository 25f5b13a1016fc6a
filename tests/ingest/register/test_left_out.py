"""What a count tells of each of its numbers when that one is left out."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.register.curve import Guess, curve
from ingest.register.left_out import without_each

Points = list[tuple[int, float]]

POINTS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 365).map(float)), min_size=1, max_size=40, unique=True
).map(sorted)


def made_anew(points: Points) -> list[tuple[Guess | None, Guess | None]]:
    """The same by making both curves anew for each point."""
    guessed = []
    for number, _ in points:
        others = [one for one in points if one[0] != number]
        lower = [one for one in points if one[0] < number]
        guessed.append((curve(others).guess(number), curve(lower).guess(number)))
    return guessed


def same(one: Guess | None, other: Guess | None) -> bool:
    if one is None or other is None:
        return one is other
    figures = (one.middle, one.scale, one.floor)
    return one.place == other.place and figures == pytest.approx((other.middle, other.scale, other.floor))


@given(POINTS)
def test_each_number_is_guessed_as_if_the_curve_had_been_made_without_it(points: Points) -> None:
    found = [
        (others.guess(number), lower.guess(number))
        for (number, _), (others, lower) in zip(points, without_each(points), strict=True)
    ]
    for guesses, wanted in zip(found, made_anew(points), strict=True):
        assert same(guesses[0], wanted[0])
        assert same(guesses[1], wanted[1])


@pytest.mark.parametrize(
    "day",
    [lambda n: n, lambda n: -n, lambda n: abs(n - 10_000), lambda n: n % 10_000, lambda n: n * 7919 % 365],
    ids=["in order", "backwards", "a valley", "begun twice", "in no order"],
)
def test_a_long_count_of_any_make_takes_no_longer(day: Callable[[int], int]) -> None:
    begin = time.process_time()
    assert sum(1 for _ in without_each([(n, float(day(n))) for n in range(1, 20_000)])) == 19_999
    assert time.process_time() - begin < 5
