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
from ingest.annotate.positions.topics import is_bare, is_topical, named_in_full
from ingest.document import Span

POINTERS = frozenset(("it", "they", "he", "she", "its", "his", "her", "their"))


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that was named in full, and its words in lower case."""

    span: Span
    lows: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    r"""``last`` is what the sentence before said, ``topics`` what was named in full under this heading.

    >>> from ingest.annotate.language.units import units
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. We sent the text on brokers. Japan supports it."
    >>> one, two = units(parse(Document(text, "a.txt", ""), knowledge()))
    >>> context = Context().entering(one).after(one, {}, ()).entering(two)
    >>> said = Said(0, 3, ("JPN",), "supports", (2, 3), None, None, "holder-verb")
    >>> meant = context.antecedent(two, said)
    >>> context.passage, meant and meant.of(text)
    ('1', 'text on brokers')
    """

    last: Said | None = None
    topics: tuple[Topic, ...] = ()
    passage: str = ""
    heading: str | None = None

    def entering(self, unit: Unit) -> "Context":
        """The context that a sentence is read in, without what was said in another passage."""
        passage = unit.passage.partition(".")[0]
        moved = unit.heading is not None and unit.heading != self.heading
        return replace(
            self,
            last=self.last if passage == self.passage else None,
            topics=() if moved else self.topics,
            passage=passage,
            heading=unit.heading or self.heading,
        )

    def antecedent(self, unit: Unit, said: Said) -> Span | None:
        """What is meant by "it" or "the text", or by no object at all."""
        towards = unit.words[slice(*said.towards)] if said.towards is not None else ()
        if towards and not _points(towards, said):
            return None
        known = (*self.topics, *_topics(unit, _start(said)))
        nouns = {one.low for one in towards if is_topical(one.low)}
        same = [one for one in known if nouns & one.lows]
        return (same or known)[-1].span if known else None

    def after(self, unit: Unit, named: Named, found: Sequence[Said]) -> "Context":
        """The context that the next sentence is read in."""
        last = found[-1] if found else speaker(unit, named) or self._kept(unit)
        return replace(self, last=last, topics=(*self.topics, *_topics(unit, len(unit.words))))

    def _kept(self, unit: Unit) -> Said | None:
        """The one spoken of before, where the sentence goes on about him."""
        return self.last if unit.words and unit.words[0].low in POINTERS else None


def _topics(unit: Unit, end: int) -> tuple[Topic, ...]:
    """What a sentence names in full before one of its words."""
    return tuple(
        Topic(cover(unit.words, *one), frozenset(word.low for word in unit.words[slice(*one)]))
        for one in named_in_full(unit.words)
        if one[1] <= end
    )


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


def speaker(unit: Unit, named: Named) -> Said | None:
    r"""What names the country whose verb is the first of a sentence ("Germany presented its paper").

    >>> from ingest.annotate.language.units import units
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Germany presented its paper."
    >>> made = speaker(units(parse(Document(text, "a.txt", ""), knowledge()))[0], {0: ("DEU", 1)})
    >>> made and (made.codes, made.rule)
    (('DEU',), 'speaks')
    """
    for at, word in enumerate(unit.words):
        if finite_of(word.low) is not None or word.low in ("is", "are", "was", "were", "has", "have", "had"):
            around = group(unit.words, at)
            holders = holders_before(unit.words, around.start, named)
            if holders is not None:
                return Said(holders.start, at + 1, holders.codes, "undecided", None, None, None, "speaks")
            return None
    return None
