"""The lines of a text with their places, and the lines that carry no words of the message."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.document import Span
from ingest.pattern import pattern


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line break; ``start`` is the offset of its first character.

    >>> line = Line(100, "  1. (C) Hello. ")
    >>> line.end, line.blank, line.trimmed
    (116, False, Span(start=102, end=115))
    """

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether it has nothing but white space."""
        return not self.text.strip()

    @property
    def trimmed(self) -> Span:
        """Its words without the white space around them."""
        left = self.start + len(self.text) - len(self.text.lstrip())
        return Span(left, left + len(self.text.strip()))


def lines(text: str) -> tuple[Line, ...]:
    r"""The lines of *text* in order.

    >>> [(line.start, line.text) for line in lines("TO PARIS\r\nINFO ROME")]
    [(0, 'TO PARIS'), (10, 'INFO ROME')]
    """
    made: list[Line] = []
    start = 0
    for raw in text.splitlines(keepends=True):
        made.append(Line(start, raw.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")))
        start += len(raw)
    return tuple(made)


_PARTED: Final = pattern(
    "word-parted-by-line-end", r"([A-Za-z]+)-[ \t\r]*\n[ \t]*([A-Za-z]+)", example="OBSER-\nVATORY"
)
_LEVEL: Final = (
    r"(?:T\s?O\s?P\s+)?S\s?E\s?C\s?R\s?E\s?T|C\s?O\s?N\s?F\s?I\s?D\s?E\s?N\s?T\s?I\s?A\s?L"
    r"|U\s?N\s?C\s?L\s?A\s?S(?:\s?S\s?I\s?F\s?I\s?E\s?D)?|L\s?I\s?M\s?I\s?T\s?E\s?D\s+O\s?F\s?F\s?I\s?C\s?I\s?A\s?L\s+U\s?S\s?E"
    r"|SENSITIVE\s+BUT\s+UNCLASSIFIED|SBU"
)
LEVEL_EXPRESSION: Final = _LEVEL
SENSITIVE_EXPRESSION: Final = (
    r"SENSITIVE(?:\s+BUT\s+UNCLASSIFIED)?|SBU(?:-N|/N)?|FOUO|(?:FOR\s+)?OFFICIAL\s+USE\s+ONLY|LOU"
    r"|LIMITED\s+OFFICIAL\s+USE"
)
"""What makes of an unclassified document a sensitive one, where it stands behind the level."""

_OMISSION: Final = pattern(
    "editors-omission",
    r"^\s*\[(?:Omitted here\b|\d+ (?:line|paragraph)s? (?:not|of)\b).*\]\s*$",
    example="[Omitted here is the rest.]",
)
_PAGES: Final = (
    pattern(
        "page-line", r"^\s*PAGE\s+\d+(?:\s+OF\s+\d+)?(?:\s+[A-Z].*)?$", example="PAGE 02 STATE 012345 011234Z"
    ),
    pattern(
        "page-part",
        r"^\s*[A-Z][A-Z .]{2,30}\s+\d{5,8}\s+\d{3}(?:\.\d)?\s+OF\s+\d{3}\s*$",
        example="OSLO 00000077  001.2 OF 002",
    ),
    pattern(
        "section-line",
        rf"^\s*(?:(?:{_LEVEL})\s+)?(?:FINAL\s+)?SECTION\s+\d+\s+OF\s+\d+(?:\s+[A-Z][A-Z .]+\d+)?\s*$",
        example="C O N F I D E N T I A L SECTION 02 OF 03 PARIS 001234",
    ),
    pattern(
        "level-line",
        rf"^\s*(?:{_LEVEL})(?:\s*//?\s*(?:{SENSITIVE_EXPRESSION})|\s*//?\s*[A-Z/]+|\s+(?:NOFORN|EXDIS|NODIS|LIMDIS|STADIS|SIPDIS|EFTO|POSS\s+DUPE))*\s*$",
        example="C O N F I D E N T I A L",
    ),
    pattern(
        "release-line",
        rf"^\s*(?:(?:{_LEVEL})\b.{{0,60}})?(?:RELEASED?\s+IN\s+(?:PART|FULL)|U\.?S\.?\s+Department\s+of\s+State\s+Case\s+No)\b.*$",
        example="UNCLASSIFIED / RELEASED IN PART      2",
    ),
    pattern(
        "exemption-line",
        r"^\s*(?:FOIA\s+|\(b\)\s?)?(?:(?:B\s?[1-9]|\(b\)\s?\(?\d\)?|1\.[45]\s?\(?[A-Ha-h]\)?)[\s,;.]*)+$",
        example="B1, 1.4(D)",
    ),
    pattern("transmission-end", r"^\s*(?:N\s?N\s?N(?:\s?N)?|B\s?T)\s*$", example="NNNN"),
    pattern(
        "declassification-stamp",
        r"^\s*(?:(?:Margaret P\.? Grafeld|Sheryl P\.? Walter)\s*)?(?:Declassified/Released\s*)?"
        r"(?:US Department of State\s*)?(?:EO Systematic Review\s*)?(?:\d{1,2} (?i:[a-z]{3}) 20\d\d)?\s*$",
        example="Declassified/Released US Department of State EO Systematic Review 20 MAR 2014",
    ),
    _OMISSION,
    pattern("page-number", r"^\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*$", example="- 4 -"),
)

_LONGEST: Final = 240
"""Characters of a line from which on it is no page line: editors tell in a sentence what they omit."""

_RULE: Final = pattern(
    "rule-line",
    r"^[\s>*#]*(?:[-_=/~*.+\\]{3,}[\s\-_=/~*.+\\]*|(?:[-_=~*+—―─━═•·]\s?){3,})\s*$",
    example="--------",
)
_RULE_SIGNS: Final = frozenset("-_=/~*.+\\>#—―─━═•·")
_REMNANT: Final = pattern("heading-remnant", r"^\s*#{1,6}(?:[\s#*_/\-]|<[^<>]{0,8}>)*$", example="#### ")


def is_remnant(text: str) -> bool:
    """Whether a line is the Markdown of a heading whose words are lost.

    >>> is_remnant("#### "), is_remnant("# 12. (SBU)")
    (True, False)
    """
    return text.lstrip()[:1] == "#" and _REMNANT.match(text) is not None


@lru_cache(maxsize=1 << 16)
def is_page_line(text: str) -> bool:
    """Whether a line belongs to the transmission and not to the message.

    >>> is_page_line("PAGE 02 STATE 012345"), is_page_line("The delegation should:")
    (True, False)
    """
    if len(text) >= _LONGEST or not text.strip() or text[:40].islower():
        return False
    return any(one.match(text) is not None for one in _PAGES)


def is_omission(text: str) -> bool:
    """Whether a line is what the editors of a text say that they left out of it.

    >>> is_omission("[Omitted here is discussion of trade.]"), is_omission("[We agree.]")
    (True, False)
    """
    return text.lstrip()[:1] == "[" and _OMISSION.match(text) is not None


def is_rule(text: str) -> bool:
    """Whether a line only underlines or separates.

    >>> is_rule("-------"), is_rule("- - - - -"), is_rule("--urge all Partners")
    (True, True, False)
    """
    return text.lstrip()[:1] in _RULE_SIGNS and _RULE.match(text) is not None


def rejoined(words: str, text: str) -> str:
    r"""*words* with those put together that a hyphen parts over two lines.

    The hyphen goes where *text* has the word in one piece elsewhere; without that it may be the word's own.

    >>> rejoined("THE OBSER-\nVATORY", "THE OBSER-\nVATORY.  OBSERVATORY STAFF"), rejoined("CATCH-\nALL", "")
    ('THE OBSERVATORY', 'CATCH-ALL')
    """
    if "-" not in words or "\n" not in words:
        return words
    parts, last = [], 0
    for found in _PARTED.finditer(words):
        first, second = found.text(1), found.text(2)
        whole = f"{first}{second}".lower() in text.lower()
        parts += [words[last : found.span.start], first, "" if whole else "-"]
        last = found.span.end - len(second)
    return "".join((*parts, words[last:]))
