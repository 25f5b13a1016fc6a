"""Whose turn it is: of those who wait, one of each client after the other, however many one of them sent."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, Generic, TypeVar

Waiting = TypeVar("Waiting")

_CLIENT: Final[ContextVar[str]] = ContextVar("client", default="")


@contextmanager
def asking_for(client: str) -> Iterator[None]:
    """Within it, queries are those of that client, also in threads and tasks that are begun there.

    >>> with asking_for("192.0.2.1"):
    ...     asker()
    '192.0.2.1'
    >>> asker()
    ''
    """
    before = _CLIENT.set(client)
    try:
        yield
    finally:
        _CLIENT.reset(before)


def asker() -> str:
    """The client whose queries these are; empty where nobody said.

    >>> asker()
    ''
    """
    return _CLIENT.get()


class Turns(Generic[Waiting]):
    """Those who wait. Each client has a line of its own, and the lines are served in turn.

    >>> turns: Turns[str] = Turns()
    >>> for client, one in (("a", "a1"), ("a", "a2"), ("a", "a3"), ("b", "b1")):
    ...     turns.add(client, one)
    >>> turns.remove("a2")
    >>> len(turns), [turns.take() for _ in range(3)], len(turns)
    (3, [('a', 'a1'), ('b', 'b1'), ('a', 'a3')], 0)
    """

    def __init__(self) -> None:
        self._lines: dict[str, deque[Waiting]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._lines.values()))

    def add(self, client: str, one: Waiting) -> None:
        """Let one wait at the end of its client's line."""
        self._lines.setdefault(client, deque()).append(one)

    def take(self) -> tuple[str, Waiting]:
        """Who is next, with its client, whose line comes last from now on; KeyError where nobody waits."""
        client = next(iter(self._lines), "")
        line = self._lines.pop(client)
        one = line.popleft()
        if line:
            self._lines[client] = line
        return client, one

    def remove(self, one: Waiting) -> None:
        """Let one wait no longer, if it does."""
        for client, line in self._lines.items():
            if one in line:
                line.remove(one)
                if not line:
                    del self._lines[client]
                return
