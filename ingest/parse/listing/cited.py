"""An item of a REF list that cites a telegram: post, number and year in all their orders."""

from dataclasses import dataclass
from typing import Final

from ingest.document import Span, blanked
from ingest.parse.header.label import filed
from ingest.parse.listing.yearless import may_have_date, yearless_date
from ingest.parse.text.posts import Named, Posts
from ingest.parse.text.vocabulary import vocabulary
from ingest.parse.text.when import Dated, digits, find_date, full_year
from ingest.pattern import Match, pattern

_LETTERS: Final = r"(?:[A-Za-z]|[01]{1,2}[A-Za-z])"
"""A letter, or what a scan made of one inside a word."""
_POST: Final = rf"(?P<post>{_LETTERS}(?:{_LETTERS}|['’.,-])*(?:[\s/]+[A-Za-z](?:{_LETTERS}|[.'’-])*){{0,4}}?)"
_YEAR: Final = r"[(']?(?P<year>(?:19|20|2O|l9)[0-9OIl]{2}|0\d\d|[0-9O][0-9OIl])[)'’]?"
_DIGITS: Final = r"(?P<number>[0-9OIl]*[0-9][0-9OIl]*)"
_MARK: Final = r"(?:\((?:C|S|U|SBU|S/NF)\)\s*)?"

_FORMS: Final = (
    pattern(
        "cable-post-number",
        rf"^{_MARK}(?:{_YEAR}[\s-]*)?{_POST}[\s,'’#-]*(?:S\s)?(?:\((?P<mid>\d{{2}}|\d{{4}})\))?{_MARK}\s*#?\s*{_DIGITS}\b"
        r"(?P<rest>.*)$",
        example="04 STATE 070819",
    ),
    pattern("cable-number-post", rf"^{_DIGITS}\s+{_POST}\s*(?P<rest>\(.*)?$", example="377 OSLO"),
)
_BARE: Final = pattern("cable-bare-number", r"^#?(?P<number>\d{1,8})\b(?P<rest>.*)$", example="99106 (NOTAL)")
_AFTER: Final = pattern(
    "cable-year-after",
    r"(?i)^\s*(?:\((?P<a>\d{4}|\d{2})\)|/(?P<b>\d{2})\b|-(?P<c>\d{2})\b|\s(?P<d>\d{2})\s*$|\s*OF\s+(?P<e>(?:19|20)\d\d))",
    example=" (08)",
)


_DAY: Final = pattern(
    "cable-or-day",
    r"(?i)^\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+(?P<next>\d{1,4}))?",
    example=" MAY 2008",
)
_BESIDE: Final = pattern(
    "cable-beside-date",
    r"(?i)\b(?:DTD|DATED|OF|ON|NOTAL|FROM|[CSU])\b|\[\w+\]|[\s(),.;:-]",
    example="DTD",
)
"""What may stand between a number and the date of the telegram."""
_YEAR_DIGITS: Final = 2
"""So short a number before a post is its year."""
_OLDEST: Final = 6
"""A year behind a slash is so many years old at most."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A telegram that is cited: ``year`` and ``post`` ``None`` where the words do not say or name them."""

    number: int
    year: int | None
    post: Named | None
    words: str
    end: int
    date: Dated | None


@dataclass(frozen=True, slots=True)
class By:
    """The telegram that cites: its year, and the day on which it was sent, in ISO 8601."""

    year: int | None = None
    sent: str | None = None


def cited(words: str, posts: Posts, *, last: Named | None = None, by: By = By()) -> Cited | None:
    """The telegram that *words* begin with, as *by* cites it.

    *last* is the post of the item before, for a bare number.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> posts = posts_of(knowledge().posts)
    >>> made = cited("04 STATE 070819", posts)
    >>> made and made.post and (made.year, made.post.post.glued, made.number)
    (2004, 'STATE', 70819)
    """
    for form in _FORMS:
        found = form.match(words[:300])
        made = None if found is None else _cited(found, words, posts, form.name, by)
        if made is not None:
            return made
    bare = _BARE.match(words[:300])
    if bare is not None and last is not None:
        return _finished(bare, words, last, None, by)
    return None


def _cited(found: Match, words: str, posts: Posts, form: str, by: By) -> Cited | None:
    name = found.text("post").strip(" ,.-")
    name = name[:-2] if name[-2:].lower() in {"'s", "’s"} else name
    parts = name.upper().split()
    if not parts or any(part.strip(".,") in vocabulary().months for part in parts):
        return None
    if posts.exact(name) is None and filed(name, posts, year=by.year) is not None:
        # "THEHAGUEA 96041", "BRUSSELS to DESPATCH 960122": a series beside that of the telegrams
        return None
    named = posts.find(name)
    if form == "cable-number-post" and (named is None or len(found.text("number")) <= _YEAR_DIGITS):
        return None
    if named is None and (len(parts) > 3 or not name[0].isupper()):
        return None
    year = None
    if form == "cable-post-number":
        said = found.text("year") or found.text("mid")
        year = full_year(said) if said else None
    return _finished(found, words, named, year, by, name=name)


def _finished(
    found: Match, words: str, named: Named | None, year: int | None, by: By, *, name: str = ""
) -> Cited | None:
    at = found.at("number")
    number = digits(found.text("number"))
    if at is None or not number.isdigit() or int(number) == 0 or len(number.lstrip("0")) > 7:
        return None
    rest = words[at.end :]
    if _is_day(number, rest):
        return None
    after = _AFTER.match(rest[:60]) if rest else None
    if after is not None and _is_list(after, by):
        after = None
    end = at.end
    if year is None and after is not None:
        said = next(after.text(group) for group in "abcde" if after.at(group) is not None)
        year, end = full_year(said), at.end + after.span.end
    dated = _dated(rest, by)
    if dated is not None and year is None:
        year = int(dated.value[:4])
    return Cited(int(number), year, named, name, end, dated)


def _dated(rest: str, by: By) -> Dated | None:
    """The date right behind a number, which is that of the telegram."""
    if not may_have_date(rest[:80]):
        return None
    found = find_date(rest[:80])
    if found is None or not _directly(rest, found.span):
        found = yearless_date(rest[:40], by.sent)
    return found if found is not None and _directly(rest, found.span) else None


def _is_day(number: str, rest: str) -> bool:
    """Whether a number is the day of a date: "PARIS 5 MAY 2008", where "LIMA 4 MAY 5" is dated May 5."""
    found = _DAY.match(rest) if len(number) <= 2 and rest else None
    return found is not None and len(found.text("next")) not in (1, 2)


def _is_list(after: Match, by: By) -> bool:
    """Whether "/" or "-" leads to the next serial number: no recent year stands there."""
    said = after.text("b") or after.text("c")
    return bool(said) and by.year is not None and not by.year - _OLDEST <= full_year(said) <= by.year


def _directly(rest: str, span: Span) -> bool:
    """Whether a date stands right behind the number and for itself, so that it dates the telegram."""
    before, after = rest[: span.start], rest[span.end :].lstrip()
    if blanked(before, tuple(one.span for one in _BESIDE.finditer(before))).strip():
        return False
    closed = after[:1] == ")" if before.rstrip()[-1:] == "(" else not after[:1].isalpha()
    return closed or after[:4].upper() in ("AND ", "NOTA")
