"""An item of a REF list that cites a telegram: post, number and year in all their orders."""

from dataclasses import dataclass
from typing import Final

from ingest.document import Span
from ingest.parse.posts import Named, Posts
from ingest.parse.vocabulary import vocabulary
from ingest.parse.when import digits, find_date, full_year
from ingest.pattern import Match, pattern

_POST: Final = r"(?P<post>[A-Za-z][A-Za-z0'’.,-]*(?:[\s/]+[A-Za-z][A-Za-z0.'’-]*){0,4}?)"
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
    date: str | None


def cited(words: str, posts: Posts, *, last: Named | None = None, by: int | None = None) -> Cited | None:
    """The telegram that *words* begin with, in a telegram of the year *by*.

    *last* is the post of the item before, for a bare number.

    >>> from ingest.parse.posts import posts_of
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


def _cited(found: Match, words: str, posts: Posts, form: str, by: int | None) -> Cited | None:
    name = found.text("post").strip(" ,.-")
    name = name[:-2] if name[-2:].lower() in {"'s", "’s"} else name
    parts = name.upper().split()
    if not parts or any(part.strip(".,") in vocabulary().months for part in parts):
        return None
    named = posts.find(name)
    if form == "cable-number-post" and named is None:
        return None
    if named is None and (len(parts) > 3 or not name[0].isupper()):
        return None
    year = None
    if form == "cable-post-number":
        said = found.text("year") or found.text("mid")
        year = full_year(said) if said else None
    return _finished(found, words, named, year, by, name=name)


def _finished(
    found: Match, words: str, named: Named | None, year: int | None, by: int | None, *, name: str = ""
) -> Cited | None:
    at = found.at("number")
    number = digits(found.text("number"))
    if at is None or not number.isdigit() or int(number) == 0 or len(number.lstrip("0")) > 7:
        return None
    rest = words[at.end :]
    after = _AFTER.match(rest[:60])
    if after is not None and _is_list(after, by):
        after = None
    end = at.end
    if year is None and after is not None:
        said = next(after.text(group) for group in "abcde" if after.at(group) is not None)
        year, end = full_year(said), at.end + after.span.end
    dated = find_date(rest[:80])
    if year is None and dated is not None and _directly(rest, dated.span):
        year = int(dated.value[:4])
    date = None if dated is None else dated.value
    return Cited(int(number), year, named, name, end, date)


def _is_list(after: Match, by: int | None) -> bool:
    """Whether "/" or "-" leads to the next serial number: no recent year stands there."""
    said = after.text("b") or after.text("c")
    return bool(said) and by is not None and not by - _OLDEST <= full_year(said) <= by


def _directly(rest: str, span: Span) -> bool:
    """Whether a date stands right behind the number, so that it dates the telegram."""
    between = rest[: span.start].upper().replace("DTD", "").replace("DATED", "").replace("OF", "")
    return not between.strip(" (,.-")
