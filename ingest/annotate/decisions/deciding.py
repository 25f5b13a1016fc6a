"""Decisions told as events: "Partners agreed to ...", "the Plenary adopted ...", "it was decided ..."."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.decisions.passives import passive
from ingest.annotate.decisions.standing import MADE
from ingest.annotate.decisions.when import Named, Today, leads, when, year_alone
from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.subjects import skip_back
from ingest.annotate.language.verbs import finite_of, is_base
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases
from ingest.annotate.language.word import QUOTES, Word, places

NOBODY: Final[Named] = MappingProxyType({})
UNDATED: Final = Today()
_SUBJECT: Final = 6
"""Within so many words of a sentence its subject ends."""
AT = frozenset(("at", "in", "during"))
_BEHIND: Final = frozenset(("to", "that", "on", "upon"))
"""What may stand behind a parenthetical: "settled, after seven years, on criteria"."""
ASIDE = frozenset(
    ("following", "based", "after", "subject", "recognizing", "taking", "reflecting", "drawing")
)


def deciding(
    found: Sequence[Word],
    known: Gatherings,
    named: Named = NOBODY,
    now: Today = UNDATED,
    *,
    carried: bool = False,
) -> Iterator[Decided]:
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
        actor = _decides(found, at, known, named, again=last, carried=carried)
        if actor is not None:
            about = _object(found, cue.end, takes, known)
            if found[actor].low == "having" or _is_who(found, at):
                about = _before_comma(found, about)
            if about is not None and cue.row["note"]:
                about = (at, about[1])
        else:
            about = passive(found, cue, known, named)
        if about is None or not _with(found, cue, about):
            continue
        last = actor is not None
        whole, about = about, _first(found, about)
        start = about[0] if actor is None else min(actor, about[0])
        end = max(about[1], cue.end)
        rule = "members-decided" if actor is not None else "was-decided"
        meeting, year = _told(found, known, named, now, about, at)
        if meeting is None and year is None and found[about[0] - 1].low not in ("to", "that"):
            about, meeting, year = _dated_behind(found, about, known, named, now)
        body = None if actor is None else _body(found, known, actor, at)
        if meeting is None and actor is not None and known.place(found, actor):
            meeting = (actor, actor + known.place(found, actor))  # "Edinburgh adopted the paper"
        yield Decided(start, end, about, rule, meeting, year, body=body)
        for other in _others(found, whole):
            yield Decided(other[0] - 1, other[1], other, "members-decided", meeting, year, body=body)


def _with(found: Sequence[Word], cue: Cue, about: tuple[int, int]) -> bool:
    """Whether the words stand there without which the verb tells no decision ("made ... part of")."""
    wanted = cue.row["with"].split()
    return not wanted or any(one.low in wanted for one in found[about[0] : about[1]])


def _decides(
    found: Sequence[Word], verb: int, known: Gatherings, named: Named, *, again: bool, carried: bool
) -> int | None:
    """Where the subject begins, if it is those who decide; the second verb of two shares it."""
    at = verb
    while at > 0 and (found[at - 1].low in ("have", "has", "had", "unanimously") or _also(found, at - 1)):
        at -= 1
    at = skip_back(found, at)
    if at == 0:
        return None
    before = found[at - 1].low
    if before in ("having", "who", "which"):
        return _in_a_clause(found, verb, at, known)
    if before == "it" and carried and (at == 1 or found[at - 2].low in (",", "and")):
        return at - 1
    if before in ("and", ",") and (again or subject_decides(found, known)):
        return at - 1
    if (
        before not in known.actors
        and not known.series_before(found, at)
        and not known.place_before(found, at)
    ):
        return None
    start = _noun_start(found, at)
    inner = {one.low for one in found[start:at]}
    placed = known.place_before(found, at)
    if placed and at - start == placed and (at - placed in named or not _meets_there(found, start, known)):
        return None  # "Brussels has revised its paper": a capital stands for its government
    guard = found[start - 1].low if start else ""
    if any(start <= one < at for one in named) and before not in known.members:
        return None if not known.series_before(found, at) else start
    if inner & known.partial or guard in ("if", "unless", "whether", "should", "by", "of", "than"):
        return None
    return start


def _is_who(found: Sequence[Word], verb: int) -> bool:
    at = skip_back(found, verb)
    return at > 0 and found[at - 1].low == "who"


def _before_comma(found: Sequence[Word], about: tuple[int, int] | None) -> tuple[int, int] | None:
    """What a clause that is said by the way tells of, up to where the sentence goes on."""
    if about is None:
        return None
    return about[0], next((at for at in range(*about) if found[at].low == ","), about[1])


def _meets_there(found: Sequence[Word], start: int, known: Gatherings) -> bool:
    """Whether a place stands for a meeting: alone, or behind "the Plenary in"."""
    before = found[start - 1].low if start else ""
    return not is_kind(before, "preposition") or known.series_before(found, start - 1) > 0


def _in_a_clause(found: Sequence[Word], verb: int, at: int, known: Gatherings) -> int | None:
    """Where the subject begins in ", which met there and", "Partners, who" or "having ..., Partners"."""
    if found[at - 1].low == "having":
        comma = next((on for on in range(verb + 1, min(len(found), verb + 25)) if found[on].low == ","), None)
        return None if comma is None or not subject_decides(found[comma + 1 :], known) else at - 1
    if at < 3 or found[at - 2].low != ",":
        return None
    if found[at - 1].low == "who":
        return at - 3 if found[at - 3].low in known.actors else None
    met = known.series_before(found, at - 2) or known.place_before(found, at - 2)
    return at - 2 - met if met else None


def _having(found: Sequence[Word], verb: int, known: Gatherings) -> int | None:
    """Where "having" stands in "Having settled the range, Partners ...", if those who decide follow."""
    comma = next((at for at in range(verb + 1, min(len(found), verb + 25)) if found[at].low == ","), None)
    if comma is None or not subject_decides(found[comma + 1 :], known):
        return None
    return verb - 1


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
        after = found[body + 1].low if body + 1 < len(found) else ""
        names = found[body].low in known.tasked and after in ("to", "for")
        return (at, clause_end(found, at)) if names else None
    if low in ("to", "that", "on", "upon"):
        if low == "that" and only_thought(found, at + 1):
            return None
        if low in ("on", "upon") and {one.low for one in found[at + 1 : at + 4]} & of_kind("thought"):
            return None
        return (at + 1, clause_end(found, at + 1)) if low in takes or low == "upon" else None
    if low == "not" and "not" in takes:
        return at, clause_end(found, at)
    plain = (not found[at].is_mark or low in QUOTES) and not is_kind(
        low, "preposition", "conjunction", "opener", "auxiliary"
    )
    return (at, clause_end(found, at)) if "np" in takes and plain else None


def only_thought(found: Sequence[Word], start: int) -> bool:
    """Whether a clause says how things are, and nothing that shall be.

    >>> from ingest.annotate.language.word import words
    >>> [only_thought(words(one), 0) for one in ("the threat is growing", "the list should grow")]
    [True, False]
    """
    said = {one.low for one in found[start : clause_end(found, start)]}
    shall = {"should", "would", "will", "be", "must", "shall", "may", "can", "could", "need", "needed"}
    return bool(said & {"is", "are", "was", "were", "remains", "remain", "poses"}) and not said & shall


def _past_aside(found: Sequence[Word], at: int, known: Gatherings) -> int:
    if at + 1 >= len(found):
        return at
    if found[at].low == ",":
        shut = next((on for on in range(at + 2, min(at + 8, len(found) - 2)) if found[on].low == ","), None)
        said_by_the_way = is_kind(found[at + 1].low, "preposition", "adverb")
        if shut is not None and said_by_the_way and found[shut + 1].low in _BEHIND:
            return shut + 1
        return at + 1 if found[at + 1].low in ("to", "that", "by", "at", "in") else at
    if found[at].low in AT:
        end = known.end(found, at + 1)
        if end is not None:
            return end
    aside = phrases("decision_asides").at(found, at)
    return aside.end if aside is not None else at + is_kind(found[at].low, "adverb")


def _first(found: Sequence[Word], about: tuple[int, int]) -> tuple[int, int]:
    """The first of what was decided, without an aside or what somebody else did next."""
    cut = next(iter(_cuts(found, about)), None)
    if cut is not None:
        return about[0], cut[0]
    for at in range(about[0] + 2, about[1] - 2):
        begins = is_kind(found[at + 2].low, "determiner") and found[at + 1].low in ("and", "but", "while")
        later = begins and any(_is_past(one.low) or one.low.endswith("ed") for one in found[at + 3 : at + 6])
        if found[at].low == "," and (later or found[at + 1].low in ASIDE):
            return about[0], at
    return about


def _cuts(found: Sequence[Word], about: tuple[int, int]) -> list[tuple[int, int]]:
    """Where ", to ..." or "and that ..." begins another thing that was decided, and where that begins."""
    opener = found[about[0] - 1].low
    if opener not in ("to", "that"):
        return []
    cuts: list[tuple[int, int]] = []
    for at in range(about[0] + 1, about[1] - 1):
        if found[at].low != opener or (opener == "to" and not is_base(found[at + 1].low)):
            continue
        if found[at - 1].low in ("and", ","):
            stop = at - 1
            stop -= found[stop].low == "and" and found[stop - 1].low == ","
            if found[at - 1].low == "and" or _goes_on(found, at + 1, about[1], opener):
                cuts.append((stop, at + 1))
        elif opener == "to" and not cuts:
            return []
    return cuts


def _goes_on(found: Sequence[Word], start: int, end: int, opener: str) -> bool:
    """Whether "and to ..." follows, so that a comma before this one joins a list."""
    return any(found[at].low == "and" and found[at + 1].low == opener for at in range(start, end - 1))


def _others(found: Sequence[Word], about: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """What else was decided in "decided to report, to meet in May, and to publish ..."."""
    cuts = _cuts(found, about)
    for (_, start), following in zip(cuts, [*cuts[1:], (about[1], 0)], strict=False):
        yield start, following[0]


def _told(
    found: Sequence[Word],
    known: Gatherings,
    named: Named,
    now: Today,
    about: tuple[int, int],
    verb: int,
) -> tuple[tuple[int, int] | None, int | None]:
    """The meeting and the year that the clause names, before its verb, behind it, or as its subject."""
    meeting = _meeting(found, known, about, verb)
    head, tail = leads(found, known, named, now), when(found, verb + 1, known, named, now)
    spoken = [one for one in (head, tail) if one is not None]
    meeting = meeting or next((one.meeting for one in spoken if one.meeting is not None), None)
    year = next((one.year for one in spoken if one.year is not None), None)
    return meeting, year


def _dated_behind(
    found: Sequence[Word], about: tuple[int, int], known: Gatherings, named: Named, now: Today
) -> tuple[tuple[int, int], tuple[int, int] | None, int | None]:
    """What was decided, without "in Rio" or "in November 2008" at its end, which say where and when."""
    for at in range(about[0] + 1, about[1]):
        told = None if found[at].low == "of" else when(found[: about[1]], at, known, named, now)
        if told is None or told.end != about[1]:
            continue
        if found[at - 1].low in MADE or found[at - 2].low in MADE:
            break
        past = told.year is None or now.year is None or told.year <= now.year
        if past and (told.year is not None or _was(found, at)):
            return (about[0], at), told.meeting, told.year
        return about, None, None
    return about, None, None


def _was(found: Sequence[Word], at: int) -> bool:
    """Whether "at the ..." follows a thing, and no plan to do something there ("a workshop in Rome")."""
    return not {one.low for one in found[:at]} & {
        "workshop",
        "seminar",
        "meeting",
        "session",
        "held",
        "hold",
        "host",
    }


def _body(found: Sequence[Word], known: Gatherings, actor: int, verb: int) -> tuple[int, int] | None:
    """The meeting that is the subject of a verb."""
    while verb > 0 and (found[verb - 1].low in ("have", "has", "had") or _also(found, verb - 1)):
        verb -= 1
    return (actor, verb) if known.series_before(found, verb) else None


def _meeting(
    found: Sequence[Word], known: Gatherings, about: tuple[int, int], verb: int
) -> tuple[int, int] | None:
    """The meeting that the clause names: before its first verb or right after its own."""
    first = next((at for at, one in enumerate(found) if _is_past(one.low)), verb)
    for at, word in enumerate(found):
        if (about[0] <= at < about[1] and at > first) or not (at <= first or verb < at <= verb + 4):
            continue
        begins = at == 0 or found[at - 1].low in AT or word.low in ("the", "this")
        begins = begins and not year_alone(found, at)
        end = known.end(found, at) if begins and not is_kind(word.low, "preposition") else None
        if end is not None and any(_specific(found, one, known) for one in range(at, end)):
            return at, end
    return None


def _is_past(low: str) -> bool:
    return finite_of(low) is not None and not low.endswith("s")


def _specific(found: Sequence[Word], at: int, known: Gatherings) -> bool:
    low = found[at].low
    return known.place(found, at) > 0 or (low[:2] in ("19", "20") and len(low) == 4 and low.isdigit())
