"""The links that a store states, written for others: SSSOM, Turtle, N-Quads."""

from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from typing import Final, Literal, TypeAlias

import pyoxigraph as ox

from ingest.links import known
from ingest.links.sssom import Row, sssom
from ingest.load.export import write
from ontology import names
from queries import Queryable, Reader
from queries.reach import text

Form: TypeAlias = Literal["sssom", "ttl", "nq"]
IDENTIFIED: Final = names.SEMAPV + "LexicalMatching"
PRINTED: Final = "the volume that prints it has it under this identifier"


def rows(source: Queryable) -> Iterator[Row]:
    """Each judged link, and each page of a published volume that prints a document.

    >>> from queries import open_reader
    >>> [(one.subject_label, one.object) for one in rows(open_reader("tests/data/shape.trig"))]
    [('Argentina', 'http://www.wikidata.org/entity/Q414')]
    """
    for one in source.query(text("links"), file="links").dicts():
        yield Row(
            str(one["subject"]),
            str(one["subjectLabel"]),
            str(one["predicate"]),
            str(one["object"]),
            justification=str(one["justification"]),
            author=_said(one["author"]),
            source=_said(one["source"]),
            tool=_said(one["tool"]),
            date=_said(one["date"]),
            confidence=float(str(one["confidence"])),
            comment=_said(one["comment"]),
        )
    for one in source.query(text("public-copies"), file="public-copies").dicts():
        subject, label, page = (str(one[name]) for name in ("subject", "subjectLabel", "object"))
        yield Row(
            subject,
            label,
            names.RDFS + "seeAlso",
            page,
            justification=IDENTIFIED,
            tool="compendium",
            confidence=0.99,
            comment=PRINTED,
        )


def written(reader: Reader, *, form: Form) -> str:
    """The links in one of the forms; ``ttl`` and ``nq`` have the whole graph of links, its linksets too.

    >>> from queries import open_reader
    >>> reader = open_reader("tests/data/shape.trig")
    >>> "wikidata:Q414" in written(reader, form="sssom"), "id:country/ARG" in written(reader, form="sssom")
    (True, True)
    >>> written(reader, form="nq").count("graph/links")
    26
    """
    if form == "sssom":
        return sssom(tuple(rows(reader)), known().datasets, version=version("compendium-kg"))
    output, graph = BytesIO(), ox.NamedNode(names.LINKS_GRAPH)
    write(reader.store.quads_for_pattern(None, None, None, graph), output, format=form)
    return output.getvalue().decode("utf-8")


def _said(value: object) -> str | None:
    return None if value is None else str(value)
