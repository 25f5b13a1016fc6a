"""Who sends, receives and classifies: posts, bodies and persons that a header names."""

from collections.abc import Iterator, Mapping
from typing import Final

from ingest.annotate.names.names import per_knowledge
from ingest.knowledge import Knowledge
from ingest.pattern import pattern
from ingest.state.label import slug
from ingest.state.page import Page, named
from ingest.state.written import Statement, Term, line, node
from ontology import names
from ontology import terms as t

MISSION: Final = pattern(
    "mission-of-a-post",
    r"^(?:AMEMBASSY|AMEMB|AMCONSUL|AMCONGEN|USMISSION|USLO|USINT|AIT)\s+(.+)$",
    example="AMEMBASSY PARIS",
)


def party(page: Page, written: str, graph: Term) -> tuple[Term, tuple[Statement, ...]]:
    """The post or body that an address names, and what has to be said of it because no table does.

    >>> from ingest.claim import Extraction
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.make import cable
    >>> made = page(Extraction(cable("1. (C) Text.")), knowledge())
    >>> thing, described = party(made, "AMEMBASSY ABU DHABI", made.graph())
    >>> thing.strip(">").rpartition("/id/")[2], described
    ('post/ABUDHABI', ())
    >>> party(made, "MTCR COLLECTIVE", made.graph())[0].strip(">").rpartition("/id/")[2]
    'organization/mtcr-collective'
    """
    plain = " ".join(written.upper().split())
    glued = _glued(page.knowledge).get(plain)
    if glued is not None:
        return node(names.thing("post", glued)), ()
    mission = MISSION.match(plain)
    if mission is not None:
        inner, known = party(page, mission.text(1), graph)
        return (inner, known) if not known else post_of(page, mission.text(1), graph)
    body = node(names.thing("organization", slug(written)))
    return body, tuple(named(body, graph, " ".join(written.split()), t.C_ORGANIZATION))


@per_knowledge
def _glued(knowledge: Knowledge) -> Mapping[str, str]:
    """The form in identifiers of each post by all its names; a name of two is the first one's."""
    found: dict[str, str] = {}
    for post in knowledge.posts:
        for name in filter(None, (post.name, post.glued, post.earlier, *post.aliases)):
            found.setdefault(name.upper(), post.glued)
    return found


def post_of(page: Page, name: str, graph: Term) -> tuple[Term, tuple[Statement, ...]]:
    """The post of that name or glued form, and its description where the tables do not have it.

    >>> from ingest.claim import Extraction
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> made = page(Extraction(cable("1. (C) Text.")), knowledge())
    >>> brief(post_of(made, "New Atlantis", made.graph())[1])
    ['NEWATLANTIS label NEW ATLANTIS', 'NEWATLANTIS type Post']
    """
    written = "".join(name.upper().split())
    glued = next((post.glued for post in page.knowledge.posts if post.earlier == written), written)
    thing = node(names.thing("post", glued))
    if glued in page.posts:
        return thing, ()
    return thing, tuple(named(thing, graph, name.upper(), t.C_POST))


def person(name: str, graph: Term) -> tuple[Term, tuple[Statement, ...]]:
    """A person by the words that name them.

    >>> from tests.brief import brief
    >>> brief(person("Jane  Doe", node("urn:g"))[1])
    ['jane-doe label Jane Doe', 'jane-doe type Person']
    """
    thing = node(names.thing("person", slug(name)))
    return thing, tuple(named(thing, graph, " ".join(name.split()), t.C_PERSON))


def addressees(page: Page, written: tuple[str, ...], predicate: str, graph: Term) -> Iterator[Statement]:
    """One statement for each address, with the description of those that no table has.

    >>> from ingest.claim import Extraction
    >>> from ingest.state.page import page
    >>> from ingest.tables import knowledge
    >>> from tests.brief import brief
    >>> from tests.make import cable
    >>> made = page(Extraction(cable("1. (C) Text.")), knowledge())
    >>> brief(addressees(made, ("AMEMBASSY PARIS",), t.INFO_ADDRESSEE, made.graph()))
    ['2008STATE900001 infoAddressee PARIS']
    """
    for one in written:
        thing, described = party(page, one, graph)
        yield line(page.iri, node(predicate), thing, graph)
        yield from described
