"""Published volumes read blind and compared with what their editors checked, on a volume made up for it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from compendium.cli import app
from ingest.evaluate.published import Published, corpus, measured, read_folder
from ingest.tables import knowledge

HEAD = "<head>{n}. Telegram From the {sender} to the {to}</head>"
LINE = '<dateline><placeName>{place}</placeName>, <date when="{when}">{day}</date></dateline>'
DOCUMENT = '<div type="document" xml:id="d{n}" n="{n}">{head}{line}<p>{text}</p></div>'
CAIRO, STATE = "Embassy in Egypt", "Department of State"


def telegram(n: int, sender: str, to: str, when: str, text: str) -> str:
    place = "Washington" if sender == STATE else "Cairo"
    head = HEAD.format(n=n, sender=sender, to=to)
    return DOCUMENT.format(n=n, head=head, line=LINE.format(place=place, when=when, day="day"), text=text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    note = '<note n="1" xml:id="d2fn1"><ref target="#d1">Document 1</ref>.</note>'
    documents = (
        telegram(1, CAIRO, STATE, "1955-12-30T10:00:00", "900450. The minister asked for seeds."),
        telegram(
            2, STATE, CAIRO, "1956-01-04T10:00:00", f"900600. Embtel 900450{note} raises a point of law."
        ),
        telegram(
            3, CAIRO, STATE, "1956-01-09T10:00:00", "900470. Reference Deptel 900600. He will reply soon."
        ),
        telegram(4, CAIRO, STATE, "1956-01-10T10:00:00", "900471. The crop failed, as the paper feared."),
    )
    (tmp_path / "volumes").mkdir()
    text = f'<TEI xml:id="v90"><text><body>{"".join(documents)}</body></text></TEI>'
    (tmp_path / "volumes" / "v90.xml").write_text(text, encoding="utf-8")
    checked = [
        {"doc": "d2", "cite": "Embtel 900450", "pre": "900600. Embtel 900450", "target": "v90#d1"},
        {"doc": "d3", "cite": "Deptel 900600", "pre": "900470. Reference Deptel 900600", "target": "v90#d2"},
        {"doc": "d4", "cite": "Embtel 900450", "pre": "no such words", "target": "v90#d1"},
        {"doc": "d4", "cite": "paper feared", "pre": "failed, as the paper feared", "target": "v90#d1"},
    ]
    cross = [{"doc": "d2", "note_id": "d2fn1", "anchor": "Document 1", "pre": "", "target": "#d1"}]
    lists = [{"doc": "d3", "label": "Reference", "text": "Deptel 900600."}]
    for name, rows in (("resolved_citations", checked), ("xrefs", cross), ("reflists", lists)):
        lines = [json.dumps({"vol": "v90", "date": "1956-01-04", **row}) for row in rows]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def outcomes(folder: Path) -> Published:
    gold = read_folder(folder)
    blind, linked = (corpus(gold.volumes, knowledge(), blind=blind) for blind in (True, False))
    return measured(blind, linked, gold.checked, gold.cross, gold.lists)


def test_citations_are_found_without_notes_and_compared_with_them(folder: Path) -> None:
    found = [(one.measure, one.document, one.status) for one in outcomes(folder).outcomes]
    assert found == [
        ("citations", "d2", "right"),
        ("citations", "d3", "right"),
        ("citations", "d4", "missed"),
        ("citations", "d4", "missed"),
        ("links", "d2", "right"),
        ("lists", "d3", "right"),
    ]


def test_the_year_of_a_number_is_that_of_the_telegram_held(folder: Path) -> None:
    blind = corpus(read_folder(folder).volumes, knowledge(), blind=True)
    (second,) = (one for one in blind.readings if one.part == "d2")
    assert [one.target for one in second.pointers] == ["1955CAIRO900450"]


def test_what_is_read_blind_has_no_word_of_the_editors(folder: Path) -> None:
    blind = corpus(read_folder(folder).volumes, knowledge(), blind=True)
    assert not any("Document 1" in one.text or one.notes for one in blind.readings)


def test_a_telegram_of_another_number_is_wrong(folder: Path) -> None:
    path = folder / "resolved_citations.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("v90#d2", "v90#d4"), encoding="utf-8")
    (wrong,) = (one for one in outcomes(folder).outcomes if one.status == "wrong")
    assert wrong.why == "1956STATE-CAIRO900600, not 1956CAIRO900471"


def test_the_command_keeps_figures_and_holds_floors(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "figures.json"
    run = CliRunner().invoke(app, ["evaluate", str(folder), "--json", str(kept), "--floor", "right=1"])
    assert run.exit_code == 0, run.output
    assert "Embtel" not in json.dumps(
        [line.split("\t")[5] for line in json.loads(kept.read_text())["outcomes"]]
    )
    run = CliRunner().invoke(
        app, ["evaluate", str(folder), "--check", str(kept), "--floor", "found=0.9", "-v"]
    )
    assert run.exit_code == 1 and "the floor is 0.9" in run.output and "no rule" in run.output


def test_a_folder_of_other_things_is_wrong_use(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["evaluate", str(tmp_path)]).exit_code == 2
