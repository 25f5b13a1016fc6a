"""Which regime a text is about: what bare words such as "the Plenary" are read against."""

from collections import Counter
from typing import Final

from ingest.annotate.names.names import Names, is_abbreviation, names, per_knowledge
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile

_TELLING: Final = 4


@per_knowledge
def regime_names(knowledge: Knowledge) -> Names[Profile]:
    """The names of all regimes."""
    return names(((name, one) for one in knowledge.profiles for name in one.names), folded=True)


@per_knowledge
def _own_series(knowledge: Knowledge) -> Names[Profile]:
    """Short names of meetings that only one regime has ("RPOC"); other bodies have Technical Experts too."""
    owners = {
        (name, one.id): one
        for one in knowledge.profiles
        for s in one.series
        for name in s.names
        if is_abbreviation(name) and len(name) >= _TELLING
    }
    times = Counter(name.casefold() for name, _ in owners)
    return names(
        ((name, one) for (name, _), one in owners.items() if times[name.casefold()] == 1), folded=True
    )


def document_regime(cable: Cable, knowledge: Knowledge) -> Profile | None:
    """The regime that a document is about: by its subject, else its TAGS, else what its body names most.

    ``None`` where none is named, or two equally often.
    """
    subject = cable.header.subject
    by_subject = _most(regime_names(knowledge), cable.text, subject.span) if subject is not None else None
    return (
        by_subject
        or _by_tags(cable, knowledge)
        or _most(regime_names(knowledge), cable.text, _body(cable))
        or _most(_own_series(knowledge), cable.text, None)
    )


def _by_tags(cable: Cable, knowledge: Knowledge) -> Profile | None:
    tags = {tag.value for tag in cable.header.tags}
    tagged = [profile for profile in knowledge.profiles if tags & set(profile.tags)]
    return tagged[0] if len(tagged) == 1 else None


def _most(known: Names[Profile], text: str, span: Span | None) -> Profile | None:
    times = Counter(one.id for _, found in known.find(text, span) for one in found)
    profiles = {one.id: one for _, found in known.find(text, span) for one in found}
    ranked = times.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return profiles[ranked[0][0]]


def _body(cable: Cable) -> Span | None:
    return cable.body if cable.body.end > cable.body.start else None
