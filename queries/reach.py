"""The queries behind pictures: what is tied to given things, and which words say so."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Final

from queries.store import Queryable
from queries.term import fill, iri, plain

MOST_ENDS: Final = 50
"""How many IRIs one VALUES block holds; each branch of a query repeats them, and a query has a limit."""


@cache
def text(name: str) -> str:
    """The text of the view query of that name.

    >>> "SELECT DISTINCT ?source ?relation ?target ?evidence" in text("edges")
    True
    """
    return (resources.files("queries") / "views" / f"{name}.rq").read_text(encoding="utf-8")


def reach(source: Queryable, name: str, variable: str, ends: Sequence[str]) -> Iterator[dict[str, str]]:
    """The rows of the view query *name* in which *variable* is one of *ends*, unbound columns left out.

    Terms come as strings, IRIs without brackets.

    >>> from queries import open_reader
    >>> shape = open_reader("tests/data/shape.trig")
    >>> list(reach(shape, "edges", "source", ["https://example.org/a"]))
    []
    """
    for start in range(0, len(ends), MOST_ENDS):
        terms = [iri(end) for end in ends[start : start + MOST_ENDS]]
        result = source.query(fill(text(name), {variable: terms}), file=f"{name}.rq")
        for row in result.rows:
            cells = zip(result.columns, map(plain, row), strict=True)
            yield {key: str(value) for key, value in cells if value is not None}
