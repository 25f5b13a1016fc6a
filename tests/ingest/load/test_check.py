from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from ingest.load import build, check
from ingest.load.layout import graph_path
from ingest.tables import knowledge
from ontology import names
from ontology import terms as t
from ontology.names import REG
from tests.ingest.guidance import read_by_hand, telegram

DOCUMENT = names.document("2008STATE900011")
GRAPH = names.document_graph("2008STATE900011", "C")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(telegram(900011, cites=900012))
    build([path], tmp_path / "db", knowledge=knowledge(), extract=read_by_hand, in_process=True)
    return tmp_path / "db"


def update(store: Path, text: str) -> None:
    ox.Store(str(graph_path(store))).update(text)


def failed(store: Path, *, shapes: bool = False) -> set[str]:
    return {one.check for one in check(store, shapes=shapes).failures}


def test_a_sound_store_passes_and_says_what_was_looked_at(store: Path) -> None:
    report = check(store)
    assert report.ok, report.failures
    assert [what for what, count in report.checked.items() if not count] == [
        "documents in quarantine",
        "judgements of people",
    ]
    assert report.checked["spans of evidence read again"] >= 15
    assert report.checked["references accounted for"] == 2


def test_a_changed_quotation_is_found(store: Path) -> None:
    update(
        store,
        f"DELETE {{ GRAPH ?g {{ ?s <{t.OA_EXACT}> ?o }} }}"
        f" INSERT {{ GRAPH ?g {{ ?s <{t.OA_EXACT}> 'REF Q' }} }}"
        f" WHERE {{ GRAPH ?g {{ ?s <{t.OA_EXACT}> ?o FILTER(?o = 'REF A') }} }}",
    )
    assert failed(store) == {"spans", "journal"}
    said = [one.message for one in check(store, shapes=False).failures if one.check == "spans"]
    assert said == ["quotes 'REF Q' where the document has 'REF A'"]


def test_a_moved_span_is_found(store: Path) -> None:
    update(
        store,
        f"DELETE {{ GRAPH ?g {{ ?s <{t.OA_START}> ?o }} }} INSERT {{ GRAPH ?g {{ ?s <{t.OA_START}> 0 }} }}"
        f" WHERE {{ GRAPH ?g {{ ?s <{t.OA_START}> ?o ; <{t.OA_END}> ?e FILTER(?o > 200) }} }}",
    )
    assert "spans" in failed(store)


def test_a_lost_statement_is_found(store: Path) -> None:
    update(store, f"DELETE WHERE {{ GRAPH <{GRAPH}> {{ <{DOCUMENT}> <{t.CITES}> ?o }} }}")
    assert failed(store) == {"journal"}


def test_a_graph_that_no_document_accounts_for_is_found(store: Path) -> None:
    stray = names.document_graph("2008STATE999999", "U")
    update(store, f"INSERT DATA {{ GRAPH <{stray}> {{ <{DOCUMENT}> <{t.HELD}> true }} }}")
    assert failed(store) == {"journal"}


def test_a_reference_that_leads_nowhere_is_found(store: Path) -> None:
    item = names.thing("document", "2008STATE900011", "ref", "A")
    update(store, f"DELETE WHERE {{ GRAPH ?g {{ <{item}> <{t.TARGET}> ?o }} }}")
    assert "ledger" in failed(store)


def test_a_reference_that_was_dropped_is_found(store: Path) -> None:
    update(store, f"DELETE WHERE {{ GRAPH ?g {{ <{DOCUMENT}> <{t.HAS_REFERENCE}> ?o }} }}")
    assert "ledger" in failed(store)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (f"<{DOCUMENT}> <{t.CITES}> <{names.document('2008STATE5')}>", "described nowhere"),
        (f"<{DOCUMENT}> <{REG}citse> 'x'", "the ontology lacks"),
        (f"<{DOCUMENT}/e/1-2/x> a <{t.C_EVIDENCE}>", "supports nothing"),
    ],
)
def test_a_loose_end_is_found(store: Path, statement: str, message: str) -> None:
    update(store, f"INSERT DATA {{ GRAPH <{names.LINKS_GRAPH}> {{ {statement} }} }}")
    found = [one for one in check(store, shapes=False).failures if one.check == "links"]
    assert [message in one.message for one in found] == [True]


def test_a_broken_shape_is_found(store: Path) -> None:
    update(store, f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <{DOCUMENT}> <{t.HELD}> false }} }}")
    assert "shapes" in failed(store, shapes=True)


def _rewrite(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"China", b"Chima"))


@pytest.mark.parametrize("damage", [_rewrite, Path.unlink])
def test_a_document_that_is_not_as_it_came_is_found(store: Path, damage: Callable[[Path], None]) -> None:
    damage(next((store / "raw").iterdir()))
    assert failed(store) >= {"documents kept", "spans"}
