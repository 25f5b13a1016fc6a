"""Editors' notes that only name the document which the words before them cite: "Document 365.", "Supra."."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.document import Document, Role, Span
from ingest.pattern import pattern

EDITOR_NOTE: Final = "editor-note"
EDITOR_LINK: Final = "editor-link"
BY_EDITORS: Final = (EDITOR_LINK, EDITOR_NOTE)
"""Rules whose targets are named by their place in a volume ("frus1955-57v15-d57")."""
_ONE: Final = r"(?:(?i:documents?\s+)?\d+|(?i:supra|infra))"
_ONLY: Final = pattern(
    "note-of-documents",
    rf"^\s*(?i:(?:printed\s+(?:as|in)|published\s+as|see)\s+)?{_ONE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_ONE})*(?i:,?\s+respectively)?\s*\.?\s*$",
    example="Documents 264 and supra.",
)
_ITEM: Final = pattern("note-document", rf"{_ONE}", example="Document 264")
_STOP: Final = pattern("note-clause-end", r"[.;:?!]\s", example="said. Then")
_REACH: Final = 45
"""Characters between a citation and the sign of its note: its date, to whom it went, a bracket."""
_NEXT: Final = 20
"""Characters between two citations that share a note."""


def noted(document: Document, cited: Iterable[Span]) -> dict[Span, str]:
    """The document that a note names for each citation to which it belongs, of those at some places.

    >>> from ingest.document import Anchor, Link
    >>> text = "In Embtel 900012 we said so.\\n\\n[n2] Document 3."
    >>> made = Document(
    ...     text,
    ...     "v.xml",
    ...     "",
    ...     roles=(Role("note", Span(35, 46), None, "n2"),),
    ...     links=(Link(Span(35, 45), "v-d3"),),
    ...     anchors=(Anchor(16, "n2"),),
    ... )
    >>> noted(made, [Span(3, 16)])
    {Span(start=3, end=16): 'v-d3'}
    """
    places = sorted(set(cited), key=lambda one: (one.start, -one.end))
    notes = {one.value: one for one in document.roles if one.role == "note"}
    links = sorted((one.span.start, one.target) for one in document.links)
    made: dict[Span, str] = {}
    last = 0
    for anchor in sorted(document.anchors, key=lambda one: one.at):
        targets = _targets(document, notes.get(anchor.note), links)
        near = _near(document.text, places, last, anchor.at, len(targets)) if targets else []
        if targets and len(near) == len(targets):
            made.update(zip(near, targets, strict=True))
        last = anchor.at
    return made


def _near(text: str, places: Sequence[Span], first: int, at: int, most: int) -> list[Span]:
    """The last citations before the sign of a note, none of them before that of another."""
    found: list[Span] = []
    edge, reach = at, _REACH
    for index in range(bisect_left(places, at, key=lambda one: one.start) - 1, -1, -1):
        one = places[index]
        # The sign may stand inside of a citation, before its date or a bracket.
        if found and one.end > edge:
            continue
        if one.end <= first < at or one.end < edge - reach or _STOP.search(text[one.end : edge]) is not None:
            break
        found.append(one)
        edge, reach = one.start, _NEXT
        if len(found) == most:
            break
    return found[::-1]


def _targets(document: Document, note: Role | None, links: Sequence[tuple[int, str]]) -> list[str]:
    """The documents that a note names, where that is all it says."""
    if note is None or _ONLY.match(note.span.of(document.text)) is None:
        return []
    found = list(_named(document, note, links))
    return [one for one in found if one is not None] if None not in found else []


def _named(document: Document, note: Role, links: Sequence[tuple[int, str]]) -> Iterator[str | None]:
    text, offset = note.span.of(document.text), note.span.start
    for item in _ITEM.finditer(text):
        word = item.text().lower()
        if word in ("supra", "infra"):
            yield _neighbour(document, -1 if word == "supra" else 1)
            continue
        # A link may cover the number alone or "Document" too.
        place = bisect_left(links, (offset + item.span.start, ""))
        inside = place < len(links) and links[place][0] < offset + item.span.end
        yield links[place][1] if inside else None


def _neighbour(document: Document, step: int) -> str | None:
    """The document printed before or behind this one."""
    own = document.role("identifier")
    volume, _, part = ("" if own is None or own.value is None else own.value).rpartition("-d")
    if not part.isdigit() or int(part) + step < 1:
        return None
    return f"{volume}-d{int(part) + step}"
