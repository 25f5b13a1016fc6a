"""Documents that running text names without a serial: by parties and date, or by a number of their own."""

from collections.abc import Iterator
from typing import Final

from ingest.document import Span
from ingest.knowledge import Profile
from ingest.parse.listing.paragraph import target_passage
from ingest.parse.listing.pointer import Pointer
from ingest.parse.listing.said import slug
from ingest.parse.text.when import find_date
from ingest.pattern import Match, pattern

_DATE: Final = (
    r"(?P<date>\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)\b"
    r"|(?:\d{1,2}\s+)?[A-Z][A-Za-z]{2,8}\.?\s+(?:\d{1,2},?\s+)?\d{4}\b)"
)
_PARTIED: Final = pattern(
    "named-parties",
    r"(?P<parties>[A-Z][A-Za-z.'’]*[A-Za-z]\s?[-/]\s?[A-Z][A-Za-z'’]*[a-zA-Z])\s+"
    r"(?P<kind>(?i:e\s?-?\s?mails?|tele?cons?|phonecons?|memcons?|memo(?:randum)?s?|letters?|fax(?:es)?))"
    r"[\s,(]*(?:(?i:of|on|dated|dtd)\s+)?" + _DATE,
    example="the HALE-ROWE E MAIL OF 02-21-08",
)
_KINDS: Final = {"e": "email", "t": "telcon", "p": "telcon", "m": "memo", "l": "memo", "f": "memo"}
_ANCHORS: Final = ("mail", "telcon", "phonecon", "memcon", "memo", "letter", "fax ")
_RAW: Final = pattern(
    "named-raw-report",
    r"^(?:IIR\s+\d(?:[\s-]\d{2,4}){2,3}|TD[A-Z]{0,2}\s?-?\s?\d{2,4}\s?/\s?\d{3,6}-\d{2,4})\b",
    example="IIR 0 000 0000 08",
)
_RAW_ANCHORS: Final = ("iir ", "td-", "tdx-")
_REGIME: Final = pattern(
    "named-regime-number",
    r"^(?P<head>(?:\s+[A-Z]{2,8})?)\s+(?P<number>\d{1,4})/(?P<year>(?:19|20)\d\d)\b",
    example=" POC 201/2006",
)


def named_documents(text: str, low: str, span: Span, profiles: tuple[Profile, ...]) -> Iterator[Pointer]:
    """The documents that a stretch names so; *low* is the text in small letters.

    >>> from ingest.tables import knowledge
    >>> text = "per the Hale-Rowe e-mail of 02/21/08, IIR 9 001 9002 07 and MTCR POC 901/2006"
    >>> found = named_documents(text, text.lower(), Span(0, len(text)), knowledge().profiles)
    >>> sorted(one.target for one in found)
    ['email-2008-02-21-hale-rowe', 'mtcr-poc-901-2006', 'report-iir-9-001-9002-07']
    """
    for anchor in _ANCHORS:
        for at in _places(low, anchor, span):
            made = _partied(text, at, span)
            if made is not None:
                yield made
    for anchor in _RAW_ANCHORS:
        for at in _places(low, anchor, span):
            made = _raw(text, at)
            if made is not None:
                yield made
    for profile in profiles:
        for name in profile.names:
            if name.isupper() or name.isalpha():
                yield from _of_regime(text, low, name, span)


def _places(low: str, anchor: str, span: Span) -> Iterator[int]:
    at = low.find(anchor, span.start, span.end)
    while at >= 0:
        yield at
        at = low.find(anchor, at + len(anchor), span.end)


def _partied(text: str, at: int, span: Span) -> Pointer | None:
    """The e-mail or the like of two people and a day; *at* is a place inside its kind."""
    # Names joined by a hyphen or a stroke stand just before: without one there is nothing to look for.
    start = max(span.start, at - 48)
    before = text[start:at]
    if "-" not in before and "/" not in before:
        return None
    window = text[start : at + 48]
    found = next((one for one in _PARTIED.finditer(window) if one.span.end > at - start), None)
    dated = None if found is None else find_date(found.text("date"))
    if found is None or dated is None:
        return None
    kind = _KINDS[found.text("kind")[0].lower()]
    place = found.span.moved(start)
    target = f"{kind}-{dated.value}-{slug(found.text('parties'))}"
    return Pointer(
        place, "named", f"named-{kind}", target=target, passage=target_passage(text, place), date=dated.value
    )


def _raw(text: str, at: int) -> Pointer | None:
    found = None if text[at - 1 : at].isalnum() else _RAW.match(text[at : at + 40])
    if found is None:
        return None
    return Pointer(found.span.moved(at), "named", "named-report", target=f"report-{slug(found.text())}")


def _of_regime(text: str, low: str, name: str, span: Span) -> Iterator[Pointer]:
    for at in _places(low, name.lower(), span):
        end = at + len(name)
        # The number of a document has a stroke soon behind the name of the regime.
        if "/" not in text[end : end + 16] or text[at:end] != name.upper() or text[at - 1 : at].isalnum():
            continue
        found = _REGIME.match(text[end : end + 32])
        if found is not None:
            place = Span(at, end + found.span.end)
            yield Pointer(place, "named", "named-regime-document", target=_regime_target(name, found))


def _regime_target(name: str, found: Match) -> str:
    head = slug(f"{name} {found.text('head')}")
    return f"{head}-{found.text('number')}-{found.text('year')}"
