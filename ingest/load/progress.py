"""How far a build has come, told to whoever shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Doing: TypeAlias = Literal["reading", "deriving anew", "settling", "staging", "writing the graph", "checking"]


@dataclass(frozen=True, slots=True)
class Step:
    """What is being done: ``done`` of ``total``, ``documents`` taken in so far.

    Bytes of the files are counted, and by a check documents; ``total`` is 0 where it is not known; ``name``
    is that of the file.
    """

    doing: Doing
    done: int
    total: int
    documents: int
    name: str = ""


Progress: TypeAlias = Callable[[Step], None]
"""Called at every document, and whenever something else is begun."""


def nobody(step: Step) -> None:
    """Shows nothing.

    >>> nobody(Step("reading", 0, 0, 0))
    """
