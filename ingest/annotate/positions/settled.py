"""Which of the stances that one sentence gives a country counts."""

from collections.abc import Sequence

from ingest.annotate.language.said import Said
from ingest.annotate.language.word import Word

FORMER = frozenset(("had", "longer", "formerly", "previously", "earlier", "originally", "initially"))


def settled(found: Sequence[Word], said: Sequence[Said]) -> tuple[Said, ...]:
    """The stances that stand: not one that the sentence gives up again, nor one that it says twice."""
    return tuple(one for one in said if one.codes and not _outdone(found, one, said))


def _outdone(found: Sequence[Word], one: Said, said: Sequence[Said]) -> bool:
    for other in said:
        if other is one or other.codes != one.codes:
            continue
        if one.towards is None and other.stance == one.stance and other.towards is not None:
            return True
        later = other.start >= one.start and other.end > one.end and other is not one
        between = {word.low for word in found[one.end : other.end]}
        if later and FORMER & {word.low for word in found[one.start : one.end]} and between & {"but", "now"}:
            return True
        if other.stance == one.stance and other.towards == one.towards and said.index(other) < said.index(one):
            return True
    return False
