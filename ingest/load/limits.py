"""What reading one document may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, and bytes of memory.

    >>> Limits().seconds
    60.0
    """

    seconds: float = 60.0
    memory: int = 2 * 1024**3
