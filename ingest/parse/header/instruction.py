"""The short lines between the identity of a telegram and its fields: captions, and for whom it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from rapidfuzz import fuzz

from ingest.cable import Problem, Read
from ingest.document import Span
from ingest.knowledge import Marking
from ingest.parse.header.field import begins_field
from ingest.parse.text.lines import SENSITIVE_EXPRESSION, Line, is_page_line, is_rule
from ingest.parse.text.vocabulary import vocabulary
from ingest.pattern import pattern

_NAME: Final = r"[A-Z][A-Z0-9/&.,']*(?:[ -]+[A-Z0-9/&.,']+){0,7}?\s"
_FOR: Final = pattern(
    "attention-line",
    rf"^\s*(?:(?P<a>{_NAME})?(?:PLEASE|PLS)\s+PASS(?:\s+TO)?\s+\S"
    rf"|(?P<b>{_NAME})?(?:ALSO\s+)?(?:PASS|POUCH|INFORM|RELAY)(?:\s+TO)?\s+[A-Z]"
    rf"|(?P<c>{_NAME})?FOR\s+[A-Z0-9])[A-Za-z0-9/&.,:;'()\s-]*$",
    example="PARIS FOR EST:H.SMITH",
)
_PASS: Final = pattern(
    "pass-line",
    rf"^\s*(?:{_NAME})?(?:PLEASE|PLS|ALSO)\s+PASS\b|^\s*(?:[A-Z]+\s)?PASS\s+(?:TO\s|[A-Z]{{2,}})",
    example="CANBERRA PLEASE PASS TO USDEL",
)
_ROUTED: Final = pattern(
    "routed-line", rf"^\s*(?:{_NAME})?(?:POUCH|INFORM|RELAY)\s", example="DEPT POUCH BEIRUT AND SUVA."
)
_OPENERS: Final = frozenset(
    {"the", "a", "an", "this", "in", "on", "at", "to", "by", "if", "and", "but", "as"}
)
_LONGEST: Final = 160
_MOST_CAPTIONS: Final = 6
_SENSITIVE: Final = pattern(
    "sensitive-caption", rf"^\s*(?:{SENSITIVE_EXPRESSION})\s*$", example="SENSITIVE BUT UNCLASSIFIED"
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


def is_instruction(line: Line) -> bool:
    """Whether a line says for whom a message is, or through whom it goes on, and is no sentence.

    >>> is_instruction(Line(0, "OSLO FOR DCM")), is_instruction(Line(0, "WE ASKED FOR HIS VIEWS."))
    (True, False)
    """
    found = _FOR.match(line.text) if len(line.text) < _LONGEST else None
    if found is None:
        return False
    known = vocabulary()
    before = next((part for part in (found.text("a"), found.text("b"), found.text("c")) if part), "").lower()
    return not any(word in known.not_in_headings or word in _OPENERS for word in before.split())


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

    >>> from ingest.parse.text.lines import lines
    >>> sipdis = Marking("SIPDIS", "caption", None, None, None, None)
    >>> made = instructions(lines("SECRET STATE 1\nSIPDIS\n\nPARIS FOR EST:H.SMITH"), 0, 4, (), (sipdis,))
    >>> [c.value for c in made.captions], made.attention and made.attention.value
    (['SIPDIS'], 'PARIS FOR EST:H.SMITH')
    """
    names = tuple(marking.name for marking in markings if marking.kind == "caption")
    made = Instructions()
    for index, line in enumerate(head):
        banner = is_page_line(line.text) and _SENSITIVE.match(line.text) is None
        if line.blank or banner or is_rule(line.text) or begins_field(line):
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
        made = replace(made, captions=(*made.captions, *found), end=line.end)
        line = Line(found[-1].span.end, line.text[found[-1].span.end - line.start :])
    if is_instruction(line):
        attention = Read(" ".join(line.text.split()), line.trimmed, "attention-line")
        addressed = made.attention is None and _ROUTED.match(line.text) is None
        return replace(made, attention=attention if addressed else made.attention, end=line.end)
    if captions and _CAPTION_LIKE.match(line.text.strip()) is not None and not _quotes(line):
        problem = Problem(line.text.strip(), line.trimmed, "this caption is not known")
        return replace(made, problems=(*made.problems, problem))
    return made


def _quotes(line: Line) -> bool:
    """Whether a line only opens the telegram that this one repeats."""
    return line.text.strip(" .:").lower() in vocabulary().no_headings


def _captions(line: Line, names: Sequence[str]) -> Iterator[Read[str]]:
    """The captions that a line consists of, or that stand before the words for whom it is."""
    words = line.text.split()
    whole = " ".join(words)
    if whole.upper() in names or _SENSITIVE.match(whole) is not None:
        yield Read(whole.upper(), line.trimmed, "caption")
        return
    told = tuple(takewhile(lambda one: one[1] is not None, ((word, _caption(word, names)) for word in words)))
    rest = words[len(told) :]
    if len(told) > _MOST_CAPTIONS or (rest and (rest[0] != "FOR" or not told)):
        return
    offset = 0
    for word, name in told:
        at = line.text.index(word, offset)
        offset = at + len(word)
        if name is not None:
            yield Read(name, Span(line.start + at, line.start + offset), "caption")


def _caption(word: str, names: Sequence[str]) -> str | None:
    bare = word.strip(",.;/*#").upper()
    if bare in names:
        return bare
    if _CAPTION_LIKE.match(bare) is None or not word.isupper():
        return None
    close = sorted(((fuzz.ratio(bare, name), name) for name in names), reverse=True)
    return close[0][1] if close and close[0][0] >= _CLOSE else None
