"""Directives: each act that guidance asks of its addressees, allows or forbids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.annotate.directives.conjuncts import with_conjuncts
from ingest.annotate.directives.imperatives import POLITE, imperatives, may_order
from ingest.annotate.directives.instructed import OBJECTIVES, instructed_acts
from ingest.annotate.directives.inverted import inverted_acts
from ingest.annotate.directives.leads import STEPS, Lead, announces, is_open, item_act
from ingest.annotate.directives.modals import modal_acts, released
from ingest.annotate.directives.norms import norms
from ingest.annotate.language import conditions
from ingest.annotate.language.addressed import Places, addressed_posts
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.subjects import foreign_words
from ingest.annotate.language.units import Unit, titles, units
from ingest.annotate.language.vocabulary import phrases
from ingest.annotate.language.word import cover, folded
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import DirectiveMention
from ingest.pattern import pattern

_ENDINGS: Final = frozenset(("should", "may", "must", "shall", "to"))
_OPENING: Final = 400
_HEARD: Final = pattern(
    "record-of-talk",
    r"(?i)\b(?:memorand(?:um|a) (?:of|on) (?:a |the )?(?:telephone )?conversations?"
    r"|memorand(?:um|a) for the record|(?:minutes|notes|transcript|record|summary) of "
    r"(?:an? |the )?[^\n]{0,40}(?:meeting|conversation|talks?|call))\b",
    example="Memorandum of Conversation",
)
_PLAINLY: Final = POLITE | OBJECTIVES


def annotate_directives(cable: Cable, knowledge: Knowledge) -> Iterator[DirectiveMention]:
    """The directives of a document, each with its clause and its sentence.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> text = "As appropriate, the delegation may suggest a date."
    >>> [(one.modality, one.act, one.condition) for one in annotate_directives(cable(text), KNOWLEDGE)]
    [('may', 'suggest', 'as appropriate')]
    """
    if _HEARD.search(cable.text[:_OPENING]) is not None and cable.kind != "Cable":
        return  # who is "you" there is who was spoken to
    foreign = foreign_words(knowledge)
    gives, posts = _gives_guidance(cable), addressed_posts(cable)
    lead: Lead | None = None
    used = False
    spoken_of: tuple[str, str | None] = ("", None)
    for unit in _read(cable):
        if unit.spoken or not unit.lows:
            continue
        if lead is not None and not _reaches(lead, unit):
            yield from _left_open(cable, lead, used=used)
            lead = None
        before = spoken_of[1] if spoken_of[0] == unit.passage else None
        setting = Setting(foreign, gives, before, posts)
        if lead is None and not may_ask(unit.said, unit.lows, setting):
            spoken_of = (unit.passage, None)
            continue
        asked = tuple(_asked(unit, lead, setting))
        label = next((one.label for one in asked if one.label is not None), None)
        spoken_of = (unit.passage, label or released(unit.words, foreign))
        opened = [one for one in asked if is_open(one, unit.words)]
        used = used or any(one.rule == "bullet" for one in asked)
        yield from _mentions(cable, unit, [one for one in asked if one not in opened], lead)
        begun = _lead(unit, opened or [one for one in asked if _numbered(unit, one)])
        if begun is not None:
            yield from _left_open(cable, lead, used=used)
            lead, used = begun, not opened
    yield from _left_open(cable, lead, used=used)


def _read(cable: Cable) -> Iterator[Unit]:
    """The sentences, and the headings that end in a modal whose acts follow ("Dates: USDel should")."""
    open_titles = [one for one in titles(cable) if one.said[-1:] and one.said[-1] in _ENDINGS]
    every = units(cable)
    yield from sorted((*open_titles, *every), key=lambda one: one.span.start) if open_titles else every


def _left_open(cable: Cable, lead: Lead | None, *, used: bool) -> Iterator[DirectiveMention]:
    """The act of a lead-in that no item below takes up ("should take the following line:")."""
    if lead is not None and lead.own is not None and not used:
        unit, one = lead.own
        if one.act.lemma is not None:
            yield from _mentions(cable, unit, [one], None)


def _gives_guidance(cable: Cable) -> bool:
    """Whether the document may order without naming who acts; press statements and posts' reports do not."""
    post = cable.header.post
    return cable.kind != "PressStatement" and (post is None or post.value == "STATE")


def _reaches(lead: Lead, unit: Unit) -> bool:
    return (
        unit.passage == lead.passage
        or unit.parent == lead.passage
        or unit.passage.startswith(lead.passage + ".")
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is read against: foreign names, whether the document orders, whom it spoke of last.

    ``posts`` are the towns of those that it goes to.
    """

    foreign: frozenset[str]
    gives: bool
    spoken_of: str | None
    posts: Places


def may_ask(said: Sequence[str], lows: frozenset[str], setting: Setting) -> bool:
    """Whether a sentence that says those words may ask for something, or announce what is asked.

    A modal asks those to whom the telegram goes; in a document that gives guidance it lays down other things
    too, and a bare verb orders.

    >>> setting = Setting(frozenset(), False, None, frozenset())
    >>> texts = ("posts should reply .", "france should reply .", "we met the delegation .")
    >>> [may_ask(one.split(), frozenset(one.split()), setting) for one in texts]
    [True, False, False]
    """
    if not lows.isdisjoint(_PLAINLY) or (":" in lows and not lows.isdisjoint(STEPS)):
        return True
    if setting.gives and may_order(said):
        return True
    called = phrases("addressees", "head").may_stand(lows | {one[:-2] for one in lows if one.endswith("'s")})
    called = called or any(lows.issuperset(town) for town in setting.posts)
    if phrases("modals").may_stand(lows) and (called or setting.gives or setting.spoken_of is not None):
        return True
    return called and phrases("instructing_verbs").may_stand(lows)


def _asked(unit: Unit, lead: Lead | None, setting: Setting) -> Iterator[Asked]:
    found = unit.words
    for one, end in _with_ends(_first_acts(unit, lead, setting), len(found)):
        yield from [one] if one.rule == "objectives" else with_conjuncts(found, one, end)


def _with_ends(asked: Sequence[Asked], end: int) -> Iterator[tuple[Asked, int]]:
    return zip(asked, [*(later.clause for later in asked[1:]), end], strict=False)


def _first_acts(unit: Unit, lead: Lead | None, setting: Setting) -> list[Asked]:
    found = unit.words
    if lead is not None and (unit.is_item or unit.passage != lead.passage):
        item = item_act(found, lead)
        if item is not None:
            return [item]
    direct = [
        *modal_acts(found, setting.foreign, spoken_of=setting.spoken_of, posts=setting.posts),
        *instructed_acts(found, setting.foreign),
        *inverted_acts(found, setting.foreign, spoken_of=setting.spoken_of),
    ]
    if setting.gives:
        taken = {at for other in direct for at in (other.start, other.act.at)}
        direct += [one for one in norms(found, setting.foreign) if taken.isdisjoint((one.start, one.act.at))]
    if direct:
        return sorted(direct, key=lambda one: (one.start, one.act.at))
    orders = imperatives(found)
    return [one for one in orders if one.rule == "please" or (setting.gives and not unit.is_item)]


def _mentions(
    cable: Cable, unit: Unit, asked: Sequence[Asked], lead: Lead | None
) -> Iterator[DirectiveMention]:
    ends = [later.clause for later in asked[1:]] + [len(unit.words)]
    for position, (one, end) in enumerate(zip(asked, ends, strict=False)):
        stop = max(_without_conjunction(unit, end), one.act.at + len((one.act.lemma or "").split()))
        shared = position > 0 and one.clause == max(one.clause, asked[0].act.at)
        limits = [*_conditions(unit, one, stop, asked[0] if shared and one.label == asked[0].label else one)]
        if lead is not None and one.rule == "bullet":
            limits = [*lead.conditions, *limits]
        yield DirectiveMention(
            cover(unit.words, one.start, stop),
            one.rule,
            unit.span,
            one.act.modality,
            one.act.lemma or "",
            folded(cover(unit.words, one.act.at, stop).of(cable.text)),
            conditions.spoken(cable.text, limits),
            one.label,
        )


def _without_conjunction(unit: Unit, end: int) -> int:
    while end and unit.words[end - 1].low in ("and", "but", "or", ",", ";", ":", "."):
        end -= 1
    return end


def _conditions(unit: Unit, one: Asked, end: int, first: Asked) -> Iterator[Span]:
    """The conditions of an act; one that leads a sentence holds for all acts that share its subject."""
    begin = first.clause if first.label is not None else max(first.clause, first.start)
    yield from conditions.leading(unit.words, begin)
    yield from conditions.inside(unit.words, one.start, one.act.at)
    denied = one.act.modality.endswith("-not")
    yield from conditions.trailing(unit.words, one.act.at, end, denied=denied)


def _numbered(unit: Unit, one: Asked) -> bool:
    """Whether the act is the first of several with numbers, of which the others follow as items."""
    before = [word.low for word in unit.words[max(0, one.act.at - 3) : one.act.at]]
    return before[:1] == ["("] and before[-1:] == [")"] and unit.words[-1].low in (";", ",", "and")


def _lead(unit: Unit, opened: Sequence[Asked]) -> Lead | None:
    if opened:
        one = opened[-1]
        limits = tuple(conditions.leading(unit.words, one.clause))
        sure = one.act.lemma is None or _numbered(unit, one)
        return Lead(one.act.modality, one.label, limits, unit.passage, sure, (unit, one))
    if announces(unit.words):
        return Lead("should", None, (), unit.passage, sure=False)
    return None
