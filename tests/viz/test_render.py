import json
import re
from html.parser import HTMLParser

import pytest

from queries import Reader
from tests.viz.attacks import PAYLOADS
from tests.viz.conftest import DECISION
from viz.graph import Edge, GraphView, Node, Quote
from viz.layout import LAYOUTS
from viz.render import network, page
from viz.view import neighbourhood


def hostile() -> GraphView:
    quote = {text: Quote(text, text, text, text, text, text, text) for text in PAYLOADS}
    nodes = tuple(
        Node(f"https://x/{i}", "Cable", text, ((text, text),), (quote[text],))
        for i, text in enumerate(PAYLOADS)
    )
    edges = tuple(
        Edge(nodes[0].id, node.id, text, text, (quote[text],))
        for node, text in zip(nodes[1:], PAYLOADS[1:], strict=True)
    )
    return GraphView(PAYLOADS[0], nodes, edges, len(nodes), PAYLOADS[1])


def data(html: str, identifier: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(rf'<script type="application/json" id="{identifier}">(.*?)</script>', html, re.S)
    assert found is not None
    loaded: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return loaded


@pytest.mark.parametrize("kind", sorted(LAYOUTS))
def test_a_page_needs_nothing_from_outside(store: Reader, kind: str) -> None:
    view = neighbourhood(store, [DECISION], title="Buenos Aires", depth=3)
    html = page(view, LAYOUTS[kind](view), kind=kind)
    markup = re.sub(r"<script.*?</script>", "", html, flags=re.S)
    assert not re.findall(r"(?:src|href)\s*=", markup)
    assert "default-src 'none'" in html
    assert "unsafe-inline" not in html.split("script-src")[1].split(";")[0]


def test_the_same_view_gives_the_same_bytes(store: Reader) -> None:
    pages = {
        page(view, LAYOUTS["network"](view))
        for view in (neighbourhood(store, [DECISION], title="x") for _ in range(2))
    }
    assert len(pages) == 1


def test_the_network_is_pyvis_with_physics_off_and_fixed_places(store: Reader) -> None:
    view = neighbourhood(store, [DECISION], title="")
    made = network(view, LAYOUTS["network"](view))
    assert type(made).__module__ == "pyvis.network"
    assert made.options["physics"] == {"enabled": False}
    assert len(made.nodes) == len(view.nodes) and all({"x", "y"} <= set(node) for node in made.nodes)
    assert len(made.edges) == len(view.edges)


def test_every_quote_of_the_view_is_in_the_page(store: Reader) -> None:
    view = neighbourhood(store, [DECISION], title="")
    details = data(page(view, LAYOUTS["network"](view)), "details")
    assert [edge["quotes"] for edge in details["edges"]] == [
        [{name: getattr(q, name) for name in q.__slots__} for q in edge.quotes] for edge in view.edges
    ]


class Markup(HTMLParser):
    """The tags and attribute names of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


def markup(view: GraphView) -> Markup:
    read = Markup()
    read.feed(page(view, LAYOUTS["network"](view), kind="matrix"))
    return read


def test_no_text_of_a_document_becomes_markup(store: Reader) -> None:
    tame, attacked = markup(neighbourhood(store, [DECISION], title="x", depth=4)), markup(hostile())
    assert attacked.tags - tame.tags == set()
    assert attacked.attributes - tame.attributes == set()
    assert not any(name.startswith("on") for name in attacked.attributes)
    assert [
        node["label"] for node in data(page(hostile(), LAYOUTS["network"](hostile())), "details")["nodes"]
    ] == list(PAYLOADS)
