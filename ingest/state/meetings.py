"""The meetings that a document names."""

from collections.abc import Iterator

from ingest.claim import MeetingClaim
from ingest.knowledge import Plenary
from ingest.state.label import meeting_label, parted, regime_name, slug
from ingest.state.page import Page, facts, named
from ingest.state.written import Statement, Term, flag, moment, node, number, text, year
from ontology import names
from ontology import terms as t


def meeting_quads(page: Page) -> Iterator[Statement]:
    """Every meeting; of one that the tables list only what the tables leave blank is stated here.

    >>> from ingest.claim import Evidence, Extraction
    >>> from ingest.document import Span
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> words = (Evidence(Span(11, 24), "1", "series-year"),)
    >>> claim = MeetingClaim(words, "mtcr-tem-2008-bonn", "mtcr", "TEM", year=2008, place="Bonn", host="DEU")
    >>> said = Extraction(cable("1. (C) The 2008 Bonn TEM."), meetings=(claim,))
    >>> for one in brief(meeting_quads(page(said, knowledge())), "label", "year", "hostCountry"):
    ...     print(one)
    mtcr-tem-2008-bonn hostCountry DEU
    mtcr-tem-2008-bonn label MTCR TEM 2008, Bonn
    mtcr-tem-2008-bonn year 2008
    """
    for claim in page.extraction.meetings:
        thing, graph = node(names.thing("meeting", claim.id)), page.graph(claim.evidence)
        label = meeting_label(claim.id, claim.regime, claim.series, page.knowledge)
        yield from named(thing, graph, label, t.C_MEETING)
        yield from facts(
            thing,
            graph,
            (t.IN_SERIES, series_node(claim.regime, claim.series)),
            (t.REGIME, node(names.thing("regime", claim.regime))),
            (t.PARTICIPANT, [_country(one) for one in claim.participants]),
            (t.INTERSESSIONAL, flag(True) if claim.intersessional else None),
            (t.SKOS_ALT_LABEL, _former(page, claim)),
            (t.DCTERMS_IS_PART_OF, None if claim.part_of is None else _meeting(claim.part_of)),
            (t.WEEK_START, moment(claim.week and claim.week[0])),
            (t.WEEK_END, moment(claim.week and claim.week[1])),
            (t.SKOS_EXACT_MATCH, None if claim.same_as is None else _meeting(claim.same_as)),
            (t.EVIDENCE, [page.evidence(one) for one in claim.evidence]),
        )
        listed = _listed(page, claim.id)
        yield from _occasion(thing, graph, claim, listed)
        yield from _chairs(thing, graph, claim, listed)
        yield from regime_quads(page, claim.regime, graph)
        yield from _series(page, claim, graph)


def series_node(regime: str, series: str) -> Term:
    """The series of a regime.

    >>> series_node("mtcr", "SmallGroup").rpartition("/")[2].strip(">")
    'mtcr-small-group'
    """
    return node(names.thing("series", f"{regime}-{slug(parted(series))}"))


def regime_quads(page: Page, regime: str, graph: Term) -> Iterator[Statement]:
    """What a regime is, where no profile says it.

    >>> from ingest.claim import Extraction
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> made = page(Extraction(cable("1. (C) Text.")), knowledge())
    >>> brief(regime_quads(made, "zangger-committee", made.graph()), "label")
    ['zangger-committee label Zangger Committee']
    >>> brief(regime_quads(made, "mtcr", made.graph()))
    []
    """
    if regime not in {profile.id for profile in page.knowledge.profiles}:
        label = regime_name(regime, page.knowledge)
        yield from named(node(names.thing("regime", regime)), graph, label, t.C_REGIME)


def _series(page: Page, claim: MeetingClaim, graph: Term) -> Iterator[Statement]:
    known = {(one.id, series.id) for one in page.knowledge.profiles for series in one.series}
    if (claim.regime, claim.series) not in known:
        thing = series_node(claim.regime, claim.series)
        label = f"{regime_name(claim.regime, page.knowledge)} {parted(claim.series)}"
        regime = node(names.thing("regime", claim.regime))
        yield from named(thing, graph, label, t.C_MEETING_SERIES, also=[(t.REGIME, regime)])


def _occasion(thing: Term, graph: Term, claim: MeetingClaim, listed: Plenary | None) -> Iterator[Statement]:
    host = claim.host or claim.country
    stated = (
        (t.ORDINAL, number(claim.ordinal), listed and listed.ordinal),
        (t.YEAR, year(claim.year), listed and listed.year),
        (t.PLACE, text(claim.place), listed and listed.place),
        (t.HOST_COUNTRY, None if host is None else _country(host), listed and listed.country),
        (t.START_DATE, moment(claim.start), listed and listed.start),
        (t.END_DATE, moment(claim.end), listed and listed.end),
    )
    yield from facts(thing, graph, *((name, value) for name, value, known in stated if known is None))


def _chairs(thing: Term, graph: Term, claim: MeetingClaim, listed: Plenary | None) -> Iterator[Statement]:
    """Persons and countries in the chair, as far as the tables do not have them."""
    for chair in () if listed is not None and listed.chairs else claim.chairs:
        person = node(names.thing("person", slug(chair)))
        yield from named(person, graph, chair, t.C_PERSON)
        yield from facts(thing, graph, (t.CHAIR, person))
    if listed is None or listed.chair_country is None:
        yield from facts(thing, graph, (t.CHAIR, [_country(one) for one in claim.chaired_by]))


def _listed(page: Page, identifier: str) -> Plenary | None:
    for profile in page.knowledge.profiles:
        for plenary in profile.plenaries:
            if plenary.id == identifier:
                return plenary
    return None


def _former(page: Page, claim: MeetingClaim) -> Term | None:
    """What the document alone calls the meeting, where it goes by another name."""
    if claim.formerly is None:
        return None
    return text(meeting_label(claim.formerly, claim.regime, claim.series, page.knowledge))


def _meeting(identifier: str) -> Term:
    return node(names.thing("meeting", identifier))


def _country(iso3: str) -> Term:
    return node(names.thing("country", iso3))
