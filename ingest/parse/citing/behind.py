"""What stands behind a head: numbers, their dates, to whom the telegram went, where it was repeated."""

from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Span
from ingest.parse.citing.heads import ADJECTIVES, CAPITAL, NUMBERED
from ingest.parse.citing.pointed import Head, Said
from ingest.parse.citing.words import followers
from ingest.parse.text.posts import Posts
from ingest.parse.text.when import full_year, month_number
from ingest.pattern import Match, pattern

_REACH: Final = 90
_PARTICIPLE: Final = 5
_PARAGRAPH: Final = 2
"""Digits that the number of a paragraph has at most."""
_MOST: Final = 12
"""So many telegrams a range names at most."""

_MONTH: Final = (
    r"(?:(?i:january|february|march|april|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?|May\b|MAY\b)"
)
_DAY: Final = r"(?:[0-3]?\d)(?:st|nd|rd|th)?\b"
_CLOCK: Final = r"(?:[\s,;-]*\d{1,2}(?::\d\d)?\s*(?i:[ap]\.?\s?m\b\.?)|[\s,-]*(?i:noon|midnight)\b)?"
_DATE: Final = pattern(
    "citing-date",
    rf"^\s*[,(\[]?\s*(?:(?i:of|dated|dtd\.?|sent|on)\s+)?"
    rf"(?:(?P<m1>{_MONTH})\s*(?P<d1>{_DAY})(?:\s*\[(?P<mended>\d{{1,2}})\])?|(?P<d2>{_DAY})\s*(?P<m2>{_MONTH})"
    r"|(?P<m3>[01]?\d)/(?P<d3>[0-3]?\d)(?:/(?P<y3>\d{4}|\d{2}))?)"
    rf"(?:,?\s*(?P<year>(?:19|20)\d\d)\b)?{_CLOCK}\s*[)\]]?",
    example=", Jan 30, 2 PM",
)
_NUMBER: Final = pattern(
    "citing-number",
    rf"^[\s,]*{NUMBERED}(?P<prefix>(?:CA|A|G)\s?-\s?)?(?P<number>\d{{1,6}})(?P<letter>[A-Za-z]?)\b",
    example=" No. 667",
)
_TO: Final = pattern(
    "citing-to",
    r"^\s*,?\s*(?P<way>(?i:to|from))\s*(?:(?i:the|us|american|amembassy|embassy|emb|legation|consulate|congen)\s+)*"
    rf"(?:(?i:at|in)\s+)?(?P<post>{CAPITAL}(?:\s+{CAPITAL}){{0,3}})",
    example=" to Department",
)
_SENT: Final = pattern(
    "citing-sent",
    rf"^\s*[,(;]?\s*(?:(?i:which|was|also)\s+)*(?i:sent|addressed|action)\s+(?:(?i:action|to)\s+)?"
    rf"(?:(?i:the)\s+)?(?P<post>[A-Z][A-Za-z]*(?:\s[A-Z][a-z]+){{0,2}})\s+(?:(?i:as)\s+)?{NUMBERED}(?P<number>\d{{1,6}})\b",
    example=" sent Cairo 52",
)
_REPEATED: Final = pattern(
    "citing-repeated",
    r"^\s*[,(;]?\s*(?:(?i:and|also|was)\s+)*(?i:repeated|rptd|rpt)\b(?:\s+(?i:for|information|info|to))*"
    rf"(?:[\s,]*(?:(?i:and)\s+)?[A-Z][A-Za-z]*(?:\s[A-Z][a-z]+){{0,2}}(?:\s+(?:(?i:as)\s+)?{NUMBERED}\d{{1,6}}\b"
    r"(?:\s*(?:,|,?\s+(?i:and))\s*\d{1,6}\b)*)?)+\)?",
    example=" repeated info Rome 33, London 90",
)
_JOIN: Final = pattern(
    "citing-join",
    rf"^\s*(?:[,;/]\s*(?:(?i:and|or)\s+)?|(?i:and|or)\s+|&\s*)(?:(?i:also|its)\s+)?"
    rf"(?P<item>{NUMBERED}(?:(?:CA|A|G)\s?-\s?)?\d{{1,6}}\b)",
    example=" and 1666",
)
_RANGE: Final = pattern(
    "citing-range", r"^\s*(?:-|(?i:through|thru|to))\s*(?P<last>\d{1,6})\b", example="-1667"
)
_PART_OF_NUMBER: Final = pattern("citing-part-of-number", r"^(?:[.:,/]\d|\s*%|-[A-Za-z\d])", example=".5")
_END: Final = pattern("citing-end", r"^\s*(?:$|[.,;:)\]\"'?!/(\[]|-\s|\.\.\.|…|\n)", example="), please")
_NEXT_WORD: Final = pattern("citing-next-word", r"^\s+(?P<word>[A-Za-z']+)", example=" para 2")
_COUNTS: Final = pattern(
    "citing-counts", r"^\s*(?i:percent|per\s+cent|million|billion|thousand|hundred)\b", example=" million"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A text, and where reading in it must stop.

    >>> Place("Embtel 900011 refers", 13, Posts(())).rest(6)
    ' 900011'
    """

    text: str
    stop: int
    posts: Posts

    def rest(self, at: int) -> str:
        """The words from *at* on, as many as the number and the date of a telegram take."""
        return self.text[at : min(self.stop, at + _REACH)]


def behind(place: Place, head: Head) -> tuple[Said, ...]:
    """The telegrams that the words behind *head* name, in their order; none where no number stands there.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> text = "Embtels 900011 and 900012, May 24, not 3 tanks."
    >>> place = Place(text, len(text), posts_of(knowledge().posts))
    >>> found = behind(place, Head(Span(0, 7), "mission", "telegram", "citing-word"))
    >>> [(one.number, one.month, one.day) for one in found]
    [(900011, 0, 0), (900012, 5, 24)]
    """
    at, to = _lead(place, head)
    owned = head.who in ("sender", "addressee") or head.rule == "citing-posts"
    first = _item(place, at, Said(Span(head.span.start, at), to=to), weak=head.weak, owned=owned)
    if first is None:
        return _undated(place, head, at, to)
    found = [first]
    listed = head.who == "department" and at > head.span.end and to is not None
    several = head.span.of(place.text).rstrip(".").lower().endswith("s") and not head.weak
    while (following := _following(place, found[-1], listed=listed, several=several)) is not None:
        found += following
    return tuple(found)


def _lead(place: Place, head: Head) -> tuple[int, str | None]:
    """Past "to Damascus", "Damascus" and "Eyes Only" before a number."""
    to, at = None, head.span.end
    sent = _TO.match(place.rest(at))
    if sent is not None and sent.text("way").lower() == "to":
        named = _post(place.posts, sent.text("post"))
        if named is not None:
            to, at = named[0], at + _start(sent, "post") + named[1]
    if head.who == "department" and (listed := _listed(place, at)) is not None:
        to, at = listed
    words = _ADJECTIVES.match(place.rest(at))
    return (at if words is None else at + words.span.end), to


def _listed(place: Place, at: int) -> tuple[str, int] | None:
    """The addressee whose number comes next, and where that begins: "Deptel Ottawa 394, London 6002"."""
    found = _LISTED.match(place.rest(at))
    named = None if found is None else place.posts.exact(found.text("post"))
    number = None if found is None else found.at("number")
    if named is None or number is None:
        return None
    return named.post.glued, at + number.start


_LISTED: Final = pattern(
    "citing-listed",
    rf"^[\s,;]*(?:(?i:and)\s+)?(?P<post>{CAPITAL}(?:\s+{CAPITAL}){{0,2}})\s+(?P<number>{NUMBERED}\d{{1,6}})\b",
    example=", London 6002",
)
_ADJECTIVES: Final = pattern("citing-adjectives", rf"^{ADJECTIVES}", example=" Eyes Only")


def _undated(place: Place, head: Head, at: int, to: str | None) -> tuple[Said, ...]:
    """A telegram that is named by its day alone: "Deptel May 29"."""
    dated = _DATE.match(place.rest(at))
    if head.weak or head.kind == "message" or dated is None or not _is_date(dated):
        return ()
    said = _with_date(Said(Span(head.span.start, at + dated.span.end), to=to), dated)
    return (_tail(place, said),)


def _item(place: Place, at: int, so_far: Said, *, weak: bool, owned: bool = False) -> Said | None:
    found = _NUMBER.match(place.rest(at))
    if found is None or found.text("letter") or int(found.text("number")) == 0:
        return None
    end = at + found.span.end
    rest = place.rest(end)
    if _PART_OF_NUMBER.match(rest) is not None and _RANGE.match(rest) is None and rest[:1] != "/":
        return None
    if _day_of_month(found, rest) or _COUNTS.match(rest) is not None:
        return None
    closed = not weak or _closed(place, end) or (owned and _goes_on(found, rest))
    if not closed or (weak and not _in_line(place, at, found)):
        return None
    prefix = found.text("prefix").replace(" ", "").replace("-", "").upper()
    span = Span(so_far.span.start, end)
    return _tail(place, replace(so_far, span=span, number=int(found.text("number")), prefix=prefix))


def _in_line(place: Place, at: int, found: Match) -> bool:
    """Whether a number goes on in its line: a small one at the start of the next is a paragraph's."""
    number = found.at("number")
    if number is None or "\n" not in place.rest(at)[: number.start]:
        return True
    return len(found.text("number")) > _PARAGRAPH or place.rest(at)[number.end : number.end + 1] not in ".)"


def _day_of_month(found: Match, rest: str) -> bool:
    """Whether a number is the day of a date: "24 May"."""
    dated = _DATE.match(found.text("number") + rest)
    if dated is None or dated["d2"] is None or found.text("prefix"):
        return False
    # "12 July 2, 1955" is number 12 of that day
    behind_it = _DATE.match(rest)
    return behind_it is None or behind_it["d1"] is None


def _closed(place: Place, end: int) -> bool:
    """Whether what follows a number shows that it counts nothing."""
    rest = place.rest(end)
    if any(shape.match(rest) is not None for shape in (_END, _DATE, _JOIN, _TO, _SENT, _REPEATED)):
        return True
    word = _NEXT_WORD.match(rest)
    return word is not None and _may_follow(word.text("word"))


def _goes_on(found: Match, rest: str) -> bool:
    """Whether a name follows a long number, as telegrams leave small words out: "your 949 Fawzi said"."""
    word = _NEXT_WORD.match(rest)
    return word is not None and word.text("word")[0].isupper() and len(found.text("number")) > _PARAGRAPH


def _may_follow(word: str) -> bool:
    """Whether a word may stand behind a telegram's number: what is counted is no participle."""
    return word.lower() in followers() or (len(word) > _PARTICIPLE and word.endswith(("ing", "ed")))


def _tail(place: Place, said: Said) -> Said:
    """*said* with date, addressee and the number under which it was sent, in any order."""
    while True:
        rest = place.rest(said.span.end)
        dated = None if said.month else _DATE.match(rest)
        if dated is not None and _is_date(dated):
            said = _with_date(replace(said, span=_to(said, dated.span.end)), dated)
            continue
        more = _sent(place, said, rest) or _addressed(place, said, rest)
        if more is None:
            repeated = _REPEATED.match(rest)
            end = 0 if repeated is None else repeated.span.end
            return replace(said, span=_to(said, end)) if end else said
        said = more


def _sent(place: Place, said: Said, rest: str) -> Said | None:
    """A telegram that another post repeated: its number is that under which it was sent."""
    found = _SENT.match(rest)
    named = None if found is None else _post(place.posts, found.text("post"))
    if found is None or named is None:
        return None
    end = found.at("number")
    return replace(
        said,
        span=_to(said, found.span.end if end is None else end.end),
        number=int(found.text("number")),
        to=named[0],
    )


def _addressed(place: Place, said: Said, rest: str) -> Said | None:
    found = _TO.match(rest)
    named = None if found is None else _post(place.posts, found.text("post"))
    if found is None or named is None:
        return None
    span = _to(said, _start(found, "post") + named[1])
    if found.text("way").lower() == "from":
        return replace(said, span=span, issuer=named[0]) if said.issuer is None else None
    return replace(said, span=span, to=named[0]) if said.to is None else None


def _following(place: Place, last: Said, *, listed: bool, several: bool) -> tuple[Said, ...] | None:
    """What goes on behind a number: the next one, or the last of a range."""
    rest = place.rest(last.span.end)
    other = _listed(place, last.span.end) if listed else None
    if other is not None:
        span = Span(last.span.end + len(rest) - len(rest.lstrip(" ,;\n")), other[1])
        more = _item(place, other[1], Said(span, to=other[0]), weak=True)
        return None if more is None else (more,)
    range_ = _RANGE.match(rest)
    if range_ is not None and last.number is not None and not last.month:
        numbers = _between(last.number, range_.text("last"))
        end = last.span.end + range_.span.end
        if numbers and _closed(place, end):
            start = last.span.end + range_.span.end - len(range_.text("last"))
            return tuple(replace(last, span=Span(start, end), number=number) for number in numbers)
    found = _JOIN.match(rest)
    if found is None or last.number is None:
        return None
    start = last.span.end + _start(found, "item")
    to = last.to
    # "telegrams 211 and 214" tells that numbers follow, whatever stands behind the last
    alike = several and len(f"{last.number}") == len(found.text("item")) > _PARAGRAPH
    made = _item(place, start, Said(Span(start, start), to=to, issuer=last.issuer), weak=not alike)
    return None if made is None else (made,)


def _between(first: int, last: str) -> tuple[int, ...]:
    written = f"{first}"
    whole = int(written[: len(written) - len(last)] + last) if len(last) < len(written) else int(last)
    return tuple(range(first + 1, whole + 1)) if 0 < whole - first <= _MOST else ()


def _is_date(found: Match) -> bool:
    return 1 <= int(_day(found) or 0) <= 31 and 1 <= _month(found) <= 12


def _with_date(said: Said, found: Match) -> Said:
    year = found.text("year") or found.text("y3")
    return replace(said, month=_month(found), day=int(_day(found)), year=full_year(year) if year else None)


def _month(found: Match) -> int:
    if found["m3"] is not None:
        return int(found.text("m3"))
    return month_number(found.text("m1") or found.text("m2")) or 0


def _day(found: Match) -> str:
    """The day, as the editors of a volume mended it where they did."""
    said = found.text("mended") or found.text("d1") or found.text("d2") or found.text("d3")
    return "".join(c for c in said if c.isdigit())


def _post(posts: Posts, words: str) -> tuple[str, int] | None:
    """The post that *words* begin with, and how many characters name it."""
    while words:
        named = posts.exact("STATE" if words.upper().startswith("DEP") else words)
        if named is not None:
            return named.post.glued, len(words.split()[0]) if named.post.glued == "STATE" else len(words)
        words = words.rpartition(" ")[0].rstrip()
    return None


def _start(found: Match, group: str) -> int:
    at = found.at(group)
    return 0 if at is None else at.start


def _to(said: Said, length: int) -> Span:
    return Span(said.span.start, said.span.end + length)
