"""The line that says what a telegram is: its classification, post and serial number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from ingest.cable import Read
from ingest.document import Span
from ingest.parse.header.label import filed
from ingest.parse.text.lines import LEVEL_EXPRESSION, SENSITIVE_EXPRESSION, Line
from ingest.parse.text.posts import Posts, key
from ingest.parse.text.vocabulary import vocabulary
from ingest.parse.text.when import digits, full_year
from ingest.pattern import Match, pattern

_CAVEAT: Final = rf"(?:\s*(?://?|[,(-])\s*|\s+)(?:NOFORN|{SENSITIVE_EXPRESSION}|EFTO|SIPDIS|STADIS|NODIS|EXDIS|LIMDIS|E\s?F\s?T\s?O)\)?"
_PART: Final = r"(?:FINAL\s+)?SECTION\s+[0-9OIl]+\s+OF\s+[0-9OIl]+"
_IDENTITY: Final = pattern(
    "identity-line",
    rf"^[\s*#>]*(?:(?P<level>{LEVEL_EXPRESSION})(?P<caveat>(?:{_CAVEAT})*)(?:\s+|$))?(?:(?P<part>{_PART})\s+)?"
    rf"(?P<post>[A-Z][A-Z0. '’-]{{1,28}}?)[\s,#]+(?P<number>[0-9OIl]{{2,8}})"
    rf"(?P<behind>(?:{_CAVEAT}|\s+{_PART}|\s+[A-Z/]+(?:\s+FOR\s+[A-Z/]+)?)*)[\s*]*$",
    example="C O N F I D E N T I A L SECTION 01 OF 02 PARIS 001234",
)
_PAGE: Final = pattern(
    "page-identity",
    r"^\s*PAGE\s+\d+(?:\s+OF\s+\d+)?\s+(?P<post>[A-Z][A-Z ]{2,20}?)\s+(?P<number>\d{4,8})\b",
    example="PAGE 01  STATE 900101",
)
_LEVEL: Final = pattern(
    "level-alone",
    rf"^[\s*#>]*(?:(?i:CLASSIFICATION)\s*:\s*)?(?P<level>{LEVEL_EXPRESSION})(?P<caveat>(?:{_CAVEAT})*)"
    r"(?:\s|/|[*]|$)",
    example="S E C R E T",
)
_GLUED: Final = pattern(
    "glued-identity",
    r"\b(?P<year>(?:19|20)\d\d|\d\d)(?P<post>[A-Z]{3,20})(?P<number>\d{1,7})\b",
    example="08STATE34976",
)
_SENSITIVE: Final = pattern(
    "sensitive-caveat", rf"(?i)\b(?:{SENSITIVE_EXPRESSION})\b", example="//FOR OFFICIAL USE ONLY"
)
_LABEL: Final = pattern(
    "identity-label",
    r"^[\s*#>]*(?P<year>(?:19|20)\d\d|\d\d)\s+(?P<post>[A-Z][A-Za-z .'-]{1,40}?)[\s-]+"
    r"(?P<number>\d{2,8})\s*$",
    example="57 BRUSSELS to DESPATCH 960122",
)
_FIRST_LINES: Final = 3
# A few character classes in a row cannot backtrack; to find nothing, the engine of the standard library is
# far faster than RE2.
_NUMBER_LIKE: Final = re.compile(r"[\s,#][0-9OIl]{2}")
_GLUED_LIKE: Final = re.compile(r"[0-9]{2}[A-Z]{3}")
SECTION: Final = pattern(
    "section", r"\bSECTION\s+0?(?P<number>\d{1,2})\s+OF\s+\d+", example="SECTION 02 OF 03"
)
LATER_PART: Final = pattern(
    "later-part", r"\bSECTION\s+0?(?:[2-9]|1\d)\s+OF\s+\d+", example="SECTION 02 OF 03"
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What the text says of its own name; ``year`` only where it stands glued to the name."""

    classification: Read[str] | None = None
    post: Read[str] | None = None
    number: Read[int] | None = None
    year: int | None = None
    line: int = -1
    series: str = ""
    """A letter before the number: "A" for airgrams."""


def is_identity(line: Line) -> bool:
    """Whether a line has a classification, a post and a number.

    >>> is_identity(Line(0, "C O N F I D E N T I A L STATE 034976")), is_identity(Line(0, "AMEMBASSY BONN"))
    (True, False)
    """
    found = _identified(line.text[:200])
    return found is not None and found["level"] is not None


def _identified(text: str) -> Match | None:
    """The line as an identity, where anything in it may be a serial number."""
    return None if _NUMBER_LIKE.search(text) is None else _IDENTITY.match(text)


def names_sender(line: Line, posts: Posts, sender: str) -> bool:
    """Whether a line has the name of the post that sent a telegram, and a number.

    >>> from ingest.tables import knowledge
    >>> posts = Posts(knowledge().posts)
    >>> [names_sender(Line(0, text), posts, "BONN") for text in ("BONN 900203", "AMEMBASSY PARIS 12")]
    [True, False]
    """
    found = _identified(line.text[:200])
    return found is not None and posts.glued(found.text("post").strip()) == sender


def identity(head: Sequence[Line], posts: Posts, *, sender: str | None, since: int = 0) -> Identity:
    """The identity that the lines of a header give; *sender* is the glued name of the post that sent it.

    What stands from line *since* on, where the message itself begins, goes before what an archive put above.

    >>> from ingest.parse.text.lines import lines
    >>> from ingest.tables import knowledge
    >>> made = identity(lines("C O N F I D E N T I A L STATE 034976"), Posts(knowledge().posts), sender=None)
    >>> made.post and made.post.value, made.number and made.number.value
    ('STATE', 34976)
    """
    named: list[tuple[int, Identity]] = list(_labelled(head, posts))
    for one in _named(head, posts, sender):
        named.append(one)
        if one[0] == 0:
            break  # none of those below goes before it
    best = min(named, key=lambda one: (one[0], one[1].line), default=None)
    if sender is not None and best is not None and best[0] > 0:
        own = [one for one in named if one[1].post is not None and one[1].post.value == sender]
        own.sort(key=lambda one: (one[0], one[1].line < since))
        best = own[0] if own else best
    if best is None:
        return Identity(classification=_level(head))
    found = best[1]
    return replace(found, classification=found.classification or _level(head))


def _labelled(head: Sequence[Line], posts: Posts) -> Iterator[tuple[int, Identity]]:
    """The name with its year that stands alone above a message, before any field: as sure as a glued one."""
    first = [(index, line) for index, line in enumerate(head) if not line.blank][:_FIRST_LINES]
    for index, line in takewhile(lambda one: ":" not in one[1].text, first):
        found = _LABEL.match(line.text[:80])
        known = (
            None if found is None else filed(found.text("post"), posts, year=full_year(found.text("year")))
        )
        post, number = (None, None) if found is None else (found.at("post"), found.at("number"))
        if found is None or known is None or post is None or number is None:
            continue
        made = Identity(
            post=Read(known[0].post.glued, post.moved(line.start), "identity-label"),
            number=Read(int(found.text("number")), number.moved(line.start), "identity-label"),
            year=int(found.text("year")),
            line=index,
            series=known[1],
        )
        yield 3, made


def _named(head: Sequence[Line], posts: Posts, sender: str | None) -> Iterator[tuple[int, Identity]]:
    """Identities with their rank: 0 a line with a level, 1 one without, 2 a page line, 3 a glued name."""
    for index, line in enumerate(head):
        text = line.text[:200]
        if line.blank or len(line.text) > 200:
            continue
        for rule, found in (("identity-line", _identified(text)), ("page-line", _PAGE.match(text))):
            made = None if found is None else _read(found, index, line, posts, rule, sender=sender)
            if found is not None and made is not None:
                yield (2 if rule == "page-line" else 0 if found["level"] is not None else 1), made
        for glued in _GLUED.finditer(text) if index < 30 and _GLUED_LIKE.search(text) else ():
            if (
                made := _read(glued, index, line, posts, "glued-identity", year=glued.text("year"))
            ) is not None:
                yield 3, made


def _read(
    found: Match,
    index: int,
    line: Line,
    posts: Posts,
    rule: str,
    *,
    year: str | None = None,
    sender: str | None = None,
) -> Identity | None:
    words = found.text("post").strip()
    first = words.split()[0].rstrip(".")
    level = found.text("level") if rule == "identity-line" else ""
    if first in vocabulary().post_prefixes or first in {"PAGE", "TO", "FM", "INFO", "REF", "SECTION"}:
        return None
    named = posts.exact(words) if rule == "glued-identity" else posts.find(words)
    if rule == "page-line":
        named = posts.abbreviated(words) or named
    number = digits(found.text("number"))
    glued = named.post.glued if named is not None else key(words)
    known = named is not None or bool(level) or glued == sender
    if not known or not number.isdigit() or int(number) == 0:
        return None
    post_at, number_at = found.at("post"), found.at("number")
    if post_at is None or number_at is None:
        return None
    return Identity(
        _classification(found, line, found.text("behind")) if level else None,
        Read(
            glued, _trim(post_at.moved(line.start), line), rule if named is None else f"{rule}-{named.rule}"
        ),
        Read(int(number), number_at.moved(line.start), rule),
        None if year is None else int(year),
        index,
    )


def _trim(span: Span, line: Line) -> Span:
    words = line.text[span.start - line.start : span.end - line.start]
    return Span(span.start, span.start + len(words.rstrip()))


def _level(head: Sequence[Line]) -> Read[str] | None:
    for line in head:
        found = None if line.blank else _LEVEL.match(line.text[:120])
        if found is not None and not line.text.lstrip()[:30].lower().startswith(
            ("unclassified / rel", "secretary")
        ):
            return _classification(found, line)
    return None


def _classification(found: Match, line: Line, behind: str = "") -> Read[str] | None:
    at = found.at("level")
    if at is None:
        return None
    value = level_name(found.text("level"), f"{found.text('caveat')} {behind}")
    return Read(value, at.moved(line.start), "classification-line")


def level_name(words: str, caveat: str = "") -> str:
    """The classification that some words say, spaced out or not; with the *caveat* of a sensitive one.

    >>> level_name("C O N F I D E N T I A L"), level_name("UNCLAS"), level_name("TOP SECRET", "//NOFORN")
    ('CONFIDENTIAL', 'UNCLASSIFIED', 'TOP SECRET')
    >>> level_name("UNCLAS", " SENSITIVE SIPDIS")
    'UNCLASSIFIED//SENSITIVE'
    """
    glued = "".join(words.split()).upper()
    names = {
        "TOPSECRET": "TOP SECRET",
        "UNCLAS": "UNCLASSIFIED",
        "LIMITEDOFFICIALUSE": "LIMITED OFFICIAL USE",
        "SENSITIVEBUTUNCLASSIFIED": "SBU",
    }
    name = names.get(glued, glued)
    found = _SENSITIVE.search(caveat) if name == "UNCLASSIFIED" and caveat else None
    return name if found is None else f"{name}//{' '.join(found.text().upper().split())}"
