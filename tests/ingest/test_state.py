from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from ingest.claim import Extraction
from ingest.state import state
from ingest.state.marks import UNKNOWN, Mark, levels, mark
from ingest.tables import knowledge
from ontology import names
from ontology import terms as t
from ontology.names import BASE, DEFAULT_BASE
from tests.ingest.guidance import DECISION, PLENARY, TEXT, guidance, span
from tests.ingest.said import Said, said

SHAPE = Path(__file__).parents[1] / "data" / "shape.trig"
DOCUMENT = names.document("2008STATE900001")


def stated(extraction: Extraction) -> list[Said]:
    return said(state(extraction, knowledge()))


def values(quads: list[Said], subject: str, predicate: str) -> set[str]:
    return {one.object for one in quads if one.subject == subject and one.predicate == predicate}


def graphs(quads: list[Said], subject: str) -> set[str]:
    return {one.graph.rpartition("/")[2] for one in quads if one.subject == subject}


def properties(quads: list[Said]) -> dict[str, set[str]]:
    """The properties of each class."""
    classes: dict[str, set[str]] = defaultdict(set)
    for one in quads:
        if one.predicate == t.RDF_TYPE:
            classes[one.subject].add(one.object)
    found: dict[str, set[str]] = defaultdict(set)
    for one in quads:
        for kind in classes[one.subject]:
            found[kind].add(one.predicate)
    return found


def test_every_class_and_property_of_the_sample_is_stated_and_no_other_class() -> None:
    parsed = said(ox.parse(SHAPE.read_text().replace(DEFAULT_BASE, BASE), format=ox.RdfFormat.TRIG))
    sample = [one for one in parsed if "/document/" in one.graph]
    wanted, made = properties(sample), properties(stated(guidance()))
    elsewhere = {t.C_PERSON, t.C_COPY}
    assert set(wanted) - elsewhere == set(made)
    allowed = {t.RDFS_LABEL, t.DCTERMS_SOURCE}
    for kind, used in made.items():
        assert used <= wanted[kind] | allowed, kind


def test_no_quad_has_a_blank_node_or_stands_twice() -> None:
    quads = list(state(guidance(), knowledge()))
    assert len(quads) == len(set(quads))
    assert all(isinstance(one.subject, ox.NamedNode) for one in quads)
    assert not any(isinstance(one.object, ox.BlankNode) for one in quads)


def test_the_store_keeps_every_literal_as_it_is_stated() -> None:
    quads = list(state(guidance(), knowledge()))
    store = ox.Store()
    store.extend(quads)
    assert set(store) == set(quads)


def test_a_statement_stands_in_the_graph_of_its_highest_mark() -> None:
    quads = stated(guidance())
    assert graphs(quads, names.passage("2008STATE900001", "8")) == {"SBU"}
    assert graphs(quads, names.passage("2008STATE900001", "7.C")) == {"C"}
    assert graphs(quads, names.thing("meeting", PLENARY)) == {"C"}
    later = span(TEXT, "the 2003 Buenos Aires Plenary", after="8. (SBU)")
    mention = names.thing("document", "2008STATE900001", "m", f"{later.start}-{later.end}")
    assert graphs(quads, mention) == {"SBU"}


def test_a_document_without_a_mark_is_above_all_levels() -> None:
    quads = stated(guidance(classification=None))
    assert graphs(quads, DOCUMENT) >= {"unmarked"}
    assert values(quads, DOCUMENT, t.MARKING) == set()
    assert graphs(quads, names.passage("2008STATE900001", "8")) == {"SBU"}


def test_of_a_listed_meeting_only_what_the_tables_leave_blank_is_stated() -> None:
    quads, meeting = stated(guidance()), names.thing("meeting", PLENARY)
    assert values(quads, meeting, t.RDFS_LABEL) == {"MTCR Plenary 2003, Buenos Aires"}
    assert values(quads, meeting, t.IN_SERIES) == {names.thing("series", "mtcr-plenary")}
    assert not values(quads, meeting, t.START_DATE) and not values(quads, meeting, t.PLACE)


def test_an_item_that_denotes_nothing_is_unresolved_with_its_reason() -> None:
    quads = stated(guidance())
    reasons = {one.object for one in quads if one.predicate == t.REASON}
    assert reasons == {"no meeting of that name", "no date and no number"}


def test_evidence_quotes_the_text_and_its_context_stays_in_the_passage() -> None:
    quads = stated(guidance())
    where = span(TEXT, "the 2003 Buenos Aires Plenary", after="8. (SBU)")
    place = f"{where.start}-{where.end}"
    quote = names.thing("document", "2008STATE900001", "t", place, "quote")
    assert values(quads, quote, t.OA_EXACT) == {"the 2003 Buenos Aires Plenary"}
    assert values(quads, quote, t.OA_SUFFIX) == {".\n"}
    first = span(TEXT, "REF A", after="Per")
    early = names.thing("document", "2008STATE900001", "t", f"{first.start}-{first.end}", "quote")
    assert values(quads, early, t.OA_PREFIX) == {"(C) Per "}


def test_labels_are_made_for_people() -> None:
    quads = stated(guidance())
    own = names.thing("document", "2008STATE900001", "d", "7.C-urge-5e6f7a8b")
    assert values(quads, own, t.RDFS_LABEL) == {"should urge Partners to report"}
    assert values(quads, names.passage("2008STATE900001", "7.C"), t.RDFS_LABEL) == {"08 STATE 900001, 7.C"}
    typed = {one.subject for one in quads if one.predicate == t.RDF_TYPE}
    labelled = {one.subject for one in quads if one.predicate == t.RDFS_LABEL}
    assert typed == labelled


def test_an_arrow_of_dependence_is_a_property_and_a_node() -> None:
    quads = stated(guidance())
    directive = names.thing("document", "2008STATE900001", "d", "7.C-urge-5e6f7a8b")
    decision = names.thing("decision", DECISION)
    assert values(quads, directive, t.RESTS_ON_DECISION) == {decision}
    assert values(quads, directive, t.DEPENDS_ON) == {decision, names.document("2008STATE900002")}
    arrows = [one.subject for one in quads if one.predicate == t.DEPENDENT]
    assert len(arrows) == 2
    assert {rule for one in arrows for rule in values(quads, one, t.RULE)} == {
        "as-agreed-at",
        "per-reference",
    }


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("C", Mark(2)),
        ("(S/NF)", Mark(3, ("NF",))),
        ("S//NF", Mark(3, ("NF",))),
        ("C/REL MTCR", Mark(2, ("REL MTCR",))),
        ("UNCLASSIFIED", Mark(0)),
        ("SECRET NOFORN", Mark(3, ("NF",))),
        ("LIMITED OFFICIAL USE", Mark(1, (), "LOU")),
        ("(U//FOUO)", Mark(1, ("FOUO",))),
        ("SBU//REL RUSSIA AND BRAZIL", Mark(1, ("REL RUSSIA AND BRAZIL",))),
        ("C0NF", None),
        ("", None),
        (None, None),
    ],
)
def test_marks_as_they_are_written(written: str | None, wanted: Mark | None) -> None:
    assert mark(written, levels(knowledge().markings)) == wanted


def test_an_unknown_mark_is_above_all_others() -> None:
    assert Mark(4).joined(UNKNOWN).suffix == "unmarked"
