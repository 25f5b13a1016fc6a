"""A decision as it is found in a sentence, in words, before it becomes a mention."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decided:
    """Words ``start`` to ``end`` name the decision, ``about`` says what it is, ``meeting`` who or where.

    Pairs are indexes of words, the second excluded.
    """

    start: int
    end: int
    about: tuple[int, int]
    rule: str
    meeting: tuple[int, int] | None = None
    year: int | None = None
    generic: bool = False
    membership: bool = False
    more: tuple[int, int] | None = None
    """Where else it is said what it is: "the mandate given in 2003 *for visits*"."""
    body: tuple[int, int] | None = None
    """The meeting or body that is the subject of the verb: "*the Plenary* agreed"."""
    applied: tuple[int, int] | None = None
    """What a sentence says is done in line with a decision that it only names."""
