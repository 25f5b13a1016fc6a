"""Who sends, receives and classifies: posts, bodies and persons that a header names."""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from ingest.pattern import pattern
from ingest.state.label import slug
from ingest.state.page import Page, named
from ingest.state.terms import node
from ontology import names
from ontology import terms as t

MISSION: Final = pattern(
    "mission-of-a-post",
    r"^(?:AMEMBASSY|AMEMB|AMCONSUL|AMCONGEN|USMISSION|USLO|USINT|AIT)\s+(.+)$",
    example="AMEMBASSY PARIS",
)


def party(page: Page, written: str, graph: ox.NamedNode) -> tuple[ox.NamedNode, tuple[ox.Quad, ...]]:
    """The post or body that an address names, and what has to be said of it because no table does."""
    plain = " ".join(written.upper().split())
    for post in page.knowledge.posts:
        if plain in (post.name.upper(), post.glued, *(alias.upper() for alias in post.aliases)):
            return node(names.thing("post", post.glued)), ()
    mission = MISSION.match(plain)
    if mission is not None:
        inner, known = party(page, mission.text(1), graph)
        return (inner, known) if not known else post_of(page, mission.text(1), graph)
    body = node(names.thing("organization", slug(written)))
    return body, tuple(named(body, graph, " ".join(written.split()), t.C_ORGANIZATION))


def post_of(page: Page, name: str, graph: ox.NamedNode) -> tuple[ox.NamedNode, tuple[ox.Quad, ...]]:
    """The post of that name or glued form, and its description where the tables do not have it."""
    glued = "".join(name.upper().split())
    thing = node(names.thing("post", glued))
    if glued in page.posts:
        return thing, ()
    return thing, tuple(named(thing, graph, name.upper(), t.C_POST))


def person(name: str, graph: ox.NamedNode) -> tuple[ox.NamedNode, tuple[ox.Quad, ...]]:
    """A person by the words that name them."""
    thing = node(names.thing("person", slug(name)))
    return thing, tuple(named(thing, graph, " ".join(name.split()), t.C_PERSON))


def addressees(
    page: Page, written: tuple[str, ...], predicate: str, graph: ox.NamedNode
) -> Iterator[ox.Quad]:
    """One statement for each address, with the description of those that no table has."""
    for one in written:
        thing, described = party(page, one, graph)
        yield ox.Quad(page.iri, node(predicate), thing, graph)
        yield from described
