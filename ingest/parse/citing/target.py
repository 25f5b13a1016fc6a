"""The identifier of a telegram that is cited, from who sent it to whom, its number and its year."""

from datetime import date
from typing import Final

from ingest.cable import YearStatus
from ingest.parse.citing.correspondents import DEPARTMENT, ONE_SERIES_SINCE, Correspondents
from ingest.parse.citing.pointed import Head, Pointed, Said
from ingest.parse.text.posts import Posts

_NAMED: Final = ("post", "unsaid")
_UNKNOWN: Final = "the document does not tell between whom it goes, on which these words depend"

_UNSAID: Final = "the words do not tell who sent the telegram"


def pointed(head: Head, said: Said, by: Correspondents, posts: Posts) -> Pointed:
    """The telegram that *head* and what stands behind it mean in a document of some correspondents.

    >>> from ingest.document import Span
    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> by = Correspondents("CAIRO", ("STATE",), "1956-02-04T17:00:00")
    >>> head = Head(Span(0, 6), "department", "telegram", "citing-word")
    >>> posts = posts_of(knowledge().posts)
    >>> pointed(head, Said(Span(0, 11), 900012), by, posts).target
    '1956STATE-CAIRO900012'
    >>> pointed(head, Said(Span(0, 11), 900012, month=12, day=24), by, posts).date
    '1955-12-24'
    """
    year, status, dated = _dated(said, by)
    made = Pointed(said.span, head.rule, head.kind, relative=_is_relative(head))
    why = _open(head, said)
    issuer, to = _parties(head, said, by)
    if why is None and issuer is None:
        why = _UNSAID if head.who == "unsaid" else _UNKNOWN
    if why is None and year is None:
        why = "neither the words nor the document give a year"
    if why is None and issuer == DEPARTMENT and to is None and _is_apart(head, said, dated or by.sent):
        why = "the Department numbered its telegrams to each addressee apart, and the words name none"
    if why is not None or issuer is None or year is None:
        return _replaced(made, None, dated, None, why)
    issuer, to = _named(issuer, year, posts), None if to is None else _named(to, year, posts)
    return _replaced(made, f"{year}{_series(head, said, issuer, to, dated or by.sent)}", dated, status, None)


def _named(glued: str, year: int, posts: Posts) -> str:
    """A post as it is called in identifiers of a year."""
    named = posts.exact(glued)
    return glued if named is None else named.post.series(year)


def _is_relative(head: Head) -> bool:
    """Whether the words of a head, and not a post's name alone, tell what is cited."""
    if head.kind == "military":
        return False
    return head.who not in _NAMED or not head.weak or head.rule == "citing-between"


def _replaced(
    made: Pointed, target: str | None, dated: str | None, status: YearStatus | None, why: str | None
) -> Pointed:
    return Pointed(made.span, made.rule, made.kind, target, dated, status, why, made.relative)


def _open(head: Head, said: Said) -> str | None:
    """What no rule can close about these words."""
    if head.foreign:
        return "a telegram of another government"
    if head.kind == "message":
        return "a numbered message, of which no series is known"
    if head.kind == "military":
        return "a military message, whose numbers are no telegram's"
    if said.number is None:
        return "the words give no number"
    return None


def _parties(head: Head, said: Said, by: Correspondents) -> tuple[str | None, str | None]:
    """Who sent what is cited, and to whom."""
    if said.issuer is not None and head.who != "series":
        return said.issuer, said.to or (by.mission if said.issuer == DEPARTMENT else None)
    match head.who:
        case "post" | "series":
            to = by.mission if head.names == DEPARTMENT else None
            return head.names, said.to or to
        case "unsaid":
            # what goes to a post from nobody named comes from the Department, whose editors write so
            return (DEPARTMENT, said.to) if said.to not in (None, DEPARTMENT) else (None, None)
        case "circular":
            return DEPARTMENT, "CIRCULAR"
        case "department":
            return DEPARTMENT, said.to or by.mission
        case "mission":
            return by.mission, said.to
        case "sender":
            return by.sender, said.to or _other(by)
        case "addressee":
            first = by.addressees[0] if by.addressees else None
            return first, said.to or by.sender
    return None, None


def _other(by: Correspondents) -> str | None:
    return by.addressees[0] if by.addressees else None


def _series(head: Head, said: Said, issuer: str, to: str | None, when: str | None) -> str:
    """The series and number of an identifier; offices numbered to each addressee apart until 1966."""
    number = f"{said.number}"
    if said.prefix and head.kind != "message":
        return f"{issuer}{said.prefix}{number}"
    match head.kind:
        case "despatch":
            return f"{issuer}-DESPATCH{number}"
        case "airgram":
            return f"{issuer}A{number}"
    if head.who == "series" or to in (None, issuer):
        return f"{issuer}{number}"
    apart = _before_one_series(when) or to == "CIRCULAR"
    return f"{issuer}-{to}{number}" if apart and to != DEPARTMENT else f"{issuer}{number}"


def _before_one_series(when: str | None) -> bool:
    return when is not None and when < ONE_SERIES_SINCE


def _is_apart(head: Head, said: Said, when: str | None) -> bool:
    """Whether a number of the Department means nothing without the addressee."""
    return not said.prefix and head.kind == "telegram" and head.who != "series" and _before_one_series(when)


def _dated(said: Said, by: Correspondents) -> tuple[int | None, YearStatus | None, str | None]:
    """The year of what is cited, how it is known, and its date.

    A day without a year is the last such day before the document.
    """
    if not said.month:
        return said.year or by.year, "stated" if said.year else None if by.year is None else "assumed", None
    if said.year is not None:
        return said.year, "stated", _iso(said.year, said.month, said.day)
    if by.year is None or by.sent is None:
        return None, None, None
    this = _iso(by.year, said.month, said.day)
    past = this is None or this > by.sent[:10]
    year = by.year - 1 if past else by.year
    return year, "stated", _iso(year, said.month, said.day)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
