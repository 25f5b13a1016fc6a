"""Decisions told as events: "Partners agreed to ...", "the Plenary adopted ...", "it was decided ..."."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.deciders import also, who_decides
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.decisions.objects import AT, object_of
from ingest.annotate.decisions.passives import passive
from ingest.annotate.decisions.standing import MADE
from ingest.annotate.decisions.when import UNDATED, Named, Today, When, leads, when, year_alone
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.subjects import skip_back
from ingest.annotate.language.verbs import finite_of, is_base
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases
from ingest.annotate.language.word import Word, places

NOBODY: Final[Named] = MappingProxyType({})
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
    headless: bool = False,
) -> Iterator[Decided]:
    """Decisions that a sentence tells of, with the meeting that it names.

    *carried*: the sentence before is about those who decide, so that "it" and "they" mean them.
    *headless*: it is an item, whose subject is the line above.

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
        actor = who_decides(found, at, known, named, again=last, carried=carried, headless=headless)
        if "passive alone" in cue.row["note"]:
            actor = None
        elif actor is None and "the chair's act" in cue.row["note"]:
            actor = _chair(found, at)
        about = _about(found, cue, actor, known) if actor is not None else passive(found, cue, known, named)
        if about is None or not _with(found, cue, about):
            continue
        last = actor is not None
        yield from _made(found, cue, actor, about, known, named, now)


def _chair(found: Sequence[Word], verb: int) -> int | None:
    """Where the chair stands as the subject of a verb: "the Chair declared the text adopted"."""
    end = skip_back(found, verb)
    if verb + 1 < len(found) and found[verb + 1].low in ("it", "them", "this"):
        return None  # what it was is told before
    return end - 1 if end and found[end - 1].low in of_kind("presiding") else None


def _about(found: Sequence[Word], cue: Cue, actor: int, known: Gatherings) -> tuple[int, int] | None:
    """What those who decide decided; with the verb where that says it ("postponed the matter")."""
    about = object_of(found, cue.end, cue.row["takes"].split(), known)
    if about is not None and found[about[0]].low == "its" and known.place(found, actor):
        return None  # "Seoul published its list": a capital stands for its government
    if found[actor].low == "having" or _is_who(found, cue.start):
        about = _before_comma(found, about)
    return (cue.start, about[1]) if about is not None and cue.row["note"] else about


def _made(
    found: Sequence[Word],
    cue: Cue,
    actor: int | None,
    whole: tuple[int, int],
    known: Gatherings,
    named: Named,
    now: Today,
) -> Iterator[Decided]:
    """What a verb tells of, and what else was decided with it, with when and where."""
    about = _first(found, whole)
    start = about[0] if actor is None else min(actor, about[0])
    end = max(about[1], cue.end)
    rule = "members-decided" if actor is not None else "was-decided"
    meeting, year = _told(found, known, named, now, about, cue)
    if meeting is None and year is None and found[about[0] - 1].low not in ("to", "that"):
        about, meeting, year = _dated_behind(found, about, known, named, now)
    body = None if actor is None else _body(found, known, actor, cue.start)
    if meeting is None and actor is not None and known.place(found, actor):
        meeting = (actor, actor + known.place(found, actor))  # "Edinburgh adopted the paper"
    yield Decided(start, end, about, rule, meeting, year, body=body)
    for other in _others(found, whole):
        yield Decided(other[0] - 1, other[1], other, "members-decided", meeting, year, body=body)


def _with(found: Sequence[Word], cue: Cue, about: tuple[int, int]) -> bool:
    """Whether the words stand there without which the verb tells no decision ("made ... part of")."""
    wanted = cue.row["with"].split()
    return not wanted or any(one.low in wanted for one in found[about[0] : about[1]])


def _is_who(found: Sequence[Word], verb: int) -> bool:
    at = skip_back(found, verb)
    return at > 0 and found[at - 1].low == "who"


def _before_comma(found: Sequence[Word], about: tuple[int, int] | None) -> tuple[int, int] | None:
    """What a clause that is said by the way tells of, up to where the sentence goes on."""
    if about is None:
        return None
    return about[0], next((at for at in range(*about) if found[at].low == ","), about[1])


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
    cue: Cue,
) -> tuple[tuple[int, int] | None, int | None]:
    """The meeting and the year that the clause names, before its verb, behind it, or as its subject."""
    meeting = _meeting(found, known, about, cue.start)
    behind = (when(found, at, known, named, now) for at in _between(found, cue, about))
    head, tail = leads(found, known, named, now), next((one for one in behind if one is not None), None)
    spoken = [one for one in (head, tail, _dated_before(found, cue, known, named, now)) if one is not None]
    meeting = meeting or next((one.meeting for one in spoken if one.meeting is not None), None)
    year = next((one.year for one in spoken if one.year is not None), None)
    return meeting, year


def _between(found: Sequence[Word], cue: Cue, about: tuple[int, int]) -> range:
    """Where it may be said when or where: right behind a verb, or between it and what was decided."""
    if cue.end < about[0]:
        return range(cue.end, about[0])
    return range(cue.end, min(cue.end + 1, len(found)))


def _dated_before(
    found: Sequence[Word], cue: Cue, known: Gatherings, named: Named, now: Today
) -> When | None:
    """When or where, said between who decides and the verb: "the Group in 1957 abolished"."""
    for at in range(max(1, cue.start - 6), cue.start - 1):
        told = (
            None if found[at].low in ("of", "by", "with") else when(found[: cue.start], at, known, named, now)
        )
        if told is not None and told.end == cue.start:
            return told
    return None


def _dated_behind(
    found: Sequence[Word], about: tuple[int, int], known: Gatherings, named: Named, now: Today
) -> tuple[tuple[int, int], tuple[int, int] | None, int | None]:
    """What was decided, without "in Rio" or "in November 2008" at its end, which say where and when."""
    for at in range(about[0] + 1, about[1]):
        told = when(found[: about[1]], at, known, named, now) if _may_date(found, at) else None
        if told is None or told.end != about[1]:
            continue
        if found[at - 1].low in MADE or found[at - 2].low in MADE:
            break
        past = told.year is None or now.year is None or told.year <= now.year
        if past and (told.year is not None or _was(found, at)):
            return (about[0], at), told.meeting, told.year
        return about, None, None
    return about, None, None


def _may_date(found: Sequence[Word], at: int) -> bool:
    """Whether a date may begin there that says when it was, and not until when or for when it is."""
    if is_kind(found[at].low, "preposition"):
        return found[at].low != "of"
    before = found[at - 1].low
    return not is_kind(before, "preposition") and before not in ("next", "until", "for", "by")


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
    while verb > 0 and (found[verb - 1].low in ("have", "has", "had") or also(found, verb - 1)):
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
