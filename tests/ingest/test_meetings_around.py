"""What stands around the names of meetings: lists, towns, seasons, hosts, participants and asides."""

import pytest

from tests.ingest.missiles import ids, resolved


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("the TEM and LEEM of June 3-4, 2008", "mtcr-leem-2008-06-03 mtcr-tem-2008-06-03"),
        (
            "The TEM, the LEEM and the IE will be held in Bonn on June 3-4, 2008",
            "mtcr-ie-2008-bonn mtcr-leem-2008-bonn mtcr-tem-2008-bonn",
        ),
        (
            "the June 3-4 Technical Experts Meeting (TEM) and Information Exchange (IE)",
            "mtcr-ie-2008-06-03 mtcr-tem-2008-06-03",
        ),
        (
            "The RPOC and the Small Group meeting were held back-to-back in Paris on April 9-11",
            "mtcr-rpoc-2008-paris mtcr-small-group-2008-paris",
        ),
        ("papers of the LEEM and the TEM in Bonn on June 3-4, 2008", "mtcr-tem-2008-bonn"),
        ("circulated at the Plenary, TEM papers of May 2008", ""),
        ("the May POC", "mtcr-poc-2008-05"),
        ("the POC on this matter is ISN in May", ""),
        ("Canada's draft reached the POC on May 3", ""),
        ("The NSG CG met in Vienna on May 6-7, 2008", "nsg-consultative-group-2008-vienna"),
        ("At the March 2007 NSG CG", "nsg-consultative-group-2007-03"),
        (
            "the 2005-2007 Plenaries",
            "mtcr-plenary-2005-madrid mtcr-plenary-2006-copenhagen mtcr-plenary-2007-athens",
        ),
        ("the 1997 through 1998 plenaries", "mtcr-plenary-1997-tokyo mtcr-plenary-1998-budapest"),
        ("an intersessional TEM in Bergen on June 2-4", "mtcr-tem-2008-bergen"),
        ("THE TEM WILL TAKE PLACE IN DEN HAAG, MAY 6, 2008", "mtcr-tem-2008-den-haag"),
        ("The LEEM of June 3, 2008 in Konstanz.", "mtcr-leem-2008-konstanz"),
        ("The LEEM met in Category I matters on June 3", ""),
        ("THE TEM MET IN SESSION ON JUNE 3, 2008", ""),
        (
            "the Plenaries in Seoul (2004) and Madrid (2005)",
            "mtcr-plenary-2004-seoul mtcr-plenary-2005-madrid",
        ),
        (
            "plenaries in Warsaw, Seoul and Madrid",
            "mtcr-plenary-2002-warsaw mtcr-plenary-2004-seoul mtcr-plenary-2005-madrid",
        ),
        ("TEM sessions held in 2006 and 2007", "mtcr-tem-2006 mtcr-tem-2007"),
        (
            "the NSG Consultative Group meetings of October 2008 and March 2009",
            "nsg-consultative-group-2008-10 nsg-consultative-group-2009-03",
        ),
        ("since the Seoul meeting in 2004", "mtcr-plenary-2004-seoul"),
        ("The 2003 Warsaw meeting; the Canberra meeting", ""),
        ("At the RPOC last April that the Chair", "mtcr-rpoc-2007-04"),
        ("The AG Plenary in Paris on April 14-18", "australia-group-plenary-2008-paris"),
        ("AG MEMBERS WILL MEET IN PARIS ON APRIL 14-18, 2008", "australia-group-plenary-2008-paris"),
        ("the 2003 WA Plenary", "wassenaar-plenary-2003"),
        ("the AG told Plenary delegates in 2003; shares of Dynamit AG in Paris on April 14", ""),
        ("the fall 2007 Plenary", "mtcr-plenary-2007-athens"),
        ("At last autumn's Plenary", "mtcr-plenary-2007-athens"),
        ("dates for this fall's Plenary", "mtcr-plenary-2008-canberra"),
        ("the TEM in spring 2009", "mtcr-tem-2009"),
        ("The RPOC on 10-11/04/2008", "mtcr-rpoc-2008-04-10"),
        ("the TEM (Bonn, 4-6.06.2008)", "mtcr-tem-2008-bonn"),
        ("the LEEM on 23/06/2008", "mtcr-leem-2008-06-23"),
        ("the eleventh RPOC", "mtcr-rpoc-no-11"),
        ("the 9th TEM in Bonn and the 10th TEM", "mtcr-tem-bonn mtcr-tem-no-10"),
        ("The intersessional TEM is tentatively set for Bonn, June 4-6", "mtcr-tem-2008-bonn"),
        ("The LEEM was prepared for Bonn on June 4, 2008", ""),
        ("the March 3 and April 7 POC meetings", "mtcr-poc-2008-03-03 mtcr-poc-2008-04-07"),
        ("the '04 Plenary in Seoul", "mtcr-plenary-2004-seoul"),
        ("Plenary ’03", "mtcr-plenary-2003-buenos-aires"),
        ("at Warsaw (2002) and Seoul (2004)", "mtcr-plenary-2002-warsaw mtcr-plenary-2004-seoul"),
        ("in Seoul in 2004 and Madrid in 2005", "mtcr-plenary-2004-seoul mtcr-plenary-2005-madrid"),
        ("The TEM will be held in The Hague, the Netherlands, on April 14-16.", "mtcr-tem-2008-the-hague"),
        ("the NSG and MTCR Plenaries in 2004", "mtcr-plenary-2004-seoul nsg-plenary-2004-goteborg"),
        (
            "the 2003 Wassenaar and MTCR plenaries",
            "mtcr-plenary-2003-buenos-aires wassenaar-plenary-2003",
        ),
        ("the Experts Group met on June 3, 2008", ""),
        ("the General Working Group met on June 3, 2008", ""),
        (
            "Wassenaar's General Working Group met on June 3, 2008",
            "wassenaar-general-working-group-2008-06-03",
        ),
    ],
)
def test_meetings_by_what_stands_around(body: str, expected: str) -> None:
    assert ids(body) == expected


def test_host_and_participants() -> None:
    [claim] = resolved(
        "On April 9, France will host a meeting of the MTCR Small Group members "
        "(the U.S., the UK, Japan and France)."
    ).claims
    assert (claim.host, claim.country, claim.place, claim.start) == ("FRA", "FRA", None, "2008-04-09")
    assert claim.participants == ("FRA", "GBR", "JPN", "USA")


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("The RPOC, attended by Sweden, Norway and the UK, was held on April 10-11, 2008", "GBR NOR SWE"),
        ("a Small Group meeting attended by Italy and Japan took place in Rome on March 3", "ITA JPN"),
        ("France and Germany also attended the TEM of March 3, 2008", "DEU FRA"),
        ("Delegations from Japan, Korea and the U.S. took part in the TEM on June 2-4", "JPN KOR USA"),
        ("the TEM in Bonn on June 2-4, 2008, with Spain, Italy, and Turkey attending", "ESP ITA TUR"),
        ("the TEM in Bonn on June 2-4, 2008, with Spain and Italy opposed", ""),
        ("Italy attended the TEM on June 2-4, 2008", ""),
        ("a Small Group (US/UK/France) met in London on March 3", "FRA GBR USA"),
        ("the RPOC (Paris, France) on May 3, 2008", ""),
        ("a Small Group of like-minded Partners (Italy, Japan) met in Rome on March 3", "ITA JPN"),
        ("the Small Group members (the UK and Japan) will meet in Rome on March 3", "GBR JPN"),
    ],
)
def test_who_attended(body: str, codes: str) -> None:
    [claim] = resolved(body).claims
    assert " ".join(claim.participants) == codes


@pytest.mark.parametrize(
    ("body", "host"),
    [
        ("accepted the invitation of Australia to meet in Canberra in November 2008", "AUS"),
        ("took up Australia's invitation to gather in Canberra in November 2008", "AUS"),
        ("welcomed Brazil's offer to hold the 2009 Plenary", "BRA"),
        ("the offer from Germany to host the TEM in Bonn on June 4-6, 2008", "DEU"),
        ("Norway would again hold the TEM in Bonn on June 4-6, 2008", "NOR"),
        ("an ad hoc TEM hosted by the Netherlands in The Hague on May 12-13", "NLD"),
        ("the RPOC hosted by the French in Paris on May 12-13, 2008", "FRA"),
        ("France asked Partners to meet in Canberra in November 2008", None),
        ("Spain's views on the 2009 Plenary", None),
    ],
)
def test_who_invites(body: str, host: str | None) -> None:
    [claim] = resolved(body).claims
    assert claim.host == host


@pytest.mark.parametrize(
    "body",
    [
        "The formal Plenary, with Ambassador J. Roe in the chair, is on November 5-7.",
        "The Plenary, chaired by Ambassador Roe, will run from November 5 to 7.",
        "The Plenary week runs from November 3 to 7. The Plenary itself is on November 5-7.",
    ],
)
def test_days_after_an_aside_or_a_week(body: str) -> None:
    [claim] = resolved(body).claims
    assert (claim.id, claim.start, claim.end) == ("mtcr-plenary-2008-canberra", "2008-11-05", "2008-11-07")


@pytest.mark.parametrize(
    "body",
    [
        "The RPOC, which met in Bergen on May 3-4, 2008, Norway said",
        "The TEM met in Bonn on May 3, Russia absent",
    ],
)
def test_a_country_after_the_days_begins_another_phrase(body: str) -> None:
    [claim] = resolved(body).claims
    assert claim.country in (None, "DEU")


def test_an_opening_day_is_no_end() -> None:
    [claim] = resolved("The 21st Plenary opens in Copenhagen on October 2, 2006").claims
    assert (claim.start, claim.end) == ("2006-10-02", None)
    [claim] = resolved("The TEM will begin on June 3, 2008 in Bonn").claims
    assert (claim.start, claim.end) == ("2008-06-03", None)


def test_an_offer_to_host() -> None:
    [claim] = resolved("Denmark offered to host the 21st Plenary Meeting in Copenhagen in 2006.").claims
    assert (claim.id, claim.host, claim.ordinal) == ("mtcr-plenary-2006-copenhagen", "DNK", 21)


def test_a_host_that_is_still_to_be_found() -> None:
    later, sooner = reversed(
        resolved("Partners should identify a Plenary host/venue for 2009 before the 2008 Plenary.").claims
    )
    assert (later.id, later.place, later.same_as) == (
        "mtcr-plenary-2009",
        None,
        "mtcr-plenary-2009-rio-de-janeiro",
    )
    assert sooner.id == "mtcr-plenary-2008-canberra"
