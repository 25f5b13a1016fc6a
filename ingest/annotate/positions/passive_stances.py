"""Stances told from the side of what they are towards: "the text was supported by Greece and Turkey"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ingest.annotate.language.complements import noun_phrase_before
from ingest.annotate.language.holders import ASIDE, NAMING, Named, codes_of, heads
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, HAVE, UNREAL
from ingest.annotate.language.verbs import participle_of
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places
from ingest.annotate.positions.nouns import held_nouns
from ingest.annotate.positions.topics import is_topical
from ingest.mention import Stance

DENYING = frozenset(("not", "never"))
HELPING = BE | DENYING | {"has", "have", "had", "still"}
SOME = 6
"""How many words may tell of those of whom some are named: "by a number of delegations, among them ..."."""
SWAPPED: dict[str, Stance] = {"supports": "opposes", "opposes": "supports"}
EVERYBODY = frozenset(("all", "everyone", "everybody", "most", "others", "partners", "delegations", "none",
                       "nobody", "following", "delegates", "countries", "states", "governments", "members",
                       "participants", "no"))  # fmt: skip
BY = frozenset(("by",))
BETWEEN = frozenset(("the", ",", "and", "/", "both", "or", "later", "entire", "whole", "only", "by", "from"))
"""Words that may stand between the names of a list."""
GUARDS = frozenset(("if", "unless", "whether", "should"))


def passive_stances(
    found: Sequence[Word], named: Named, stance_of: Callable[[str], Stance | None]
) -> Iterator[Said]:
    """The stances of a passive verb with "by" and countries after it.

    >>> from ingest.annotate.language.word import words
    >>> found = words("The text was opposed by Russia.")
    >>> [one.codes for one in passive_stances(found, {5: ("RUS", 6)}, {"oppose": "opposes"}.get)]
    [('RUS',)]
    """
    for by in places(found, BY):
        at = by - 1
        while at > 0 and is_kind(found[at].low, "adverb"):
            at -= 1
        stance = stance_of(participle_of(found[at].low) or "") if at >= 0 else None
        if stance is None or by + 1 >= len(found):
            continue
        said = _told_by(found, at, by + 1, stance, named)
        if said is not None:
            yield said


def _told_by(found: Sequence[Word], at: int, start: int, stance: Stance, named: Named) -> Said | None:
    """The stance of a participle: behind a form of "be", joined to one, or behind its noun."""
    before = at
    while before and (is_kind(found[before - 1].low, "adverb") or found[before - 1].low in DENYING):
        before -= 1
    denied = any(one.low in DENYING for one in found[_helpers_begin(found, before) : at])
    low = found[before - 1].low if before else ""
    joined = low in ("and", "but", "or") or (low == "," and not _names(found, before - 1, named))
    if low not in BE and not joined and before == at:
        return _reduced(found, at, start, stance, named)
    final = SWAPPED.get(stance) if denied else stance
    return None if final is None or not before else backed_by(found, at, start, final, named)


def _helpers_begin(found: Sequence[Word], at: int) -> int:
    """Where the helpers before a participle begin: "has not yet been"."""
    while at and (
        found[at - 1].low in BE | HAVE or found[at - 1].low in DENYING or is_kind(found[at - 1].low, "adverb")
    ):
        at -= 1
    return at


def _reduced(found: Sequence[Word], at: int, start: int, stance: Stance, named: Named) -> Said | None:
    """The stance of a participle behind its noun: "an alternative favored by Canada was tabled"."""
    if not at or not is_topical(found[at - 1].low):
        return None
    codes, end = holders_behind(found, start, named)
    first = noun_phrase_before(found, at)
    if not codes or first >= at:
        return None
    return Said(first, end, codes, stance, (first, at), None, None, "passive-stance")


def _names(found: Sequence[Word], end: int, named: Named) -> bool:
    """Whether a country is named before that index ("Russia, supported by Belarus, resisted")."""
    while end and found[end - 1].low in heads():
        end -= 1
    return any(stop == end for _, stop in named.values())


def backed_by(found: Sequence[Word], verb: int, start: int, stance: Stance, named: Named) -> Said | None:
    """A stance of the countries listed from *start* on, towards the subject of the verb.

    >>> from ingest.annotate.language.word import words
    >>> made = backed_by(words("The text was welcome to Russia."), 3, 5, "supports", {5: ("RUS", 6)})
    >>> made and (made.codes, made.towards)
    (('RUS',), (0, 2))
    """
    codes, end = holders_behind(found, start, named)
    everybody = not codes and start < len(found) and found[start].low in EVERYBODY
    end = start + 1 if everybody else end
    stop = verb
    while stop > 0 and (found[stop - 1].low in HELPING or is_kind(found[stop - 1].low, "adverb")):
        stop -= 1
    if stop and found[stop - 1].low in UNREAL:
        return None
    begin = stop
    while begin > 0 and not (_opens(found, begin) or (begin == stop and joins(found, begin))):
        begin -= 1
    if not (codes or everybody) or found[begin].low in GUARDS:
        return None
    if begin >= stop:
        begin, stop = _subject_before(found, begin)
    if begin >= stop or all(is_kind(one.low, "adverb") for one in found[begin:stop]):
        return None
    return Said(begin, end, codes, stance, (begin, stop), None, None, "passive-stance")


def _opens(found: Sequence[Word], at: int) -> bool:
    """Whether a clause or phrase begins at that index."""
    return found[at - 1].is_mark or is_kind(found[at - 1].low, "opener")


def joins(found: Sequence[Word], at: int) -> bool:
    """Whether a verb at that index shares the subject of the one before.

    >>> from ingest.annotate.language.word import words
    >>> joins(words("backed by Spain and opposed by Malta"), 4)
    True
    """
    return at > 0 and found[at - 1].low in ("and", "but", "or")


def _subject_before(found: Sequence[Word], at: int) -> tuple[int, int]:
    """The subject of the verb before, for "and opposed by Russia", or what an aside is added to."""
    if at and found[at - 1].low == ",":
        start = at - 1
        while start > 0 and not (found[start - 1].is_mark or is_kind(found[start - 1].low, "opener")):
            start -= 1
        return start, at - 1
    be = next((n for n in range(at - 1, -1, -1) if found[n].low in BE), 0)
    start = be
    while start > 0 and not (found[start - 1].is_mark or is_kind(found[start - 1].low, "opener")):
        start -= 1
    return start, be


def came_from(found: Sequence[Word], verb: int, start: int, named: Named) -> Said | None:
    """A stance told by a noun: "Opposition to the text came from Russia".

    >>> from ingest.annotate.language.word import words
    >>> made = came_from(words("Opposition to the text came from Russia."), 4, 6, {6: ("RUS", 7)})
    >>> made and (made.codes, made.stance)
    (('RUS',), 'opposes')
    """
    for at in range(verb - 1, -1, -1):
        stance = held_nouns().get(found[at].low)
        if stance is None:
            continue
        said = backed_by(found, verb, start, stance, named)
        first = at + 1 + (at + 1 < verb and is_kind(found[at + 1].low, "preposition"))
        return None if said is None else replace(said, towards=(first, verb) if first < verb else None)
    return None


def holders_behind(found: Sequence[Word], at: int, named: Named) -> tuple[tuple[str, ...], int]:
    """The countries listed there, or named as some of those who are told of there.

    >>> from ingest.annotate.language.word import words
    >>> holders_behind(words("by several members, including Greece."), 1, {5: ("GRC", 6)})
    (('GRC',), 6)
    """
    codes, end = listed(found, at, named)
    if codes:
        return codes, end
    mark = next((n for n in range(at, min(len(found), at + SOME)) if found[n].low in (",", "(")), len(found))
    first = mark + 1
    if first >= len(found) or not any(one.low in heads() | EVERYBODY for one in found[at:mark]):
        return (), at
    while first < len(found) and found[first].low in NAMING | {"them"}:
        first += 1
    codes, end = listed(found, first, named)
    among = [one.low for one in found[end : end + 2]] == ["among", "them"]
    return (codes, end + 2 * among) if among or first > mark + 1 or found[mark].low == "(" else ((), at)


def listed(found: Sequence[Word], at: int, named: Named) -> tuple[tuple[str, ...], int]:
    """The countries listed from *at* on, and the index after the last.

    >>> from ingest.annotate.language.word import words
    >>> listed(words("by France and Japan in May"), 1, {1: ("FRA", 2), 3: ("JPN", 4)})
    (('FRA', 'JPN'), 4)
    """
    codes: list[str] = []
    end = at
    while at < len(found):
        if at in named:
            code, at = named[at]
            codes += codes_of(code)
            at = end = _past_speaker(found, at)
        elif found[at].low in BETWEEN:
            at = _past_inset(found, at + 1) if found[at].low in ("and", "or") else at + 1
        else:
            break
    return tuple(dict.fromkeys(codes)), end


def _past_speaker(found: Sequence[Word], at: int) -> int:
    """Past those who speak for a country ("by the French and German delegations, and by Japan")."""
    while at < len(found) and found[at].low in heads():
        at += 1
    return at


def _past_inset(found: Sequence[Word], at: int) -> int:
    """Past an aside behind "and": "by Denmark and, with a reservation on the period, Japan"."""
    mark = found[at].low if at < len(found) else ""
    if mark not in (",", "-", "--"):
        return at
    closing = (one for one in range(at + 1, min(len(found), at + ASIDE)) if found[one].low == mark)
    return next(closing, at) + 1
