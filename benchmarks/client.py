"""Asks a SPARQL endpoint over some connections for some time, and tells how long each answer took.

It runs in a process of its own, so that what it needs is not counted as the server's: it reads its work as
JSON from standard input and writes what it found to standard output.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

GIVE_UP = 30.0


@dataclass(slots=True)
class Found:
    """Milliseconds of each honest answer, how often each status came, and requests that had no answer."""

    seconds: float = 0.0
    honest: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    hostile: Counter[str] = field(default_factory=Counter)


async def _answer(reader: asyncio.StreamReader) -> int:
    """The status of the next answer, read to its end."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head[9:12])
    if b"transfer-encoding: chunked" in head:
        while size := int((await reader.readline()).split(b";")[0], 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        at = head.index(b"content-length:") + 15
        await reader.readexactly(int(head[at : head.index(b"\r\n", at)]))
    return status


def _request(url: str, target: str, accept: str) -> bytes:
    parts = urlsplit(url)
    return f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: {accept}\r\n\r\n".encode()


def requests(work: dict[str, object], kind: str) -> list[bytes]:
    """The requests of one kind, ready to be sent."""
    url, made = str(work["url"]), []
    for one in work[kind]:  # type: ignore[attr-defined]
        target = one["path"] if "path" in one else f"{urlsplit(url).path}?query={quote(one['query'])}"
        made.append(_request(url, target, one.get("accept", "application/sparql-results+json")))
    return made


async def _connection(work: dict[str, object], number: int, until: float, found: Found) -> None:
    honest, hostile = requests(work, "honest"), requests(work, "hostile")
    url, every = urlsplit(str(work["url"])), int(str(work["every"]))
    reader = writer = None
    turn = number * 7919
    while time.perf_counter() < until:
        turn += 1
        harm = bool(hostile) and turn % every == 0
        request = hostile[turn // every % len(hostile)] if harm else honest[turn % len(honest)]
        begin = time.perf_counter()
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection(url.hostname, url.port)
            writer.write(request)
            assert reader is not None
            status = str(await asyncio.wait_for(_answer(reader), GIVE_UP))
        except (OSError, EOFError, TimeoutError, ValueError) as error:
            status, writer = type(error).__name__, None
            await asyncio.sleep(0.01)
        (found.hostile if harm else found.statuses)[status] += 1
        if not harm:
            found.honest.append((time.perf_counter() - begin) * 1000)


async def measured(work: dict[str, object]) -> Found:
    """What all connections found."""
    found = Found()
    begin = time.perf_counter()
    until = begin + float(str(work["seconds"]))
    await asyncio.gather(*(_connection(work, n, until, found) for n in range(int(str(work["connections"])))))
    found.seconds = time.perf_counter() - begin
    return found


def main() -> None:
    """Do the work of standard input."""
    found = asyncio.run(measured(json.load(sys.stdin)))
    json.dump({name: getattr(found, name) for name in Found.__slots__}, sys.stdout)


if __name__ == "__main__":
    main()
