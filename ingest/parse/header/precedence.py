"""With which precedence a telegram was sent to those who act on it and to those who are informed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ingest.cable import Read
from ingest.parse.text.lines import Line
from ingest.pattern import Match, pattern

PROSIGNS: Final = pattern(
    "precedence-letters", r"(?:^|\s)(?P<action>[ZOPRY])(?:\s?(?P<info>[ZOPRY]))?\s+$", example="P R "
)
_ROUTING: Final = pattern("routing-line", r"^\s*(?P<action>OO|PP|RR|ZZ)\s+RUE", example="PP RUEHWEB")
_WORD: Final = pattern(
    "precedence-word",
    r"\s(?P<word>FLASH|IMMEDIATE|PRIORITY|ROUTINE)(?:\s+(?:BY\s+POUCH|[0-9OIl]{1,5}))*[\s.,;]*$",
    example="SECSTATE WASHDC PRIORITY 4417",
)
_ORDER: Final = ("FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE")

Precedence = tuple[Read[str] | None, Read[str] | None]


def lettered(line: Line, stop: int, head: Sequence[Line], names: Mapping[str, str]) -> Precedence:
    """The precedence for action and for information that letters say before the time of the message.

    >>> action, info = lettered(Line(0, "P R 040045Z APR 08"), 4, (), {"P": "PRIORITY", "R": "ROUTINE"})
    >>> action and action.value, info and info.value
    ('PRIORITY', 'ROUTINE')
    """
    before = PROSIGNS.search(line.text[:stop])
    if before is not None:
        doubled = before.text().strip() in {"PP", "RR", "OO", "ZZ"}
        information = None if doubled else _named(before, "info", line, names)
        return _named(before, "action", line, names), information
    for one in head:
        routing = _ROUTING.match(one.text[:40])
        if routing is not None:
            return _named(routing, "action", one, names), None
    return None, None


def _named(found: Match, group: str, line: Line, names: Mapping[str, str]) -> Read[str] | None:
    at = found.at(group)
    name = names.get(found.text(group)[:1])
    return None if at is None or name is None else Read(name, at.moved(line.start), "precedence-letters")


def spoken(piece: Line) -> Iterator[Read[str]]:
    """The precedence that stands behind an addressee.

    >>> [read.value for read in spoken(Line(0, "AMEMBASSY PARIS PRIORITY 0012"))]
    ['PRIORITY']
    """
    found = _WORD.search(piece.text)
    at = None if found is None else found.at("word")
    if found is not None and at is not None:
        yield Read(found.text("word"), at.moved(piece.start), "precedence-word")


def weighed(letters: Precedence, to: Sequence[Read[str]], info: Sequence[Read[str]]) -> Precedence:
    """The precedence that letters and the words behind addressees say together.

    One letter stands for both groups of addressees; words then say which of them is served sooner.

    >>> from ingest.document import Span
    >>> one, two = (Read(word, Span(0, 1), "doctest") for word in ("ROUTINE", "PRIORITY"))
    >>> action, info = weighed((one, None), (two,), ())
    >>> action and action.value, info and info.value
    ('PRIORITY', 'ROUTINE')
    """
    action, information = letters
    soonest = min(to, key=_rank, default=None)
    if information is not None:
        return action, information
    informed = min(info, key=_rank, default=None)
    if soonest is None or (action is not None and _rank(action) <= _rank(soonest)):
        return action, informed
    return soonest, informed or action


def _rank(read: Read[str]) -> int:
    return _ORDER.index(read.value) if read.value in _ORDER else -1
