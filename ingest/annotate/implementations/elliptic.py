"""Countries that "follow", "comply" or "already do", where the passage told before of what.

Such words say nothing of themselves: they count where something that can be given effect to was named.
"""

from collections.abc import Sequence, Set
from typing import Final

from ingest.annotate.implementations.effect import Effect, of_kind
from ingest.annotate.language.holders import Holders, Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, Group, group, lemmas_of
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import ALONE, Telling, Word
from ingest.annotate.positions.speakers import OWN, reporter, speakers, spoken_of, supposed

FOLLOWING: Final = frozenset(
    (".", ",", ";", "on", "in", "by", "once", "as", "later", "shortly", "when", "from")
)
ALREADY: Final = frozenset(("already", "now", "too", "likewise"))
ALIKE: Final = frozenset(("does", "do", "did", "has", "have"))
COMPLIANCE: Final = frozenset(("compliance", "conformity"))
LAWMAKING: Final[dict[str, str]] = {
    **dict.fromkeys(("need", "require", "lack"), "not-yet"),
    **dict.fromkeys(("submit", "table", "introduce", "draft", "prepare", "lay", "circulate"), "under-way"),
    **dict.fromkeys(("sign", "publish", "pass", "enact", "issue", "gazette", "promulgate"), "done"),
}
"""How far those are who do that to a law."""
TERMS: Final = frozenset(
    ("date", "deadline", "timetable", "target", "commitment", "commitments", "obligation", "obligations")
)
BECOMING: Final = frozenset(("law", "laws", "legislation", "regulations"))
REACH: Final = 7
"""How many words behind such a verb its law or date may stand."""


def follows(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """The implementation that an elliptic word tells at that index.

    >>> from ingest.annotate.language.word import words
    >>> made = follows(words("Slovakia is to follow in the autumn."), 3, {0: ("SVK", 1)}, None)
    >>> made and (made.codes, made.what, made.status)
    (('SVK',), None, 'expected')
    """
    for read in (_complies, _does, _in_compliance, _makes_law, _keeps_date, _becomes_law):
        made = read(found, at, named, last)
        if made is not None:
            return made
    return None


def _effect(found: Sequence[Word], at: int, end: int, holders: Holders | None, status: str) -> Effect | None:
    if holders is None or not holders.codes or supposed(found, holders.start):
        return None
    return Effect(min(holders.start, at), end, holders.codes, None, at, status, "follows-decision")


def _status(around: Group, *, plain: str = "done") -> str:
    if around.negated:
        return "not-yet"
    ahead = around.hedge is not None or bool(around.helpers & {"will", "would"})
    return "expected" if ahead else plain


def _complies(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """It "already complies", "is to follow in the autumn"; so does its list."""
    lemmas = set(lemmas_of(found[at].low))
    following = found[at + 1].low if at + 1 < len(found) else "."
    if not (lemmas & {"comply", "conform"} or (lemmas & {"follow"} and following in FOLLOWING)):
        return None
    around = group(found, at)
    coming = around.unreal and found[around.start - 1].low == "to" and _is_to(found, around.start - 1)
    if around.unreal and not coming:
        return None
    start = around.start - 2 if coming else around.start
    holders = _subject(found, start, named, last)
    return _effect(found, at, at + 1, holders, "expected" if coming else _status(around))


def _is_to(found: Sequence[Word], to: int) -> bool:
    return to > 0 and found[to - 1].low in ("is", "are", "expects", "expect", "plans", "intends", "hopes")


def _subject(found: Sequence[Word], start: int, named: Named, last: Said | None) -> Holders | None:
    """The countries before a verb, or those whose list, law or rules stand there."""
    direct = speakers(found, start, named, last)
    if direct is not None:
        return direct
    head = start - 1
    while head > 0 and is_kind(found[head].low, "adverb"):
        head -= 1
    if head < 0:
        return None
    if found[head].low in ("theirs", "its", "hers"):
        return reporter(found, head, named) or spoken_of(found, head, last)
    if found[head].low not in of_kind("law") | of_kind("instrument"):
        return None
    for back in range(head - 1, max(-1, head - 6), -1):
        if back in named:
            return Holders((named[back][0],), back)
        if found[back].low in OWN:
            return reporter(found, back, named) or spoken_of(found, back, last)
    return None


def _does(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """It "already does", or "has, too"."""
    close = found[at + 1].low if at + 1 < len(found) else "."
    if found[at].low not in ALIKE or close not in (".", ",", ";"):
        return None
    behind = [one.low for one in found[at + 1 : at + 4]]
    if found[at - 1].low not in ALREADY and not ALREADY & set(behind):
        return None
    around = group(found, at)
    return _effect(found, at, at + 1, speakers(found, around.start, named, last), _status(around))


def _in_compliance(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """It "has been in compliance since September"."""
    if found[at].low not in COMPLIANCE or at < 2 or found[at - 1].low not in ("in", "into"):
        return None
    verb = at - 2
    while verb and is_kind(found[verb].low, "adverb"):
        verb -= 1
    if found[verb].low not in BE and lemmas_of(found[verb].low)[:1] != ("come",):
        return None
    around = group(found, verb)
    if around.unreal:
        return None
    return _effect(found, at, at + 1, speakers(found, around.start, named, last), _status(around))


def _makes_law(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """It "has submitted a bill", "needs a new law"."""
    status = next((LAWMAKING[one] for one in lemmas_of(found[at].low) if one in LAWMAKING), None)
    law = _near(found, at, of_kind("instrument")) if status is not None else None
    if status is None or law is None:
        return None
    around = group(found, at)
    if around.unreal or (finite_of(found[at].low) is None and around.start == at):
        return None
    told = status if status == "not-yet" else _status(around, plain=status)
    return _effect(found, at, law + 1, speakers(found, around.start, named, last), told)


def _keeps_date(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """It "does not expect to meet the date", "has met its commitment"."""
    if "meet" not in lemmas_of(found[at].low):
        return None
    term = _near(found, at, TERMS)
    around = group(found, at)
    if term is None or around.unreal or around.start == at:
        return None
    return _effect(found, at, term + 1, speakers(found, around.start, named, last), _status(around))


def _becomes_law(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """It "had become Japanese law", "will become law in Norway", "have been part of Danish law"."""
    if found[at].low not in BECOMING or at < 2:
        return None
    adjective = next((start for start in (at - 1, at - 2) if start in named and named[start][1] == at), None)
    verb = at - 1 if adjective is None else adjective - 1
    part = verb > 1 and [one.low for one in found[verb - 1 : verb + 1]] == ["part", "of"]
    verb -= 2 * part
    if verb < 0 or not ("become" in lemmas_of(found[verb].low) or (part and found[verb].low in BE)):
        return None
    around = group(found, verb)
    if around.unreal:
        return None
    owner = Holders((named[adjective][0],), adjective) if adjective is not None else None
    owner = owner or reporter(found, around.start, named) or spoken_of(found, around.start, last)
    return _effect(found, at, at + 1, owner, _status(around))


def _near(found: Sequence[Word], at: int, wanted: frozenset[str]) -> int | None:
    for place in range(at + 1, min(len(found), at + REACH)):
        low = found[place].low
        if low in wanted:
            return place
        if found[place].is_mark or is_kind(low, "preposition", "auxiliary", "opener"):
            return None
    return None


def _tells(low: str) -> Set[str] | None:
    """The words of which one has to stand beside an elliptic word."""
    lemmas = set(lemmas_of(low))
    if lemmas & {"comply", "conform", "follow"} or low in COMPLIANCE:
        return ALONE
    beside: set[str] = set(ALREADY) if low in ALIKE else set()
    if low in BECOMING:
        beside |= {"become", "becomes", "became", "part"}
    if lemmas & LAWMAKING.keys():
        beside |= of_kind("instrument")
    if "meet" in lemmas:
        beside |= TERMS
    return frozenset(beside) or None


ELLIPTIC: Final = Telling(_tells)
"""Words at which such an implementation may be told."""
