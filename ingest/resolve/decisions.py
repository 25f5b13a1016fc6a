"""Which decisions the mentions of a document denote: by regime, meeting or year, and what was decided."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.annotate.decisions.decision_words import of_kind as of_kind_words
from ingest.annotate.language.word import folded
from ingest.annotate.names.regime import document_regime
from ingest.cable import Cable, Problem
from ingest.claim import DecisionClaim, Evidence, MeetingClaim
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile
from ingest.mention import DecisionMention, Mention
from ingest.resolve.found import Found, SoFar, evidence, of_kind
from ingest.resolve.identity import content_words, made
from ingest.resolve.same import same


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
    for one in found:
        claim = _claim(cable, one, profile, _meeting(cable, one, sofar, profile))
        earlier = claims.get(claim.id) or same(claim, tuple(claims.values()))
        kept = claim if earlier is None else _merged(earlier, claim)
        claims[kept.id] = kept
        names[one.span] = (kept.id,)
    return Found(tuple(claims.values()), names)


def _merged(one: DecisionClaim, other: DecisionClaim) -> DecisionClaim:
    joined: tuple[Evidence, ...] = tuple(sorted({*one.evidence, *other.evidence}))
    return replace(one, evidence=joined)


def _meeting(
    cable: Cable, mention: DecisionMention, sofar: SoFar, profile: Profile
) -> tuple[MeetingClaim | None, bool]:
    """The meeting that took the decision, and whether the words name it."""
    by_id = {one.id: one for one in sofar.meetings.claims}
    if mention.meeting_span is not None:
        near = [by_id[name] for name in sofar.meetings.over(mention.meeting_span) if name in by_id]
        near.sort(key=lambda one: one.series != profile.main)
        return (near[0] if near else None), True
    if mention.year is not None or mention.generic or mention.rule in ("decision-named", "noun-agreed-at"):
        return None, True
    return _own_meeting(cable, sofar, profile), False


def _own_meeting(cable: Cable, sofar: SoFar, profile: Profile) -> MeetingClaim | None:
    """The meeting that the document reports on: the one in its subject, or the one plenary of its opening."""
    subject = cable.header.subject
    if subject is not None:
        named = set(sofar.meetings.over(subject.span))
        own = [one for one in sofar.meetings.claims if one.id in named]
        if len(own) == 1:
            return own[0]
    past = [one for one in sofar.meetings.claims if one.series == profile.main and not _later(cable, one)]
    opening = [one for one in past if min(shown.span for shown in one.evidence).start < _first_end(cable)]
    return opening[0] if len(opening) == 1 else None


def _later(cable: Cable, meeting: MeetingClaim) -> bool:
    sent = cable.header.sent
    return sent is not None and meeting.start is not None and meeting.start[:10] > sent.value[:10]


def _first_end(cable: Cable) -> int:
    return cable.passages[0].span.end if cable.passages else cable.body.end


def _claim(
    cable: Cable, mention: DecisionMention, profile: Profile, where: tuple[MeetingClaim | None, bool]
) -> DecisionClaim:
    meeting, named = where
    regime = profile.id if meeting is None else meeting.regime
    year = mention.year if meeting is None else meeting.year
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


def _called(text: str) -> str:
    """What a decision is called whose words do not say what was decided: "understanding", or "decision"."""
    names = of_kind_words("outcome") - {"changes", "amendments", "revisions"}
    return next((low for low in content_words(text) if low in names), "decision")
