"""The process that runs queries: it opens a snapshot, gives up what it does not need, and answers."""

import json
import os
import signal
import socket
import sys
from typing import IO, Any, Final, cast

import pyoxigraph as ox

from queries.contain.frame import Outcome, Said, received
from queries.contain.rows import counted
from queries.contain.seal import confine, follow, occupied, seal
from queries.contain.unreadable import unreadable

_GRACE: Final = 1.0
"""Seconds after which the kernel ends a query that the parent should have ended."""
_FAT: Final = 128 * 1024 * 1024
"""A worker that has grown by so much makes way for a new one, so that the memory is free again."""
_SHORT: Final = (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG, ox.RdfFormat.RDF_XML)
"""Formats that people read: names are written with prefixes."""


_ENDING: Final = (Outcome.LOST, Outcome.MEMORY, Outcome.UNREADABLE)
"""After these a worker is not asked again."""


class _Full(Exception):  # noqa: N818 - it is told, not seen
    pass


class _Sheet:
    """Takes what the engine writes, up to a number of bytes; no file object, as making one takes longer."""

    def __init__(self, most: int) -> None:
        self.parts: list[bytes] = []
        self.left = most

    def write(self, data: bytes) -> int:
        self.left -= len(data)
        if self.left < 0:
            self.parts.clear()
            raise _Full
        self.parts.append(data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits elsewhere."""


class Worker:
    """Answers queries on one snapshot; ``told`` are the limits and prefixes that the parent gave.

    >>> told = {"prefixes": {}, "rows": 10, "bytes": 1000}
    >>> Worker(ox.Store(), told).answer({"q": "ASK {}", "m": "text/csv"})
    (<Outcome.WHOLE: 0>, -1, b'true')
    >>> Worker(ox.Store(), told).answer({"q": "ASK {", "m": "text/csv"})[0]
    <Outcome.BROKEN: 1>
    """

    def __init__(self, store: ox.Store, told: dict[str, Any]) -> None:
        self.store = store
        self.told = told

    def answer(self, message: dict[str, Any]) -> tuple[Outcome, int, bytes]:
        """What became of a query, the rows of a table or -1, and the answer or what is wrong."""
        sheet = _Sheet(self.told["bytes"])
        try:
            return self._written(message, sheet)
        except (SyntaxError, UnicodeError) as error:
            return Outcome.BROKEN, -1, str(error).encode()
        except MemoryError:
            return Outcome.MEMORY, -1, b""
        except BaseException as error:  # the engine's panics are no Exception
            if sheet.left < 0:
                return Outcome.TOO_LONG, -1, b""
            if isinstance(error, Exception):
                outcome = Outcome.UNREADABLE if unreadable(error) else Outcome.FAILED
                return outcome, -1, str(error).encode("utf-8", "replace")
            return Outcome.LOST, -1, type(error).__name__.encode()

    def _written(self, message: dict[str, Any], sheet: _Sheet) -> tuple[Outcome, int, bytes]:
        prefixes = self.told["prefixes"]
        found = self.store.query(
            message["q"], base_iri=message.get("b"), prefixes=prefixes, **_dataset(message)
        )
        media, output = message["m"], cast(IO[bytes], sheet)
        if isinstance(found, ox.QueryTriples):
            form = ox.RdfFormat.from_media_type(media)
            if form is None:
                return Outcome.OTHER_FORM, -1, b"triples"
            if form in _SHORT:
                ox.serialize(found, output, format=form, prefixes=self.told["prefixes"])
            else:
                found.serialize(output=output, format=form)
            return Outcome.WHOLE, -1, b"".join(sheet.parts)
        table = ox.QueryResultsFormat.from_media_type(media)
        if table is None:
            return (
                Outcome.OTHER_FORM,
                -1,
                b"a yes or no" if isinstance(found, ox.QueryBoolean) else b"a table",
            )
        found.serialize(output=output, format=table)
        body = b"".join(sheet.parts)
        rows = -1 if isinstance(found, ox.QueryBoolean) else counted(body, table.file_extension)
        return (Outcome.TOO_MANY, rows, b"") if rows > self.told["rows"] else (Outcome.WHOLE, rows, body)


def _dataset(message: dict[str, Any]) -> dict[str, Any]:
    if "d" in message:  # both, always: either alone restricts nothing
        return {
            "default_graph": [ox.NamedNode(one) if one else ox.DefaultGraph() for one in message["d"]],
            "named_graphs": [ox.NamedNode(one) for one in message["n"]],
        }
    return {} if "own" in message else {"use_default_graph_as_union": True}


def main() -> None:
    """Serve the parent that started this process, and end with it.

    >>> sys.argv = ["worker", "{}"]
    >>> main()
    Traceback (most recent call last):
    KeyError: 'parent'
    """
    told = json.loads(sys.argv[1])
    follow(told["parent"])
    sealed = seal()
    line = socket.socket(fileno=told["line"])
    worker = Worker(ox.Store.read_only(told["room"]), told)
    worker.answer({"q": "ASK { ?s ?p ?o }", "m": "text/csv"})
    confine(told["memory"])
    lean = occupied()[1]
    line.sendall(Said(Outcome.WHOLE, True, int(sealed), 0).written())
    while (message := received(line)) is not None:
        if "open" in message:
            del worker.store
            worker.store = ox.Store.read_only(str(message["open"]))
            confine(told["memory"])
            lean = occupied()[1]
            line.sendall(Said(Outcome.WHOLE, True, int(sealed), 0).written())
            continue
        signal.setitimer(signal.ITIMER_REAL, told["seconds"] + _GRACE)
        outcome, rows, body = worker.answer(message)
        stays = outcome not in _ENDING and occupied()[1] < lean + _FAT
        line.sendall(Said(outcome, stays, rows, len(body)).written() + body)
        signal.setitimer(signal.ITIMER_REAL, 0)
        if not stays:
            break
    os._exit(0)
