"""Stances told by pointing at another's: "as did Norway", "Spain did not", "all but Russia supported it"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Holders, Named, holders_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, Words, places
from ingest.annotate.positions.passive_stances import listed
from ingest.annotate.positions.speakers import supposed
from ingest.annotate.positions.stance_rows import SWAPPED
from ingest.mention import Stance

AUXILIARY = frozenset(
    (
        *("did", "does", "do", "was", "were", "had", "has", "would", "could", "is", "are", "have"),
        *("can", "will"),
    )
)
CANNOT = frozenset(("cannot", "can't", "won't", "couldn't", "didn't", "doesn't"))
DENIALS = frozenset(("not", "cannot", "can't", "won't", "didn't", "couldn't", "wouldn't", "doesn't"))
OF_ALL = frozenset(("among", ":", "including", "notably"))
"""Words beside which some of those are named of whom a stance is told."""
LIKE = frozenset(("as", "so", "nor", "neither"))
STOPS = frozenset((".", ",", ";", ")", "--"))
NOBODY = frozenset(("none", "nobody", "no-one", "nothing", "no", "noone"))
AGENTS = frozenset(("to", "by", "from", "for", "with"))


OPENERS = frozenset(
    (*phrases("exceptions").first, *phrases("likewise").first, *phrases("companions").first, *LIKE, *OF_ALL)
)


WITH_DENIALS = OPENERS | AUXILIARY | CANNOT


def pointing(found: Sequence[Word], named: Named, said: Sequence[Said], last: Said | None) -> Iterator[Said]:
    """The stances of those who do as others do, or do not; *last* is what the sentence before said.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Japan supported the text; Spain did not.")
    >>> said = [Said(0, 4, ("JPN",), "supports", (2, 4), None, None, "holder-verb")]
    >>> [(one.codes, one.stance) for one in pointing(found, {0: ("JPN", 1), 5: ("ESP", 6)}, said, None)]
    [(('ESP',), 'opposes')]
    """
    wanted = OPENERS if isinstance(found, Words) and found.lows.isdisjoint(DENIALS) else WITH_DENIALS
    for at in places(found, wanted):
        base = _base(found, at, said, last)
        made = _excepted(found, at, named, said) or _of_all(found, at, named, said)
        if base is not None and made is None:
            made = _as_did(found, at, named, base) or _likewise(found, at, named, base)
            made = made or _joined_by(found, at, named, base)
        if made is not None and not set(made.codes) & {code for one in said for code in one.codes}:
            yield made


_BUT = frozenset(("but",))


def denied_of_others(found: Sequence[Word], named: Named, said: Sequence[Said]) -> Iterator[Said]:
    """The contrary of a stance: of others ("acceptable to France but not to Spain"), or towards another.

    >>> from ingest.annotate.language.word import words
    >>> found = words("The text was supported by Japan but not by Spain.")
    >>> said = [Said(0, 6, ("JPN",), "supports", (0, 2), None, None, "passive-stance")]
    >>> [(one.codes, one.stance) for one in denied_of_others(found, {5: ("JPN", 6), 9: ("ESP", 10)}, said)]
    [(('ESP',), 'opposes')]
    """
    for at in places(found, _BUT):
        if at + 2 >= len(found) or found[at + 1].low != "not":
            continue
        base = next((one for one in reversed(said) if one.start < at and one.end >= at - 1), None)
        turned = None if base is None else SWAPPED.get(base.stance)
        made = None if base is None or turned is None else _denied(found, at, named, base, turned)
        if made is not None:
            yield made


def _denied(found: Sequence[Word], at: int, named: Named, base: Said, turned: Stance) -> Said | None:
    start = at + 2 + (found[at + 2].low in AGENTS)
    codes, end = listed(found, start, named)
    if codes and (end >= len(found) or not found[end].low[:1].isalnum() or is_kind(found[end].low, "adverb")):
        return Said(at, end, codes, turned, base.towards, None, None, "points-at-another")
    if base.towards is None or base.towards[1] < at - 1 or not is_kind(found[start].low, "determiner"):
        return None
    stop = clause_end(found, start)
    return Said(at, stop, base.codes, turned, (start, stop), None, base.hedge, "points-at-another")


def _joined_by(found: Sequence[Word], at: int, named: Named, base: Said) -> Said | None:
    """New Zealand, in "Norway spoke in support, joined by New Zealand"."""
    cue = phrases("companions").at(found, at)
    if cue is None or at == 0 or found[at - 1].low != "," or not base.start < at:
        return None
    codes, end = listed(found, cue.end, named)
    if not codes or not (end >= len(found) or found[end].low in STOPS):
        return None
    return _made(base, Holders(codes, at), end)


def _base(found: Sequence[Word], at: int, said: Sequence[Said], last: Said | None) -> Said | None:
    """The stance that is pointed at: the nearest before in the sentence, or that of the sentence before.

    Behind a semicolon that tells of something else, nothing of the sentence before is pointed at.
    """
    before = [one for one in said if one.start < at]
    if before:
        return max(before, key=lambda one: one.start)
    if last is None or last.rule == "speaks" or any(one.low in (";", ":") for one in found[:at]):
        return None
    return replace(last, towards=None)


def _as_did(found: Sequence[Word], at: int, named: Named, base: Said) -> Said | None:
    """Norway, in "as did Norway", "so too was Norway" and "nor could Norway"."""
    if found[at].low not in LIKE:
        return None
    verb = at + 1 + (at + 1 < len(found) and found[at + 1].low in ("too", "also"))
    if verb + 1 >= len(found) or found[verb].low not in AUXILIARY:
        return None
    codes, end = listed(found, verb + 1, named)
    return _made(base, Holders(codes, at), end) if codes else None


def _likewise(found: Sequence[Word], at: int, named: Named, base: Said) -> Said | None:
    """Spain, in "Spain did not", "Spain followed suit" and "Spain too"."""
    low, following = found[at].low, found[at + 1].low if at + 1 < len(found) else "."
    after = found[at + 2].low if at + 2 < len(found) else "."
    denies = low in AUXILIARY and following in DENIALS and (after in STOPS or after == "and")
    denies = denies or (low in CANNOT and (following in STOPS or following == "and"))
    cue = phrases("likewise").at(found, at)
    if not denies and (cue is None or (cue.row["note"] == "at the end" and not _ends(found, cue.end))):
        return None
    holders = holders_before(found, at, named)
    if holders is None or supposed(found, holders.start):
        return None
    if denies or (cue is not None and cue.row["note"] == "contrary"):
        turned = SWAPPED.get(base.stance)
        return (
            None
            if turned is None
            else _made(replace(base, stance=turned), holders, cue.end if cue else at + 2)
        )
    return _made(base, holders, at + 1 if cue is None else cue.end)


def _ends(found: Sequence[Word], at: int) -> bool:
    return at >= len(found) or found[at].low in (".", ";", ")") or is_kind(found[at].low, "conjunction")


def _excepted(found: Sequence[Word], at: int, named: Named, said: Sequence[Said]) -> Said | None:
    """Russia, in "all Partners except Russia supported the text"."""
    cue = phrases("exceptions").at(found, at)
    general = next((one for one in said if not one.codes), None)
    if cue is None or general is None or (cue.row["note"] and (at == 0 or found[at - 1].is_mark)):
        return None
    codes, end = listed(found, cue.end, named)
    nobody = at > 0 and (found[at - 1].low in NOBODY or (at > 1 and found[at - 2].low == "no"))
    turned = general.stance if nobody else SWAPPED.get(general.stance)
    if not codes or turned is None:
        return None
    return _made(replace(general, stance=turned), Holders(codes, at), end)


def _of_all(found: Sequence[Word], at: int, named: Named, said: Sequence[Said]) -> Said | None:
    """Japan, in "most supported the text, Japan among them" and "the following favored it: Japan"."""
    general = next((one for one in said if not one.codes and one.start < at), None)
    if general is None or found[at].low not in OF_ALL:
        return None
    if found[at].low == "among":
        holders = holders_before(found, at, named) if found[at + 1 : at + 2] else None
        if holders is None or found[at + 1].low != "them":
            return None
        return _made(general, holders, at + 2)
    codes, end = listed(found, at + 1, named)
    return _made(general, Holders(codes, at), end) if codes else None


def _made(base: Said, holders: Holders, end: int) -> Said:
    return Said(holders.start, end, holders.codes, base.stance, base.towards, None, None, "points-at-another")
