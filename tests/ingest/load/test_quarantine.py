import json
from dataclasses import replace
from pathlib import Path

from ingest.load import Summary, build, check
from ingest.load.limits import Limits
from ingest.tables import knowledge
from tests.ingest.guidance import read_by_hand, telegram
from tests.ingest.load.files import exported, hostile

HARM = {
    "SLOW": "too-slow",
    "LARGE": "too-much-memory",
    "CRASH": "too-much-memory",
    "LEAVE": "failed",
    "ODD": "failed",
}


def cables(folder: Path) -> Path:
    """Ten telegrams, half of which do harm to what reads them."""
    folder.mkdir()
    for number, word in enumerate((*HARM, "", "", "", "", "")):
        text = telegram(900010 + number, cites=900100) + f"{word}\n"
        (folder / f"{number}.txt").write_text(text)
    return folder


def load(store: Path, *paths: Path) -> Summary:
    limits = Limits(seconds=1.5, memory=4 * 1024**3)
    return build(paths, store, knowledge=knowledge(), extract=hostile, jobs=2, limits=limits)


def test_a_document_that_does_harm_is_put_apart_and_the_rest_goes_on(tmp_path: Path) -> None:
    store, folder = tmp_path / "db", cables(tmp_path / "in")
    made = load(store, folder)
    assert (made.documents, made.added) == (5, 5)
    assert {Path(one.source).stem: one.code for one in made.refused} == {
        str(number): code for number, code in enumerate(HARM.values())
    }
    notes = [json.loads(path.read_bytes()) for path in (store / "quarantine").iterdir()]
    assert sorted(one["code"] for one in notes) == sorted(HARM.values())
    assert all((store / "raw" / one["kept"]).stat().st_size == one["bytes"] for one in notes)
    report = check(store, shapes=False)
    assert report.ok and report.checked["documents in quarantine"] == 5
    assert {one.check for one in report.findings} == {"quarantine"}


def test_what_was_put_apart_is_tried_again_by_another_version_only(tmp_path: Path) -> None:
    store, folder = tmp_path / "db", cables(tmp_path / "in")
    load(store, folder)
    again = load(store, folder)
    assert (again.unchanged, sum(again.codes.values())) == (5, 5)
    other = replace(knowledge(), precedence={})
    made = build([], store, knowledge=other, extract=read_by_hand, in_process=True)
    assert (made.documents, made.codes) == (10, {})
    assert not list((store / "quarantine").iterdir())
    direct = tmp_path / "direct"
    build([folder], direct, knowledge=other, extract=read_by_hand, in_process=True)
    assert exported(store) == exported(direct)
