"""Countries: names, adjectives, and capitals where they stand for governments."""

from dataclasses import replace

import pytest

from ingest.annotate.names.countries import annotate_countries
from ingest.cable import Read
from ingest.document import Span
from ingest.resolve.countries import resolve_countries
from ingest.resolve.found import SoFar
from ingest.tables import knowledge
from tests.make import cable


def named(body: str, sent: str = "2008-04-04") -> str:
    """The codes that a body names, in the order of the text."""
    return " ".join(one.iso3 for one in annotate_countries(cable(body, sent=sent), knowledge()))


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("members (the U.S., the UK, Japan, Germany, France and Australia)", "USA GBR JPN DEU FRA AUS"),
        ("the French-funded system and the German Proposal", "FRA DEU"),
        ("Chinese entities in the PRC", "CHN CHN"),
        ("non-members like Iran and North\n  Korea", "IRN PRK"),
        ("the U.S. delegation", "USA"),
        ("a Franco-German text on Sino-Pakistani trade", "FRA DEU CHN PAK"),
        ("Anglo-Saxon views of the Indo-Pacific", ""),
        ("General Franco spoke", ""),
        ("the USG expects", "USA"),
        ("the ROK and South  Africa", "KOR ZAF"),
        ("FRG QUESTIONS THIS; TURKEY AGREES", "DEU TUR"),
        ("THE US DELEGATION SHOULD TELL US", "USA"),
        ("US OBJECTIVES ARE KNOWN TO US", "USA"),
        ("The US paper helped us", "USA"),
        ("U.S./UK views", "USA GBR"),
        ("Niger, Nigeria", "NER NGA"),
        ("polish the text in English", ""),
        ("a French-language text", ""),
        ("Latin American states, the Indian Ocean", ""),
    ],
)
def test_names_and_adjectives(body: str, codes: str) -> None:
    assert named(body) == codes


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("Beijing argued that", "CHN"),
        ("Moscow's concerns", "RUS"),
        ("We raised this with Beijing.", "CHN"),
        ("both Washington and Moscow agreed", "USA RUS"),
        ("They urged Pyongyang to stop", "PRK"),
        ("We recommend that Washington not link the two", "USA"),
        ("Washington should expect Brasilia to ask for help", "USA BRA"),
        ("Jamaica objected; Kingston said that", "JAM JAM"),
        ("MOSCOW OPPOSED THE PROPOSAL", "RUS"),
        ("the meeting in Paris on April 10", ""),
        ("the 2003 Buenos Aires Plenary", ""),
        ("Annex changes agreed in Athens are in final review", ""),
        ("Washington, November 4", ""),
        ("Embassy Beijing reported", ""),
        ("PARIS 4321 REPORTED", ""),
        ("interagency review in Moscow will follow", ""),
        ("Moscow's airport", ""),
        ("Paris should deliver the paper", ""),
        ("Stanley said that Victoria agreed", ""),
        ("Mr. Jordan met Chad K. Smith", ""),
        ("Warsaw Pact members of the Australia Group", ""),
    ],
)
def test_capitals_count_where_they_act(body: str, codes: str) -> None:
    assert named(body) == codes


def resolved(body: str) -> tuple[list[str], list[str]]:
    """The codes of the claims that a body makes, and the reasons of what is open."""
    one = cable(body)
    found = resolve_countries(one, tuple(annotate_countries(one, knowledge())), knowledge(), SoFar())
    return [claim.iso3 for claim in found.claims], [problem.why for problem in found.unresolved]


def test_a_word_that_two_countries_share() -> None:
    assert resolved("Kinshasa agreed that the Congo") == (["COD"], [])
    assert resolved("The Congo text") == ([], ["the word may mean COD or COG"])
    assert named("Moscow agreed", "1975-10-06") == "SUN"


def test_one_claim_a_country_with_all_its_places() -> None:
    one = cable("France will host. The French agreed. Germany too.")
    found = resolve_countries(one, tuple(annotate_countries(one, knowledge())), knowledge(), SoFar())
    assert [(claim.iso3, len(claim.evidence)) for claim in found.claims] == [("DEU", 1), ("FRA", 2)]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("BONN SHOULD INFORM FONOFF. MOSCOW SHOULD NOT BE TOLD", ""),
        ("Zagreb may share this with the Croatian side; Minsk may not.", "HRV"),
        ("Athens agreed to this and Bonn opposed it", "DEU GRC"),
    ],
)
def test_a_post_that_is_addressed_is_told_what_to_do(body: str, codes: str) -> None:
    one = cable(body)
    to = tuple(Read(post, Span(0, 0), "test") for post in ("AMCONSUL BONN", "AMEMBASSY ZAGREB"))
    sent = replace(one, header=replace(one.header, to=to, info=to[:1]))
    found = resolve_countries(sent, tuple(annotate_countries(sent, knowledge())), knowledge(), SoFar())
    assert " ".join(claim.iso3 for claim in found.claims) == codes


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("The GOJ and G.O.K. views differ; GOF officials agree", "JPN KOR"),
        ("THE GOJ SAID THAT IT GOT NO REPLY", "JPN"),
        ("THE GOT REPLIED", "TUR"),
    ],
)
def test_a_government_by_the_initial_of_a_post(body: str, codes: str) -> None:
    one = cable(body)
    to = tuple(Read(post, Span(0, 0), "test") for post in ("AMEMBASSY TOKYO", "AMEMBASSY ANKARA"))
    header = replace(one.header, post=Read("SEOUL", Span(0, 0), "test"), to=to)
    named = annotate_countries(replace(one, header=header), knowledge())
    assert " ".join(one.iso3 for one in named) == codes
