"""The head that editors give a document: "12. Telegram 90 From the Embassy in France to ..."."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest.document import Document, Span
from ingest.pattern import pattern

_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NUMBERED: Final = pattern("head-place", r"^\s*\[?\d+[a-z]?[.\]]*\s+", example="12. Telegram")
_TAIL: Final = pattern(
    "head-date",
    rf",\s+(?:(?:[A-Z][\w.’' -]{{2,30}},\s+){{0,3}}(?:\d{{1,2}}\s+)?{_MONTH}\s+\d|undated\b)",
    example=", Washington, July 20, 1973.",
)
_FROM: Final = pattern("head-from", r"\s[Ff]rom\s+", example="Telegram From the")
_TO: Final = pattern("head-to", r"\s+to\s+", example=" to the Department")
_GOVERNS: Final = pattern(
    "head-governs-to",
    r"(?i)\b(?:missions?|representatives?|ambassadors?|delegations?|delegates?|advis[eo]rs?|observers?|envoy"
    r"|emissary|minister|assistant|attach[eé]|liaison(?: officer)?|office)\s*(?:\([^)]*\))?$",
    example="the Mission",
)
_NUMBER: Final = pattern(
    "head-number",
    r"\s(?:(?:No|Number)\.?\s*)?(?:(?P<mark>A|CA|G)\s?[-–—]\s?)?(?P<number>\d{1,6})"
    r"(?:/(?P<series>[A-Z][A-Za-z]{2,7})\s+(?P<second>\d{1,6}))?$",
    example="Telegram 179177/Tosec 80150",
)
_OF_SERIES: Final = pattern(
    "head-series", r"\s(?P<series>[A-Z][A-Za-z]{2,7})\s+(?P<number>\d{1,6})$", example="Telegram Secto 4118"
)

_BETWEEN: Final = pattern("head-between", r",\s+and\s+|,\s+|\s+and\s+|[()]", example="Turkey, and Greece")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a head says: the words of its kind ("Circular Telegram"), its number, who writes to whom.

    ``mark`` is the letter before the number of an airgram; ``series`` that of a delegation, as in
    "Tosec 80150", with ``second`` for its number where the sender's own stands beside it.
    """

    span: Span
    kind: str
    number: Span | None = None
    mark: str | None = None
    series: str | None = None
    second: Span | None = None
    sender: Span | None = None
    to: Span | None = None


def heading(document: Document) -> Heading:
    """What the head of a document says.

    >>> from ingest.document import Role
    >>> text = "3. Airgram A-90 From the Mission to the United Nations to the Department of State, undated."
    >>> made = heading(Document(text, "v.xml", "", roles=(Role("head", Span(0, len(text))),)))
    >>> made.kind, made.number.of(text), made.sender.of(text), made.to.of(text)
    ('Airgram', '90', 'the Mission to the United Nations', 'the Department of State')
    """
    role = document.role("head")
    if role is None:
        return Heading(Span(0, 0), "")
    text, whole = document.text, role.span
    place = _NUMBERED.match(whole.of(text))
    start = whole.start + (0 if place is None else place.span.end)
    end = _without_date(document, Span(start, whole.end))
    sent = _FROM.search(text, Span(start, end))
    if sent is None:
        return _bare(text, whole, start, end)
    sender, to = _parties(text, Span(sent.span.end, end))
    return _named(text, whole, Span(start, sent.span.start), sender, to)


def _without_date(document: Document, span: Span) -> int:
    """Where the head ends before the place and the date that modern heads carry."""
    told = [
        one.span.start
        for one in document.roles
        if one.role in ("date", "origin")
        and span.start < one.span.start < span.end
        and document.text[span.start : one.span.start].rstrip()[-1:] == ","
    ]
    words = span.of(document.text)
    tail = _TAIL.search(words)
    cut = min((*told, *(() if tail is None else (span.start + tail.span.start,)), span.end))
    return span.start + len(document.text[span.start : cut].rstrip(" ,.;\n"))


def _bare(text: str, whole: Span, start: int, end: int) -> Heading:
    """A head without "From": "The Ambassador in France to the Secretary of State", or a kind alone."""
    words = text[start:end]
    if words.startswith("The ") and _TO.search(words) is not None:
        sender, to = _parties(text, Span(start, end))
        return Heading(whole, "", sender=sender, to=to)
    receiver = _TO.search(words)
    if receiver is None:
        return _named(text, whole, Span(start, end), None, None)
    kind = Span(start, start + receiver.span.start)
    return _named(text, whole, kind, None, Span(start + receiver.span.end, end))


def _parties(text: str, span: Span) -> tuple[Span, Span | None]:
    """Who writes and to whom: the first "to" that does not belong to an office, as in "Mission to"."""
    for found in _TO.finditer(text, span):
        if _GOVERNS.search(text[span.start : found.span.start]) is None:
            return Span(span.start, found.span.start), Span(found.span.end, span.end)
    return span, None


def _named(text: str, whole: Span, kind: Span, sender: Span | None, to: Span | None) -> Heading:
    words = kind.of(text)
    numbered, of_series = _NUMBER.search(words), _OF_SERIES.search(words)
    found = numbered or of_series
    if found is None:
        return Heading(whole, words, sender=sender, to=to)
    number = found.at("number")
    second = None if numbered is None else numbered.at("second")
    return Heading(
        whole,
        words[: found.span.start],
        None if number is None else number.moved(kind.start),
        None if numbered is None else numbered["mark"],
        found["series"],
        None if second is None else second.moved(kind.start),
        sender,
        to,
    )


def offices(text: str, span: Span) -> Iterator[Span]:
    """The offices and persons of a list of addressees, each with the words that are its own.

    >>> words = "the Embassies in Turkey and Greece and the Department of State"
    >>> [one.of(words) for one in offices(words, Span(0, len(words)))]
    ['the Embassies in Turkey', 'Greece', 'the Department of State']
    """
    start, depth = span.start, 0
    for found in _BETWEEN.finditer(text, span):
        if found.text() in "()":
            depth += 1 if found.text() == "(" else -1
        elif depth == 0:
            if start < found.span.start:
                yield Span(start, found.span.start)
            start = found.span.end
    if start < span.end:
        yield Span(start, span.end)
