"""Which literals a pattern cannot match without, read off its expression.

Most patterns meet most paragraphs in vain, and asking an engine that takes ten microseconds a call is what
that costs; to look for "septel" in lower-case text takes a tenth of it. The reading is conservative: where an
expression does not tell, nothing is required. ``tests/ingest/patterns/test_engine.py`` holds it against the
engine for every pattern.
"""

import re
from collections.abc import Iterable, Sequence
from re import _constants as codes
from re import _parser as parser
from typing import Any, Final, TypeAlias

Literals: TypeAlias = frozenset[str]

_MOST: Final = 8
"""More literals than these take longer to look for than the engine takes."""
_WRAPPED: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def required(expression: str) -> tuple[str, ...]:
    r"""Lower-case literals of which every match holds at least one; empty where none can be told.

    >>> required(r"\b(?i:septels?)\b"), required(r"(?:ref|tel)\s*[A-Z]"), required(r"\d+")
    (('septel',), ('ref', 'tel'), ())
    """
    try:
        tree = parser.parse(expression)
    except re.error:
        return ()  # RE2 knows more classes than the parser: "\pL"
    found = _of_sequence(tree)
    return tuple(sorted(found)) if found is not None and len(found) <= _MOST else ()


def may_be_empty(expression: str) -> bool:
    r"""Whether an expression may match where there is nothing, or cannot be read.

    >>> may_be_empty(r"\s*"), may_be_empty(r"\b(?:ref|tel)"), may_be_empty(r"\pL")
    (True, False, True)
    """
    try:
        return bool(parser.parse(expression).getwidth()[0] == 0)
    except re.error:
        return True


def _of_sequence(items: Sequence[tuple[Any, Any]]) -> Literals | None:
    """The most telling of what the parts of a sequence require."""
    known: list[Literals] = []
    run = ""
    for code, argument in items:
        if code is codes.LITERAL and argument < 128:
            run += chr(argument).lower()
            continue
        known += [frozenset((run,))] if run else []
        run = ""
        found = _of_part(code, argument)
        known += [] if found is None else [found]
    known += [frozenset((run,))] if run else []
    return max(known, key=_telling, default=None)


def _of_part(code: Any, argument: Any) -> Literals | None:
    if code is codes.SUBPATTERN:
        return _of_sequence(argument[3])
    if code is codes.ATOMIC_GROUP:
        return _of_sequence(argument)
    if code in _WRAPPED:
        return _of_sequence(argument[2]) if argument[0] > 0 else None
    if code is codes.BRANCH:
        return _either(_of_sequence(one) for one in argument[1])
    if code is codes.IN:
        single = [chr(value).lower() for kind, value in argument if kind is codes.LITERAL and value < 128]
        return frozenset(single) if len(single) == len(argument) else None
    return None


def _either(branches: Iterable[Literals | None]) -> Literals | None:
    found: set[str] = set()
    for one in branches:
        if one is None:
            return None
        found |= one
    return frozenset(found)


def _telling(found: Literals) -> tuple[bool, int, int]:
    """Few literals tell more than many, long ones more than short ones."""
    return len(found) <= _MOST, min(map(len, found)), -len(found)
