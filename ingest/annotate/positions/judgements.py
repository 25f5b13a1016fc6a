"""Stances told as a judgement: "the French consider any list premature", "said the text was a good basis"."""

from collections.abc import Iterator, Sequence
from typing import cast

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Holders, Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, group, lemmas_of
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases
from ingest.annotate.language.word import Word, places
from ingest.annotate.positions.passive_stances import listed
from ingest.annotate.positions.speakers import PRONOUNS, SAYING, speakers, supposed
from ingest.annotate.positions.stance_rows import DEGREES, LINKING
from ingest.annotate.positions.tellers import teller
from ingest.annotate.positions.topics import is_topical
from ingest.mention import Stance

JUDGING = frozenset(
    (
        "consider",
        "find",
        "deem",
        "judge",
        "regard",
        "view",
        "call",
        "think",
        "describe",
        "see",
        "believe",
        "feel",
        "pronounce",
        "declare",
        "label",
        "brand",
        "hold",
    )
)
VIEWING = frozenset(("in", "for", "to", "on"))
VIEWS = frozenset(("view", "eyes", "opinion", "judgment", "judgement", "reading", "view's"))
VIEW_WITHIN = 7
"""How many words of a sentence may say in whose view the rest holds."""
HELPING = frozenset(
    (
        "would",
        "could",
        "might",
        "may",
        "can",
        "has",
        "had",
        "have",
        "will",
        "not",
        "be",
        "been",
        "still",
        "remained",
    )
)
REACH = 16
"""How many words before a judgement the verb may stand whose subject judges."""


def judgements(found: Sequence[Word], named: Named, last: Said | None) -> Iterator[Said]:
    """What countries find acceptable, premature or unclear, as a stance towards it.

    >>> from ingest.annotate.language.word import words
    >>> found = words("France considers the list premature.")
    >>> [(one.codes, one.stance) for one in judgements(found, {0: ("FRA", 1)}, None)]
    [(('FRA',), 'opposes')]
    """
    end = 0
    for at in places(found, phrases("evaluations").first):
        cue = phrases("evaluations").at(found, at) if at >= end else None
        made = None if cue is None else _judged(found, cue, named, last)
        if made is not None:
            yield made
        end = end if cue is None else cue.end


def _judged(found: Sequence[Word], cue: Cue, named: Named, last: Said | None) -> Said | None:
    if cue.row["note"] == "predicate":
        return _predicated(found, cue.start + 1, cue, named, last, False)
    before, negated = _back(found, cue.start)
    if before and (found[before - 1].low in BE or LINKING & set(lemmas_of(found[before - 1].low))):
        return _predicated(found, before, cue, named, last, negated)
    return _attributed(found, before, cue, named, last, negated)


def _back(found: Sequence[Word], at: int) -> tuple[int, bool]:
    negated = False
    while at and (
        is_kind(found[at - 1].low, "adverb") or found[at - 1].low in DEGREES | {"too", "not", "both"}
    ):
        at -= 1
        negated = negated != (found[at].low == "not")
    return at, negated


def _predicated(
    found: Sequence[Word], be: int, cue: Cue, named: Named, last: Said | None, negated: bool
) -> Said | None:
    """The text "is unacceptable to Russia", or a country says that it is."""
    stop = be - 1
    if stop and found[stop].low == "be" and found[stop - 1].low == "to":
        return None  # "will need to be acceptable to Russia"
    while stop and (found[stop - 1].low in HELPING or is_kind(found[stop - 1].low, "adverb")):
        stop -= 1
        negated = negated != (found[stop].low == "not")
    start = stop
    while start and not (found[start - 1].is_mark or is_kind(found[start - 1].low, "opener", "conjunction")):
        if set(lemmas_of(found[start - 1].low)) & (SAYING | JUDGING) and not is_topical(found[start - 1].low):
            break
        start -= 1
    viewed = _view_before(found, start, stop)
    start = start if viewed is None else viewed
    towards = (start, stop)
    if not any(is_topical(one.low) for one in found[start:stop]):
        return None
    stance = _stance(cue, negated)
    if cue.end < len(found) and found[cue.end].low == "to":
        codes, end = listed(found, cue.end + 1, named)
        if codes and not supposed(found, start):
            return Said(start, end, codes, stance, towards, None, None, "judged")
    holders = (
        _teller(found, start, named, last)
        or teller(found, start, named, last)
        or _viewer(found, start, named)
    )
    if holders is None:
        return None
    return Said(min(holders.start, start), cue.end, holders.codes, stance, towards, None, None, "judged")


def _teller(found: Sequence[Word], start: int, named: Named, last: Said | None) -> Holders | None:
    """Who says what begins at *start*."""
    verb = start - 1 - (start > 1 and found[start - 1].low == "that")
    for at in range(verb, max(-1, verb - 3), -1):
        if set(lemmas_of(found[at].low)) & (SAYING | JUDGING):
            around = group(found, at)
            holders = None if around.unreal or around.negated else speakers(found, around.start, named, last)
            return None if holders is None or supposed(found, holders.start) else holders
    return None


def _view_before(found: Sequence[Word], start: int, stop: int) -> int | None:
    """The index behind "In Tokyo's view", where no comma sets it off."""
    if start or not found or found[0].low not in VIEWING:
        return None
    view = next((at for at in range(1, min(stop, VIEW_WITHIN)) if found[at].low in VIEWS), None)
    return None if view is None else view + 1


def _viewer(found: Sequence[Word], start: int, named: Named) -> Holders | None:
    """Whose view it is, in "In the Dutch view, the list is too long" and "For Germany, the text is ..."."""
    comma = start > 0 and (found[start - 1].low == "," or found[start - 1].low in VIEWS)
    if not comma or found[0].low not in VIEWING:
        return None
    start += found[start - 1].low != ","
    first = next((at for at in range(1, start) if at in named), None)
    if first is None or any(one.is_mark and one.low != "'" for one in found[1 : start - 1]):
        return None
    codes, end = listed(found, first, named)
    behind = [one.low for one in found[end : start - 1]]
    direct = not behind and found[0].low in ("to", "for") and first <= 2
    return Holders(codes, 0) if direct or (behind and behind[0] in VIEWS and len(behind) == 1) else None


def _attributed(
    found: Sequence[Word], before: int, cue: Cue, named: Named, last: Said | None, negated: bool
) -> Said | None:
    """A country "considers the list premature" or "regards it as unworkable"."""
    for verb in range(before - 1, max(-1, before - REACH), -1):
        if found[verb].low in (";", ":", ",", ".") or found[verb].low in PRONOUNS - {"it"}:
            return None
        if not set(lemmas_of(found[verb].low)) & JUDGING:
            continue
        around = group(found, verb)
        holders = None if around.unreal else speakers(found, around.start, named, last)
        if holders is None or supposed(found, holders.start):
            return None
        towards, end = _object(found, verb + 1, before, cue)
        if towards is None and not _relative(found, holders.start):
            return None
        stance = _stance(cue, negated != around.negated)
        return Said(
            min(holders.start, verb), end, holders.codes, stance, towards, None, around.hedge, "judged"
        )
    return None


def _relative(found: Sequence[Word], start: int) -> bool:
    """Whether the judges stand in a relative clause: "an alternative, which the Dutch found attractive"."""
    at = start - (start > 0 and found[start - 1].low == "the")
    return at > 0 and found[at - 1].low in ("which", "that")


def _object(found: Sequence[Word], start: int, stop: int, cue: Cue) -> tuple[tuple[int, int] | None, int]:
    while stop > start and found[stop - 1].low in ("as", "to", "be", "that"):
        stop -= 1
    if stop == start + 1 and found[start].low == "it":
        end = clause_end(found, cue.end)
        return ((cue.end, end) if end > cue.end else (start, stop)), end
    return ((start, stop) if stop > start else None), cue.end


def _stance(cue: Cue, negated: bool) -> Stance:
    stance = cue.row["stance"]
    if not negated:
        return cast(Stance, stance)
    return "opposes" if stance == "supports" else "supports"
