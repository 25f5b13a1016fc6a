"""Which marking a document has of which several copies are held."""

from itertools import permutations
from pathlib import Path

import pytest

from ingest.load import build, check, compared
from ingest.tables import knowledge
from tests.ingest.load.files import exported

CABLE = """{mark} OSLO 900321
040045Z APR 08
FM AMEMBASSY OSLO
TO SECSTATE WASHDC
SUBJECT: TALKS ON COD

1. (U) The talks begin on Monday.

2. The minister doubts that they will end soon.{more}
"""


def copies(folder: Path, **marks: str) -> list[Path]:
    """Copies of one cable, of which the first is the longest and stands."""
    made = []
    for place, (name, mark) in enumerate(marks.items()):
        path = folder / f"{name}.txt"
        path.write_text(CABLE.format(mark=mark, more="" if place else " Nor do we."))
        made.append(path)
    return made


def load(store: Path, *paths: Path) -> bytes:
    for one in paths:
        build([one], store, knowledge=knowledge(), in_process=True)
    return exported(store)


def about(graph: bytes, end: str) -> list[str]:
    """The lines of a subject with that end."""
    return [line for line in graph.decode().splitlines() if line.partition("> ")[0].endswith(end)]


@pytest.mark.parametrize(
    ("standing", "other", "has"),
    [("CONFIDENTIAL", "SECRET", "S"), ("SECRET", "CONFIDENTIAL", "S"), ("UNCLASSIFIED", "CONFIDENTIAL", "C")],
)
def test_a_document_has_the_highest_marking_of_its_copies(
    tmp_path: Path, standing: str, other: str, has: str
) -> None:
    files = copies(tmp_path, standing=standing, other=other)
    one, two = (load(tmp_path / f"db{place}", *order) for place, order in enumerate(permutations(files)))
    assert one == two
    assert check(tmp_path / "db0").ok
    said = about(one, "/document/2008OSLO900321")
    assert [line for line in said if "#marking>" in line and f"/marking/{has}>" in line]
    titles = [line for line in said if "/terms/title>" in line]
    assert [line.rpartition("/")[2] for line in titles] == [f"{has}> ."]
    assert {line.rpartition("/")[2] for line in about(one, "/p/1")} == {"U> ."}
    assert {line.rpartition("/")[2] for line in about(one, "/p/2")} == {f"{has}> ."}


def test_each_copy_keeps_the_marking_that_it_gives(tmp_path: Path) -> None:
    load(tmp_path / "db", *copies(tmp_path, standing="CONFIDENTIAL", other="SECRET"))
    [found] = compared(tmp_path / "db")
    assert (found.standing.marking, found.other.marking) == ("C", "S")
