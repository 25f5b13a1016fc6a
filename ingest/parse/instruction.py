"""The short lines between the identity of a telegram and its fields: captions, and for whom it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from ingest.cable import Problem, Read
from ingest.document import Span
from ingest.knowledge import Marking
from ingest.parse.field import begins_field
from ingest.parse.lines import Line, is_page_line, is_rule
from ingest.pattern import pattern

_FOR: Final = pattern(
    "attention-line",
    r"^\s*(?:(?:PLEASE\s+)?PASS(?:\s+TO)?\s+\S|(?:[A-Z][A-Z0-9/&.,' -]*\s)?FOR\s+[A-Z0-9])"
    r"[A-Za-z0-9/&.,:;'()\s-]*$",
    example="PARIS FOR EST:H.SMITH",
)
_CAPTION_LIKE: Final = pattern("caption-like", r"^[A-Z0]{5,10}$", example="STPDTS")
_CLOSE: Final = 75.0


@dataclass(frozen=True, slots=True)
class Instructions:
    """Captions, attention and what was not understood."""

    captions: tuple[Read[str], ...] = ()
    attention: Read[str] | None = None
    problems: tuple[Problem, ...] = ()
    end: int = 0


def instructions(
    head: Sequence[Line], first: int, stop: int, taken: Sequence[Span], markings: Sequence[Marking]
) -> Instructions:
    r"""What the lines of a header after line *first* say but for what is *taken*; captions end before *stop*.

    >>> from ingest.parse.lines import lines
    >>> sipdis = Marking("SIPDIS", "caption", None, None, None, None)
    >>> made = instructions(lines("SECRET STATE 1\nSIPDIS\n\nPARIS FOR EST:H.SMITH"), 0, 4, (), (sipdis,))
    >>> [c.value for c in made.captions], made.attention and made.attention.value
    (['SIPDIS'], 'PARIS FOR EST:H.SMITH')
    """
    names = tuple(marking.name for marking in markings if marking.kind == "caption")
    made = Instructions()
    for index, line in enumerate(head):
        if line.blank or is_page_line(line.text) or is_rule(line.text) or begins_field(line):
            continue
        if index == first or any(one.start < line.end and line.start < one.end for one in taken):
            continue
        if index > first:
            made = _told(made, line, names, captions=first >= 0 and index < stop)
    return made


def _told(made: Instructions, line: Line, names: Sequence[str], *, captions: bool) -> Instructions:
    found = tuple(_captions(line, names)) if captions else ()
    if found:
        return replace(made, captions=(*made.captions, *found), end=line.end)
    if made.attention is None and len(line.text) < 160 and _FOR.match(line.text) is not None:
        attention = Read(" ".join(line.text.split()), line.trimmed, "attention-line")
        return replace(made, attention=attention, end=line.end)
    if captions and _CAPTION_LIKE.match(line.text.strip()) is not None:
        problem = Problem(line.text.strip(), line.trimmed, "this caption is not known")
        return replace(made, problems=(*made.problems, problem))
    return made


def _captions(line: Line, names: Sequence[str]) -> Iterator[Read[str]]:
    words = line.text.split()
    if not words or len(words) > 6:
        return
    whole = " ".join(words)
    if whole in names:
        yield Read(whole, line.trimmed, "caption")
        return
    known = [(word, _caption(word, names)) for word in words]
    if not all(name is not None for _, name in known):
        return
    offset = 0
    for word, name in known:
        at = line.text.index(word, offset)
        offset = at + len(word)
        if name is not None:
            yield Read(name, Span(line.start + at, line.start + offset), "caption")


def _caption(word: str, names: Sequence[str]) -> str | None:
    bare = word.strip(",.;/*#")
    if bare in names:
        return bare
    if _CAPTION_LIKE.match(bare) is None:
        return None
    close = sorted(((fuzz.ratio(bare, name), name) for name in names), reverse=True)
    return close[0][1] if close and close[0][0] >= _CLOSE else None
