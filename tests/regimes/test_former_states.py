"""A name in a document denotes the state of its date; the list of former states is what reading uses."""

import csv
from pathlib import Path

import pytest

from ingest.extract import extract
from ingest.present import present
from ingest.read import read_bytes
from ingest.tables import knowledge
from ontology import VOCABULARIES
from ontology.names import DCTERMS, SKOS, thing
from ontology.source import DEFAULT_REG, Values, described, parse

ROOT = Path(__file__).parents[2]
ROWS = list(csv.DictReader((ROOT / "ingest/tables/former_states.csv").open(encoding="utf-8", newline="")))
LISTED: dict[str, Values] = described(parse(VOCABULARIES / "former-states.ttl"))


def several(cell: str) -> list[str]:
    return [one.strip() for one in cell.split(";") if one.strip()]


def countries(words: str, sent: str) -> list[str]:
    written = f"CONFIDENTIAL STATE 900121\n040045Z {sent}\nSUBJECT: TALKS\n\n1. (C) {words}\n".encode()
    return [one["iso3"] for one in present(extract(read_bytes(written, "a.txt"), knowledge()))["countries"]]


@pytest.mark.parametrize(
    ("words", "sent", "codes"),
    [
        ("Russia and Zaire agreed.", "APR 75", ["SUN", "ZAR"]),
        ("The Russians objected.", "APR 91", ["SUN"]),
        ("Russia objected.", "APR 92", ["RUS"]),
        ("The Soviet delegation objected.", "APR 75", ["SUN"]),
        ("The FRG and the GDR agreed.", "APR 75", ["DDR", "DEU"]),
        ("The Czech delegation objected.", "APR 75", ["CSK"]),
        ("The Czech delegation objected.", "APR 08", ["CZE"]),
        ("Burma and Ceylon attended.", "APR 71", ["LKA", "MMR"]),
        ("Yugoslavia and Upper Volta abstained.", "APR 75", ["HVO", "YUG"]),
        ("British Guiana and Nyasaland were named.", "APR 63", ["GUY", "MWI"]),
        ("The Yemen Arab Republic and the PDRY signed.", "APR 85", ["YEM", "YMD"]),
        ("The Siamese delegation of that time was recalled.", "APR 75", ["THA"]),
    ],
)
def test_a_name_denotes_the_state_of_the_date(words: str, sent: str, codes: list[str]) -> None:
    assert countries(words, sent) == codes


def test_the_list_and_the_table_say_the_same() -> None:
    assert {row["id"] for row in ROWS} == {
        iri.rpartition("/")[2] for iri in LISTED if "/former-state/" in iri
    }
    for row in ROWS:
        one = LISTED[thing("former-state", row["id"])]
        assert one[SKOS + "prefLabel"] == (row["label"],)
        assert sorted(one.get(SKOS + "altLabel", ())) == sorted(several(row["names"]))
        assert one[SKOS + "exactMatch"] == (thing("country", row["iso3"]),)
        after = sorted(thing("country", code) for code in several(row["successors"]))
        assert sorted(one[DCTERMS + "isReplacedBy"]) == after
        assert one.get(DEFAULT_REG + "since", ("",)) == (row["since"],)
        assert one[DEFAULT_REG + "until"] == (row["until"],)
        assert one[DCTERMS + "source"] == (row["source"],)


def test_a_state_that_ended_has_others_after_it() -> None:
    ended = {code for code, one in knowledge().countries.items() if one.until is not None}
    assert ended == {row["iso3"] for row in ROWS if row["source"] == "ISO 3166-3"}
    assert [
        row["id"] for row in ROWS if row["iso3"] in ended and row["iso3"] in several(row["successors"])
    ] == []
