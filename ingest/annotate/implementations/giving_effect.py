"""Where a country gives effect to something: by its own verb, its law or an entry into force."""

from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import Final

from ingest.annotate.implementations.effect import TAKEN, Effect, note_of, of_kind, whole_object
from ingest.annotate.implementations.elliptic import ELLIPTIC, follows
from ingest.annotate.implementations.laws import laws
from ingest.annotate.implementations.told import NOUNS, is_implemented
from ingest.annotate.language.holders import Holders, Named, holders_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, Group, group, lemmas_of
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import ALONE, Telling, Word
from ingest.annotate.positions.passive_stances import listed
from ingest.annotate.positions.speakers import GUARDS, OWN, reporter, speakers, spoken_of, supposed

ASKING = frozenset(("ask", "urge", "encourage", "remind", "request", "call", "press", "invite"))
EVERYBODY = frozenset(("partners", "members", "participants", "governments", "countries", "states"))
TELLING = frozenset(
    ("report", "announce", "say", "note", "confirm", "notify", "state", "inform", "tell", "indicate")
)
LINED = frozenset(("line", "conformity", "accord", "compliance"))
SO = frozenset(("so", "this", "likewise"))
DOING = frozenset(("do", "did", "does", "done", "doing"))
DID = frozenset(("did", "does"))
PUTTING = frozenset(("put", "bring", "give", "have", "write", "build"))
INCORPORATING = frozenset(("implementation", "incorporation", "enactment"))
FORCE = frozenset(("force", "effect"))


@cache
def _progress() -> dict[str, str]:
    return {row["phrase"]: row["note"] for row in table("implementing") if row["kind"] == "progress"}


def effects(
    found: Sequence[Word], named: Named, last: Said | None = None, *, of_something: bool = False
) -> Iterator[Effect]:
    """The implementations that a sentence tells of, one for each country.

    *last* is what the sentence before said, for an "it" that opens this one; *of_something*: what can be
    given effect to was named before, so that "Poland already does" may tell of it.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Turkey will implement the decision.")
    >>> [(one.codes, one.status, one.what) for one in effects(found, {0: ("TUR", 1)})]
    [(('TUR',), 'expected', (3, 5))]
    """
    seen: set[str | None] = set()
    for at in EFFECT_WORDS.places(found):
        made = (
            _by_verb(found, at, named, last)
            or _puts(found, at, named, last)
            or _does_so(found, at, named, last)
            or _into_force(found, at, named)
            or _completed(found, at, named, last)
            or is_implemented(found, at, named, last)
        )
        if made is not None and not seen & set(made.codes):
            seen |= set(made.codes)
            yield made
    for at in ELLIPTIC.places(found) if of_something else ():
        made = follows(found, at, named, last)
        if made is not None and not seen & set(made.codes):
            seen |= set(made.codes)
            yield made
    for one in laws(found, named, last, of_something=of_something):
        if not seen & set(one.codes):
            yield one


def _gives_effect(low: str) -> Set[str] | None:
    """The words of which one has to stand beside a form of those verbs."""
    lemmas = lemmas_of(low)
    if low in INCORPORATING | NOUNS or any(one in of_kind("verb") for one in lemmas):
        return ALONE
    beside: set[str] = set(SO) if low in DOING else set()
    if PUTTING & set(lemmas):
        beside |= FORCE | {"place"} | of_kind("law")
    if {"enter", "take"} & set(lemmas):
        beside |= FORCE
    if low in FORCE:
        beside |= BE
    return frozenset(beside) or None


EFFECT_WORDS: Final = Telling(_gives_effect)
"""Words at which giving effect may be told."""


def _by_verb(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    lemma = next((one for one in lemmas_of(found[at].low) if one in of_kind("verb")), None)
    if lemma is None or found[at].depth:
        return None
    passive = _by_them(found, at, named)
    if passive is not None:
        return passive
    what = whole_object(found, at + 1)
    needs_object = bool(note_of(lemma))
    if what is None or (needs_object and not _is_norm(found, what)):
        return None
    in_law = note_of(lemma) == "in a law"
    direct = None if in_law else _direct(found, at, what, named, last)
    if direct is not None:
        return direct
    return _through(found, at, what, named) if in_law or not needs_object else None


def _by_them(found: Sequence[Word], at: int, named: Named) -> Effect | None:
    """The changes "have been implemented by Japan"."""
    around = group(found, at)
    begins = (
        at + 1 < len(found)
        and found[at + 1].low in ("by", "in")
        and bool(around.helpers & {"been", "was", "were", "now", "already"})
    )
    codes, end = listed(found, at + 2, named) if begins else ((), at)
    start = around.start
    while start and not (found[start - 1].is_mark or found[start - 1].low == "that"):
        start -= 1
    what = (start, around.start)
    if (
        not codes
        or around.unreal
        or start == around.start
        or not _is_norm(found, what)
        or supposed(found, start)
    ):
        return None
    status = "not-yet" if around.negated else "expected" if around.helpers & {"will", "would"} else "done"
    return Effect(start, end, codes, what, at, status, "implemented-by")


def _is_norm(found: Sequence[Word], what: tuple[int, int]) -> bool:
    return any(one.low in of_kind("object") or one.low in TAKEN for one in found[what[0] : what[1]])


def _direct(
    found: Sequence[Word], at: int, what: tuple[int, int] | None, named: Named, last: Said | None
) -> Effect | None:
    """The country is the verb's own subject: "Germany has implemented ..."."""
    around = group(found, at)
    holders = (
        None
        if around.unreal
        else speakers(found, around.start, named, last)
        or _all(found, around)
        or _for_the_teller(found, around, named, last)
    )
    if holders is None or supposed(found, holders.start):
        return None
    ongoing = found[at].low.endswith("ing")
    ahead = bool(around.helpers & {"will", "would"}) or around.hedge in ("intended", "expected", "likely")
    finite = (
        finite_of(found[at].low) is not None or found[at].low in DID or around.start < at
    )  # "is in the process of adopting"
    if not finite and not ahead:
        return None
    status = "not-yet" if around.negated else "expected" if ahead else "under-way" if ongoing else "done"
    end = at + 1 if what is None else what[1]
    codes = holders.codes or (None,)
    return Effect(min(holders.start, at), end, codes, what, at, status, "has-implemented")


def _for_the_teller(found: Sequence[Word], around: Group, named: Named, last: Said | None) -> Holders | None:
    """The country that tells what its own customs, ministry or parliament does."""
    subject = around.start - 1
    if subject < 0 or found[subject].low not in of_kind("institution"):
        return None
    while subject and not (found[subject - 1].is_mark or found[subject - 1].low == "that"):
        if finite_of(found[subject - 1].low) is not None:
            break
        subject -= 1
    return reporter(found, subject, named) or spoken_of(found, subject, last)


def _all(found: Sequence[Word], around: Group) -> Holders | None:
    """Nobody by name: "Partners undertook to bring the changes into force by 1 March"."""
    before = found[around.start - 1].low if around.start else ""
    agreed = any(one.low in ("agreed", "agree") for one in found[around.start :][:2])
    named_all = not agreed and before in EVERYBODY and around.hedge in ("intended", "expected")
    return Holders((), around.start - 1) if named_all else None


def _does_so(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """The country "would do so by the end of the year"."""
    if found[at].low not in DOING or at + 1 >= len(found):
        return None
    if found[at + 1].low not in SO or "could" in group(found, at).helpers:
        return None
    made = _direct(found, at, None, named, last)
    if made is None or made.start < 3:
        return made
    # in the middle of a sentence it takes up what that says
    return made if any(_gives_effect(one.low) == ALONE for one in found[: made.start]) else None


def _through(found: Sequence[Word], at: int, what: tuple[int, int], named: Named) -> Effect | None:
    """The country prepares or expects it, or its law is changed "to incorporate" it."""
    for before in range(at - 1, -1, -1):
        lemmas = lemmas_of(found[before].low)
        if found[before].low in (";", ":") or set(lemmas) & ASKING:
            return None
        status = next((_progress()[one] for one in lemmas if one in _progress()), None)
        if status is not None:
            around = group(found, before)
            holders = None if around.unreal else holders_before(found, around.start, named)
            if holders is not None and (not holders.start or found[holders.start - 1].low not in GUARDS):
                final = "not-yet" if around.negated else status
                return Effect(holders.start, what[1], holders.codes, what, at, final, "takes-steps")
        if found[before].low in of_kind("law"):
            owned = _law_owner(found, before, named)
            if owned is not None:
                return Effect(
                    owned.start, what[1], owned.codes, what, at, _law_status(found, at), "law-changed"
                )
    return None


def _law_owner(found: Sequence[Word], law: int, named: Named) -> Holders | None:
    """The country whose law it is: "changes to U.S. regulations", "Chile said that its law"."""
    for start in range(max(0, law - 5), law):
        if start in named and not any(is_kind(one.low, "preposition") for one in found[start:law]):
            return Holders((named[start][0],), start)
    own = next((at for at in range(law - 1, max(-1, law - 4), -1) if found[at].low in OWN), None)
    return None if own is None else reporter(found, own, named)


def _law_status(found: Sequence[Word], verb: int) -> str:
    """How far it is, where the law is the verb's own subject ("its rules will reflect the changes")."""
    around = group(found, verb)
    if around.unreal or around.start == 0:
        return "under-way"
    return "expected" if around.helpers & {"will", "would"} else "under-way"


def _puts(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """The country "put the changes into force", "gave effect to" them or "has them in place"."""
    lemma = next((one for one in lemmas_of(found[at].low) if one in PUTTING), None)
    lows = [one.low for one in found[at + 1 : at + 16]]
    lined = next((n for n in range(1, len(lows) - 2) if lows[n] == "into" and lows[n + 1] in LINED), None)
    if lemma == "bring" and lined is not None and of_kind("law") & set(lows[:lined]):
        what = whole_object(found, at + lined + 4)
        return None if what is None else _direct(found, at, what, named, last)
    if lemma == "give" and lows[:2] == ["effect", "to"]:
        what = whole_object(found, at + 3)
    elif lemma in PUTTING:
        stop = next((n for n in range(1, len(lows) - 1) if _into_law(lows, n)), None)
        what = None if stop is None else (at + 1, at + 1 + stop)
    else:
        return None
    if what is None or any(one.is_mark for one in found[what[0] : what[1]]):
        return None
    return _direct(found, at, what, named, last)


def _into_law(lows: Sequence[str], at: int) -> bool:
    """Whether "into force", "in place" or "into their national lists" begins there."""
    if lows[at] not in ("into", "in", "onto"):
        return False
    if lows[at + 1] in ("force", "effect", "place"):
        return True
    return bool(of_kind("law") & set(lows[at + 1 : at + 6])) and lows[at] != "in"


def _completed(found: Sequence[Word], at: int, named: Named, last: Said | None) -> Effect | None:
    """The country "completed its implementation of the changes"."""
    if found[at].low not in INCORPORATING or at + 2 >= len(found):
        return None
    verb = at - 1
    while verb > 0 and is_kind(found[verb].low, "determiner"):
        verb -= 1
    if found[at + 1].low != "of" or "complete" not in lemmas_of(found[verb].low):
        return None
    around = group(found, verb)
    holders = None if around.unreal else speakers(found, around.start, named, last)
    what = whole_object(found, at + 2)
    if holders is None or what is None or supposed(found, holders.start):
        return None
    ahead = bool(around.helpers & {"will", "would"}) or around.hedge is not None
    status = "not-yet" if around.negated else "expected" if ahead else "done"
    return Effect(holders.start, what[1], holders.codes, what, verb, status, "completed")


def _into_force(found: Sequence[Word], at: int, named: Named) -> Effect | None:
    """The changes "entered into force in Australia on ..."."""
    phrase = [one.low for one in found[at + 1 : at + 3]]
    enters = "enter" in lemmas_of(found[at].low) and phrase[:1] == ["into"] and bool(FORCE & set(phrase[1:]))
    takes = "take" in lemmas_of(found[at].low) and phrase[:1] == ["effect"]
    if not (enters or takes):
        return None
    around = group(found, at)
    place = None if around.unreal else _place(found, at, named)
    if place is None:
        return None
    code, end = place
    start = around.start
    while start > 0 and not found[start - 1].is_mark:
        start -= 1
    ahead = bool(around.helpers & {"will", "would"}) or around.hedge is not None
    status = "not-yet" if around.negated else "expected" if ahead else "done"
    what = (start, around.start) if start < around.start else None
    return Effect(start, max(end, at + 1), (code,), what, at, status, "into-force")


def _place(found: Sequence[Word], at: int, named: Named) -> tuple[str, int] | None:
    """The country where something "entered into force": named after it, before it, or telling of it."""
    near = [
        start for start in named if at + 1 < start <= at + 6 and found[start - 1].low in ("in", "the", "for")
    ]
    early = [start for start in named if start < at and start and found[start - 1].low in ("in", "for")]
    if near or (early and early[0] < 3):
        return named[near[0] if near else early[0]]
    for verb in range(at - 1, 0, -1):
        if found[verb].low in (";", ":"):
            return None
        if set(lemmas_of(found[verb].low)) & TELLING:
            holders = holders_before(found, group(found, verb).start, named)
            if holders is not None and not supposed(found, holders.start):
                return holders.codes[0], at + 2
    return None
