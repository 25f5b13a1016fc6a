"""Two things that may be one, how likely that is, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two names of things, the smaller first, with a score from 0 to 1 and what speaks for it or against it.

    ``rule`` names what was found alike. ``sure``: nothing speaks against it, so that they are joined unless a
    third thing is as like. ``apart``: something speaks for two things, more than that little is said.

    >>> pair("decision/b", "decision/a", "same-words", 0.9, "all words").left
    'decision/a'
    """

    left: str
    right: str
    rule: str
    score: float
    reason: str
    sure: bool = True
    apart: bool = False

    def other(self, name: str) -> str:
        """The other of the two.

        >>> pair("decision/b", "decision/a", "same-words", 0.9, "all words").other("decision/a")
        'decision/b'
        """
        return self.right if name == self.left else self.left


def pair(
    one: str, other: str, rule: str, score: float, reason: str, *, sure: bool = True, apart: bool = False
) -> Pair:
    """The pair of two names, in their order.

    >>> pair("decision/b", "decision/a", "same-words", 0.12345, "all words").score
    0.123
    """
    left, right = sorted((one, other))
    return Pair(left, right, rule, round(score, 3), reason, sure, apart)
