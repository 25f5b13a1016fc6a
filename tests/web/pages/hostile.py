"""A store whose every word is an attack, and a service over it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
import uvicorn
from playwright.sync_api import Browser

from compendium.web.app import app
from compendium.web.context import Context
from compendium.web.settings import Settings
from compendium.web.state import State
from ontology.names import ID
from queries.contain import Limits, Pool
from tests.viz.attacks import PAYLOADS
from tests.web.served import SHAPE

_RUN: Final = "window.__xss=1"
_HANDLERS: Final = (
    ("img", "src=x onerror"), ("svg", "onload"), ("body", "onload"), ("video", "src=x onerror"),
    ("audio", "src=x onerror"), ("details", "open ontoggle"), ("input", "autofocus onfocus"),
    ("select", "autofocus onfocus"), ("textarea", "autofocus onfocus"), ("marquee", "onstart"),
    ("iframe", "onload"), ("object", "data=x onerror"), ("embed", "src=x onload"), ("style", "onload"),
    ("link", "rel=stylesheet href=x onerror"), ("script", "src=x onerror"), ("form", "onsubmit"),
    ("button", "autofocus onfocus"),
)  # fmt: skip
_BEFORE: Final = ("", '">', "'>", "</title>", "</textarea></q>")
_OTHERS: Final = (
    f"javascript:{_RUN}", f"<a href=javascript:{_RUN}>x</a>", f"<math><mi xlink:href=javascript:{_RUN}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{_RUN}'>", "<base href=https://example.org/>",
    "<link rel=preload as=image href=https://example.org/a>", "<img src=https://example.org/b>",
    f"<svg><script>{_RUN}</script></svg>", f"<noscript><p title='</noscript><img src=x onerror={_RUN}>'>",
    f"${{{_RUN}}}", f"`{_RUN}`", f"\\u003cscript>{_RUN}</script>", f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"%3Cscript%3E{_RUN}%3C/script%3E", "<object data=https://example.org/c>", f"<script\n>{_RUN}</script\n>",
    f"<ScRiPt>{_RUN}</sCrIpT>", f"<img\tsrc=x\tonerror={_RUN}>",
)  # fmt: skip
_ALL: Final = (
    *PAYLOADS,
    *_OTHERS,
    *(f"{before}<{tag} {event}={_RUN}>" for before in _BEFORE for tag, event in _HANDLERS),
    *(f"' {event}={_RUN} x='{tag}" for tag, event in _HANDLERS),
)
ATTACKS: Final = tuple(dict.fromkeys(_ALL))[:120]


def graph(attacks: tuple[str, ...], *, copies: int) -> list[ox.Quad]:
    """The sample, *copies* times, each literal an attack: another one in each copy."""
    made = []
    for copy in range(copies):
        for at, quad in enumerate(ox.parse(path=str(SHAPE))):
            end = quad.object
            if isinstance(end, ox.Literal) and end.datatype.value.endswith("#string"):
                end = ox.Literal(f"{attacks[(at + copy * 7) % len(attacks)]} {end.value}")
            subject = _own(quad.subject, copy)
            made.append(ox.Quad(subject, quad.predicate, _own(end, copy), quad.graph_name))
    return made


def _own(term: Any, copy: int) -> Any:
    """A thing of ours as one of that copy; anything else as it is."""
    if isinstance(term, ox.NamedNode) and term.value.startswith(ID):
        kind, name, *rest = term.value.removeprefix(ID).split("/")
        return ox.NamedNode(ID + "/".join((kind, f"{name}x{copy}", *rest)))
    return term


@contextmanager
def serving(quads: list[ox.Quad], folder: Path) -> Iterator[str]:
    """A service over those statements, and where it is found."""
    file = folder / "hostile.nq"
    file.write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    with Pool(file, limits=Limits(seconds=30), workers=2) as pool:
        made = app(Context(Settings(file), pool, State("hostile")))
        server = uvicorn.Server(uvicorn.Config(made, host="127.0.0.1", port=0, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@dataclass
class Watched:
    """A page of a browser, what it tried, and what it was kept from."""

    url: str
    seen: int = 0

    def __post_init__(self) -> None:
        self.tried: list[str] = []
        self.kept: list[str] = []

    def watch(self, browser: Browser) -> None:
        """Open a page that tells of requests elsewhere, dialogs, and what was kept from running."""
        self.page = browser.new_page()
        self.page.on("request", lambda one: self._request(one.url))
        self.page.on("dialog", lambda one: self.tried.append(f"dialog {one.message}"))
        self.page.on("console", lambda one: self._told(one.text))

    def _request(self, url: str) -> None:
        if not url.startswith((self.url, "data:", "blob:", "about:")):
            self.tried.append(f"request {url}")

    def _told(self, text: str) -> None:
        if "Content Security Policy" in text or "Refused" in text:
            self.kept.append(text)

    def visit(self, path: str) -> None:
        """Load a page and look whether anything ran."""
        self.page.goto(self.url + path, wait_until="load")
        if self.page.evaluate("window.__xss") is not None:
            self.tried.append(f"ran {path}")
        self.seen += 1


def paths(quads: list[ox.Quad], *, copy: int) -> list[str]:
    """The pages of all things of one copy that have a class, one for each class."""
    found: dict[str, str] = {}
    for quad in quads:
        iri = str(quad.subject).strip("<>")
        if str(quad.predicate).endswith("#type>") and iri.startswith(ID) and f"x{copy}" in iri:
            found.setdefault(str(quad.object), f"/page/{iri.removeprefix(ID)}")
    return sorted(found.values())
