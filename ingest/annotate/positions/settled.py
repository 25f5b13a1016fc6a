"""Which of the stances that one sentence gives a country counts."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.annotate.language.said import Said
from ingest.annotate.language.word import Word

FORMER = frozenset(("had", "longer", "formerly", "previously", "earlier", "originally", "initially"))
TURNS = frozenset(("but", "now"))


def settled(found: Sequence[Word], said: Sequence[Said]) -> tuple[Said, ...]:
    """The stances that stand: not one that the sentence gives up again, nor one that it says twice.

    >>> from ingest.annotate.language.word import words
    >>> one = Said(0, 3, ("JPN",), "supports", (2, 3), None, None, "holder-verb")
    >>> settled(words("Japan supports it."), [one, replace(one, towards=None)]) == (one,)
    True
    """
    standing: list[Said] = []
    for one in said:
        former = next((other for other in said if _gives_up(found, other, one)), None)
        if not one.codes or any(
            _gives_up(found, one, other)
            or _says_more(said, other, one)
            or _weighs_more(found, said, other, one)
            for other in said
        ):
            continue
        standing.append(replace(one, towards=one.towards or former.towards) if former is not None else one)
    return tuple(standing)


def _sets_aside(found: Sequence[Word], said: Sequence[Said], other: Said, one: Said) -> bool:
    """Whether one stance does not stand beside another of the same holders."""
    return (
        _gives_up(found, one, other) or _says_more(said, other, one) or _weighs_more(found, said, other, one)
    )


def _gives_up(found: Sequence[Word], one: Said, other: Said) -> bool:
    """Whether the second is what the same holders say now, and the first what they said before."""
    if one is other or one.codes != other.codes or not (other.start >= one.start and other.end > one.end):
        return False
    former = {word.low for word in found[one.start : one.end]}
    return bool(FORMER & former) and bool(TURNS & {word.low for word in found[one.end : other.end]})


def _weighs_more(found: Sequence[Word], said: Sequence[Said], other: Said, one: Said) -> bool:
    """Whether doubt or study outweighs what follows it: "was lukewarm, but did not object"."""
    if other is one or other.codes != one.codes or said.index(other) > said.index(one):
        return False
    if other.stance == one.stance == "undecided":
        return other.towards is not None or one.towards is None
    between = {word.low for word in found[other.start : one.end]}
    passive = one.stance == "supports" and one.towards is None and "not" in between
    return other.stance == "questions" and passive and "but" in between


def _says_more(said: Sequence[Said], other: Said, one: Said) -> bool:
    """Whether another gives the same stance, and says of what, or says so first."""
    if other is one or other.codes != one.codes or other.stance != one.stance:
        return False
    if one.towards is None and other.towards is not None:
        return True
    return other.towards == one.towards and said.index(other) < said.index(one)
