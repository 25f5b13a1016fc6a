"""Lists of documents: read back by the parsers that other programs use, with every field."""

from io import StringIO
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from typer.testing import CliRunner

from compendium.cli import app
from compendium.exchange.bibliography import folded, heading, key, notes
from compendium.exchange.bibtex import bibtex
from compendium.exchange.ris import ris
from compendium.graph import KnowledgeGraph
from ontology.names import ID
from queries.bibliography import Record, records
from queries.network import DOCUMENTS, things

CABLE = Record(
    "x", "2008STATE900001", "Cable", "08 STATE 900001", "REPORT: 100% OF R&D {DRAFT} \\ #3 ~ $5_^", "STATE",
    ("PARIS", "ABU DHABI"), "2008-04-04", None, "S-NF", "X1", None, None, ("PARM", "MTCRE"), True,
)  # fmt: skip
GHOST = Record("x", "2007OSLO900002", "Cable", "07 OSLO 900002", earliest="2007-01-02", latest="2007-02-01")
PRINTED = Record(
    "x", "frus1977-80v99-d3", "Memorandum", "frus1977-80v99-d3", "Memorandum of Conversation", 
    date="1978-01-25", source="frus1977-80v99, p. 12", url="https://example.org/frus/d3", held=True,
)  # fmt: skip
STATEMENT = Record(
    "x", "statement-añejo", "PressStatement", "statement-añejo", "Déclaration « publique »", date="2003",
    place="São Paulo", held=True,
)  # fmt: skip
Fields = dict[str, str]


def decoder() -> LatexNodes2Text:
    """A reader of LaTeX that knows the braces that stand as text, and the caret that is no accent."""
    context = get_default_latex_context_db()
    as_text = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "textasciitilde": "~"}
    macros = [MacroTextSpec(name, simplify_repl=char) for name, char in as_text.items()]
    context.add_context_category("as-text", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=context, math_mode="verbatim")


def from_bibtex(text: str) -> dict[str, Fields]:
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware(decoder=decoder())])
    assert not library.failed_blocks
    told = {
        one.key: {"type": one.entry_type} | {f.key: f.value for f in one.fields} for one in library.entries
    }
    assert len(told) == len(library.entries)
    return told


def from_ris(text: str) -> list[dict[str, str | list[str]]]:
    found: list[dict[str, str | list[str]]] = rispy.load(StringIO(text))
    return found


def test_each_field_of_bibtex_comes_back() -> None:
    found = from_bibtex("".join(bibtex([CABLE, GHOST, PRINTED, STATEMENT])))
    cable = found["2008STATE900001"]
    assert cable["title"] == CABLE.title
    assert (cable["type"], cable["howpublished"], cable["number"]) == ("misc", "Telegram", "08 STATE 900001")
    assert (cable["date"], cable["year"], cable["month"], cable["author"]) == (
        "2008-04-04",
        "2008",
        "apr",
        "STATE",
    )
    assert cable["keywords"] == "PARM, MTCRE"
    assert cable["note"] == "To PARIS; ABU DHABI. Marked S/NF. Declassification: X1"
    ghost = found["2007OSLO900002"]
    assert ghost["note"] == "Cited, not held. Sent between 2007-01-02 and 2007-02-01 (estimated)"
    assert "date" not in ghost
    printed = found["frus1977-80v99-d3"]
    assert (printed["type"], printed["volume"], printed["pages"]) == ("incollection", "99", "12")
    assert printed["booktitle"] == "Foreign Relations of the United States, 1977-80"
    assert printed["url"] == PRINTED.url
    statement = found[key(STATEMENT)]
    assert (statement["title"], statement["address"]) == (STATEMENT.title, "São Paulo")
    assert "month" not in statement


def test_each_field_of_ris_comes_back() -> None:
    cable, ghost, printed, statement = from_ris("".join(ris([CABLE, GHOST, PRINTED, STATEMENT])))
    assert (cable["type_of_reference"], cable["id"], cable["title"]) == (
        "GOVDOC",
        "2008STATE900001",
        CABLE.title,
    )
    assert (cable["date"], cable["year"], cable["authors"]) == ("2008/04/04/", "2008", ["STATE"])
    assert cable["keywords"] == ["PARM", "MTCRE"]
    assert cable["notes"] == list(notes(CABLE))
    assert cable["accession_number"] == "2008STATE900001"
    assert ghost["notes"] == list(notes(GHOST))
    assert (printed["type_of_reference"], printed["volume"], printed["start_page"]) == ("CHAP", "99", "12")
    assert printed["urls"] == [PRINTED.url]
    assert (statement["title"], statement["place_published"]) == (STATEMENT.title, "São Paulo")
    assert statement["year"] == "2003"


@settings(max_examples=200, deadline=None)
@given(title=st.text(min_size=1, max_size=40), label=st.text(min_size=1, max_size=10))
def test_any_title_is_read_back_in_one_entry(title: str, label: str) -> None:
    record = Record("x", "2008STATE900003", "Cable", f"A {label}", f"T{title}T", held=True)
    (found,) = from_bibtex("".join(bibtex([record]))).values()
    raw = parse_string("".join(bibtex([record]))).entries[0]
    assert raw.fields_dict["title"].value.count("{") == raw.fields_dict["title"].value.count("}")
    assert found["howpublished"] == "Telegram"
    (entry,) = from_ris("".join(ris([record])))
    assert str(entry["title"]).split() == heading(record).split()


@settings(max_examples=200, deadline=None)
@given(title=st.text(alphabet=st.sampled_from("aB1 \\{}~^&%$#_éß"), min_size=1, max_size=30))
def test_what_latex_takes_for_commands_comes_back_as_text(title: str) -> None:
    record = Record("x", "2008STATE900003", "Cable", "A", f"T{title}T", held=True)
    (found,) = from_bibtex("".join(bibtex([record]))).values()
    assert found["title"] == folded(f"T{title}T")


def test_documents_that_are_not_held_are_listed_only_if_asked_for(kg: KnowledgeGraph) -> None:
    documents = things(kg.reader, DOCUMENTS)
    held = set(kg.query("SELECT DISTINCT ?d { ?d reg:held true }").column("d"))
    assert {one.iri for one in records(kg.reader, documents)} == held
    every = list(records(kg.reader, documents, ghosts=True))
    assert {one.iri for one in every if not one.held} == set(
        kg.query("SELECT DISTINCT ?d { ?d a reg:Ghost }").column("d")
    )


@pytest.mark.parametrize("form", ["bibtex", "ris"])
def test_every_document_has_a_key_of_its_own(
    store: Path, kg: KnowledgeGraph, tmp_path: Path, form: str
) -> None:
    place = tmp_path / "new" / "list"
    done = CliRunner().invoke(
        app, ["export", "-f", form, "--ghosts", "-o", str(place), "--store", str(store)]
    )
    assert done.exit_code == 0, done.output
    text = place.read_text("utf-8")
    keys = list(from_bibtex(text)) if form == "bibtex" else [str(one["id"]) for one in from_ris(text)]
    identifiers = kg.query("SELECT DISTINCT ?i { ?d dcterms:identifier ?i ; reg:held ?held }").column("i")
    assert len(set(keys)) == len(keys) == len(identifiers)
    assert {"2005STATE900106", "statement-mtcr-plenary-2003-buenos-aires"} <= set(keys)


def test_the_documents_of_an_answer(store: Path, kg: KnowledgeGraph, tmp_path: Path) -> None:
    asked = ["--question", "guidance-depending-on-decision", "-p", "decision=Buenos Aires 2003"]
    done = CliRunner().invoke(
        app, ["export", "-f", "ris", "-o", str(tmp_path / "l"), "--store", str(store), *asked]
    )
    assert done.exit_code == 0, done.output
    found = {str(one["id"]) for one in from_ris((tmp_path / "l").read_text("utf-8"))}
    answer = kg.question("guidance-depending-on-decision", decision="Buenos Aires 2003")
    assert {one.document.removeprefix(f"{ID}document/") for one in answer.passages} <= found


def test_ghosts_are_for_lists(store: Path) -> None:
    done = CliRunner().invoke(app, ["export", "-f", "gexf", "--ghosts", "--store", str(store)])
    assert (done.exit_code, "--ghosts is for" in " ".join(done.output.split())) == (2, True)
