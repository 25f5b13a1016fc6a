"""Decisions told as events: "Partners agreed to ...", "the Plenary adopted ...", "Bulgaria was admitted"."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.language.complements import clause_end, noun_phrase_before
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.subjects import skip_back
from ingest.annotate.language.verbs import finite_of, is_base
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, places

_SUBJECT: Final = 6
"""Within so many words of a sentence its subject ends."""
AT = frozenset(("at", "in", "during"))
ASIDE = frozenset(
    ("following", "based", "after", "subject", "recognizing", "taking", "reflecting", "drawing")
)


def deciding(found: Sequence[Word], known: Gatherings, *, carried: bool = False) -> Iterator[Decided]:
    """Decisions that a sentence tells of, with the meeting that it names.

    *carried*: the sentence before is about those who decide, so that "it" means them.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> found = words("Partners agreed to share data.")
    >>> [[one.low for one in found[slice(*made.about)]] for made in deciding(found, gatherings(knowledge()))]
    [['share', 'data']]
    """
    last = False
    for at in places(found, phrases("decision_verbs").first):
        cue = phrases("decision_verbs").at(found, at)
        if cue is None or found[at].depth:
            continue
        takes = cue.row["takes"].split()
        actor = _decides(found, at, known, again=last, carried=carried)
        if actor is not None:
            about = _object(found, cue.end, takes, known)
        else:
            about = _passive(found, at, takes, known, agent="by whom" in cue.row["note"])
        if about is None:
            continue
        if actor is not None and cue.row["note"]:
            about = (at, about[1])
        last = actor is not None
        whole, about = about, _first(found, about)
        start = about[0] if actor is None else min(actor, about[0])
        end = max(about[1], cue.end)
        rule = "members-decided" if actor is not None else "was-decided"
        yield Decided(start, end, about, rule, _meeting(found, known, about, at))
        yield from _second(found, at, whole, known)


def _decides(
    found: Sequence[Word], verb: int, known: Gatherings, *, again: bool, carried: bool
) -> int | None:
    """Where the subject begins, if it is those who decide; the second verb of two shares it."""
    at = verb
    while at > 0 and (found[at - 1].low in ("have", "has", "had", "unanimously") or _also(found, at - 1)):
        at -= 1
    at = skip_back(found, at)
    if at == 0:
        return None
    before = found[at - 1].low
    if before == "it" and carried and (at == 1 or found[at - 2].low in (",", "and")):
        return at - 1
    if before in ("and", ",") and (again or subject_decides(found, known)):
        return at - 1
    if before == "which" and at > 2 and found[at - 2].low == ",":
        met = known.series_before(found, at - 2) or known.place_before(found, at - 2)
        return at - 2 - met if met else None
    if (
        before not in known.actors
        and not known.series_before(found, at)
        and not known.place_before(found, at)
    ):
        return None
    start = _noun_start(found, at)
    inner = {one.low for one in found[start:at]}
    if known.place_before(found, at) and at - start == known.place_before(found, at):
        return None  # "Brussels has revised its paper": a capital stands for its government
    guard = found[start - 1].low if start else ""
    if inner & known.partial or guard in ("if", "unless", "whether", "should", "by", "of", "than"):
        return None
    return start


def subject_decides(found: Sequence[Word], known: Gatherings) -> bool:
    """Whether a sentence begins with those who decide.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> texts = ("The Partners agreed.", "Some Partners agreed.", "France agreed.")
    >>> [subject_decides(words(one), gatherings(knowledge())) for one in texts]
    [True, False, False]
    """
    for at in range(1, min(len(found), _SUBJECT + 1)):
        if found[at - 1].is_mark or is_kind(found[at - 1].low, "preposition", "opener", "auxiliary"):
            return False
        if found[at - 1].low in known.actors or known.series_before(found, at):
            return not {one.low for one in found[:at]} & known.partial
    return False


def may_decide(said: Sequence[str], known: Gatherings) -> bool:
    """Whether a sentence that says those words may begin with those who decide.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.tables import knowledge
    >>> texts = ("the partners agreed", "in its plenary", "france agreed")
    >>> [may_decide(one.split(), gatherings(knowledge())) for one in texts]
    [True, True, False]
    """
    first = frozenset(said[:_SUBJECT])
    return known.may_decide(first) or not first.isdisjoint(known.actors)


def _also(found: Sequence[Word], at: int) -> bool:
    return is_kind(found[at].low, "adverb")


def _noun_start(found: Sequence[Word], end: int) -> int:
    """Where a subject of a few words begins, its determiner included."""
    start = end
    while start > 0 and end - start < 6:
        low = found[start - 1].low
        if found[start - 1].is_mark or is_kind(low, "preposition", "conjunction", "opener", "auxiliary"):
            break
        start -= 1
        if is_kind(low, "determiner"):
            break
    return start


def _object(
    found: Sequence[Word], at: int, takes: Sequence[str], known: Gatherings
) -> tuple[int, int] | None:
    """What was decided, past "at the Madrid Plenary", "by consensus" and "in principle"."""
    for _ in range(3):
        at = _past_aside(found, at, known)
    if at + 1 >= len(found):
        return None
    low = found[at].low
    if takes == ["body"]:
        body = at + is_kind(low, "determiner")
        names = found[body].low in known.tasked and [one.low for one in found[body + 1 : body + 2]] == ["to"]
        return (at, clause_end(found, at)) if names else None
    if low in ("to", "that", "on", "upon"):
        if low == "that" and _only_thought(found, at + 1):
            return None
        return (at + 1, clause_end(found, at + 1)) if low in takes or low == "upon" else None
    if low == "not" and "not" in takes:
        return at, clause_end(found, at)
    plain = not found[at].is_mark and not is_kind(low, "preposition", "conjunction", "opener", "auxiliary")
    return (at, clause_end(found, at)) if "np" in takes and plain else None


def _only_thought(found: Sequence[Word], start: int) -> bool:
    """Whether a clause says how things are ("that the threat is growing"), and nothing that shall be."""
    said = {one.low for one in found[start : clause_end(found, start)]}
    shall = {"should", "would", "will", "be", "must", "shall", "may", "can", "could", "need", "needed"}
    return bool(said & {"is", "are", "was", "were", "remains", "remain", "poses"}) and not said & shall


def _past_aside(found: Sequence[Word], at: int, known: Gatherings) -> int:
    if at + 1 >= len(found):
        return at
    if found[at].low == ",":
        return at + 1 if found[at + 1].low in ("to", "that", "by", "at", "in") else at
    if found[at].low in AT:
        end = known.end(found, at + 1)
        if end is not None:
            return end
    lows = [one.low for one in found[at : at + 3]]
    if lows == ["by", "silence", "procedure"]:
        return at + 3
    if lows[:2] in (["by", "consensus"], ["in", "principle"], ["ad", "referendum"], ["without", "objection"]):
        return at + 2
    return at + is_kind(found[at].low, "adverb")


def _passive(
    found: Sequence[Word], verb: int, takes: Sequence[str], known: Gatherings, *, agent: bool
) -> tuple[int, int] | None:
    """What "it was agreed that ..." or "changes to the Annex were adopted" tell of."""
    at = verb
    while at > 0 and is_kind(found[at - 1].low, "adverb"):
        at -= 1
    if at > 0 and found[at - 1].low == "been":
        at -= 1
    if at < 2 or found[at - 1].low not in ("was", "were", "has", "have", "had"):
        return None
    if found[at - 2].low == "it":
        after = found[verb + 1].low if verb + 1 < len(found) else ""
        found_that = after in ("to", "that") and after in takes
        return (verb + 2, clause_end(found, verb + 2)) if found_that else None
    if "np" not in takes and "on" not in takes:
        return None
    if not _by_us(found, verb + 1, known) or (
        agent and [one.low for one in found[verb + 1 : verb + 2]] != ["by"]
    ):
        return None
    start = _whole_phrase(found, at - 1)
    if {"no", "none", "offer", "offers", "not"} & {one.low for one in found[start:at]}:
        return None
    return (start, at - 1) if start < at - 1 else None


def _whole_phrase(found: Sequence[Word], end: int) -> int:
    start = end
    while start > 0 and not (
        found[start - 1].is_mark or is_kind(found[start - 1].low, "opener", "auxiliary")
    ):
        start -= 1
    return start if end - start <= 16 else noun_phrase_before(found, end)


def _by_us(found: Sequence[Word], at: int, known: Gatherings) -> bool:
    """Whether the words after a passive say that the regime decided: "by consensus", "by the Plenary"."""
    rest = [one.low for one in found[at : at + 6]]
    if rest[:1] == ["without"] and "by" in rest:
        rest = rest[rest.index("by") :]
    if not rest or rest[0] != "by":
        return rest[:1] in ([], ["."], [","]) or rest[:1] == ["at"] or rest[:1] == ["as"]
    return bool(set(rest[1:4]) & (known.actors | {"consensus", "silence"}))


def _first(found: Sequence[Word], about: tuple[int, int]) -> tuple[int, int]:
    """The first of what was decided, without an aside or what somebody else did next."""
    cut = _cut(found, about)
    if cut is not None:
        return about[0], cut
    for at in range(about[0] + 2, about[1] - 2):
        begins = is_kind(found[at + 2].low, "determiner") and found[at + 1].low in ("and", "but", "while")
        later = begins and any(_is_past(one.low) or one.low.endswith("ed") for one in found[at + 3 : at + 6])
        if found[at].low == "," and (later or found[at + 1].low in ASIDE):
            return about[0], at
    return about


def _cut(found: Sequence[Word], about: tuple[int, int]) -> int | None:
    """Where "and to ..." or "and that ..." begins a second thing that was decided."""
    opener = found[about[0] - 1].low
    for at in range(about[0] + 1, about[1] - 2):
        if (
            opener == "to"
            and found[at].low == "to"
            and found[at - 1].low != "and"
            and is_base(found[at + 1].low)
        ):
            return None
        if opener in ("to", "that") and [one.low for one in found[at : at + 2]] == ["and", opener]:
            return at - 1 if found[at - 1].low == "," else at
    return None


def _second(found: Sequence[Word], verb: int, about: tuple[int, int], known: Gatherings) -> Iterator[Decided]:
    """What else was decided in "decided to report, and to publish ..."."""
    cut = _cut(found, about)
    if cut is not None:
        start = cut + 2 + (found[cut].low == ",")
        yield Decided(
            start - 1, about[1], (start, about[1]), "members-decided", _meeting(found, known, about, verb)
        )


def _meeting(
    found: Sequence[Word], known: Gatherings, about: tuple[int, int], verb: int
) -> tuple[int, int] | None:
    """The meeting that the clause names: before its first verb or right after its own."""
    first = next((at for at, one in enumerate(found) if _is_past(one.low)), verb)
    for at, word in enumerate(found):
        if (about[0] <= at < about[1] and at > first) or not (at <= first or verb < at <= verb + 4):
            continue
        begins = at == 0 or found[at - 1].low in AT or word.low in ("the", "this")
        end = known.end(found, at) if begins and not is_kind(word.low, "preposition") else None
        if end is not None and any(_specific(found, one, known) for one in range(at, end)):
            return at, end
    return None


def _is_past(low: str) -> bool:
    return finite_of(low) is not None and not low.endswith("s")


def _specific(found: Sequence[Word], at: int, known: Gatherings) -> bool:
    low = found[at].low
    return known.place(found, at) > 0 or (low[:2] in ("19", "20") and len(low) == 4 and low.isdigit())
