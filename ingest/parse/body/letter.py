"""Sub-paragraphs with letters and bullets, inside one paragraph."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ingest.document import Span
from ingest.parse.body.marking import leading_mark
from ingest.parse.text.lines import Line, is_rule
from ingest.pattern import pattern

_LETTER: Final = pattern(
    "sub-paragraph-letter",
    r"^[\s>#*_¶]*(?:(?:--?|[–—•])\s+)?[*_]*(?:[(\[]\s?(?P<inner>[A-Za-z])\s?[)\]]|(?P<outer>[A-Za-z])(?P<dot>[.)]\)?))"
    r"[*_]*(?P<stop>[.:]?)(?P<gap>[\s*_]*)(?P<rest>.*)$",
    example="- (A) As appropriate, the delegation",
)
_BEFORE: Final = " \t\r\n\f>#*_¶"
_CLOSING: Final = frozenset(".)")
_BULLET: Final = pattern(
    "bullet",
    r"^[\s>#_]*(?:[-*•]\s+)??(?P<sign>--+|[-–—]|[•▪‣◦·*+o])(?P<gap>\s*)(?P<rest>[^\s\-*].*)$",
    example="- --encourage more countries",
)
_SIGN: Final = 2
_LONGEST_SIGN: Final = 4
"""Of more dashes is a ruler made."""


@dataclass(frozen=True, slots=True)
class Item:
    """The place where a sub-paragraph or bullet begins; ``after`` is where its words begin."""

    index: int
    label: str
    start: int
    after: int
    form: str
    marking: str | None = None
    marking_span: Span | None = None


def letter_at(index: int, line: Line) -> Item | None:
    """The lettered sub-paragraph that a line may begin.

    >>> item = letter_at(0, Line(0, "- (A) As appropriate"))
    >>> item.label, item.after
    ('A', 6)
    """
    found = None if _begins_word(line.text) else _LETTER.match(line.text[:200])
    if found is None:
        return None
    rest = found.at("rest")
    mark = None if rest is None else leading_mark(line.text[rest.start :])
    if rest is None or not (found.text("gap") or found.text("inner") or mark is not None):
        return None
    letter = found.text("inner") or found.text("outer")
    start = line.start + len(line.text) - len(line.text.lstrip())
    after = line.start + rest.start
    if mark is None:
        return Item(index, letter.upper(), start, after, _form(found.text("inner"), letter))
    place = mark[1].moved(after)
    skipped = len(line.text) - len(line.text[place.end - line.start :].lstrip(" \t.,:"))
    return Item(
        index, letter.upper(), start, line.start + skipped, _form(found.text("inner"), letter), mark[0], place
    )


def _begins_word(text: str) -> bool:
    """Whether a line begins with a letter that no sign follows as behind the letters of a list."""
    words = text.lstrip(_BEFORE)[:2]
    return words[:1].isalpha() and words[1:] not in _CLOSING


def _form(inner: str, letter: str) -> str:
    return ("(" if inner else ".") + ("a" if letter.islower() else "A")


def letters(items: Iterable[Item], text: str = "") -> tuple[Item, ...]:
    """Those of the candidates that make one list A, B, C ...; the first list, where it restarts.

    A letter that stands in the running *text* is none of them, but the next one follows it.

    >>> made = [Item(i, label, i, i, "(A") for i, label in enumerate("CABD")]
    >>> [item.label for item in letters(made)]
    ['A', 'B', 'D']
    """
    found = tuple(items)
    chain: list[Item] = []
    for item in found:
        if not chain:
            if item.label == "A":
                chain.append(item)
            continue
        step = ord(item.label) - ord(chain[-1].label)
        if item.form == chain[0].form and step > 0 and (step <= 2 or _runs_on(text, chain[-1], item)):
            chain.append(item)
    return tuple(chain)


def _runs_on(text: str, last: Item, item: Item) -> bool:
    """Whether the letters between two items stand in order in the words between them."""
    at = last.after
    for code in range(ord(last.label) + 1, ord(item.label)):
        sign = f"{chr(code)})" if item.form[0] == "(" else f" {chr(code)}"
        at = text.find(sign if item.form[-1] == "A" else sign.lower(), at, item.start)
        if at < 0:
            return False
    return True


def bullets(body: Iterable[tuple[int, Line]]) -> Iterator[Item]:
    """The bullets that some lines begin, numbered in order.

    >>> [b.label for b in bullets(enumerate([Line(0, "--seek agreement;"), Line(18, "--urge all.")]))]
    ['1', '2']
    """
    number = 0
    for index, line in body:
        found = None if line.blank or is_rule(line.text) else _BULLET.match(line.text)
        rest = None if found is None else found.at("rest")
        if (
            found is None
            or rest is None
            or not _is_bullet(found.text("sign"), found.text("gap"), found.text("rest"))
        ):
            continue
        number += 1
        start = line.start + len(line.text) - len(line.text.lstrip())
        after = line.start + rest.start
        mark = leading_mark(line.text[rest.start :])
        if mark is None:
            yield Item(index, str(number), start, after, "bullet")
        else:
            place = mark[1].moved(after)
            yield Item(index, str(number), start, place.end, "bullet", mark[0], place)


def _is_bullet(sign: str, gap: str, rest: str) -> bool:
    if sign.startswith("--"):
        # "-----Original Message-----", "---------- Forwarded message": a ruler with words on it
        return len(sign) <= _LONGEST_SIGN and not (len(sign) > _SIGN and rest.rstrip().endswith("---"))
    if sign in {"o", "*", "+"}:
        return bool(gap)
    return bool(gap) or (rest[0].isalpha() and sign not in {"-"})
