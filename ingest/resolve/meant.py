"""What "the proposal" and "that decision" mean in a directive: what the same passage named last."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ingest.annotate.language.vocabulary import table
from ingest.annotate.language.word import places, words
from ingest.annotate.proposals.proposed import of_kind
from ingest.cable import Cable, Passage
from ingest.document import Span
from ingest.mention import DirectiveMention

Named = Mapping[Span, tuple[str, ...]]

POINTING = frozenset(("the", "this", "that", "these", "those", "such"))
TAKING = frozenset(("take", "taking", "reach", "reaching", "make", "await", "awaiting", "defer", "postpone"))
"""Verbs whose decision is still to come: "so that the Plenary can take the formal decision"."""


@cache
def words_for(kind: str) -> frozenset[str]:
    """The nouns by which a thing of that kind is taken up again.

    >>> sorted(words_for("matter"))
    ['issue', 'item', 'matter', 'question']
    """
    return frozenset(row["word"] for row in table("taken_up") if row["kind"] == kind)


def taken_up(
    cable: Cable, directive: DirectiveMention, reach: Sequence[Span], named: Named, kind: str
) -> Iterator[tuple[Span, str]]:
    r"""The words of a directive that take up something named before, and the ids that they stand for.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. France tabled a proposal. Posts should support the proposal."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> one = next(one for one in annotate(cable, knowledge()) if isinstance(one, DirectiveMention))
    >>> named = {Span(44, 54): ("mtcr-fra-brokers",)}
    >>> [(at.of(text), target) for at, target in taken_up(cable, one, [one.sentence], named, "proposal")]
    [('the proposal', 'mtcr-fra-brokers')]
    """
    for said, noun in _phrases(cable.text, reach, kind):
        if not any(one.start < said.end and said.start < one.end for one in named):
            before = _last(cable, directive, said, named, noun)
            yield from ((said, target) for target in (() if before is None else named[before]))


def _phrases(text: str, reach: Sequence[Span], kind: str) -> Iterator[tuple[Span, str]]:
    nouns, plain = words_for(kind), of_kind("plain")
    for span in reach:
        found = words(text, span)
        for at in () if found.lows.isdisjoint(nouns) else places(found, POINTING):
            if at + 1 >= len(found):
                break
            noun = at + 2 if found[at + 1].low in plain - nouns and at + 2 < len(found) else at + 1
            if at and found[at - 1].low in TAKING:
                continue
            following = found[noun + 1].low if noun + 1 < len(found) else ""
            if found[noun].low in nouns and following not in ("of", "on", "by", "from", "to"):
                yield Span(found[at].span.start, found[noun].span.end), found[noun].low


def _last(cable: Cable, directive: DirectiveMention, said: Span, named: Named, noun: str) -> Span | None:
    """The last place before *said* that named what *noun* can mean."""
    passage = cable.passage_at(directive.span.start)
    if passage is None:
        return None
    if noun in words_for("matter"):
        near = [one for one in named if directive.sentence.start <= one.start < said.start]
        return max(near, default=None)
    inside = [one for one in named if passage.span.start <= one.start < said.start]
    own = [one for one in inside if _is_called(cable.text, one, noun)]
    return max(own) if own else max(_of_siblings(cable, passage, said, named, noun), default=None)


def _of_siblings(cable: Cable, passage: Passage, said: Span, named: Named, noun: str) -> Iterator[Span]:
    """The places in the passages beside this one that call something by that noun."""
    if passage.parent is None:
        return
    around = [one.span for one in cable.passages if one.number == passage.parent]
    for one in named:
        beside = one.end <= said.start and any(span.holds(one) for span in around)
        if beside and _is_called(cable.text, one, noun):
            yield one


def _is_called(text: str, span: Span, noun: str) -> bool:
    """Whether the thing named there can be taken up by that noun: by a general one, or by its own."""
    if noun in words_for("any"):
        return True
    lows = {one.low for one in words(text, span)}
    return noun in lows | {one.removesuffix("s") for one in lows}
