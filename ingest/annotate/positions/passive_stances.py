"""Stances told from the side of what they are towards: "the text was supported by Greece and Turkey"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ingest.annotate.language.holders import Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE
from ingest.annotate.language.verbs import participle_of
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places
from ingest.mention import Stance

NOUNS: dict[str, Stance] = {"support": "supports", "opposition": "opposes", "objections": "opposes"}
BY = frozenset(("by",))
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
        stance = stance_of(participle_of(found[at].low) or "") if at >= 0 else None
        if stance is None or at + 2 >= len(found):
            continue
        if at and (found[at - 1].low in BE or is_kind(found[at - 1].low, "adverb")):
            said = backed_by(found, at, at + 2, stance, named)
            if said is not None:
                yield said


def backed_by(found: Sequence[Word], verb: int, start: int, stance: Stance, named: Named) -> Said | None:
    """A stance of the countries listed from *start* on, towards the subject of the verb.

    >>> from ingest.annotate.language.word import words
    >>> made = backed_by(words("The text was welcome to Russia."), 3, 5, "supports", {5: ("RUS", 6)})
    >>> made and (made.codes, made.towards)
    (('RUS',), (0, 2))
    """
    codes, end = listed(found, start, named)
    stop = verb
    while stop > 0 and (
        found[stop - 1].low in BE | {"has", "have", "had"} or is_kind(found[stop - 1].low, "adverb")
    ):
        stop -= 1
    begin = stop
    while begin > 0 and not (found[begin - 1].is_mark or is_kind(found[begin - 1].low, "opener")):
        begin -= 1
    if not codes or begin >= stop or found[begin].low in GUARDS:
        return None
    return Said(begin, end, codes, stance, (begin, stop), None, None, "passive-stance")


def came_from(found: Sequence[Word], verb: int, start: int, named: Named) -> Said | None:
    """A stance told by a noun: "Opposition to the text came from Russia".

    >>> from ingest.annotate.language.word import words
    >>> made = came_from(words("Opposition to the text came from Russia."), 4, 6, {6: ("RUS", 7)})
    >>> made and (made.codes, made.stance)
    (('RUS',), 'opposes')
    """
    for at in range(verb - 1, -1, -1):
        stance = NOUNS.get(found[at].low)
        if stance is None:
            continue
        said = backed_by(found, verb, start, stance, named)
        first = at + 1 + (at + 1 < verb and is_kind(found[at + 1].low, "preposition"))
        return None if said is None else replace(said, towards=(first, verb) if first < verb else None)
    return None


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
            codes.append(code)
            end = at
        elif found[at].low in ("the", ",", "and", "/", "both", "or", "later"):
            at += 1
        else:
            break
    return tuple(dict.fromkeys(codes)), end
