"""The queries behind pictures: what is tied to given things, and which words say so."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Final

import pyoxigraph as ox

MOST_ENDS: Final = 200
"""How many IRIs one VALUES block holds: the cost grows faster than their number above a few hundred."""


@cache
def text(name: str) -> str:
    """The text of the view query of that name.

    >>> "SELECT DISTINCT ?source ?relation ?target ?evidence" in text("edges")
    True
    """
    return (resources.files("queries") / "views" / f"{name}.rq").read_text(encoding="utf-8")


def reach(store: ox.Store, name: str, variable: str, ends: Sequence[str]) -> Iterator[dict[str, str]]:
    """The rows of the view query *name* in which *variable* is one of *ends*, unbound columns left out.

    Terms come as strings, IRIs without brackets.

    >>> list(reach(ox.Store(), "edges", "source", ["https://example.org/a"]))
    []
    """
    for start in range(0, len(ends), MOST_ENDS):
        values = " ".join(str(ox.NamedNode(end)) for end in ends[start : start + MOST_ENDS])
        bound = text(name).replace("# ends", f"VALUES ?{variable} {{ {values} }}")
        answer = store.query(bound, use_default_graph_as_union=True)
        if not isinstance(answer, ox.QuerySolutions):
            raise TypeError(f"the view query {name} is not a SELECT")
        names = [v.value for v in answer.variables]
        for row in answer:
            yield {
                key: value.value
                for key in names
                if (value := row[key]) is not None and hasattr(value, "value")
            }
