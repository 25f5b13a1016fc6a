"""What a question names, before it is decided what fills which parameter: documents, places, dates."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from queries.lexicon import Lexicon, Thing
from queries.wording import Word, norm, stem, stopwords, words

Cables: TypeAlias = dict[tuple[str, int], set[tuple[str, str]]]
"""Year and IRI of the cables of each post and number."""

Kind: TypeAlias = Literal[
    "document", "country", "topic", "regime", "place", "year", "ordinal", "series", "label", "date"
]

_REF: Final = re.compile(r"\b(?:[Rr][Ee][Ff](?:erence|ERENCE)?s?)\s+([A-Z]{1,2}|\d{1,2})\b")
_GLUED: Final = re.compile(r"^(\d{4}|\d{2})?([a-z]+?)0*(\d+)$")
_CABLE: Final = re.compile(r"^(\d{4})([A-Z][A-Z0-9]*?)(?:-([A-Z][A-Z0-9]*?))?(\d+)$")
_YEAR: Final = re.compile(r"^(?:19[4-9]\d|20\d\d)$")
_ORDINAL: Final = re.compile(r"^(\d{1,3})(?:st|nd|rd|th)$")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")
_DAY_MONTH: Final = re.compile(r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?([A-Za-z]{3,9})\.?\s+(\d{4})\b")
_MONTH_DAY: Final = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_SPELT: Final = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
ORDINALS: Final = {word: n for n, word in enumerate(_SPELT.split(), 1)}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of the question that name something; ``values`` are IRIs, or the year, number, letter or date.

    >>> year, place = Cue("year", ("2003",), "2003", 30, 34), Cue("place", ("bonn",), "Bonn", 35, 39)
    >>> year.overlaps(place), year.overlaps(Cue("date", ("2003-09",), "September 2003", 20, 34))
    (False, True)
    """

    kind: Kind
    values: tuple[str, ...]
    said: str
    start: int
    end: int

    def overlaps(self, other: "Cue") -> bool:
        """Whether two cues share a character."""
        return self.start < other.end and other.start < self.end


def cues(text: str, lexicon: Lexicon) -> tuple[Cue, ...]:
    """Everything that *text* names, from left to right; the same words may name things of several kinds.

    >>> [(one.kind, one.values) for one in cues("REF A on 4 April 2008, the eighteenth plenary", Lexicon())]
    [('label', ('A',)), ('date', ('2008-04-04',)), ('ordinal', ('18',))]
    """
    said = words(text)
    firm = [*_documents(text, said, lexicon), *_labels(text), *_dates(text)]
    loose = [*_named(said, text, lexicon), *_years(said), *_ordinals(said)]
    kept = [one for one in loose if not any(one.overlaps(other) for other in firm)]
    return tuple(sorted((*firm, *kept), key=lambda one: (one.start, one.kind, one.end)))


def _named(said: tuple[Word, ...], text: str, lexicon: Lexicon) -> Iterator[Cue]:
    kinds: tuple[tuple[Kind, str], ...] = (("country", "Country"), ("topic", "Topic"), ("regime", "Regime"))
    for kind, name in kinds:
        yield from _longest(kind, _table(lexicon.of(name)), said, text)
    places = {place: (place,) for meeting in lexicon.meetings for place in meeting.places}
    yield from _longest("place", _keyed(places), said, text)
    series = {name: (name,) for meeting in lexicon.meetings for name in meeting.series}
    yield from _longest("series", _keyed(series), said, text)


Table: TypeAlias = dict[tuple[str, ...], tuple[str, ...]]


def _table(things: Iterable[Thing]) -> Table:
    table: dict[tuple[str, ...], list[str]] = {}
    for thing in things:
        for name in (*thing.names, *thing.codes):
            key = tuple(stem(word.norm) for word in words(name))
            if key and thing.iri not in table.setdefault(key, []):
                table[key].append(thing.iri)
    return {key: tuple(values) for key, values in table.items()}


def _keyed(names: Mapping[str, tuple[str, ...]]) -> Table:
    return {tuple(stem(word) for word in name.split()): values for name, values in names.items() if name}


def _longest(kind: Kind, table: Table, said: tuple[Word, ...], text: str) -> Iterator[Cue]:
    longest = max(map(len, table), default=0)
    at = 0
    while at < len(said):
        for size in range(min(longest, len(said) - at), 0, -1):
            span = said[at : at + size]
            values = table.get(tuple(stem(word.norm) for word in span))
            if values is not None and _serious(span):
                yield Cue(kind, values, text[span[0].start : span[-1].end], span[0].start, span[-1].end)
                at += size
                break
        else:
            at += 1


def _serious(span: tuple[Word, ...]) -> bool:
    """Short names count only in capitals: "CAN" is a country, "can" is not."""
    if len(span) > 1:
        return True
    word = span[0]
    if len(word.norm) <= 3 or word.norm in stopwords():
        return word.text.replace(".", "").isupper()
    return not word.norm.isdigit()


def _documents(text: str, said: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Cue]:
    cables, posts = _cables(lexicon)
    for at, word in enumerate(said):
        glued = _GLUED.match(word.norm)
        if glued and glued[2].upper() in posts:
            yield _document(text, word, word, glued[1], (glued[2].upper(), int(glued[3])), cables)
        elif word.norm.isdigit():
            yield from _numbered(text, said, at, cables, posts)
    yield from _other_documents(text, said, lexicon)


def _numbered(text: str, said: tuple[Word, ...], at: int, cables: Cables, posts: set[str]) -> Iterator[Cue]:
    """The telegram of which the word there may be the number: the longest name before it that has one."""
    number = said[at].norm
    found = []
    for size in range(1, min(5, at + 1)):
        post = "".join(one.norm for one in said[at - size : at]).upper()
        before = said[at - size - 1] if at > size else None
        year = before.norm if before and before.norm.isdigit() and len(before.norm) in (2, 4) else None
        held = (post, int(number)) in cables
        if post in posts and (held or year is not None or not _YEAR.match(number)):
            first = before if before is not None and year else said[at - size]
            found.append((held, _document(text, first, said[at], year, (post, int(number)), cables)))
    if found:
        yield next((cue for held, cue in reversed(found) if held), found[0][1])


def _cables(lexicon: Lexicon) -> tuple[Cables, set[str]]:
    """Cables by post and number; and all posts that are known.

    One that was numbered for its addressee is known by its sender alone ("State 2815") and by both.
    """
    found: Cables = {}
    posts = {norm(thing.iri.rsplit("/", 1)[-1]).upper() for thing in lexicon.of("Post")}
    for thing in lexicon.of("Document"):
        cable = _CABLE.match(thing.iri.rsplit("/", 1)[-1])
        if cable:
            sender, addressee = cable[2], cable[3]
            for post in (sender, f"{sender}TO{addressee}") if addressee else (sender,):
                found.setdefault((post, int(cable[4])), set()).add((cable[1], thing.iri))
                posts.add(post)
    return found, posts


def _document(
    text: str,
    first: Word,
    last: Word,
    year: str | None,
    key: tuple[str, int],
    cables: Cables,
) -> Cue:
    if year is not None and len(year) == 2:
        year = ("19" if int(year) >= 45 else "20") + year
    values = tuple(iri for one, iri in sorted(cables.get(key, ())) if year in (None, one))
    return Cue("document", values, text[first.start : last.end], first.start, last.end)


def _other_documents(text: str, said: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Cue]:
    """E-mails, statements and works, whose labels are words: all words of the label stand in the question."""
    present = {word.norm: word for word in said}
    for thing in lexicon.of("Document"):
        if _CABLE.match(thing.iri.rsplit("/", 1)[-1]):
            continue
        for name in (thing.label, thing.iri.rsplit("/", 1)[-1]):
            wanted = [w.norm for w in words(name) if w.norm not in stopwords()]
            if len(wanted) > 1 and all(word in present for word in wanted):
                spots = [present[word] for word in wanted]
                start, end = min(w.start for w in spots), max(w.end for w in spots)
                yield Cue("document", (thing.iri,), text[start:end], start, end)
                break


def _labels(text: str) -> Iterator[Cue]:
    for found in _REF.finditer(text):
        yield Cue("label", (found[1],), found.group(), found.start(), found.end())


def _dates(text: str) -> Iterator[Cue]:
    for found in _ISO.finditer(text):
        yield _date(found, found[1], found[2], found[3])
    for found in _DAY_MONTH.finditer(text):
        if (month := _month(found[2])) is not None:
            yield _date(found, found[3], month, found[1])
    for found in _MONTH_DAY.finditer(text):
        if (month := _month(found[1])) is not None:
            yield _date(found, found[3], month, found[2])


def _month(word: str) -> str | None:
    key = word.casefold()[:3]
    return f"{_MONTHS.index(key) + 1:02}" if key in _MONTHS else None


def _date(found: re.Match[str], year: str, month: str, day: str | None) -> Cue:
    value = f"{year}-{month}" + (f"-{int(day):02}" if day else "")
    return Cue("date", (value,), found.group(), found.start(), found.end())


def _years(said: tuple[Word, ...]) -> Iterator[Cue]:
    for word in said:
        if _YEAR.match(word.norm):
            yield Cue("year", (word.norm,), word.text, word.start, word.end)


def _ordinals(said: tuple[Word, ...]) -> Iterator[Cue]:
    for word in said:
        found = _ORDINAL.match(word.norm)
        number = int(found[1]) if found else ORDINALS.get(word.norm)
        if number is not None:
            yield Cue("ordinal", (str(number),), word.text, word.start, word.end)
