"""The ledger of a REF list: words of its lines that no reference covers."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.cable import Problem
from ingest.document import Span, blanked
from ingest.parse.text.lines import Line
from ingest.pattern import pattern

_PARTS: Final = pattern(
    "unread-parts",
    r"(?i)(?:\b(?:REF(?:S|TELS?|ERENCES?)?|AND|OR)\b|[(\[]?\b[A-Z0-9]{1,2}[)\].:]+|\b[A-Z]\s*-\s|[(\[]\s?[A-Z]\s?[)\]]"
    r"|\((?:C|S|U|SBU|TS|S/NF|S//NF)[^()]{0,30}\)|^\s*[A-Z]\s|[\s;,&/¶*_#>-]+[A-Z]\s)",
    example="B. ",
)
"""Labels, marks and words that only join items."""
_SIGNS: Final = " \t;,&/¶*_#>-.()[]"


def unread(text: str, block: Sequence[Line], covered: Sequence[Span]) -> Iterator[Problem]:
    r"""What stands in the lines of a REF list outside its references and their labels.

    >>> from ingest.parse.text.lines import lines
    >>> text = "A. LIMA 4 B. LIMA 5"
    >>> [one.text for one in unread(text, lines(text), (Span(3, 9), Span(13, 19)))]
    []
    >>> [one.text for one in unread(text, lines(text), (Span(13, 19),))]
    ['LIMA 4']
    """
    for line in block:
        over = tuple(
            Span(max(one.start, line.start) - line.start, min(one.end, line.end) - line.start)
            for one in covered
            if one.start < line.end and line.start < one.end
        )
        rest = blanked(line.text, over)
        rest = blanked(rest, tuple(one.span for one in _PARTS.finditer(rest)))
        if any(c.isalnum() for c in rest):
            start = len(rest) - len(rest.lstrip(_SIGNS))
            span = Span(start, max(start, len(rest.rstrip(_SIGNS)))).moved(line.start)
            yield Problem(span.of(text), span, "these words of a list of references belong to no reference")
