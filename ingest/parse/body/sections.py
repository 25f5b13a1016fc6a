"""The sections that a long telegram was sent in: which of them a text shows, and which it does not."""

from collections.abc import Iterable, Sequence
from typing import Final

from ingest.cable import Problem
from ingest.document import Span
from ingest.parse.text.lines import Line
from ingest.pattern import pattern

_SECTION: Final = pattern(
    "section-of-several",
    r"\bSECTION\s+0?(?P<number>\d{1,2})\s+OF\s+0?(?P<total>\d{1,2})\b",
    example="SECTION 02 OF 03",
)
_PAGE: Final = pattern(
    "section-page",
    r"\b\d{3}(?:\.\d)?\s+OF\s+\d{3}\b",
    example="OSLO 00000077  002 OF 002",
)
_MOST: Final = 30


def missing_sections(body: Sequence[Line]) -> tuple[Problem, ...]:
    """That a text names one section of several and shows no sign of others, which may stand elsewhere.

    Where pages are numbered throughout, the headings of later sections were only left out.

    >>> from ingest.parse.text.lines import lines
    >>> [one.why for one in missing_sections(lines("SECRET SECTION 02 OF 03 ROME 900012"))]
    ['the text has section 2 of 3; sections 1 and 3 are not in it']
    >>> missing_sections(lines("SECRET SECTION 01 OF 02 ROME 900012\\nROME 00900012  002 OF 002"))
    ()
    """
    seen: dict[int, Span] = {}
    total, paged = 0, False
    for line in body:
        if "SECTION" in line.text:
            for found in _SECTION.finditer(line.text[:400]):
                number, of = int(found.text("number")), int(found.text("total"))
                total = total or of
                if of == total and 0 < number <= of <= _MOST:
                    seen.setdefault(number, found.span.moved(line.start))
        elif "OF" in line.text and seen:
            paged = paged or _PAGE.search(line.text[:200]) is not None
    rest = [one for one in range(1, total + 1) if one not in seen] if seen else []
    if paged:
        rest = [one for one in rest if one < min(seen)]
    if not rest:
        return ()
    first = seen[min(seen)]
    verb = "is" if len(rest) == 1 else "are"
    why = f"the text has {_listed(seen)} of {total}; {_listed(rest)} {verb} not in it"
    text = next(line.text[first.start - line.start :] for line in body if line.end >= first.end)
    return (Problem(text[: first.end - first.start], first, why),)


def _listed(numbers: Iterable[int]) -> str:
    told = [str(one) for one in sorted(numbers)]
    if len(told) == 1:
        return f"section {told[0]}"
    return f"sections {', '.join(told[:-1])} and {told[-1]}"
