"""The tables of links: every row can be checked by another, and none says more than it knows."""

import re
from collections import Counter
from pathlib import Path

import pytest

from ingest.links import known
from ingest.links.link import dataset_of
from ingest.links.tables import learn
from ingest.links.tables.learn import LINK
from ingest.tables import knowledge
from ingest.tables.rows import TableError
from ontology.names import thing

FORMS = {
    "dbpedia": r"[A-Z][\w()',.-]*",
    "geonames": r"[1-9]\d*/",
    "iso3166": r"[A-Z]{2}",
    "wikidata": r"Q[1-9]\d*",
}


def linked(dataset: str) -> dict[str, str]:
    """What each thing is linked to in a dataset; the local part."""
    found = {}
    for one in known().links:
        there = dataset_of(one.object, known().datasets)
        assert there is not None
        if there.id == dataset:
            found[one.subject] = one.object.removeprefix(there.namespace)
    return found


@pytest.mark.parametrize("dataset", FORMS)
def test_names_have_the_form_of_their_dataset_and_no_two_things_have_one(dataset: str) -> None:
    found = linked(dataset)
    assert found
    assert [one for one in found.values() if not re.fullmatch(FORMS[dataset], one)] == []
    assert [one for one, count in Counter(found.values()).items() if count > 1] == []


def test_no_thing_is_linked_twice_to_one_dataset() -> None:
    pairs = Counter((one.subject, dataset_of(one.object, known().datasets)) for one in known().links)
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_every_country_in_force_has_its_codes_and_links() -> None:
    codes = {one.iso3: one for one in known().codes}
    wikidata, geonames = linked("wikidata"), linked("geonames")
    in_force = [one for one in knowledge().countries.values() if one.until is None and one.iso3 != "XKX"]
    assert [one.iso3 for one in in_force if not (codes[one.iso3].alpha2 and codes[one.iso3].numeric)] == []
    without = [one.iso3 for one in in_force if thing("country", one.iso3) not in wikidata]
    assert without == ["ESH", "SJM"], "two tables give these two different items"
    assert [one.iso3 for one in in_force if thing("country", one.iso3) not in geonames] == []


def test_codes_are_codes_and_no_two_countries_in_force_have_one() -> None:
    in_force = {one.iso3 for one in knowledge().countries.values() if one.until is None}
    for name, form in (("alpha2", r"[A-Z]{2}"), ("numeric", r"\d{3}"), ("m49", r"\d{3}")):
        found = {one.iso3: getattr(one, name) for one in known().codes if getattr(one, name)}
        assert [one for one in found.values() if not re.fullmatch(form, one)] == [], name
        counted = Counter(code for iso3, code in found.items() if iso3 in in_force)
        assert [one for one, count in counted.items() if count > 1] == [], name
    assert all(one.m49 in (None, one.numeric) for one in known().codes), (
        "M49 and ISO 3166 agree or M49 is blank"
    )


def test_every_city_of_a_post_or_plenary_is_a_place_of_its_country() -> None:
    places = {(name, one.iso3) for one in known().places for name in one.names}
    cities = {(one.city, one.iso3) for one in knowledge().posts if one.city and one.iso3}
    listed = cities & places
    assert len(listed) / len(cities) > 0.95
    linked_places = {subject for subject in linked("geonames") if "/place/" in subject}
    assert linked_places <= {thing("place", one.id) for one in known().places}
    assert len(linked_places) / len(known().places) > 0.95


def test_a_city_is_told_by_its_country() -> None:
    found = {one.id: one for one in known().places}
    assert len(found) == len(known().places)
    assert all(one.id.startswith(f"{one.iso3}-") for one in known().places)


def test_nothing_is_surer_than_its_sources() -> None:
    for one in known().links:
        assert one.sources and one.note, one
        if one.confidence == 1:
            assert len(one.sources) >= 3, one


@pytest.mark.parametrize(
    ("cell", "value", "why"),
    [
        ("object", "Q414", "is of none of the datasets"),
        ("object", "geonmaes:1/", "is of none of the datasets"),
        ("predicate", "skos:exactmatch", "is none of skos:exactMatch"),
        ("confidence", "99 %", "a number from 0 to 1"),
        ("confidence", "1.5", "a number from 0 to 1"),
        ("source", "hearsay", "sources.csv has no hearsay"),
        ("source", "", "sources.csv has no source for it"),
    ],
)
def test_a_row_that_cannot_be_used_is_told(tmp_path: Path, cell: str, value: str, why: str) -> None:
    row = dict.fromkeys(LINK, "") | {
        "subject": "country/ARG",
        "predicate": "skos:exactMatch",
        "object": "wikidata:Q414",
        "justification": "semapv:LexicalMatching",
        "confidence": "0.9",
        "date": "2026-11-23",
        "source": "book",
    }
    row[cell] = value
    (tmp_path / "countries.csv").write_text(",".join(LINK) + "\n" + ",".join(row.values()) + "\n")
    (tmp_path / "sources.csv").write_text(
        "id,label,version,date,license,address,note\nbook,A book,,2026,CC0,x,\n"
    )
    (tmp_path / "datasets.csv").write_text(
        "id,label,namespace,home,license,of\nwikidata,Wikidata,http://www.wikidata.org/entity/,x,,all\n"
        "geonames,GeoNames,https://sws.geonames.org/,x,,places\n"
    )
    with pytest.raises(TableError, match=re.escape(why)) as told:
        learn(tmp_path)
    assert "countries.csv, line 2" in str(told.value)
