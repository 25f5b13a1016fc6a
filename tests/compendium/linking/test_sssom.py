"""The links in SSSOM: another implementation reads them, and reads all of them."""

from io import StringIO
from pathlib import Path

import pyoxigraph as ox
import pytest
import sssom_pydantic

from compendium.linking.stated import rows, written
from ingest.links import known
from ontology import names
from queries import Reader, open_reader
from tests.queries.world import library

SHAPE = Path(__file__).parents[2] / "data" / "shape.trig"


def understood(text: str) -> int:
    """How many links the other program reads."""
    try:
        return len(sssom_pydantic.read(StringIO(text), return_errors=False)[0])
    except ValueError:
        return 0


def test_all_links_are_read_by_another_program() -> None:
    pack = sssom_pydantic.read(StringIO(written(library(), form="sssom")), return_errors=False)
    mappings, converter = pack[0], pack[1]
    stated = {(one.subject, one.predicate, one.object) for one in rows(library())}
    assert len(mappings) == len(stated) == len(known().links)
    parts = ((one.subject, one.predicate, one.object) for one in mappings)
    read = {tuple(converter.expand_pair(one.prefix, one.identifier) for one in three) for three in parts}
    assert read == stated
    assert all(one.justification.prefix == "semapv" and one.confidence is not None for one in mappings)


@pytest.mark.parametrize(
    ("good", "bad"), [("\t0.99\t", "\tsure\t"), ("wikidata:", "nowhere:"), ("2026-11-23", "then")]
)
def test_the_other_program_would_find_a_fault(good: str, bad: str) -> None:
    head, line, body = written(open_reader(SHAPE), form="sssom").partition("subject_id")
    assert understood(head + line + body) == 1
    assert understood(head + line + body.replace(good, bad)) == 0


def test_a_document_of_a_published_volume_is_linked_to_its_page() -> None:
    thing = ox.NamedNode(names.document("frus1999v90-d7"))
    page = ox.NamedNode("https://history.state.gov/historicaldocuments/frus1999v90/d7")
    store = ox.Store()
    store.add(ox.Quad(thing, ox.NamedNode(names.RDF + "type"), ox.NamedNode(names.REG + "Document")))
    store.add(ox.Quad(thing, ox.NamedNode(names.RDFS + "label"), ox.Literal("Letter")))
    store.add(ox.Quad(thing, ox.NamedNode(names.RDFS + "seeAlso"), page))
    text = written(Reader(store), form="sssom")
    assert "id:document/frus1999v90-d7\tLetter\trdfs:seeAlso\tfrus:frus1999v90/d7\tsemapv:" in text
    assert understood(text) == 1


def test_an_address_of_an_unknown_dataset_has_a_prefix_too() -> None:
    store = ox.Store()
    text = SHAPE.read_text("utf-8").replace("http://www.wikidata.org/entity/Q414", "https://example.org/a/b")
    store.load(text.encode(), format=ox.RdfFormat.TRIG)
    shown = written(Reader(store), form="sssom")
    assert "other1: https://example.org/a/" in shown
    assert "\tother1:b\t" in shown
    assert understood(shown) == 1
