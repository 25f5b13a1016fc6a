"""A volume in the store: its documents under their own names, and the editors' pointers led to them."""

import io
from pathlib import Path

import pyoxigraph as ox
import pytest

from ingest.extract import extract
from ingest.load import build, check, export
from ingest.tables import knowledge
from ontology import terms as t
from tests.ingest.tei.make import division, volume

HEAD = "Telegram From the Embassy in Peru to the Department of State"


def telegram(part: str, number: int, words: str) -> str:
    """A telegram of a volume."""
    day = f'<date when="1956-03-0{part[1:]}">that day</date>'
    dated = f"<dateline><placeName>Lima</placeName>, {day}</dateline>"
    return division(f"<head>{part[1:]}. {HEAD}</head>{dated}<p>{number}. {words}</p>", part)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three telegrams; the second and the third cite the one before and the first."""
    folder = tmp_path_factory.mktemp("volume")
    supra = '<note n="2" xml:id="d2fn2">Supra.</note>'
    linked = '<note n="2" xml:id="d3fn2">See <ref target="#d1">Document 1</ref>.</note>'
    path = folder / "volume.xml"
    path.write_bytes(
        volume(
            telegram("d1", 900012, "We met the Minister."),
            telegram("d2", 900013, f"In Embtel 900012 {supra} we reported."),
            telegram("d3", 900014, f"We met again.{linked}"),
        )
    )
    build((path,), folder / "db", knowledge=knowledge(), extract=extract, in_process=True)
    return folder / "db"


def cited(store: Path) -> set[tuple[str, str]]:
    output = io.BytesIO()
    export(store, output, format="nq")
    graph = ox.Store()
    graph.load(output.getvalue(), format=ox.RdfFormat.N_QUADS)
    found = graph.quads_for_pattern(None, ox.NamedNode(t.CITES), None, None)
    return {(_last(one.subject), _last(one.object)) for one in found}


def _last(term: object) -> str:
    assert isinstance(term, ox.NamedNode)
    return term.value.rpartition("/")[2]


def test_what_editors_point_at_is_the_document_under_its_own_name(store: Path) -> None:
    assert cited(store) == {("1956LIMA900013", "1956LIMA900012"), ("1956LIMA900014", "1956LIMA900012")}


def test_nothing_in_the_store_of_a_volume_is_wrong(store: Path) -> None:
    assert not check(store).failures
