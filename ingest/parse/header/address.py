"""Who sent a telegram to whom, when and with which precedence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.cable import Problem, Read
from ingest.document import Span
from ingest.parse.header.instruction import ends_addresses
from ingest.parse.header.precedence import PROSIGNS, lettered, spoken, weighed
from ingest.parse.text.lines import Line, is_page_line, is_rule
from ingest.parse.text.vocabulary import vocabulary
from ingest.parse.text.when import GROUP, group_time
from ingest.pattern import Match, pattern

_SECTION: Final = pattern(
    "address-word", r"(?:^|\s)(?P<word>FM|TO|INFO|XMT|ZEN)(?:\s|:)", example=" FM SECSTATE"
)
_ROUTE: Final = pattern(
    "routing-indicator", r"^(?:R[A-Z]{3,7}\s?/\s?|RU[A-Z]{4,5}\s+)", example="RUEHC/SECSTATE"
)
_TAIL: Final = pattern(
    "address-tail",
    r"(?:\s+(?:(?:NIACT\s+)?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)|BY\s+POUCH|[0-9OIl]{0,4}[0-9][0-9OIl]{0,4}))+[\s.,;]*$",
    example="SECSTATE WASHDC PRIORITY 4417",
)
_STOP: Final = pattern(
    "address-stop",
    r"^\s*(?:B\s?T|ZNY|ZNR|DE\s+RU|VZ[A-Z]|SIPDIS|STPDTS|E\.?\s?[O0]\.|TAGS|SUBJ|REF|Classified)",
    example="BT",
)
_ALONE: Final = pattern("from-line", r"^\s*FM\s+\S", example="FM AMEMBASSY PARIS")


@dataclass(frozen=True, slots=True)
class Address:
    """The addresses of a telegram; ``end`` is the offset after the last of them."""

    sent: Read[str] | None = None
    action: Read[str] | None = None
    information: Read[str] | None = None
    sender: Read[str] | None = None
    to: tuple[Read[str], ...] = ()
    info: tuple[Read[str], ...] = ()
    end: int = 0
    problems: tuple[Problem, ...] = ()


def address(text: str, head: Sequence[Line], precedence: Mapping[str, str], stop: int) -> Address:
    r"""The addresses that the lines of a header give, none of them after line *stop*.

    >>> from ingest.parse.text.lines import lines
    >>> text = "R 040045Z APR 08\nFM SECSTATE WASHDC\nTO AMEMBASSY PARIS 4417"
    >>> made = address(text, lines(text), {"R": "ROUTINE"}, 3)
    >>> made.sent and made.sent.value, made.sender and made.sender.value, [one.value for one in made.to]
    ('2008-04-04T00:45:00Z', 'SECSTATE WASHDC', ['AMEMBASSY PARIS'])
    """
    at = _group_line(head)
    if at is None:
        return _without_group(text, head, stop)
    index, found = at
    line = head[index]
    group = found.span.moved(line.start)
    sent = group_time(found)
    problems = () if sent is not None else (Problem(group.of(text), group, "there is no such date and time"),)
    letters = lettered(line, found.span.start, head, precedence)
    return _addressed(
        text,
        head,
        index,
        group.end,
        stop,
        Address(
            None if sent is None else Read(sent, group, "date-time-group"),
            *letters,
            problems=problems,
        ),
    )


def sender(head: Sequence[Line], stop: int) -> Read[str] | None:
    r"""Who the addresses say sent the message, none of them after line *stop*.

    >>> from ingest.parse.text.lines import lines
    >>> made = sender(lines("R 040045Z APR 08\nFM SECSTATE WASHDC\nTO AMEMBASSY PARIS 4417"), 3)
    >>> made and made.value
    'SECSTATE WASHDC'
    """
    at = _group_line(head)
    index = _from_line(head) if at is None else at[0]
    if index is None:
        return None
    start = head[index].start if at is None else head[index].start + at[1].span.end
    said = (piece for piece, label in _pieces(head, index, start, stop) if label == "FM")
    return next((entry for piece in said for entry in _entries(piece)), None)


def opening_line(head: Sequence[Line]) -> int:
    r"""The line with the time of the message, or else with its sender; 0 where neither is there.

    >>> from ingest.parse.text.lines import lines
    >>> opening_line(lines("USUN 900001\n\nR 4502252 JUL 75\n\nFM USMISSION USUN NY")), opening_line(())
    (4, 0)
    """
    at = _group_line(head)
    if at is not None:
        return at[0]
    return _from_line(head) or 0


def _from_line(head: Sequence[Line]) -> int | None:
    return next((i for i, line in enumerate(head) if _ALONE.match(line.text[:80]) is not None), None)


def _group_line(head: Sequence[Line]) -> tuple[int, Match] | None:
    """The line with the time of the message: the first with letters of precedence, or else the first."""
    first: tuple[int, Match] | None = None
    for index, line in enumerate(head):
        found = GROUP.search(line.text[:1000]) if "Z" in line.text else None
        if found is None or is_page_line(line.text):
            continue
        if (
            PROSIGNS.search(line.text[: found.span.start]) is not None
            or not line.text[: found.span.start].strip()
        ):
            return index, found
        first = first or (index, found)
    return first


def _without_group(text: str, head: Sequence[Line], stop: int) -> Address:
    index = _from_line(head)
    return Address() if index is None else _addressed(text, head, index, head[index].start, stop, Address())


def _addressed(text: str, head: Sequence[Line], index: int, start: int, stop: int, known: Address) -> Address:
    """*known* with the addresses that stand from *start* on."""
    taken: dict[str, list[Read[str]]] = {"FM": [], "TO": [], "INFO": [], "XMT": [], "ZEN": []}
    words: dict[str, list[Read[str]]] = {"TO": [], "INFO": []}
    end = start
    for piece, word in _pieces(head, index, start, stop):
        if word in taken and (word != "FM" or not taken["FM"]):
            taken[word] += _entries(piece)
        if word in words:
            words[word] += spoken(piece)
        end = piece.end
    return Address(
        known.sent,
        *weighed((known.action, known.information), words["TO"], words["INFO"]),
        taken["FM"][0] if taken["FM"] else None,
        tuple(taken["TO"]),
        tuple(taken["INFO"]),
        end,
        known.problems,
    )


def _pieces(head: Sequence[Line], index: int, start: int, stop: int) -> Iterator[tuple[Line, str]]:
    """The pieces of all lines with addresses, each with the address word that it stands under."""
    word = ""
    for one in _parts(head, index, start, stop):
        for piece, label in _labelled(one, word):
            word = label
            yield piece, label


def _parts(head: Sequence[Line], index: int, start: int, stop: int) -> Iterator[Line]:
    for at in range(index, min(stop, len(head))):
        line = head[at]
        if at == index:
            line = Line(start, line.text[start - line.start :])
        elif _STOP.match(line.text[:40]) is not None or ends_addresses(line, free=head[at - 1].blank):
            return
        if not (line.blank or is_page_line(line.text) or is_rule(line.text)):
            yield line


def _labelled(line: Line, word: str) -> Iterator[tuple[Line, str]]:
    """The pieces of a line, each with the address word that it stands under."""
    last = 0
    for found in _SECTION.finditer(line.text):
        at = found.at("word")
        if at is None or not _follows(word, found.text("word")):
            continue
        if line.text[last : at.start].strip():
            yield Line(line.start + last, line.text[last : at.start]), word
        word, last = found.text("word"), at.end
    if line.text[last:].strip(" :"):
        yield Line(line.start + last, line.text[last:]), word


def _follows(last: str, word: str) -> bool:
    order = ("", "FM", "TO", "INFO", "XMT", "ZEN")
    return order.index(word) > order.index(last) or (word in {"XMT", "ZEN"})


def _entries(piece: Line) -> Iterator[Read[str]]:
    """The addressees of a piece: several may stand on a line, each with a word such as AMEMBASSY."""
    names = vocabulary().address_words
    words: list[tuple[int, str]] = []
    offset = 0
    for part in piece.text.split():
        at = piece.text.index(part, offset)
        offset = at + len(part)
        begins = part.strip(",;").split("/")[-1] in names or part.startswith("RUE")
        if words and begins and _complete(words):
            yield from _entry(piece, words)
            words = []
        words.append((at, part))
    yield from _entry(piece, words)


def _complete(words: Sequence[tuple[int, str]]) -> bool:
    """Whether the words so far can be an addressee: more than a word such as AMEMBASSY."""
    names = vocabulary().address_words
    return any(part.strip(",;").split("/")[-1] not in names for _, part in words) and len(words) > 1


def _entry(piece: Line, words: Sequence[tuple[int, str]]) -> Iterator[Read[str]]:
    if not words:
        return
    start, end = words[0][0], words[-1][0] + len(words[-1][1])
    text = piece.text[start:end]
    route = _ROUTE.match(text)
    skip = 0 if route is None else route.span.end
    tail = _TAIL.search(text[skip:])
    stop = len(text) if tail is None else skip + tail.span.start
    kept = text[skip:stop].rstrip(" ,;:")
    left = skip + len(kept) - len(kept.lstrip(" :"))
    value = " ".join(kept.split()).lstrip(": ")
    if value and any(c.isalpha() for c in value):
        span = Span(piece.start + start + left, piece.start + start + skip + len(kept))
        yield Read(value, span, "address-list")
