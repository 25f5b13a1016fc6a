"""With which characters a match can begin, read off a pattern's expression.

Most patterns are tried at the beginning of lines that they do not match; the first character often tells it,
in a fiftieth of the time that the engine takes. The reading is conservative: where an expression does not
tell, or the text begins with a character outside ASCII, the engine is asked.
``tests/ingest/patterns/test_engine.py`` holds it against the engine for every pattern.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from re import _constants as codes
from re import _parser as parser
from typing import Any, Final, TypeAlias

Characters: TypeAlias = frozenset[str]

_ALL: Final = frozenset(map(chr, range(128)))
_DIGITS: Final = frozenset("0123456789")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_") | _DIGITS
_BLANKS: Final = frozenset("\t\n\f\r ")
_CLASSES: Final = {
    codes.CATEGORY_DIGIT: _DIGITS,
    codes.CATEGORY_NOT_DIGIT: _ALL - _DIGITS,
    codes.CATEGORY_SPACE: _BLANKS,
    codes.CATEGORY_NOT_SPACE: _ALL - _BLANKS,
    codes.CATEGORY_WORD: _LETTERS,
    codes.CATEGORY_NOT_WORD: _ALL - _LETTERS,
}
_GREEDY: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Characters of ASCII that a match may begin with, behind any of those that it may pass over."""

    passed: str
    first: Characters

    def may_match(self, text: str) -> bool:
        r"""Whether a match may stand at the beginning of *text*.

        >>> one = beginning(r"^\s*(?:PAGE|\d)")
        >>> [one.may_match(text) for text in ("  PAGE 2", "12", "1", "TO ROME", "")]
        [True, True, True, False, False]
        """
        at = text.lstrip(self.passed)[:1] if self.passed else text[:1]
        return at in self.first or at > "\x7f"


def beginning(expression: str) -> Beginning | None:
    r"""What every match begins with; ``None`` where a match may be empty or nothing is told.

    >>> told = beginning(r"^[ *]*(?i:b)\d")
    >>> sorted(told.passed), sorted(told.first)
    ([' ', '*'], ['B', 'b'])
    >>> beginning(r"\s*"), beginning(r"[^\n]x"), beginning(r"\pL")
    (None, None, None)
    """
    try:
        tree = parser.parse(expression)
    except re.error:
        return None  # RE2 knows more classes than the parser: "\pL"
    fold = bool(tree.state.flags & re.IGNORECASE)
    items = list(tree)
    while items and items[0][0] is codes.AT:
        items.pop(0)
    passed = _passed(items, fold=fold)
    first, empty = _of_sequence(items[1:] if passed else items, fold=fold)
    if empty:
        return None
    if passed & first:
        passed, first = frozenset(), passed | first
    return Beginning("".join(sorted(passed)), first) if len(first) < len(_ALL) * 3 // 4 else None


def _passed(items: Sequence[tuple[Any, Any]], *, fold: bool) -> Characters:
    """The characters that an expression begins by passing over, however many."""
    if not items or items[0][0] is not codes.MAX_REPEAT:
        return frozenset()
    least, most, inner = items[0][1]
    if least != 0 or most is not codes.MAXREPEAT or len(inner) != 1 or inner[0][0] is not codes.IN:
        return frozenset()
    return _of_class(inner[0][1], fold=fold)


def _of_sequence(items: Sequence[tuple[Any, Any]], *, fold: bool) -> tuple[Characters, bool]:
    """What a sequence may begin with, and whether it may be empty."""
    found: Characters = frozenset()
    for code, argument in items:
        more, empty = _of_part(code, argument, fold=fold)
        found |= more
        if not empty:
            return found, False
    return found, True


def _of_part(code: Any, argument: Any, *, fold: bool) -> tuple[Characters, bool]:
    if code is codes.LITERAL:
        return _folded(frozenset((chr(argument),)) & _ALL, fold=fold), False
    if code is codes.IN:
        return _of_class(argument, fold=fold), False
    if code is codes.SUBPATTERN:
        _, added, taken, inner = argument
        folds = (fold or bool(added & re.IGNORECASE)) and not taken & re.IGNORECASE
        return _of_sequence(inner, fold=folds)
    if code is codes.BRANCH:
        parts = [_of_sequence(one, fold=fold) for one in argument[1]]
        return frozenset[str]().union(*(one for one, _ in parts)), any(empty for _, empty in parts)
    if code in _GREEDY:
        first, empty = _of_sequence(argument[2], fold=fold)
        return first, empty or argument[0] == 0
    return (frozenset(), True) if code is codes.AT else (_ALL, False)


def _of_class(items: Sequence[tuple[Any, Any]], *, fold: bool) -> Characters:
    found: Characters = frozenset()
    for kind, value in items:
        if kind is codes.LITERAL:
            found |= frozenset((chr(value),)) & _ALL
        elif kind is codes.RANGE:
            found |= frozenset(map(chr, range(value[0], min(value[1], 127) + 1)))
        elif kind is codes.CATEGORY:
            found |= _CLASSES[value]
    found = _folded(found, fold=fold)
    return _ALL - found if items[0][0] is codes.NEGATE else found


def _folded(found: Characters, *, fold: bool) -> Characters:
    return found | {one.swapcase() for one in found} if fold else found
