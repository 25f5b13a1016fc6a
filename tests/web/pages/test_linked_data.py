"""Every IRI of ours leads to a page for people and to data for programs."""

import httpx
import pyoxigraph as ox
import pytest

from compendium.web.app import app
from compendium.web.pages.facts import told
from compendium.web.pages.thing import entity
from ontology.names import BASE, ID
from queries.error import TookTooLong
from queries.result import Result
from tests.web.served import SHAPE, asked, context

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
OURS = sorted(
    {
        term.value
        for quad in ox.parse(path=str(SHAPE))
        for term in (quad.subject, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(ID)
    }
)
STATED = {quad.subject.value for quad in ox.parse(path=str(SHAPE)) if isinstance(quad.subject, ox.NamedNode)}


def got(path: str, accept: str = "*/*") -> httpx.Response:
    return asked(app(context()), path, headers={"Accept": accept})


def path(iri: str) -> str:
    return "/" + iri.removeprefix(BASE)


@pytest.mark.parametrize("iri", OURS)
def test_a_thing_leads_to_its_page_and_to_its_data(iri: str) -> None:
    seen = got(path(iri), BROWSER)
    assert (seen.status_code, seen.headers["vary"]) == (303, "Accept")
    page, data = got(seen.headers["location"]), got(got(path(iri), "text/turtle").headers["location"])
    if iri not in STATED:  # the sample names it and says nothing of it
        assert (page.status_code, data.status_code) == (404, 404)
        return
    assert page.status_code == 200 and page.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<link rel="canonical" href="{iri}">' in page.text
    assert f'<{iri}>; rel="canonical"' in page.headers["link"]
    triples = list(ox.parse(input=data.content, format=ox.RdfFormat.TURTLE))
    assert any(one.subject == ox.NamedNode(iri) for one in triples)


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        ("text/turtle", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ("application/n-triples", ".nt"),
        ("application/rdf+xml", ".rdf"),
        ("text/html;q=0.2, text/turtle", ".ttl"),
    ],
)
def test_what_is_accepted_decides_the_form(accept: str, suffix: str) -> None:
    told = got("/id/country/ARG", accept)
    assert (told.status_code, told.headers["location"]) == (303, f"/data/country/ARG{suffix}")
    data = got(told.headers["location"])
    assert data.headers["content-type"].startswith(accept.split(", ")[-1])
    assert f"<{ID}country/ARG>" in data.headers["link"]


def test_a_suffix_comes_before_what_is_accepted() -> None:
    assert got("/id/document/2008STATE900001/p/7.C.ttl", BROWSER).headers["location"].endswith("/p/7.C.ttl")
    assert got("/data/country/ARG.nt", "text/turtle").headers["content-type"] == "application/n-triples"


def test_a_form_that_does_not_exist_is_refused_with_those_that_do() -> None:
    told = got("/id/country/ARG", "image/png")
    assert told.status_code == 406 and "text/turtle" in told.json()["accepted"]


@pytest.mark.parametrize(
    "unknown", ["country/XXX", "document/2008STATE900001/p/99", "", "no-such-kind/a", "%FF/a"]
)
def test_what_is_not_known_is_not_found(unknown: str) -> None:
    assert got(f"/page/{unknown}").status_code == 404
    assert got(f"/data/{unknown}.ttl").status_code == 404


def test_an_unknown_part_leads_to_its_whole() -> None:
    assert '<a href="/page/document/2008STATE900001">' in got("/page/document/2008STATE900001/p/99").text


def test_a_ghost_has_a_page_that_says_that_it_is_not_held() -> None:
    page = got("/page/document/2008STATE900002").text
    assert "cited, not held" in page
    assert "between 2008-01-01 and 2008-04-04" in page
    assert "08 STATE 900001" in page


def test_marked_text_is_never_shown_without_its_marking() -> None:
    page = got("/page/document/2008STATE900001").text
    assert page.count('<article class="passage"') == 2
    assert page.count('<span class="marking') == 3, "the document and each passage"
    assert "inherited" in page


def test_a_page_tells_what_it_could_not_tell() -> None:
    class Slow:
        def query(self, sparql: str, *, file: str = "query") -> Result:
            if file.endswith("decisions-of-meeting.rq"):
                raise TookTooLong("the query was stopped")
            return context().pool.query(sparql, file=file)

    slow = Slow()
    page = entity(slow, told(slow, ID + "meeting/mtcr-plenary-2003-buenos-aires"))
    assert [(one.question, one.cap) for one in page.sections if one.cap] == [
        ("decisions-of-meeting", "seconds")
    ]
    assert page.told.facts and page.leading


def test_escapes_of_a_name_stay_escapes() -> None:
    assert f"{ID}post/ABU%20DHABI" in got("/page/post/ABU%20DHABI").text
    assert f"{ID}post/a%2Fb" in got("/page/post/a%2Fb").text


def test_people_read_names_and_not_addresses() -> None:
    page = got("/page/decision/mtcr-2003-buenos-aires-report-voluntary-1a2b3c4d").text
    words = page.split("<main", 1)[1].replace('id="iri" readonly value="', "")
    shown = [part.partition("<")[0] for part in words.split(">")]
    assert not [one for one in shown if BASE in one]
    assert "<mark" in page and "as agreed at the 2003 Buenos Aires Plenary" in page
    assert "Which guidance depends on" in page
