"""Files for the tests of the store, and stand-ins for extraction that other processes can import."""

import hashlib
import io
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.claim import Extraction
from ingest.document import Document
from ingest.load import export
from ingest.read import Refused
from ingest.read.forms import Reader
from ingest.read.given import Given
from ingest.settle import NOTHING, Settled
from tests.ingest.guidance import read_by_hand, telegram

LINE = "=====\n"


def exported(store: Path) -> bytes:
    """The whole graph of a store, sorted."""
    output = io.BytesIO()
    export(store, output)
    return output.getvalue()


def binder(path: Path, numbers: Iterable[int]) -> Path:
    """A file of several telegrams, each citing the next; a number below 0 is a leaf that nobody can read."""
    leaves = (telegram(900100 + n, cites=900101 + n) if n >= 0 else "TORN\n" for n in numbers)
    path.write_text("".join(LINE + leaf for leaf in leaves))
    return path


def leaves(given: Given) -> Iterator[Document | Refused]:
    """The telegrams of a binder; a leaf "STUCK" breaks its reader."""
    for number, text in enumerate(given.all().decode().split(LINE)[1:]):
        if text.startswith("STUCK"):
            raise ValueError("the leaves stick together")
        if text.startswith("TORN"):
            yield Refused(f"{given.name} leaf {number}", "malformed", "the leaf is torn")
        else:
            hashed = hashlib.sha256(text.encode()).hexdigest()
            part = f"leaf {number}"
            yield Document(text, given.name, hashed, form="csv", container=given.sha256, part=part)


BINDER = Reader("csv", lambda head: head.startswith(LINE.encode()), leaves, several=True)


def hostile(found: Document, *, settled: Settled = NOTHING) -> Extraction:
    """Reads a telegram of the tests, unless one of its words does harm."""
    if "SLOW" in found.text:
        time.sleep(600)
    if "LARGE" in found.text:
        bytearray(64 * 1024**3)
    if "CRASH" in found.text:
        os.abort()
    if "LEAVE" in found.text:
        os._exit(7)
    if "ODD" in found.text:
        raise ValueError("an odd word")
    return read_by_hand(found)
