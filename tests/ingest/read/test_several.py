"""Several telegrams in one file: each with a header of its own is a document of its own."""

from pathlib import Path

import pytest

from ingest.document import Document
from ingest.extract import extract
from ingest.load import build
from ingest.read import Refused, documents_of, read_bytes
from ingest.read.given import Given
from ingest.tables import knowledge
from tests.ingest.ocr.made import printed
from tests.ingest.read.accounts import account


def wire(number: int, *, minute: int, end: str = "ROE\nNNNN") -> str:
    top = f"P 0512{minute:02}Z MAR 07\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nBT\n"
    top += f"CONFIDENTIAL LIMA {number}\n\n"
    fields = f"E.O. 12958: DECL: 03/05/2017\nTAGS: EFIS, PE\nSUBJECT: ANCHOVIES {number}\n\n"
    return f"{top}{fields}1. (C) The catch of boat {number} was good.\n\n2. (C) It rained.\n{end}\n\n"


ARCHIVED = """CONFIDENTIAL

PAGE 01  LIMA 90{0}  05{0}Z
41
ACTION ARA-10
R 05{0}Z MAR 75
FM AMEMBASSY LIMA
TO SECSTATE WASHDC

C O N F I D E N T I A L LIMA 90{0}

E.O. 11652: GDS
TAGS: EFIS
SUBJECT: ANCHOVIES

1. THE CATCH WAS GOOD.
ROE

CONFIDENTIAL

"""


def found(data: bytes) -> list[Document]:
    made = [one for one in documents_of(Given("a", data=data)) if isinstance(one, Document)]
    for one in made:
        if one.origin:
            account(one)
    return made


def names(made: list[Document]) -> list[str]:
    return [extract(one).cable.id for one in made]


@pytest.mark.parametrize("end", ["ROE\nNNNN", "ROE", "ROE\n\n----------", "BT\n\f", "#"])
def test_each_whole_header_begins_a_document(end: str) -> None:
    text = "".join(wire(900600 + i, minute=i, end=end) for i in range(3))
    made = found(text.encode())
    assert names(made) == [f"2007LIMA{900600 + i}" for i in range(3)]
    assert "".join(one.text for one in made) == text
    assert sum(one.characters or 0 for one in made) == len(text)
    assert [one.number for one in extract(made[1]).cable.passages] == ["1", "2"]


def test_telegrams_of_an_archive() -> None:
    assert names(found((ARCHIVED.format(1200) + ARCHIVED.format(1300)).encode())) == [
        "1975LIMA901200",
        "1975LIMA901300",
    ]


def test_telegrams_that_follow_one_another_in_a_pdf() -> None:
    pages = [wire(900600 + i, minute=i).split("\n") for i in range(2)]
    made = found(printed(*(tuple(page) for page in pages)))
    assert names(made) == ["2007LIMA900600", "2007LIMA900601"]
    assert {one.form for one in made} == {"pdf"}
    assert [[role.name for role in one.roles] for one in made] == [["1"], ["2"]]


@pytest.mark.parametrize(
    "inner",
    [
        "3. (C) FOLLOWING IS REPEATED FOR YOUR INFORMATION:\n\n{0}",
        "3. (C) Post passes the text of Lima's telegram. BEGIN TEXT.\n{0}END TEXT.\n",
        "3. (C) We said: QUOTE\n{0}UNQUOTE\n",
    ],
)
def test_a_telegram_that_another_repeats_is_no_document(inner: str) -> None:
    text = wire(900600, minute=1, end="") + inner.format(wire(900601, minute=2, end=""))
    [one] = found(text.encode())
    assert one.part is None


def test_sections_and_copies_of_a_header_part_nothing() -> None:
    again = wire(900600, minute=1)
    [one] = found((again + again).encode())
    assert one.part is None


def test_one_of_several_is_named() -> None:
    data = (wire(900600, minute=1) + wire(900601, minute=2)).encode()
    assert read_bytes(data, "a.txt", "telegram-2").text.count("900601") == 3
    with pytest.raises(Refused, match="telegram-1, telegram-2") as several:
        read_bytes(data, "a.txt")
    assert several.value.code == "several"
    pdf = printed(*(tuple(wire(900600 + i, minute=i).split("\n")) for i in range(2)))
    with pytest.raises(Refused) as many:
        read_bytes(pdf, "a.pdf")
    assert many.value.code == "several"


def test_a_store_takes_each_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(wire(900600, minute=1) + wire(900601, minute=2))
    done = build(
        [tmp_path / "a.txt"], tmp_path / "db", knowledge=knowledge(), extract=extract, in_process=True
    )
    assert (done.added, done.documents) == (2, 2)
