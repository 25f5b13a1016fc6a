"""One document of a volume as text: its paragraphs, then its notes, with roles, links and anchors."""

from dataclasses import dataclass, field
from typing import Final

from ingest.document import Anchor, Link, Role, Span
from ingest.read.tei.node import Element, Words
from ingest.read.tei.pointer import pointer
from ingest.read.tei.told import name, note_role, role, value
from ingest.read.tei.writer import Writer

_BLOCKS: Final = frozenset(
    (
        *("p", "head", "dateline", "opener", "closer", "list", "table", "div", "attachment", "quote"),
        *("postscript", "figure", "lg", "ab", "argument", "epigraph", "trailer", "floatingText"),
    )
)
_LINES: Final = frozenset(("item", "row", "signed", "salute", "byline", "l", "figDesc", "docDate"))
_ROOTS: Final = frozenset(("div", "attachment", "body", "floatingText", "quote", "postscript"))


@dataclass(slots=True)
class _Note:
    element: Element
    label: str
    of_head: bool


@dataclass(slots=True)
class Rendered:
    """The text of a document and what its elements tell of it.

    >>> act = Element("p", {}, [Words("Act.", 5, 9), Element("note", {"n": "1"}, [Words("Now.", 20, 24)])])
    >>> made = rendered(Element("div", {"type": "document"}, [act]), "v")
    >>> made.writer.text, made.anchors
    ('Act.\\n\\n[n1] Now.', [Anchor(at=4, note='n1')])
    """

    volume: str
    writer: Writer = field(default_factory=Writer)
    roles: list[Role] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    notes: list[_Note] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)

    def _children(self, element: Element, within: tuple[str, ...]) -> int:
        """Writes what is in an element, and gives back where it begins: of a list, behind its head."""
        start = self.writer.next
        inside = (*within, element.name)
        for child in element.children:
            if isinstance(child, Words):
                self.writer.write(child)
                continue
            self._element(child, inside)
            if child.name == "head" and element.name == "list":
                start = self.writer.next
        return start

    def _element(self, element: Element, within: tuple[str, ...]) -> None:
        match element.name:
            case "note":
                self._called(element, within)
            case "pb":
                at = self.writer.next
                self.roles.append(Role("page", Span(at, at), element.get("n"), element.get("id")))
            case "lb" if "head" in within:
                self.writer.space()
            case "lb":
                self.writer.line()
            case "cell":
                self.writer.cell()
                self._told(element, within)
            case block if block in _BLOCKS or block in _LINES:
                breaks = 2 if block in _BLOCKS and within[-1] in _ROOTS else 1
                self.writer.line(breaks)
                self._told(element, within)
                self.writer.line(breaks)
            case _:
                self._told(element, within)

    def _told(self, element: Element, within: tuple[str, ...]) -> None:
        """The words of an element, and what it tells of them."""
        place = len(self.roles)
        start = self._children(element, within)
        span = Span(start, max(start, self.writer.length))
        aim = pointer(element, self.volume)
        if aim is not None:
            self.links.append(Link(span, *aim))
        kind = role(element, within)
        if kind is not None:
            self.roles.insert(place, Role(kind, span, name(element), value(element)))

    def _called(self, element: Element, within: tuple[str, ...]) -> None:
        """A note, at the place where it is called; its words come at the end."""
        label = self._label(element)
        self.anchors.append(Anchor(self.writer.length, label))
        of_head = "head" in within and sum(one in ("div", "attachment") for one in within) == 1
        self.notes.append(_Note(element, label, of_head))

    def _label(self, element: Element) -> str:
        given = element.get("id") or element.get("target") or ""
        words = given.rpartition("fn")[2] if "fn" in given else element.get("n")
        label = f"n{words or len(self.labels) + 1}"
        if label in self.labels:
            label = f"{label}-{len(self.labels) + 1}"
        self.labels.add(label)
        return label

    def _below(self) -> None:
        """The notes, each on a line; one that is called in a note comes behind all others."""
        first = self.writer.length
        for note in self.notes:
            self.writer.flat = False
            self.writer.line(2 if self.writer.length == first else 1)
            self.writer.insert(f"[{note.label}]")
            self.writer.space()
            self.writer.flat = True
            start = self._children(note.element, ())
            self.writer.close()
            span = Span(min(start, self.writer.length), self.writer.length)
            kind = note_role(note.element, of_head=note.of_head)
            self.roles.append(Role(kind, span, note.element.get("id"), note.label))


def rendered(root: Element, volume: str) -> Rendered:
    """The text of a document whose elements are given, its notes behind it.

    >>> rendered(Element("div", {}, [Element("p", {}, [Words("Act.", 5, 9)])]), "v").writer.text
    'Act.'
    """
    made = Rendered(volume)
    made._children(root, ())
    made.writer.close()
    made.roles.append(Role("body", Span(0, made.writer.length), root.get("subtype")))
    made._below()
    return made
