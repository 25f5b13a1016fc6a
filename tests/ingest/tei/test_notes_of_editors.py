"""Links and notes of the editors of published volumes, and where a document is printed."""

import pytest

from ingest.annotate import annotate
from ingest.annotate.names.links import annotate_links
from ingest.claim import Extraction
from ingest.mention import CitationMention
from ingest.parse import parse
from ingest.read.tei import without_notes
from ingest.state.document import document_quads
from ingest.state.page import page
from ingest.tables import knowledge
from tests.brief import brief
from tests.ingest.tei.make import DEPARTMENT, document


def test_every_link_is_a_citation_of_the_passage_in_which_it_stands() -> None:
    note = '<note n="2" xml:id="d7fn2">See <ref target="#d9fn4">footnote 4, Document 9</ref>.</note>'
    made = document("Memorandum", f"We met.{note}", 'See <ref target="frus1998v1#d3">Document 3</ref>.')
    found = [one for one in annotate_links(made, knowledge()) if one.rule == "editor-link"]
    told = []
    for one in found:
        passage = made.passage_at(one.span.start)
        told.append((one.target, one.target_passage, None if passage is None else passage.number))
    assert sorted(told, key=repr) == [("frus1998v1-d3", None, "2"), ("frus1999v90-d9", "n4", "n2")]


@pytest.mark.parametrize(
    ("note", "target"),
    [
        ('<ref target="#d3">Document 3</ref>.', "frus1999v90-d3"),
        ("<hi>Supra.</hi>", "frus1999v90-d6"),
        ("<hi>Infra</hi>", "frus1999v90-d8"),
        ('Not found; see also <ref target="#d3">Document 3</ref>.', None),
    ],
)
def test_a_note_that_only_names_a_document_tells_what_is_cited_before_it(
    note: str, target: str | None
) -> None:
    called = f'In reftel <note n="2" xml:id="d7fn2">{note}</note> we said so.'
    made = document(f"Telegram From the Embassy in Peru to the {DEPARTMENT}", f"900404. {called}")
    found = [one for one in annotate_links(made, knowledge()) if one.rule == "editor-note"]
    assert [(one.target, one.span.of(made.text)) for one in found] == (
        [] if target is None else [(target, "reftel")]
    )


@pytest.mark.parametrize(
    ("words", "note", "expected"),
    [
        ("In Embtel 900012 to Department, March 8 {} we met.", "Document 3.", ["frus1999v90-d3"]),
        (
            "In Deptels 900012 and 900013 {} we met.",
            "Documents 3 and 4.",
            ["frus1999v90-d3", "frus1999v90-d4"],
        ),
        ("In Embtel 900012. We met later {} again.", "Document 3.", []),
        ("In Embtel 900012 {} we met.", "Documents 3 and 4.", []),
    ],
)
def test_a_note_belongs_to_the_citations_of_its_clause(words: str, note: str, expected: list[str]) -> None:
    linked = note
    for number in ("3", "4"):
        linked = linked.replace(f" {number}", f' <ref target="#d{number}">{number}</ref>')
    called = words.format(f'<note n="2" xml:id="d7fn2">{linked}</note>')
    made = document(f"Telegram From the Embassy in Peru to the {DEPARTMENT}", f"900404. {called}")
    found = [one.target for one in annotate_links(made, knowledge()) if one.rule == "editor-note"]
    assert found == expected


def test_a_note_settles_the_item_of_a_list_of_references() -> None:
    note = '<note n="2" xml:id="d7fn2"><ref target="#d3">Document 3</ref>.</note>'
    first = f"900404. Reference Embtel 900012.{note} Minister came."
    made = document(f"Telegram From the Embassy in Peru to the {DEPARTMENT}", first)
    assert [(one.target, one.rule) for one in made.references] == [("frus1999v90-d3", "editor-note")]
    bare = parse(without_notes(made.document), knowledge())
    assert [one.target for one in bare.references] == ["1956LISBON900012"]


def test_notes_of_editors_hold_no_guidance() -> None:
    note = '<note n="2" xml:id="d7fn2">Embassies should brief the French Minister. See Document 3.</note>'
    made = document(f"Telegram From the Embassy in Peru to the {DEPARTMENT}", f"900404. We met.{note}")
    assert not [one for one in annotate(made, knowledge()) if not isinstance(one, CitationMention)]


def test_the_graph_says_where_a_document_is_printed_and_read() -> None:
    made = document(f"Telegram From the Embassy in Peru to the {DEPARTMENT}", "900404. We met.")
    said = brief(
        document_quads(page(Extraction(made), knowledge())), "seeAlso", "source", "title", "altLabel"
    )
    assert said == [
        "1956LISBON900404 altLabel frus1999v90-d7",
        "1956LISBON900404 seeAlso d7",
        "1956LISBON900404 source frus1999v90",
        f"1956LISBON900404 title Telegram From the Embassy in Peru to the {DEPARTMENT}",
    ]
