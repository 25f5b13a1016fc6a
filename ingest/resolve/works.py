"""The standing works that a document names, each once with all its places."""

from collections.abc import Sequence

from ingest.annotate.names.regime import document_regime
from ingest.annotate.names.works import work_names
from ingest.cable import Cable, Problem
from ingest.claim import Evidence, WorkClaim
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile, Work
from ingest.mention import Mention, WorkMention
from ingest.resolve.found import Found, SoFar, evidence, of_kind


def resolve_works(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[WorkClaim]:
    r"""One claim a work; a name that several regimes use ("the Guidelines") means the document's regime's.

    A single word such as "Annex" names no work in a document that is about no regime.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. The Guidelines and the MTCR Guidelines are one."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_works(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [(one.id, len(one.evidence)) for one in found.claims]
    [('mtcr-guidelines', 2)]
    """
    regime = document_regime(cable, knowledge)
    shown: dict[str, list[Evidence]] = {}
    works: dict[str, Work] = {}
    problems: list[Problem] = []
    for span, rule in dict.fromkeys((one.span, one.rule) for one in of_kind(mentions, WorkMention)):
        readings = [work for _, found in work_names(knowledge).find(cable.text, span) for work in found]
        meant = _meant(readings, regime)
        if meant is None and regime is None and _is_common(span.of(cable.text)):
            continue
        if meant is None:
            problems.append(_open(cable, span, readings))
            continue
        works[meant.id] = meant
        shown.setdefault(meant.id, []).append(evidence(cable, span, rule))
    claims = tuple(WorkClaim(tuple(sorted(shown[key])), key, works[key].label) for key in sorted(shown))
    names = {one.span: (claim.id,) for claim in claims for one in claim.evidence}
    return Found(claims, names, tuple(problems))


def _meant(readings: Sequence[Work], regime: Profile | None) -> Work | None:
    """The work of the document's regime, else the only one of that name; outside regimes an annex is any."""
    own = [work for work in readings if regime is not None and work in regime.works]
    if len(own) == 1:
        return own[0]
    return readings[0] if len(readings) == 1 and regime is not None else None


def _is_common(words: str) -> bool:
    return len([word for word in words.casefold().split() if word != "the"]) < 2


def _open(cable: Cable, span: Span, readings: Sequence[Work]) -> Problem:
    several = ", ".join(sorted(work.id for work in readings))
    return Problem(span.of(cable.text), span, f"no regime shows which work is meant: {several}")
