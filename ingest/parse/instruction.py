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
from ingest.parse.vocabulary import vocabulary
from ingest.pattern import pattern

_NAME: Final = r"[A-Z][A-Z0-9/&.,' -]*\s"
_FOR: Final = pattern(
    "attention-line",
    rf"^\s*(?:(?:{_NAME})?(?:PLEASE|PLS)\s+PASS(?:\s+TO)?\s+\S|(?:[A-Z]+\s)?PASS(?:\s+TO)?\s+\S"
    rf"|(?:{_NAME})?FOR\s+[A-Z0-9])[A-Za-z0-9/&.,:;'()\s-]*$",
    example="PARIS FOR EST:H.SMITH",
)
_PASS: Final = pattern(
    "pass-line",
    rf"^\s*(?:{_NAME})?(?:PLEASE|PLS|ALSO)\s+PASS\b|^\s*(?:[A-Z]+\s)?PASS\s+TO\s",
    example="CANBERRA PLEASE PASS TO USDEL",
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


def ends_addresses(line: Line, *, free: bool) -> bool:
    """Whether a line below addresses says for whom or through whom it goes; *free*: below a blank line.

    >>> ends_addresses(Line(0, "OSLO PLS PASS TO USDEL"), free=False)
    True
    >>> ends_addresses(Line(0, "AMEMBASSY OSLO"), free=True)
    False
    """
    head = line.text[:160]
    return _PASS.match(head) is not None or (free and _FOR.match(head) is not None and not _listed(head))


def _listed(head: str) -> bool:
    return head.split()[0].upper() in vocabulary().address_words


def instructions(
    head: Sequence[Line],
    first: int,
    stop: int,
    taken: Sequence[Span],
    markings: Sequence[Marking],
    *,
    since: int | None = None,
) -> Instructions:
    r"""What the lines of a header after line *first* say but for what is *taken*; captions end before *stop*.

    Lines before *first* count from the offset *since* on, where the addresses end.

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
        elif since is not None and line.start >= since:
            made = _told(made, line, names, captions=False)
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
