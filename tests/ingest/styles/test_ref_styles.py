"""The ways of citing, one case for each style of the catalogue, in whole telegrams and in our own words."""

import csv
from collections.abc import Mapping
from itertools import groupby
from typing import Final

import pytest

from tests.ingest.styles.examples import examples, said
from tests.shared import shared

EXCEPTIONS: Final[Mapping[str, str]] = {}
"""Styles that are not read yet, each with its reason."""
FEWEST: Final = 3
"""Examples of each style."""

STYLES: Final = {style: tuple(rows) for style, rows in groupby(examples(), key=lambda one: one.style)}


def _case(style: str) -> object:
    why = EXCEPTIONS.get(style)
    marks = () if why is None else (pytest.mark.xfail(reason=why, strict=True),)
    return pytest.param(style, id=style, marks=marks)


@pytest.mark.parametrize("style", [_case(style) for style in STYLES])
def test_a_style_is_read(style: str) -> None:
    made = {one.written: said(one) for one in STYLES[style]}
    assert made == {one.written: one.expected for one in STYLES[style]}


def test_every_style_has_several_examples() -> None:
    assert {style: len(rows) for style, rows in STYLES.items() if len(rows) < FEWEST} == {}
    assert len(EXCEPTIONS) <= 5


def test_the_examples_are_those_of_the_whole_catalogue() -> None:
    with shared("ref_styles.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["id"] for row in csv.DictReader(file)}
    assert listed == set(STYLES)
