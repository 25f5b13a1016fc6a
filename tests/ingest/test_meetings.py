"""Meetings: found in varied wording, resolved against the lists, merged, or left open with a reason."""

import pytest

from ingest.annotate.names.meetings import annotate_meetings
from ingest.document import Span
from ingest.resolve.found import SoFar
from ingest.resolve.meetings import resolve_meetings
from ingest.tables import knowledge
from tests.ingest.missiles import ids, resolved
from tests.make import cable


@pytest.mark.parametrize(
    "body",
    [
        "as agreed at the 2003 Buenos Aires Plenary.",
        "the 2003  Buenos\n  Aires Plenary",
        "AS AGREED AT THE 2003 BUENOS AIRES PLENARY",
        "at the 18th Plenary in Buenos Aires",
        "the eighteenth MTCR Plenary",
        "At the 2003 Plenary in Buenos Aires, Partners decided",
        "as agreed in Buenos Aires in 2003, and",
        "the decision taken at Buenos Aires",
        "the Buenos Aires decision",
        "the September 2003 plenary",
        "the Plenary (Buenos Aires, September 19-26, 2003)",
        "the Missile Technology Control Regime Plenary held in Buenos Aires on September 19-26, 2003",
        "the 2003 Plenary",
        "the plenary meeting of the MTCR in Argentina in 2003",
        "MTCR PLENARY, BUENOS AIRES, SEPTEMBER 19-26, 2003",
    ],
)
def test_one_plenary_in_many_words(body: str) -> None:
    assert ids(body, sent="2005-04-04") == "mtcr-plenary-2003-buenos-aires"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Annex changes agreed in Athens are in final review", "mtcr-plenary-2007-athens"),
        ("prior to the 2008 Plenary", "mtcr-plenary-2008-canberra"),
        ("dates for the next Plenary", "mtcr-plenary-2008-canberra"),
        ("the upcoming MTCR Plenary", "mtcr-plenary-2008-canberra"),
        ("last year's Plenary", "mtcr-plenary-2007-athens"),
        ("the last Plenary", "mtcr-plenary-2007-athens"),
        ("the October 2002 plenary in Warsaw", "mtcr-plenary-2002-warsaw"),
        ("the 2002 and 2003 Plenaries", "mtcr-plenary-2002-warsaw mtcr-plenary-2003-buenos-aires"),
        ("the Athens and Copenhagen plenaries", "mtcr-plenary-2006-copenhagen mtcr-plenary-2007-athens"),
        ("the 2006 NSG Plenary in Brasilia", "nsg-plenary-2006-brasilia"),
        ("the Wassenaar Arrangement at its 2003 Plenary in Vienna", "wassenaar-plenary-2003-vienna"),
        ("the intersessional TEM scheduled for June 4-6, 2008 in Bonn", "mtcr-tem-2008-bonn"),
        ("the small-group meeting on April 9", "mtcr-small-group-2008-04-09"),
        ("next month's RPOC", "mtcr-rpoc-2008-05"),
        ("the RPOC meeting which France will hold in Paris on May 14-15, 2008", "mtcr-rpoc-2008-paris"),
        ("the November 5-7 Plenary", "mtcr-plenary-2008-canberra"),
        ("the November 5-9 Plenary", "mtcr-plenary-2007-athens"),
        (
            "the 2003 Buenos Aires and 2004 Seoul Plenaries",
            "mtcr-plenary-2003-buenos-aires mtcr-plenary-2004-seoul",
        ),
        ("that they undertook in Buenos Aires", "mtcr-plenary-2003-buenos-aires"),
        ("reports submitted since Buenos Aires", "mtcr-plenary-2003-buenos-aires"),
        ("committed themselves in Seoul in 2004 to", "mtcr-plenary-2004-seoul"),
        ("At the March RPOC most Partners", "mtcr-rpoc-2008-03"),
        (
            "an intersessional meeting of enforcement experts in Ottawa in spring 2003",
            "mtcr-leem-2003-ottawa",
        ),
        ("the Technical Experts Meeting would meet in Bern in June", "mtcr-tem-2008-bern"),
        (
            "the Technical Outreach Meeting (TOM) held in Vienna in January",
            "mtcr-technical-outreach-2008-vienna",
        ),
        (
            "The members of the MTCR met in Warsaw, Poland, on 24 - 27 September 2002",
            "mtcr-plenary-2002-warsaw",
        ),
        ("NSG MEMBERS WILL MEET AGAIN IN LONDON NOVEMBER 4-5, 1975", "nsg-plenary-1975-london"),
        ("NSG members met in Bern on June 5, 2003", "nsg-meeting-2003-bern"),
        ("the RPOC on May 14-15, 2008: Partners met in Paris on May 14-15, 2008", "mtcr-rpoc-2008-paris"),
        (
            "the Seoul, Madrid, and Copenhagen Plenaries",
            "mtcr-plenary-2004-seoul mtcr-plenary-2005-madrid mtcr-plenary-2006-copenhagen",
        ),
        ("U.S. papers for the Canberra Information Exchange", "mtcr-ie-2008-canberra"),
        ("this November's Plenary", "mtcr-plenary-2008-canberra"),
        ("last November's Plenary", "mtcr-plenary-2007-athens"),
        ("the Wassenaar Arrangement Plenary of December 2007", "wassenaar-plenary-2007-12"),
        ("the German-hosted intersessional TEM (Bonn, June 4-6)", "mtcr-tem-2008-bonn"),
        ("the April 2008 RPOC (April 10-11, Paris)", "mtcr-rpoc-2008-paris"),
        ("The Plenary (scheduled for November 5-7) will be held in Canberra.", "mtcr-plenary-2008-canberra"),
        ("members of the Small Group will meet in Paris on April 9", "mtcr-small-group-2008-paris"),
        ("the Plenary, now confirmed for November 5-7, 2008", "mtcr-plenary-2008-canberra"),
        ("The regular monthly POC meeting took place on March 20.", "mtcr-poc-2008-03-20"),
        ("the 2004 Goteborg NSG Plenary", "nsg-plenary-2004-goteborg"),
        ("the Athens TEM", "mtcr-tem-2007-athens"),
        ("the 1991 Plenary in Washington, D.C., on", "mtcr-plenary-1991-washington-dc"),
        ("the 2009 Rio Plenary", "mtcr-plenary-2009-rio-de-janeiro"),
        ("the November 2008 MTCR Plenary in Canberra", "mtcr-plenary-2008-canberra"),
        ("the RPOC meeting to be held in Paris April 6-7, 2009", "mtcr-rpoc-2009-paris"),
        (
            "the MTCR Plenary meeting in Rio de Janeiro, Brazil (November 9-13, 2009)",
            "mtcr-plenary-2009-rio-de-janeiro",
        ),
        ("the Plenary next year", "mtcr-plenary-2009-rio-de-janeiro"),
        ("the MTCR's Buenos Aires Plenary (2003)", "mtcr-plenary-2003-buenos-aires"),
        ("the May 14 POC meeting", "mtcr-poc-2008-05-14"),
        ("the Australia Group Plenary in Paris on April 14-18, 2008", "australia-group-plenary-2008-paris"),
        ("Information Exchange at the 2008 Plenary", "mtcr-plenary-2008-canberra"),
        ("the 2OO8 Plenary", "mtcr-plenary-2008-canberra"),
    ],
)
def test_other_meetings(body: str, expected: str) -> None:
    assert ids(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "the results of Plenary meetings",
        "as agreed at previous plenaries",
        "build on previous Plenary and RPOC discussions",
        "the first day of Plenary week",
        "a draft agenda for the Plenary IE meeting",
        "oppose proposals to hold intersessional IE meetings",
        "monthly POC meetings in Paris",
        "In discussing RPOC agenda items",
        "during the LEEM",
        "members of the Small Group",
        "officials met in Athens",
        "In May 2008, RPOC participants",
        "Since 2003, Plenary decisions have been kept",
        "proposals to the TEM by May 1, 2008",
        "since 2003 each Plenary has agreed",
        "In 2003 the delegation and every plenary",
        "Ministers met in Paris on April 10, 2008",
        "Buenos Aires, 26 September 2003",
        "interagency review in Ottawa",
        "the French-funded ePOC in 2003",
    ],
)
def test_what_names_no_particular_meeting(body: str) -> None:
    found = resolved(body)
    assert (found.claims, found.unresolved) == ((), ())


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("the 2010 Plenary", "had no plenary in 2010"),
        ("the Wassenaar plenary", "the words do not say when"),
        ("the 2018 Plenary", "had no plenary in 2018"),
        ("the 1993 Plenary", "several plenaries in 1993"),
        ("the 2004 Athens Plenary", "another one: Seoul"),
        ("the Geneva Plenary", "no plenary at Geneva"),
        ("the November Plenary", "may be that of 2007 or that of 2008"),
        ("the upcoming TEM", "do not say when"),
        ("the November 5-7 Plenary in Seoul", "no such plenary near that date"),
        ("the Rotterdam Plenary", "not yet planned"),
        ("the fall plenary", "may be that of 2007 or that of 2008"),
        ("the October 2007 Plenary", "the list has the plenary of 2007 (Athens) in 2007-11"),
        ("the Plenary of May 5-9, 2003", "the list has the plenary of 2003 (Buenos Aires) in 2003-09"),
    ],
)
def test_what_stays_open_says_why(body: str, why: str) -> None:
    found = resolved(body)
    assert found.claims == ()
    assert [why in one.why for one in found.unresolved] == [True]


def test_the_meeting_at_a_place_is_one_that_the_document_names() -> None:
    [claim] = resolved("The 2007 Athens Plenary met. Nothing was said at the Athens meeting of it.").claims
    assert [one.rule for one in claim.evidence] == ["series-attributes", "place-meeting"]
    [claim] = resolved("The TEM met in Bonn on June 3, 2008. The Bonn meeting was brief.").claims
    assert (claim.series, len(claim.evidence)) == ("TEM", 1)


@pytest.mark.parametrize(
    ("body", "days"),
    [
        ("the TEMs of May 6-7, 2008 and June 3-4, 2008", "2008-05-06 2008-06-03"),
        ("POC meetings in May 2008 and June 2008", "2008-05 2008-06"),
    ],
)
def test_each_of_several_meetings_keeps_its_days(body: str, days: str) -> None:
    assert " ".join(claim.start or "?" for claim in resolved(body).claims) == days


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("the March 2007 Plenary in Athens", "mtcr-plenary-2007-athens"),
        ("the Seoul Plenary of May 6-8, 2004", "mtcr-plenary-2004-seoul"),
        ("the 20th Plenary in January 2005", "mtcr-plenary-2005-madrid"),
    ],
)
def test_days_that_the_list_contradicts_are_left_and_told(body: str, key: str) -> None:
    found = resolved(body)
    assert [(one.id, one.start, one.end) for one in found.claims] == [(key, None, None)]
    assert ["the list has the plenary of" in one.why for one in found.unresolved] == [True]


@pytest.mark.parametrize(
    "body", ["The mood was better than at the last RPOC.", "As at the previous RPOC, nobody spoke."]
)
def test_a_report_calls_another_meeting_the_last_one(body: str) -> None:
    found = resolved(body, sent="2007-04-29", subject="READOUT OF THE APRIL 26-27 RPOC IN PARIS")
    assert [[one.passage for one in claim.evidence] for claim in found.claims] == [[None]]
    assert [one.text for one in found.unresolved] == ["RPOC"]


def test_the_next_meeting_is_one_to_come() -> None:
    assert len(resolved("The RPOC of March 3-4, 2008. The next RPOC is not set.").unresolved) == 1
    [claim] = resolved("The RPOC of May 3-4, 2008. The upcoming RPOC is set.").claims
    assert len(claim.evidence) == 2


def test_a_plenary_of_no_regime_is_open() -> None:
    one = cable("the 1976 plenary in New York")
    found = resolve_meetings(one, tuple(annotate_meetings(one, knowledge())), knowledge(), SoFar())
    assert [one.why for one in found.unresolved] == ["no regime is named whose meeting this could be"]


def test_one_meeting_that_several_places_name() -> None:
    found = resolved(
        "The Reinforced Point of Contact (RPOC) meeting in Paris on April 10-11, 2008. The RPOC agrees.",
        subject="GUIDANCE FOR THE APRIL 10-11, 2008 RPOC MEETING",
    )
    [claim] = found.claims
    assert (claim.id, claim.start, claim.end, claim.country) == (
        "mtcr-rpoc-2008-paris",
        "2008-04-10",
        "2008-04-11",
        "FRA",
    )
    assert [one.passage for one in claim.evidence] == [None, "1", "1"]
    assert len(found.names) == 3


def test_two_meetings_of_a_series_in_a_year_stay_two() -> None:
    assert ids("the TEM in Bonn on June 4-6, 2008 and the TEM on September 1-2, 2008") == (
        "mtcr-tem-2008-09-01 mtcr-tem-2008-bonn"
    )


def test_the_plenary_is_that_of_the_subject() -> None:
    found = resolved(
        "The Plenary recalled the Seoul decision.",
        sent="2005-10-01",
        subject="MTCR: THE 20TH PLENARY, MADRID, SEPTEMBER 12-16, 2005",
    )
    assert [one.id for one in found.claims] == ["mtcr-plenary-2004-seoul", "mtcr-plenary-2005-madrid"]
    subject = len("MTCR: THE 20TH PLENARY, MADRID, SEPTEMBER 12-16, 2005\n")
    assert found.over(Span(subject, subject + 11)) == ("mtcr-plenary-2005-madrid",)


def test_a_place_follows_the_plenary_that_the_document_names_there() -> None:
    body = "The 25th Plenary will be in Buenos Aires. What was agreed at Buenos Aires"
    assert ids(body, sent="2011-03-01") == "mtcr-plenary-2011-buenos-aires"
    assert ids("What was agreed at Buenos Aires", sent="2011-03-01") == "mtcr-plenary-2003-buenos-aires"


@pytest.mark.parametrize(
    ("body", "grade"),
    [
        ("the 2003 Buenos Aires Plenary", "verbatim"),
        ("the 2OO3 Buenos Aires Plenary", "repaired"),
        ("the 2003 Plenary", "derived"),
        ("the Buenos Aires Plenary", "derived"),
    ],
)
def test_what_the_words_alone_say(body: str, grade: str) -> None:
    [claim] = resolved(body).claims
    assert [one.grade for one in claim.evidence] == [grade]


def test_the_meeting_of_words_is_found_by_their_span() -> None:
    found = resolved("as agreed at the 2003 Buenos Aires Plenary")
    assert found.over(Span(0, 30)) == ("mtcr-plenary-2003-buenos-aires",)
    assert found.over(Span(0, 5)) == ()
