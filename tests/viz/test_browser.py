"""The page as a browser shows it, with the network blocked."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from queries import Reader
from tests.viz.conftest import DECISION
from tests.viz.test_render import hostile
from viz.graph import GraphView
from viz.layout import LAYOUTS
from viz.render import page as render
from viz.view import neighbourhood

pytestmark = pytest.mark.browser
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


def opened(
    browser: Browser, view: GraphView, folder: Path, *, kind: str = "network"
) -> tuple[Page, list[str]]:
    """The page with its network off, and everything it asked for or complained of."""
    file = folder / "page.html"
    file.write_text(render(view, LAYOUTS[kind](view), kind=kind), encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
    made, heard = context.new_page(), list[str]()
    made.on("request", lambda request: None if request.url == file.as_uri() else heard.append(request.url))
    made.on("pageerror", lambda error: heard.append(str(error)))
    made.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    made.goto(file.as_uri())
    return made, heard


def test_the_network_is_drawn_and_shows_the_words_behind_a_tie(
    store: Reader, browser: Browser, tmp_path: Path
) -> None:
    view = neighbourhood(store, [DECISION], title="Buenos Aires", depth=4)
    shown, heard = opened(browser, view, tmp_path)
    shown.wait_for_selector("body[data-drawn=yes]", timeout=10_000)
    tie = next(i for i, edge in enumerate(view.edges) if edge.relation == "restsOnDecision")
    shown.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    shown.click(f"#edges [data-edge='{tie}']")
    assert shown.inner_text("#panel mark") == "as agreed at the 2003 Buenos Aires Plenary"
    assert heard == []


def test_a_filter_hides_a_kind_and_search_finds_a_thing(
    store: Reader, browser: Browser, tmp_path: Path
) -> None:
    view = neighbourhood(store, [DECISION], title="Buenos Aires", depth=4)
    shown, heard = opened(browser, view, tmp_path)
    shown.wait_for_selector("body[data-drawn=yes]", timeout=10_000)
    shown.uncheck("input.kind[value=Meeting]")
    hidden = shown.evaluate("compendium.nodes.get().filter(n => n.hidden).length")
    assert hidden == sum(node.kind == "Meeting" for node in view.nodes) > 0
    shown.fill("#search", "urge partners")
    shown.press("#search", "Enter")
    assert shown.inner_text("#panel-title") == "should urge Partners to report"
    assert heard == []


@pytest.mark.parametrize("kind", ["network", "matrix"])
def test_hostile_labels_run_nothing(browser: Browser, tmp_path: Path, kind: str) -> None:
    view = hostile()
    shown, heard = opened(browser, view, tmp_path, kind=kind)
    shown.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for index in range(len(view.nodes)):
        shown.click(f"#nodes [data-node='{index}']")
    for index in range(len(view.edges)):
        shown.click(f"#edges [data-edge='{index}']")
    assert shown.evaluate("window.__xss") is None
    assert heard == []
