"""What a directive rests on: decisions, documents and proposals, by named rules, each with its own words.

A citation is no dependence: words such as "per", "outlined in" or "as a guide" must tie it to the act.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ingest.annotate.language.verbs import is_base, participle_of
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases, table
from ingest.annotate.language.word import Word, words
from ingest.cable import Cable
from ingest.claim import DecisionClaim, Dependence, Grade, ProposalClaim, Relation
from ingest.document import Span
from ingest.mention import DecisionMention, DirectiveMention, ProposalMention
from ingest.resolve.anaphora import Named, carried_over, heads
from ingest.resolve.found import SoFar, evidence
from ingest.resolve.meant import taken_up
from ingest.resolve.same import telling

REACH = 14
"""How many words may stand between a cue and the citation that it governs."""

PARTS = frozenset(("para", "paras", "paragraph", "paragraphs", "of", "section", "-"))
"""Words that say which part of a document is meant."""

_LAID_DOWN = ("norm", "agent")
"""Rules of directives whose subject is what is dealt with ("the Swiss paper should be welcomed")."""
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
    if all(one.relation == "followsDocument" for one in found):
        found += _carried(directive, context)
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
    names = context.sofar.decisions.names
    named = False
    for one in context.decisions:
        if not _inside(one.span, reach):
            continue
        if one.span.start < directive.span.start and not _leads(directive, one, context):
            continue
        named = True
        rule = "as-agreed-at" if one.rule in AGREED else "decision-named"
        for target in names.get(one.span, ()):
            yield _made(context, one.span, rule, "restsOnDecision", target)
    if not named:
        for said, target in taken_up(context.cable, directive, reach, names, "decision"):
            yield _made(context, said, "decision-named", "restsOnDecision", target, "derived")


def _leads(directive: DirectiveMention, one: DecisionMention, context: Context) -> bool:
    """Whether the act rests on a decision that stands before it ("recalling the decision ...")."""
    if one.rule in ("as-agreed-at", "decision-named"):
        return True
    before = words(context.cable.text, Span(directive.sentence.start, directive.span.start))
    known = phrases("dependence_cues")
    cues = (known.at(before, at) for at, word in enumerate(before) if word.span.start <= one.span.start)
    return any(cue is not None and cue.row["where"] in ("before", "leading", "topic") for cue in cues)


def _documents(directive: DirectiveMention, reach: Sequence[Span], context: Context) -> Iterator[Dependence]:
    found = words(context.cable.text, directive.sentence)
    for span, targets in sorted(context.sofar.citations.names.items()):
        if not _inside(span, reach):
            continue
        cue = _cue(found, span, leads=span.start < directive.span.start)
        if cue is None:
            continue
        said = Span(min(found[cue.start].span.start, span.start), max(found[cue.end - 1].span.end, span.end))
        for target in targets:
            yield _made(context, said, cue.row["rule"], "followsDocument", target)


def _cue(found: Sequence[Word], cited: Span, *, leads: bool) -> Cue | None:
    """The nearest cue that governs the citation at that place."""
    first = next((at for at, one in enumerate(found) if one.span.end > cited.start), None)
    after = next((at for at, one in enumerate(found) if one.span.start >= cited.end), len(found))
    if first is None:
        return None
    known = phrases("dependence_cues")
    for start in range(after, min(len(found), after + 3)):
        for cue in (known.at(found, start), known.at(found[: start + 1], start)):
            if cue is not None and cue.row["where"] == "after":
                return cue
        if found[start].is_mark:
            break
    return _told_in(found, first) or _cue_before(found, first, leads=leads)


def _told_in(found: Sequence[Word], first: int) -> Cue | None:
    """What stands in a document: "the case studies cleared in REF G", "the amount stated in REF I"."""
    at = first - 1
    while at > 0 and first - at < 5 and found[at].low not in ("in", "by", "at"):
        at -= 1
    before = found[at - 2].low if at > 1 else ""
    told = participle_of(found[at - 1].low) if at > 1 else None
    if told in (None, "say", "tell", "believe", "think") or is_kind(before, "auxiliary", "adverb", "opener"):
        return None
    if found[at].low not in ("in", "by", "at") or any(one.is_mark for one in found[at + 1 : first]):
        return None
    return Cue({"rule": "outlined-in", "where": "before", "note": ""}, at - 1, at + 1)


def _cue_before(found: Sequence[Word], first: int, *, leads: bool) -> Cue | None:
    for start in range(first - 1, max(-1, first - REACH), -1):
        if found[start].low in (";", ":"):
            return None
        cue = phrases("dependence_cues").at(found, start)
        if cue is None or cue.row["where"] != "before" or cue.end > first:
            continue
        if _governs(found, cue, first, leads=leads):
            return cue
    return None


def _governs(found: Sequence[Word], cue: Cue, first: int, *, leads: bool) -> bool:
    """Whether nothing stands between cue and citation that gives the citation to something else.

    In a phrase that leads the sentence, a citation in parentheses tells where the ground for the act stands
    ("in keeping with what Partners agreed (REF C), ...").
    """
    between = found[cue.end : first]
    if cue.row["note"] == "only right before the citation":
        return sum(not (one.low in PARTS or one.low.isdigit()) for one in between) <= 1
    if any(_verb_joined(between, at) for at in range(len(between))):
        return False
    if any(one.low == "(" for one in between) and not (leads and cue.start == 0):
        return False  # "consistent with its approach to X (REF B)" points, it does not follow
    return cue.row["rule"] != "outlined-in" or len(between) <= 4


def _verb_joined(between: Sequence[Word], at: int) -> bool:
    """Whether another act begins there, to which the citation belongs ("and leave REF C with them")."""
    return between[at].low in ("and", "or", "but") and any(
        is_base(one.low) for one in between[at + 1 : at + 2]
    )


@cache
def _supporting() -> frozenset[str]:
    return frozenset(row["act"] for row in table("proposal_acts") if row["note"] != "treats")


def _proposals(directive: DirectiveMention, reach: Sequence[Span], context: Context) -> Iterator[Dependence]:
    rule = "supports-proposal" if directive.act in _supporting() else "about-proposal"
    generic = {one.id for one in context.sofar.proposals.claims if one.generic}
    names = {
        span: tuple(one for one in targets if one not in generic)
        for span, targets in context.sofar.proposals.names.items()
        if not set(targets) <= generic
    }
    spans = [one.span for one in context.proposals if _inside(one.span, reach)]
    own = [one for one in spans if one.start >= directive.span.start]
    led = directive.rule in _LAID_DOWN or _on_topic(directive, context)
    for span in own or (spans if led else ()):
        for target in names.get(span, ()):
            yield _made(context, span, rule, "concernsProposal", target)
    if any(span in names for span in own):
        return
    for said, target in taken_up(context.cable, directive, reach, names, "proposal"):
        yield _made(context, said, "about-proposal", "concernsProposal", target, "derived")


def _carried(directive: DirectiveMention, context: Context) -> Iterator[Dependence]:
    """What the directive goes on with that was named before."""
    decided = {one.id for one in context.sofar.decisions.claims}
    carried = carried_over(context.cable, directive, _named(context))
    if carried is None:
        return
    said, targets = carried
    for target in targets:
        if target in decided:
            yield _made(context, said, "decision-named", "restsOnDecision", target, "derived")
        else:
            yield _made(context, said, "about-proposal", "concernsProposal", target, "derived")


def _named(context: Context) -> Named:
    """The places that name a proposal or decision which is none in general."""
    claims: dict[str, DecisionClaim | ProposalClaim] = {
        **{one.id: one for one in context.sofar.decisions.claims},
        **{one.id: one for one in context.sofar.proposals.claims},
    }
    ids: dict[Span, tuple[str, ...]] = {}
    for span, targets in (*context.sofar.decisions.names.items(), *context.sofar.proposals.names.items()):
        ids[span] = tuple(one for one in targets if not claims[one].generic)
    ids = {span: targets for span, targets in ids.items() if targets}
    stems = {
        span: telling(" ".join(heads(claims[one].about) for one in targets)) for span, targets in ids.items()
    }
    return Named(ids, frozenset(context.sofar.proposals.names), stems)


def _on_topic(directive: DirectiveMention, context: Context) -> bool:
    """Whether what stands before the act says what it is about ("if Italy presents its proposal, ...")."""
    before = words(context.cable.text, Span(directive.sentence.start, directive.span.start))
    label = next((at + 1 for at, word in enumerate(before[:5]) if word.low in (":", ")")), 0)
    condition = phrases("conditions").at(before, label)
    topic = phrases("dependence_cues").at(before, label)
    return (condition is not None and condition.row["kind"] in ("clause", "leading", "inversion")) or (
        topic is not None and topic.row["where"] == "topic"
    )
