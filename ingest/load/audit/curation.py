"""Whether the store was built with the judgements of people as they stand, and what they judge is there."""

from collections.abc import Iterator

from ingest.judgement.judged import USE, Correction, Judged, Rejection
from ingest.load.audit.finding import Audit, Finding
from ingest.load.index import Index
from ingest.load.settle import joined_of, register_of, unsettled

CHECK = "curation"


def audit_curation(journal: Index, judged: Judged, *, settled: bool = True) -> Audit:
    """Every name that is judged is one that a document gives, and every document says what was judged.

    >>> from ingest.judgement.judged import Line, Sameness
    >>> from ingest.load.index import index
    >>> line = Line("J. Doe", "2026-11-23", "the same words", "same.tsv, line 2")
    >>> found = audit_curation(index(()), Judged((Sameness("decision/a", "decision/b", "same", line),)))
    >>> [(one.where, one.message, one.warning) for one in found.findings]
    [('same.tsv, line 2', 'no document names decision/a, decision/b: the line has no effect', True)]
    """
    findings = list(_without_effect(journal, judged))
    if settled:
        known, joined = register_of(journal), joined_of(journal, judged)
        findings += [
            Finding(
                CHECK, entry.id, "was derived with other judgements or before others; run compendium build"
            )
            for entry, _ in unsettled(journal, known, joined, judged)
        ]
    return Audit("judgements of people", len(tuple(judged.lines())), tuple(findings))


def _without_effect(journal: Index, judged: Judged) -> Iterator[Finding]:
    if not judged.digest:
        return
    uses = {(one.name, one.document) for one in journal.named()}
    names = {name for name, _ in uses}
    for same in judged.same:
        missing = [name for name in same.names if not _is_named(name, names, uses)]
        if missing:
            told = f"no document names {', '.join(missing)}: the line has no effect"
            yield Finding(CHECK, same.line.place, told, True)
    held = {entry.id for entry in journal.held()}
    of_things: tuple[Correction | Rejection, ...] = (*judged.corrections, *judged.rejections)
    for one in of_things:
        kind = one.thing.partition("/")[0]
        named = kind not in ("decision", "proposal", "meeting") or (one.thing, one.document) in uses
        if one.document not in held or not named:
            told = f"{one.document} is not held or does not name {one.thing}: the line has no effect"
            yield Finding(CHECK, one.line.place, told, True)


def _is_named(name: str, names: set[str], uses: set[tuple[str, str]]) -> bool:
    whole, apart, document = name.partition(USE)
    return (whole, document) in uses if apart else name in names
