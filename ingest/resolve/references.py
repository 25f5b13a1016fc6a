"""The list of references of a document, as claims."""

from collections.abc import Sequence

from ingest.cable import Cable, Problem, Reference
from ingest.claim import Grade, ReferenceClaim
from ingest.knowledge import Knowledge
from ingest.mention import Mention
from ingest.resolve.found import Found, SoFar, evidence


def resolve_references(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[ReferenceClaim]:
    r"""One claim for each item of the list; an item without a document is unresolved too, with its reason.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nREF: A. 08 STATE 26726\n     B. MEMO\n\n1. Thanks."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_references(cable, (), knowledge(), SoFar())
    >>> [(one.label, one.target) for one in found.claims], [one.text for one in found.unresolved]
    ([('A', '2008STATE26726'), ('B', None)], ['MEMO'])
    """
    return Found(
        claims=tuple(_claim(cable, one) for one in cable.references),
        names={one.span: (one.target,) for one in cable.references if one.target is not None},
        unresolved=tuple(
            Problem(one.raw, one.span, one.why or "the item does not say which document it means")
            for one in cable.references
            if one.target is None
        ),
    )


def _claim(cable: Cable, reference: Reference) -> ReferenceClaim:
    return ReferenceClaim(
        evidence=(evidence(cable, reference.span, reference.rule, _grade(reference)),),
        label=reference.label,
        type=reference.type,
        raw=reference.raw,
        target=reference.target,
        caption=reference.caption,
        date=reference.date,
        date_status=reference.date_status,
        parties=reference.parties,
        target_passage=reference.target_passage,
        and_previous=reference.and_previous,
        notal=reference.notal,
        year_status=reference.year_status,
    )


def _grade(reference: Reference) -> Grade:
    """A cable whose year the item does not give has that of the document that cites it."""
    return "derived" if reference.year_status in ("assumed", "settled") else "verbatim"
