"""Headings: a line of their own above a paragraph, or the words after its number."""

from dataclasses import dataclass
from typing import Final

from ingest.document import Span
from ingest.parse.lines import REMNANT, Line, is_page_line, is_rule
from ingest.parse.vocabulary import vocabulary
from ingest.pattern import pattern

LONGEST: Final = 100
_MOST_WORDS: Final = 14

_MARKUP: Final = pattern("heading-markup", r"^[\s#>*_]*", example="#### ")
_TAIL: Final = pattern(
    "heading-tail", r"(?:[\s*_#/\\=~|]|--+|</?[a-zA-Z]{1,5}>)*$", example="Membership /////////"
)
_LABEL: Final = pattern(
    "inline-heading",
    r"^[*_]*(?P<words>[A-Z][A-Za-z0-9'’/&,() -]{1,58}?)[*_]*\s?(?P<mark>:|\.\s?-{1,2}|\s--?\s|\.)(?:[*_]*\s|$)",
    example="SUMMARY: THE MEETING",
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The words of a heading, without markup and underlining."""

    words: str
    span: Span


def alone(line: Line, *, after: Line | None, before_blank: bool) -> Heading | None:
    """The heading that a line of its own is; *after* is the next line that is not blank.

    >>> alone(Line(0, "Small Group Meeting "), after=None, before_blank=True)
    Heading(words='Small Group Meeting', span=Span(start=0, end=19))
    >>> alone(Line(0, "The delegation should note this."), after=None, before_blank=True)
    """
    if line.blank or len(line.text) > LONGEST + 20 or is_rule(line.text) or is_page_line(line.text):
        return None
    if REMNANT.match(line.text) is not None:
        return None
    span = title_words(line)
    words = line.text[span.start - line.start : span.end - line.start]
    underlined = after is not None and is_rule(after.text)
    marked_up = line.text.lstrip()[:1] == "#" or line.text.lstrip()[:2] == "**"
    if not words or not (before_blank or underlined or marked_up):
        return None
    return Heading(words, span) if _titled(words, sure=underlined or marked_up) else None


def title_words(line: Line) -> Span:
    """The words of a line without the markup and underlining around them."""
    text = line.text
    found = _MARKUP.match(text)
    start = 0 if found is None else found.span.end
    tail = _TAIL.search(text[start:])
    end = len(text) if tail is None else start + tail.span.start
    return Span(line.start + start, line.start + max(start, end))


def _titled(words: str, *, sure: bool) -> bool:
    parts = words.split()
    if len(words) > LONGEST or len(parts) > _MOST_WORDS or not words[0].isalnum() or words[-1] in ",;":
        return False
    if not any(c.isalpha() for c in words):
        return False
    if sure:
        return True
    if words[-1] in '.!?"”' or words[0].islower() or words[0].isdigit():
        return False
    small = vocabulary().small_words
    return all(not part[0].islower() or part.lower() in small for part in parts)


def after_number(text: str, start: int, line: Line, following: Line | None, *, gap: bool) -> Heading | None:
    """The heading that stands behind a paragraph's number.

    *following* is the next line, *gap* whether it is blank: the rest of the line is a heading where it stands
    alone; else only a label that ends in a colon or that cables use so ("SUMMARY.").
    """
    rest = Line(start, text[start : line.end])
    if rest.blank:
        return None
    alone_here = gap or following is None or is_rule(following.text)
    if alone_here and following is not None:
        span = title_words(rest)
        words = text[span.start : span.end]
        if (
            words
            and words[-1] not in '.!?,;"”'
            and _titled(words, sure=is_rule(following.text) or len(words) < 80)
        ):
            return Heading(words.rstrip(":"), Span(span.start, span.start + len(words.rstrip(":"))))
    return _label(text, rest)


def _label(text: str, rest: Line) -> Heading | None:
    found = _LABEL.match(rest.text[:90])
    at = None if found is None else found.at("words")
    if found is None or at is None:
        return None
    words = found.text("words").strip()
    known = " ".join(words.lower().split()) in vocabulary().headings
    labelled = found.text("mark") == ":" and len(words.split()) <= 5 and _is_label(words)
    if not known and not labelled:
        return None
    span = Span(rest.start + at.start, rest.start + at.start + len(words))
    return Heading(text[span.start : span.end], span)


def _is_label(words: str) -> bool:
    parts = words.lower().split()
    names = vocabulary()
    capitals = all(part[0].isupper() or part.lower() in names.small_words for part in words.split())
    return capitals and not any(part in names.not_in_headings for part in parts)
