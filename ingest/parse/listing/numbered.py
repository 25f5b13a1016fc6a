"""Documents that are known by a number of their own: airgrams, despatches, manuals, licences, raw reports."""

from typing import Final

from ingest.cable import ReferenceType, YearStatus
from ingest.parse.header.label import filed
from ingest.parse.listing.cited import By
from ingest.parse.listing.said import Other, slug
from ingest.parse.listing.yearless import yearless_date
from ingest.parse.text.posts import Posts, key
from ingest.parse.text.when import find_date, full_year
from ingest.pattern import Match, pattern

_AIRGRAM: Final = pattern(
    "ref-airgram",
    r"^(?P<post>[A-Za-z .'’]*?)(?:['’]s)?\s*\b(?i:AIRGRAM\s*(?:NO\.?\s*)?)?"
    r"(?P<kind>CA|A)\s?[-–]?\s?(?P<number>\d{1,5})\b"
    r"|^(?P<named>[A-Za-z .]*?)\s*\b(?i:AIRGRAM)S?\s+(?:(?i:NO\.?)\s*)?(?P<count>\d{1,5})\b",
    example="USUN A-577",
)
_DESPATCH: Final = pattern(
    "ref-despatch",
    r"(?i)^(?P<post>[A-Z .'’]*?)\s*\b(?:EMB|CON|LEG)?DES?P(?:ATCH)?(?:ES)?\.?\s*"
    r"(?:NO\.?\s*)?(?P<number>\d{1,5})\b",
    example="Lima Despatch 412",
)
_FILED: Final = pattern(
    "ref-filed",
    r"^(?:[(']?(?P<year>(?:19|20)\d\d|\d\d)[)'’]?[\s-]*)?(?P<post>[A-Za-z][A-Za-z .'’>-]*?)[\s-]*"
    r"(?P<number>\d{1,7})\b",
    example="57 BRUSSELS to DESPATCH 960122",
)
_MANUAL: Final = pattern(
    "ref-manual",
    r"^(?P<name>\d{1,2}\s+(?:FAM|FAH(?:\s?-\s?\d+)?)|(?:FAM|FAH)\b|\d{1,2}\s+(?:CFR|USC|U\.S\.C\.)|CERP)\s*"
    r"(?P<part>[\w .,/()-]*\d[\w .()-]*)",
    example="9 FAM APPENDIX K, 406 (6)",
)
_LICENCE: Final = pattern(
    "ref-licence",
    r"(?i)\b(?:EXP(?:ORT)?\.?\s?)?(?:LIC(?:EN[CS]ES?)?\b\.?|APPLICATION)\s*(?:NO\.?|NUMBER|#)?\s*(?P<number>[A-Z]{0,2}\d{4,9})\b",
    example="EXP.LIC. D000001",
)
_RAW: Final = pattern(
    "ref-raw-report",
    r"(?:\bIIR\s+\d[\d\s-]{6,24}\d|\bTD[A-Z]{0,2}\s?-?\s?\d{2,4}\s?/\s?\d{3,6}-\d{2,4}|\bCS\s?-?\s?\d{3}/\d{4,6}-\d{2})",
    example="IIR 0 000 0000 08",
)


def numbered(words: str, posts: Posts, by: By) -> Other | None:
    """The document of such a kind that *words* name; ``None`` where they name none.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> posts = posts_of(knowledge().posts)
    >>> [one and one.target for one in (numbered(text, posts, By(1976)) for text in (
    ...     "TOKYO A-900, May 3, 1975", "LIMA DESP 412", "9 FAM 900.1", "LICENSE D900412", "LIMA 4"))]
    ['1975TOKYOA900', '1976LIMA-DESPATCH412', 'manual-9-fam-900-1', 'licence-d900412', None]
    """
    raw = _RAW.search(words[:200])
    if raw is not None:
        return Other("report", f"report-{slug(raw.text())}", find_date(words[raw.span.end :]))
    manual = _MANUAL.match(words[:120])
    if manual is not None:
        return Other("other", f"manual-{slug(manual.text())}")
    licence = _LICENCE.search(words[:120])
    if licence is not None:
        return Other("other", f"licence-{slug(licence.text('number'))}")
    despatch = _DESPATCH.match(words[:120])
    if despatch is not None:
        post, number = despatch.text("post"), int(despatch.text("number"))
        return _series("other", post, "-DESPATCH", number, words, posts, by)
    airgram = _AIRGRAM.match(words[:120])
    if airgram is not None:
        return _airgram(airgram, words, posts, by)
    return labelled(words, posts, by)


def labelled(words: str, posts: Posts, by: By) -> Other | None:
    """The document that the label of a list names: its office with the series, or both offices.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> made = labelled("57 BRUSSELS to DESPATCH 960122", posts_of(knowledge().posts), By(1976))
    >>> made and (made.target, made.year_status)
    ('1957BRUSSELS-DESPATCH960122', 'stated')
    """
    found = _FILED.match(words[:120])
    if found is None:
        return None
    said = found.text("year")
    year = full_year(said) if said else by.year
    known = filed(found.text("post"), posts, year=year)
    if known is None or year is None or posts.exact(found.text("post")) is not None:
        return None
    type_: ReferenceType = {"A": "airgram", "-DESPATCH": "other"}.get(known[1], "cable")  # type: ignore[assignment]
    status: YearStatus = "stated" if said else "assumed"
    identifier = f"{year}{known[0].post.series(year)}{known[1]}{int(found.text('number'))}"
    return Other(type_, identifier, year_status=status)


def _airgram(found: Match, words: str, posts: Posts, by: By) -> Other | None:
    if found.at("count") is not None:
        return _series("airgram", found.text("named"), "A", int(found.text("count")), words, posts, by)
    kind = found.text("kind")
    sign = words[found.span.end - len(found.text("number")) - 1]
    if sign not in "-– " or (sign == " " and kind == "A"):
        # "A 704" is an item called A
        return None
    post = found.text("post").strip() or ("STATE" if kind == "CA" else "")
    return _series("airgram", post, kind, int(found.text("number")), words, posts, by)


def _series(
    type_: ReferenceType, post: str, series: str, number: int, words: str, posts: Posts, by: By
) -> Other:
    """A document that a post counted in a series of its own; the year is that of its date."""
    dated = find_date(words) or yearless_date(words, by.sent)
    year = int(dated.value[:4]) if dated is not None else by.year
    named = posts.find(post) if key(post) else None
    if named is None:
        what = "airgram" if type_ == "airgram" else "despatch"
        why = f"no post is called {post.strip()}" if key(post) else f"the post of the {what} is not given"
        return Other(type_, dated=dated, why=why)
    if year is None:
        return Other(type_, dated=dated, why="neither the item nor the telegram gives a year")
    status: YearStatus = "assumed" if dated is None else "stated"
    return Other(type_, f"{year}{named.post.series(year)}{series}{number}", dated, year_status=status)
