"""What one document says, as plain data for JSON."""

from collections.abc import Iterable, Mapping
from statistics import fmean
from typing import Any, TypeAlias

from ingest.cable import Header, Passage, Read
from ingest.claim import (
    Claim,
    DecisionClaim,
    Dependence,
    DirectiveClaim,
    Extraction,
    MeetingClaim,
    ProposalClaim,
    ReferenceClaim,
)
from ingest.confidence import Confidences
from ingest.document import Span
from ingest.state.unresolved import undecided, untold

Data: TypeAlias = dict[str, Any]


def present(extraction: Extraction) -> Data:
    r"""Everything that a document says, under the keys of ``docs/extract.schema.json``.

    Spans are ``[start, end]`` in characters of the text; what the document does not say is ``None`` or empty.
    Of a scanned document, header, references and passages say how surely their words were read.

    >>> from ingest.extract import extract
    >>> from ingest.read import read_bytes
    >>> written = b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: DATES\n\n1. (SBU) No dates yet.\n"
    >>> data = present(extract(read_bytes(written, "a.txt")))
    >>> data["document"]["id"], [(one["number"], one["marking"]) for one in data["passages"]]
    ('2008STATE900001', [('1', 'SBU')])
    """
    found = extraction
    sure = Confidences(found.cable.document.sheets)
    return {
        "document": _document(found) | _header_confidence(found.cable.header, sure),
        "references": [_reference(one) | _confidence(one.evidence[0].span, sure) for one in found.references],
        "passages": [_passage(one) | _confidence(one.span, sure) for one in found.cable.passages],
        "citations": [
            _one(one, passage=one.passage, label=one.label, target=one.target) for one in found.citations
        ],
        "meetings": [_meeting(one) for one in found.meetings],
        "decisions": [_decision(one) for one in found.decisions],
        "proposals": [_proposal(one) for one in found.proposals],
        "positions": [
            _one(one, holder=one.holder, stance=one.stance, towards=one.towards, passage=one.passage)
            | {
                "towards_id": one.towards_id,
                "as_of": one.as_of,
                "condition": one.condition,
                "hedge": one.hedge,
            }
            for one in found.positions
        ],
        "implementations": [
            _one(one, implementer=one.implementer, implements=one.implements, due=one.due)
            | {"status": one.status, "passage": one.passage}
            for one in found.implementations
        ],
        "directives": [_directive(one) for one in found.directives],
        "countries": [_many(one, iso3=one.iso3) for one in found.countries],
        "works": [_many(one, id=one.id, name=one.name) for one in found.works],
        "unresolved": [
            {"text": one.text, "span": _span(one.span), "why": one.why, "rule": "unresolved"}
            for one in undecided(found)
        ],
        "ledger": _ledger(found),
    }


def _document(found: Extraction) -> Data:
    header: Header = found.cable.header
    plain = {
        name: _value(getattr(header, name))
        for name in (
            "classification",
            "post",
            "number",
            "sent",
            "attention",
            "eo",
            "declassify",
            "subject",
            "subject_marking",
            "classified_by",
            "place",
        )
    }
    return {
        "id": found.cable.id,
        "kind": found.cable.kind,
        **plain,
        "precedence": {
            "action": _value(header.precedence_action),
            "info": _value(header.precedence_info),
        },
        "from": _value(header.sender),
        "to": [one.value for one in header.to],
        "info": [one.value for one in header.info],
        "captions": list(dict.fromkeys(one.value for one in header.captions)),
        "tags": [one.value for one in header.tags],
        "reasons": [one.value for one in header.reasons],
        "rule": _rules(header),
    }


def _confidence(span: Span, sure: Confidences) -> Data:
    """How surely the words of an item were read, where they were read from an image."""
    found = sure.of(span)
    return {} if found is None else {"confidence": {"least": found.least, "mean": found.mean}}


def _header_confidence(header: Header, sure: Confidences) -> Data:
    """How surely each field of the header was read; a field of several values as surely as all of them."""
    if not sure.sheets:
        return {}
    found: Data = {}
    for name in header.__slots__:
        spans = [one.span for one in _reads({name: getattr(header, name)}) if one.span.end > one.span.start]
        told = [one for one in map(sure.of, spans) if one is not None]
        if told:
            mean = round(fmean(one.mean for one in told), 1)
            key = "from" if name == "sender" else name
            found[key] = {"least": min(one.least for one in told), "mean": mean}
    return {"confidence": found}


def _reference(claim: ReferenceClaim) -> Data:
    cable = claim.target if claim.type in ("cable", "airgram") else None
    return _one(claim, label=claim.label, type=claim.type, target=cable, document=claim.target) | {
        "caption": claim.caption,
        "raw": claim.raw,
        "date": claim.date,
        "date_status": claim.date_status,
        "parties": list(claim.parties),
        "and_previous": claim.and_previous,
        "notal": claim.notal,
    }


def _passage(passage: Passage) -> Data:
    return {
        "number": passage.number,
        "number_status": passage.number_status,
        "marking": None if passage.marking_status == "lost" else passage.marking,
        "marking_status": passage.marking_status,
        "heading": passage.heading,
        "parent": passage.parent,
        "kind": passage.kind,
        "span": _span(passage.span),
        "rule": passage.rule,
    }


def _meeting(claim: MeetingClaim) -> Data:
    return _many(claim, id=claim.id, regime=claim.regime, series=claim.series, ordinal=claim.ordinal) | {
        "year": claim.year,
        "place": claim.place,
        "country": claim.country,
        "host": claim.host,
        "start": claim.start,
        "end": claim.end,
        "participants": list(claim.participants),
        "intersessional": claim.intersessional,
        "same_as": claim.same_as,
        "chairs": list(claim.chairs),
        "chaired_by": list(claim.chaired_by),
        "week": None if claim.week is None else list(claim.week),
        "part_of": claim.part_of,
    }


def _decision(claim: DecisionClaim) -> Data:
    return _many(claim, id=claim.id, adopted_at=claim.adopted_at, year=claim.year, about=claim.about) | {
        "regime": claim.regime,
        "kind": claim.kind,
        "concerns": list(claim.concerns),
        "generic": claim.generic,
        "amends": list(claim.to("amends")),
        "supersedes": list(claim.to("supersedes")),
        "implements": list(claim.to("implements")),
        "links": [_one(one, relation=one.relation, target=one.target) for one in claim.links],
    }


def _proposal(claim: ProposalClaim) -> Data:
    return _many(claim, id=claim.id, about=claim.about, regime=claim.regime) | {
        "proponents": list(claim.proponents),
        "outlined_in": claim.outlined_in,
        "tabled_at": claim.tabled_at,
        "fate": claim.fate,
        "became": claim.became,
        "generic": claim.generic,
    }


def _directive(claim: DirectiveClaim) -> Data:
    return _one(claim, id=claim.id, passage=claim.passage, modality=claim.modality, act=claim.act) | {
        "content": claim.content,
        "condition": claim.condition,
        "addressee": claim.addressee,
        "about": list(claim.about),
        "depends_on": list(dict.fromkeys(one.target for one in claim.depends_on)),
        "dependence": [_dependence(one) for one in claim.depends_on],
    }


def _dependence(claim: Dependence) -> Data:
    return _one(claim, relation=claim.relation, target=claim.target)


def _ledger(found: Extraction) -> Data:
    targets = {one.target for one in found.references if one.target is not None}
    cited = targets | {one.target for one in found.citations if one.target is not None}
    told = sum(1 for one in found.references if one.target is not None)
    return {
        "references_in": len(found.cable.references),
        "references_out": told + len(untold(found)),
        "held": len(cited & {found.cable.id}),
        "ghosts": len(cited - {found.cable.id}),
    }


def _one(claim: Claim, **values: object) -> Data:
    """A claim that stands at one place."""
    first = claim.evidence[0]
    return {**values, "span": _span(first.span), "rule": first.rule}


def _many(claim: Claim, **values: object) -> Data:
    """A claim that may stand at several places, in the order of the text."""
    ordered = sorted(claim.evidence)
    return {
        **values,
        "passages": list(claim.passages),
        "spans": [_span(one.span) for one in ordered],
        "rule": ", ".join(dict.fromkeys(one.rule for one in ordered)),
    }


def _rules(header: Header) -> str:
    reads: Iterable[Read[Any]] = _reads({name: getattr(header, name) for name in header.__slots__})
    return ", ".join(dict.fromkeys(one.rule for one in reads))


def _reads(fields: Mapping[str, object]) -> Iterable[Read[Any]]:
    for value in fields.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Read):
                yield one


def _value(read: Read[Any] | None) -> Any:
    return None if read is None else read.value


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
