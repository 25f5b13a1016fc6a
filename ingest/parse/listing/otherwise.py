"""An item of a REF list that cites no telegram: e-mails, telephone calls, memoranda, reports, notices."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.cable import ReferenceType
from ingest.knowledge import Profile
from ingest.parse.listing.cited import By
from ingest.parse.listing.numbered import numbered
from ingest.parse.listing.said import Other, slug
from ingest.parse.listing.yearless import time_group, yearless_date
from ingest.parse.text.posts import Posts
from ingest.parse.text.when import Dated, find_date
from ingest.pattern import pattern

__all__ = ["Other", "other", "slug"]

_TYPES: Final = (
    ("email", pattern("ref-email", r"(?i)\bE\s?-?\s?MAILS?\b", example="DURHAM-CONWAY E MAIL OF 02-21-08")),
    (
        "telcon",
        pattern(
            "ref-telcon",
            r"(?i)\b(?:TELE?CONS?|PHONE\s?CONS?|(?:TELE)?PHONE\s?CALLS?)\b",
            example="DOE/ROE TELCON 01/02/08",
        ),
    ),
    (
        "press",
        pattern(
            "ref-press",
            r"(?:\bOSC\b|\bFBIS\b|\b[A-Z]{3}20\d{12,14}\b|\bPRESS\s)",
            example="OSC EUP20080101000000",
        ),
    ),
    (
        "notice",
        pattern("ref-notice", r"^(?i:UN\b|UNSC|UNSCR|UNGA).*\b(?i:NOTICE|NOTE)\b", example="UN NOTICE"),
    ),
    ("report", pattern("ref-report", r"(?i)(?:\bCRITIC\b|\bREPORTS?\b)", example="2004 REPORT FOR OSLO")),
    (
        "bulletin",
        pattern(
            "ref-bulletin",
            r"(?i)\b(?:POINTS|BULLETIN|(?:MORNING|DAILY|PRESS)\s+(?:NOTES|SUMMARY|NOTE)|SITREP)\b",
            example="OSLO POINTS JULY 16",
        ),
    ),
    (
        "memo",
        pattern(
            "ref-memo",
            r"(?i)\b(?:MEMO(?:RANDUM)?S?(?:\s?CONS?)?|MEMCONS?|LETTERS?|FAX(?:ES)?|NOTE\s+VERBALE|NON-?PAPERS?|DIP(?:LOMATIC)?\s?NOTES?|CABLEGRAM)\b",
            example="MEMO OF 01/02/08",
        ),
    ),
)
_CLASSES: Final[dict[str, ReferenceType]] = {
    "email": "email",
    "telcon": "telcon",
    "press": "press",
    "notice": "other",
    "report": "report",
    "bulletin": "press",
    "memo": "memo",
}
_WITH_PARTIES: Final = frozenset(("email", "telcon", "memo"))
_KIND: Final = (
    r"(?i:E\s?-?\s?MAILS?|TELE?CONS?|PHONE\s?CONS?|(?:TELE)?PHONE\s?CALLS?|MEMO(?:RANDUM)?S?"
    r"|MEMCONS?|LETTERS?|FAX(?:ES)?)"
)
_NAME: Final = r"[A-Z][A-Za-z.'’]*[A-Za-z](?:\s[A-Z][A-Za-z.'’]+)?"
_PARTIES: Final = (
    pattern(
        "ref-parties",
        r"^(?:\((?:C|S|U|SBU)\)\s*)?(?P<parties>[A-Z][A-Za-z.'’]*(?:\s[A-Z][A-Za-z.'’]+)?(?:\s?(?:[-/–]|\s(?i:TO|AND)\s)\s?[A-Z][A-Za-z.'’]*)+)"
        rf"[\s,:-]*{_KIND}",
        example="DURHAM-CONWAY E MAIL",
    ),
    pattern(
        "ref-parties-two-words",
        rf"^(?P<parties>[A-Z][A-Za-z'’]+\s[A-Z][A-Za-z'’]+)[\s,:-]+{_KIND}",
        example="Katz Mori Telcon",
    ),
    pattern(
        "ref-parties-after",
        rf"^{_KIND}\s+(?i:FROM\s+)?(?P<parties>{_NAME}(?:\s?[-/–]\s?|\s+(?i:TO|AND)\s+){_NAME})",
        example="E-MAIL KATZ TO MORI",
    ),
)
_OFFICE: Final = frozenset(
    (
        "THE",
        "OUR",
        "YOUR",
        "HIS",
        "HER",
        "MY",
        "DEPARTMENT",
        "EMBASSY",
        "STATE",
        "NSC",
        "CIRCULAR",
        "OFFICIAL",
    )
)
"""First words of two that are no names of two people."""
_PARENTHESES: Final = pattern("ref-aside", r"\([^()]*\)", example="(BROKERING NONPAPER)")
_SPLIT: Final = pattern("ref-party", r"[A-Z][A-Za-z.'’]+", example="DURHAM")
_NUMBERED: Final = pattern(
    "ref-regime-number",
    r"\b(?P<number>\d{1,4})\s?/\s?(?P<year>(?:19|20)\d\d|\d\d)\b",
    example="MTCR POC 201/2006",
)
_MESSAGE: Final = pattern(
    "ref-message",
    r"(?i)^(?P<from>[A-Z][A-Z .'/-]*?)[\s,']*(?:\b(?:MSG|MESSAGE|TELEGRAM|CABLE)\b[\s,:]*)?"
    r"(?:#?\d{1,6}[\s,]+)?(?:\b(?:DTG|DATED|DTD|OF)\b[\s,:]*)*\d{6}\s?Z\b",
    example="SECDEF MSG DTG 010203Z JAN 08",
)
_SAID_KIND: Final = pattern(
    "ref-said-kind", r"(?i)\b(?:FAX|NOTICE|NOTE|REPORT|MEMO|LETTER|E\s?-?\s?MAIL)\b", example="FAX"
)


def other(words: str, profiles: Sequence[Profile], posts: Posts, by: By) -> Other | None:
    """What *words* cite where they cite no telegram; ``None`` where they show none of the other types.

    >>> made = other("DURHAM-CONWAY E MAIL OF 02-21-08", (), Posts(()), By(2008))
    >>> made and (made.type, made.target)
    ('email', 'email-2008-02-21-durham-conway')
    >>> made = other("CINCPAC 180031Z Aug 07", (), Posts(()), By(2008))
    >>> made and (made.type, made.target)
    ('cable', 'message-2007-08-18-0031-cincpac')
    """
    made = _regime(words, profiles) or numbered(words, posts, by) or _message(words, by)
    if made is not None:
        return made
    # A nickname in parentheses ("STATE 91 (BROKERING NONPAPER)") says what a telegram is about, not its kind.
    bare = _without_parentheses(words[:300])
    for kind, shape in _TYPES:
        if shape.search(bare) is not None:
            return _made(kind, words, by)
    return None


def _without_parentheses(words: str) -> str:
    kept, last = [], 0
    for found in _PARENTHESES.finditer(words):
        if found.span.start > 0:
            kept.append(words[last : found.span.start])
            last = found.span.end
    return " ".join((*kept, words[last:]))


def _message(words: str, by: By) -> Other | None:
    """A message that is known by its sender and the time of its sending."""
    found = _MESSAGE.match(words[:120])
    timed = None if found is None else time_group(words[:160], by.sent)
    if found is None:
        return None
    if timed is None:
        return Other("cable", why="a message that is known by day and hour only, without its month")
    dated = timed
    day, hour = dated.value[:10], dated.value[11:13] + dated.value[14:16]
    target = f"message-{day}-{hour}-{slug(found.text('from'), most=40)}"
    return Other("cable", target, dated, year_status="stated")


def _made(kind: str, words: str, by: By) -> Other:
    dated = find_date(words) or (None if kind == "memo" else yearless_date(words, by.sent))
    type_ = _CLASSES[kind]
    parties = tuple(_parties(words)) if kind in _WITH_PARTIES else ()
    if dated is None and not parties:
        if kind in ("report", "press"):
            return Other(type_, f"{kind}-{slug(words)}")
        why = "no date is given" if kind in ("notice", "bulletin") else "neither a date nor names are given"
        return Other(type_, why=why)
    return _named(kind, type_, dated, parties, words)


def _named(
    kind: str, type_: ReferenceType, dated: Dated | None, parties: tuple[str, ...], words: str
) -> Other:
    who = [slug(party) for party in parties] or [slug(_before_date(words, dated), most=40)]
    when = [dated.value] if dated is not None else []
    # "NSC MEMO" is called memo-2006-08-04-nsc: its kind is said once.
    parts = [kind, *when, *map(_without_kind, who)]
    return Other(
        type_,
        "-".join(part for part in parts if part),
        dated,
        parties,
        None if dated is not None else "no date is given",
        "stated" if dated is not None else None,
    )


def _without_kind(name: str) -> str:
    kinds = [one.span for one in _SAID_KIND.finditer(name.replace("-", " "))]
    if not kinds or (any(one.start for one in kinds) and any(one.end < len(name) for one in kinds)):
        return name
    return (name[: kinds[0].start] + name[kinds[-1].end :]).strip("-")


def _before_date(words: str, dated: Dated | None) -> str:
    kept = words if dated is None else words[: dated.span.start]
    kept = kept.rstrip(" ,(")
    for word in (" OF", " of", " DATED", " dated", " DTD", " ON", " on"):
        kept = kept.removesuffix(word)
    return kept


def _parties(words: str) -> Iterator[str]:
    for form in _PARTIES:
        found = form.match(words[:200])
        if found is None or found.text("parties").split()[0].upper() in _OFFICE:
            continue
        for one in _SPLIT.finditer(found.text("parties")):
            if one.text().upper() not in {"TO", "AND"}:
                yield one.text().upper()
        return


def _regime(words: str, profiles: Sequence[Profile]) -> Other | None:
    """A document of a regime: its name, a body and a number, "MTCR POC 201/2006 - MAY 16 2006"."""
    upper = words.upper()
    named = next((p for p in profiles if any(upper.startswith(name.upper()) for name in p.names)), None)
    if named is None:
        return None
    found = _NUMBERED.search(words[:200])
    dated = find_date(words if found is None else words[found.span.end :])
    if found is not None:
        head = words[: found.span.start]
        return Other("regime-document", f"{slug(head)}-{found.text('number')}-{found.text('year')}", dated)
    if dated is not None:
        return Other("regime-document", f"{slug(words[: dated.span.start])}-{dated.value}", dated)
    return Other("regime-document", f"regime-document-{slug(words)}")
