"""Pages of very many tags are read in time that grows with their bytes."""

import time

import pytest

from ingest.read import documents_of
from ingest.read.given import Given

ROW = "<tr><td><b>{0}</b></td><td><a href='/x'>cell</a> <i>a</i><br></td></tr>"
MANY = {
    "a table": ("<table>", ROW, "</table>"),
    "paragraphs": ("", "<p class='a'>one <b>two</b> {0}</p>", ""),
    "a definition list": ("<dl>", "<dt>Sort {0}<dd>none", "</dl>"),
}


def page(kind: str, count: int) -> str:
    first, each, last = MANY[kind]
    return first + "".join(each.format(i) for i in range(count)) + last


def seconds(words: str) -> float:
    data = f"<html><body>{words}</body></html>".encode()
    taken = []
    for _ in range(2):
        start = time.process_time()
        list(documents_of(Given("a.html", data=data)))
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("kind", MANY)
def test_eight_times_the_tags_take_nowhere_near_the_square_of_the_time(kind: str) -> None:
    # in time that grows with the square it would be 64 times
    assert seconds(page(kind, 4000)) <= 32 * max(seconds(page(kind, 500)), 0.005)
