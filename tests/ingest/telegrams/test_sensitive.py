"""Unclassified documents that a caveat makes sensitive are not free for all."""

from dataclasses import replace

import pytest

from ingest.document import Role, Span
from ingest.extract import extract
from ingest.read import read_bytes
from ingest.state.marks import mark
from ingest.state.page import Page, page
from ingest.tables import knowledge
from tests.make import document

WIRE = """P 031200Z MAR 07
FM AMEMBASSY QUITO
TO SECSTATE WASHDC
BT
{first}

E.O. 12958: N/A
TAGS: EAGR
SUBJECT: BANANAS

1. The harvest was late.

2. (U) It rained.
"""


def wired(first: str) -> Page:
    return page(extract(read_bytes(WIRE.format(first=first).encode(), "a.txt")), knowledge())


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("UNCLAS QUITO 900811", "U"),
        ("UNCLAS E F T O QUITO 900811", "U"),
        ("UNCLASSIFIED//SENSITIVE QUITO 900811", "SBU"),
        ("UNCLAS//SBU QUITO 900811", "SBU"),
        ("UNCLAS SENSITIVE QUITO 900811", "SBU"),
        ("U N C L A S SECTION 01 OF 01 QUITO 900811\n\nSENSITIVE", "SBU"),
        ("UNCLAS QUITO 900811\n\nSENSITIVE\nSIPDIS", "SBU"),
        ("UNCLAS QUITO 900811\n\nSENSITIVE BUT UNCLASSIFIED", "SBU"),
        ("SENSITIVE BUT UNCLASSIFIED QUITO 900811", "SBU"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY\nQUITO 900811", "SBU/FOUO"),
        ("UNCLASSIFIED/FOUO QUITO 900811", "SBU/FOUO"),
        ("UNCLASSIFIED (FOUO) QUITO 900811", "SBU/FOUO"),
        ("LIMITED OFFICIAL USE QUITO 900811", "LOU"),
        ("C O N F I D E N T I A L QUITO 900811\n\nSENSITIVE", "C"),
    ],
)
def test_a_caveat_beside_the_level_raises_it(first: str, name: str) -> None:
    made = wired(first)
    assert made.cable.id == "2007QUITO900811"
    assert (made.overall.name, made.marks["1"].name, made.marks["2"].name) == (name, name, "U")


@pytest.mark.parametrize(
    ("cell", "name"),
    [("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "SBU/FOUO"), ("Unclassified", "U"), ("Unclassified/SBU", "SBU")],
)
def test_a_cell_with_a_caveat_raises_the_level(cell: str, name: str) -> None:
    text = f"07QUITO900811\n{cell}\n\n1. The harvest was late.\n"
    roles = (Role("identifier", Span(0, 13)), Role("classification", Span(14, 14 + len(cell))))
    made = page(extract(replace(document(text), roles=roles)), knowledge())
    assert made.overall.name == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("(U//FOUO)", "SBU/FOUO"),
        ("(U-FOUO)", "SBU/FOUO"),
        ("(U/SENSITIVE)", "SBU"),
        ("(UNCLAS//SBU)", "SBU"),
        ("(UNCLASSIFIED//FOR OFFICIAL USE ONLY)", "SBU/FOUO"),
        ("(UNCLASSIFIED)", "U"),
        ("(SBU/NOFORN)", "SBU/NF"),
        ("(C/SENSITIVE)", "C/SENSITIVE"),
    ],
)
def test_portion_marks_with_a_caveat(written: str, name: str) -> None:
    made = mark(written, wired("UNCLAS QUITO 900811").levels)
    assert made is not None and made.name == name
