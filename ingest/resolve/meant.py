"""What "the proposal" and "that decision" mean in a directive: what the same passage named last."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ingest.annotate.language.sentences import sentences
from ingest.annotate.language.verbs import is_base
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word, places, words
from ingest.annotate.proposals.proposed import of_kind
from ingest.cable import Cable, Passage
from ingest.document import Span
from ingest.mention import DirectiveMention

Named = Mapping[Span, tuple[str, ...]]

POINTING = frozenset(("the", "this", "that", "these", "those", "such"))
WIDEST = 4
"""How many words may make up "Cape Town decision" with the "the" before them."""
SMALL = ("preposition", "conjunction", "auxiliary", "opener", "determiner", "adverb")
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
        if _is_of_another(cable, directive, said):
            continue
        if not any(one.start < said.end and said.start < one.end for one in named):
            before = _last(cable, directive, said, named, noun)
            yield from ((said, target) for target in (() if before is None else named[before]))


def _phrases(text: str, reach: Sequence[Span], kind: str) -> Iterator[tuple[Span, str]]:
    nouns, plain = words_for(kind), of_kind("plain")
    for span in reach:
        found = words(text, span)
        if found.lows.isdisjoint(nouns):
            continue
        bare = not any(one.islower() for one in span.of(text))
        for noun in places(found, nouns):
            start = _opening(found, noun, plain - nouns, bare=bare)
            if start is not None and not _says_more(found, noun):
                yield Span(found[start].start, found[noun].end), found[noun].low


def _is_of_another(cable: Cable, directive: DirectiveMention, said: Span) -> bool:
    """Whether words before the noun ("the Cape Town decision") were not written in the passage before."""
    passage = cable.passage_at(directive.span.start)
    inner = words(cable.text, said)[1:-1]
    if passage is None or all(one.low in of_kind("plain") for one in inner):
        return False
    before = words(cable.text, Span(passage.span.start, max(passage.span.start, said.start))).lows
    return not before.issuperset(one.low for one in inner)


def _opening(found: Sequence[Word], noun: int, plain: frozenset[str], *, bare: bool) -> int | None:
    """Where a noun phrase begins that points back; telegrams in capitals leave "the" out."""
    start = noun - 1 if noun and found[noun - 1].low in plain else noun
    for at in range(noun - 1, max(0, noun - WIDEST), -1):
        if found[at].is_mark or is_kind(found[at].low, *SMALL):
            break
        if found[at - 1].low in POINTING:
            start = at
    before = found[start - 1].low if start else ""
    if before in POINTING:
        return None if start > 1 and found[start - 2].low in TAKING else start - 1
    return start if bare and is_base(before) and before not in TAKING else None


def _says_more(found: Sequence[Word], noun: int) -> bool:
    """Whether words behind a noun say which is meant, so that it is named there."""
    following = [one.low for one in found[noun + 1 : noun + 3]]
    if following[:1] == ["to"]:
        return is_base(following[-1])
    return following[:1] in (["of"], ["on"], ["by"], ["from"])


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
    if not own and len({named[one] for one in inside}) == 1 and noun in words_for("loose"):
        own = inside
    if own and noun in words_for("decision"):
        return _told_with(cable, passage, max(own), own)
    return max(own) if own else max(_of_siblings(cable, passage, said, named, noun), default=None)


def _told_with(cable: Cable, passage: Passage, last: Span, own: Sequence[Span]) -> Span:
    """The first of several things told in one sentence ("agreed to X, and left Y to the experts")."""
    around = (one for one in sentences(cable.text, passage.span) if one.holds(last))
    sentence = next(around, last)
    return min(one for one in own if sentence.holds(one))


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
