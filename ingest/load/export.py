"""The whole graph as a file: sorted, the same bytes for the same content."""

from collections.abc import Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final

import pyoxigraph as ox

from ingest.load.layout import existing
from ingest.load.lines import lines
from ontology.names import PREFIXES

AT_ONCE: Final = 200_000
"""So many statements are sorted in memory at a time."""

FORMATS: Final = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def export(store: Path, output: IO[bytes], *, format: str = "nq") -> None:
    r"""Write the whole graph: ``nq`` is the reference form, ``ttl`` leaves out the graphs.

    >>> from io import BytesIO
    >>> from tempfile import TemporaryDirectory
    >>> output, quad = BytesIO(), ox.Quad(*map(ox.NamedNode, ("urn:s", "urn:p", "urn:o", "urn:g")))
    >>> with TemporaryDirectory() as folder:
    ...     (Path(folder) / "journal").touch()
    ...     ox.Store(f"{folder}/graph").add(quad)
    ...     export(Path(folder), output)
    >>> output.getvalue()
    b'<urn:s> <urn:p> <urn:o> <urn:g> .\n'
    """
    layout = existing(store)
    write(iter(ox.Store.read_only(str(layout.graph))), output, format=format)


def write(quads: Iterator[ox.Quad], output: IO[bytes], *, format: str) -> None:
    """Write quads, sorted, in one of the formats "nq", "trig", "ttl", "jsonld".

    >>> from io import BytesIO
    >>> nodes, output = [ox.NamedNode(PREFIXES["id"] + one) for one in ("a", "p", "b")], BytesIO()
    >>> write(iter([ox.Quad(*nodes)]), output, format="ttl")
    >>> output.getvalue().splitlines()[-1]
    b'id:a id:p id:b .'
    """
    if format == "nq":
        _write_lines(quads, output)
        return
    ordered = sorted(set(quads), key=_place)
    if format == "ttl":
        triples = dict.fromkeys(quad.triple for quad in sorted(ordered, key=lambda one: _place(one)[1:]))
        ox.serialize(triples, output, FORMATS[format], prefixes=PREFIXES)
    else:
        ox.serialize(ordered, output, FORMATS[format], prefixes=PREFIXES)


def _write_lines(quads: Iterator[ox.Quad], output: IO[bytes]) -> None:
    """Write sorted lines, each once; sorted part by part on the disk, since a store may exceed the memory."""
    with ExitStack() as parts:
        runs = []
        while part := lines(islice(quads, AT_ONCE)):
            run = parts.enter_context(TemporaryFile())
            run.writelines(line + b"\n" for line in part)
            run.seek(0)
            # without the line's end, which would sort before nothing
            runs.append(line.rstrip(b"\n") for line in run)
        for line, _ in groupby(merge(*runs)):
            output.write(line + b"\n")


def _place(quad: ox.Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)
