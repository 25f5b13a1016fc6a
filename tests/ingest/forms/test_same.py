"""The same telegram says the same, whatever form it comes in."""

from functools import cache
from typing import Final

import pytest

from ingest.claim import Extraction
from ingest.document import Document
from ingest.extract import extract
from ingest.read import documents_of
from ingest.read.given import Given
from tests.ingest.forms import made

FORMS: Final = {
    one.__name__: one
    for one in (
        made.two_blocks,
        made.header_twice,
        made.broken_lines,
        made.numbered_line_ends,
        made.no_blocks,
        made.paragraphs,
        made.table,
        made.table_with_heading,
        made.table_with_backslashes,
        made.mail,
        made.quoted_mail,
        made.one_line,
        made.two_lines,
        made.quoted,
        made.mixed_encodings,
        made.sixteen_bits,
    )
}


@cache
def said(data: bytes) -> Extraction:
    """What the last document of a file says: a telegram in a mail follows the mail."""
    last = list(documents_of(Given("file", data=data)))[-1]
    assert isinstance(last, Document)
    return extract(last)


TELEGRAMS: Final = {"report": made.REPORT, "guidance": made.GUIDANCE}


def text(name: str = "report") -> Extraction:
    return said(TELEGRAMS[name].text.encode())


def header(found: Extraction) -> dict[str, object]:
    top = found.cable.header
    values = {name: getattr(top, name) for name in top.__dataclass_fields__}
    return {
        name: tuple(one.value for one in read) if isinstance(read, tuple) else read and read.value
        for name, read in values.items()
    }


def test_the_text_says_all_that_is_compared() -> None:
    assert text().cable.id == "2008ATHENS900021"
    assert [one.label for one in text().cable.references] == ["A", "B", "C"]
    assert [one.number for one in text().cable.passages] == ["1", "2", "3", "4"]
    assert len(text().citations) == 5
    assert sum(value not in (None, ()) for value in header(text()).values()) > 15


@pytest.mark.parametrize("name", TELEGRAMS)
@pytest.mark.parametrize("form", FORMS)
def test_the_name_is_the_same(form: str, name: str) -> None:
    found = said(FORMS[form](TELEGRAMS[name]))
    assert (found.cable.id, found.cable.kind) == (text(name).cable.id, "Cable")


@pytest.mark.parametrize("name", TELEGRAMS)
@pytest.mark.parametrize("form", FORMS)
def test_the_header_is_the_same(form: str, name: str) -> None:
    assert header(said(FORMS[form](TELEGRAMS[name]))) == header(text(name))


@pytest.mark.parametrize("name", TELEGRAMS)
@pytest.mark.parametrize("form", FORMS)
def test_the_references_are_the_same(form: str, name: str) -> None:
    found = [
        (one.label, one.target, one.notal) for one in said(FORMS[form](TELEGRAMS[name])).cable.references
    ]
    assert found == [(one.label, one.target, one.notal) for one in text(name).cable.references]


@pytest.mark.parametrize("name", TELEGRAMS)
@pytest.mark.parametrize("form", FORMS)
def test_the_passages_are_the_same(form: str, name: str) -> None:
    found = [
        (one.number, one.marking, one.heading) for one in said(FORMS[form](TELEGRAMS[name])).cable.passages
    ]
    assert found == [(one.number, one.marking, one.heading) for one in text(name).cable.passages]


@pytest.mark.parametrize("name", TELEGRAMS)
@pytest.mark.parametrize("form", FORMS)
def test_the_citations_are_the_same(form: str, name: str) -> None:
    found = [(one.passage, one.label, one.target) for one in said(FORMS[form](TELEGRAMS[name])).citations]
    assert found == [(one.passage, one.label, one.target) for one in text(name).citations]


@pytest.mark.parametrize("name", TELEGRAMS)
@pytest.mark.parametrize("form", FORMS)
def test_the_problems_are_the_same(form: str, name: str) -> None:
    found = [one.why for one in said(FORMS[form](TELEGRAMS[name])).cable.problems]
    assert found == [one.why for one in text(name).cable.problems]
