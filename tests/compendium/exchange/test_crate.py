"""The export of the whole graph that tells of itself."""

import csv
import hashlib
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from rocrate.rocrate import ROCrate
from typer.testing import CliRunner

from compendium.cli import app
from compendium.exchange.tables import EDGES, NODES
from ingest.load import build


@pytest.fixture(scope="module")
def crate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("crate")
    build([Path("examples/2004STATE900104.txt"), Path("examples/2005STATE900106.txt")], place / "a.db")
    given = ["export", "--store", str(place / "a.db"), "--crate", str(place / "one"), "--date", "2026-11-23"]
    done = CliRunner().invoke(app, given)
    assert done.exit_code == 0, done.output
    assert CliRunner().invoke(app, [*given[:4], str(place / "two"), *given[5:]]).exit_code == 0
    return place / "one"


def test_rocrate_reads_it_with_every_file(crate: Path) -> None:
    read = ROCrate(crate)
    assert read.root_dataset["datePublished"].startswith("2026-11-23")
    files = {one.id: one for one in read.get_entities() if one.type == "File"}
    assert set(files) == {"graph.nq", "nodes.csv", "edges.csv"}
    for name, one in files.items():
        content = (crate / name).read_bytes()
        assert one["sha256"] == hashlib.sha256(content).hexdigest()
        assert one["contentSize"] == str(len(content))
    assert read.root_dataset["license"].id.startswith("https://www.apache.org")
    assert read.root_dataset["version"] in read.root_dataset["creditText"]
    assert read.version == "1.3"


def test_croissant_names_the_columns_that_the_tables_have(crate: Path) -> None:
    told = json.loads((crate / "croissant.json").read_text("utf-8"))
    objects = {one["@id"]: one for one in told["distribution"]}
    for records, columns in zip(told["recordSet"], (NODES, EDGES), strict=True):
        with (crate / f"{records['@id']}.csv").open(encoding="utf-8", newline="") as file:
            assert tuple(next(csv.reader(file))) == columns
        assert tuple(one["source"]["extract"]["column"] for one in records["field"]) == columns
        assert {one["source"]["fileObject"]["@id"] for one in records["field"]} <= set(objects)
    assert {"citeAs", "license", "datePublished", "name", "description", "url"} <= set(told)


def test_the_same_graph_on_the_same_day_gives_the_same_bytes(crate: Path) -> None:
    for one in sorted(crate.iterdir()):
        assert one.read_bytes() == (crate.parent / "two" / one.name).read_bytes()


def test_the_graph_in_it_is_whole(crate: Path) -> None:
    graphs = {str(quad.graph_name) for quad in ox.parse(path=str(crate / "graph.nq"))}
    assert any("2004STATE900104" in one for one in graphs) and any("derived" in one for one in graphs)


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", "--crate", str(tmp_path), "--date", "yesterday"])
    assert done.exit_code == 2
