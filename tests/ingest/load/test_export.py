"""The whole graph as sorted lines, whatever is sorted at a time."""

import io
import sys

import pyoxigraph as ox
import pytest

from ingest.load.export import write


def quad(value: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(value), ox.NamedNode("urn:g"))


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_lines_are_sorted_and_stand_once_however_many_are_sorted_at_a_time(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["ingest.load.export"], "AT_ONCE", at_once)
    output = io.BytesIO()
    write(iter([quad(one) for one in "cab!ba"]), output, format="nq")
    assert [line.split(b'"')[1] for line in output.getvalue().splitlines()] == [b"!", b"a", b"b", b"c"]
