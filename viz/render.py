"""A drawing as one self-contained page: no outside request, no document text outside of escaped data."""

import base64
import hashlib
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache
from importlib import resources
from types import SimpleNamespace
from typing import Any, Final

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network

from ontology.names import RDFS
from ontology.names import REG as VOCABULARY
from viz.graph import Edge, GraphView, Node, Place
from viz.layout import year_marks
from viz.matrix import matrix
from viz.style import style
from viz.view import spoken

OPTIONS: Final[dict[str, Any]] = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "hideEdgesOnZoom": True, "tooltipDelay": 250,
                    "keyboard": {"enabled": True, "bindToWindow": False}},
    "edges": {"smooth": False, "arrows": "to", "color": {"color": "#9aa5b1", "highlight": "#1d2733"},
              "font": {"size": 13, "color": "#5b6876", "strokeWidth": 4, "align": "middle"}},
    "nodes": {"margin": 8, "scaling": {"label": {"drawThreshold": 3}}, "labelHighlightBold": False,
              "widthConstraint": {"maximum": 250}},
}  # fmt: skip
STRONG: Final = frozenset({"restsOnDecision", "followsDocument", "concernsProposal"})


def network(view: GraphView, layout: Mapping[str, Place]) -> Network:
    """A pyvis network with fixed places, to go on with in a notebook.

    Nodes are numbered in the order of the view; text from documents is in labels and plain titles only.

    >>> nodes = Node("x:a", "Cable", "08 STATE 900001"), Node("x:b", "Decision", "report")
    >>> tie = Edge("x:a", "x:b", "cites", "cites")
    >>> net = network(GraphView("A", nodes, (tie,), 2), {"x:a": Place(0, 0), "x:b": Place(90, 0)})
    >>> [node["shape"] for node in net.nodes], net.edges[0]["title"]
    (['box', 'diamond'], 'cites')
    """
    net = Network(directed=True, cdn_resources="in_line", height="100%")
    index = {node.id: number for number, node in enumerate(view.nodes)}
    # pyvis's own add_edge compares with every edge before it; its lists are public and take the same dicts.
    net.nodes = [_node(node, index[node.id], layout[node.id]) for node in view.nodes]
    net.node_ids = list(index.values())
    net.node_map = {node["id"]: node for node in net.nodes}
    net.edges = [_edge(edge, number, index) for number, edge in enumerate(view.edges)]
    net.options = OPTIONS
    return net


def page(
    view: GraphView,
    layout: Mapping[str, Place],
    *,
    kind: str = "network",
    address: Callable[[str], str | None] | None = None,
) -> str:
    """The page as text, the same for the same view and layout; *address* says where a thing is told of.

    >>> from viz.graph import GraphView, Node, Place
    >>> html = page(GraphView("A <b>", (Node("a", "Cable", "A"),), (), 1), {"a": Place(0, 0)})
    >>> html.startswith("<!doctype html>"), "A &lt;b&gt;" in html, "<b>" in html.split("<main>")[0]
    (True, True, False)
    """
    net = network(view, layout)
    net.templateEnv = Environment(
        loader=PackageLoader("viz"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    net.path = "page.html"
    net.templateEnv.globals["page"] = _page(view, kind, address)
    made: str = net.generate_html()
    return made


def policy() -> str:
    """What the page may load: the two scripts that stand in it, and nothing from anywhere.

    >>> policy().startswith("default-src 'none'; script-src 'sha256-")
    True
    """
    hashes = " ".join(_hash(text) for text in (_library(), _static("page.js")))
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:"


def _page(view: GraphView, kind: str, address: Callable[[str], str | None] | None) -> SimpleNamespace:
    library, script = _library(), _static("page.js")
    return SimpleNamespace(
        view=view,
        library=Markup(library),
        script=Markup(script),
        style=Markup(_static("page.css")),
        policy=Markup(policy()),
        served=address is not None,
        kinds=[
            (name, style(name), amount)
            for name, amount in sorted(Counter(n.kind for n in view.nodes).items())
        ],
        relations=[(r, spoken(r), n) for r, n in sorted(Counter(e.relation for e in view.edges).items())],
        styles={node.kind: style(node.kind) for node in view.nodes},
        labels={node.id: node.label for node in view.nodes},
        matrix=matrix(view) if kind == "matrix" else None,
        details=_details(view, address),
        jsonld=_jsonld(view),
        marks=[{"x": x, "label": label} for x, label in year_marks(view)] if kind == "timeline" else [],
    )


@cache
def _library() -> str:
    """vis-network as pyvis ships it; pinned with pyvis, because its escaping was tested for that version."""
    folder = resources.files("pyvis") / "templates" / "lib" / "vis-9.1.2"
    return (folder / "vis-network.min.js").read_text(encoding="utf-8")


@cache
def _static(name: str) -> str:
    return (resources.files("viz") / "static" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _node(node: Node, number: int, place: Place) -> dict[str, Any]:
    return {
        "id": number,
        "label": _wrapped(node.label),
        "title": f"{style(node.kind).name}: {node.label}",
        "x": place.x,
        "y": place.y,
        **style(node.kind).attributes(asked=node.asked),
    }


def _edge(edge: Edge, number: int, index: Mapping[str, int]) -> dict[str, Any]:
    strong = edge.relation in STRONG
    return {
        "id": number,
        "from": index[edge.source],
        "to": index[edge.target],
        "label": edge.label if strong else "",
        "title": edge.label,
        "width": 2.5 if strong else 1,
        "dashes": edge.relation in {"mentions", "dependsOnIndirectly"},
        **({"color": {"color": "#d55e00", "highlight": "#8f3f00"}} if strong else {}),
    }


def _wrapped(label: str) -> str:
    lines = textwrap.wrap(label, 26, max_lines=3, placeholder=" …")
    return "\n".join(lines) or label


def _details(view: GraphView, address: Callable[[str], str | None] | None) -> dict[str, Any]:
    told = {n.id: {} if address is None else {"href": address(n.id)} for n in view.nodes}
    return {
        "total": view.total,
        "nodes": [
            {**asdict(n), "kindName": n.kind, "kind": style(n.kind).name, **told[n.id]} for n in view.nodes
        ],
        "edges": [asdict(edge) for edge in view.edges],
    }


def _jsonld(view: GraphView) -> dict[str, Any]:
    ties: dict[str, dict[str, list[dict[str, str]]]] = {}
    for edge in view.edges:
        ties.setdefault(edge.source, {}).setdefault(edge.relation, []).append({"@id": edge.target})
    return {
        "@context": {"@vocab": VOCABULARY, "label": RDFS + "label"},
        "@graph": [
            {"@id": n.id, "@type": n.kind, "label": n.label, **ties.get(n.id, {})} for n in view.nodes
        ],
    }
