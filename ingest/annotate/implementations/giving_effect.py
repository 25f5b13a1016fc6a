"""Where a country gives effect to something: by its own verb, its law or an entry into force."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Named, holders_before
from ingest.annotate.language.verb_groups import group, lemmas_of
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word
from ingest.annotate.positions.speakers import GUARDS, reporter

ASKING = frozenset(("ask", "urge", "encourage", "remind", "request", "call", "press", "invite"))
STOPS = frozenset(
    (
        "by",
        "through",
        "in",
        "would",
        "into",
        "within",
        "as",
        "before",
        "is",
        "are",
        "were",
        "was",
        "will",
        "on",
    )
)
FORCE = frozenset(("force", "effect"))


@dataclass(frozen=True, slots=True)
class Effect:
    """Indexes of words, each second one excluded; ``what`` is implemented, ``verb`` says so."""

    start: int
    end: int
    codes: tuple[str, ...]
    what: tuple[int, int] | None
    verb: int
    status: str
    rule: str


@cache
def _of_kind(kind: str) -> dict[str, str]:
    return {row["phrase"]: row["note"] for row in table("implementing") if row["kind"] == kind}


def effects(found: Sequence[Word], named: Named) -> Iterator[Effect]:
    """The implementations that a sentence tells of, one for each country."""
    seen: set[str] = set()
    for at in range(len(found)):
        made = (
            _by_verb(found, at, named)
            or _puts(found, at, named)
            or _into_force(found, at, named)
            or _completed(found, at, named)
        )
        if made is not None and not seen & set(made.codes):
            seen |= set(made.codes)
            yield made


def _by_verb(found: Sequence[Word], at: int, named: Named) -> Effect | None:
    lemma = next((one for one in lemmas_of(found[at].low) if one in _of_kind("verb")), None)
    if lemma is None or found[at].depth:
        return None
    what = _object(found, at + 1)
    needs_object = bool(_of_kind("verb")[lemma])
    if what is None or (needs_object and not _is_norm(found, what)):
        return None
    in_law = _of_kind("verb")[lemma] == "in a law"
    direct = None if in_law else _direct(found, at, what, named)
    if direct is not None:
        return direct
    return _through(found, at, what, named) if in_law or not needs_object else None


def _object(found: Sequence[Word], start: int) -> tuple[int, int] | None:
    end = clause_end(found, start)
    for at in range(start + 1, end):
        low = found[at].low
        if (low in STOPS or low in GUARDS) and not (low == "by" and _agent(found, at)):
            end = at
            break
    while end > start and found[end - 1].is_mark:
        end -= 1
    return (start, end) if end > start and not found[start].is_mark else None


def _agent(found: Sequence[Word], by: int) -> bool:
    """Whether "by the Plenary" says who decided, and not when."""
    rest = [one.low for one in found[by + 1 : by + 3]]
    return rest[:1] == ["the"] and rest[1:] not in (["end"], ["beginning"], ["middle"], ["summer"], ["fall"])


def _is_norm(found: Sequence[Word], what: tuple[int, int]) -> bool:
    return any(one.low in _of_kind("object") for one in found[what[0] : what[1]])


def _direct(found: Sequence[Word], at: int, what: tuple[int, int], named: Named) -> Effect | None:
    """The country is the verb's own subject: "Germany has implemented ..."."""
    around = group(found, at)
    holders = None if around.unreal else holders_before(found, around.start, named)
    if holders is None and around.start and found[around.start - 1].low == "it":
        holders = reporter(found, around.start - 1, named)
    if holders is None or (holders.start and found[holders.start - 1].low in GUARDS):
        return None
    ongoing = found[at].low.endswith("ing")
    ahead = bool(around.helpers & {"will", "would"}) or around.hedge in ("intended", "expected")
    finite = finite_of(found[at].low) is not None or bool(around.helpers) or around.negated
    if not finite and not ahead:
        return None
    status = "not-yet" if around.negated else "expected" if ahead else "under-way" if ongoing else "done"
    return Effect(holders.start, what[1], holders.codes, what, at, status, "has-implemented")


def _through(found: Sequence[Word], at: int, what: tuple[int, int], named: Named) -> Effect | None:
    """The country prepares or expects it, or its law is changed "to incorporate" it."""
    for before in range(at - 1, -1, -1):
        lemmas = lemmas_of(found[before].low)
        if found[before].low in (";", ":") or set(lemmas) & ASKING:
            return None
        status = next((_of_kind("progress")[one] for one in lemmas if one in _of_kind("progress")), None)
        if status is not None:
            around = group(found, before)
            holders = None if around.unreal else holders_before(found, around.start, named)
            if holders is not None and (not holders.start or found[holders.start - 1].low not in GUARDS):
                final = "not-yet" if around.negated else status
                return Effect(holders.start, what[1], holders.codes, what, at, final, "takes-steps")
        if found[before].low in _of_kind("law"):
            owned = _law_owner(found, before, named)
            if owned is not None:
                return Effect(owned[1], what[1], (owned[0],), what, at, "under-way", "law-changed")
    return None


def _law_owner(found: Sequence[Word], law: int, named: Named) -> tuple[str, int] | None:
    """The country whose law it is: "changes to U.S. regulations"."""
    for start in range(max(0, law - 5), law):
        if start in named and not any(is_kind(one.low, "preposition") for one in found[start:law]):
            return named[start][0], start
    return None


def _puts(found: Sequence[Word], at: int, named: Named) -> Effect | None:
    """The country "put the changes into force", "gave effect to" them or "has them in place"."""
    lemma = next((one for one in lemmas_of(found[at].low) if one in ("put", "bring", "give", "have")), None)
    lows = [one.low for one in found[at + 1 : at + 16]]
    if lemma == "give" and lows[:2] == ["effect", "to"]:
        what = _object(found, at + 3)
    elif lemma in ("put", "bring", "have"):
        ends = [("into", "force"), ("into", "effect"), ("in", "place")]
        stop = next((n for n in range(1, len(lows) - 1) if (lows[n], lows[n + 1]) in ends), None)
        what = None if stop is None else (at + 1, at + 1 + stop)
    else:
        return None
    if what is None or any(one.is_mark for one in found[what[0] : what[1]]):
        return None
    return _direct(found, at, what, named)


def _completed(found: Sequence[Word], at: int, named: Named) -> Effect | None:
    """The country "completed its implementation of the changes"."""
    if found[at].low not in ("implementation", "incorporation", "enactment") or at + 2 >= len(found):
        return None
    verb = at - 1
    while verb > 0 and is_kind(found[verb].low, "determiner"):
        verb -= 1
    if found[at + 1].low != "of" or "complete" not in lemmas_of(found[verb].low):
        return None
    around = group(found, verb)
    holders = None if around.unreal else holders_before(found, around.start, named)
    what = _object(found, at + 2)
    if holders is None or what is None:
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
    near = [start for start in named if at + 2 < start <= at + 6 and found[start - 1].low in ("in", "the")]
    if around.unreal or not near:
        return None
    code, end = named[near[0]]
    start = around.start
    while start > 0 and not found[start - 1].is_mark:
        start -= 1
    ahead = bool(around.helpers & {"will", "would"}) or around.hedge is not None
    status = "not-yet" if around.negated else "expected" if ahead else "done"
    what = (start, around.start) if start < around.start else None
    return Effect(start, end, (code,), what, at, status, "into-force")
