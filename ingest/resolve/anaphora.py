"""What a directive goes on with that it does not name: "it", "so", "such a list", or what it objects to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ingest.annotate.language.sentences import sentences
from ingest.annotate.language.verbs import finite_of, gerund_of, is_base, participle_of
from ingest.annotate.language.vocabulary import is_kind, phrases, table
from ingest.annotate.language.word import Word, places, words
from ingest.cable import Cable, Passage
from ingest.document import Span
from ingest.mention import DirectiveMention
from ingest.resolve.meant import words_for
from ingest.resolve.same import STEM

_PRONOUNS: Final = frozenset(("it", "them", "this", "that", "these", "those", "its", "so"))
_IMPERSONAL: Final = frozenset(
    ("make", "making", "find", "finding", "consider", "think", "deem", "leave", "see")
)
"""Verbs whose "it" stands for what follows ("make it clear that", "see to it that")."""
_DOING: Final = frozenset(("do", "doing", "did", "done", "say", "saying"))
_POINTING: Final = frozenset(("the", "this", "that", "these", "those", "such"))
_COURTESIES: Final = frozenset(("thank", "congratulate", "greet"))
_WIDEST: Final = 3
"""How many words a noun phrase that takes something up may have behind its "the"."""
_FAR: Final = 2
"""How many sentences back a pronoun reaches where its passage has named one thing alone."""


@dataclass(frozen=True, slots=True)
class Named:
    """The places of a document that name proposals or decisions: their ids, and stems of what they are."""

    ids: Mapping[Span, tuple[str, ...]]
    proposals: frozenset[Span]
    stems: Mapping[Span, frozenset[str]]


def carried_over(
    cable: Cable, directive: DirectiveMention, named: Named
) -> tuple[Span, tuple[str, ...]] | None:
    r"""The words of a directive that go on with something named before, and the ids of what that is.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. We saw a proposal. Posts should ask that it be shelved."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> one = next(one for one in annotate(cable, knowledge()) if isinstance(one, DirectiveMention))
    >>> made = carried_over(cable, one, Named({Span(38, 48): ("mtcr-fra-brokers",)}, frozenset(), {}))
    >>> made and (made[0].of(text), made[1])
    ('it', ('mtcr-fra-brokers',))
    """
    passage = cable.passage_at(directive.span.start)
    if passage is None or not named.ids or directive.act in _COURTESIES:
        return None
    found = words(cable.text, directive.span)
    act = max(0, len(found) - len(words(directive.content)))
    said, near = _pronoun(found, act), _Near(cable, passage, directive, named)
    if said is not None and (meant := near.last(said)) is not None:
        return said, named.ids[meant]
    if (said := _as_decided(found)) is not None and (meant := near.last(said)) is not None:
        return said, named.ids[meant]
    for said, stem in _phrases(found):
        if (meant := near.about(said, stem)) is not None:
            return said, named.ids[meant]
    if _consents(found, act) and (meant := near.in_passage()) is not None:
        return directive.span, named.ids[meant]
    if (_consents(found, act) or _treats(directive)) and (meant := near.in_heading()) is not None:
        return directive.span, named.ids[meant]
    return None


def heads(about: str) -> str:
    """The words of what a thing is about up to its first "of" or "which", among which its noun stands.

    >>> heads("a register of test sites"), heads("the changes which Peru wants")
    ('a register', 'the changes')
    """
    found = words(about)
    ends = (at for at, one in enumerate(found) if at and is_kind(one.low, "preposition", "opener"))
    last = next(ends, len(found))
    return "" if not found else Span(found[0].start, found[last - 1].end).of(about)


@dataclass(frozen=True, slots=True)
class _Near:
    """What stands before a directive, in its sentence, its passage and the headings above it."""

    cable: Cable
    passage: Passage
    directive: DirectiveMention
    named: Named

    def _before(self, start: int, end: int) -> list[Span]:
        return sorted(one for one in self.named.ids if start <= one.start and one.end <= end)

    def last(self, said: Span) -> Span | None:
        """What a pronoun there stands for: named in its sentence, or in the one before it."""
        own = self._before(self.directive.sentence.start, said.start)
        if own:
            return own[-1]
        starts = [
            one.start
            for one in sentences(self.cable.text, self.passage.span)
            if one.start < self.directive.sentence.start
        ]
        inside = [one for one in self._inside() if one.end <= self.directive.sentence.start]
        several = len({self.named.ids[one] for one in inside}) > 1
        near = [one for one in inside if one.start >= min(starts[-1 if several else -_FAR :], default=0)]
        return near[-1] if near and starts else None if inside else self.in_heading()

    def about(self, said: Span, stem: str) -> Span | None:
        """The last thing named in the passage that is about what a noun of that stem means."""
        inside = [one for one in self._inside() if one.end <= said.start]
        titled = self.in_heading()
        near = [*([] if titled is None else [titled]), *inside]
        return next((one for one in reversed(near) if stem in self.named.stems.get(one, ())), None)

    def in_passage(self) -> Span | None:
        """The proposal that the passage named last, unless the sentence turns to something else."""
        if self._turns():
            return None
        inside = [one for one in self._inside() if one.end <= self.directive.span.start]
        inside = [one for one in inside if one in self.named.proposals]
        return inside[-1] if inside else None

    def _turns(self) -> bool:
        """Whether the sentence begins with another topic ("If others raise fees, ...", "On fees, ...")."""
        start = self.directive.sentence.start
        before = words(self.cable.text, Span(start, max(start, self.directive.span.start)))
        topic = phrases("dependence_cues").at(before, 0)
        raised = any(one.low in words_for("raising") for one in before)
        return raised or (topic is not None and topic.row["where"] == "topic")

    def _inside(self) -> list[Span]:
        """The places of the passage that name something, its heading left out."""
        heading = self.passage.heading_span
        inside = self._before(self.passage.span.start, self.passage.span.end)
        return [one for one in inside if heading is None or not heading.holds(one)]

    def in_heading(self) -> Span | None:
        """The one thing that the headings above name."""
        around = [one for one in self.cable.passages if one.span.holds(self.passage.span)]
        spans = [one.heading_span for one in around if one.heading_span is not None]
        inside = [one for one in self.named.ids if any(span.holds(one) for span in spans)]
        return inside[0] if len({self.named.ids[one] for one in inside}) == 1 else None


def _pronoun(found: Sequence[Word], act: int) -> Span | None:
    """The first pronoun behind the act that can stand for a thing named before."""
    for at in places(found, _PRONOUNS):
        if at <= act:
            continue
        low, before = found[at].low, found[at - 1].low
        if low == "its":
            owned = at + 1 < len(found) and found[at + 1].low in words_for("its")
            if owned:
                return Span(found[at].start, found[at + 1].end)
        elif low == "so":
            if before in _DOING or (_ends(found, at + 1) and not is_kind(before, "adverb")):
                return found[at].span
        elif low in ("it", "them"):
            if _is_object(found, at) or _is_dealt_with(found, at):
                return found[at].span
        elif _ends(found, at + 1) and _is_governed(found, at):
            return found[at].span
    return None


def _as_decided(found: Sequence[Word]) -> Span | None:
    """The words "as then agreed", "as foreseen therein", which say no more of what was decided."""
    deciding = words_for("decided")
    for at in places(found, deciding):
        start = at
        while start and (is_kind(found[start - 1].low, "adverb") or found[start - 1].low in ("was", "were")):
            start -= 1
        following = found[at + 1].low if at + 1 < len(found) else "."
        if (
            start
            and found[start - 1].low == "as"
            and (not following[:1].isalnum() or following in words_for("there"))
        ):
            return Span(found[start - 1].start, found[at].end)
    return None


def _ends(found: Sequence[Word], at: int) -> bool:
    """Whether a phrase ends there."""
    return at >= len(found) or found[at].is_mark or is_kind(found[at].low, "preposition", "conjunction")


def _is_governed(found: Sequence[Word], at: int) -> bool:
    before = found[at - 1].low
    verb = is_base(before) or gerund_of(before) is not None
    return verb or is_kind(before, "preposition") or before in words_for("between")


def _is_object(found: Sequence[Word], at: int) -> bool:
    """Whether "it" or "them" there is governed and no clause follows ("see it fail", "make it clear")."""
    if not _is_governed(found, at) or found[at - 1].low in _IMPERSONAL:
        return False
    if found[at - 1].low == "to" and found[at - 2].low in _IMPERSONAL:
        return False
    following = found[at + 1].low if at + 1 < len(found) else "."
    return not (following == "that" or is_kind(following, "auxiliary") or finite_of(following) is not None)


def _is_dealt_with(found: Sequence[Word], at: int) -> bool:
    """Whether "that it be deferred" is written."""
    rest = [one.low for one in found[at + 1 : at + 4]]
    done = next((one for one in rest[1:] if not is_kind(one, "adverb")), "")
    return found[at - 1].low == "that" and rest[:1] == ["be"] and participle_of(done) is not None


def _phrases(found: Sequence[Word]) -> Iterator[tuple[Span, str]]:
    """The noun phrases with "the" or "such" before them, each with the stem of its noun."""
    common = words_for("common")
    for at in places(found, _POINTING):
        if found[at].low == "that" and not is_kind(found[at - 1].low, "preposition"):
            continue
        end = at + 1
        while end < len(found) and end - at <= _WIDEST and not _ends_noun(found, end):
            end += 1
        if end > at + 1 and (noun := found[end - 1].low) not in common and len(noun) > _WIDEST:
            yield Span(found[at].start, found[end - 1].end), noun[:STEM]


def _ends_noun(found: Sequence[Word], at: int) -> bool:
    low = found[at].low
    small = ("preposition", "conjunction", "auxiliary", "opener", "determiner", "adverb")
    article = low in ("a", "an") and found[at - 1].low == "such"
    return found[at].is_mark or (is_kind(low, *small) and not article)


def _treats(directive: DirectiveMention) -> bool:
    """Whether the act deals with a subject ("ask", "stress"), and so with that of the heading above it."""
    return directive.act in _treating()


@cache
def _treating() -> frozenset[str]:
    return frozenset(row["act"] for row in table("proposal_acts"))


def _consents(found: Sequence[Word], act: int) -> bool:
    """Whether the clause ends behind an act of consent or refusal, or goes on with how or when alone."""
    cue = phrases("consents").at(found, act)
    if cue is None:
        return False
    following = found[cue.end].low if cue.end < len(found) else "."
    return not following[:1].isalnum() or following in words_for("open")
