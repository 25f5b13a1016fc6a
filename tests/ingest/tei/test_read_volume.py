"""Volumes of published documents, read: one document for each, every character counted."""

import pytest

from ingest.document import Anchor, Document, Link, Role, Span
from ingest.read import Refused, documents, read_bytes
from ingest.read.file import documents_of
from ingest.read.given import Given
from ingest.read.tei import without_notes
from tests.ingest.tei.make import division, one_document, volume, volume_documents
from tests.shared import shared

HEAD = (
    '<head>3. Telegram From the <gloss type="from">Embassy in Portugal</gloss>\n   to the'
    ' <gloss type="to">Department of State</gloss>\n'
    '  <note n="1" xml:id="d3fn1" type="source">Source: Central Files. Secret.</note></head>'
    '<dateline><hi><placeName>Lisbon</placeName>, <date when="1953-11-20T16:00:00">'
    "November 20</date></hi></dateline>"
)


def said(document: Document, role: str) -> list[str]:
    """The words that have a role."""
    return [one.span.of(document.text) for one in document.roles if one.role == role]


def role(document: Document, name: str) -> Role:
    """The first stretch that has a role."""
    found = document.role(name)
    assert found is not None
    return found


def test_each_division_is_a_document_with_the_name_of_the_volume() -> None:
    first, second = volume_documents(division("<p>One.</p>", "d1"), division("<p>Two.</p>", "d2"))
    assert [one.part for one in (first, second)] == ["d1", "d2"]
    assert role(second, "identifier").value == "frus1999v90-d2"
    assert first.container == second.container
    assert first.form == "tei"


def test_a_division_inside_of_a_document_is_part_of_it() -> None:
    inner = '<frus:attachment xml:id="d1a1"><head>Tab A</head><p>More.</p></frus:attachment>'
    made = one_document(f"<p>Text.</p>{inner}")
    assert made.text == "Text.\n\nTab A\n\nMore."
    assert said(made, "title") == ["Tab A"]
    assert made.role("head") is None


def test_indentation_is_no_text_and_paragraphs_are_apart() -> None:
    made = one_document("\n   <p>Two\n      words <hi>here</hi>, <del>now</del>.</p>\n   <p> Next. </p>")
    assert made.text == "Two words here, now.\n\nNext."


def test_lists_and_tables_are_lines_and_cells() -> None:
    listed = "<list><head>TO</head><item>Ann</item><item>Carol</item></list>"
    table = "<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table>"
    made = one_document(f"<p>Under:</p>{listed}{table}")
    assert made.text == "Under:\n\nTO\nAnn\nCarol\n\na\tb\nc\td"
    assert said(made, "to") == ["Ann\nCarol"]
    assert role(made, "to").name == "TO"


def test_head_dateline_and_closer_have_roles() -> None:
    made = one_document(f"{HEAD}<p>900074. Act.</p><closer><signed>Conway</signed></closer>")
    assert made.text.splitlines()[:3] == [
        "3. Telegram From the Embassy in Portugal to the Department of State",
        "",
        "Lisbon, November 20",
    ]
    assert said(made, "from") + said(made, "to") == ["Embassy in Portugal", "Department of State"]
    assert role(made, "dateline").value == "1953-11-20T16:00:00"
    assert said(made, "origin") == ["Lisbon"]
    assert said(made, "closer") == ["Conway"]
    assert said(made, "source-note") == ["Source: Central Files. Secret."]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ('type="source">Source: Files.', "source-note"),
        (">Source: Carter Library.", "source-note"),
        ('type="summary">The Embassy reported.', "summary"),
        (">No classification marking.", "note"),
    ],
)
def test_a_note_of_the_head_is_known_by_type_or_first_word(note: str, expected: str) -> None:
    made = one_document(f'<head>1. Letter<note n="1" xml:id="d1fn1" {note}</note></head><p>Dear Ann.</p>')
    assert [one.role for one in made.roles if one.value == "n1"] == [expected]


def test_notes_stand_behind_the_text_each_on_a_line_with_its_anchor() -> None:
    note = '<note n="2" xml:id="d1fn2"><p>First.</p>\n <p>Then.</p></note>'
    made = one_document(f"<p>Embtel 9003 {note} (repeated).</p><p>End.</p>")
    assert made.text == "Embtel 9003 (repeated).\n\nEnd.\n\n[n2] First. Then."
    assert made.anchors == (Anchor(11, "n2"),)
    assert role(made, "note").name == "d1fn2"
    bare = without_notes(made)
    assert (bare.text, bare.anchors) == ("Embtel 9003 (repeated).\n\nEnd.", ())


def test_a_note_that_is_called_twice_and_one_without_a_name_have_labels_of_their_own() -> None:
    made = one_document(
        '<p>A<note n="2" target="d0fn2">Supra.</note> B<note n="2">See.</note> C<note>X</note></p>'
    )
    assert [one.note for one in made.anchors] == ["n2", "n2-2", "n3"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("#d33", ("frus1999v90-d33", None)),
        ("#d219fn4", ("frus1999v90-d219", "n4")),
        ("frus1969-76v30#d12", ("frus1969-76v30-d12", None)),
        ("#pg_12", None),
        ("#p_ABC1", None),
        ("https://example.org/#d1x", None),
    ],
)
def test_links_are_those_to_documents(target: str, expected: tuple[str, str | None] | None) -> None:
    made = one_document(f'<p>See <ref target="{target}"> Document</ref>.</p>')
    assert made.links == (() if expected is None else (Link(Span(4, 12), *expected),))


def test_page_breaks_are_no_words() -> None:
    first, second = volume_documents(
        division('<p>One \n<pb n="12" xml:id="pg_12"/>word.</p>', "d1"), division("<p>Two.</p>", "d2")
    )
    assert first.text == "One word."
    assert [(one.name, one.span.start) for one in first.roles if one.role == "page"] == [("12", 4)]
    assert role(second, "page").name == "12"


def test_every_character_of_the_volume_is_kept_or_counted() -> None:
    words = "<!-- ours --><p> A &amp; B,\n   &#8217;tis<lb/><![CDATA[5 < 6 & 7]]> <?page 3?>so.</p>"
    data = volume(division(words, "d1"), division("<p/>", "d2"), division("<p>Two é.</p>", "d3"))
    source = data.decode()
    found = list(documents_of(Given("v.xml", data=data)))
    made = [one for one in found if isinstance(one, Document)]
    assert [one.code for one in found if isinstance(one, Refused)] == ["empty"]
    assert sum(one.characters or 0 for one in made) == len(source)
    assert made[0].text == "A & B, ’tis\n5 < 6 & 7 so."
    for one in made:
        kept = sum(segment.source.end - segment.source.start for segment in one.origin)
        assert kept + sum(left.characters for left in one.dropped) == one.characters
        for segment in one.origin:
            words = segment.span.of(one.text)
            assert words in (segment.source.of(source), " ", "&", "’")
    assert {"teiHeader", "terms", "ch1", "markup", "white space"} <= {x.reason for x in made[0].dropped}
    assert {"documents without words", "index"} <= {x.reason for x in made[1].dropped}


def test_line_ends_of_two_characters_and_other_encodings_count_as_they_stand() -> None:
    data = volume(division("<p>Caf\xe9\r\n\r\n au lait.</p>"))
    text = data.decode().replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
    (made,) = (one for one in documents_of(Given("v.xml", data=text.encode("latin-1"))))
    assert isinstance(made, Document)
    assert (made.text, made.characters, made.encodings) == ("Café au lait.", len(text), ("iso-8859-1",))
    (wide,) = documents_of(Given("v.xml", data=text.replace("ISO-8859-1", "UTF-16").encode("utf-16")))
    assert isinstance(wide, Document)
    assert wide.text == made.text


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        list(documents_of(Given("v.xml", data=data)))
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE TEI [<!ENTITY a "b">]><TEI><text>&a;</text></TEI>', "entities"),
        (b'<!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd"><TEI/>', "entities"),
        (b"<TEI>" + b" " * 70_000 + b"<!DOCTYPE x>", "malformed"),
        (b"<TEI><text><div type='document'><p>Cut", "malformed"),
        (b"<TEI><text>\xff\xfe</text></TEI>", "malformed"),
        (b"<TEI><text>&unknown;</text></TEI>", "malformed"),
        (b'<?xml version="1.0" encoding="zip"?><TEI/>', "malformed"),
        (b"<TEI><text><p>No documents.</p></text></TEI>", "empty"),
        (b"<TEI>" + b"<div>" * 200 + b"</div>" * 200 + b"</TEI>", "too-deep"),
    ],
    ids=["entity", "dtd", "late doctype", "cut", "bytes", "unknown entity", "encoding", "empty", "deep"],
)
def test_what_is_no_volume_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_documents_before_a_break_in_the_file_are_read() -> None:
    data = volume(division("<p>One.</p>", "d1"), division("<p>Two.</p>", "d2"), "<p>Broken")
    first, second, refusal = documents_of(Given("v.xml", data=data))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(refusal, Refused)
    assert (first.text, second.text, refusal.code) == ("One.", "Two.", "malformed")


def test_a_document_of_a_volume_is_read_by_its_name() -> None:
    data = volume(division("<p>One.</p>", "d1"), division("<p>Two.</p>", "d2"))
    assert read_bytes(data, "v.xml", "d2").text == "Two."


@pytest.mark.parametrize("name", ["frus1955-57v15", "frus1969-76ve15p1", "frus1977-80v21"])
def test_real_volumes_are_read_whole(name: str) -> None:
    path = shared(f"frus/volumes/{name}.xml")
    source = path.read_bytes().decode()
    made = list(documents(path))
    assert len(made) == source.count('type="document"')
    assert sum(one.characters or 0 for one in made if isinstance(one, Document)) == len(source)
