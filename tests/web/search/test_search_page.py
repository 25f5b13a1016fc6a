"""The search page and its JSON, as browsers and programs ask for them."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.datastructures import QueryParams

from compendium.web.app import app
from compendium.web.context import Context
from compendium.web.search.sought import sought
from compendium.web.settings import Settings
from queries.contain import Pool
from tests.queries.search.library import library
from tests.web.served import asked

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starlette]:
    store = library(tmp_path_factory.mktemp("served"))
    with Pool(store, workers=1, spare=0) as pool:
        yield app(Context(Settings(store), pool))


def test_the_json_has_hits_with_marked_places_and_facets(service: Starlette) -> None:
    told = asked(service, "/search.json?q=%22end+use%22&year=2004&limit=5").json()
    assert told["total"] == 1
    [hit] = told["hits"]
    assert (hit["label"], hit["marking"], hit["document_marking"]) == ("04 OSLO 900001, 2", "S", "C")
    assert [hit["snippet"]["text"][a:b] for a, b in hit["snippet"]["marks"]] == ["end use"]
    assert told["facets"]["marking"] == [{"value": "S", "label": "S", "count": 1}]
    assert told["behind"] is False


def test_a_browser_gets_a_page_and_a_program_json(service: Starlette) -> None:
    assert asked(service, "/search?q=use", headers=BROWSER).headers["content-type"].startswith("text/html")
    told = asked(service, "/search?q=use", headers={"accept": "application/json"})
    assert told.headers["content-type"] == "application/json"
    assert told.headers["vary"] == "Accept"


def test_the_page_shows_markings_marks_and_links_that_narrow(service: Starlette) -> None:
    page = asked(service, "/search?q=hydrophones", headers=BROWSER).text
    for said in (
        "<mark>hydrophones</mark> &amp; cables",
        '<span class="marking m-s">S</span>',
        '<span class="marking m-c">document: C</span>',
        '<span class="marking m-">no mark</span>',
        'href="/search?q=hydrophones&amp;year=2007"',
        'href="/page/document/2004OSLO900001/p/2"',
        "1 to 4 of 4 passages and titles",
    ):
        assert said in page


def test_text_of_documents_and_of_requests_is_never_part_of_the_page(service: Starlette) -> None:
    page = asked(service, "/search?q=welcomed", headers=BROWSER).text
    assert "&lt;b&gt;<mark>welcomed</mark>&lt;/b&gt;" in page
    hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3Ewelcomed"
    for address in (f"/search?q={hostile}", f"/search?q=welcomed&year={hostile}"):
        page = asked(service, address, headers=BROWSER).text
        assert "<script" not in page
        assert "style=" not in page and " onerror" not in page


def test_an_empty_search_is_a_form(service: Starlette) -> None:
    told = asked(service, "/search", headers=BROWSER)
    assert told.status_code == 200
    assert 'name="q"' in told.text


@pytest.mark.parametrize("query", ["q=%3F", "q=a&limit=0", "q=a&offset=x", "q=a&colour=red", "q=-a", ""])
def test_what_is_wrong_is_a_problem(service: Starlette, query: str) -> None:
    told = asked(service, f"/search.json?{query}")
    assert told.status_code == 400
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json()["detail"]


def test_pages_follow_each_other(service: Starlette) -> None:
    page = asked(service, "/search?q=hydrophones&limit=2", headers=BROWSER).text
    assert 'rel="next" href="/search?q=hydrophones&amp;limit=2&amp;offset=2"' in page
    page = asked(service, "/search?q=hydrophones&limit=2&offset=2", headers=BROWSER).text
    assert 'rel="prev"' in page and 'rel="next"' not in page


def test_a_facet_that_is_chosen_can_be_left() -> None:
    one = sought(QueryParams("q=a&country=ARG&country=CHN"))
    assert one.toggled("country", "ARG").address() == "/search?q=a&country=CHN"


def test_a_query_can_search(service: Starlette) -> None:
    pattern = (
        'SELECT ?l { (?p ?score) search:matches ("hydrophones" 2) . ?p rdfs:label ?l } ORDER BY DESC(?score)'
    )
    told = asked(service, "/sparql", params={"query": pattern}, headers={"accept": "text/csv"})
    assert told.status_code == 200
    assert told.headers["search-matches"] == "2/3"
    assert len(told.text.split("\r\n")) == 4
    told = asked(service, "/sparql", params={"query": 'SELECT ?p {\n ?p a ?c ; search:matches "a" }'})
    assert (told.status_code, told.json()["cap"]) == (400, "search:matches")
    told = asked(service, "/sparql", params={"query": 'SELECT ?p { ?p search:matches "?!" }'})
    assert told.status_code == 400
