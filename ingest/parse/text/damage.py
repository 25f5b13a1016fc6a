"""What is wrong with a text as it came: lost characters, controls, what its file wrote wrongly."""

from collections.abc import Iterator
from typing import Final

from ingest.cable import Problem
from ingest.document import Document, Span

_LOST: Final = "\ufffd"
_SHOWN: Final = 80
_MEANT: Final = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x85")
_CONTROLS: Final = frozenset(map(chr, (*range(32), *range(127, 160)))) - _MEANT
_BYTES: Final = bytes(ord(one) for one in _CONTROLS if one.isascii())


def damage(text: str) -> tuple[Problem, ...]:
    r"""How many characters of a text are lost or controls, each kind told at its first place.

    >>> [(one.span.start, one.why) for one in damage("A\x00 caf\ufffd \x07")]
    [(6, '1 character could not be decoded'), (1, '2 control characters')]
    >>> damage("A plain text.\n")
    ()
    """
    return tuple(_damage(text))


def told_damage(document: Document) -> tuple[Problem, ...]:
    """What the reader of the file says is wrong with the document, with its code.

    >>> from ingest.document import Role
    >>> role = Role("damage", Span(0, 3), "malformed", "the quotation mark on line 7 is never closed")
    >>> [one.why for one in told_damage(Document("All", "a.csv", "", roles=(role,)))]
    ['malformed: the quotation mark on line 7 is never closed']
    """
    return tuple(
        Problem(one.span.of(document.text)[:_SHOWN], one.span, f"{one.name}: {one.value}")
        for one in document.roles
        if one.role == "damage"
    )


def _may_have_controls(text: str) -> bool:
    """Whether a text has a control character, as far as bytes tell at once."""
    raw = text.encode("utf-8", "replace")
    return not text.isascii() or len(raw.translate(None, _BYTES)) < len(raw)


def _damage(text: str) -> Iterator[Problem]:
    lost = text.count(_LOST)
    if lost:
        at = text.index(_LOST)
        many = "1 character" if lost == 1 else f"{lost:,} characters"
        yield Problem(_LOST, Span(at, at + 1), f"{many} could not be decoded")
    found = set(text) & _CONTROLS if _may_have_controls(text) else set()
    controls = sum(text.count(one) for one in found)
    if controls:
        at = min(text.index(one) for one in found)
        many = "1 control character" if controls == 1 else f"{controls:,} control characters"
        yield Problem(text[at], Span(at, at + 1), many)
