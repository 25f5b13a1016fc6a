"""The graphs of a store as lines of N-Triples, in batches of a certain size."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from queries.error import BadParameter
from queries.store import Reader


@dataclass(frozen=True, slots=True)
class Graph:
    """One named graph: its lines in order, those with blank nodes first, which one batch must hold."""

    name: str
    lines: tuple[bytes, ...]
    blank: int = 0

    @property
    def digest(self) -> str:
        """What the graph says, as one short name.

        >>> Graph("urn:g", (b"<urn:s> <urn:p> 1 .",)).digest[:8]
        '4ee9a476'
        """
        told = hashlib.sha256()
        for line in self.lines:
            told.update(line + b"\n")
        return told.hexdigest()

    def batches(self, most: int) -> Iterator[bytes]:
        """The lines in pieces of at most *most* bytes; at least one, which may be empty.

        >>> [len(one) for one in Graph("urn:g", (b"12345", b"12345", b"12345")).batches(12)]
        [12, 6]
        >>> list(Graph("urn:g", (b"12345", b"12345"), blank=2).batches(8))
        Traceback (most recent call last):
        queries.error.BadParameter: <urn:g> has 12 bytes that one batch must hold: allow more with --batch
        """
        held = list(self.lines[: self.blank])
        size = sum(len(line) + 1 for line in held)
        if size > most:
            raise _too_long(self.name, size)
        for line in self.lines[self.blank :]:
            if len(line) + 1 > most:
                raise _too_long(self.name, len(line) + 1)
            if size + len(line) + 1 > most:
                yield b"\n".join((*held, b""))
                held, size = [], 0
            held.append(line)
            size += len(line) + 1
        yield b"\n".join((*held, b"")) if held else b""


def _too_long(name: str, size: int) -> BadParameter:
    return BadParameter(f"<{name}> has {size} bytes that one batch must hold: allow more with --batch")


def names(reader: Reader) -> tuple[str, ...]:
    """The names of all graphs that a reader sees, in order; BadParameter where triples are in none.

    >>> from queries import open_reader
    >>> names(open_reader("tests/data/shape.trig"))[0].endswith("/graph/authority")
    True
    """
    if any(True for _ in reader.store.quads_for_pattern(None, None, None, ox.DefaultGraph())):
        raise BadParameter("the store has triples outside of all graphs, which are not sent")
    return tuple(sorted(one.value for one in reader.store.named_graphs() if isinstance(one, ox.NamedNode)))


def graph(reader: Reader, name: str) -> Graph:
    """One graph of a reader, the same bytes each time as long as nothing in it is blank.

    >>> from queries import open_reader
    >>> reader = open_reader("tests/data/shape.trig")
    >>> len(graph(reader, names(reader)[0]).lines) > 10
    True
    """
    quads = reader.store.quads_for_pattern(None, None, None, ox.NamedNode(name))
    blank: list[bytes] = []
    rest: list[bytes] = []
    for quad in quads:
        named = isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal)
        (rest if named else blank).append(f"{quad.subject} {quad.predicate} {quad.object} .".encode())
    return Graph(name, (*sorted(blank), *sorted(rest)), len(blank))
