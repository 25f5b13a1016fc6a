"""Acts asked for by a clause above them: "Washington recommends that posts", "the objectives are to"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, cast

from ingest.annotate.language.acts import act
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.subjects import Subject, instructor_before
from ingest.annotate.language.verbs import finite_of, gerund_of, is_base
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases
from ingest.annotate.language.word import Word, places
from ingest.mention import Modality

BEFORE_GERUND = "before an -ing form"
OBJECTIVES = frozenset(
    ("objective", "objectives", "goal", "goals", "aim", "aims", "priority", "priorities")
) | frozenset(("task", "tasks", "role", "job", "purpose", "brief"))
OWN_OFFICE = frozenset(("Department", "Washington"))
REQUESTING = frozenset(("request", "requests", "ask", "asks", "appreciate", "appreciated", "grateful"))
DISCRETION = frozenset(("discretion", "judgment", "judgement"))
OURS = frozenset(("u.s.", "us", "our", "usg", "delegation's", "delegation", "washington's", "department's"))


def instructed_acts(found: Sequence[Word], foreign: frozenset[str]) -> Iterator[Asked]:
    """What a request, recommendation or stated objective asks of an addressee.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Department requests that posts deliver the paper.")
    >>> [(one.label, one.act.lemma) for one in instructed_acts(found, frozenset())]
    [('posts', 'deliver')]
    """
    taken = set[int]()
    for at in places(found, phrases("instructing_verbs").first):
        verb = phrases("instructing_verbs").at(found, at)
        if verb is not None and not found[at].depth and instructor_before(found, at):
            asked = _below(found, verb, foreign)
            if asked is not None and asked.act.at not in taken:
                taken.add(asked.act.at)
                yield asked
    yield from _objectives(found)
    yield from _at_discretion(found, foreign)


def _below(found: Sequence[Word], verb: Cue, foreign: frozenset[str]) -> Asked | None:
    start = verb.end + (1 if verb.end < len(found) and found[verb.end].low == "that" else 0)
    subject = subject_from(found, start, foreign)
    if subject is None:
        return None
    if subject.label in OWN_OFFICE and not _requests(found, verb):
        return None
    after = _past_names(found, subject.end)
    conditional = found[verb.end - 1].low == "if"
    if after < len(found) and found[after].low in _FOLLOWING[conditional]:
        after += 1
    if after < len(found) and found[after].low == "to":
        after += 1
    elif phrases("modals").at(found, after) is not None:
        return None  # "we request that posts should ...": the modal asks
    doing = after < len(found) and gerund_of(found[after].low) is not None
    if (_owned(found, subject) and not doing) or (verb.row["note"] == BEFORE_GERUND and not doing):
        return None
    polite = doing and (found[verb.start].low == "would" or verb.row["note"] == BEFORE_GERUND)
    made = act(found, after, cast(Modality, verb.row["modality"]), "gerund" if polite else "bare")
    if made is None or (made.lemma is None and found[after - 1].low != "to"):
        return None
    lemma = finite_of(made.lemma) if conditional and made.lemma is not None else None
    made = made if lemma is None else replace(made, lemma=lemma)
    return Asked(made, verb.start, verb.start, subject.label, "instructing-verb")


_FOLLOWING: Final = {True: ("could", "would", "can", "might"), False: ("will",)}
"""What may follow the addressee: after "if" ("if posts could"), and elsewhere ("we hope that posts will")."""


def _requests(found: Sequence[Word], verb: Cue) -> bool:
    """Whether headquarters are asked for something; what is recommended to them is no directive."""
    return any(one.low in REQUESTING for one in found[verb.start : verb.end])


def _owned(found: Sequence[Word], subject: Subject) -> bool:
    """Whether the addressee owns what follows ("Embassy's confirming the date", "Embassy's views")."""
    return found[subject.end - 1].low.endswith(("'s", "s'")) or found[subject.end - 1].low == "your"


def subject_from(found: Sequence[Word], start: int, foreign: frozenset[str]) -> Subject | None:
    """The addressee whose noun phrase begins at that word.

    >>> from ingest.annotate.language.word import words
    >>> texts = ("the delegation", "the French delegation")
    >>> [subject_from(words(text), 0, frozenset({"french"})) for text in texts]
    [Subject(start=0, end=2, label='delegation'), None]
    """
    if start + 1 < len(found) and found[start].low == "your" and gerund_of(found[start + 1].low) is not None:
        return Subject(start, start + 1, "addressees")
    for head in range(start, min(len(found), start + 4)):
        plain = [
            one._replace(low=one.low[:-2]) if one.low.endswith("'s") else one
            for one in found[head : head + 4]
        ]
        cue = phrases("addressees", "head").at(plain, 0)
        if cue is not None:
            if foreign & {one.low for one in found[start:head]}:
                return None
            return Subject(start, _names_end(found, head + cue.end), cue.row["label"])
        if found[head].is_mark or is_kind(found[head].low, "preposition", "conjunction", "auxiliary"):
            return None
    return None


def _past_names(found: Sequence[Word], at: int) -> int:
    """Past the places of embassies: "requests Embassies London and Paris approach officials"."""
    if at >= len(found) or gerund_of(found[at].low) is not None:
        return at
    if not is_base(found[at].low) and found[at].low not in ("to", "not"):
        for after in range(at + 1, min(len(found), at + 5)):
            if found[after].is_mark and found[after].low != ",":
                return at
            if is_base(found[after].low) or found[after].low == "to":
                return after
    return at


def _names_end(found: Sequence[Word], at: int) -> int:
    """Past "and other posts" or "in capitals", which say more of the addressee."""
    if at + 1 < len(found) and found[at].low in ("and", "or", "/"):
        more = phrases("addressees", "head").at(found, at + 1)
        return at if more is None else more.end
    return at


def _at_discretion(found: Sequence[Word], foreign: frozenset[str]) -> Iterator[Asked]:
    """What is left to an addressee ("we leave to the delegation's judgment whether to raise fees")."""
    for at in places(found, DISCRETION):
        start = at + 1
        while start < len(found) and (
            is_kind(found[start].low, "opener", "conjunction") or found[start].low in ("if", "on", "as", "to")
        ):
            start += 1
        owner = max(0, at - 3)
        whose = next((one for one in range(owner, at) if found[one].low.endswith(("'s", "s'"))), owner)
        subject = subject_from(found, whose, foreign)
        mine = found[at - 1].low == "your" or (
            subject is not None and found[subject.end - 1].low[-2:] == "'s"
        )
        if mine and found[start - 1].low == "to" and (made := act(found, start, "may")) is not None:
            yield Asked(
                made, 0, start, "addressees" if subject is None else subject.label, "instructing-verb"
            )


def _objectives(found: Sequence[Word]) -> Iterator[Asked]:
    """What a stated objective is ("The U.S. objectives for this meeting are to discuss ...")."""
    for at in places(found, OBJECTIVES):
        if found[at].depth or not _ours(found, at):
            continue
        verb = _is_to(found, at + 1)
        made = None if verb is None else act(found, verb, "should")
        if made is not None and verb is not None:
            yield Asked(made, 0, verb - 1, None, "objectives")
        return


def _ours(found: Sequence[Word], at: int) -> bool:
    before = [one.low for one in found[max(0, at - 4) : at]]
    if any(one in OURS for one in before):
        return True
    return at <= 2 and at + 2 < len(found) and found[at + 1].low in ("for", "at", "in")


def _is_to(found: Sequence[Word], start: int) -> int | None:
    """The index after "are to", "will be to", with "for this meeting" before it."""
    for at in range(start, min(len(found), start + 14)):
        low = found[at].low
        if low in ("is", "are", "be", "remain", "remains", "include", "includes") and at + 1 < len(found):
            return at + 2 if found[at + 1].low == "to" else None
        if found[at].low in (",", ";", ".") or is_kind(low, "opener"):
            return None
    return None
