"""Decisions of a regime that a document names or tells of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.annotate.decisions import agreed, decision_nouns, naming, nominal, outcomes, relatives, standing
from ingest.annotate.decisions.admitted import WELCOMED, admitted
from ingest.annotate.decisions.applying import applied, applied_before, says_something
from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.deciders import may_decide, subject_decides
from ingest.annotate.decisions.deciding import deciding
from ingest.annotate.decisions.decision_words import kind_of, of_kind
from ingest.annotate.decisions.doubted import doubted
from ingest.annotate.decisions.listed import ANNOUNCING, Listing, acting, announced, headed, listed
from ingest.annotate.decisions.relating import RULES, relating
from ingest.annotate.decisions.when import Today, may_be_dated, today
from ingest.annotate.language.gatherings import Gatherings, gatherings
from ingest.annotate.language.named import among, countries_of
from ingest.annotate.language.topics import leading_topic
from ingest.annotate.language.units import Unit, units
from ingest.annotate.language.vocabulary import phrases
from ingest.annotate.language.word import Word, cover, folded, words
from ingest.annotate.names.dates import document_day
from ingest.cable import Cable
from ingest.knowledge import Knowledge
from ingest.mention import CountryMention, DecisionMention, RelationMention

_TAKING_UP: Final = frozenset(("matter", "question", "issue", "item", "principle"))
_POINTING: Final = frozenset(
    ("it", "item", "text", "embargo", "proposal", "matter", "entry", "request", "they")
)
APPLYING = frozenset(("application", "candidacy", "membership", "admission", "accession"))


def annotate_decisions(cable: Cable, knowledge: Knowledge) -> Iterator[DecisionMention | RelationMention]:
    """The decisions that sentences name, each with the words that say what was decided and where.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> text = "Canada will apply the Annex changes agreed in Athens."
    >>> [one.about for one in annotate_decisions(cable(text), KNOWLEDGE)]
    ['Annex changes']
    """
    known = gatherings(knowledge)
    countries = countries_of(cable, knowledge)
    listing, before, now, at = Listing(), _Spoken(), today(document_day(cable)), ""
    around = _Around(cable, countries)
    last: DecisionMention | None = None
    for unit in units(cable):
        if not unit.lows:
            continue
        around = around.at(unit)
        listing = Listing(unit.passage) if headed(unit.heading) and unit.passage != at else listing
        is_item, at = listing.holds(unit, at), unit.passage
        if not is_item and not may_tell_decision(unit.lows, known):
            before = before.after(unit, known, decided=False)
            continue
        named = among(unit.words, countries)
        headless = is_item and acting(unit.words)
        item = listed(unit.words, named) if is_item and not headless and not listing.acts_only else None
        carried = not unit.lows.isdisjoint(_PRONOUNS) and before.of(known) == unit.passage
        found = (
            [*_decisions(unit, known, named, now, carried=carried, headless=headless)]
            if item is None
            else [item]
        )
        made = [(one, _mention(cable, unit, one, named, around)) for one in _distinct(found)]
        told = [(one, mention) for one, mention in made if mention is not None]
        yield from (mention for _, mention in told)
        yield from _relations(unit, told, last)
        last = told[0][1] if len(told) == 1 else None
        decided = any(one.rule == "members-decided" for one in found)
        before = before.after(unit, known, decided=decided)
        listing = announced(unit.words, unit.passage, known) or listing


def _decisions(
    unit: Unit,
    known: Gatherings,
    named: Mapping[int, tuple[str, int]],
    now: Today,
    *,
    carried: bool,
    headless: bool,
) -> Iterator[Decided]:
    """What each of the rules finds in a sentence."""
    found = unit.words
    yield from standing.standing(found, known, named, now)
    yield from agreed.agreed(found, known)
    yield from standing.agreed_then(found, known, named, now)
    yield from decision_nouns.decision_nouns(found, known)
    yield from naming.naming(found, known)
    yield from nominal.nominal(found, known)
    yield from relatives.relatives(found, known, named, now)
    yield from deciding(found, known, named, now, carried=carried, headless=headless)
    yield from outcomes.outcomes(found, known, named, now)
    yield from admitted(found, named, known)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The passage in which those who decide were spoken of last, so that "it" means them; "" in none.

    Where it hangs on the sentence before alone, that is looked at when somebody asks.
    """

    passage: str = ""
    before: Unit | None = None

    def of(self, known: Gatherings) -> str:
        if self.before is None:
            return self.passage
        return self.before.passage if _subject_decides(self.before, known) else ""

    def after(self, unit: Unit, known: Gatherings, *, decided: bool) -> "_Spoken":
        if unit.first not in _PRONOUNS and not decided:
            return _Spoken(before=unit)
        return _Spoken(unit.passage if _subject_decides(unit, known) else self.of(known))


@dataclass(frozen=True, slots=True)
class _Around:
    """The sentence before the one that is read, if of the same passage, and the countries of its document."""

    cable: Cable
    countries: Sequence[CountryMention]
    unit: Unit | None = None
    last: Unit | None = None

    def at(self, unit: Unit) -> "_Around":
        last = self.unit if self.unit is not None and self.unit.passage == unit.passage else None
        return replace(self, unit=unit, last=last)

    def codes(self, *, applying: bool) -> list[str]:
        """The country of the heading, else the one that the sentence before names of an application."""
        heading = "" if self.unit is None or self.unit.heading is None else self.unit.heading.strip(" .:")
        titled = {
            one.iso3
            for one in self.countries
            if one.span.of(self.cable.text).casefold() == heading.casefold()
        }
        before = (
            {code for code, _ in among(self.last.words, self.countries).values()}
            if applying and self.last is not None
            else set()
        )
        found = titled or before
        return sorted(found) if len(found) == 1 else []


def _subject_decides(unit: Unit, known: Gatherings) -> bool:
    if not may_decide(unit.said, known):
        return False
    return subject_decides(unit.words, known)


_NAMING: Final = frozenset(
    ("noun-agreed-at", "standing-made", "standing-dated", "decision-named", "outcome-of-meeting")
)
_TELLING: Final = frozenset(
    ("members-decided", "was-decided", "body-was-tasked", "agreement-reached", "it-came-about")
)
_DOUBTED: Final = _TELLING | {"was-admitted"}
_PRONOUNS: Final = frozenset(("it", "they"))
_PASSIVE: Final = frozenset(("was", "were", "been", "it"))
"""One of these stands in a passive, or for those who decide."""
_BEGINNING: Final = (
    WELCOMED
    | (agreed.OPENERS - {"as"})
    | of_kind("naming-act")
    | naming.REACHED
    | nominal.CONSENT
    | nominal.WON
    | relatives.MADE
)


def may_tell_decision(lows: frozenset[str], known: Gatherings) -> bool:
    """Whether a sentence of those words may tell or name a decision, or announce a list of them.

    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> texts = ("Partners agreed to meet.", "The Chair was tasked to report.", "The Chair spoke.")
    >>> [may_tell_decision(words(one).lows, gatherings(knowledge())) for one in texts]
    [True, True, False]
    """
    if not lows.isdisjoint(_BEGINNING) or not (
        lows.isdisjoint(naming.TASKED) or lows.isdisjoint(known.tasked)
    ):
        return True
    if phrases("decision_outcomes").may_stand(lows) or decision_nouns.may_be_ours(lows, known):
        return True
    if ":" in lows and (known.may_act(lows) or not lows.isdisjoint(ANNOUNCING)):
        return True
    dated = not lows.isdisjoint(standing.OPENERS) or phrases("decision_origins").may_stand(lows)
    if dated and may_be_dated(lows, known):
        return True
    acts = not lows.isdisjoint(_PASSIVE) or known.may_act(lows)
    return (acts and phrases("decision_verbs").may_stand(lows)) or phrases("membership_cues").may_stand(lows)


def _relations(
    unit: Unit, told: Sequence[tuple[Decided, DecisionMention]], last: DecisionMention | None
) -> Iterator[RelationMention]:
    """What the decisions of a sentence do to each other; *last* is the one of the sentence before."""
    spans = {id(one): mention.span for one, mention in told}
    for one in relating(unit.words, [decided for decided, _ in told]):
        before = None if last is None else last.span
        subject = before if one.subject is None else spans[id(one.subject)]
        if subject is not None:
            span, rule = cover(unit.words, one.start, one.end), RULES[one.relation]
            yield RelationMention(span, rule, one.relation, subject, spans[id(one.target)])


def _distinct(found: Sequence[Decided]) -> Iterator[Decided]:
    """One decision where several rules meet on the same words: one that names a meeting, else the first."""
    ranked = sorted(found, key=lambda one: (one.generic, one.meeting is None, not one.membership))
    kept: list[Decided] = []
    for one in ranked:
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    yield from sorted((_own(one, kept) for one in kept), key=lambda one: one.start)


def _own(one: Decided, others: Sequence[Decided]) -> Decided:
    """A decision without the meeting of another that the sentence names ("Under the Rio rule, ...")."""
    if one.rule not in _TELLING or one.meeting is None:
        return one
    start, end = one.meeting
    named = (other for other in others if other.rule in _NAMING and other.start <= start and end <= other.end)
    return one if next(named, None) is None else replace(one, meeting=None, year=None)


def _leading(unit: Unit, named: Mapping[int, tuple[str, int]]) -> list[str]:
    """The countries of "On Chinese membership, ..." at the head of a sentence."""
    about = leading_topic(unit.words)
    return [] if about is None else [code for at, (code, _) in named.items() if about[0] <= at < about[1]]


def _same(one: Decided, other: Decided) -> bool:
    if one.generic and other.generic:
        return True
    if _within(one, other) or _within(other, one):
        return False
    return one.start < other.end and other.start < one.end


def _within(one: Decided, other: Decided) -> bool:
    """Whether one is an earlier meeting's, of which the other says what was decided now."""
    dated = one.meeting is not None or one.year is not None
    inner = one.rule in _NAMING and dated and (one.meeting, one.year) != (other.meeting, other.year)
    return inner and other.rule in _TELLING and other.start < one.start


def _mention(
    cable: Cable, unit: Unit, one: Decided, named: Mapping[int, tuple[str, int]], around: "_Around"
) -> DecisionMention | None:
    """The mention; ``None`` where neither what was decided nor when or where is said."""
    if one.rule in _DOUBTED and doubted(unit.words, one.start):
        return None
    said, more = unit.words[slice(*one.about)], () if one.more is None else unit.words[slice(*one.more)]
    whole = says_something(said) or one.membership or one.generic
    told = (*said, *more) if whole else more[1:] if says_something(more) else ()
    headed = "" if one.rule not in _TELLING or not _only_points(said) else _heading(unit)
    if one.rule in _TELLING and said and said[0].low == "it" and not headed:
        return None
    if not told and one.meeting is None and one.year is None:
        return None
    done = None if told else applied(unit.words, one.end) or applied_before(unit.words, one.start)
    kind = "membership" if one.membership else kind_of(told)
    spans = [pair for pair in (one.about, one.more) if pair is not None and told]
    concerns = [
        iso3 for at, (iso3, _) in sorted(named.items()) if any(pair[0] <= at < pair[1] for pair in spans)
    ]
    if not concerns and any(word.low in APPLYING | _TAKING_UP for word in told):
        concerns = _leading(unit, named) or around.codes(applying=any(word.low in APPLYING for word in told))
    return DecisionMention(
        cover(unit.words, one.start, one.end),
        one.rule,
        f"{headed}: {_said(cable, unit, one, whole=whole)}"
        if headed
        else _said(cable, unit, one, whole=whole)
        if told
        else "",
        one.year,
        None if one.meeting is None else cover(unit.words, *one.meeting),
        tuple(dict.fromkeys(concerns)),
        kind,
        one.generic,
        "" if done is None else folded(cover(unit.words, *done).of(cable.text)),
        None if one.body is None else cover(unit.words, *one.body),
    )


def _only_points(said: Sequence[Word]) -> bool:
    """Whether the words only point at what is at hand: "it", "the item", "the text"."""
    first = said[: 1 + (len(said) > 1 and said[0].low in ("the", "this", "these"))]
    return bool(first) and first[-1].low in _POINTING


def _heading(unit: Unit) -> str:
    """The heading of the passage, where it says more than that something follows."""
    heading = "" if unit.heading is None else unit.heading.strip(" .:-")
    return "" if not says_something(words(heading)) or heading.casefold() in of_kind("furniture") else heading


def _said(cable: Cable, unit: Unit, one: Decided, *, whole: bool) -> str:
    """What was decided, in the words of the text; in two pieces where its meeting stands between them."""
    if one.more is None:
        return folded(cover(unit.words, *one.about).of(cable.text))
    more = folded(cover(unit.words, one.more[0] + (not whole), one.more[1]).of(cable.text))
    return f"{folded(cover(unit.words, *one.about).of(cable.text))} {more}" if whole else more
