"""What a document says, with each thing under the name that it goes by."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias, TypeVar

from ingest.claim import DecisionClaim, Dependence, DirectiveClaim, Extraction, MeetingClaim, ProposalClaim
from ingest.join.mend import mended
from ingest.join.named import KINDS, Kind
from ingest.settle import Settled

Names: TypeAlias = Mapping[str, str]
T = TypeVar("T", DecisionClaim, ProposalClaim, MeetingClaim, Dependence)


def applied(extraction: Extraction, settled: Settled) -> Extraction:
    """The document as people corrected it, with the names that the corpus settled, each thing once.

    >>> from ingest.claim import Evidence
    >>> from ingest.document import Span
    >>> from tests.make import cable
    >>> said = [(Evidence(Span(at, 9), "1", "rule"),) for at in (1, 2)]
    >>> one, other = (DecisionClaim(shown, f"d-{n}", "it", "mtcr") for n, shown in enumerate(said, 1))
    >>> told = Extraction(cable("1. (C) Text."), decisions=(one, other))
    >>> found = applied(told, {"decision/d-2": "decision/d-1"})
    >>> [(one.id, len(one.evidence), one.reworded) for one in found.decisions]
    [('d-1', 2, False)]
    """
    extraction = mended(extraction, settled)
    names = {kind: _of_kind(kind, settled) for kind in KINDS}
    reworded = {name.removeprefix("reword ") for name in settled if name.startswith("reword ")}
    if not any(names.values()) and not reworded:
        return extraction
    extraction = _as_reworded(extraction, reworded)
    decision, proposal, meeting = names["decision"], names["proposal"], names["meeting"]
    any_kind = _told_of(extraction, names)
    return replace(
        extraction,
        meetings=_merged(_renamed(one, meeting) for one in extraction.meetings),
        decisions=_merged(
            replace(
                _renamed(one, decision),
                adopted_at=_meant(one.adopted_at, meeting),
                links=tuple(
                    replace(link, target=decision.get(link.target, link.target)) for link in one.links
                ),
            )
            for one in extraction.decisions
        ),
        proposals=_merged(
            replace(
                _renamed(one, proposal),
                tabled_at=_meant(one.tabled_at, meeting),
                became=_meant(one.became, decision),
            )
            for one in extraction.proposals
        ),
        directives=tuple(_resting(one, any_kind) for one in extraction.directives),
        positions=tuple(
            replace(one, towards_id=_meant(one.towards_id, any_kind)) for one in extraction.positions
        ),
        implementations=tuple(
            replace(one, implements=_meant(one.implements, decision)) for one in extraction.implementations
        ),
    )


def _as_reworded(extraction: Extraction, names: set[str]) -> Extraction:
    """The document with a note on each thing that goes by the words of another."""
    return replace(
        extraction,
        decisions=tuple(replace(one, reworded=f"decision/{one.id}" in names) for one in extraction.decisions),
        proposals=tuple(replace(one, reworded=f"proposal/{one.id}" in names) for one in extraction.proposals),
    )


def _of_kind(kind: str, settled: Settled) -> Names:
    start = f"{kind}/"
    return {
        one.removeprefix(start): meant.removeprefix(start)
        for one, meant in settled.items()
        if one.startswith(start)
    }


def _told_of(extraction: Extraction, names: Mapping[Kind, Names]) -> Names:
    """The names of all kinds in one, as far as the document itself has the things."""
    has: dict[Kind, set[str]] = {
        "decision": {one.id for one in extraction.decisions},
        "proposal": {one.id for one in extraction.proposals},
        "meeting": {one.id for one in extraction.meetings},
    }
    return {one: meant for kind in KINDS for one, meant in names[kind].items() if one in has[kind]}


def _meant(name: str | None, names: Names) -> str | None:
    return None if name is None else names.get(name, name)


def _renamed(claim: T, names: Names) -> T:
    if isinstance(claim, Dependence):
        return replace(claim, target=names.get(claim.target, claim.target))
    name = names.get(claim.id, claim.id)
    if isinstance(claim, MeetingClaim):
        former = None if name == claim.id else claim.id
        return replace(claim, id=name, formerly=former, part_of=_meant(claim.part_of, names))
    return replace(claim, id=name)


def _merged(claims: Iterable[T]) -> tuple[T, ...]:
    """Claims of one thing as one, with all their evidence; the one whose words the thing goes by first."""
    made: dict[str, T] = {}
    for one in claims:
        key = one.target if isinstance(one, Dependence) else one.id
        other = made.get(key)
        if other is not None:
            first, second = (one, other) if _is_reworded(other) and not _is_reworded(one) else (other, one)
            one = _together(first, second)
        made[key] = one
    return tuple(made.values())


def _is_reworded(claim: T) -> bool:
    if isinstance(claim, MeetingClaim):
        return claim.formerly is not None
    return not isinstance(claim, Dependence) and claim.reworded


def _together(first: T, second: T) -> T:
    """The first claim with the evidence of both, and what only the second tells."""
    blank = {
        name: getattr(second, name)
        for name in first.__slots__
        if getattr(first, name) in (None, ()) and getattr(second, name) not in (None, ())
    }
    if isinstance(first, DecisionClaim) and isinstance(second, DecisionClaim):
        links = {*first.links, *second.links}
        blank["links"] = tuple(sorted(links, key=lambda one: (one.evidence, one.relation, one.target)))
    return replace(first, **blank, evidence=tuple(sorted({*first.evidence, *second.evidence})))


def _resting(directive: DirectiveClaim, names: Names) -> DirectiveClaim:
    return replace(directive, depends_on=_merged(_renamed(one, names) for one in directive.depends_on))
