"""What a sentence says first that it is about."""

from collections.abc import Sequence

from ingest.annotate.language.word import Word


def leading_topic(found: Sequence[Word]) -> tuple[int, int] | None:
    """The topic of "On North Korea, ..." at the head of a sentence.

    >>> from ingest.annotate.language.word import words
    >>> leading_topic(words("On North Korea, all agreed."))
    (1, 3)
    """
    if len(found) < 4 or found[0].low not in ("on", "regarding", "concerning", "re"):
        return None
    comma = next((at for at in range(2, min(8, len(found))) if found[at].low == ","), None)
    return None if comma is None or found[1].low in ("a", "an") else (1, comma)
