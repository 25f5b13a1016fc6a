"""Tables in which people judge links: what they say, and what cannot be used."""

import re

import pytest

from ingest.links.judged import COLUMNS, NEEDED, Judged, read, written
from ingest.tables.rows import TableError

HEAD = "\t".join(NEEDED) + "\n"


def test_what_was_written_is_read_again() -> None:
    rows = (
        Judged(
            "country/ARG", "wikidata:Q414", "same", "Jane Doe", "2026-11-23", 'the "same" code', score="90"
        ),
        Judged("country/ARG", "wikidata:Q900002", score="40", right_label="=HYPERLINK(x)"),
        Judged("place/GBR-london", "geonames:900003/", reasons="name; country"),
    )
    assert read(written(rows), "w.tsv") == rows
    assert written(reversed(rows)) == written(rows)


def test_words_of_a_stranger_stay_in_their_cell() -> None:
    row = Judged("country/ARG", "wikidata:Q414", right_label="a\tb\nc\td")
    (again,) = read(written([row]), "w.tsv")
    assert again.right_label == "a b c d"
    assert again.judgement == "undecided"


def test_a_table_may_have_its_columns_in_any_order_and_more_of_them() -> None:
    text = (
        "note\t"
        + "\t".join(reversed(COLUMNS))
        + "\n"
        + "x\t"
        + "\t" * (len(COLUMNS) - 2)
        + "wikidata:Q1\tcountry/ARG\n"
    )
    (row,) = read("\ufeff" + text, "w.tsv")
    assert (row.left, row.right) == ("country/ARG", "wikidata:Q1")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("\twikidata:Q1\tsame\tJane\t2026-11-23\t\t", "left and right must not be blank"),
        ("country/ARG\t\tsame\tJane\t2026-11-23\t\t", "left and right must not be blank"),
        ("country/ARG\twikidata:Q1\tSame\tJane\t2026-11-23\t\t", "judgement is same, not-same or undecided"),
        ("country/ARG\twikidata:Q1\tsame\t\t2026-11-23\t\t", "who judged must not be blank"),
        ("country/ARG\twikidata:Q1\tsame\tJane\t23.11.2026\t\t", "when is the day"),
        ("country/ARG\twikidata:Q1\tsame\tJane\t2026-02-30\t\t", "when is the day"),
        ("country/ARG\tfile:///etc/passwd\tsame\tJane\t2026-11-23\t\t", "right is a short name"),
        ("country/ARG\tjavascript:x\tundecided\t\t\t\t", "right is a short name"),
        ("country/ARG\twikidata:Q1 > <x\tundecided\t\t\t\t", "right is a short name"),
    ],
)
def test_a_row_that_cannot_be_used_is_told(row: str, why: str) -> None:
    with pytest.raises(TableError, match=re.escape(why)) as told:
        read(HEAD + "\n" + row + "\n", "w.tsv")
    assert str(told.value).startswith("w.tsv, line 3: ")


def test_a_table_without_the_columns_is_told() -> None:
    with pytest.raises(TableError, match="no column judgement, who, when, why, withdrawn"):
        read("left\tright\n", "w.tsv")
