"""Quads as sorted lines of N-Quads: the form that is counted, hashed and exported."""

import hashlib
from collections.abc import Iterable

import pyoxigraph as ox


def lines(quads: Iterable[ox.Quad]) -> list[bytes]:
    """The quads as lines without their ends, sorted, each once.

    >>> s, p, g = (ox.NamedNode(f"urn:{one}") for one in "spg")
    >>> lines([ox.Quad(s, p, ox.Literal("b"), g), ox.Quad(s, p, ox.Literal("a"), g)])
    [b'<urn:s> <urn:p> "a" <urn:g> .', b'<urn:s> <urn:p> "b" <urn:g> .']
    """
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    return sorted({line for line in written.split(b"\n") if line})


def joined(sorted_lines: Iterable[bytes]) -> bytes:
    r"""The lines as the content of a file.

    >>> joined([b"a", b"b"])
    b'a\nb\n'
    """
    return b"".join(line + b"\n" for line in sorted_lines)


def canonical(sorted_lines: Iterable[bytes]) -> str:
    """The hash of sorted lines, in hexadecimal: equal for equal content, whatever its history.

    >>> canonical([])[:8]
    'e3b0c442'
    """
    total = hashlib.sha256()
    for line in sorted_lines:
        total.update(line + b"\n")
    return total.hexdigest()


def quads_of(data: bytes) -> list[ox.Quad]:
    """The quads of N-Quads lines.

    >>> print(quads_of(b'<urn:cable> <urn:number> "7.C" <urn:graph> .')[0].object)
    "7.C"
    """
    return list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
