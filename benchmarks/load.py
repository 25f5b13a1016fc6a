"""How many queries a second the service answers, and how late, beside a server that contains nothing.

``python -m benchmarks.load [--quads 1000000] [--seconds 8] [--store DIR]`` makes a store of made-up documents
(once, where DIR is given), starts both servers on it in turn, and asks them over eight connections, with and
without a hostile query in ten. The peer has a limit of time as well, but no other.
"""

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles

import pyoxigraph as ox

from benchmarks.measure import table
from ontology.names import DCTERMS, RDF, RDFS, REG, document, document_graph, passage, thing
from tests.queries.contain.hostile import HOSTILE

CONNECTIONS = 8
EVERY = 10
HOSTILE_MIX = "mixed, one in ten hostile"
TEXT = """missile guidance partner export control plenary transfer engine category annex warhead propellant
catch denial licence shipment broker transit entity outreach seminar expert reporting visit minister"""
WORDS = tuple(TEXT.split())
JOIN = """SELECT ?title ?text WHERE {{
  ?directive <{reg}dependsOn> <{decision}> ; <{reg}inPassage> ?passage .
  ?passage <{reg}partOf> ?document ; <{reg}text> ?text .
  ?document <{dcterms}title> ?title
}} ORDER BY ?title LIMIT 20"""
CONTAINS = """SELECT ?passage ?text WHERE {{
  ?passage <{reg}text> ?text
  FILTER(CONTAINS(?text, "{words}"))
}} LIMIT 20"""


def quads(number: int) -> Iterator[ox.Quad]:
    """What one made-up document says: eight passages, six directives, four citations; about 70 quads."""
    chance = random.Random(number)
    name = f"{1975 + number % 35}POST{900000 + number}"
    graph, node = ox.NamedNode(document_graph(name, "U")), ox.NamedNode(document(name))

    def said(subject: ox.NamedNode, predicate: str, value: str | ox.NamedNode | int) -> ox.Quad:
        term = value if isinstance(value, ox.NamedNode) else ox.Literal(value)
        return ox.Quad(subject, ox.NamedNode(predicate), term, graph)

    yield said(node, RDF + "type", ox.NamedNode(REG + "Cable"))
    yield said(node, DCTERMS + "identifier", name)
    yield said(node, RDFS + "label", name)
    yield said(node, DCTERMS + "title", " ".join(chance.choices(WORDS, k=6)).upper())
    for _ in range(4):
        cited = chance.randrange(max(number, 1))
        yield said(node, REG + "cites", ox.NamedNode(document(f"{1975 + cited % 35}POST{900000 + cited}")))
    for at in range(1, 9):
        part = ox.NamedNode(passage(name, str(at)))
        yield said(part, RDF + "type", ox.NamedNode(REG + "Passage"))
        yield said(part, REG + "partOf", node)
        yield said(part, REG + "number", str(at))
        yield said(part, REG + "text", " ".join(chance.choices(WORDS, k=40)))
    for at in range(1, 7):
        directive = ox.NamedNode(thing("directive", name, str(at)))
        yield said(directive, RDF + "type", ox.NamedNode(REG + "Directive"))
        yield said(directive, REG + "inPassage", ox.NamedNode(passage(name, str(chance.randint(1, 8)))))
        yield said(directive, REG + "act", chance.choice(WORDS))
        yield said(directive, REG + "modality", ox.NamedNode(thing("modality", "should")))
        yield said(directive, REG + "dependsOn", ox.NamedNode(decision(chance.randrange(2000))))


def decision(number: int) -> str:
    return thing("decision", f"made-up-{number}")


def made(folder: Path, size: int) -> int:
    """A store of so many quads, if there is none yet; how many documents it has."""
    documents = size // 70
    if not (folder / "graph" / "CURRENT").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        store = ox.Store(str(folder / "graph"))
        store.bulk_extend(quad for number in range(documents) for quad in quads(number))
        store.optimize()
        store.flush()
    return documents


def asked(documents: int, search: str | None) -> dict[str, list[dict[str, str]]]:
    """The requests of each kind; *search*: the path of a full-text search, where the server has one."""
    chance = random.Random(1)
    names = [f"{1975 + n % 35}POST{900000 + n}" for n in chance.choices(range(documents), k=500)]
    point = [{"query": f"SELECT ?p ?o WHERE {{ <{document(name)}> ?p ?o }}"} for name in names]
    join = [
        {"query": JOIN.format(reg=REG, dcterms=DCTERMS, decision=decision(n))}
        for n in chance.choices(range(2000), k=200)
    ]
    pairs = [" ".join(chance.sample(WORDS, 2)) for _ in range(100)]
    found = [{"query": CONTAINS.format(reg=REG, words=words)} for words in pairs]
    if search is not None:
        found = [
            {"path": f"{search}{words.replace(' ', '+')}", "accept": "application/json"} for words in pairs
        ]
    mixed = [
        one for three in zip(point, join, found * 5, strict=False) for one in (*three[:1] * 8, *three[1:])
    ]
    return {"point": point, "join": join, "search": found, "mixed": mixed}


def measured(url: str, honest: list[dict[str, str]], seconds: float, *, hostile: bool) -> dict[str, object]:
    """What a client in a process of its own finds."""
    harm = [{"query": one.sparql} for one in HOSTILE if one.family != "writing" and _sendable(one.sparql)]
    random.Random(2).shuffle(harm)
    work = {
        "url": url,
        "honest": honest,
        "hostile": harm if hostile else [],
        "every": EVERY,
        "seconds": seconds,
        "connections": CONNECTIONS,
    }
    client = [sys.executable, "-m", "benchmarks.client"]
    done = subprocess.run(client, input=json.dumps(work).encode(), stdout=subprocess.PIPE, check=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def _sendable(sparql: str) -> bool:
    """In a URL of a length that both servers take: what is refused for its length alone measures nothing."""
    try:
        return len(sparql.encode()) < 8000
    except UnicodeEncodeError:
        return False


@contextmanager
def serving(command: list[str], url: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server while it is measured."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(600):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"{url}?query=ASK%7B%7D").read()
                    break
                time.sleep(0.05)
            yield server
        finally:
            server.send_signal(signal.SIGTERM)


def _search(url: str) -> str | None:
    path = "/search?q="
    request = urllib.request.Request(
        url.replace("/sparql", f"{path}missile"), headers={"Accept": "application/json"}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return path if answer.headers.get_content_type() == "application/json" else None
    except urllib.error.URLError:
        return None


def resident(pid: int) -> float:
    """Megabytes of a process and those that it started."""
    total, listed = (
        0,
        subprocess.run(["ps", "-eo", "pid,ppid,rss"], capture_output=True, text=True, check=True),
    )
    for one in listed.stdout.splitlines()[1:]:
        own, parent, size = map(int, one.split())
        total += size if pid in (own, parent) else 0
    return total / 1024


def rows(
    name: str, command: list[str], url: str, documents: int, seconds: float
) -> Iterator[tuple[str, ...]]:
    """A line of the table for each kind of query that honest people ask."""
    with serving(command, url) as server:
        kinds = asked(documents, _search(url))
        for kind in ("point", "join", "search", "mixed"):
            measured(url, kinds[kind], 1.0, hostile=False)
            yield _row(name, kind, measured(url, kinds[kind], seconds, hostile=False), server)


def harmed(
    name: str, command: list[str], url: str, documents: int, seconds: float
) -> Iterator[tuple[str, ...]]:
    """The same where one query in ten is hostile; for longer, as each of those takes its time."""
    with serving(command, url) as server:
        mixed = asked(documents, _search(url))["mixed"]
        measured(url, mixed, 1.0, hostile=False)
        yield _row(name, HOSTILE_MIX, measured(url, mixed, seconds * 4, hostile=True), server)


def _row(name: str, kind: str, found: dict[str, object], server: subprocess.Popen[bytes]) -> tuple[str, ...]:
    times: list[float] = found["honest"]  # type: ignore[assignment]
    statuses: dict[str, int] = found["statuses"]  # type: ignore[assignment]
    harm = _counts(found["hostile"])  # type: ignore[arg-type]
    cuts = quantiles(times, n=100) if len(times) > 1 else [0.0] * 99
    return (
        name,
        kind,
        f"{len(times) / float(str(found['seconds'])):,.0f}",
        f"{cuts[49]:.1f}",
        f"{cuts[98]:.1f}",
        f"{max(times, default=0):.0f}",
        _counts(statuses) + (f"; hostile {harm}" if harm else ""),
        "has ended" if server.poll() is not None else f"{resident(server.pid):,.0f}",
    )


def _counts(statuses: dict[str, int]) -> str:
    return ", ".join(f"{status}: {count:,}" for status, count in sorted(statuses.items()))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--store", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        store = given.store or Path(scratch)
        documents = made(store, given.quads)
        ours = [sys.executable, "-m", "compendium.cli", "serve", "--store", str(store), "--port", "8791"]
        peer = [
            str(Path(sys.executable).parent / "oxigraph"),
            "serve-read-only",
            "--location",
            str(store / "graph"),
        ]
        peer += ["--bind", "127.0.0.1:8792", "--union-default-graph"]
        timed = [*peer, "--timeout-s", "5"]  # a thread a query, which waits so long: for few queries a second
        ask = "http://127.0.0.1:8791/sparql", documents, given.seconds
        peers = "http://127.0.0.1:8792/query", documents, given.seconds
        lines = [
            *rows("compendium", ours, *ask),
            *harmed("compendium", ours, *ask),
            *rows("oxigraph", peer, *peers),
            *harmed("oxigraph, with a limit of time", timed, *peers),
        ]
    head = ("server", "queries", "requests/s", "p50 ms", "p99 ms", "worst ms", "statuses", "MB")
    print(table(head, lines))
    print(
        f"\n{documents:,} documents, {CONNECTIONS} connections, load of the machine {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
