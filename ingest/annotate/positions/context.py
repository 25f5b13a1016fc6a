"""What the sentences before said: whose stance it was, and what it was about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.annotate.language.holders import Named, holders_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.units import Unit
from ingest.annotate.language.verb_groups import group
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, cover
from ingest.annotate.positions.topics import is_bare, named_in_full
from ingest.document import Span

POINTERS = frozenset(("it", "they", "he", "she", "its", "his", "her", "their"))


@dataclass(frozen=True, slots=True)
class Context:
    """``last`` is what the sentence before said, ``topic`` what was last named in full under this heading."""

    last: Said | None = None
    topic: Span | None = None
    passage: str = ""
    heading: str | None = None

    def entering(self, unit: Unit) -> "Context":
        """The context that a sentence is read in: nobody speaks on, and nothing is pointed at, from elsewhere."""
        passage = unit.passage.partition(".")[0]
        moved = unit.heading is not None and unit.heading != self.heading
        return replace(
            self,
            last=self.last if passage == self.passage else None,
            topic=None if moved else self.topic,
            passage=passage,
            heading=unit.heading or self.heading,
        )

    def antecedent(self, unit: Unit, said: Said) -> Span | None:
        """What is meant by "it" or "the text", or by no object at all."""
        if said.towards is not None and not _points(unit.words[slice(*said.towards)], said):
            return None
        before = [one for one in named_in_full(unit.words) if one[1] <= _start(said)]
        return cover(unit.words, *before[-1]) if before else self.topic

    def after(self, unit: Unit, named: Named, found: Sequence[Said]) -> "Context":
        """The context that the next sentence is read in."""
        topics = list(named_in_full(unit.words))
        topic = cover(unit.words, *topics[-1]) if topics else self.topic
        return replace(self, last=found[-1] if found else _speaker(unit, named) or self._kept(unit), topic=topic)

    def _kept(self, unit: Unit) -> Said | None:
        """The one spoken of before, where the sentence goes on about him."""
        return self.last if unit.words and unit.words[0].low in POINTERS else None


def _points(towards: Sequence[Word], said: Said) -> bool:
    """Whether the words point at something named before, or ask a question about it."""
    if said.rule == "asks-a-question" or is_bare(towards):
        return True
    if said.stance == "questions" and any(is_kind(one.low, "auxiliary") for one in towards):
        return True
    cut = next((at for at, one in enumerate(towards) if one.low in ("that", "which", "as")), None)
    return bool(cut) and is_bare(towards[:cut])


def _start(said: Said) -> int:
    return said.start if said.towards is None else said.towards[0]


def _speaker(unit: Unit, named: Named) -> Said | None:
    """The country whose verb is the first of a sentence that takes no stance ("Germany presented its paper")."""
    for at, word in enumerate(unit.words):
        if finite_of(word.low) is not None or word.low in ("is", "are", "was", "were", "has", "have", "had"):
            around = group(unit.words, at)
            holders = holders_before(unit.words, around.start, named)
            if holders is not None:
                return Said(holders.start, at + 1, holders.codes, "undecided", None, None, None, "speaks")
            return None
    return None
