"""Which documents the pointers in running text mean."""

from collections.abc import Sequence

from ingest.cable import Cable, Problem, Reference
from ingest.claim import CitationClaim, Grade
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import CitationMention, Mention
from ingest.parse.published.noted import EDITOR_NOTE
from ingest.resolve.found import Found, SoFar, evidence, of_kind


def resolve_citations(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[CitationClaim]:
    r"""One claim for each label that a pointer gives.

    "Reftel" means the one cable of the list, "reftels" and "refs" all of it; "reftel" beside several cables,
    "septel" and labels that the list has not are unresolved.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nREF: A. 08 STATE 26726\n\n1. Per reftel, act. See septel."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_citations(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [(one.passage, one.target) for one in found.claims], [one.text for one in found.unresolved]
    ([('1', '2008STATE26726')], ['septel'])
    """
    claims: list[CitationClaim] = []
    names: dict[Span, tuple[str, ...]] = {}
    problems: list[Problem] = []
    told = {one.span for one in of_kind(mentions, CitationMention) if one.rule == EDITOR_NOTE}
    for mention in of_kind(mentions, CitationMention):
        if mention.span in told and mention.rule != EDITOR_NOTE:
            continue
        found, why = _meant(cable, mention)
        claims += [_claim(cable, mention, label, target) for label, target in found]
        targets = tuple(dict.fromkeys(target for _, target in found if target is not None))
        if targets:
            names[mention.span] = targets
        if why is not None:
            problems.append(Problem(mention.span.of(cable.text), mention.span, why))
    return Found(tuple(claims), names, tuple(problems))


def _meant(cable: Cable, mention: CitationMention) -> tuple[list[tuple[str | None, str | None]], str | None]:
    """Labels and documents of a pointer, and what is open about it."""
    if mention.rule == "septel":
        return [], "a separate telegram, of which the text gives no number"
    if mention.why is not None:
        return [(None, mention.target)], mention.why
    if mention.target is not None:
        same = [one for one in cable.references if one.target == mention.target]
        return [(same[0].label if len(same) == 1 else None, mention.target)], None
    if mention.labels:
        return _labelled(cable, mention.labels)
    return _whole_list(cable, mention)


def _labelled(cable: Cable, labels: Sequence[str]) -> tuple[list[tuple[str | None, str | None]], str | None]:
    found: list[tuple[str | None, str | None]] = []
    open_ends: list[str] = []
    for label in labels:
        items = [one for one in cable.references if one.label.upper() == label.upper()]
        targets = {one.target for one in items}
        if not items:
            open_ends.append(f"the list of references has no item {label}")
            continue
        if len(targets) > 1:
            open_ends.append(f"the list of references has several items {label}")
        found.append((items[0].label, targets.pop() if len(targets) == 1 else None))
    return found, "; ".join(open_ends) or None


def _whole_list(
    cable: Cable, mention: CitationMention
) -> tuple[list[tuple[str | None, str | None]], str | None]:
    said = mention.span.of(cable.text).lower()
    cables = tuple(one for one in cable.references if one.type == "cable")
    only_cables = any(word in said for word in ("tel", "cable"))
    items: Sequence[Reference] = cables if only_cables and cables else cable.references
    if not items:
        return [], "the document has no list of references"
    if len({one.target or one.raw for one in items}) > 1 and not said.endswith("s"):
        return [(None, None)], f"the list of references has {len(items)} items that this may mean"
    return [(one.label, one.target) for one in items], None


def _claim(cable: Cable, mention: CitationMention, label: str | None, target: str | None) -> CitationClaim:
    named = mention.target is not None and mention.year_status not in ("assumed", "settled")
    grade: Grade = "verbatim" if mention.labels or named else "derived"
    shown = evidence(cable, mention.span, mention.rule, grade)
    listed = next((one.year_status for one in cable.references if one.target == target), None)
    return CitationClaim(
        (shown,),
        shown.passage or "0",
        label,
        target,
        mention.target_passage,
        year_status=listed if mention.target is None else mention.year_status,
        date=mention.date,
    )
