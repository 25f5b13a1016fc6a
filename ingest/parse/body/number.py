"""Places that may be the number of a paragraph, with every way of reading the damage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.cable import NumberStatus
from ingest.document import Span
from ingest.parse.body.marking import MARK, damaged_mark, leading_mark
from ingest.parse.text.lines import Line
from ingest.pattern import Match, pattern

HEAD: Final = 160
"""How many characters of a line are looked at: a number with all debris is shorter."""

PILCROW: Final = r"(?:¶|§|fl|FL|[fF][1I]?|tl|TL|[qQ]|[pP]|9\[|%|![Il1]?|J|T|\]|\}|94)"
"""What scans make of a pilcrow before a number; "1" and "I" are readings of the number itself."""

PILCROW_DIGITS: Final = "149"
"""The digits that scans make of a pilcrow."""
PILCROW_AS_DIGIT: Final = "number-pilcrow-as-digit"

_DEBRIS: Final = r"(?:</?[a-zA-Z]{1,5}>|\$|\\[A-Za-z]+|[{}\\¶§*_~\s])"

_NUMBER: Final = pattern(
    "paragraph-number",
    r"^(?P<lead>[\s>#*_~|]*(?:[-–—•][ \t]+)?[#*_]*)"
    rf"(?:(?P<before>{MARK})\s*)?"
    rf"(?P<debris>{_DEBRIS}*)(?P<pilcrow>{PILCROW})?(?P<open>[(\[]?)\s*"
    rf"(?P<digits>[0-9OoIilSBZ|](?:(?:</?[a-zA-Z]{{1,5}}>)*[0-9OoIil|]){{0,2}})"
    rf"(?P<close>{_DEBRIS}*)(?P<dot>[.,:)\]]*)"
    r"(?P<gap>(?:[\s$*_]|</?[a-zA-Z]{1,5}>)*)(?P<rest>.*)$",
    example=" $\\underline{\\P}2$ . (C) Per REF A",
)
_BEFORE: Final = " \t\r\n\f>#*_~|"
_IN_WORDS: Final = frozenset("abcdefghjkmnpqrstuvwxyzADEFGHJKMNPQRVWXY")
"""Letters that no scan takes for a digit (l, O, Z), that close no pilcrow (fl, FI) and begin no mark."""
_MARKED: Final = 6.0
_WEAK: Final = 1.3
"""A number without its full stop: taken where it is the next one."""
_TAGS: Final = pattern("html-tag", r"</?[a-zA-Z]{1,5}>", example="<u>")
_SPOILT: Final = frozenset("$\\{<§")
_LETTERS: Final = str.maketrans("OoIil|SBZ", "001111582")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of reading a number, and how unlikely it is on its own (0: as it stands)."""

    value: int
    cost: float
    status: NumberStatus
    rule: str
    pilcrow: bool = False
    """A letter or sign that scans make of a pilcrow stands before it: others may be digits."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may begin a paragraph. ``after`` is where its words begin, after number and mark.

    ``weight`` is what it costs to hold that the place is no number at all; ``list_like`` whether it looks
    like an item of a list inside a paragraph.
    """

    line: int
    start: int
    after: int
    readings: tuple[Reading, ...]
    weight: float
    list_like: bool
    marking: str | None
    marking_span: Span | None


def candidates(body: tuple[Line, ...]) -> Iterator[Candidate]:
    r"""The candidates among some lines, in order.

    >>> from ingest.parse.text.lines import lines
    >>> [[r.value for r in c.readings] for c in candidates(lines("15. (C) Regional\n\n¶6. (C) Membership"))]
    [[15, 5], [6]]
    """
    free = True
    for index, line in enumerate(body):
        if line.blank:
            free = True
            continue
        made = _candidate(index, line, free=free)
        if made is not None:
            yield _with_mark_below(made, line, body[index + 1 : index + 3])
        free = False


def _with_mark_below(made: Candidate, line: Line, below: Sequence[Line]) -> Candidate:
    """The candidate of a number that stands alone, with the mark that the next words begin with."""
    following = next((one for one in below if not one.blank), None)
    mark = None if following is None else leading_mark(following.text)
    if made.marking is not None or made.after < line.trimmed.end or following is None or mark is None:
        return made
    place = mark[1].moved(following.start)
    return replace(made, after=place.end, weight=_MARKED, marking=mark[0], marking_span=place)


def _candidate(index: int, line: Line, *, free: bool) -> Candidate | None:
    head = line.text[:HEAD]
    found = None if _begins_word(head) else _NUMBER.match(head)
    if found is None:
        return None
    mark = _mark(found)
    rest = found.text("rest")
    cost = _shape_cost(found, marked=mark is not None, free=free)
    if cost is None:
        return None
    readings = _readings(found, cost, marked=mark is not None)
    if not readings:
        return None
    at = found.at("rest")
    after = (at.start if at is not None else len(head)) if mark is None else mark[2]
    return Candidate(
        index,
        line.start + len(head) - len(head.lstrip()),
        line.start + after,
        readings,
        _weight(mark is not None, cost, free=free, bare=not rest.strip()),
        bool(found.text("open")) or not free,
        None if mark is None else mark[0],
        None if mark is None else mark[1].moved(line.start),
    )


def _begins_word(head: str) -> bool:
    """Whether a line begins with two letters that cannot be a damaged number, its mark or its pilcrow."""
    words = head.lstrip(_BEFORE)[:2]
    return words[:1].isalpha() and words[:1].isascii() and words[1:] in _IN_WORDS


def _mark(found: Match) -> tuple[str, Span, int] | None:
    """The mark after the number or before it, its place, and where the words go on."""
    rest = found.at("rest")
    if rest is None:
        return None
    after = damaged_mark(found.text("rest"))
    if after is not None:
        text = found.text("rest")
        end = after[1].end
        skipped = len(text) - len(text[end:].lstrip(" \t.,:"))
        return after[0], after[1].moved(rest.start), rest.start + skipped
    place = found.at("before")
    before = leading_mark(found.text("before"))
    if place is None or before is None:
        return None
    return before[0], place, rest.start


def _shape_cost(found: Match, *, marked: bool, free: bool) -> float | None:
    """How far the place is from "4. Text"; ``None`` where it is no number at all."""
    rest, dot = found.text("rest"), found.text("dot")
    gap = found.text("gap") or (not dot and found.text("close")[-1:].isspace())
    first = rest[:1]
    spoilt = found.text("pilcrow") not in {"", "¶", "§"}
    if (first.isdigit() and not gap) or (spoilt and not (marked or dot == ".")):
        return None
    if first.isalpha() and not gap and not dot and found.at("before") is not None:
        # "(C) In August": the letter is the beginning of a word.
        return None
    if marked or _has_pilcrow(found):
        return 0.0
    if rest.startswith("(A)"):
        return 0.3
    if dot in {"", ",", ":"}:
        weak = free and gap and first.isupper() and dot in {"", ","} and not found.text("open")
        return 1.2 if weak else None
    if first in {"", "-", "/", ","} and not gap and first:
        return None
    if not gap and first and not (first.isupper() or first in "\"'“(["):
        return 0.5 if found.text("digits").isdigit() and dot == "." and len(rest) > 20 else None
    return 0.0 if dot[:1] == "." and not found.text("open") else 0.4


def _has_pilcrow(found: Match) -> bool:
    debris = found.text("debris")
    return found.text("pilcrow") in {"¶", "§"} or "¶" in debris or "\\P" in debris or "§" in debris


def _readings(found: Match, cost: float, *, marked: bool) -> tuple[Reading, ...]:
    digits = "".join(c for c in _strip_tags(found.text("digits")) if not c.isspace())
    plain = digits.translate(_LETTERS)
    letters = sum(a != b for a, b in zip(digits, plain, strict=True))
    if "i" in digits and not found.text("pilcrow"):
        # "i. (C)": an item of a list, unless a pilcrow stands before it
        return ()
    if digits == "B" or (letters == len(digits) and not marked and digits not in {"l", "I", "|"}):
        return ()
    pilcrow = found.text("pilcrow")
    debris = found.text("debris") + found.text("digits") + found.text("close")
    damaged = letters > 0 or pilcrow not in {"", "¶"} or not _SPOILT.isdisjoint(debris)
    made: list[Reading] = []
    value = int(plain)
    if value > 0 and not (plain[0] == "0" and len(plain) > 2):
        rule = "number-repaired" if damaged else "number"
        spoilt = pilcrow not in {"", "¶", "§"}
        told = cost + (0.0 if spoilt and "i" in digits else 1.5 * letters)
        made.append(Reading(value, told, "repaired" if damaged else "stated", rule, spoilt))
    if plain[0] in PILCROW_DIGITS and len(plain) > 1 and plain[1] != "0" and not _has_pilcrow(found):
        as_one = plain[0] == "1"
        rule = "number-pilcrow-as-one" if as_one else PILCROW_AS_DIGIT
        made.append(Reading(int(plain[1:]), cost + (0.1 if as_one else 0.3), "repaired", rule, as_one))
    return tuple(made)


def _strip_tags(text: str) -> str:
    if "<" not in text:
        return text
    kept, last = [], 0
    for match in _TAGS.finditer(text):
        kept.append(text[last : match.span.start])
        last = match.span.end
    return "".join((*kept, text[last:]))


def _weight(marked: bool, cost: float, *, free: bool, bare: bool) -> float:
    if marked:
        return _MARKED
    if cost >= 1.0:
        return _WEAK
    if bare:
        return 1.0
    return 3.5 if free else 2.0
