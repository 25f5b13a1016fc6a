"""What recognised pages do to numbers of paragraphs and to labels, in small cases."""

import pytest

from ingest.parse.body.number import candidates
from ingest.parse.body.sequence import weigh
from ingest.parse.header.field import fields
from ingest.parse.text.lines import lines


def numbers(*starts: str) -> list[int]:
    text = "\n\n".join(f"{start} (C) Partners met." for start in starts)
    return [one.value for one in weigh(tuple(candidates(lines(text))))]


@pytest.mark.parametrize(
    "starts",
    [
        ("qi.", "q2.", "13.", "q4."),
        ("41.", "q2.", "943.", "q4."),
        ("91.", "42.", "q3.", "94."),
        ("{1.", "}2.", "93.", "¶4."),
    ],
)
def test_pilcrows_become_letters_and_digits(starts: tuple[str, ...]) -> None:
    assert numbers(*starts) == [1, 2, 3, 4]


def test_the_tenth_paragraph_of_a_page_of_damaged_pilcrows() -> None:
    assert numbers(*(f"q{at}." for at in range(1, 10)), "qi0.", "9411.") == list(range(1, 12))


@pytest.mark.parametrize("first", ["14.", "4.", "7."])
def test_the_first_number_is_damaged_where_a_second_follows(first: str) -> None:
    text = f"{first} SUMMARY: PARTNERS MET.\n\n2. PARTNERS TALKED.\n\n3. PARTNERS AGREED."
    assert [one.value for one in weigh(tuple(candidates(lines(text))))] == [1, 2, 3]


@pytest.mark.parametrize("numbers_of_excerpt", [(2, 3, 4), (3, 4), (7, 8, 9), (5, 6)])
def test_an_excerpt_keeps_its_numbers(numbers_of_excerpt: tuple[int, ...]) -> None:
    text = "\n\n".join(f"{at}. PARTNERS MET." for at in numbers_of_excerpt)
    assert [one.value for one in weigh(tuple(candidates(lines(text))))] == list(numbers_of_excerpt)


def test_numbers_that_run_on_are_those_of_a_long_telegram() -> None:
    assert numbers(*(f"{at}." for at in range(1, 53))) == list(range(1, 53))


@pytest.mark.parametrize("first", [38, 40, 41, 89, 91])
def test_a_later_part_goes_on_with_high_numbers(first: int) -> None:
    text = "\n\n".join(f"{at}. (C) We met." for at in range(first, first + 4))
    found = weigh(tuple(candidates(lines(text))), later_part=True)
    assert [one.value for one in found] == list(range(first, first + 4))


def test_small_roman_items_are_no_paragraphs() -> None:
    assert numbers("1.", "i.", "2.") == [1, 2]


@pytest.mark.parametrize("label", ["E.0.", "E.O,", "E.0.-.", "E,O.", "E.O;-", "EO", "E. O."])
def test_the_label_of_an_order_is_damaged(label: str) -> None:
    text = f"{label} 12958: DECL: 04/03/2018"
    assert [(one.kind, one.value.of(text)) for one in fields(lines(text), 1)] == [("eo", "DECL: 04/03/2018")]


@pytest.mark.parametrize("text", ["E.O. OF 1990", "EACH 12345 TONS", "E-0 AND 1234"])
def test_other_words_are_no_order(text: str) -> None:
    assert fields(lines(text), 1) == ()
