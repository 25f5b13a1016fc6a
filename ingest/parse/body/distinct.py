"""Numbers that no two passages share: the second "5-6" of a document is "5-6~2"."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.cable import Passage


def distinct(made: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages, each with a number of its own; what stands inside a renamed one is renamed with it.

    >>> from ingest.document import Span
    >>> one = Passage("1", "stated", "C", "stated", None, Span(0, 9), Span(3, 9), "number")
    >>> two = replace(one, number="1.A", parent="1")
    >>> [(passage.number, passage.parent) for passage in distinct([one, two, one, two])]
    [('1', None), ('1.A', '1'), ('1~2', None), ('1~2.A', '1~2')]
    """
    seen: dict[str, int] = {}
    called: dict[str, str] = {}
    kept = []
    for passage in made:
        parent = None if passage.parent is None else called.get(passage.parent, passage.parent)
        wanted = passage.number
        if parent is not None and passage.parent is not None:
            wanted = parent + passage.number.removeprefix(passage.parent)
        number = _free(wanted, seen)
        called[passage.number] = number
        same = (number, parent) == (passage.number, passage.parent)
        kept.append(passage if same else replace(passage, number=number, parent=parent))
    return tuple(kept)


def _free(wanted: str, seen: dict[str, int]) -> str:
    number = wanted
    while number in seen:
        seen[wanted] += 1
        number = f"{wanted}~{seen[wanted]}"
    seen[number] = 1
    return number
