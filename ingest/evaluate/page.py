"""The page on quality: the scores as Markdown, the same bytes for the same scores."""

from collections.abc import Sequence
from typing import Final

from ingest.evaluate.tally import Fired, Score, Tally, added, agreed, total

OPENING: Final = """# How well documents are read

This page is generated; do not edit it. `compendium evaluate --write docs/quality.md` writes it again, and
`compendium evaluate --check docs/quality.md` tells whether it is what the code at hand would write.

Each document's gold was made by hand. An item is *right* in the strict sense when all that the gold says of
it was found, in its passage; in the lenient sense when it is recognisably the same in its paragraph. What
the gold calls optional counts neither way. The specimens in `examples/` were written, with their gold, before
any program read them; rules have been improved since with their misses in view, so that **their figures say
how well known documents are read**; what an unseen one will meet is told by the documents held out.
"""

HELD_OUT: Final = """## {} documents held out

No rule was mended with the misses of these in view; they lie in `tests/gold/{}`. What is missed in
them is not listed here, so that it stays so: this is the best guess at how an unseen document is read.
"""

MENDED_ON: Final = """## {} specimens to mend rules on

They lie in `tests/gold/{}`, and were measured before any rule was mended with them. What is missed in them is
listed below: rules may be mended with it in view, so that these figures say how far that has come.
"""

OUTER: Final = """## {} real telegrams of the 1970s

Their gold covers headers (TAGS among them), lists of references, paragraph numbers and citations. It was made
before any program read them, from texts in the public domain; rules were mended with the misses in view.
"""

RULES: Final = """## Each rule

What each named rule found of which the gold speaks, and how much of it is right in the strict sense: in the
documents with which rules were mended, and in those held out. The share is that of the gold of its kind that
the rule found in all of them. A claim that several rules found counts for each.

| kind | rule | found | right | precision | held out: found | right | precision | share |
|---|---|---:|---:|---:|---:|---:|---:|---:|
"""

HEAD: Final = (
    "| kind | gold | found | right | precision | recall | F1 | lenient F1 |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|\n"
)


def page(scores: Sequence[Score], published: str = "") -> str:
    """The page: real documents, specimens added up, each specimen, and every item that is not right.

    *published* is the section on published volumes.

    >>> from ingest.evaluate.tally import Count
    >>> score = Score("x", (Tally("meetings", Count(2, 2, 1), Count(2, 2, 2)),))
    >>> "| meetings | 2 | 2 | 1 | 0.50 | 0.50 | 0.50 | 1.00 |" in page([score])
    True
    """
    ordered = sorted(scores, key=lambda score: score.document)
    seeds = [one for one in ordered if not (one.specimen or one.held_out or one.mended_on)]
    specimens = [one for one in ordered if one.specimen and not (one.held_out or one.mended_on)]
    mended = [score for score in ordered if score.mended_on]
    unseen = [score for score in ordered if score.held_out]
    parts = [OPENING]
    whole = [score for score in seeds if any(tally.kind == "directives" for tally in score.tallies)]
    outer = [score for score in seeds if score not in whole]
    if whole:
        parts.append("## Real documents\n\n" + "\n".join(_document(score) for score in whole))
    if outer:
        parts.append(OUTER.format(len(outer)) + "\n" + _table(added(tuple(outer))))
    if specimens:
        head = f"## The {len(specimens)} specimens together\n\n"
        parts.append(head + _table(added(tuple(specimens))) + _agreed(specimens))
        parts.append("## Each specimen\n\n" + _overview(specimens))
    parts += _sets(MENDED_ON, [(score.mended_on, score) for score in mended])
    parts += _sets(HELD_OUT, [(score.held_out, score) for score in unseen])
    known = [*seeds, *specimens, *mended]
    rules = _rules(known, unseen)
    if rules:
        parts.append(RULES + rules)
    if published:
        parts.append(published)
    parts.append("## What is not right\n\n" + _cases(known))
    return "\n".join(parts)


def figure(value: float | None) -> str:
    """A measure with two digits, rounded down so that 1.00 means all; a dash for nothing to measure.

    >>> figure(0.999), figure(1.0), figure(None)
    ('0.99', '1.00', '–')
    """
    return "–" if value is None else f"{int(value * 100 + 1e-9) / 100:.2f}"


def _sets(opening: str, scores: Sequence[tuple[str, Score]]) -> list[str]:
    """A section for each set: totals by kind and by document."""
    parts = []
    for name in sorted({name for name, _ in scores}):
        own = [score for other, score in scores if other == name]
        head = opening.format(len(own), name) + "\n" + _table(added(tuple(own))) + _agreed(own)
        parts.append(f"{head}\n### Each of them\n\n{_overview(own)}")
    return parts


def _document(score: Score) -> str:
    return f"### {score.document}\n\n{_table(score.tallies)}"


def _table(tallies: Sequence[Tally]) -> str:
    return HEAD + "".join(_row(tally) for tally in (*tallies, total(tallies)))


def _row(tally: Tally) -> str:
    one = tally.strict
    measures = (one.precision, one.recall, one.f1, tally.lenient.f1)
    cells = [tally.kind, one.gold, one.found, one.right, *(figure(value) for value in measures)]
    return "| " + " | ".join(str(cell) for cell in cells) + " |\n"


MET: Final = {
    "modality": "directives whose act was found in its passage",
    "stance": "positions whose holder was found in its passage",
}


def _agreed(scores: Sequence[Score]) -> str:
    """How often modality and stance are right, where act or holder were found in the passage."""
    lines = [
        f"- Of {one.met} {MET[one.of]}, {one.same} have the right {one.of} ({figure(one.share)}).\n"
        for one in agreed(tuple(scores))
        if one.met
    ]
    return "\n" + "".join(lines) if lines else ""


def _rules(known: Sequence[Score], unseen: Sequence[Score]) -> str:
    """A row for each rule, by kind."""
    sides = [{tally.kind: tally for tally in added(tuple(side))} for side in (known, unseen)]
    rows = []
    for kind in dict.fromkeys(kind for side in sides for kind in side):
        tallies = [side[kind] for side in sides if kind in side]
        fired = [{one.rule: one for one in side[kind].rules} if kind in side else {} for side in sides]
        gold = sum(tally.strict.gold for tally in tallies)
        for rule in sorted({rule for one in fired for rule in one}):
            both = [one.get(rule, Fired(rule, 0, 0)) for one in fired]
            share = both[0].plus(both[1]).right / gold if gold else None
            cells = [cell for one in both for cell in (one.found, one.right, figure(one.precision))]
            rows.append(f"| {kind} | {rule} | {' | '.join(map(str, cells))} | {figure(share)} |\n")
    return "".join(rows)


def _overview(scores: Sequence[Score]) -> str:
    rows = ["| document | items | right | F1 | lenient F1 |\n|---|---:|---:|---:|---:|\n"]
    for score in scores:
        both = total(score.tallies)
        measures = (figure(both.strict.f1), figure(both.lenient.f1))
        cells = (score.document, both.strict.gold, both.strict.right, *measures)
        rows.append("| " + " | ".join(str(cell) for cell in cells) + " |\n")
    return "".join(rows)


def _cases(scores: Sequence[Score]) -> str:
    lines = []
    for score in scores:
        wrong = [case for case in score.cases if case.status != "right"]
        if wrong:
            lines.append(f"### {score.document}\n\n")
            lines += [f"- {case.kind}, {_place(case.passage)}{case.status}: {case.label}\n" for case in wrong]
            lines.append("\n")
    return "".join(lines).rstrip("\n") + "\n" if lines else "Nothing.\n"


def _place(passage: str) -> str:
    return f"{passage}: " if passage else ""
