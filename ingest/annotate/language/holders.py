"""Countries as the subject of a verb: "Japan and Australia", "the Russian delegation", "Turkey (Demir)"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.annotate.language.subjects import skip_back
from ingest.annotate.language.vocabulary import is_kind, phrases, table
from ingest.annotate.language.word import Word

HELPERS = frozenset(("has", "have", "had", "again", "all", "both", "each", "alone", "too", "itself"))
NAMING = frozenset(("including", "notably", "as", "especially", "particularly", "among"))
WITHIN = frozenset(("in", "of", "at", "on", "about", "against", "between", "regarding", "concerning"))
"""Prepositions before a name that is not the subject of what follows: "the opposition in Australia"."""
SENDERS = frozenset(("department", "dept", "we", "usdel"))
"""Names of those who write, whom a comma alone adds to no list: "to suspend Chad, Department would"."""
CLAUSES = frozenset(("after", "before", "since", "until", "than"))
"""Prepositions that open a clause too, whose subject follows: "after the U.S. and Hungary had spoken"."""
ASIDE = 14
"""The most words of an aside inside a list: "Sweden and, with misgivings about cost, Switzerland"."""
Named = Mapping[int, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Holders:
    """The codes of the countries, and the index of the first word that names them."""

    codes: tuple[str, ...]
    start: int


@cache
def heads() -> frozenset[str]:
    """The words for those who speak for a country ("delegation", "officials").

    >>> "delegation" in heads(), "proposal" in heads()
    (True, False)
    """
    return frozenset(row["word"] for row in table("holder_heads"))


def holders_before(found: Sequence[Word], verb: int, named: Named) -> Holders | None:
    """The countries whose verb stands at that index, in the order of the text.

    >>> from ingest.annotate.language.word import words
    >>> named = {0: ("FRA", 1), 2: ("DEU", 3)}
    >>> holders_before(words("France and Germany will agree."), 3, named)
    Holders(codes=('FRA', 'DEU'), start=0)
    """
    ends = {end: (code, start) for start, (code, end) in named.items()}
    if _excepted(found, verb, ends):
        return None
    stands_in = (verb,) if verb in ends and verb and found[verb - 1].low in HELPERS else ()  # "both favored"
    near = (*stands_in, _past_helpers(found, verb), _past_helpers(found, _past_aside(found, verb)))
    for at in dict.fromkeys(near):
        last = at if at in ends else _past_heads(found, at)
        if last not in ends or (last == at and _is_place(found, ends[last][1])):
            continue
        if not found[last - 1].low.endswith(("'s", "s'")):
            listed = _led(found, _accompanied(found, _list(found, last, ends), ends), ends)
            return _with_others(found, listed, last, verb, named)
        if last < at:
            return _list(found, last, ends)
    return _named_among(found, verb, ends)


def codes_of(code: str) -> tuple[str, ...]:
    """The countries of a name: several where it is that of a group ("the Baltic states").

    >>> codes_of("FRA"), codes_of("EST LVA LTU")
    (('FRA',), ('EST', 'LVA', 'LTU'))
    """
    return tuple(code.split())


def owners_before(found: Sequence[Word], noun: int, named: Named) -> Holders | None:
    """The countries whose noun stands at that index: "Mexico's opposition", "Italian and Greek doubts".

    >>> from ingest.annotate.language.word import words
    >>> owners_before(words("Italian and Greek doubts"), 3, {0: ("ITA", 1), 2: ("GRC", 3)})
    Holders(codes=('ITA', 'GRC'), start=0)
    """
    ends = {end: (code, start) for start, (code, end) in named.items()}
    return _list(found, noun, ends, topical=True) if noun in ends else None


def _is_place(found: Sequence[Word], start: int) -> bool:
    """Whether a name only says where: "the opposition in Australia", but "officials in Tokyo"."""
    at = start - 1 if start and found[start - 1].low == "the" else start
    if at == 0 or found[at - 1].low not in WITHIN:
        return False
    return not (at > 1 and found[at - 2].low in heads() | {"those", "one", "some", "most", "many", "all"})


def _accompanied(found: Sequence[Word], holders: Holders, ends: Mapping[int, tuple[str, int]]) -> Holders:
    """Those too who are named before "supported by" and the like: "Italy supported by Belgium objected"."""
    start = holders.start - (holders.start > 0 and found[holders.start - 1].low == "the")
    cue = phrases("companions").ending(found, start)
    if cue is None or not cue.start:
        return holders
    at = cue.start - (found[cue.start - 1].low == ",")
    last = _past_heads(found, at)
    if last not in ends:
        return holders
    first = _list(found, last, ends)
    return Holders(tuple(dict.fromkeys((*first.codes, *holders.codes))), first.start)


def _led(found: Sequence[Word], holders: Holders, ends: Mapping[int, tuple[str, int]]) -> Holders:
    """Those too with whom a sentence begins: "Along with Chile, Peru objected"."""
    comma = holders.start - 1 - (holders.start > 1 and found[holders.start - 1].low == "the")
    cue = phrases("companions").at(found, 0)
    if cue is None or comma < cue.end or found[comma].low != "," or comma not in ends:
        return holders
    first = _list(found, comma, ends, topical=True)
    if first.start > cue.end + 1:
        return holders
    return Holders(tuple(dict.fromkeys((*first.codes, *holders.codes))), 0)


def _with_others(found: Sequence[Word], holders: Holders, last: int, verb: int, named: Named) -> Holders:
    """Those too who are named in "Hungary, joined by Poland, opposed"."""
    comma = last < verb and found[last].low == ","
    cue = phrases("companions").at(found, last + 1) if comma else None
    at = verb if cue is None else cue.end
    if comma and cue is None and found[last + 1].low in ("and", "or"):
        at = last + 2  # "Spain, and Portugal, supported"
    codes = list(holders.codes)
    while at < verb and (at in named or found[at].low in ("and", "the", ",")):
        if at in named:
            codes += codes_of(named[at][0])
        at = named[at][1] if at in named else at + 1
    return Holders(tuple(dict.fromkeys(codes)), holders.start)


def _excepted(found: Sequence[Word], verb: int, ends: Mapping[int, tuple[str, int]]) -> bool:
    """Whether the names before a verb are those who do not do it: "all but Russia supported"."""
    at = _past_helpers(found, verb)
    start = _list(found, at, ends).start if at in ends else 0
    cue = phrases("exceptions").ending(found, start) if start else None
    return cue is not None and cue.start > 0 and not found[cue.start - 1].is_mark


def _named_among(found: Sequence[Word], verb: int, ends: Mapping[int, tuple[str, int]]) -> Holders | None:
    """The countries in "several Partners, including France and Japan, supported", or in parentheses."""
    at = _past_helpers(found, verb)
    if at < 2 or found[at - 1].low not in (",", ")") or at - 1 not in ends:
        return None
    listed = _list(found, at - 1, ends)
    start = listed.start - (listed.start > 0 and found[listed.start - 1].low == "the")
    before = found[start - 1].low if start else ""
    if found[at - 1].low == ")":
        return listed if before in NAMING | {"("} else None
    return listed if before in NAMING or (before == "them" and start > 1) else None


def _past_helpers(found: Sequence[Word], at: int) -> int:
    while at > 0 and (is_kind(found[at - 1].low, "adverb") or found[at - 1].low in HELPERS):
        at -= 1
    return at


def _past_aside(found: Sequence[Word], at: int) -> int:
    """Past a parenthesis or a ", ... ," between subject and verb."""
    at = _past_helpers(found, at)
    if at and found[at - 1].low == ")":
        while at and found[at - 1].low != "(":
            at -= 1
        return max(0, at - 1)
    return skip_back(found, at)


def _past_heads(found: Sequence[Word], at: int) -> int:
    """Past "delegation", "Foreign Ministry officials" and the like, back to the country's name."""
    steps = 0
    while at > 0 and steps < 4 and found[at - 1].low in heads() | {"foreign", "deputy", "head", "technical"}:
        at -= 1
        steps += 1
    return at


def _list(
    found: Sequence[Word], last: int, ends: Mapping[int, tuple[str, int]], *, topical: bool = False
) -> Holders:
    """The names joined before *last*; a preposition before them is no matter where they are *topical*."""
    codes: list[str] = []
    at: int | None = last
    start = last
    while at is not None and at in ends:
        if at != last and not topical and _topical(found, ends[at][1]):
            break
        code, start = ends[at]
        codes += reversed(codes_of(code))
        at = None if at == last and _led_in(found, start) else _joined(found, start)
    return Holders(tuple(dict.fromkeys(reversed(codes))), start)


def _led_in(found: Sequence[Word], start: int) -> bool:
    """Whether a comma alone parts a name from what a sentence begins with: "On Chad and Mali, we agreed"."""
    at = start - 1 if start and found[start - 1].low == "the" else start
    return at > 1 and found[at - 1].low == "," and (found[0].low in WITHIN or found[start].low in SENDERS)


def _topical(found: Sequence[Word], start: int) -> bool:
    """Whether a preposition stands before a name: "Regarding China, Russia pressed ..." has one holder."""
    at = start - 1 if start and found[start - 1].low == "the" else start
    low = found[at - 1].low if at else ""
    return is_kind(low, "preposition") and low not in NAMING | CLAUSES


def _joined(found: Sequence[Word], start: int) -> int | None:
    """The index before "and", "," or "/" in front of a name, its article passed over."""
    at = start
    while at and found[at - 1].low in ("the", "both", "later", "entire", "whole"):
        at -= 1
    if at == 0:
        return None
    at = _past_inset(found, at)
    if found[at - 1].low in ("and", "or", "nor"):
        return _past_name(found, at - 2 if at > 1 and found[at - 2].low == "," else at - 1)
    return _past_name(found, at - 1) if found[at - 1].low in (",", "/", "-") else None


def _past_inset(found: Sequence[Word], at: int) -> int:
    """Past an aside behind "and" ("Sweden and, with misgivings about cost, Switzerland"), from its end."""
    mark = found[at - 1].low
    if mark not in (",", "-", "--"):
        return at
    for opening in range(at - 2, max(0, at - ASIDE), -1):
        if found[opening].low == mark:
            return opening if found[opening - 1].low in ("and", "or") else at
    return at


def _past_name(found: Sequence[Word], at: int) -> int:
    """Past the name of who speaks, in "Russia (Petrov) and Belarus (Kozlov)"."""
    if at == 0 or found[at - 1].low != ")":
        return at
    return max((one for one in range(at) if found[one].low == "("), default=at)
