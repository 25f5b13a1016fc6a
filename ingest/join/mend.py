"""What a document was read to say, as people corrected it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from ingest.claim import Claim, DirectiveClaim, Extraction
from ingest.join.named import Named
from ingest.judgement.fields import FIELDS, value_of
from ingest.judgement.judged import Judged
from ingest.settle import Settled

FIELD_OF: Final[Mapping[str, str]] = {kind: f"{kind}s" for kind in FIELDS}
C = TypeVar("C", bound=Claim)


def mended(extraction: Extraction, settled: Settled) -> Extraction:
    """The document without what people rejected, and with their values where they corrected one.

    >>> from ingest.claim import Evidence, ProposalClaim
    >>> from ingest.document import Span
    >>> from tests.make import cable
    >>> words = (Evidence(Span(7, 11), "1", "rule"),)
    >>> said = [ProposalClaim(words, one, "it", "mtcr") for one in ("p", "q")]
    >>> told = Extraction(cable("1. (C) Text."), proposals=tuple(said))
    >>> found = mended(told, {"reject proposal/q": "", "correct proposal/p about": "brokers"})
    >>> [(one.id, one.about) for one in found.proposals]
    [('p', 'brokers')]
    """
    rejected = {name.removeprefix("reject ") for name in settled if name.startswith("reject ")}
    corrected: dict[str, dict[str, Any]] = {}
    for name, value in settled.items():
        if name.startswith("correct "):
            _, thing, field = name.split(" ")
            shape = FIELDS[thing.partition("/")[0]][field]
            corrected.setdefault(thing, {})[field] = value_of(shape, value)
    if not rejected and not corrected:
        return extraction
    made: dict[str, Any] = {
        field: _claims(kind, getattr(extraction, field), rejected, corrected)
        for kind, field in FIELD_OF.items()
    }
    return _without(replace(extraction, **made), rejected)


def _claims(
    kind: str, claims: Iterable[Any], rejected: set[str], corrected: Mapping[str, dict[str, Any]]
) -> tuple[Any, ...]:
    kept = (one for one in claims if f"{kind}/{one.id}" not in rejected)
    return tuple(replace(one, **corrected.get(f"{kind}/{one.id}", {})) for one in kept)


def _without(extraction: Extraction, rejected: set[str]) -> Extraction:
    """The document with nothing that points to what was rejected."""
    gone = {kind: _ids(kind, rejected) for kind in ("decision", "proposal", "meeting")}
    targets = gone["decision"] | gone["proposal"]
    return replace(
        extraction,
        meetings=tuple(_blank(one, "part_of", gone["meeting"]) for one in extraction.meetings),
        decisions=tuple(_blank(one, "adopted_at", gone["meeting"]) for one in extraction.decisions),
        proposals=tuple(
            _blank(_blank(one, "tabled_at", gone["meeting"]), "became", gone["decision"])
            for one in extraction.proposals
        ),
        directives=tuple(_resting(one, targets) for one in extraction.directives),
        positions=tuple(_blank(one, "towards_id", targets | gone["meeting"]) for one in extraction.positions),
        implementations=tuple(
            _blank(one, "implements", gone["decision"]) for one in extraction.implementations
        ),
    )


def _ids(kind: str, names: Iterable[str]) -> set[str]:
    return {one.removeprefix(f"{kind}/") for one in names if one.startswith(f"{kind}/")}


def _blank(claim: C, field: str, gone: set[str]) -> C:
    blank: dict[str, Any] = {field: None}
    return replace(claim, **blank) if getattr(claim, field) in gone else claim


def _resting(directive: DirectiveClaim, gone: set[str]) -> DirectiveClaim:
    return replace(directive, depends_on=tuple(one for one in directive.depends_on if one.target not in gone))


_NAMED: Final = {
    "about": "about",
    "adopted_at": "meeting",
    "tabled_at": "meeting",
    "year": "year",
    "kind": "sort",
    "concerns": "countries",
    "proponents": "countries",
    "outlined_in": "outlined",
    "became": "became",
    "generic": "generic",
    "ordinal": "ordinal",
    "place": "place",
    "start": "start",
    "end": "end",
    "intersessional": "intersessional",
}
"""What is compared of a thing, by the field of its claim."""


def mended_name(one: Named, judged: Judged) -> Named | None:
    """What a document names, as people corrected it; ``None`` where they rejected it.

    >>> from ingest.judgement.judged import Correction, Line
    >>> line = Line("J. Doe", "2026-11-23", "misread", "corrections.tsv, line 2")
    >>> judged = Judged(corrections=(Correction("X", "decision/a", "year", "2003", line),))
    >>> mended_name(Named("decision", "a", "X", "mtcr"), judged).year
    2003
    """
    if judged.rejects(one.document, one.name):
        return None
    made = one
    for (thing, field), value in judged.of(one.document).items():
        if thing == one.name and field in _NAMED:
            told: dict[str, Any] = {_NAMED[field]: value_of(FIELDS[one.kind][field], value)}
            made = replace(made, **told)
    return made
