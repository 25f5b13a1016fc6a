"""What the tables know, as statements of the authority graph: countries, posts, tags and the regimes."""

from collections.abc import Iterator

import pyoxigraph as ox

from ingest.knowledge import Country, Knowledge, Post, Tag
from ingest.state.fact import AUTHORITY, besides, source
from ingest.state.page import facts, named
from ingest.state.regimes import profile_quads
from ingest.state.written import Statement, flag, node, quads, text
from ontology import names
from ontology import terms as t


def authority_quads(knowledge: Knowledge) -> Iterator[ox.Quad]:
    """The authority graph: every row of the tables, each with its source; the order is that of the tables.

    >>> from ingest.tables import knowledge
    >>> paris = names.thing("post", "PARIS")
    >>> [quad.object.value for quad in authority_quads(knowledge()) if quad.subject.value == paris][1]
    'PARIS'
    """
    yield from quads(dict.fromkeys(_statements(knowledge)))


def _statements(knowledge: Knowledge) -> Iterator[Statement]:
    for country in knowledge.countries.values():
        yield from _country(country)
    for post in knowledge.posts:
        yield from _post(post)
    for tag in knowledge.tags.values():
        yield from _tag(tag, knowledge)
    for profile in knowledge.profiles:
        yield from profile_quads(profile, knowledge)


def _country(country: Country) -> Iterator[Statement]:
    thing = node(names.thing("country", country.iso3))
    yield from named(thing, AUTHORITY, country.label, t.C_COUNTRY)
    yield from facts(
        thing,
        AUTHORITY,
        (t.SKOS_NOTATION, text(country.iso3)),
        (t.SKOS_ALT_LABEL, besides(country.label, country.names)),
        (t.SKOS_HIDDEN_LABEL, besides(country.label, country.adjectives)),
        (t.DCTERMS_SOURCE, source(country.source)),
    )


def _post(post: Post) -> Iterator[Statement]:
    thing = node(names.thing("post", post.glued))
    yield from named(thing, AUTHORITY, post.name, t.C_POST)
    yield from facts(
        thing,
        AUTHORITY,
        (t.SKOS_NOTATION, text(post.glued)),
        (t.SKOS_ALT_LABEL, besides(post.name, (*post.aliases, *post.routing))),
        (t.DCTERMS_DESCRIPTION, text(post.kind)),
        (t.PLACE, text(post.city)),
        (t.LOCATED_IN, None if post.iso3 is None else node(names.thing("country", post.iso3))),
        (t.DCTERMS_SOURCE, source(post.source)),
        (t.SKOS_NOTE, text(post.notes)),
    )


def _tag(tag: Tag, knowledge: Knowledge) -> Iterator[Statement]:
    thing = node(names.thing("tag", tag.code))
    country = None if tag.iso3 is None else knowledge.countries[tag.iso3]
    yield from named(thing, AUTHORITY, tag.code, t.C_TAG, t.SKOS_CONCEPT)
    yield from facts(
        thing,
        AUTHORITY,
        (t.SKOS_IN_SCHEME, node(names.thing("scheme", "tags"))),
        (t.SKOS_NOTATION, text(tag.code)),
        (t.SKOS_DEFINITION, text(tag.meaning if country is None else country.label)),
        (t.SKOS_CLOSE_MATCH, None if country is None else node(names.thing("country", country.iso3))),
        (t.VERIFIED, None if tag.verified else flag(False)),
        (t.DCTERMS_SOURCE, source(tag.source)),
        (t.SKOS_NOTE, text(tag.notes)),
    )
