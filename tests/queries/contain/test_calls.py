"""No query reaches another machine: neither by the scan that refuses it, nor where the scan is not asked."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from queries.contain import Asked, Limits, Pool
from queries.contain.cell import Cell, Generation
from queries.contain.frame import Outcome, asking
from queries.contain.picture import pictured
from queries.error import Fault
from queries.guard import guard

SHAPE = Path(__file__).parents[2] / "data" / "shape.trig"
GROUP = "{ ?a ?b ?c }"

ATTEMPTS = (
    "SELECT * { SERVICE <U> G }",
    "SELECT * { sErViCe <U> G }",
    "SELECT * { SERVICE SILENT <U> G }",
    "SELECT * { SERVICESILENT <U> G }",
    "SELECT * { SERVICESILENT<U>G }",
    "SELECT * {SERVICE<U>G}",
    "SELECT * { SERVICE#comment\n<U>#comment\nG }",
    "SELECT * { ?s ?p ?o #\rSERVICE <U> G }",
    "SELECT * { ?s ?p ?o FILTER(1<2) #>\nSERVICE <U> G }",
    "SELECT * { ?s ?p '\\\\' SERVICE <U> G }",
    "SELECT * { ?s ?p '''a'''SERVICE<U>G }",
    'SELECT * { ?s ?p ?o FILTER(?o != "a\\"") SERVICE<U>G }',
    "PREFIX x: <U> SELECT * { SERVICEx:y G }",
    "PREFIX x: <U> SELECT * { SERVICE x: G }",
    "PREFIX x: <U> SELECT * { SERVICESILENTx:y G }",
    "PREFIX : <U> SELECT * { SERVICE:y G }",
    "PREFIX : <U> SELECT * { SERVICE: G }",
    "PREFIX : <U> SELECT * { SERVICE SILENT:y G }",
    "PREFIX : <U> SELECT * { ?s ?p :a\\# . SERVICE <U> G }",
    "PREFIX x: <x:> SELECT * { ?s ?p x:.SERVICE <U> G }",
    "PREFIX x: <x:> SELECT * { ?s a x:a\\#SERVICE ; a [] . SERVICE <U> G }",
    "BASE <U> SELECT * { SERVICE <> G }",
    "BASE <U> SELECT * { SERVICE <a/../b> G }",
    "SELECT * { OPTIONAL { ?s ?p trueSERVICE <U> G } }",
    "SELECT * { ?s ?p ?o . OPTIONAL { ?s ?p ?o FILTER(?o = 1e5)SERVICE <U> G } }",
    "SELECT * { { ?s ?p 1e5SERVICE <U> G } UNION { SERVICE <U> G } }",
    "SELECT * { ?s ?p []SERVICE<U>G }",
    "SELECT * { ?s ?p _:b. SERVICE<U>G }",
    "SELECT * { BIND(<U> AS ?u) SERVICE ?u G }",
    "SELECT * { VALUES ?u { <U> } SERVICE ?u G }",
    "SELECT * { BIND(IRI(CONCAT('U', 'x')) AS ?u) SERVICE $u G }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <U> G } }",
    "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <U> G } }",
    "SELECT * { { SELECT * { SERVICE <U> G } } }",
    "SELECT * { {} UNION { SERVICE <U> G } }",
    "SELECT * { ?s ?p ?o MINUS { SERVICE <U> G } }",
    "SELECT * { LATERAL { SERVICE <U> G } }",
    "SELECT * { GRAPH ?g { SERVICE <U> G } }",
    "SELECT * { SERVICE <U> { SERVICE <U> G } }",
    "CONSTRUCT { ?a ?b ?c } WHERE { SERVICE <U> G }",
    "CONSTRUCT WHERE { SERVICE <U> G }",
    "ASK { SERVICE <U> G }",
    "DESCRIBE ?a { SERVICE <U> G }",
    "SELECT * FROM <U> { ?s ?p ?o }",
    "SELECT * FROM NAMED <U> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * { GRAPH <U> { ?s ?p ?o } }",
    "DESCRIBE <U>",
    "LOAD <U>",
    "LOAD SILENT <U> INTO GRAPH <x:a>",
    "INSERT DATA { <x:a> <x:b> <x:c> } ; LOAD <U>",
    "ASK { FILTER(<U>(1)) }",
)
ALLOWED = ("FROM", "GRAPH <U>", "DESCRIBE <U>", "FILTER(<U>")
"""These name an address without a call; the scan has nothing against them."""


class Canary:
    """Listens on this machine and counts who comes."""

    def __init__(self) -> None:
        self.line = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.line.getsockname()[1]}/"
        self.visits = 0

    def listen(self) -> None:
        while True:
            try:
                visitor, _ = self.line.accept()
            except OSError:
                return
            self.visits += 1
            visitor.close()


@contextmanager
def listening() -> Iterator[Canary]:
    canary = Canary()
    thread = threading.Thread(target=canary.listen, daemon=True)
    thread.start()
    yield canary
    canary.line.shutdown(socket.SHUT_RDWR)
    canary.line.close()
    thread.join(5)


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    with listening() as canary:
        yield canary


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(SHAPE, limits=Limits(seconds=5), workers=1, spare=1) as pool:
        yield pool


def aimed(attempt: str, canary: Canary) -> str:
    return attempt.replace("U", canary.address).replace("G", GROUP).replace(f"{GROUP}RAPH", "GRAPH")


def test_the_canary_notices() -> None:
    with listening() as canary:
        port = canary.line.getsockname()[1]
        socket.create_connection(("127.0.0.1", port)).close()
        for _ in range(100):
            if canary.visits:
                break
            threading.Event().wait(0.01)
        assert canary.visits == 1


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_nothing_is_called(pool: Pool, canary: Canary, attempt: str) -> None:
    sparql = aimed(attempt, canary)
    media = "text/turtle" if attempt.startswith(("CONSTRUCT", "DESCRIBE")) else "text/csv"
    try:
        pool.run(Asked(sparql, media))
        refused = False
    except Fault:
        refused = True
    assert refused or any(one in attempt for one in ALLOWED)
    assert canary.visits == 0


def test_there_are_enough() -> None:
    assert len(set(ATTEMPTS)) >= 40


def test_a_worker_has_no_network_even_if_the_scan_is_not_asked(canary: Canary) -> None:
    cell = Cell(Generation(pictured(SHAPE), 1), Limits())
    cell.opened()
    if not cell.sealed:
        cell.end()
        cell.buried()
        pytest.skip("this system lets no process give up its network")
    answers = []
    for attempt in ATTEMPTS:
        asked = Asked(aimed(attempt, canary), "text/csv")
        said, _ = cell.exchanged(asking(asked, dataset=False), lambda: 5.0)
        answers.append(said.outcome)
    cell.end()
    cell.buried()
    assert canary.visits == 0
    assert Outcome.FAILED in answers


@pytest.mark.parametrize(
    "sparql",
    [
        "PREFIX sd: <x:> SELECT * { ?s a sd:Service }",
        "PREFIX sd: <x:> SELECT * { ?s a sd:Service . { ?s ?p ?o } }",
        "PREFIX sd: <x:> SELECT * { ?s a sd:Service OPTIONAL { ?s ?p ?o } }",
        "PREFIX service: <x:> SELECT * { ?s service:p ?o ; service:q [] FILTER(?o != service:x) }",
        "SELECT ?service { ?service <x:service> 'SERVICE <x:y> {' } # SERVICE <x:y> {",
        "SELECT * { ?s ?p 'a'@service , <x:SERVICE> }",
    ],
)
def test_names_with_the_word_in_them_are_welcome(sparql: str) -> None:
    assert guard(sparql).form == "SELECT"


FILTERED = """
import os, socket, sys
from queries.contain.filter import filtered
here, there = socket.socketpair()
if not filtered():
    sys.exit(77)
for forbidden in (
    socket.socket,
    lambda: socket.socket(socket.AF_UNIX),
    lambda: here.connect("/tmp/none"),
    lambda: os.execv("/bin/true", ["true"]),
):
    try:
        forbidden()
        sys.exit(1)
    except PermissionError:
        pass
here.sendall(b"yes")
sys.exit(0 if there.recv(3) == b"yes" else 2)
"""


def test_the_kernel_refuses_a_line_to_others() -> None:
    done = subprocess.run([sys.executable, "-c", FILTERED], cwd=Path(__file__).parents[3])
    if done.returncode == 77:
        pytest.skip("this system has no such filter")
    assert done.returncode == 0
