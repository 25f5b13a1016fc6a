"""Countries as the subject of a verb: "Japan and Australia", "the Russian delegation", "Turkey (Demir)"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.annotate.language.subjects import skip_back
from ingest.annotate.language.vocabulary import is_kind, phrases, table
from ingest.annotate.language.word import Word

HELPERS = frozenset(("has", "have", "had", "again", "all", "both", "each", "alone", "too", "itself"))
NAMING = frozenset(("including", "notably", "as"))
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
    for at in dict.fromkeys((_past_helpers(found, verb), _past_helpers(found, _past_aside(found, verb)))):
        last = _past_heads(found, at)
        if last in ends and not found[last - 1].low.endswith(("'s", "s'")):
            return _with_others(found, _list(found, last, ends), last, verb, named)
        if last in ends and last < at:
            return _list(found, last, ends)
    return _named_among(found, verb, ends)


def _with_others(found: Sequence[Word], holders: Holders, last: int, verb: int, named: Named) -> Holders:
    """Those too who are named in "Hungary, joined by Poland, opposed"."""
    cue = phrases("companions").at(found, last + 1) if last < verb and found[last].low == "," else None
    at = verb if cue is None else cue.end
    codes = list(holders.codes)
    while at < verb and (at in named or found[at].low in ("and", "the", ",")):
        if at in named:
            codes.append(named[at][0])
        at = named[at][1] if at in named else at + 1
    return Holders(tuple(dict.fromkeys(codes)), holders.start)


def _excepted(found: Sequence[Word], verb: int, ends: Mapping[int, tuple[str, int]]) -> bool:
    """Whether the names before a verb are those who do not do it: "all but Russia supported"."""
    at = _past_helpers(found, verb)
    start = _list(found, at, ends).start if at in ends else 0
    cue = phrases("exceptions").ending(found, start) if start else None
    return cue is not None and cue.start > 0 and not found[cue.start - 1].is_mark


def _named_among(found: Sequence[Word], verb: int, ends: Mapping[int, tuple[str, int]]) -> Holders | None:
    """The countries in "several Partners, including France and Japan, supported"."""
    at = _past_helpers(found, verb)
    if at < 2 or found[at - 1].low != "," or at - 1 not in ends:
        return None
    listed = _list(found, at - 1, ends)
    before = found[listed.start - 1].low if listed.start else ""
    return listed if before in NAMING else None


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


def _list(found: Sequence[Word], last: int, ends: Mapping[int, tuple[str, int]]) -> Holders:
    codes: list[str] = []
    at: int | None = last
    start = last
    while at is not None and at in ends:
        if at != last and _topical(found, ends[at][1]):
            break
        code, start = ends[at]
        codes.append(code)
        at = _joined(found, start)
    return Holders(tuple(dict.fromkeys(reversed(codes))), start)


def _topical(found: Sequence[Word], start: int) -> bool:
    """Whether a preposition stands before a name: "Regarding China, Russia pressed ..." has one holder."""
    at = start - 1 if start and found[start - 1].low == "the" else start
    return at > 0 and is_kind(found[at - 1].low, "preposition") and found[at - 1].low not in NAMING


def _joined(found: Sequence[Word], start: int) -> int | None:
    """The index before "and", "," or "/" in front of a name, its article passed over."""
    at = start - 1 if start and found[start - 1].low == "the" else start
    if at == 0:
        return None
    if found[at - 1].low in ("and", "or", "nor"):
        return _past_name(found, at - 2 if at > 1 and found[at - 2].low == "," else at - 1)
    return _past_name(found, at - 1) if found[at - 1].low in (",", "/", "-") else None


def _past_name(found: Sequence[Word], at: int) -> int:
    """Past the name of who speaks, in "Russia (Petrov) and Belarus (Kozlov)"."""
    if at == 0 or found[at - 1].low != ")":
        return at
    return max((one for one in range(at) if found[one].low == "("), default=at)
