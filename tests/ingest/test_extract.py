"""Whole documents: what is found in the seed and in telegrams of other kinds."""

import yaml

from ingest.annotate import ANNOTATORS, annotate
from ingest.extract import extract
from ingest.read import read, read_bytes
from ingest.resolve import STEPS
from ingest.tables import knowledge
from tests.shared import shared

SEED = "seeds/2008STATE34976.md"
GOLD = "gold/2008STATE34976.yaml"


def outer(numbers: tuple[str, ...]) -> list[str]:
    """Passages without their bullets: "9.5" is part of 9."""
    return list(
        dict.fromkeys(
            number.split(".")[0] if number.split(".")[-1].isdigit() else number for number in numbers
        )
    )


def test_the_citations_of_the_seed() -> None:
    found = extract(shared(SEED))
    gold = yaml.safe_load(shared(GOLD).read_text())
    counted: dict[tuple[str, str], int] = {}
    for one in found.citations:
        key = (outer((one.passage,))[0], str(one.label))
        counted[key] = counted.get(key, 0) + 1
    assert counted == {(one["passage"], one["label"]): one["count"] for one in gold["citations"]}


def test_the_meetings_of_the_seed() -> None:
    found = extract(shared(SEED))
    gold = yaml.safe_load(shared(GOLD).read_text())
    expected = {one["id"]: one for one in gold["meetings"] if "id" in one}
    told = {one.id: one for one in found.meetings}
    assert set(expected) <= set(told)
    assert set(told) - set(expected) <= {"mtcr-ie-2008"}
    for key, one in expected.items():
        assert outer(told[key].passages) == one["passages"]
        for field in ("place", "country", "host", "year", "intersessional"):
            assert getattr(told[key], field) == one[field] if field in one else True
        assert (told[key].start, told[key].end) == tuple(
            str(one[day]) if day in one else None for day in ("start", "end")
        )
        assert told[key].participants == tuple(sorted(one.get("participants", ())))


def test_the_countries_of_the_seed() -> None:
    found = extract(shared(SEED))
    gold = yaml.safe_load(shared(GOLD).read_text())["countries_mentioned"]
    told = {one.iso3: outer(one.passages) for one in found.countries}
    assert set(told) == set(gold)
    assert {code: told[code] for code in gold if code != "USA"} == {
        c: n for c, n in gold.items() if c != "USA"
    }


def test_the_works_of_the_seed() -> None:
    assert [one.id for one in extract(shared(SEED)).works] == [
        "mtcr-annex",
        "mtcr-compendium-of-decisions",
        "mtcr-epoc",
    ]


def test_what_has_evidence_has_its_words() -> None:
    found = extract(shared(SEED))
    claims = (*found.meetings, *found.citations, *found.countries, *found.works, *found.references)
    for claim in claims:
        for one in claim.evidence:
            assert one.span.of(found.cable.text).strip()
            here = found.cable.passage_at(one.span.start)
            assert one.passage == (None if here is None else here.number)


def test_the_order_of_the_annotators_does_not_matter() -> None:
    cable = extract(shared(SEED)).cable
    turned = {mention for one in reversed(ANNOTATORS) for mention in one(cable, knowledge())}
    assert turned == set(annotate(cable, knowledge()))


def test_extraction_is_the_same_every_time() -> None:
    document = read(shared(SEED))
    assert extract(document) == extract(document)


def test_each_step_fills_a_field_of_its_own() -> None:
    names = [name for name, _ in STEPS]
    assert len(names) == len(set(names))
    assert names[:3] == ["references", "citations", "meetings"]


CAPITALS = b"""P R 061755Z OCT 75
FM SECSTATE WASHDC
TO AMEMBASSY LONDON PRIORITY

C O N F I D E N T I A L STATE 900601

E.O. 11652: GDS
TAGS: PARM, UK
SUBJECT: TALKS ON EXPORTS

REF: (A) LONDON 900602 (B) STATE 900603

1. PER REF A, FRG AND FRENCH WILL TELL US THEIR VIEWS; US POSITION IS IN REFS A AND B.
MOSCOW OPPOSES TEXT. TURKEY IS SILENT. WE REPORT SEPTEL.
"""


def test_a_telegram_in_capitals() -> None:
    found = extract(read_bytes(CAPITALS, "capitals.txt"))
    assert [one.label for one in found.citations] == ["A", "A", "B"]
    assert [one.iso3 for one in found.countries] == ["DEU", "FRA", "SUN", "TUR", "USA"]
    assert [len(one.evidence) for one in found.countries if one.iso3 == "USA"] == [1]
    assert [one.text for one in found.unresolved] == ["SEPTEL"]
