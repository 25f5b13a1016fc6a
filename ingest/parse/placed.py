"""Where a statement says that its plenary was, beside what the list of plenaries says."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.document import Span
from ingest.knowledge import Knowledge, Plenary
from ingest.parse.text.lines import Line
from ingest.parse.text.vocabulary import vocabulary
from ingest.parse.text.when import find_date
from ingest.pattern import pattern

_NAME: Final = r"[A-Z][A-Za-zÀ-ÿ.’'-]+(?:[ -](?:de |of |da )?[A-Z][A-Za-zÀ-ÿ.’'-]+){0,2}"
_DATELINE: Final = pattern(
    "statement-dateline",
    rf"^[\s*#_]*(?P<place>{_NAME})(?:,\s*(?P<country>{_NAME}))?[,\s(–—-]+"
    r"(?:\d{1,2}\b|[A-Z][a-z]+ \d{1,2}\b)",
    example="Buenos Aires, Argentina, 19-26 September 2003",
)
_HELD: Final = pattern(
    "statement-held",
    rf"\b(?i:held|met|meeting|convened|gathered|plenary)\b[^.\n]{{0,80}}?\b(?:in|at)\s+(?P<place>{_NAME})",
    example="The Regime held its Plenary in Buenos Aires",
)
_FIRST: Final = 3
"""So many lines below the title are looked at."""


def elsewhere(
    title: Sequence[Line], below: Sequence[Line], plenary: Plenary, knowledge: Knowledge
) -> tuple[str, Span] | None:
    """The place that a statement gives for the plenary of the list where that is another; else ``None``.

    >>> from ingest.parse.text.lines import lines
    >>> from ingest.tables import knowledge
    >>> one = next(p for p in knowledge().profiles[0].plenaries if p.place)
    >>> told = [lines(f"Press Statement\\n{place}, 5 May {one.year}") for place in ("Nowhere Bay", one.place)]
    >>> [found and found[0] for found in (elsewhere(top, (), one, knowledge()) for top in told)]
    ['Nowhere Bay', None]
    """
    if plenary.place is None:
        return None
    near = " ".join(line.text for line in (*title, *below[: 2 * _FIRST])).casefold()
    if _names(plenary, knowledge, near):
        return None
    return next(_stated(title, below[:_FIRST]), None)


def _names(plenary: Plenary, knowledge: Knowledge, near: str) -> bool:
    """Whether words name the place of a plenary, or its country."""
    country = knowledge.countries.get(plenary.country or "")
    names = () if country is None else country.names
    return any(name.casefold() in near for name in ((plenary.place or ""), *names) if name)


def _stated(title: Sequence[Line], below: Sequence[Line]) -> Iterator[tuple[str, Span]]:
    for line in (*title, *below):
        for shape in (_DATELINE, _HELD):
            found = shape.search(line.text[:300])
            at = None if found is None else found.at("place")
            if found is None or at is None or not _is_town(found.text("place")):
                continue
            if shape is _HELD or find_date(line.text[:300]) is not None:
                yield found.text("place"), at.moved(line.start)


def _is_town(name: str) -> bool:
    return (
        not {word.strip(".,").casefold() for word in name.replace("-", " ").split()} & vocabulary().no_towns
    )
