"""What the sentences before said: whose stance it was, and what it was about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ingest.annotate.language.holders import Named, holders_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.units import Unit
from ingest.annotate.language.verb_groups import group
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import ALONE, Telling, Word, cover
from ingest.annotate.positions.topics import NOUNS, is_bare, is_topical, named_in_full
from ingest.document import Span

POINTERS = frozenset(("it", "they", "he", "she", "its", "his", "her", "their"))


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that was named in full, and its words in lower case."""

    span: Span
    lows: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Chain:
    """A sentence that may name something in full, and those before it."""

    unit: Unit
    before: "_Chain | None"


@dataclass(frozen=True)
class Context:
    r"""What was said before: by whom in the last sentence, and what was named in full under this heading.

    Few sentences ask who spoke last, or of what; that is found out when one does.

    >>> from ingest.annotate.language.units import units
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. We sent the text on brokers. Japan supports it."
    >>> one, two = units(parse(Document(text, "a.txt", ""), knowledge()))
    >>> context = Context().entering(one).after(one, dict).entering(two)
    >>> said = Said(0, 3, ("JPN",), "supports", (2, 3), None, None, "holder-verb")
    >>> meant = context.antecedent(two, said)
    >>> context.passage, context.last, meant and meant.of(text)
    ('1', None, 'text on brokers')
    """

    said: Said | None = None
    speaking: tuple[Unit, Callable[[], Named]] | None = None
    spoken_of: "_Chain | None" = None
    passage: str = ""
    heading: str | None = None

    @cached_property
    def _topics(self) -> tuple[Topic, ...]:
        """What was named in full, in the order of the text."""
        chain, found = self.spoken_of, list[Topic]()
        while chain is not None:
            found += [topic for topic, _ in reversed(_topics(chain.unit))]
            chain = chain.before
        return tuple(reversed(found))

    @cached_property
    def last(self) -> Said | None:
        """What the sentence before said; else the one who spoke in it, or of whom it went on to speak."""
        if self.said is not None or self.speaking is None:
            return self.said
        unit, named = self.speaking
        return speaker(unit, named())

    def entering(self, unit: Unit) -> "Context":
        """The context that a sentence is read in, without what was said in another passage."""
        passage = unit.passage.partition(".")[0]
        moved = unit.heading is not None and unit.heading != self.heading
        if passage == self.passage and not moved:
            return self
        stays = passage == self.passage
        return Context(
            self.said if stays else None,
            self.speaking if stays else None,
            None if moved else self.spoken_of,
            passage,
            unit.heading or self.heading,
        )

    def antecedent(self, unit: Unit, said: Said) -> Span | None:
        """What is meant by "it" or "the text", or by no object at all."""
        towards = unit.words[slice(*said.towards)] if said.towards is not None else ()
        if towards and not _points(towards, said):
            return None
        known = (*self._topics, *(one for one, end in _topics(unit) if end <= _start(said)))
        nouns = {one.low for one in towards if is_topical(one.low)}
        same = [one for one in known if nouns & one.lows]
        return (same or known)[-1].span if known else None

    def after(self, unit: Unit, named: Callable[[], Named], found: Sequence[Said] = ()) -> "Context":
        """The context that the next sentence is read in; *named* tells which countries this one names."""
        said = found[-1] if found else None
        if said is None and unit.first in POINTERS:
            # the one spoken of before, where the sentence goes on about him
            said = speaker(unit, named()) or self.last
        speaking = None if found or unit.first in POINTERS else (unit, named)
        topical = not unit.lows.isdisjoint(NOUNS)
        chain = _Chain(unit, self.spoken_of) if topical else self.spoken_of
        return Context(said, speaking, chain, self.passage, self.heading)


def _topics(unit: Unit) -> Sequence[tuple[Topic, int]]:
    """What a sentence names in full, and the index of the word behind it."""
    if unit.lows.isdisjoint(NOUNS):
        return ()
    known: Sequence[tuple[Topic, int]] | None = unit.words.answers.get("topics")
    if known is None:
        known = unit.words.answers["topics"] = tuple(
            (Topic(cover(unit.words, *one), frozenset(word.low for word in unit.words[slice(*one)])), one[1])
            for one in named_in_full(unit.words)
        )
    return known


BEING = frozenset(("is", "are", "was", "were", "has", "have", "had"))
SPEAKING: Final = Telling(lambda low: ALONE if low in BEING or finite_of(low) is not None else None)


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
    at = next(iter(SPEAKING.places(unit.words)), None) if named else None
    holders = None if at is None else holders_before(unit.words, group(unit.words, at).start, named)
    if at is None or holders is None:
        return None
    return Said(holders.start, at + 1, holders.codes, "undecided", None, None, None, "speaks")
