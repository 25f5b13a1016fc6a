"""Directives with what they are about and what they rest on."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.annotate.names.regime import document_regime
from ingest.cable import Cable, Passage
from ingest.claim import DirectiveClaim
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile
from ingest.mention import DecisionMention, DirectiveMention, Mention, ProposalMention
from ingest.resolve.dependence import Context, depends_on
from ingest.resolve.found import Found, SoFar, evidence, of_kind
from ingest.resolve.identity import digest
from ingest.resolve.topics import topics


def resolve_directives(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[DirectiveClaim]:
    r"""One claim for each directive, in the order of the text.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. If asked, posts may suggest a date."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_directives(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [(one.passage, one.modality, one.act, one.condition) for one in found.claims]
    [('1', 'may', 'suggest', 'if asked')]
    """
    context = Context(cable, sofar, of_kind(mentions, DecisionMention), of_kind(mentions, ProposalMention))
    profile = document_regime(cable, knowledge)
    claims: dict[str, DirectiveClaim] = {}
    names: dict[Span, tuple[str, ...]] = {}
    found = sorted(of_kind(mentions, DirectiveMention), key=lambda one: (one.sentence, one.span))
    for _, group in groupby(found, key=lambda one: one.sentence):
        for one, reach in _reaches(tuple(group)):
            claim = _claim(one, reach, context, profile, knowledge)
            claims.setdefault(claim.id, claim)
            names[one.span] = (claim.id,)
    return Found(tuple(claims.values()), names)


def _reaches(group: Sequence[DirectiveMention]) -> Iterator[tuple[DirectiveMention, tuple[Span, ...]]]:
    """Each directive of a sentence with the stretches that belong to it.

    What stands before the first belongs to all of them ("Per REF A, the delegation should ..."), what stands
    after a clause to that clause.
    """
    leading = Span(group[0].sentence.start, max(group[0].sentence.start, group[0].span.start))
    for position, one in enumerate(group):
        while position + 1 < len(group) and " " not in group[position].content:
            position += 1  # "neither support nor oppose the paper": both acts have what follows the second
        last = position + 1 == len(group)
        end = one.sentence.end if last else max(one.span.end, group[position + 1].span.start)
        yield one, (leading, Span(one.span.start, max(end, one.span.end)))


def _claim(
    one: DirectiveMention,
    reach: tuple[Span, ...],
    context: Context,
    profile: Profile | None,
    knowledge: Knowledge,
) -> DirectiveClaim:
    cable = context.cable
    passage = cable.passage_at(one.span.start)
    number = "0" if passage is None else passage.number
    headings = () if passage is None else _headings(cable, passage)
    key = digest(cable.id, number, one.modality, one.act, one.content)
    return DirectiveClaim(
        (evidence(cable, one.span, one.rule),),
        f"{number}-{one.act.replace(' ', '-')}-{key}",
        number,
        one.modality,
        one.act,
        one.content,
        one.condition,
        one.addressee,
        topics(cable.text, (one.sentence, *headings), profile, knowledge),
        depends_on(one, reach, context),
    )


def _headings(cable: Cable, passage: Passage) -> tuple[Span, ...]:
    """The headings of a passage and of the passages around it."""
    around = [one for one in cable.passages if one.number == passage.number or one.span.holds(passage.span)]
    return tuple(dict.fromkeys(one.heading_span for one in around if one.heading_span is not None))
