"""Which telegram a number means, and when it was sent."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.register import Assumed, Facts, register
from ingest.register.curve import curve
from ingest.register.cycle import before, cycle_of
from ingest.register.interval import Calendar

NUMBERS = st.lists(st.tuples(st.integers(1, 5000), st.integers(0, 365)), min_size=1, max_size=40)


def post(name: str, *days: tuple[int, str]) -> tuple[Facts, ...]:
    """Held telegrams of one post, by number and day."""
    return tuple(Facts(f"{day[:4]}{name}{number}", day) for number, day in days)


@given(NUMBERS, st.integers(1, 9000), st.integers(1, 9000))
def test_a_higher_number_is_never_guessed_earlier(known: list[tuple[int, int]], one: int, other: int) -> None:
    made = curve(known)
    low, high = made.guess(min(one, other)), made.guess(max(one, other))
    assert low is not None
    assert high is not None
    assert low.middle <= high.middle + 1e-6


@given(NUMBERS, st.integers(1, 9000))
def test_an_interval_stays_inside_the_count(known: list[tuple[int, int]], number: int) -> None:
    start = date(2008, 1, 1)
    calendar = Calendar(tuple(("OSLO", one, start + timedelta(days=day)) for one, day in known))
    found = calendar.interval("OSLO", number, cycle_of(start))
    assert found is not None
    assert start <= found.earliest <= found.latest <= date(2008, 12, 31)


@given(
    st.permutations(
        post("OSLO", (1, "2008-01-03"), (90, "2008-03-01"), (400, "2008-11-30"), (7, "2009-01-09"))
    )
)
def test_the_order_of_documents_does_not_matter(facts: list[Facts]) -> None:
    asks = Facts("2009STATE9", "2009-01-10", assumed=(Assumed("2009OSLO390"),))
    assert register(facts).settled(asks) == {"2009OSLO390": "2008OSLO390"}


@pytest.mark.parametrize(
    ("target", "said", "sent", "meant"),
    [
        ("2009OSLO400", None, "2009-01-20", "2008OSLO400"),
        ("2009OSLO7", None, "2009-01-20", "2009OSLO7"),
        ("2008OSLO7", None, "2009-01-20", "2009OSLO7"),
        ("2009OSLO7", "2007-05-01", "2009-01-20", "2009OSLO7"),
        ("2009OSLO400", "2008-12-01", "2009-01-20", "2008OSLO400"),
        ("2009OSLO395", None, "2009-01-20", "2008OSLO395"),
        ("2009OSLO12", None, "2009-01-20", "2009OSLO12"),
        ("2009LIMA400", None, "2009-01-20", "2009LIMA400"),
    ],
    ids=[
        "held, of the year before",
        "held, of that year",
        "held, of the year after the one assumed",
        "of another date than the held one",
        "of the date of the held one",
        "not held, and too high for January",
        "not held, and low enough",
        "of a post of which nothing is known",
    ],
)
def test_a_number_without_a_year(target: str, said: str | None, sent: str, meant: str) -> None:
    held = post("OSLO", (1, "2008-01-03"), (90, "2008-03-01"), (400, "2008-11-30"), (7, "2009-01-09"))
    asks = Facts("2009STATE9", sent, assumed=(Assumed(target, said),))
    assert register([*held, asks]).settled(asks).get(target, target) == meant


def test_numbers_of_the_fifties_began_again_in_july() -> None:
    """Cairo 1450 in a telegram of February 1956 is of that winter, in one of August 1956 of the last."""
    held = post("CAIRO", (40, "1955-07-10"), (1236, "1956-01-01"), (2589, "1956-06-28"), (17, "1956-07-05"))
    known = register(held)
    winter = known.interval("1956CAIRO1450", date(1956, 8, 1))
    assert winter is not None
    assert date(1956, 1, 1) <= winter.earliest <= winter.latest < date(1956, 4, 1)
    autumn = Facts("1956PARIS9", "1956-02-02", assumed=(Assumed("1956CAIRO700"),))
    assert known.settled(autumn) == {"1956CAIRO700": "1955CAIRO700"}


def test_the_long_count_of_1967_and_1968() -> None:
    assert cycle_of(date(1968, 1, 1)) == cycle_of(date(1967, 7, 1))
    assert before(cycle_of(date(1967, 7, 1))).start == date(1966, 7, 1)


def test_a_ghost_of_an_unknown_series_has_its_year_and_the_day_of_the_first_citation() -> None:
    found = register([]).interval("2008LIMA77", date(2008, 4, 4))
    assert found is not None
    assert (found.earliest, found.latest) == (date(2008, 1, 1), date(2008, 4, 4))
