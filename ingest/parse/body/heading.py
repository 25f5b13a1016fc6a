"""Headings: a line of their own above a paragraph, or the words after its number."""

from dataclasses import dataclass
from typing import Final

from ingest.document import Span
from ingest.parse.text.lines import Line, is_page_line, is_remnant, is_rule
from ingest.parse.text.vocabulary import vocabulary
from ingest.parse.text.when import find_date
from ingest.pattern import pattern

LONGEST: Final = 100
_MOST_WORDS: Final = 14
_MOST_STOPPED: Final = 5
"""A line with a full stop is a heading up to so many words ("Brokering.")."""

_MOST_FRAGMENT: Final = 6

_ENDS: Final = frozenset('.:;!?"”)*_#-=/')

_MARKUP: Final = pattern("heading-markup", r"^[\s#>*_]*", example="#### ")
_TAIL: Final = pattern(
    "heading-tail", r"(?:[\s*_#/\\=~|]|--+|</?[a-zA-Z]{1,5}>)*$", example="Membership /////////"
)
_FIELD: Final = pattern(
    "heading-no-field", r"(?i)^(?:SUBJ(?:ECT)?|TAGS|E\.?O\.? \d+|REF(?:TEL)?S?)\s?:", example="SUBJECT: MTCR"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The words of a heading, without markup and underlining."""

    words: str
    span: Span


def alone(
    line: Line, *, after: Line | None, before_blank: bool, before: Line | None = None
) -> Heading | None:
    """The heading that a line of its own is; *before* and *after* are the lines around it that have words.

    >>> alone(Line(0, "Small Group Meeting "), after=None, before_blank=True)
    Heading(words='Small Group Meeting', span=Span(start=0, end=19))
    >>> alone(Line(0, "The delegation should note this."), after=None, before_blank=True)
    """
    if line.blank or len(line.text) > LONGEST + 20 or is_rule(line.text) or is_page_line(line.text):
        return None
    if is_remnant(line.text):
        return None
    span = title_words(line)
    words = line.text[span.start - line.start : span.end - line.start]
    underlined = after is not None and is_rule(after.text)
    marked_up = line.text.lstrip()[:1] == "#" or line.text.lstrip()[:2] == "**"
    if not words or not (before_blank or underlined or marked_up) or _closes(words):
        return None
    if before is not None and not (underlined or marked_up) and before.text.rstrip()[-1:] not in _ENDS:
        # The middle of a sentence that a page break parts is no heading.
        return None
    return Heading(readable(words), span) if _titled(words, sure=underlined or marked_up) else None


def _closes(words: str) -> bool:
    """Whether words end a quotation or a set of talking points, and head nothing."""
    lower = words.lower()
    return lower in vocabulary().no_headings or lower.startswith("end ")


def title_words(line: Line) -> Span:
    """The words of a line without the markup and underlining around them.

    >>> text = "## _Chairman's Report_"
    >>> title_words(Line(0, text)).of(text)
    "Chairman's Report"
    """
    text = line.text
    found = _MARKUP.match(text)
    start = 0 if found is None else found.span.end
    tail = _TAIL.search(text[start:])
    end = len(text) if tail is None else start + tail.span.start
    return Span(line.start + start, line.start + max(start, end))


def _titled(words: str, *, sure: bool) -> bool:
    parts = words.split()
    if len(words) > LONGEST or len(parts) > _MOST_WORDS or not words[0].isalnum() or words[-1] in ",;":
        return False
    if parts[-1].islower() and parts[-1] in vocabulary().small_words:
        return False
    if not any(c.isalpha() for c in words) or is_date(words) or _FIELD.match(words) is not None:
        return False
    if sure:
        return not words[0].islower()
    if words[-1] in '.!?"”' or (words[0].islower() and words[0] != "l") or words[0].isdigit():
        return False
    return _capitals(words)


def is_date(words: str) -> bool:
    """Whether a line is the date of a document.

    >>> is_date("Buenos Aires, 26 September 2003"), is_date("It ended on 26 September 2003 in Rome")
    (True, False)
    """
    dated = find_date(words)
    return dated is not None and dated.span.end == len(words) and len(words.split()) <= 6


def _capitals(words: str) -> bool:
    small = vocabulary().small_words
    return all(not part[0].islower() or part.lower() in small or part[0] == "l" for part in words.split())


def on_its_own(text: str, rest: Line, *, underlined: bool) -> Heading | None:
    """The heading that the only words behind a number are; their full stop or colon is none of it.

    >>> made = on_its_own("Brokers: paper.", Line(0, "Brokers: paper."), underlined=False)
    >>> made and made.words
    'Brokers: paper'
    >>> on_its_own("We concur.", Line(0, "We concur."), underlined=False)
    """
    span = title_words(rest)
    words = span.of(text)
    if not words or not _stands_alone(words, underlined=underlined):
        return None
    bare = words.rstrip(":. ")
    return Heading(readable(bare), Span(span.start, span.start + len(bare)))


def _stands_alone(words: str, *, underlined: bool) -> bool:
    """Whether the only words of a number's line are a heading and no short sentence."""
    parts = words.split()
    if words[-1] in ":.":
        bare = words.rstrip(":.")
        clause = any(part.lower() in vocabulary().not_in_headings for part in parts)
        short = bool(bare) and len(parts) <= _MOST_STOPPED and not clause
        titled = short and _titled(bare, sure=underlined or len(parts) <= 3)
        return titled or (words[-1] == "." and is_fragment(bare, usual=False))
    return words[-1] not in '!?,;"”' and _titled(words, sure=underlined or len(parts) <= 8 or len(words) < 70)


def cries(words: str) -> bool:
    """Whether words are in capitals; a small "l" among them is a capital "I" misread.

    >>> cries("MEMBERSHlP"), cries("Membership")
    (True, False)
    """
    bare = words.replace("l", "I")
    return bare.isupper() and len(bare) > 3


def is_label(words: str) -> bool:
    """Whether words are written as a title, with no word that only a sentence has.

    >>> is_label("Regional Nonproliferation"), is_label("We met on Monday")
    (True, False)
    """
    parts = words.lower().split()
    titled = _capitals(words) and not _closes(words)
    return titled and not any(part in vocabulary().not_in_headings for part in parts)


def readable(words: str) -> str:
    """The words with "l" and "I" put right where the letters around show which it is.

    >>> readable("LICENSlNG AND  Catch-aII reports")
    'LICENSING AND Catch-all reports'
    """
    return " ".join(_word(word) for word in words.split())


def _word(word: str) -> str:
    if "l" in word and cries(word) and sum(c.isupper() for c in word) >= 2:
        return word.replace("l", "I")
    if "I" not in word[1:]:
        return word
    letters = list(word)
    for at in range(1, len(word)):
        if word[at] == "I" and letters[at - 1].islower() and letters[at - 1].isalpha():
            letters[at] = "l"
    return "".join(letters)


def is_fragment(words: str, *, usual: bool) -> bool:
    """Whether words are no sentence: a few, without a verb, none of them an abbreviation before a name.

    >>> [is_fragment(words, usual=False) for words in ("Chair's mandate", "Italy agreed", "Deputy Min")]
    [True, False, False]
    """
    parts = words.lower().split()
    if not (1 if usual else 2) <= len(parts) <= _MOST_FRAGMENT or not words[0].isupper() or _closes(words):
        return False
    known = vocabulary()
    clause = known.not_in_headings | known.clause_words
    verb = any(part in clause or (part.endswith("ed") and len(part) > 4) for part in parts)
    return not verb and parts[-1] not in known.small_words and parts[-1] not in known.titles
