"""Where words that editors quote stand in a document, whatever its spacing."""

from dataclasses import dataclass
from typing import Final

from ingest.document import Span, folded

TAILS: Final = (120, 60, 30, 15)
"""So many characters before a citation are looked for, fewer where an editor's note stood among them."""
_BEYOND: Final = 40


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without its white space, and where each character stood; the first place counts.

    >>> text = squeezed("The talk (Embtel\\n 667) of May")
    >>> text.find("The talk (", "Embtel 667"), text.find("", "no such words")
    (Span(start=10, end=21), None)
    """

    text: str
    places: tuple[int, ...]

    def find(self, before: str, words: str) -> Span | None:
        """Where *words* stand at the end of *before* or right behind it."""
        whole, sought = _squeezed(before), _squeezed(words)
        for length in TAILS:
            tail = whole[-length:]
            at = self.text.find(tail)
            if not sought or at < 0:
                continue
            end = at + len(tail)
            found = tail.rfind(sought)
            beyond = end + _BEYOND + len(sought) if tail else len(self.text)
            start = at + found if found >= 0 else self.text.find(sought, end, beyond)
            if start >= 0:
                return Span(self.places[start], self.places[start + len(sought) - 1] + 1)
        return None


def squeezed(text: str) -> Squeezed:
    """A text without its white space.

    >>> squeezed("a b").text
    'ab'
    """
    plain = folded(text)
    places = tuple(place for place, sign in enumerate(plain) if not sign.isspace())
    return Squeezed("".join(plain[place] for place in places), places)


def _squeezed(words: str) -> str:
    return "".join(folded(words).split())
