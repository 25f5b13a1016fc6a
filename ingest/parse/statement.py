"""A press statement of a regime's plenary as a ``Cable`` of the kind "PressStatement"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from ingest.cable import Cable, Header, Problem, Read
from ingest.document import Document, Span, folded
from ingest.knowledge import Knowledge, Plenary, Profile
from ingest.parse.body.ending import ending
from ingest.parse.body.heading import is_date, title_words
from ingest.parse.body.length import MOST_LINES, too_long
from ingest.parse.body.passages import passages
from ingest.parse.body.start import is_content
from ingest.parse.listing.otherwise import slug
from ingest.parse.placed import elsewhere
from ingest.parse.text.breaks import breaks
from ingest.parse.text.lines import Line
from ingest.parse.text.vocabulary import vocabulary
from ingest.parse.text.when import find_date
from ingest.pattern import pattern

_HEAD_LINES: Final = 14
_TITLE: Final = pattern(
    "statement-title",
    r"(?i)\b(?:plenary|press\s+(?:statement|release|communiqu[eé])|public\s+statement|statement\s+by\s+the\s+chair"
    r"|chair(?:man)?[’']?s?\s+statement|joint\s+statement|communiqu[eé]|news\s+release)\b",
    example="PRESS STATEMENT",
)
_NUMBERED: Final = pattern("statement-number", r"^\s*\(?1[.)]\s", example="1. The Regime held its Plenary.")
_SENTENCE: Final = 18
"""A line of more words is prose, and the title above it has ended."""
_MOST_TITLE: Final = 8
_SHORTEST: Final = 9
"""A sentence with which a statement begins has more words."""
_YEAR: Final = pattern("statement-year", r"\b(?:19|20)\d\d\b", example="26 September 2003")


def is_statement(body: Sequence[Line], knowledge: Knowledge) -> bool:
    """Whether a text is a statement: its title says so, and a regime is named near it.

    >>> from ingest.parse.text.lines import lines
    >>> from ingest.tables import knowledge
    >>> titles = ("Plenary Meeting of the MTCR", "Plenary Meeting of the Town Council")
    >>> [is_statement(lines(title), knowledge()) for title in titles]
    [True, False]
    """
    top = _top(body)
    near = " ".join(line.text for line in [one for one in body[:200] if is_content(one)][:_HEAD_LINES])[:4000]
    titled = any(_TITLE.search(line.text) is not None for line in top)
    return titled and _profile(near, knowledge) is not None


def statement(document: Document, body: Sequence[Line], knowledge: Knowledge) -> Cable:
    r"""The statement that a document is; its paragraphs are numbered by inference where none has a number.

    >>> from ingest.parse.text.lines import lines
    >>> from ingest.tables import knowledge
    >>> text = "Plenary Meeting of the Missile Technology Control Regime\nBuenos Aires, 26 September 2003"
    >>> text += "\n\nThe Partners met and agreed on a programme."
    >>> made = statement(Document(text, "2003.txt", ""), lines(text), knowledge())
    >>> made.id, [one.body.of(text) for one in made.passages]
    ('statement-mtcr-plenary-2003-buenos-aires', [])
    """
    text = folded(document.text)
    title, kept = _parted(body[:MOST_LINES], _heads(document))
    title_text = " ".join(line.text for line in title)
    near = title_text + " " + " ".join(line.text for line in kept[:6])[:1500]
    listed = _plenary(title_text, knowledge) or _plenary(near, knowledge)
    other = None if listed is None else elsewhere(title, kept, listed, knowledge)
    plenary = None if other is not None else listed
    header = Header(
        sent=_sent(title) or _sent(kept[:3]) or _sent(body[-12:]),
        subject=_subject(text, title),
        place=_place(title, plenary) or _place(kept[:3], plenary),
    )
    if other is not None:
        header = replace(header, place=Read(other[0], other[1], "statement-place"))
    found = passages(text, kept)
    span = Span(kept[0].trimmed.start, kept[-1].trimmed.end) if kept else Span(0, 0)
    return Cable(
        document,
        _identifier(document, header, plenary),
        "PressStatement",
        header,
        passages=found.passages,
        problems=(*_doubt(listed, other), *found.problems, *too_long(body)),
        body=span,
        breaks=breaks(kept),
    )


def _doubt(listed: Plenary | None, other: tuple[str, Span] | None) -> tuple[Problem, ...]:
    """That the statement puts a plenary of the list elsewhere, so that it may be about another."""
    if listed is None or other is None:
        return ()
    why = (
        f"the list has the plenary of {listed.year} in {listed.place}, and the statement is of another place"
    )
    return (Problem(other[0], other[1], why),)


def _top(body: Sequence[Line]) -> list[Line]:
    """The lines of the title: those before the first prose."""
    made: list[Line] = []
    for line in body:
        if len(line.text.split()) > _SENTENCE or len(made) >= _HEAD_LINES:
            break
        if is_content(line):
            made.append(line)
    return made


def _heads(document: Document) -> frozenset[int]:
    """Where headings begin, as the file tells, but for the first of them, which is the title."""
    return frozenset(one.span.start for one in [one for one in document.roles if one.role == "head"][1:])


def _parted(body: Sequence[Line], heads: frozenset[int]) -> tuple[list[Line], Sequence[Line]]:
    title: list[Line] = []
    first = 0
    for index, line in enumerate(body):
        if not is_content(line):
            continue
        long = len(line.text.split()) > _SENTENCE or len(title) >= _MOST_TITLE
        if long or (title and _prose(body, index)) or _begins_body(line, title, heads):
            break
        title.append(line)
        first = index + 1
    kept = body[first:]
    return title, kept[: ending(kept)]


def _prose(body: Sequence[Line], index: int) -> bool:
    """Whether a line begins a sentence, which a wrapped text carries on over the next lines."""
    line = body[index]
    rest = list(takewhile(lambda one: not one.blank, body[index : index + 4]))
    words = " ".join(one.text for one in rest).split()
    if len(words) <= _SHORTEST or line.text.lstrip()[:1] in "#*" or is_date(line.text.strip(" *_.")):
        return False
    small = [word for word in line.text.split()[1:] if word[:1].islower() and len(word) > 2]
    told = [word for word in small if word not in vocabulary().small_words]
    begins = index == 0 or body[index - 1].blank
    return len(told) > 1 or (begins and len(rest) > 1 and _stops(" ".join(words)))


def _stops(words: str) -> bool:
    return words.endswith(".") or ". " in words


def _begins_body(line: Line, title: Sequence[Line], heads: frozenset[int]) -> bool:
    """Whether a line below the title is a section heading or the first numbered paragraph."""
    heading = line.text.startswith("##") or (line.start in heads and _TITLE.search(line.text) is None)
    return bool(title) and (heading or _NUMBERED.match(line.text) is not None)


def _profile(words: str, knowledge: Knowledge) -> Profile | None:
    found = [
        (words.find(name), profile.id)
        for profile in knowledge.profiles
        for name in profile.names
        if name in words or name.upper() in words
    ]
    if not found:
        return None
    best = min(found)[1]
    return next(profile for profile in knowledge.profiles if profile.id == best)


def _plenary(words: str, knowledge: Knowledge) -> Plenary | None:
    """The plenary of that regime whose year, and place where both are known, the words give."""
    profile = _profile(words, knowledge)
    if profile is None:
        return None
    years = [int(found.text()) for found in _YEAR.finditer(words)]
    dated = [one for one in profile.plenaries if one.year in years]
    placed = [one for one in dated if one.place is not None and one.place.lower() in words.lower()]
    if len(placed) == 1:
        return placed[0]
    first = [one for one in (placed or dated) if years and one.year == years[0]]
    return first[0] if len(first) == 1 else None


def _sent(title: Sequence[Line]) -> Read[str] | None:
    for line in title:
        dated = find_date(line.text[:500])
        if dated is not None:
            return Read(dated.value, dated.span.moved(line.start), "statement-date")
    return None


def _subject(text: str, title: Sequence[Line]) -> Read[str] | None:
    named = [line for line in title if _TITLE.search(line.text) is not None] or list(title)
    best = max(named, key=lambda line: len(line.text), default=None)
    if best is None:
        return None
    span = title_words(best)
    return Read(" ".join(span.of(text).split()), span, "statement-title")


def _place(title: Sequence[Line], plenary: Plenary | None) -> Read[str] | None:
    if plenary is None or plenary.place is None:
        return None
    for line in title:
        at = line.text.lower().find(plenary.place.lower())
        if at >= 0:
            start = line.start + at
            return Read(plenary.place, Span(start, start + len(plenary.place)), "statement-place")
    return None


def _identifier(document: Document, header: Header, plenary: Plenary | None) -> str:
    if plenary is not None:
        return f"statement-{plenary.id}"
    name = slug(header.subject.value, most=50) if header.subject is not None else "untitled"
    return f"statement-{name or 'untitled'}-{document.sha256[:8]}"
