"""Labels, titles, passages and parameters that try to leave their place in a page, in Chromium."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.viz.test_browser import browser as browser
from tests.web.pages.hostile import ATTACKS, Watched, graph, paths, serving

pytestmark = pytest.mark.browser
COPIES = 4
SINKS = (
    "/ask?q={}",
    "/questions/documents-citing?document={}",
    "/explore?node={}",
    "/page/country/{}",
    "/browse/{}",
)
LISTS = ("/", "/browse/Decision", "/browse/Document", "/explore?limit=40", "/questions", "/catalog")


@pytest.fixture(scope="module")
def watched(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    quads = graph(ATTACKS, copies=COPIES)
    with serving(quads, tmp_path_factory.mktemp("hostile")) as url:
        made = Watched(url)
        made.watch(browser)
        made.page.set_default_timeout(20_000)
        yield made
        made.page.close()


def test_there_are_as_many_attacks_as_are_told_of() -> None:
    assert len(set(ATTACKS)) == 120


def test_words_of_documents_run_nothing_in_any_page(watched: Watched) -> None:
    quads = graph(ATTACKS, copies=COPIES)
    for copy in range(COPIES):
        for path in paths(quads, copy=copy)[copy % 2 :: 2]:
            watched.visit(path)
    for path in LISTS:
        watched.visit(path)
    assert (watched.tried, watched.kept) == ([], [])
    assert watched.seen > 50


def test_parameters_run_nothing(watched: Watched) -> None:
    for at, attack in enumerate(ATTACKS):
        watched.visit(SINKS[at % len(SINKS)].format(quote(attack, safe="")))
    assert (watched.tried, watched.kept) == ([], [])


def test_results_in_the_editor_run_nothing(watched: Watched) -> None:
    page = watched.page
    page.goto(watched.url + "/editor")
    page.wait_for_selector("body[data-ready=yes]")
    asked = "SELECT ?s ?words (1 AS ?n) { ?s rdfs:label|reg:text|dcterms:title ?words } ORDER BY ?s LIMIT 200"
    page.evaluate("asked => { editor.getTab().getYasqe().setValue(asked); }", asked)
    page.evaluate("editor.getTab().getYasqe().query().catch(() => null)")
    page.wait_for_selector(".yasr_results table")
    for plugin in ("chart", "response", "table"):
        page.evaluate("name => editor.getTab().getYasr().selectPlugin(name)", plugin)
        page.wait_for_timeout(200)
    # The table's library parses what it cleans apart from the page, which the browser reports; nothing runs.
    assert page.evaluate("window.__xss") is None
    assert watched.tried == []


def test_the_editor_asks_this_service_alone(watched: Watched) -> None:
    page, asked = watched.page, []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(watched.url + "/editor#query=ASK%20%7B%7D&endpoint=https%3A%2F%2Fexample.org%2Fsparql")
    page.reload()
    page.wait_for_selector("body[data-ready=yes]")
    page.evaluate("editor.getTab().getYasqe().query().catch(() => null)")
    page.wait_for_timeout(500)
    assert f"{watched.url}/sparql" in asked
    assert [one for one in asked if not one.startswith((watched.url, "data:", "blob:"))] == []
