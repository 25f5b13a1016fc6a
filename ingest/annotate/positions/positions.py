"""Positions: the stances of countries that a document reports or states."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Final

from ingest.annotate.language import conditions
from ingest.annotate.language.holders import Named
from ingest.annotate.language.named import among, countries_of, names_any
from ingest.annotate.language.said import Said
from ingest.annotate.language.units import Unit, units
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, cover, folded, words
from ingest.annotate.names.regime import document_regime
from ingest.annotate.positions.aligned import aligned, other_of
from ingest.annotate.positions.answers import answers
from ingest.annotate.positions.beliefs import BELIEFS, beliefs
from ingest.annotate.positions.context import Context
from ingest.annotate.positions.ellipsis import AUXILIARY, DENIALS, LIKE, denied_of_others, pointing
from ingest.annotate.positions.gapped import gapped
from ingest.annotate.positions.groups import GROUPS, groups
from ingest.annotate.positions.hosts import (
    INSTITUTIONS,
    MINISTRIES,
    host_of,
    institutions,
    ministries,
    ministries_of,
)
from ingest.annotate.positions.judgements import judgements
from ingest.annotate.positions.met import may_be_met, met
from ingest.annotate.positions.nouns import held_nouns
from ingest.annotate.positions.owned import owned
from ingest.annotate.positions.passive_stances import EVERYBODY
from ingest.annotate.positions.reaching import REACHES, reaching
from ingest.annotate.positions.settled import settled
from ingest.annotate.positions.speakers import OWN, PRONOUNS
from ingest.annotate.positions.spine import spined
from ingest.annotate.positions.spokesmen import Spokesmen, speaking, spokesmen
from ingest.annotate.positions.stance_rows import PASSIVES, STANCE_WORDS
from ingest.annotate.positions.stances import asked_of_all, stances
from ingest.annotate.positions.standing_in import headed_by, merged, standing_in, with_subject
from ingest.annotate.positions.tellers import view_nouns
from ingest.annotate.positions.topics import is_bare, is_topical
from ingest.annotate.positions.views import BRIEF, DASHES, inverts, views
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile
from ingest.mention import CountryMention, PositionMention

OURSELVES = frozenset(("we", "usdel", "washington", "department", "dept"))
ELLIPTIC = 3
"""A sentence of so few words and marks ("Most could.") leaves it open of what the next goes on to speak."""
PLAIN = frozenset(("alone", "joined", "reported"))
ADVICE = frozenset(("comments", "comment", "advice", "suggestions", "reporting", "guidance", "information",
                    "assistance", "reactions", "recommendations"))  # fmt: skip
HOME = frozenset(("department", "dept", "washington"))
"""Those at home, whose wishes and thanks in a telegram are no positions."""


def annotate_positions(cable: Cable, knowledge: Knowledge) -> Iterator[PositionMention]:
    """The positions in a document, one for each country that holds it.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> text = "Japan questioned the need for a new group."
    >>> [(one.holder, one.stance, one.towards) for one in annotate_positions(cable(text), KNOWLEDGE)]
    [('JPN', 'questions', 'the need for a new group')]
    """
    countries = countries_of(cable, knowledge)
    host = host_of(cable, knowledge)
    owners = [(one.span, one.iso3) for one in countries if one.span.start >= cable.body.start]
    owners += ministries_of(cable, host, countries)
    about = _About(document_regime(cable, knowledge), host, spokesmen(cable, owners, knowledge))
    context = Context()
    place: tuple[str, str | None] = ("", None)
    headed: tuple[str, ...] = ()
    theirs: dict[str, PositionMention] = {}
    for unit in units(cable):
        context = context.entering(unit)
        if (unit.passage, unit.heading) != place:
            place = (unit.passage, unit.heading)
            headed, theirs = headed_by(cable, unit, countries), {}
        held = bool(headed) or may_be_held(unit.lows) or names_any(unit, countries)
        held = held or not unit.lows.isdisjoint(about.spokesmen)
        telling = held and may_take_stance(unit.said, unit.lows)
        unit = with_subject(spined(unit), headed) if telling else unit
        named = partial(_named, cable, unit, countries, about)
        found: tuple[Said, ...] = ()
        if telling:
            more = standing_in(unit.words, headed, context.last)
            found = _said(unit, merged(named(), more), context.last)
        for one in _mentions(cable, unit, named, found, context, theirs) if found else ():
            theirs[one.holder] = one
            yield one
        if telling and not found:
            question = asked_of_all(unit.words)
            found = () if question is None else (question,)
        if found or len(unit.said) > ELLIPTIC:
            context = context.after(unit, named, found)


def _mentions(
    cable: Cable,
    unit: Unit,
    named: Callable[[], Named],
    found: tuple[Said, ...],
    context: Context,
    theirs: Mapping[str, PositionMention],
) -> Iterator[PositionMention]:
    """The stances of a sentence; *theirs* are those told before, which others may take up."""
    for said in settled(unit.words, found):
        antecedent = context.antecedent(unit, said)
        other = other_of(unit.words, said, named())
        for code in said.codes:
            one = _mention(cable, unit, said, code, antecedent)
            made = one if other is None else aligned(one, other, theirs)
            if made is not None:
                yield made


@dataclass(frozen=True, slots=True)
class _About:
    """The regime that a document is about, the country of the embassy that sent it, who speaks for whom."""

    profile: Profile | None
    host: str | None
    spokesmen: Spokesmen


def _named(cable: Cable, unit: Unit, countries: Sequence[CountryMention], about: _About) -> Named:
    others = among(unit.words, countries) if names_any(unit, countries) else {}
    several = {} if unit.lows.isdisjoint(GROUPS.first) else groups(unit.words, about.profile)
    hosts = about.host is not None and not unit.lows.isdisjoint(MINISTRIES) and not unit.spoken
    theirs = ministries(unit.words, about.host, others) if hosts and about.host is not None else {}
    if not unit.lows.isdisjoint(INSTITUTIONS.first):
        theirs = {**theirs, **institutions(unit.words)}
    made = {**_ourselves(cable, unit), **several, **theirs, **others}
    if unit.spoken or unit.lows.isdisjoint(about.spokesmen):
        return made
    return speaking(unit.words, unit.text, about.spokesmen, made)


_HOLDERS: Final = (
    PRONOUNS
    | OWN
    | EVERYBODY
    | OURSELVES
    | GROUPS.first
    | MINISTRIES
    | INSTITUTIONS.first
    | {"our", "both", "neither"}
)
_POINTING: Final = DENIALS | LIKE
OWNED: Final = held_nouns(note="owned").keys()


def may_take_stance(said: Sequence[str], lows: frozenset[str]) -> bool:
    """Whether a sentence that says those words may tell a stance.

    >>> texts = ("japan supports it .", "spain was not .", "the list is premature .", "the meeting ended .")
    >>> [may_take_stance(one.split(), frozenset(one.split())) for one in texts]
    [True, True, True, False]
    """
    if not lows.isdisjoint(OWNED) or STANCE_WORDS.among(lows) or BELIEFS.among(lows) or may_be_met(lows):
        return True
    if not lows.isdisjoint(view_nouns().keys()) or REACHES.among(lows):
        return True
    if not (lows.isdisjoint(_POINTING) or lows.isdisjoint(AUXILIARY)) or PASSIVES.among(lows):
        return True
    if not lows.isdisjoint(DASHES) or inverts(said) or len(said) < BRIEF:
        return phrases("view_words").may_stand(lows) or _has_cue(lows)
    return _has_cue(lows)


def _has_cue(lows: frozenset[str]) -> bool:
    return any(phrases(name).may_stand(lows) for name in ("evaluations", "exceptions", "likewise"))


def may_be_held(lows: frozenset[str]) -> bool:
    """Whether a stance in a sentence of those words may be held by one who is not named there.

    >>> from ingest.annotate.language.word import words
    >>> [may_be_held(words(one).lows) for one in ("It agreed.", "We agreed.", "Others agreed.", "Go on.")]
    [True, True, True, False]
    """
    return not lows.isdisjoint(_HOLDERS)


def _said(unit: Unit, named: Named, last: Said | None) -> tuple[Said, ...]:
    words = unit.words
    own = [*stances(words, named, last), *beliefs(words, named, last)]
    more = (*met(words, named), *reaching(words, named))
    own += [one for one in more if not any(_within(one, other) for other in own)]
    others = (*judgements(words, named, last), *views(words, named), *answers(words, named, last))
    found = [*own, *(one for one in others if not any(_within(one, other) for other in own))]
    found += [one for one in owned(words, named) if not any(_inside(one, other) for other in found)]
    found += [*gapped(words, named, found), *denied_of_others(words, named, found)]
    found = [one for one in found if not _is_courtesy(words, one)]
    return (*found, *pointing(words, named, found, last))


def _inside(one: Said, other: Said) -> bool:
    """Whether a stance that is taken for granted stands in the words that tell another's."""
    return other.start <= one.start < other.end


def _is_courtesy(found: Sequence[Word], one: Said) -> bool:
    """Whether those at home thank, wish, fear or wait, or "we" want something of those who are addressed."""
    if one.codes != ("USA",):
        return False
    if _asks_advice(found, one):
        return True
    home = found[one.start].low in HOME
    said = {word.low for word in found[one.start : one.end]}
    if one.stance == "undecided" and found[one.start].low == "we" and said & {"need", "needed"}:
        return True  # "we need to consider how": a task, and no answer put off
    if home and (one.stance in ("seeks", "undecided") or said & {"welcome", "welcomes", "commends"}):
        return True
    if one.rule == "asks-a-question" and one.towards is not None and one.towards[1] > one.towards[0] + 1:
        return not any(is_topical(word.low) for word in found[slice(*one.towards)])
    if one.stance == "seeks" and one.towards is not None and found[one.towards[0] - 1].low == "that":
        return True  # "we hope that India will agree"
    if (
        one.stance == "questions"
        and one.towards is not None
        and found[one.towards[0] - 1].low in ("that", "whether", "if")
    ):
        return not any(is_topical(word.low) for word in found[slice(*one.towards)])
    towards = one.towards[0] if one.towards is not None else one.end
    start = towards + (towards < len(found) and is_kind(found[towards].low, "determiner"))
    return one.stance == "seeks" and phrases("addressees", "head").at(found, start) is not None


def _asks_advice(found: Sequence[Word], one: Said) -> bool:
    """Whether the writers welcome what those addressed may have to say: "we would welcome any comments".

    >>> from ingest.annotate.language.word import words
    >>> found = words("We would welcome any comments by posts.")
    >>> _asks_advice(found, Said(0, 5, ("USA",), "supports", (3, 5), None, None, "holder-verb"))
    True
    """
    towards = () if one.towards is None else found[one.towards[0] : one.towards[0] + 3]
    verb = any(word.low in ("welcome", "appreciate") for word in found[one.start : one.end])
    return verb and one.stance == "supports" and any(word.low in ADVICE for word in towards)


def _within(one: Said, other: Said) -> bool:
    """Whether a stance is told inside the words that tell another of the same country."""
    return other.start < one.end <= other.end and bool(set(one.codes) & set(other.codes))


def _ourselves(cable: Cable, unit: Unit) -> dict[int, tuple[str, int]]:
    """The words "we" and "USDel" of a telegram: they speak for the United States, whose posts send it."""
    if cable.kind != "Cable" or unit.spoken or unit.lows.isdisjoint(OURSELVES):
        return {}
    return {
        at: ("USA", at + 1) for at, one in enumerate(unit.words) if one.low in OURSELVES and not one.depth
    }


def _mention(cable: Cable, unit: Unit, said: Said, code: str, antecedent: Span | None) -> PositionMention:
    towards = None if said.towards is None else cover(unit.words, *said.towards)
    limit = [] if said.limit is None else [cover(unit.words, *said.limit)]
    made = PositionMention(
        cover(unit.words, said.start, said.end),
        said.rule,
        code,
        said.stance,
        _words(cable, unit, said, towards, antecedent),
        towards,
        conditions.spoken(cable.text, limit),
        _hedge(unit, said),
    )
    return made if antecedent is None else replace(made, antecedent=antecedent)


def _hedge(unit: Unit, said: Said) -> str | None:
    """How sure a stance is: by its helpers, or in principle; to be alone or joined makes none less sure."""
    if said.hedge is not None and said.hedge not in PLAIN:
        return said.hedge
    if not {"in", "principle"} <= unit.lows:
        return None
    first = unit.words[said.start].start
    last = unit.words[min(said.end + 2, len(unit.words) - 1)].end
    clause = [one.low for one in words(unit.text, unit.inner) if first <= one.start < last]
    return "in principle" if ("in", "principle") in pairwise(clause) else None


def _words(cable: Cable, unit: Unit, said: Said, towards: Span | None, antecedent: Span | None) -> str:
    """What it is towards: "the text [the German text on brokers]" where the words point back."""
    said_so = "" if towards is None else folded(towards.of(cable.text))
    if said.rule == "seeks-membership":
        return f"membership in {said_so}".removesuffix(" in ") if said_so else "membership"
    if antecedent is None or said.towards is None or _is_pronoun(unit, said):
        return said_so
    return f"{said_so} [{folded(antecedent.of(cable.text))}]"


def _is_pronoun(unit: Unit, said: Said) -> bool:
    shown: Sequence[str] = (
        [] if said.towards is None else [one.low for one in unit.words[slice(*said.towards)]]
    )
    return is_bare(unit.words[slice(*said.towards)]) and len(shown) == 1 if said.towards else True
