"""One document's extraction against its gold: a tally for each kind that the gold covers."""

from collections.abc import Mapping
from typing import Any, Final

from ingest.evaluate.guidance import guidance, modalities
from ingest.evaluate.header import header
from ingest.evaluate.meetings import meetings
from ingest.evaluate.named import decisions, proposals
from ingest.evaluate.passages import headings, passages
from ingest.evaluate.pointers import citations, references
from ingest.evaluate.said import countries, implementations, positions, stances
from ingest.evaluate.tally import Score, Tally

KINDS: Final = (
    "header",
    "references",
    "passages",
    "headings",
    "citations",
    "meetings",
    "decisions",
    "proposals",
    "countries",
    "directives",
    "conditions",
    "dependence",
    "positions",
    "implementations",
)

COVERED_BY: Final[dict[str, tuple[str, ...]]] = {
    "header": ("document",),
    "headings": ("passages",),
    "countries": ("countries_mentioned",),
    "conditions": ("directives",),
    "dependence": ("directives",),
    "implementations": ("implementations", "statements"),
}


def score(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Score:
    """The score of *found*, the JSON form of an extraction, against *gold*; what gold omits is not scored.

    >>> gold = {"document": {"id": "2008STATE900001"}, "passages": [{"number": "1", "marking": "C"}]}
    >>> found = {"document": {"id": "2008STATE900001"}, "passages": [{"number": "1", "marking": "C"}]}
    >>> [(t.kind, t.strict.f1) for t in score(gold, found).tallies]
    [('header', 1.0), ('passages', 1.0), ('headings', None)]
    """
    decided, proposed = decisions(gold, found), proposals(gold, found)
    tallies: tuple[Tally, ...] = (
        header(gold, found),
        references(gold, found),
        passages(gold, found),
        headings(gold, found),
        citations(gold, found),
        meetings(gold, found),
        decided.tally,
        proposed.tally,
        countries(gold, found),
        *guidance(gold, found, {**decided.answers, **proposed.answers}),
        positions(gold, found),
        implementations(gold, found, decided.answers),
    )
    covered = tuple(
        tally for tally in tallies if any(key in gold for key in COVERED_BY.get(tally.kind, (tally.kind,)))
    )
    return Score(
        str((gold.get("document") or {}).get("id", "")),
        covered,
        bool(gold.get("specimen")),
        str(gold.get("held_out") or ""),
        tuple(
            one(gold, found)
            for key, one in (("directives", modalities), ("positions", stances))
            if key in gold
        ),
        str(gold.get("mended_on") or ""),
    )
