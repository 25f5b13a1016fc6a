"""Stances in lists of views: "France: supports. Italy: no position", "Supporting it were Spain and Italy"."""

from collections.abc import Iterator, Sequence
from typing import cast

from ingest.annotate.language.holders import Holders, Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, places
from ingest.annotate.positions.passive_stances import listed
from ingest.annotate.positions.stance_rows import matches
from ingest.mention import Stance

ALONE = frozenset(("no", "yes", "con", "pro", "open", "pending", "unknown", "unclear", "content", "reserve"))
"""Words that tell a view only where nothing follows: "Italy: no legislation to date" tells none."""
COLON = frozenset((":",))
DASHES = frozenset(("-", "--", "–", "—", ":"))
BRIEF = 16
"""A sentence that says no more than who is undecided has fewer words."""
WITH = frozenset(("with",))
WERE = frozenset(("were", "was", "are", "is"))
OPENING = frozenset(("also", "those", "among", "and", "the", "strongly", "firmly", "again"))


def views(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """The stances of a table of views, row by row, and of a sentence whose holders stand at its end.

    >>> from ingest.annotate.language.word import words
    >>> found = words("France: supports the text.")
    >>> [(one.codes, one.stance) for one in views(found, {0: ("FRA", 1)})]
    [(('FRA',), 'supports')]
    """
    yield from _rows(found, named)
    yield from _headed(found, named)
    yield from _inverted(found, named)
    yield from _beside(found, named)


def _rows(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """The rows "France: supports." and "Italy, Spain - no position"."""
    done = 0
    for at in sorted(named):
        if at < done:
            continue
        codes, end = listed(found, at, named)
        free = at == 0 or found[at - 1].low in (";", ".", "-", "--") or found[at - 1].low == "the"
        if end >= len(found):
            continue
        bare = at == 0 and (_is_all(found, end) or _is_first(found, end, named))
        inside = _in_brackets(found, end)
        if not (bare or inside) and found[end].low not in (DASHES if free else COLON):
            continue
        stance = inside or (stance_of_view(found, end) if bare else _stance(found, end + 1))
        if stance is not None:
            done = stance[1]
            yield Said(
                at, stance[1], codes, stance[0], _object(found, stance[1]), None, None, "table-of-views"
            )


def _in_brackets(found: Sequence[Word], at: int) -> tuple[Stance, int] | None:
    """The stance in "France (opposed)"."""
    viewed = stance_of_view(found, at + 1) if found[at].low == "(" else None
    return viewed if viewed is not None and viewed[1] < len(found) and found[viewed[1]].low == ")" else None


def _is_first(found: Sequence[Word], at: int, named: Named) -> bool:
    """Whether the first of several rows ends with its word: "FRG favorable, Italy cool, UK silent."."""
    viewed = stance_of_view(found, at)
    behind = len(found) if viewed is None else viewed[1]
    return behind + 1 < len(found) and found[behind].low == "," and behind + 1 in named


def _is_all(found: Sequence[Word], at: int) -> bool:
    """Whether a sentence goes on with nothing but a word of a table of views: "Germans undecided."."""
    viewed = stance_of_view(found, at) if len(found) < BRIEF else None
    return viewed is not None and all(one.is_mark for one in found[viewed[1] :])


def _stance(found: Sequence[Word], at: int) -> tuple[Stance, int] | None:
    """The stance that begins there, and the index after its words."""
    for one in matches(found, at) if at < len(found) else ():
        if one.note != "noun" and not one.note.startswith("only denied") and one.end > at + 1:
            return one.stance, one.end
    return stance_of_view(found, at)


def stance_of_view(found: Sequence[Word], at: int) -> tuple[Stance, int] | None:
    """The stance that a word of a table of views tells there, and the index after its words.

    >>> from ingest.annotate.language.word import words
    >>> stance_of_view(words("China silent"), 1), stance_of_view(words("China voted"), 1)
    (('undecided', 2), None)
    """
    while at + 1 < len(found) and is_kind(found[at].low, "adverb"):
        at += 1
    cue = phrases("view_words").at(found, at) if at < len(found) else None
    if cue is not None and cue.end == at + 1 and found[at].low in ALONE:
        cue = cue if cue.end >= len(found) or found[cue.end].is_mark else None
    return None if cue is None else (cast(Stance, cue.row["stance"]), cue.end)


def _object(found: Sequence[Word], at: int) -> tuple[int, int] | None:
    start = at
    while start < len(found) and is_kind(found[start].low, "preposition"):
        start += 1
    end = start
    while end < len(found) and not (
        found[end].is_mark or found[end].low in ("if", "but", "provided", "unless")
    ):
        end += 1
    return (start, end) if end > start else None


def _headed(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """The rows "In favor: France, Italy" and "Against (2): Russia, Turkey"."""
    for at in places(found, phrases("view_words").first):
        those = at > 0 and found[at - 1].low in ("those", "delegations", "partners", "members")
        if at and not those and found[at - 1].low not in (".", ";", ",", "-", "--", ":"):
            continue
        cue = phrases("view_words").at(found, at)
        colon = None if cue is None else _opens_list(found, at, cue.end)
        if cue is None or colon is None:
            continue
        codes, end = listed(found, colon + 1, named)
        if (
            codes
            and (end >= len(found) or found[end].is_mark or found[end].low == "(")
            and (not those or found[colon].low == "(")
        ):
            yield Said(at, end, codes, cast(Stance, cue.row["stance"]), None, None, None, "table-of-views")


def _opens_list(found: Sequence[Word], start: int, end: int) -> int | None:
    """The index of the mark or verb before a list of holders: "Against (2): Russia", "; against, Turkey"."""
    if end < len(found) and found[end].low in DASHES | {"("} and _is_list(found, end):
        return end
    colon = (n for n in range(end, min(end + 5, len(found))) if found[n].low == ":")
    comma = end if start and end < len(found) and found[end].low in (",", *WERE) else None
    return next(colon, comma)


def _beside(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """Italy, in "France, with Italy in support, proposed a shorter list"."""
    for at in places(found, WITH):
        codes, end = listed(found, at + 1, named)
        viewed = stance_of_view(found, end) if codes else None
        if viewed is not None and (viewed[1] >= len(found) or found[viewed[1]].is_mark):
            yield Said(at, viewed[1], codes, viewed[0], None, None, None, "table-of-views")


def _is_list(found: Sequence[Word], at: int) -> bool:
    """Whether words stand behind a mark, and no number that counts those who are listed."""
    return at + 1 < len(found) and not found[at + 1].low[:1].isdigit()


def inverts(said: Sequence[str]) -> bool:
    """Whether a sentence of those words may name its holders at its end, by the word that it opens with.

    >>> inverts("speaking against the text were".split()), inverts("russia spoke against".split())
    (True, False)
    """
    first = next((low for low in said if low not in OPENING), "")
    return first.endswith(("ing", "ed")) or first in ("in", "against")


def _inverted(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """The sentence "Speaking against the text were Russia and Turkey"."""
    at = 0
    while at < len(found) and found[at].low in OPENING:
        at += 1
    stance = _stance(found, at)
    if stance is None or not inverts([found[at].low]):
        return
    for be in range(stance[1], min(len(found), stance[1] + 20)):
        if found[be].is_mark:
            return
        if found[be].low in WERE:
            codes, end = listed(found, be + 1, named)
            if codes:
                holders = Holders(codes, be + 1)
                towards = (stance[1], be) if be > stance[1] else None
                yield Said(at, end, holders.codes, stance[0], towards, None, None, "holders-last")
            return
