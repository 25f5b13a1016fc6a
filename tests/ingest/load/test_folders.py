"""What lies in a folder is told as it is where it is named: with the same code, or among the others."""

import zipfile
from pathlib import Path

import pytest

from ingest.load import build
from ingest.load.sources import Found, find
from ingest.read import Refused, read
from ingest.tables import knowledge
from tests.ingest.guidance import read_by_hand, telegram


def packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.txt", "words")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "papers"
    where.mkdir()
    declared = '<!DOCTYPE wire [\n<!ENTITY post "ATLANTIS">\n]>\n'
    outside = declared.replace("wire [", 'wire PUBLIC "-//X" "x.dtd" [')
    texts = {
        "good.txt": telegram(900301, cites=900300),
        "wire.xml": f"<?xml version='1.0'?>\n{declared}<wire>&post;</wire>\n",
        "public.xml": f"<!-- of ours -->{outside}<wire/>",
        "volume.xml": f"{declared.replace('wire [', 'TEI [')}<TEI/>",
        "one.json": '{\n  "number": 900302,\n  "text": "FM SECSTATE"}',
        "list.json": '[ {"text": "FM SECSTATE"} ]',
        "hollow.txt": " \n",
        "settings.toml": "size = 3\n",
        "plain.xml": "<wire>words</wire>\n",
    }
    for name, words in texts.items():
        (where / name).write_text(words)
    packed(where / "more.docx")
    return where


def test_a_folder_and_a_name_give_the_same_codes(folder: Path, tmp_path: Path) -> None:
    done = build([folder], tmp_path / "db", knowledge=knowledge(), extract=read_by_hand, in_process=True)
    listed = {Path(one.source).name: one.code for one in done.refused}
    assert listed == {
        "wire.xml": "entities",
        "public.xml": "entities",
        "volume.xml": "entities",
        "one.json": "data",
        "list.json": "data",
        "hollow.txt": "empty",
        "more.docx": "binary",
    }
    for name, code in listed.items():
        with pytest.raises(Refused) as caught:
            read(folder / name)
        assert caught.value.code == code


def test_the_counts_of_a_folder_add_up(folder: Path, tmp_path: Path) -> None:
    files = sum(isinstance(one, Found) for one in find([folder]))
    for _ in range(2):
        done = build([folder], tmp_path / "db", knowledge=knowledge(), extract=read_by_hand, in_process=True)
        assert done.read + sum(done.codes.values()) + done.others == files == 10
        assert (done.read, done.others) == (1, 2)


def test_words_that_only_look_like_data_are_read(tmp_path: Path) -> None:
    for words in ("{S//NF} FM POST\n", '["Quoted" he said]\n', "<!DOCTYPE is what the paper is about\n"):
        (tmp_path / "a.txt").write_text(words)
        assert read(tmp_path / "a.txt").text == words
