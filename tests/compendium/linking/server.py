"""A small SPARQL endpoint and reconciliation service on this machine, which can be told to misbehave."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final, TypeAlias
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

JSON: Final = "application/sparql-results+json"

# in the shape of Wikidata; the items and what is said of them are made up
DATA: Final = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
wd:Q900414 rdfs:label "Argentina"@en, "Argentine"@fr ; wdt:P31 wd:Q6256 ; wdt:P297 "AR" ; wdt:P298 "ARG" .
wd:Q900001 rdfs:label "Missile Technology Control Regime"@en ; skos:altLabel "MTCR"@en ; wdt:P31 wd:Q484652 ;
  schema:description "export control regime"@en .
wd:Q900002 rdfs:label "MTCR"@en ; wdt:P31 wd:Q5 ; schema:description "a singer"@en .
wd:Q900003 rdfs:label "London"@en ; wdt:P31 wd:Q515 ; wdt:P1566 "2643743" ; wdt:P17 wd:Q900145 .
wd:Q900004 rdfs:label "London"@en ; wdt:P31 wd:Q515 ; wdt:P1566 "6058560" ; wdt:P17 wd:Q900016 .
wd:Q900145 wdt:P298 "GBR" .
wd:Q900016 wdt:P298 "CAN" .
wd:Q900005 rdfs:label "Hanoi"@en ; wdt:P31 wd:Q515 ; wdt:P1566 "1581130" .
wd:Q900006 rdfs:label "Nuclear Suppliers Group"@en ; wdt:P31 wd:Q484652 .
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong answer: a status with headers, a body of another form, or a slow one."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    change: Callable[[bytes], bytes] = lambda body: body
    length: int | None = None
    pause: float = 0.0
    drip: float = 0.0


Judge: TypeAlias = Callable[[str], Fault | None]


@dataclass(slots=True)
class Asked:
    """What the server was asked, and what it answers wrongly: the faults in turn, then by ``judge``."""

    faults: list[Fault] = field(default_factory=list)
    judge: Judge = lambda query: None
    queries: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    url: str = ""


@contextmanager
def serving(*faults: Fault, judge: Judge = lambda query: None, data: str = DATA) -> Iterator[Asked]:
    """An endpoint at ``.url``; it counts what it is asked."""
    store = ox.Store()
    store.load(data.encode(), format=ox.RdfFormat.TURTLE)
    asked, lock = Asked(list(faults), judge), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            words = self.rfile.read(int(self.headers["Content-Length"])).decode()
            given = parse_qs(words)
            query = given.get("query", given.get("queries", [words]))[0]
            with lock:
                asked.queries.append(query)
                asked.agents.append(self.headers["User-Agent"])
                asked.at_once += 1
                asked.most_at_once = max(asked.most_at_once, asked.at_once)
                fault = asked.faults.pop(0) if asked.faults else asked.judge(query) or Fault()
            try:
                self.answer(fault, query)
            except OSError:
                return
            finally:
                with lock:
                    asked.at_once -= 1

        do_GET = do_POST  # noqa: N815

        def answer(self, fault: Fault, query: str) -> None:
            time.sleep(fault.pause)
            body = fault.body if fault.body is not None else fault.change(reply(store, query, self.path))
            self.send_response(fault.status)
            self.send_header("Content-Type", JSON if "sparql" in self.path else "application/json")
            self.send_header("Content-Length", str(len(body) if fault.length is None else fault.length))
            for name, value in fault.headers:
                self.send_header(name, value)
            if fault.drip:
                self.wfile.flush()
            self.end_headers()
            step = 16 if fault.drip else len(body) or 1
            for at in range(0, len(body), step):
                self.wfile.write(body[at : at + step])
                self.wfile.flush()
                time.sleep(fault.drip)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    asked.url = f"http://127.0.0.1:{server.server_address[1]}/sparql"
    try:
        yield asked
    finally:
        server.shutdown()
        server.server_close()


def reply(store: ox.Store, query: str, path: str) -> bytes:
    """The right answer: SPARQL results, or candidates by name."""
    if "sparql" in urlsplit(path).path:
        found = store.query(query)
        assert isinstance(found, ox.QuerySolutions)
        return found.serialize(format=ox.QueryResultsFormat.JSON) or b""
    asked = json.loads(query)
    named = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    return json.dumps(
        {
            name: {
                "result": [
                    {
                        "id": str(quad.subject).strip("<>").rpartition("/")[2],
                        "name": one["query"],
                        "score": 80,
                        "match": True,
                        "type": [],
                    }
                    for quad in store.quads_for_pattern(None, named, ox.Literal(one["query"], language="en"))
                ]
            }
            for name, one in asked.items()
        }
    ).encode()
