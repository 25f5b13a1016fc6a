"""Dates as telegrams write them."""

import pytest

from ingest.annotate.names.dates import find_dates

SENT = "2008-04-04T00:45:00Z"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on April 10-11, 2008, and", "2008-04-10", "2008-04-11"),
        ("10-11 April 2008", "2008-04-10", "2008-04-11"),
        ("April 10 - 11, 2008", "2008-04-10", "2008-04-11"),
        ("June 29-July 2, 1992", "1992-06-29", "1992-07-02"),
        ("29 June - 2 July 1992", "1992-06-29", "1992-07-02"),
        ("December 28, 2002 - January 3, 2003", "2002-12-28", "2003-01-03"),
        ("December 28-January 3, 2003", "2002-12-28", "2003-01-03"),
        ("between June 4 and 6, 2008", "2008-06-04", "2008-06-06"),
        ("from 6 through 9 October 1998", "1998-10-06", "1998-10-09"),
        ("June 4-6,\n 2008 in Bonn", "2008-06-04", "2008-06-06"),
        ("MAY 14, 1976", "1976-05-14", "1976-05-14"),
        ("on the 9th of April 2008", "2008-04-09", "2008-04-09"),
        ("2008-04-10", "2008-04-10", "2008-04-10"),
        ("10 APR 08", "2008-04-10", "2008-04-10"),
        ("the October 2002 plenary", "2002-10", "2002-10"),
        ("by the end of May 2008", "2008-05", "2008-05"),
        ("in 1994", "1994", "1994"),
        ("in Nov. 2003", "2003-11", "2003-11"),
        ("10-11/04/2008", "2008-04-10", "2008-04-11"),
        ("from 3 - 5.06.08 on", "2008-06-03", "2008-06-05"),
        ("on 04/10/2008", "2008-04-10", "2008-04-10"),
        ("on 23/06/2008", "2008-06-23", "2008-06-23"),
        ("between March 3 and April 7, 2008", "2008-03-03", "2008-04-07"),
        ("in '94", "1994", "1994"),
        ("am 11.04.2008", "2008-04-11", "2008-04-11"),
    ],
)
def test_a_date_that_is_stated(text: str, start: str, end: str) -> None:
    [one] = find_dates(text)
    assert (one.start, one.end, one.year_stated) == (start, end, True)


def test_two_days_of_two_months_are_no_range() -> None:
    read = find_dates("on March 3 and April 7, 2008 as well as May 1, 2008 and June 2, 2008")
    assert [one.start for one in read] == ["2008-03-03", "2008-04-07", "2008-05-01", "2008-06-02"]
    assert all(one.start == one.end for one in read)


@pytest.mark.parametrize(
    ("text", "sent", "start"),
    [
        ("on April 9.", SENT, "2008-04-09"),
        ("NOVEMBER 4-7", SENT, "2007-11-04"),
        ("on January 15", "2008-12-20", "2009-01-15"),
        ("in December", "2009-01-10", "2008-12"),
        ("by late May", SENT, "2008-05"),
        ("next October", SENT, "2008-10"),
        ("last October", SENT, "2007-10"),
        ("next month's RPOC", "2008-12-20", "2009-01"),
        ("last year's Plenary", SENT, "2007"),
        ("next week", "2008-03-28", "2008-04"),
    ],
)
def test_a_year_that_the_date_of_the_document_gives(text: str, sent: str, start: str) -> None:
    [one] = find_dates(text, sent=sent)
    assert (one.start, one.year_stated) == (start, False)


@pytest.mark.parametrize(
    "text",
    [
        "the U.S. may support",
        "they march on",
        "1,200 men",
        "STATE 034976",
        "on April 9",
        "paras 3-5",
        "30/40",
        "item 6.1.3 and 45/13/2008A",
    ],
)
def test_what_is_not_a_date_or_lacks_its_year(text: str) -> None:
    assert find_dates(text) == ()


def test_two_dates_do_not_overlap() -> None:
    first, second = find_dates("in 2002 and from April 10 to 11, 2003")
    assert (first.start, second.start, second.end) == ("2002", "2003-04-10", "2003-04-11")


def test_a_day_that_no_calendar_has_is_not_made_up() -> None:
    assert [one.start for one in find_dates("30 Feb 2008")] == ["2008-02"]


def test_a_word_that_begins_like_a_month_is_none() -> None:
    assert find_dates("in Mayor Daley's office, by Decree", sent=SENT) == ()
