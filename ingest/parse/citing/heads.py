"""Words that a telegram's number stands behind: "Embtel", "Department's", "your niact", "Cairo's cable"."""

from collections.abc import Iterator
from typing import Final

from ingest.document import Span
from ingest.parse.citing.pointed import Head, Kind
from ingest.parse.citing.words import citing_words, delegation_series, military_originators, offices
from ingest.parse.text.posts import Posts
from ingest.pattern import Match, pattern

_ADJECTIVE: Final = (
    r"\s+(?i:circular|niact|priority|immediate|flash|top\s+secret|secret|confidential|unclassified|eyes\s+only"
    r"|limdis|exdis|nodis|limit(?:ed)?\s+distribution|info(?:rmation)?|reference|ref|recent|earlier|previous|last"
    r"|separate|joint|intel|code|personal)"
)
ADJECTIVES: Final = rf"(?:{_ADJECTIVE})*"
NOUN: Final = (
    r"(?P<noun>(?i:telegrams?|cablegrams?|cables?|tels?|wires?|messages?|msgs?|despatch(?:es)?|dispatch(?:es)?"
    r"|desps?|airgrams?))"
)
NUMBERED: Final = r"(?:(?i:numbers?|nos?\.|nrs?\.|no|nos)\s*|#\s?)?"
CAPITAL: Final = r"(?:St\.|U\.S\.|[A-Z][A-Za-z]*)"
_COUNT: Final = rf"{NUMBERED}(?:(?:CA|A|G|D)\s?-\s?)?\d"
_POSSESSIVE: Final = r"(?P<own>['’]s?)?"


def _any(words: frozenset[str] | dict[str, object]) -> str:
    ordered = sorted(words, key=lambda one: (-len(one), one))
    return "|".join(one.replace(" ", r"\s+") for one in ordered)


_WORD: Final = pattern(
    "citing-word",
    rf"\b(?i:re)?(?P<word>(?i:{_any(dict(citing_words()))}))(?:['’]?s)?\b\.?",
    example="reEmbtels 667",
)
_OFFICE: Final = pattern(
    "citing-office",
    rf"\b(?P<office>(?i:{_any(dict(offices()))})){_POSSESSIVE}\.?{ADJECTIVES}(?:\s+{NOUN}\b\.?)?",
    example="Consulate General's 441",
)
_POST: Final = pattern(
    "citing-post",
    rf"\b(?P<post>{CAPITAL}(?:\s+{CAPITAL}){{0,4}}){_POSSESSIVE}{ADJECTIVES}(?:\s+{NOUN}\b\.?)?"
    rf"\s+{_COUNT}",
    example="Tel Aviv telegram 667",
)
_BLANK: Final = pattern("citing-blank", r"\s+", example=" ")
_NOUN_LAST: Final = pattern(
    "citing-noun-last",
    rf"{ADJECTIVES}(?:\s+{NOUN}\.?|{_ADJECTIVE})$",
    example="Paris Tels",
)
_BETWEEN: Final = pattern(
    "citing-between",
    rf"\b(?P<post>{CAPITAL}(?:\s+{CAPITAL}){{0,3}})\s+(?i:to)\s+(?P<to>State|STATE|Dep[a-z]*|DEP[A-Z]*)\s+{_COUNT}",
    example="Bern to State 29",
)
_SERIES: Final = pattern(
    "citing-series",
    rf"\b(?:[A-Z][a-z]+\s+(?:(?i:tel|telegram|cable)\s+)?)?(?P<series>(?i:{_any(delegation_series())}))(?i:s)?\b",
    example="Paris tel Secto 11",
)
_SALT: Final = pattern(
    "citing-salt",
    r"\b(?:(?i:usdel)\s+)?(?P<series>SALT\s+(?:[IVX]{1,4}|ONE|TWO))(?:\s+(?i:telegram|tel|cable))?",
    example="USDEL SALT IV 12",
)
_CIRCULAR: Final = pattern(
    "citing-circular",
    rf"\b(?:(?i:department|dept)(?:['’]s)?\s+)?(?i:circular|circ)(?:\s+{NOUN})?\b\.?",
    example="Circular telegram 744",
)
_MILITARY: Final = pattern(
    "citing-military",
    rf"\b(?P<name>{_any(military_originators())})(?:['’]s)?(?:\s+[A-Z][A-Za-z]+)?(?:\s+(?i:msg|message|telegram|tel))?"
    rf"(?:,?\s+(?i:dtg))?\s+(?:\d{{6}}Z\b(?:\s+[A-Za-z]{{3,9}}(?:\s+\d\d(?:\d\d)?\b)?)?|{NUMBERED}\d{{3,7}}\b)",
    example="CINCPAC 180030Z Aug",
)
_MESSAGE: Final = pattern(
    "citing-message",
    r"\b(?:(?i:my|your|our)\s+)?(?:(?:(?i:out(?:going)?|incoming)\s+)?(?:Message|MESSAGE|message)s?"
    r"|(?i:outgoing|incoming))\s+(?i:no|number|nr)s?\b\.?",
    example="your Message No. 43",
)
_TELEGRAM: Final = pattern(
    "citing-telegram",
    rf"\b(?:(?i:unnumbered|circular)\s+)?{NOUN}\b\.?\s+{NUMBERED}(?:(?:CA|A|G|D)\s?-\s?)?\d{{1,6}}\b",
    example="telegram 5985 from London",
)
_CIRCULAR_AIRGRAM: Final = pattern("citing-circular-airgram", r"\bCA[\s-]\s?\d{2,5}\b", example="CA-3400")
_FOREIGN: Final = pattern(
    "citing-foreign",
    r"(?:\b(?i:british|french|israeli|egyptian|soviet|italian|german|canadian|turkish|indian|japanese|chinese|jordanian"
    r"|syrian|lebanese|iraqi|iranian|saudi|belgian|dutch|greek|spanish|portuguese|uk|foreign\s+office)['’]?s?\s+)$",
    example="see British ",
)


def heads(text: str, span: Span, posts: Posts) -> Iterator[Head]:
    """The heads of a stretch, in no order; several may lie over one another.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> text = "See Deptel 900012 and Cairo's 900013."
    >>> found = heads(text, Span(0, len(text)), posts_of(knowledge().posts))
    >>> sorted((one.span.of(text), one.who, one.names) for one in found)
    [("Cairo's", 'post', 'CAIRO'), ('Deptel', 'department', None)]
    """
    yield from _words(text, span)
    yield from _offices(text, span)
    yield from _posts(text, span, posts)
    yield from _between(text, span, posts)
    yield from _series(text, span)
    for found in _CIRCULAR.finditer(text, span):
        weak = found["noun"] is None
        yield Head(found.span, "circular", _kind(found), "citing-circular", weak=weak)
    for found in _MILITARY.finditer(text, span):
        yield Head(found.span, "other", "military", "citing-military")
    for found in _MESSAGE.finditer(text, span):
        yield Head(found.span, "other", "message", "citing-message")
    for found in _TELEGRAM.finditer(text, span):
        at = found.at("noun")
        if at is not None and not found.text("noun").lower().startswith("m"):
            yield Head(Span(found.span.start, at.end), "unsaid", _kind(found), "citing-telegram", weak=True)
    for found in _CIRCULAR_AIRGRAM.finditer(text, span):
        start = found.span.start
        yield Head(Span(start, start), "department", "circular-airgram", "citing-circular-airgram")


def _words(text: str, span: Span) -> Iterator[Head]:
    for found in _WORD.finditer(text, span):
        word = citing_words()[found.text("word").lower()]
        yield Head(found.span, word.who, word.kind, "citing-word", bare=True)


def _offices(text: str, span: Span) -> Iterator[Head]:
    for found in _OFFICE.finditer(text, span):
        who = offices()[" ".join(found.text("office").lower().split())]
        person = who in ("sender", "addressee")
        named = found["noun"] is not None
        if not (named or person or found["own"] is not None):
            continue
        kind: Kind = _kind(found)
        if person and found.text("noun").lower().startswith(("message", "msg")):
            kind = "message"
        foreign = _FOREIGN.search(text[max(0, found.span.start - 24) : found.span.start]) is not None
        rule = "citing-person" if person else "citing-office"
        yield Head(_trimmed(found.span, text), who, kind, rule, weak=not named, foreign=foreign)


def _posts(text: str, span: Span, posts: Posts) -> Iterator[Head]:
    for found in _POST.finditer(text, span):
        at = found.at("post")
        if at is None:
            continue
        words, noun = _without_noun(at.of(text))
        named = _ending(words, posts)
        if named is not None:
            start, glued = named
            weak = found["noun"] is None and not noun
            kind = _kind(found) if found["noun"] is not None else _called(noun)
            rule = "citing-posts" if found["own"] is not None else "citing-post"
            yield Head(Span(at.start + start, _before_count(found)), "post", kind, rule, glued, weak=weak)


def _between(text: str, span: Span, posts: Posts) -> Iterator[Head]:
    """Telegrams to the Department whose addressee stands before their number."""
    for found in _BETWEEN.finditer(text, span):
        at, to = found.at("post"), found.at("to")
        named = None if at is None else _ending(at.of(text), posts)
        if at is not None and to is not None and named is not None:
            where = Span(at.start + named[0], to.end)
            yield Head(where, "post", "telegram", "citing-between", named[1], weak=True)


def _without_noun(words: str) -> tuple[str, str]:
    """The words of a post and the noun behind it, where that has a capital too: "Paris Tels"."""
    behind = _NOUN_LAST.search(words)
    return (words, "") if behind is None else (words[: behind.span.start], behind.text("noun"))


def _ending(words: str, posts: Posts) -> tuple[int, str] | None:
    """The post that *words* end with, and where its name begins."""
    for start in (0, *(at.span.end for at in _BLANK.finditer(words))):
        named = posts.exact(words[start:])
        if named is not None:
            return start, named.post.glued
    return None


def _before_count(found: Match) -> int:
    """The end of the words before the number."""
    ends = [at.end for name in ("post", "own", "noun") if (at := found.at(name)) is not None]
    return max(ends)


def _series(text: str, span: Span) -> Iterator[Head]:
    for found in _SERIES.finditer(text, span):
        yield Head(found.span, "series", "telegram", "citing-series", found.text("series").upper())
    for found in _SALT.finditer(text, span):
        name = "".join(found.text("series").upper().split())
        yield Head(found.span, "series", "telegram", "citing-series", name, weak=True)


def _kind(found: Match) -> Kind:
    return _called(found.text("noun"))


def _called(noun: str) -> Kind:
    noun = noun.lower()
    if noun.startswith(("desp", "disp")):
        return "despatch"
    return "airgram" if noun.startswith("airgram") else "telegram"


def _trimmed(span: Span, text: str) -> Span:
    return Span(span.start, span.start + len(span.of(text).rstrip()))
