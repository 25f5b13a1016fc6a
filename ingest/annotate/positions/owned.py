"""Stances told as something that a country has: "Mexico's opposition to the fee is well known"."""

from collections.abc import Iterator, Sequence

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word
from ingest.mention import Stance

NOUNS: dict[str, Stance] = {
    "support": "supports",
    "opposition": "opposes",
    "objection": "opposes",
    "objections": "opposes",
    "doubts": "questions",
    "misgivings": "questions",
    "reservations": "questions",
    "concerns": "questions",
    "candidacy": "seeks",
}
PREPOSITIONS = frozenset(("to", "for", "about", "over", "on"))
ENDED = frozenset(
    ("withdrawn", "dropped", "overcome", "met", "lifted", "resolved", "removed", "if", "would", "could")
)


def owned(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """The stances that sentences take for granted with a name and a noun as their subject.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Mexico's opposition to the fee is well known.")
    >>> [(one.codes, one.stance, one.towards) for one in owned(found, {0: ("MEX", 1)})]
    [(('MEX',), 'opposes', (3, 5))]
    """
    for at, (code, end) in named.items():
        start = at - 1 if at and found[at - 1].low == "the" else at
        if start and not (found[start - 1].is_mark or found[start - 1].low in ("that", "and", "but")):
            continue
        noun = end
        while noun < len(found) and is_kind(found[noun].low, "adverb") and noun < end + 3:
            noun += 1
        noun += noun < len(found) and found[noun].low in ("strong", "continued", "continuing", "full", "own")
        stance = NOUNS.get(found[noun].low) if noun + 2 < len(found) else None
        if stance is None or found[noun + 1].low not in PREPOSITIONS:
            continue
        stop = next((n for n in range(noun + 2, len(found)) if is_kind(found[n].low, "auxiliary")), None)
        close = clause_end(found, noun + 2)
        if stop is None or stop > close or ENDED & {one.low for one in found[stop:close]}:
            continue
        yield Said(at, stop, (code,), stance, (noun + 2, stop), None, None, "owned-stance")
