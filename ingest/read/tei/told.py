"""What the elements of a document tell of the words in them."""

from collections.abc import Mapping, Sequence
from typing import Final

from ingest.pattern import pattern
from ingest.read.tei.node import Element

_LISTS: Final[Mapping[str, str]] = {
    "subject": "subject",
    "subjects": "subject",
    "participants": "participants",
    "present": "participants",
    "references": "references",
    "reference": "references",
    "ref": "references",
    "refs": "references",
    "reftel": "references",
    "reftels": "references",
    "from": "from",
    "to": "to",
}
"""Roles of lists, by their type or, where they have none, by the words above them."""

_LETTERS: Final = pattern("tei-list-head", r"^[^A-Za-z]*(?P<word>[A-Za-z]+)[^A-Za-z]*$", example="SUBJECT:")
_SOURCE: Final = pattern("tei-source", r"^\s*\[?(?:Source|SOURCE)\s*:", example="Source: Central Files")
_DATES: Final = ("when", "from", "notBefore", "to", "notAfter")


def role(element: Element, within: Sequence[str]) -> str | None:
    """The role of an element's words; *within* are the elements around it, the outermost first.

    >>> [role(Element(name), ("div",)) for name in ("head", "dateline", "p")]
    ['head', 'dateline', None]
    >>> role(Element("list", {"type": "subject"}), ("div",)), role(Element("head"), ("div", "div"))
    ('subject', 'title')
    """
    inner = sum(name in ("div", "attachment") for name in within) > 1
    match element.name:
        case "head" if within[-1] in ("div", "attachment"):
            return "title" if inner else "head"
        case "dateline" | "closer" if not inner:
            return element.name
        case "date" if not inner and ("head" in within or "dateline" in within):
            return "date"
        case "placeName" if not inner and ("head" in within or "dateline" in within):
            return "origin"
        case "gloss" if element.get("type") in ("from", "to") and not inner and "head" in within:
            return element.get("type")
        case "list" if not inner:
            return _list(element)
    return None


def note_role(element: Element, *, of_head: bool) -> str:
    """The role of a note: the source of the document, the editors' summary, or any other.

    >>> [note_role(Element("note", {"type": kind}), of_head=True) for kind in ("source", "summary", "")]
    ['source-note', 'summary', 'note']
    """
    kind = element.get("type")
    if kind == "source" or (of_head and not kind and _SOURCE.search(element.words()[:40]) is not None):
        return "source-note"
    return "summary" if kind == "summary" else "note"


def value(element: Element) -> str | None:
    """The date that an element states for programs: its own, or that of the first date in it.

    >>> value(Element("dateline", {}, [Element("date", {"when": "1956-01-05"})]))
    '1956-01-05'
    """
    own = next((element.attributes[key] for key in _DATES if element.get(key)), None)
    if element.name == "date":
        return own
    if element.name != "dateline":
        return None
    return next(filter(None, (value(one) for one in _inside(element) if one.name == "date")), None)


def name(element: Element) -> str | None:
    """What the file calls an element: its type, or the words above a list.

    >>> name(Element("gloss", {"type": "from"}))
    'from'
    """
    if element.name == "list":
        above = next((one for one in element.elements() if one.name == "head"), None)
        return element.get("type") if above is None else above.words() or element.get("type")
    return element.get("type")


def _list(element: Element) -> str | None:
    kind = element.get("type")
    if kind is not None:
        return _LISTS.get(kind)
    found = _LETTERS.match(name(element) or "")
    return None if found is None else _LISTS.get(found.text("word").lower())


def _inside(element: Element) -> list[Element]:
    return [inner for one in element.elements() for inner in (one, *_inside(one))]
