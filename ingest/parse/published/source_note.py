"""What the editors' note on the source of a document says of its marks and of where it was sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.cable import Read
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.parse.published.head import offices
from ingest.parse.published.offices import office, place
from ingest.pattern import pattern

_LEVEL: Final = (
    r"(?i:Top Secret|Secret|Confidential|Restricted|Limited Official Use|Official Use Only|Unclassified)"
)
_MARKS: Final = pattern(
    "source-marks",
    rf"(?:^|[.\]]\s+)(?P<level>{_LEVEL})(?P<rest>(?:[;,]\s*[^.,;:]{{2,60}}){{0,8}})\s*\.",
    example="Central Files, 784A.56/1–556. Secret; Priority; Limit Distribution.",
)
_UNMARKED: Final = pattern(
    "source-unmarked",
    r"\.\s+(?P<mark>No (?:drafting information or )?classification marking)\b",
    example=". No classification marking.",
)
_PART: Final = pattern("source-mark", r"[;,]\s*(?P<one>[^;,]+)", example="; Priority")
_PRECEDENCE: Final = {
    "FLASH": "FLASH",
    "EMERGENCY": "FLASH",
    "IMMEDIATE": "IMMEDIATE",
    "OPERATIONAL IMMEDIATE": "IMMEDIATE",
    "NIACT": "NIACT",
    "NIACT IMMEDIATE": "NIACT IMMEDIATE",
    "PRIORITY": "PRIORITY",
    "ROUTINE": "ROUTINE",
}
_MODE: Final = (
    r"(?:(?:niact|immediate|priority|flash|routine|by pouch|for information|for action|info(?:rmation)?)\s+)*"
)
_REPEATED: Final = pattern(
    "source-repeated",
    rf"(?i:\b(?P<how>also (?:sent|addressed)|sent|repeated|pouched|passed))\s+(?i:{_MODE})(?i:to)"
    r"\s+(?P<to>[^.;()]+(?:U\.[NS]\.[^.;()]*)*)",
    example="Repeated priority to Cairo and London.",
)
_AFTER: Final = pattern(
    "source-by", r"\s+(?:(?i:by|for|via|in|on|as|with|at)\b|eyes only).*$", example=" by pouch"
)
_LINK: Final = pattern(
    "source-link", r"^(?i:and|to|also|priority|immediate|niact|for information)\s+", example="to Paris"
)
_NAME: Final = pattern(
    "source-post",
    r"^(?:[A-Z][\w.’'-]*|of|the|de|del|al)(?:\s(?:[A-Z][\w.’'-]*|of|the|de|del|al)){0,4}$",
    example="USNMR SHAPE",
)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Classification, precedence, captions, and who else received a telegram."""

    classification: Read[str] | None = None
    precedence: Read[str] | None = None
    captions: tuple[Read[str], ...] = ()
    to: tuple[Read[str], ...] = ()
    info: tuple[Read[str], ...] = ()


def source_note(text: str, span: Span, knowledge: Knowledge, year: int | None) -> SourceNote:
    """What the note at some place of a text says.

    >>> from ingest.tables import knowledge
    >>> note = "Source: Files. Secret; Priority; Noforn. Repeated to Rome, London, and USUN."
    >>> made = source_note(note, Span(0, len(note)), knowledge(), 1978)
    >>> made.classification.value, made.precedence.value, [one.value for one in made.captions]
    ('SECRET', 'PRIORITY', ['NOFORN'])
    >>> [one.value for one in made.info]
    ['ROME', 'LONDON', 'USUN NEW YORK']
    """
    marks = _MARKS.search(text, span)
    to: list[Read[str]] = []
    info: list[Read[str]] = []
    for found in _REPEATED.finditer(text, span):
        at = found.at("to")
        how = found.text("how").lower()
        if at is not None:
            (to if how.startswith("also") else info).extend(_posts(text, at, knowledge, year))
    if marks is None:
        return SourceNote(to=tuple(to), info=tuple(info))
    level, rest = marks.at("level"), marks.at("rest")
    parts = [] if rest is None else list(_parts(text, rest))
    return SourceNote(
        None if level is None else Read(level.of(text).upper(), level, "source-note"),
        next((one for one in parts if one.value in _PRECEDENCE), None),
        tuple(one for one in parts if one.value not in _PRECEDENCE),
        tuple(to),
        tuple(info),
    )


def _parts(text: str, span: Span) -> Iterator[Read[str]]:
    for found in _PART.finditer(text, span):
        at = found.at("one")
        if at is not None:
            words = " ".join(at.of(text).split())
            yield Read(words.upper(), Span(at.start, at.start + len(at.of(text).rstrip())), "source-note")


def _posts(text: str, span: Span, knowledge: Knowledge, year: int | None) -> Iterator[Read[str]]:
    """The posts of a list that ends where something else is said."""
    for part in offices(text, span):
        words = part.of(text)
        link = _LINK.match(words)
        start = part.start + (0 if link is None else link.span.end)
        tail = _AFTER.search(text[start : part.end])
        end = part.end if tail is None else start + tail.span.start
        bare = text[start:end].strip()
        found = place(bare, knowledge, year)
        made = office(bare, Span(start, end), knowledge, year)
        name = made.name if made.glued is not None else bare.upper() if found is None else found[0]
        if found is None and made.glued is None and _NAME.match(bare) is None:
            return
        yield Read(name, Span(start, start + len(text[start:end].rstrip())), "source-note")
