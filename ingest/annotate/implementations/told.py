"""Where it is told that something is given effect to: the changes "are in force", "would be incorporated".

Whose they are is told by a list or a place beside them ("in its export list", "in Hungary"), or else by who
says so.
"""

from collections.abc import Sequence
from typing import Final

from ingest.annotate.implementations.effect import Effect, of_kind, whole_object
from ingest.annotate.implementations.laws import AHEAD, state_of
from ingest.annotate.language.holders import Holders, Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, Group, group
from ingest.annotate.language.verbs import finite_of, participle_of
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word
from ingest.annotate.positions.speakers import ASKED_OF, GUARDS, OWN, SAYING, reporter, spoken_of

FORCE: Final = frozenset(("force", "effect", "place"))
NOUNS: Final = frozenset(("implementation", "incorporation", "enactment", "transposition", "adoption"))
OPEN: Final = frozenset(("before", "until", "once", "after", "unless", "when", "if", "while", "because"))
"""Words that open a clause of what is wished for, or comes first."""
SOON: Final = 7
"""How many words behind an implementation its state may begin."""


def is_implemented(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """The implementation that a participle, "in force" or a noun tells at that index.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Italy said that the changes had been in force since May.")
    >>> made = is_implemented(found, 8, {0: ("ITA", 1)}, None)
    >>> made and (made.codes, made.what, made.status)
    (('ITA',), (3, 5), 'done')
    """
    low = found[at].low
    if low in NOUNS:
        return _by_noun(found, at, named, last)
    verb = _be_before(found, at) if low in FORCE and at > 1 and found[at - 1].low == "in" else at
    if verb is None or (verb == at and participle_of(low) not in of_kind("verb")):
        return None
    around = group(found, verb)
    if around.unreal or not (around.helpers | {found[verb].low}) & BE:
        return None
    start = _subject(found, around.start)
    what = (start, around.start)
    if not any(one.low in of_kind("object") for one in found[start : around.start]):
        return None
    whose = _listed_owner(found, at + 1, named, last) or _place(found, at + 1, named)
    teller = whose or reporter(found, start, named) or _at_once(found, start, last)
    if teller is None or _asked(found, start):
        return None
    end = max(at + 1, teller.start + 1)
    return Effect(min(start, teller.start), end, teller.codes, what, at, _status(around), "is-implemented")


def _be_before(found: Sequence[Word], at: int) -> int | None:
    """The form of "be" in "have been fully in force"."""
    verb = at - 2
    while verb > 0 and is_kind(found[verb].low, "adverb"):
        verb -= 1
    return verb if found[verb].low in BE else None


def _subject(found: Sequence[Word], end: int) -> int:
    """Where what is given effect to begins: behind a mark, "that" or the verb of who tells it."""
    start = end
    while start:
        low = found[start - 1].low
        if found[start - 1].is_mark or low in GUARDS | ASKED_OF | OPEN or low in ("that", "and"):
            break
        if finite_of(low) in SAYING or finite_of(low) in ("expect", "plan"):
            break
        start -= 1
    return start


def _asked(found: Sequence[Word], start: int) -> bool:
    return start > 0 and found[start - 1].low in GUARDS | OPEN


def _listed_owner(found: Sequence[Word], start: int, named: Named, last: Said | None) -> Holders | None:
    """Whose list or law it is, in "incorporated in its export list" and "reflected in the German list"."""
    for at in range(start, min(len(found), start + SOON)):
        if found[at].is_mark:
            return None
        if found[at].low not in of_kind("law") | of_kind("instrument"):
            continue
        for back in range(at - 1, start - 1, -1):
            if back in named:
                return Holders((named[back][0],), back)
            if found[back].low in OWN:
                return reporter(found, back, named) or spoken_of(found, back, last)
    return None


def _place(found: Sequence[Word], at: int, named: Named) -> Holders | None:
    """The country in "in force in Hungary" and "implemented by Hungary"."""
    article = at + 1 < len(found) and found[at + 1].low == "the"
    name = at + 1 + article
    if at < len(found) and found[at].low in ("in", "by") and name in named:
        return Holders((named[name][0],), name)
    return None


def _at_once(found: Sequence[Word], start: int, last: Said | None) -> Holders | None:
    """The country of the sentence before, where this one begins with what it gives effect to."""
    return spoken_of(found, start, last) if start == 0 and found[0].low in OWN else None


def _status(around: Group) -> str:
    if around.negated:
        return "not-yet"
    if around.helpers & {"will", "would"} or around.hedge is not None:
        return "expected"
    return "under-way" if "being" in around.helpers else "done"


def _by_noun(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """One told by its noun: "implementation of the changes in Hungary awaits", "Spain's ... is complete"."""
    if at + 2 >= len(found) or found[at + 1].low != "of":
        return None
    what = whole_object(found, at + 2)
    if what is None or not any(one.low in of_kind("object") for one in found[slice(*what)]):
        return None
    owner = _place(found, what[1], named)
    after = what[1] if owner is None else owner.start + 1
    owner = owner or _of_whom(found, at, named, last)
    state = _state(found, after)
    if owner is None or state is None:
        return None
    return Effect(min(owner.start, at), max(after, what[1]), owner.codes, what, at, state, "is-implemented")


def _of_whom(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Holders | None:
    """Whose it is in "Spain's implementation" and "its implementation"."""
    for start in range(max(0, at - 3), at):
        if start in named and (found[at - 1].low.endswith(("'s", "s'")) or named[start][1] == at):
            return Holders((named[start][0],), start)
    if at and found[at - 1].low in OWN:
        return reporter(found, at - 1, named) or spoken_of(found, at - 1, last)
    return None


def _state(found: Sequence[Word], start: int) -> str | None:
    """How far it is, as the words right behind it tell; ``None`` where they do not."""
    told = state_of(found, start)
    near = found[start : start + SOON]
    if told is not None and told[1] <= start + SOON:
        return told[0]
    if any(finite_of(one.low) == "await" for one in near):
        return "under-way"
    return "expected" if any(one.low in AHEAD or finite_of(one.low) == "expect" for one in near) else None
