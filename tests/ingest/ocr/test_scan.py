"""Scanned pages: what is read of them, how surely, and what is too coarse to be read."""

import io
import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ingest.document import Document
from ingest.extract import extract
from ingest.present import present
from ingest.read import Refused, read_bytes
from ingest.state.state import stated
from ingest.tables import knowledge
from ontology import terms
from tests.ingest.ocr.made import photographed
from tests.ingest.ocr.specimen import FACTS, WORN, facts, scan, tools

ENOUGH = 0.9
SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "extract.schema.json").read_text())


@cache
def document(dpi: int, form: str) -> Document:
    """The specimen, worn, scanned at *dpi* and read again, as an image or as a page of a PDF."""
    tools()
    image = scan(dpi, WORN)
    if form == "image":
        return read_bytes(image, "page.jpg")
    return read_bytes(photographed(image, stamp="RELEASED IN FULL"), "page.pdf")


def share(made: Document) -> float:
    """The share of the specimen's facts that were found."""
    found = set(facts(present(extract(made))))
    return sum(fact in found for fact in FACTS) / len(FACTS)


@pytest.mark.parametrize(("dpi", "form"), [(300, "image"), (200, "pdf")])
def test_a_worn_page_is_read(dpi: int, form: str) -> None:
    assert share(document(dpi, form)) >= ENOUGH


@pytest.mark.parametrize(("dpi", "form"), [(300, "image"), (200, "pdf")])
def test_each_word_knows_its_box_and_how_surely_it_was_read(dpi: int, form: str) -> None:
    made = document(dpi, form)
    (sheet,) = made.sheets
    assert (sheet.number, sheet.dpi, len(sheet.image)) == (1, dpi, 64)
    wide, high = sheet.size
    for word in sheet.words:
        left, top, right, bottom = word.box
        assert 0 <= left < right <= wide
        assert 0 <= top < bottom <= high
        assert 0 <= word.confidence <= 100
        assert not any(sign.isspace() for sign in word.span.of(made.text))
    assert "".join(word.span.of(made.text) for word in sheet.words) == "".join(made.text.split())


def test_words_stand_where_the_page_has_them() -> None:
    made = document(300, "image")
    boxes = {word.span.of(made.text): word.box for word in made.sheets[0].words}
    # printed at (360, 510); the page lies askew by 1.3 degrees, turned about its middle
    left, top, _, bottom = boxes["SECSTATE"]
    assert left == pytest.approx(334, abs=8)
    assert (top + bottom) / 2 == pytest.approx(531, abs=12)


@pytest.mark.parametrize(("dpi", "form"), [(300, "image"), (200, "pdf")])
def test_each_character_that_was_recognised_is_accounted_for(dpi: int, form: str) -> None:
    made = document(dpi, form)
    kept = sum(one.source.end - one.source.start for one in made.origin)
    assert made.characters == kept + sum(one.characters for one in made.dropped)
    assert ("text-layer" in {one.reason for one in made.dropped}) == (form == "pdf")


@pytest.mark.parametrize("form", ["image", "pdf", "untold"])
def test_letters_that_are_too_small_are_not_guessed(form: str) -> None:
    tools()
    image = scan(150, tell=form != "untold")
    with pytest.raises(Refused) as caught:
        read_bytes(photographed(image) if form == "pdf" else image, "page")
    assert caught.value.code == "low-resolution"
    assert "dots per inch" in caught.value.message


@pytest.mark.parametrize("dpi", [240, 300, 400])
def test_a_page_that_does_not_tell_is_measured_by_its_lines(dpi: int) -> None:
    tools()
    from PIL import Image

    from ingest.read.image.resolution import by_lines

    assert by_lines(Image.open(io.BytesIO(scan(dpi)))) == pytest.approx(dpi, rel=0.12)


@pytest.mark.parametrize(("dpi", "form"), [(300, "image"), (200, "pdf")])
def test_what_is_said_says_how_surely_it_was_read(dpi: int, form: str) -> None:
    data = json.loads(json.dumps(present(extract(document(dpi, form)))))
    assert list(Draft202012Validator(SCHEMA).iter_errors(data)) == []
    told = data["document"]["confidence"]
    assert {"number", "sent", "from", "to", "info", "subject", "tags"} <= set(told)
    items = [*told.values(), *(one["confidence"] for one in [*data["references"], *data["passages"]])]
    assert all(0 <= one["least"] <= one["mean"] <= 100 for one in items)


def test_evidence_says_how_surely_its_words_were_read() -> None:
    said = [one.decode() for one in stated(extract(document(300, "image")), knowledge())]
    mean, least = numbers(said, terms.CONFIDENCE), numbers(said, terms.LEAST_CONFIDENCE)
    assert set(mean) == set(least) == {_subject(one) for one in said if f"<{terms.GRADE}>" in one}
    assert all(least[one] <= mean[one] for one in mean)


def numbers(said: list[str], predicate: str) -> dict[str, float]:
    """What the lines say with that predicate, by their subjects."""
    lines = [one for one in said if f"<{predicate}>" in one]
    return {_subject(one): float(one.split('"')[1]) for one in lines}


def _subject(line: str) -> str:
    return line.split(" ", 1)[0]
