"""Who chairs a meeting, the week around it, and in whose week it is held."""

import pytest

from ingest.extract import extract
from ingest.present import present
from ingest.read import read_bytes
from ingest.state import state
from ingest.tables import knowledge
from ontology import terms as t


def document(body: str, subject: str = "MTCR") -> bytes:
    return f"CONFIDENTIAL STATE 900120\n040045Z APR 08\nSUBJECT: {subject}\n\n1. (C) {body}\n".encode()


def meetings(body: str) -> dict[str, dict[str, object]]:
    made = present(extract(read_bytes(document(body), "a.txt"), knowledge()))
    return {one["id"]: one for one in made["meetings"]}


@pytest.mark.parametrize(
    ("body", "persons", "countries"),
    [
        ("The 2006 Plenary was chaired by Ambassador Per Olsen of Denmark.", ["Per Olsen"], ["DNK"]),
        ("The 2006 Plenary, chaired by Denmark, met in Copenhagen.", [], ["DNK"]),
        (
            "Under the chairmanship of Manuel de la Vega (Spain), the 2005 Plenary ended well.",
            ["Manuel de la Vega"],
            ["ESP"],
        ),
        ("Ambassador Joan Quill chaired the 2005 Plenary.", ["Joan Quill"], []),
        ("Norway will chair the 2011 Plenary in Buenos Aires.", [], ["NOR"]),
        ("The 2005 Plenary, with Ms. Ann K. Holm in the chair, adopted changes.", ["Ann K. Holm"], []),
        ("The 2005 Plenary met in Madrid. The meeting was chaired by Otto Berg.", ["Otto Berg"], []),
        ("The 2005 Plenary was co-chaired by Ireland and Iceland.", [], ["IRL", "ISL"]),
        ("2005 Plenary Chair Otto Berg (Germany) will visit Delhi.", ["Otto Berg"], ["DEU"]),
        ("THE 2005 PLENARY WAS PRESIDED OVER BY AMBASSADOR BERG (GERMANY).", ["Berg"], ["DEU"]),
        ("The 2005 Plenary was held in Madrid under Spanish chairmanship.", [], ["ESP"]),
        ("Partners chaired discussions at the 2005 Plenary.", [], []),
        ("We asked who will chair the 2005 Plenary.", [], []),
        ("The delegation should chair the 2005 Plenary if asked.", [], []),
        ("The 2005 Plenary met in Madrid. A committee of the UN was chaired by Otto Berg.", [], []),
        ("France attended the 2005 Plenary. Mr. Berg, who chaired a panel, spoke.", [], []),
    ],
)
def test_who_chairs_a_meeting(body: str, persons: list[str], countries: list[str]) -> None:
    [one] = meetings(body).values()
    assert (one["chairs"], one["chaired_by"]) == (persons, countries)


def test_each_meeting_has_its_own_chair() -> None:
    found = meetings(
        "The 2005 Plenary was chaired by Otto Berg. The 2006 Plenary was chaired by Ann Holm (Denmark)."
    )
    assert [one["chairs"] for one in found.values()] == [["Otto Berg"], ["Ann Holm"]]


def test_the_words_of_the_chair_are_evidence() -> None:
    [one] = meetings("The 2008 RPOC in Paris was chaired by Otto Berg.").values()
    assert "meeting-chair" in str(one["rule"])


def test_the_chair_of_a_meeting_that_no_list_has_is_stated() -> None:
    quads = list(
        state(
            extract(
                read_bytes(document("The 2008 RPOC in Paris was chaired by Otto Berg (France)."), "a"),
                knowledge(),
            ),
            knowledge(),
        )
    )
    chairs = {str(one.object) for one in quads if one.predicate.value == t.CHAIR}
    assert {one.rpartition("/")[2].strip(">") for one in chairs} == {"otto-berg", "FRA"}


def test_the_week_is_kept_beside_the_days_of_the_plenary() -> None:
    found = meetings(
        "The Copenhagen Plenary week is October 2-6, 2006. The Plenary itself meets in Copenhagen on "
        "October 5-6, 2006."
    )
    one = found["mtcr-plenary-2006-copenhagen"]
    assert (one["start"], one["end"], one["week"]) == (
        "2006-10-05",
        "2006-10-06",
        ["2006-10-02", "2006-10-06"],
    )


def test_a_meeting_in_the_week_of_a_plenary_is_part_of_it() -> None:
    found = meetings("The Athens TEM met in 2007. The intersessional TEM met in Bonn in February 2008.")
    assert {key: one["part_of"] for key, one in found.items()} == {
        "mtcr-tem-2007-athens": "mtcr-plenary-2007-athens",
        "mtcr-tem-2008-bonn": None,
    }
