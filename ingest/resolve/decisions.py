"""Which decisions the mentions of a document denote: by regime, meeting or year, and what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.annotate.decisions.decision_words import of_kind as of_kind_words
from ingest.annotate.language.word import folded
from ingest.annotate.names.dates import document_day
from ingest.annotate.names.regime import document_regime
from ingest.cable import Cable, Problem
from ingest.claim import DecisionClaim, DecisionLink, Evidence, MeetingClaim
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile
from ingest.mention import DecisionMention, MeetingMention, Mention, RelationMention
from ingest.resolve.found import Found, SoFar, evidence, of_kind
from ingest.resolve.identity import content_words, made
from ingest.resolve.plenaries import which_plenary
from ingest.resolve.same import is_bare, same, taken_up

_STANDING = ("decision-named", "noun-agreed-at", "standing-made", "standing-dated")
"""Rules that name a decision which was taken before the document speaks."""
_TOLD = (
    *("members-decided", "was-decided", "body-was-tasked"),
    *("agreement-reached", "listed-decision", "it-came-about"),
)
"""Rules by which a document tells what was decided."""


def resolve_decisions(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[DecisionClaim]:
    r"""One claim for each decision, with all the places that name it.

    A decision whose meeting the words do not name belongs to the meeting that a statement is of.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. Canada will apply the Annex changes agreed in Athens."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_decisions(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [(one.about, one.regime) for one in found.claims]
    [('Annex changes', 'mtcr')]
    """
    profile = document_regime(cable, knowledge)
    # those that say what was decided come first, so that "the Buenos Aires decision" can mean one of them
    found = sorted(of_kind(mentions, DecisionMention), key=lambda one: (one.about == "", one.span))
    if profile is None:
        why = "a decision of a regime that the document does not name"
        return Found(unresolved=tuple(Problem(one.span.of(cable.text), one.span, why) for one in found))
    claims: dict[str, DecisionClaim] = {}
    names: dict[Span, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for one in found:
        whose = _regime_of(cable, one, profile, knowledge)
        claim = _claim(cable, one, whose, _meeting(cable, one, sofar, whose))
        earlier = claims.get(claim.id) or same(claim, tuple(claims.values()))
        if earlier is None and is_bare(claim):
            meant = taken_up(claim, tuple(claims.values()))
            earlier = meant[0] if len(meant) == 1 else None
            if len(meant) > 1 and claim.unsaid and one.span.of(cable.text).lower().startswith("what"):
                why = f"{len(meant)} decisions of that meeting are told of that this may mean"
                problems.append(Problem(one.span.of(cable.text), one.span, why))
                continue
        kept = claim if earlier is None else _merged(earlier, claim)
        claims[kept.id] = kept
        names[one.span] = (kept.id,)
    return Found(_linked(cable, mentions, claims, names), names, tuple(problems))


def _linked(
    cable: Cable,
    mentions: Sequence[Mention],
    claims: Mapping[str, DecisionClaim],
    names: Mapping[Span, tuple[str, ...]],
) -> tuple[DecisionClaim, ...]:
    """The decisions, each with what it does to others."""
    links: dict[str, set[DecisionLink]] = {}
    for one in of_kind(mentions, RelationMention):
        shown = evidence(cable, one.span, one.rule)
        for subject in names.get(one.subject, ()):
            made = {
                DecisionLink((shown,), one.relation, to) for to in names.get(one.target, ()) if to != subject
            }
            links.setdefault(subject, set()).update(made)
    return tuple(
        replace(
            claim, links=tuple(sorted(links.get(claim.id, ()), key=lambda one: (one.evidence, one.target)))
        )
        for claim in claims.values()
    )


def _regime_of(cable: Cable, mention: DecisionMention, own: Profile, knowledge: Knowledge) -> Profile:
    """The regime that the words name as the one that decided; else that of the document."""
    said = folded(mention.span.of(cable.text))
    for one in knowledge.profiles:
        if one.id != own.id and any(len(name) > 3 and name in said for name in one.names):
            return one
    return own


def _merged(one: DecisionClaim, other: DecisionClaim) -> DecisionClaim:
    joined: tuple[Evidence, ...] = tuple(sorted({*one.evidence, *other.evidence}))
    return replace(one, evidence=joined)


def _meeting(
    cable: Cable, mention: DecisionMention, sofar: SoFar, profile: Profile
) -> tuple[MeetingClaim | None, bool]:
    """The meeting that took the decision, and whether the words name it."""
    for span in (mention.meeting_span, mention.body_span):
        near = [] if span is None else _over(span, sofar, profile)
        if near and mention.year in (None, near[0].year):
            return near[0], True
    if mention.year is not None:
        return _at_place(cable, mention, profile) or _of_year(cable, mention, profile), True
    if mention.meeting_span is not None:
        return _at_place(cable, mention, profile), True
    if mention.generic or mention.rule in _STANDING:
        return None, True
    own = _own_meeting(cable, sofar, profile)
    return own, False


def _over(span: Span, sofar: SoFar, profile: Profile) -> list[MeetingClaim]:
    """The meetings that the words name, those of the series that decides first."""
    by_id = {one.id: one for one in sofar.meetings.claims}
    near = [by_id[name] for name in sofar.meetings.over(span) if name in by_id]
    return sorted(near, key=lambda one: one.series != profile.main)


def _at_place(cable: Cable, mention: DecisionMention, profile: Profile) -> MeetingClaim | None:
    """The plenary at the place that the words give, where only the decision tells that one is meant."""
    said = "" if mention.meeting_span is None else folded(mention.meeting_span.of(cable.text)).casefold()
    places = {one.place for one in profile.plenaries if one.place and _starts(one.place.casefold(), said)}
    if len(places) != 1:
        return None
    asked = MeetingMention(mention.span, "decision-place", year=mention.year, place=places.pop())
    stated = mention.year is not None
    meant = which_plenary(asked, profile, sent=document_day(cable), year_stated=stated, named=())
    one = meant.plenary
    if one is None or meant.why is not None or one.year is None:
        return None
    shown = evidence(cable, mention.span, mention.rule, "derived")
    return MeetingClaim((shown,), one.id, profile.id, profile.main, one.ordinal, one.year, one.place)


def _of_year(cable: Cable, mention: DecisionMention, profile: Profile) -> MeetingClaim | None:
    """The one plenary that the list has of that year, if it was over when the document was written."""
    held = [one for one in profile.plenaries if one.year == mention.year]
    day = document_day(cable)
    if len(held) != 1 or held[0].place is None or held[0].year is None or day is None:
        return None
    if (held[0].end or held[0].start or f"{held[0].year}-12-31") > day[:10]:
        return None
    shown = evidence(cable, mention.span, mention.rule, "derived")
    [one] = held
    return MeetingClaim((shown,), one.id, profile.id, profile.main, one.ordinal, one.year, one.place)


def _starts(place: str, said: str) -> bool:
    """Whether a place, or the first word of its name, stands in words ("Rio" for "Rio de Janeiro")."""
    words = said.replace("'s", " ").replace("’s", " ").split()
    return place in said or (" " in place and place.split()[0] in words and len(place.split()[0]) > 2)


def _own_meeting(cable: Cable, sofar: SoFar, profile: Profile) -> MeetingClaim | None:
    """The meeting that the document reports on: the one in its subject, or the one plenary of its opening."""
    of_title = [one for one in sofar.meetings.claims if cable.id.endswith(one.id)]
    if of_title:
        return of_title[0]
    subject = cable.header.subject
    if subject is not None:
        named = set(sofar.meetings.over(subject.span))
        own = [one for one in sofar.meetings.claims if one.id in named]
        if len(own) == 1:
            return None if _later(cable, own[0]) else own[0]
    past = [one for one in sofar.meetings.claims if one.series == profile.main and not _later(cable, one)]
    opening = [one for one in past if min(shown.span for shown in one.evidence).start < _first_end(cable)]
    return opening[0] if len(opening) == 1 else None


def _later(cable: Cable, meeting: MeetingClaim) -> bool:
    """Whether a meeting was still to come when the document was written."""
    sent = cable.header.sent
    begins = meeting.start or (None if meeting.year is None else str(meeting.year))
    return sent is not None and begins is not None and begins[:10] > sent.value[: len(begins[:10])]


def _first_end(cable: Cable) -> int:
    return cable.passages[0].span.end if cable.passages else cable.body.end


def _claim(
    cable: Cable, mention: DecisionMention, profile: Profile, where: tuple[MeetingClaim | None, bool]
) -> DecisionClaim:
    meeting, named = where
    regime = profile.id if meeting is None else meeting.regime
    year = (mention.year or _reported(cable, mention)) if meeting is None else meeting.year
    adopted = None if meeting is None else meeting.id
    said = content_words(mention.about)
    about = said or (_called(mention.span.of(cable.text)),)
    membership = mention.kind == "membership" and bool(mention.concerns)
    place = (
        [] if adopted is None else [adopted.removeprefix(regime + "-").removeprefix(f"{profile.main_slug}-")]
    )
    when = place or ([] if year is None else [str(year)]) or (["earlier"] if mention.generic else [])
    key = ("membership", *sorted(mention.concerns)) if membership else about
    # what words leave open may be another thing in each document
    own = () if said and not mention.generic else (cable.id,)
    slugged = ("admit", *mention.concerns) if membership else about
    return DecisionClaim(
        (evidence(cable, mention.span, mention.rule, "verbatim" if named else "derived"),),
        made(head=(regime, *when), about=slugged, key=(regime, adopted or str(year or ""), *key, *own)),
        mention.about or mention.applied or folded(mention.span.of(cable.text)),
        regime,
        adopted,
        year,
        mention.concerns,
        mention.kind,
        mention.generic,
        unsaid=not said,
    )


def _reported(cable: Cable, mention: DecisionMention) -> int | None:
    """The year of a report from a post, of what it tells of as done without saying when."""
    day, post = document_day(cable), cable.header.post
    told = mention.rule in _TOLD and day is not None and post is not None and post.value != "STATE"
    return int(day[:4]) if told and day is not None and day[5:7] != "01" else None


def _called(text: str) -> str:
    """What a decision is called whose words do not say what was decided: "understanding", or "decision"."""
    names = of_kind_words("outcome") - {"changes", "amendments", "revisions"}
    return next((low for low in content_words(text) if low in names), "decision")
