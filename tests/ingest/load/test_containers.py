from pathlib import Path

import pytest

from ingest.claim import Extraction
from ingest.document import Document
from ingest.load import Summary, build, check, rebuild
from ingest.load.entry import Container
from ingest.load.index import index
from ingest.load.journal import read_journal
from ingest.load.layout import Layout
from ingest.load.limits import Limits
from ingest.load.reading import Broken, Reading
from ingest.read import documents, forms
from ingest.read.given import Given
from ingest.settle import NOTHING, Settled
from ingest.tables import knowledge
from tests.ingest.guidance import read_by_hand, telegram
from tests.ingest.load.files import BINDER, LINE, binder, exported


@pytest.fixture(autouse=True)
def with_binders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "FORMS", (BINDER, *forms.FORMS))


class Counting:
    """Extraction that counts what it is given, and is interrupted at one document."""

    def __init__(self, stop: int = -1) -> None:
        self.stop, self.seen = stop, 0

    def __call__(self, document: Document, /, *, settled: Settled = NOTHING) -> Extraction:
        self.seen += 1
        if self.seen == self.stop:
            raise KeyboardInterrupt
        return read_by_hand(document)


def load(store: Path, *paths: Path, extract: Counting | None = None, verify: bool = False) -> Summary:
    by = read_by_hand if extract is None else extract
    return build(paths, store, knowledge=knowledge(), extract=by, in_process=True, verify=verify)


def volumes(store: Path) -> list[Container]:
    return list(index(read_journal(Layout(store))).containers())


def test_a_file_of_many_documents_is_kept_once_and_told_of_in_the_journal(tmp_path: Path) -> None:
    made = load(tmp_path / "db", binder(tmp_path / "b.csv", [1, 2, -1, 3]))
    assert (made.added, made.documents, made.codes) == (3, 3, {"malformed": 1})
    assert len(list((tmp_path / "db" / "raw").iterdir())) == 1
    told = volumes(tmp_path / "db")[0]
    assert (told.parts, dict(told.codes)) == (4, {"malformed": 1})
    assert told.characters == sum(len(telegram(900100 + n, cites=900101 + n)) for n in (1, 2, 3))
    assert check(tmp_path / "db", shapes=False).ok


def test_the_same_documents_in_one_file_and_in_many_say_the_same(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(telegram(900100 + number, cites=900101 + number))
    load(tmp_path / "apart", tmp_path / "1.txt", tmp_path / "2.txt")
    load(tmp_path / "together", binder(tmp_path / "b.csv", [2, 1]))
    assert exported(tmp_path / "apart") == exported(tmp_path / "together")


def test_a_second_run_derives_nothing(tmp_path: Path) -> None:
    path = binder(tmp_path / "b.csv", [1, -1, 2])
    load(tmp_path / "db", path)
    before = (tmp_path / "db" / "journal").read_bytes()
    counting = Counting()
    again = load(tmp_path / "db", path, extract=counting, verify=True)
    assert (again.added, again.unchanged, again.codes, counting.seen) == (0, 2, {"malformed": 1}, 0)
    assert (tmp_path / "db" / "journal").read_bytes() == before


@pytest.mark.parametrize("stop", [1, 2, 4, 5])
def test_a_build_that_is_interrupted_inside_a_file_goes_on_where_it_was(tmp_path: Path, stop: int) -> None:
    path, store = binder(tmp_path / "b.csv", range(1, 6)), tmp_path / "db"
    load(tmp_path / "whole", path)
    with pytest.raises(KeyboardInterrupt):
        load(store, path, extract=Counting(stop))
    assert not volumes(store)
    counting = Counting()
    made = load(store, path, extract=counting)
    assert (made.unchanged, made.added, counting.seen) == (stop - 1, 6 - stop, 6 - stop)
    assert exported(store) == exported(tmp_path / "whole")
    assert check(store, shapes=False).ok


def test_an_interrupted_file_is_finished_from_the_store_alone(tmp_path: Path) -> None:
    path, store = binder(tmp_path / "b.csv", range(1, 6)), tmp_path / "db"
    with pytest.raises(KeyboardInterrupt):
        load(store, path, extract=Counting(3))
    path.unlink()
    assert load(store).documents == 5


def test_rebuilding_reads_the_file_again(tmp_path: Path) -> None:
    path, store = binder(tmp_path / "b.csv", [1, 2, 3]), tmp_path / "db"
    load(store, path)
    wanted = exported(store)
    path.unlink()
    rebuild(store, knowledge=knowledge(), extract=read_by_hand, in_process=True)
    assert exported(store) == wanted


def test_a_file_that_breaks_off_leaves_what_was_read_before(tmp_path: Path) -> None:
    path, store = binder(tmp_path / "b.csv", [1, 2]), tmp_path / "db"
    path.write_text(path.read_text() + LINE + "STUCK\n")
    made = load(store, path)
    assert (made.documents, made.codes) == (2, {"failed": 1})
    assert [one.check for one in check(store, shapes=False).findings if one.check == "quarantine"]
    assert load(store, path).codes == {"failed": 1}
    assert exported(store)


def test_a_new_edition_of_a_file_adds_what_it_has_more(tmp_path: Path) -> None:
    store = tmp_path / "db"
    load(store, binder(tmp_path / "b.csv", [1, 2]))
    made = load(store, binder(tmp_path / "b.csv", [1, 2, 3]))
    direct = load(tmp_path / "direct", tmp_path / "b.csv")
    assert (made.documents, made.copies, direct.documents) == (3, 2, 3)
    assert check(store, shapes=False).ok


def test_a_process_gives_the_documents_of_one_file_after_the_other(tmp_path: Path) -> None:
    volume = tmp_path / "v.xml"
    document = '<div type="document" n="{0}" xml:id="d{0}"><head>{0}. Letter</head><p>Words {0}.</p></div>'
    body = "".join(document.format(n) for n in range(1, 4))
    volume.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1900v90"><text><body>'
        f'<div type="compilation" xml:id="comp1">{body}</div></body></text></TEI>'
    )
    reading = Reading(Limits(seconds=30))
    try:
        for _ in range(2):
            found = list(reading.documents(Given("v.xml", volume)))
            assert [one.part for one in found if isinstance(one, Document)] == ["d1", "d2", "d3"]
        broken = list(reading.documents(Given("none.xml", tmp_path / "none.xml")))
        assert [one.why.code for one in broken if isinstance(one, Broken)] == ["missing"]
    finally:
        reading.stop()


MAIL = """From: Ann Example <ann@example.org>
To: Bob Example <bob@example.org>
Date: Fri, 4 Apr 2008 10:00:00 +0000
Subject: A telegram
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Bob,

see what came in.

{telegram}
"""

PASTED = """R 040045Z APR 08
FM AMEMBASSY ROME
TO SECSTATE WASHDC PRIORITY 1234

C O N F I D E N T I A L ROME 900{number}

SUBJECT: MTCR: REPORT {number}

1. (C) Post reported the matter.
2. (C) Post will report again.
#900{number}
"""


def test_what_stands_in_a_mail_beside_the_mail_is_not_lost(tmp_path: Path) -> None:
    path, store = tmp_path / "a.eml", tmp_path / "db"
    path.write_text(MAIL.format(telegram=PASTED.format(number=111)))
    found = [one for one in documents(path) if isinstance(one, Document)]
    made = build([path], store, knowledge=knowledge(), in_process=True)
    assert made.documents + sum(made.codes.values()) == len(found)
    assert volumes(store)[0].parts == len(found)
    held = {one.id for one in index(read_journal(Layout(store))).held()}
    assert len(found) == 2
    assert "2008ROME900111" in held


def test_sections_of_one_telegram_are_no_copies_of_each_other(tmp_path: Path) -> None:
    for number, text in enumerate(
        (PASTED, PASTED.replace("1. (C)", "3. (C)").replace("2. (C)", "4. (C)")), 1
    ):
        section = text.format(number=333).replace("L ROME", f"L SECTION {number:02d} OF 02 ROME")
        (tmp_path / f"{number}.txt").write_text(section)
    files = [tmp_path / "1.txt", tmp_path / "2.txt"]
    made = build(files, tmp_path / "db", knowledge=knowledge(), in_process=True)
    assert (made.documents, made.copies) == (2, 0)
    held = [one.id for one in index(read_journal(Layout(tmp_path / "db"))).held()]
    assert held == ["2008ROME900333", "2008ROME900333-section-2"]
