"""Which decisions implementations give effect to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.annotate.implementations.effect import of_kind as of_kind_words
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import words
from ingest.cable import Cable, Problem
from ingest.claim import DecisionClaim, ImplementationClaim
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import ImplementationMention, Mention
from ingest.resolve.found import Found, SoFar, evidence, of_kind
from ingest.resolve.identity import digest
from ingest.resolve.same import telling

POINTING = frozenset(("decision", "it", "them", "this", "these", "such", "changes"))
NAMING = frozenset(("commitment", "rule", "guide", "understanding", "criteria", "elements", "limit"))
"""Nouns that take up only what was called so."""
ELLIPTIC = ("follows-decision", "law-in-force", "law-changed", "is-implemented")
"""Rules of words that leave out what is given effect to."""


_ALL: Final = frozenset(("all", "both", "one", "but", "new", "necessary", "national", "own", "draft", "so"))


def _implemented(cable: Cable, one: ImplementationMention, sofar: SoFar) -> tuple[str, ...]:
    """The decision that the words name; else one of theirs, or that which the paragraph named last."""
    if one.implements_span is None:
        return ()
    near = sofar.decisions.over(one.implements_span)
    if near:
        return near
    alike = _alike(one.implements_span.of(cable.text), sofar.decisions.claims)
    said = frozenset(word.low for word in words(cable.text, one.implements_span)[:3])
    elsewhere = not one.span.holds(one.implements_span)  # "Ukraine did so": the sentence before says what
    if alike or not (said & (POINTING | NAMING) or elsewhere or one.rule in ELLIPTIC):
        return alike
    # a section may report on one decision over several paragraphs
    inside = {_paragraph(cable, one.span.start), _paragraph(cable, one.implements_span.start)}
    wanted = said & NAMING
    before = [
        at
        for at in sofar.decisions.names
        if at.start < one.span.start
        and _paragraph(cable, at.start) in inside
        and (not wanted or wanted & {word.low for word in words(cable.text, at)})
    ]
    return sofar.decisions.names[max(before)] if before else ()


@dataclass(frozen=True, slots=True)
class _Told:
    """Where an implementation was told last whose decision is known."""

    span: Span
    decisions: tuple[str, ...]


def _gone_on(cable: Cable, one: ImplementationMention, last: _Told | None) -> tuple[str, ...]:
    """The decision of the implementation told before in the same section, where the words name no other."""
    if last is None or not _names_nothing(cable, one) or not _goes_on(cable, last.span, one.span):
        return ()
    return last.decisions


def _names_nothing(cable: Cable, one: ImplementationMention) -> bool:
    """Whether what is given effect to is left out or only pointed at: "them", "its law", "the changes"."""
    if one.implements_span is None or one.rule in ELLIPTIC:
        return True
    said = {word.low for word in words(cable.text, one.implements_span)}
    rest = {low for low in said if low not in POINTING and not is_kind(low, "determiner", "preposition")}
    return rest <= of_kind_words("law") | of_kind_words("instrument") | of_kind_words("object") | _ALL


def _goes_on(cable: Cable, before: Span, now: Span) -> bool:
    """Whether two places stand in one paragraph, or in one and the next with no heading between."""
    first, second = cable.passage_at(before.start), cable.passage_at(now.start)
    if first is None or second is None:
        return False
    numbers = [one.number.partition(".")[0] for one in (first, second)]
    if numbers[0] == numbers[1]:
        return True
    adjoining = all(one.isdigit() for one in numbers) and int(numbers[1]) == int(numbers[0]) + 1
    return adjoining and second.heading in (None, first.heading)


def _of_heading(cable: Cable, one: ImplementationMention, sofar: SoFar) -> tuple[str, ...]:
    """The one decision on changes of the meeting that the heading names by its place."""
    passage = cable.passage_at(one.span.start)
    if passage is None or passage.heading is None or not _names_nothing(cable, one):
        return ()
    heading = {word.low.removesuffix("'s") for word in words(passage.heading)}
    if heading.isdisjoint(of_kind_words("object")):
        return ()
    places = {each.id: set(_slugged(each.place)) for each in sofar.meetings.claims if each.place is not None}
    meant = [
        each.id
        for each in sofar.decisions.claims
        if not each.generic
        and heading & places.get(each.adopted_at or "", set())
        and of_kind_words("object") & {word.low for word in words(each.about)}
    ]
    return (meant[0],) if len(meant) == 1 else ()


def _slugged(place: str) -> list[str]:
    """The words of a place that are long enough to tell it by."""
    return [low for low in place.casefold().split() if len(low) >= len("Rio")]


def _alike(said: str, decisions: Sequence[DecisionClaim]) -> tuple[str, ...]:
    """The one decision of the document that shares two words, or all, with what is given effect to."""
    wanted = telling(said)
    shared = {one.id: wanted & telling(one.about) for one in decisions if not one.generic}
    close = [name for name, found in shared.items() if len(found) > 1 or (found and found == wanted)]
    return (close[0],) if len(close) == 1 else ()


def _paragraph(cable: Cable, at: int) -> str:
    """The number of the paragraph around a place, without that of its parts."""
    passage = cable.passage_at(at)
    return "" if passage is None else passage.number.partition(".")[0]


def resolve_implementations(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[ImplementationClaim]:
    r"""One claim for each implementation; one whose decision the words do not name is kept and told.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Turkey will implement the decision by March 2009."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_implementations(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [(one.implementer, one.due, one.implements) for one in found.claims], len(found.unresolved)
    ([('TUR', '2009-03', None)], 1)
    """
    claims: dict[str, ImplementationClaim] = {}
    problems: list[Problem] = []
    last: _Told | None = None
    for one in sorted(of_kind(mentions, ImplementationMention), key=lambda each: each.span):
        near = _implemented(cable, one, sofar) or _of_heading(cable, one, sofar) or _gone_on(cable, one, last)
        last = _Told(one.span, near) if near else last
        shown = evidence(cable, one.span, one.rule)
        passage = shown.passage or "0"
        key = digest(cable.id, passage, one.implementer or "", one.span.of(cable.text))
        claim = ImplementationClaim(
            (shown,),
            f"{one.implementer or 'all'}-{key}",
            passage,
            one.implementer,
            near[0] if near else None,
            one.due,
            one.status,
        )
        claims.setdefault(claim.id, claim)
        if not near:
            why = "an implementation of a decision that the words do not name"
            problems.append(Problem(one.span.of(cable.text), one.span, why))
    return Found(tuple(claims.values()), unresolved=tuple(problems))
