"""What the rest of a corpus shows of documents that a text names in part only."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, TypeAlias, TypeVar

from ingest.cable import Cable, Reference
from ingest.mention import CitationMention, Mention

Settled: TypeAlias = Mapping[str, str]
"""From the identifier that one text alone gives ("1956CAIRO1450" in a telegram of February 1956, or
"frus1955-57v15-d57") to that of the document which is meant ("1955CAIRO1450")."""

NOTHING: Final[Settled] = MappingProxyType({})

P = TypeVar("P", Reference, CitationMention)


def settled_cable(cable: Cable, settled: Settled) -> Cable:
    """The document with the references that are meant.

    >>> from tests.make import cable
    >>> settled_cable(cable("1. (C) Text."), {}).references
    ()
    """
    if not settled:
        return cable
    return replace(cable, references=tuple(settle(one, settled) for one in cable.references))


def settled_mentions(mentions: Iterable[Mention], settled: Settled) -> tuple[Mention, ...]:
    """The mentions with the citations that are meant.

    >>> settled_mentions((), {"1956CAIRO1450": "1955CAIRO1450"})
    ()
    """
    return tuple(settle(one, settled) if isinstance(one, CitationMention) else one for one in mentions)


def settle(pointer: P, settled: Settled) -> P:
    """The pointer with the document that is meant; one whose words give the year is left as it is.

    >>> from ingest.document import Span
    >>> one = CitationMention(Span(0, 11), "relative", target="1956CAIRO1450", year_status="assumed")
    >>> settle(one, {"1956CAIRO1450": "1955CAIRO1450"}).target
    '1955CAIRO1450'
    """
    meant = None if pointer.target is None else settled.get(pointer.target)
    if meant is None or pointer.year_status == "stated":
        return pointer
    return replace(pointer, target=meant, year_status="settled")
