"""What a directive rests on: decisions, documents and proposals, by named rules, each with its own words.

A citation is no dependence: words such as "per", "outlined in" or "as a guide" must tie it to the act.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.annotate.language.vocabulary import Cue, phrases, table
from ingest.annotate.language.word import Word, words
from ingest.cable import Cable
from ingest.claim import Dependence, Grade, Relation
from ingest.document import Span
from ingest.mention import DecisionMention, DirectiveMention, ProposalMention
from ingest.resolve.found import SoFar, evidence

REACH = 14
"""How many words may stand between a cue and the citation that it governs."""

AGREED = ("as-agreed-at", "noun-agreed-at")


@dataclass(frozen=True, slots=True)
class Context:
    """What directives are held against: the mentions of the document and what they denote."""

    cable: Cable
    sofar: SoFar
    decisions: tuple[DecisionMention, ...]
    proposals: tuple[ProposalMention, ...]


def depends_on(
    directive: DirectiveMention, reach: Sequence[Span], context: Context
) -> tuple[Dependence, ...]:
    r"""What one directive rests on; *reach* are the stretches of its sentence that belong to it.

    One dependence for each thing that it rests on, with all the words that say so.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.resolve.citations import resolve_citations
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nREF: A. 08 STATE 26726\n\n1. Per ref A, posts should act."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> mentions = annotate(cable, knowledge())
    >>> one = next(one for one in mentions if isinstance(one, DirectiveMention))
    >>> sofar = SoFar(citations=resolve_citations(cable, mentions, knowledge(), SoFar()))
    >>> [(d.relation, d.target) for d in depends_on(one, [one.sentence], Context(cable, sofar, (), ()))]
    [('followsDocument', '2008STATE26726')]
    """
    found = [
        *_decisions(directive, reach, context),
        *_documents(directive, reach, context),
        *_proposals(directive, reach, context),
    ]
    merged: dict[str, Dependence] = {}
    for one in found:
        earlier = merged.get(one.target)
        both = one.evidence if earlier is None else tuple(sorted({*earlier.evidence, *one.evidence}))
        merged[one.target] = replace(earlier or one, evidence=both)
    return tuple(merged.values())


def _made(
    context: Context, span: Span, rule: str, relation: Relation, target: str, grade: Grade = "verbatim"
) -> Dependence:
    return Dependence((evidence(context.cable, span, rule, grade),), relation, target)


def _inside(span: Span, reach: Sequence[Span]) -> bool:
    return any(one.start <= span.start < one.end for one in reach)


def _decisions(directive: DirectiveMention, reach: Sequence[Span], context: Context) -> Iterator[Dependence]:
    for one in context.decisions:
        if not _inside(one.span, reach):
            continue
        if one.span.start < directive.span.start and one.rule not in ("as-agreed-at", "decision-named"):
            continue
        rule = "as-agreed-at" if one.rule in AGREED else "decision-named"
        for target in context.sofar.decisions.names.get(one.span, ()):
            yield _made(context, one.span, rule, "restsOnDecision", target)


def _documents(directive: DirectiveMention, reach: Sequence[Span], context: Context) -> Iterator[Dependence]:
    found = words(context.cable.text, directive.sentence)
    for span, targets in sorted(context.sofar.citations.names.items()):
        if not _inside(span, reach):
            continue
        cue = _cue(found, span)
        if cue is None:
            continue
        said = Span(min(found[cue.start].span.start, span.start), max(found[cue.end - 1].span.end, span.end))
        for target in targets:
            yield _made(context, said, cue.row["rule"], "followsDocument", target)


def _cue(found: Sequence[Word], cited: Span) -> Cue | None:
    """The nearest cue that governs the citation at that place."""
    first = next((at for at, one in enumerate(found) if one.span.end > cited.start), None)
    after = next((at for at, one in enumerate(found) if one.span.start >= cited.end), len(found))
    if first is None:
        return None
    known = phrases("dependence_cues")
    for start in range(after, min(len(found), after + 3)):
        cue = known.at(found, start)
        if cue is not None and cue.row["where"] == "after":
            return cue
        if found[start].is_mark:
            break
    return _cue_before(found, first)


def _cue_before(found: Sequence[Word], first: int) -> Cue | None:
    for start in range(first - 1, max(-1, first - REACH), -1):
        if found[start].low in (";", ":"):
            return None
        cue = phrases("dependence_cues").at(found, start)
        if cue is None or cue.row["where"] != "before" or cue.end > first:
            continue
        if _governs(found, cue, first):
            return cue
    return None


def _governs(found: Sequence[Word], cue: Cue, first: int) -> bool:
    """Whether nothing stands between cue and citation that gives the citation to something else."""
    between = found[cue.end : first]
    if cue.row["note"] == "only right before the citation":
        return len(between) <= 1
    if any(one.low == "(" for one in between):
        return False  # "consistent with its approach to X (REF B)" points, it does not follow
    return cue.row["rule"] != "outlined-in" or len(between) <= 4


def _proposals(directive: DirectiveMention, reach: Sequence[Span], context: Context) -> Iterator[Dependence]:
    acts = {row["act"] for row in table("proposal_acts")}
    rule = "supports-proposal" if directive.act in acts else "about-proposal"
    generic = {one.id for one in context.sofar.proposals.claims if one.generic}
    named = False
    for one in context.proposals:
        if _inside(one.span, reach) and one.span.start >= directive.span.start:
            named = True
            for target in context.sofar.proposals.names.get(one.span, ()):
                if target not in generic:
                    yield _made(context, one.span, rule, "concernsProposal", target)
    if not named:
        yield from _meant(directive, context, generic)


def _meant(directive: DirectiveMention, context: Context, generic: set[str]) -> Iterator[Dependence]:
    """What "the proposal" means: the one that the same passage named last."""
    passage = context.cable.passage_at(directive.span.start)
    said = _anaphor(context.cable.text, directive.span)
    if passage is None or said is None:
        return
    before: Mapping[Span, tuple[str, ...]] = {
        span: targets
        for span, targets in context.sofar.proposals.names.items()
        if passage.span.start <= span.start < said.start and not set(targets) & generic
    }
    if before:
        for target in before[max(before)]:
            yield _made(context, said, "about-proposal", "concernsProposal", target, "derived")


def _anaphor(text: str, span: Span) -> Span | None:
    found = words(text, span)
    for at in range(len(found) - 1):
        if found[at].low in ("the", "this") and found[at + 1].low in ("proposal", "initiative"):
            return Span(found[at].span.start, found[at + 1].span.end)
    return None
