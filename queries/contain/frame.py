"""How parent and worker talk: a length and JSON to ask, a few numbers and bytes to tell."""

import json
import socket
import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from queries.contain.asked import Asked

LENGTH: Final = struct.Struct("!I")
HEAD: Final = struct.Struct("!BBqQ")
"""What became of it, whether the worker stays, rows (-1: not a table), and the bytes that follow."""


class Outcome(IntEnum):
    """What became of a query, as the worker says it."""

    WHOLE = 0
    BROKEN = 1
    TOO_LONG = 2
    TOO_MANY = 3
    MEMORY = 4
    OTHER_FORM = 5
    LOST = 6
    FAILED = 7
    UNREADABLE = 8


@dataclass(frozen=True, slots=True)
class Said:
    """The head of what a worker says.

    >>> Said.read(Said(Outcome.WHOLE, True, 3, 120).written()).rows
    3
    """

    outcome: Outcome
    stays: bool
    rows: int
    size: int

    def written(self) -> bytes:
        """The bytes that are sent before the body."""
        return HEAD.pack(self.outcome, self.stays, self.rows, self.size)

    @classmethod
    def read(cls, data: bytes) -> "Said":
        """What was written."""
        outcome, stays, rows, size = HEAD.unpack(data)
        return cls(Outcome(outcome), bool(stays), rows, size)


def asking(asked: Asked, *, dataset: bool) -> bytes:
    """A query as it is sent; *dataset*: its own FROM says what it sees.

    >>> asking(Asked("ASK {}", "text/csv"), dataset=False)[4:]
    b'{"q":"ASK {}","m":"text/csv"}'
    """
    told: dict[str, object] = {"q": asked.sparql, "m": asked.media}
    if asked.default_graphs is not None or asked.named_graphs is not None:
        told["d"], told["n"] = asked.default_graphs or (), asked.named_graphs or ()
    elif dataset:
        told["own"] = 1
    if asked.base is not None:
        told["b"] = asked.base
    return framed(told)


def framed(told: dict[str, object]) -> bytes:
    """A message to a worker.

    >>> framed({"open": "/a"})
    b'\\x00\\x00\\x00\\r{"open":"/a"}'
    """
    data = json.dumps(told, separators=(",", ":")).encode()
    return LENGTH.pack(len(data)) + data


def received(line: socket.socket) -> dict[str, object] | None:
    """The next message to a worker, or None where its parent has gone.

    >>> here, there = socket.socketpair()
    >>> here.sendall(framed({"open": "/a"})); here.close()
    >>> received(there), received(there)
    ({'open': '/a'}, None)
    >>> there.close()
    """
    data = line.recv(65536)
    while data:
        if len(data) >= LENGTH.size and len(data) >= LENGTH.size + LENGTH.unpack_from(data)[0]:
            message: dict[str, object] = json.loads(data[LENGTH.size :])
            return message
        more = line.recv(1 << 20)
        data = data + more if more else b""
    return None
