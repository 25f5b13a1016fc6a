"""Pointers to other documents: found, and resolved against the list of references."""

from dataclasses import replace

import pytest

from ingest.annotate.names.citations import annotate_citations
from ingest.cable import Cable, Reference
from ingest.document import Span
from ingest.resolve.citations import resolve_citations
from ingest.resolve.found import SoFar
from ingest.tables import knowledge
from tests.make import cable


def citing(body: str, references: str = "A B C D E F G H I J") -> Cable:
    """A cable of that body with a list of references of those labels, all of them cables."""
    items = tuple(
        Reference(label, "cable", Span(0, 0), f"STATE 90000{n}", "test", target=f"2008STATE90000{n}")
        for n, label in enumerate(references.split())
    )
    return replace(cable(body), references=items)


def labels(body: str, references: str = "A B C D E F G H I J") -> list[str]:
    """The labels that a body cites, one for each place."""
    one = citing(body, references)
    found = resolve_citations(one, tuple(annotate_citations(one, knowledge())), knowledge(), SoFar())
    return [claim.label or "?" for claim in found.claims]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Per REF A, on April 9", "A"),
        ("as outlined in the paper (REF B).", "B"),
        ("ref a says so", "A"),
        ("in REF\n   E as a guide", "E"),
        ("REFS A AND B", "A B"),
        ("refs a and b", "A B"),
        ("(REFS D-H)", "D E F G H"),
        ("refs A, C, and E are clear", "A C E"),
        ("REFS A THRU C", "A B C"),
        ("Ref. B", "B"),
        ("ref (C)", "C"),
        ("reftels A, B and D-F", "A B D E F"),
        ("REF A and I think so", "A"),
        ("(REF A) and (REF A)", "A A"),
        ("as reference D shows", "D"),
        ("references A through C and reference (d)", "A B C D"),
        ("in references (A) and (B)", "A B"),
        ("the points of ref tel B", "B"),
        ("REF-TELS (A) AND (C)", "A C"),
    ],
)
def test_labels_of_the_list(body: str, expected: str) -> None:
    assert labels(body, "A B C D E F G H J") == expected.split()


@pytest.mark.parametrize(
    "body",
    [
        "with reference to a letter",
        "refer to B",
        "a referee",
        "PREF A",
        "Buenos Aires 2003 Plenary",
        "Paris 2008",
        "PARIS 2008 MEETING",
        "PARIS 12 APRIL",
        "OSLO 00000077  001.2 OF 002",
        "PAGE 02  STATE 900101",
        "Paris 150 delegates",
        "state 2034 of things",
        "the 2003 Paris talks",
        "in Florence 12000 workers struck",
        "LYON 25000 TONS WERE FOUND",
        "a reference to B",
        "the ref E-mail of May",
        "his ref a-level marks",
        "the references a company gave",
        "lot 08XYZQ34976",
    ],
)
def test_what_is_no_citation(body: str) -> None:
    assert labels(body) == []


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("as 08 STATE 1234 said", "2008STATE1234"),
        ("STATE 001234", "2008STATE1234"),
        ("see 2007 PARIS 4321", "2007PARIS4321"),
        ("(03 BUENOS AIRES 900102)", "2003BUENOSAIRES900102"),
        ("SECSTATE 54321", "2008STATE54321"),
        ("07 Paris 4321 (NOTAL)", "2007PARIS4321"),
        ("'99 OSLO 77", "1999OSLO77"),
        ("see also Paris 900299 and", "2008PARIS900299"),
        ("in State cable 34976 we", "2008STATE34976"),
        ("as Oslo's telegram No. 77 put it", "2008OSLO77"),
        ("(Rome A-41)", "2008ROMEA41"),
        ("as 07STATE112233 has it", "2007STATE112233"),
        ("(2006PARIS4321)", "2006PARIS4321"),
        ("TOKYO A-00220 REPORTED", "2008TOKYOA220"),
    ],
)
def test_a_cable_by_its_own_number(body: str, target: str) -> None:
    [mention] = annotate_citations(cable(body), knowledge())
    assert mention.target == target


@pytest.mark.parametrize(
    ("body", "targets"),
    [
        ("2007 STATE 112233 and 112244", "2007STATE112233 2007STATE112244"),
        ("per Seoul 40001, 40007, and 40012 (notal)", "2008SEOUL40001 2008SEOUL40007 2008SEOUL40012"),
        ("STATE 112233 and 2007 exports", "2008STATE112233"),
        ("State 112233 and 40 others", "2008STATE112233"),
    ],
)
def test_several_cables_of_one_post(body: str, targets: str) -> None:
    assert [one.target for one in annotate_citations(cable(body), knowledge())] == targets.split()


@pytest.mark.parametrize("body", ["see the referenced telegram", "PER REFERENCE CABLE"])
def test_a_referenced_telegram_is_the_reftel(body: str) -> None:
    assert labels(body, "A") == ["A"]


def test_a_number_that_the_list_has_is_that_item() -> None:
    assert labels("as STATE 900002 says") == ["C"]


def test_the_number_of_the_document_itself_is_no_citation() -> None:
    assert list(annotate_citations(cable("STATE 900001"), knowledge())) == []


@pytest.mark.parametrize(
    ("body", "passage"),
    [
        ("REF A para 3", "3"),
        ("(ref A, para 2)", "2"),
        ("paras 3-5 of ref B", "3-5"),
        ("REF A PARA 3.B", "3.B"),
        ("paragraph 4, ref B", "4"),
        ("08 STATE 1234 para 3", "3"),
        ("REF A. 3 more", None),
        ("as in ref A, paragraph 4(b),", "4.B"),
        ("subparagraph 6 (c) of ref D", "6.C"),
        ("para 7c ref A", "7.C"),
        ("PARA 5 REFTEL", "5"),
        ("paragraphs 2, 4, and 6 of the reftel", "2,4,6"),
        ("ref B's paragraph 2", "2"),
        ("07 PARIS 4321 (NOTAL), paras 5 through 8", "5-8"),
        ("REF A para 3 a decision", "3"),
        ("para 5.B.2 of ref A", "5.B.2"),
    ],
)
def test_the_passage_of_the_cited_document(body: str, passage: str | None) -> None:
    [mention] = annotate_citations(cable(body), knowledge())
    assert mention.target_passage == passage


def test_reftel_is_the_one_cable_of_the_list() -> None:
    assert labels("per reftel", "A") == ["A"]
    one = citing("per reftel", "A B")
    letter = replace(one.references[1], type="email")
    mixed = replace(one, references=(one.references[0], letter))
    found = resolve_citations(mixed, tuple(annotate_citations(mixed, knowledge())), knowledge(), SoFar())
    assert [claim.label for claim in found.claims] == ["A"]


def test_reftels_are_the_whole_list_and_reftel_beside_several_is_open() -> None:
    assert labels("per reftels", "A B") == ["A", "B"]
    assert labels("per reftel", "A B") == ["?"]


@pytest.mark.parametrize(
    ("body", "references", "why"),
    [
        ("will report septel", "A", "no number"),
        ("REF K", "A B", "no item K"),
        ("per reftel", "", "no list of references"),
        ("per reftel", "A B", "2 items"),
        ("REF B", "A B B", "several items B"),
    ],
)
def test_what_stays_open_says_why(body: str, references: str, why: str) -> None:
    one = citing(body, references)
    found = resolve_citations(one, tuple(annotate_citations(one, knowledge())), knowledge(), SoFar())
    assert [why in problem.why for problem in found.unresolved] == [True]


def test_the_documents_that_a_pointer_means_are_found_by_its_span() -> None:
    one = citing("consistent with refs A and C")
    found = resolve_citations(one, tuple(annotate_citations(one, knowledge())), knowledge(), SoFar())
    assert found.over(Span(16, 20)) == ("2008STATE900000", "2008STATE900002")
