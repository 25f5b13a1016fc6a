"""What a passage is about: the last text, plan or idea that was named in full, for "the text" and "it"."""

from collections.abc import Iterator, Sequence

from ingest.annotate.language.complements import noun_phrase_before
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word, places

POINTING = frozenset(("it", "them", "this", "that", "these", "those", "both", "one", "any", "such"))
ABOUT = frozenset(("on", "for", "to", "of", "about", "concerning", "regarding", "against"))
LONGEST = 16
"""The most words of a name in full."""


def _of(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("topical_words") if row["kind"] == kind)


NOUNS = _of("noun")
PLAIN = _of("plain")


def is_topical(low: str) -> bool:
    """Whether the word names something to take a stance on: "proposal", "text", "list".

    >>> is_topical("proposal"), is_topical("delegation")
    (True, False)
    """
    return low in NOUNS


def is_bare(found: Sequence[Word]) -> bool:
    """Whether words point at something named before ("the text", "it") and say no more of it themselves.

    >>> from ingest.annotate.language.word import words
    >>> is_bare(words("the revised text")), is_bare(words("the text on brokers"))
    (True, False)
    """
    rest = [one.low for one in found if not (one.is_mark or is_kind(one.low, "determiner", "adverb"))]
    return bool(found) and len(rest) < 4 and all(low in NOUNS | PLAIN | POINTING for low in rest)


def named_in_full(found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The noun phrases that name something to take a stance on and say what it is about.

    >>> from ingest.annotate.language.word import words
    >>> found = words("We sent the text on brokers.")
    >>> [[one.low for one in found[slice(*at)]] for at in named_in_full(found)]
    [['text', 'on', 'brokers']]
    """
    for at in places(found, NOUNS):
        start, end = noun_phrase_before(found, at + 1), _end(found, at + 1)
        if start < end and not is_bare(found[start:end]):
            yield start, end


def _end(found: Sequence[Word], at: int) -> int:
    """Where the phrase ends that the noun before *at* begins: past "on ...", "for ..." and "to widen ..."."""
    if at >= len(found) or found[at].low not in ABOUT:
        return at
    for end in range(at + 1, min(len(found), at + LONGEST)):
        low = found[end].low
        if (
            found[end].is_mark
            or is_kind(low, "auxiliary", "opener")
            or low in ("but", "while", "because", "as", "without")
        ):
            return end
        if finite_of(low) is not None and not is_kind(found[end - 1].low, "preposition", "determiner"):
            return end
    return min(len(found), at + LONGEST)
