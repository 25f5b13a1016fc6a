"""The countries that a document names, each once with all its places."""

from collections.abc import Sequence

from ingest.annotate.names.regime import document_regime
from ingest.cable import Cable, Problem
from ingest.claim import CountryClaim, Evidence, Grade
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import CountryMention, Mention
from ingest.resolve.found import Found, SoFar, evidence, of_kind


def resolve_countries(
    cable: Cable, mentions: Sequence[Mention], knowledge: Knowledge, sofar: SoFar
) -> Found[CountryClaim]:
    r"""One claim a country.

    A word that several countries share means the one that belongs to the regime ("the Korean Chair"), else
    the one that the document names elsewhere in full, else none.

    >>> from ingest.annotate import annotate
    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. The French agreed. The Korean Chair thanked France."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> found = resolve_countries(cable, annotate(cable, knowledge()), knowledge(), SoFar())
    >>> [(one.iso3, len(one.evidence)) for one in found.claims]
    [('FRA', 2), ('KOR', 1)]
    """
    readings: dict[Span, list[CountryMention]] = {}
    for mention in of_kind(mentions, CountryMention):
        readings.setdefault(mention.span, []).append(mention)
    named = {found[0].iso3 for found in readings.values() if len(found) == 1}
    members = _members(cable, knowledge)
    shown: dict[str, list[Evidence]] = {}
    problems: list[Problem] = []
    for span, found in readings.items():
        meant = _one_of(found, members) or _one_of(found, named)
        if meant is None:
            countries = " or ".join(sorted(one.iso3 for one in found))
            problems.append(Problem(span.of(cable.text), span, f"the word may mean {countries}"))
            continue
        grade: Grade = "verbatim" if len(found) == 1 else "derived"
        shown.setdefault(meant.iso3, []).append(evidence(cable, span, meant.rule, grade))
    claims = tuple(CountryClaim(tuple(sorted(shown[iso3])), iso3) for iso3 in sorted(shown))
    names = {one.span: (claim.iso3,) for claim in claims for one in claim.evidence}
    return Found(claims, names, tuple(problems))


def _one_of(found: Sequence[CountryMention], known: set[str]) -> CountryMention | None:
    if len(found) == 1:
        return found[0]
    likely = [one for one in found if one.iso3 in known]
    return likely[0] if len(likely) == 1 else None


def _members(cable: Cable, knowledge: Knowledge) -> set[str]:
    regime = document_regime(cable, knowledge)
    partners = () if regime is None else regime.partners
    return {partner.iso3 for partner in partners if partner.in_year(cable.year)}
