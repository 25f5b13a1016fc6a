"""What a profile says of its regime, as statements of the authority graph."""

from collections.abc import Iterator

from ingest.knowledge import Knowledge, Partner, Plenary, Profile, Series, Topic, Work
from ingest.state.fact import AUTHORITY, besides, source, sources
from ingest.state.label import meeting_label, regime_name, slug
from ingest.state.meetings import series_node
from ingest.state.page import facts, named
from ingest.state.written import Statement, Term, moment, node, number, text, year
from ontology import names
from ontology import terms as t


def profile_quads(profile: Profile, knowledge: Knowledge) -> Iterator[Statement]:
    """The regime, its series, plenaries, members, topics and standing works.

    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> known = knowledge()
    >>> mtcr = next(one for one in known.profiles if one.id == "mtcr")
    >>> stated = brief(profile_quads(mtcr, known), "place", "since")
    >>> "mtcr-plenary-2003-buenos-aires place Buenos Aires" in stated, "mtcr-ARG since 1993" in stated
    (True, True)
    """
    regime = node(names.thing("regime", profile.id))
    yield from named(regime, AUTHORITY, profile.label, t.C_REGIME)
    yield from facts(regime, AUTHORITY, (t.SKOS_ALT_LABEL, besides(profile.label, profile.names)))
    for series in profile.series:
        yield from _series(series, profile)
    for plenary in profile.plenaries:
        yield from _plenary(plenary, profile, knowledge)
    for partner in profile.partners:
        yield from _partner(partner, profile, knowledge)
    for topic in profile.topics:
        yield from _topic(topic, profile)
    for work in profile.works:
        yield from _work(work, profile)


def _regime(profile: Profile) -> Term:
    return node(names.thing("regime", profile.id))


def _series(series: Series, profile: Profile) -> Iterator[Statement]:
    thing = series_node(profile.id, series.id)
    kind = t.C_MEETING_SERIES if series.is_meeting else t.SKOS_CONCEPT
    yield from named(thing, AUTHORITY, series.label, kind)
    yield from facts(
        thing,
        AUTHORITY,
        (t.SKOS_IN_SCHEME, node(names.thing("scheme", "series"))),
        (t.SKOS_ALT_LABEL, besides(series.label, series.names)),
        (t.SKOS_DEFINITION, text(series.meaning)),
        (t.REGIME, _regime(profile)),
        (t.DCTERMS_IS_PART_OF, None if series.part_of is None else series_node(profile.id, series.part_of)),
        (t.DCTERMS_SOURCE, source(series.source)),
        (t.SKOS_NOTE, text(series.notes)),
    )


def _plenary(plenary: Plenary, profile: Profile, knowledge: Knowledge) -> Iterator[Statement]:
    thing = node(names.thing("meeting", plenary.id))
    yield from named(
        thing, AUTHORITY, meeting_label(plenary.id, profile.id, profile.main, knowledge), t.C_MEETING
    )
    yield from facts(
        thing,
        AUTHORITY,
        (t.IN_SERIES, series_node(profile.id, profile.main)),
        (t.REGIME, _regime(profile)),
        (t.ORDINAL, number(plenary.ordinal)),
        (t.YEAR, year(plenary.year)),
        (t.START_DATE, moment(plenary.start)),
        (t.END_DATE, moment(plenary.end)),
        (t.PLACE, text(plenary.place)),
        (t.HOST_COUNTRY, None if plenary.country is None else _country(plenary.country)),
        (t.DCTERMS_DESCRIPTION, text(plenary.key_decisions)),
        (t.DCTERMS_SOURCE, _known_from(plenary, profile)),
        (t.SKOS_NOTE, text(plenary.notes)),
    )
    yield from _chairs(thing, plenary, knowledge)


def _known_from(plenary: Plenary, profile: Profile) -> tuple[Term, ...]:
    """The sources of a plenary; of one that only the count of the others implies, the table that lists it."""
    stated = tuple(sources(plenary.statement, plenary.source))
    return stated or tuple(sources(f"{profile.id}/plenaries.csv"))


def _chairs(thing: Term, plenary: Plenary, knowledge: Knowledge) -> Iterator[Statement]:
    for chair in plenary.chairs:
        person = node(names.thing("person", slug(chair)))
        yield from facts(thing, AUTHORITY, (t.CHAIR, person))
        yield from named(person, AUTHORITY, chair, t.C_PERSON)
    if plenary.chair_country is not None:
        found = _countries(plenary.chair_country, knowledge)
        yield from facts(thing, AUTHORITY, (t.CHAIR, map(_country, found)))
        if not found:
            yield from facts(thing, AUTHORITY, (t.SKOS_NOTE, text(f"Chaired by: {plenary.chair_country}")))


def _countries(words: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The codes of "Argentina" or of "Netherlands and Luxembourg"; none unless every name is known."""
    known = {name: one.iso3 for one in knowledge.countries.values() for name in one.names}
    parts = [words] if words in known else words.split(" and ")
    return tuple(known[part] for part in parts) if all(part in known for part in parts) else ()


def _country(iso3: str) -> Term:
    return node(names.thing("country", iso3))


def _partner(partner: Partner, profile: Profile, knowledge: Knowledge) -> Iterator[Statement]:
    thing = node(names.thing("membership", f"{profile.id}-{partner.iso3}"))
    label = f"{partner.label} in the {regime_name(profile.id, knowledge)}"
    yield from named(thing, AUTHORITY, label, t.C_MEMBERSHIP)
    yield from facts(
        thing,
        AUTHORITY,
        (t.MEMBER, _country(partner.iso3)),
        (t.REGIME, _regime(profile)),
        (t.SINCE, year(partner.since)),
        (t.UNTIL, year(partner.until)),
        (t.DCTERMS_SOURCE, sources(partner.source, partner.year_source)),
        (t.SKOS_NOTE, text(partner.notes)),
    )


def _topic(topic: Topic, profile: Profile) -> Iterator[Statement]:
    thing = node(names.thing("topic", topic.id))
    yield from named(thing, AUTHORITY, topic.label, t.C_TOPIC, t.SKOS_CONCEPT)
    yield from facts(
        thing,
        AUTHORITY,
        (t.SKOS_IN_SCHEME, node(names.thing("scheme", "topics"))),
        (t.SKOS_HIDDEN_LABEL, besides(topic.label, topic.words)),
        (t.REGIME, _regime(profile)),
    )


def _work(work: Work, profile: Profile) -> Iterator[Statement]:
    thing = node(names.thing("work", work.id))
    yield from named(thing, AUTHORITY, work.label, t.C_INSTRUMENT, t.C_DOCUMENT)
    yield from facts(
        thing,
        AUTHORITY,
        (t.SKOS_ALT_LABEL, besides(work.label, work.names)),
        (t.REGIME, _regime(profile)),
        (t.DCTERMS_SOURCE, source(work.source)),
        (t.SKOS_NOTE, text(work.notes)),
    )
