"""Where the words of a message end: before signatures, end marks and what the archive added."""

from collections.abc import Sequence
from typing import Final

from ingest.parse.body.heading import is_date, readable
from ingest.parse.body.start import is_content
from ingest.parse.text.lines import Line
from ingest.parse.text.vocabulary import vocabulary
from ingest.pattern import pattern

_SIGNATURE: Final = pattern(
    "signature",
    r"^\s*[A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]*){0,2}(?:,?\s*(?i:acting))?"
    r"\s*(?:\[[A-Z]{1,4} initialed\])?\s*#*\s*$",
    example="KISSINGER",
)
_NAME: Final = pattern(
    "signature-behind",
    r"[a-zA-Z][.!?\"”)]\s+(?P<name>[A-Z][A-Z'’-]{3,})\s*$",
    example="report septel. WINSLOW",
)
_NOTE: Final = pattern(
    "archive-note",
    r"^\s*(?:NOTE\s+BY\s+OC|#+\s*$|#?\d{3,5}\s*$|<<.*>>\s*$|UNQUOTE\.?\s*$|RUSH\s*$|UNCLASSIFIED\s*/.*|\W*$"
    r"|(?:©|\(c\)\s|(?i:copyright\s)).{0,60}\d{4}.*$)",
    example="NOTE BY OC/T: POUCHED SUVA.",
)
_CENTRE: Final = pattern(
    "centre-note",
    r"^\s*(?:NOTE\s+BY\s+OC|\(?[#*]\)?\s*(?:OMISSION|AS\s+RECEIVED))",
    example="NOTE BY OCT: POUCHED SUVA,",
)
_MOST_NOTES: Final = 12


def ending(body: Sequence[Line]) -> int:
    r"""The index after the last line of the message.

    >>> from ingest.parse.text.lines import lines
    >>> ending(lines("4. We concur.\nRICE\n\nNNNN\n\nEnd Cable Text"))
    1
    """
    end = _before_notes(body)
    signed = False
    while end > 0:
        line = body[end - 1]
        if not is_content(line) or _NOTE.match(line.text[:120]) is not None or _closes(line):
            end -= 1
        elif end > 1 and body[end - 2].blank and is_date(line.text.strip(" *_.")):
            # "Seoul, 8 October 2004" below a statement.
            end -= 1
        elif not signed and end > 1 and _is_signature(body, end - 1):
            signed = True
            end -= 1
        else:
            break
    return end


def _before_notes(body: Sequence[Line]) -> int:
    """The index of the note of the communications centre below a message, which may go over several lines."""
    first = max(0, len(body) - _MOST_NOTES)
    noted = (at for at in range(first, len(body)) if _CENTRE.match(body[at].text[:80]) is not None)
    return next(noted, len(body))


def _closes(line: Line) -> bool:
    return " ".join(line.text.lower().strip(" .*_#<>()[]\t").split()) in vocabulary().endings


def _is_signature(body: Sequence[Line], index: int) -> bool:
    line = body[index]
    if _SIGNATURE.match(readable(line.text)) is None or len(line.text.strip()) > 40:
        return False
    before = next((one for one in reversed(body[:index]) if is_content(one)), None)
    if before is None:
        return False
    return body[index - 1].blank or _closes(before) or before.text.rstrip()[-1:] in '.!?"”)'


def without_name(line: Line) -> Line:
    """The last line of a message without the name of who signed it.

    >>> without_name(Line(0, "Embassy will report septel. WINSLOW")).text
    'Embassy will report septel.'
    >>> without_name(Line(0, "WE AGREE WITH THE EMBASSY")).text
    'WE AGREE WITH THE EMBASSY'
    """
    found = _NAME.search(line.text)
    at = None if found is None else found.at("name")
    return line if at is None else Line(line.start, line.text[: at.start].rstrip())
