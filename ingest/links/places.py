"""The places of posts and plenaries and the codes of countries, as statements of the authority graph."""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from ingest.knowledge import Knowledge
from ingest.links.tables import Known, Place, known
from ingest.state.fact import AUTHORITY, besides
from ingest.state.label import slug
from ingest.state.page import facts, named
from ingest.state.written import Statement, node, quads, text
from ontology import names
from ontology import terms as t


def place_quads(knowledge: Knowledge) -> Iterator[ox.Quad]:
    """Each city where a post of the tables stands or a plenary was held; the codes of each country.

    Cities of one name are told apart by their country. A place of which no country is known is none.

    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> stated = brief(place_quads(knowledge()), "atPlace", "m49", "locatedIn")
    >>> "mtcr-plenary-2003-buenos-aires atPlace ARG-buenos-aires" in stated, "ARG m49 032" in stated
    (True, True)
    """
    yield from quads(dict.fromkeys(_statements(knowledge, known())))


def _statements(knowledge: Knowledge, tables: Known) -> Iterator[Statement]:
    for one in tables.codes:
        if one.iso3 in knowledge.countries:
            yield from facts(
                node(names.thing("country", one.iso3)),
                AUTHORITY,
                (t.ALPHA2, text(one.alpha2)),
                (t.NUMERIC_CODE, text(one.numeric)),
                (t.M49, text(one.m49)),
            )
    listed = {(name, one.iso3): one for one in tables.places for name in one.names}
    for post in knowledge.posts:
        yield from _at(names.thing("post", post.glued), post.city, post.iso3, listed, knowledge)
    for profile in knowledge.profiles:
        for plenary in profile.plenaries:
            thing = names.thing("meeting", plenary.id)
            yield from _at(thing, plenary.place, plenary.country, listed, knowledge)


def _at(
    thing: str,
    city: str | None,
    iso3: str | None,
    listed: Mapping[tuple[str, str], Place],
    knowledge: Knowledge,
) -> Iterator[Statement]:
    if city is None or iso3 is None or iso3 not in knowledge.countries:
        return
    place = listed.get((city, iso3)) or Place(f"{iso3}-{slug(city)}", city, (city,), iso3)
    found = node(names.thing("place", place.id))
    yield from facts(node(thing), AUTHORITY, (t.AT_PLACE, found))
    yield from named(found, AUTHORITY, place.label, t.C_PLACE)
    yield from facts(
        found,
        AUTHORITY,
        (t.SKOS_ALT_LABEL, besides(place.label, place.names)),
        (t.LOCATED_IN, node(names.thing("country", iso3))),
    )
