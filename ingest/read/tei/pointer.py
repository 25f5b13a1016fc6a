"""What an element of a volume points at: another document, or a note of one."""

from ingest.pattern import pattern
from ingest.read.tei.node import Element

_TARGET = pattern(
    "tei-pointer",
    r"^(?P<volume>[A-Za-z][\w.-]*)?#(?P<document>d\d+[a-z]?)(?:(?P<note>fn[\w.*-]+)|_(?P<part>[\w.-]+))?$",
    example="frus1969-76v30#d12fn4",
)


def pointer(element: Element, volume: str) -> tuple[str, str | None] | None:
    """The identifier of the document that a ``ref`` points at, and its note; ``None`` for all else.

    Persons, terms, pages and addresses of the web are no documents.

    >>> [pointer(Element("ref", {"target": to}), "frus1955-57v15") for to in ("#d219fn4", "#pg_12")]
    [('frus1955-57v15-d219', 'n4'), None]
    >>> pointer(Element("ref", {"target": "frus1969-76v30#d12"}), "frus1955-57v15")
    ('frus1969-76v30-d12', None)
    """
    target = element.get("target")
    found = None if element.name != "ref" or target is None else _TARGET.match(target)
    if found is None:
        return None
    place = found.text("note").replace("fn", "n", 1) or found.text("part") or None
    return f"{found.text('volume') or volume}-{found.text('document')}", place
