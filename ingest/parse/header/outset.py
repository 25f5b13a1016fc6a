"""Where the header of a telegram ends: at its first numbered paragraph, or at its first prose."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from ingest.parse.body.marking import begins_prose
from ingest.parse.body.number import Candidate, candidates
from ingest.parse.body.opening import is_sentence
from ingest.parse.header.field import begins_field
from ingest.parse.header.instruction import is_instruction
from ingest.parse.text.lines import Line, is_page_line, is_rule
from ingest.parse.text.when import GROUP
from ingest.pattern import pattern

MOST_LINES: Final = 400
_SENTENCE: Final = 8
"""Words of a line from which on it is a sentence, where it has no other number."""
_LISTS: Final = pattern(
    "outset-list", r"(?i)^[\s*#>_-]*REF(?:S|TELS?|\(S\)|ERENCES?)?\b", example="REFS: 1) LIMA 4"
)
_ITEM: Final = pattern(
    "outset-item",
    r"^[\s¶*-]*[(\[]?(?:\d{1,2}|[A-Za-z])[.):\]]+\s+(?:[('’]?\d{2,4}\)?\s*)?"
    r"[A-Z][A-Za-z0'’.-]+(?:\s[A-Za-z.'’-]+){0,3},?\s#?\d{1,8}\s*(?:$|[(;,\\&/]|AND\s|NOTAL\b|[A-Z][.)])",
    example="2) 07 ABU DHABI 900001 (NOTAL)",
)
"""An item of a list of references that may look like the first paragraph: "1. LIMA 900001", "(I) LIMA 4"."""
_FULL: Final = 52
"""Characters of a line from which on it was wrapped, not ended."""
_AHEAD: Final = 60
"""So many lines are looked ahead for more of the header."""


def outset(body: Sequence[Line]) -> int:
    r"""The first line of the body: a paragraph number after what only headers have, or prose.

    >>> from ingest.parse.text.lines import lines
    >>> outset(lines("FM SECSTATE WASHDC\nTAGS: PFOR\nREF: BONN 900001\n\n1. WE CONCUR."))
    4
    >>> outset(lines("TAGS: PFOR\nSUBJECT: A LETTER\n\nTHE MINISTER SENT US THE LETTER THAT FOLLOWS."))
    3
    """
    seen, labelled, listing = False, -1, False
    numbers = candidates(tuple(body[:MOST_LINES]))
    number = next(numbers, None)
    for index, line in enumerate(body[:MOST_LINES]):
        if line.blank:
            continue
        while number is not None and number.line < index:
            number = next(numbers, None)
        if listing and _ITEM.match(line.text[:120]) is not None:
            continue
        field = begins_field(line)
        if field or _is_group(line):
            listing = _LISTS.match(line.text[:80]) is not None
            seen, labelled = True, index if field else labelled
            continue
        one = number if number is not None and number.line == index else None
        if one is not None and seen and (one.marking is not None or _is_sure(one, line)):
            return index
        if seen and (len(line.text) > 300 or begins_prose(line.text)):
            return index
        if labelled >= 0 and _begins_text(body, index, labelled):
            return index
    return min(len(body), MOST_LINES)


def _is_group(line: Line) -> bool:
    return "Z" in line.text and len(line.text) < 2000 and GROUP.search(line.text) is not None


def _is_sure(one: Candidate, line: Line) -> bool:
    """Whether a number without a mark begins the body, and no item of a list of references."""
    if one.weight >= 2.0 and any(r.value <= 3 and r.cost < 1.0 for r in one.readings):
        return True
    # "l. THE EMBASSY ...", where an item would be "I. STATE 900001".
    words = line.text.split()
    long = len(words) >= _SENTENCE and not any(sum(c.isdigit() for c in word) > 4 for word in words)
    return long and one.weight >= 3.5 and any(r.value == 1 for r in one.readings)


def _below_short(body: Sequence[Line], index: int) -> bool:
    """Whether, in a text without blank lines, a full line stands below one that was not filled."""
    tight = not any(one.blank for one in body[:index])
    return tight and len(body[index - 1].text.rstrip()) < _FULL <= len(body[index].text.rstrip())


def _begins_text(body: Sequence[Line], index: int, labelled: int) -> bool:
    """Whether a sentence begins on a line below a field's own paragraph, and no field follows soon."""
    line = body[index]
    if (
        not (body[index - 1].blank or _below_short(body, index))
        or is_page_line(line.text)
        or is_rule(line.text)
        or is_instruction(line)
    ):
        return False
    below = all(one.blank for one in body[labelled + 1 : index])
    if below and body[labelled].text.rstrip()[-1:] in ":,;-":
        # "SUBJECT:" with its words below.
        return False
    words = takewhile(lambda one: not one.blank, body[index : index + 4])
    told = Line(line.start, " ".join(one.text.strip() for one in words))
    return is_sentence(told) and not any(begins_field(one) for one in body[index + 1 : index + _AHEAD])
