"""A small page on one thing, shown in a frame beside a table."""

from functools import cache
from typing import Final

from jinja2 import ChoiceLoader, Environment, PackageLoader

from compendium.web.pages.show import environment
from compendium.web.reconcile.kinds import STORED, full
from compendium.web.reconcile.properties import property_of, values
from queries.search import Index
from queries.search.alike import called
from queries.store import Queryable

FACTS: Final = (
    "sent",
    "sender",
    "year",
    "startDate",
    "place",
    "hostCountry",
    "regime",
    "adoptedAt",
    "proposedBy",
)
VALUES: Final = 3


def preview(index: Index, source: Queryable, name: str) -> str | None:
    """The page on a thing; None where it is unknown.

    >>> from pathlib import Path
    >>> from queries import open_reader
    >>> store = Path("tests/data/shape.trig")
    >>> page = preview(Index.open(store), open_reader(store), "document/2008STATE900001")
    >>> "GUIDANCE FOR THE RPOC" in page, '<span class="marking m-c">C</span>' in page
    (True, True)
    """
    for thing in called(index, [full(name)]):
        known = [one for one in map(property_of, FACTS) if one is not None]
        told = values(source, [thing.iri], known)
        facts = [
            (one.name, [label or getattr(term, "value", "") for term, label in said[:VALUES]])
            for one in known
            if (said := told.get((thing.iri, one.iri)))
        ]
        template = _templates().get_template("preview.html")
        return template.render(thing=thing, kind=STORED[thing.kind], facts=facts)
    return None


@cache
def _templates() -> Environment:
    loader = ChoiceLoader([PackageLoader("compendium.web.reconcile"), PackageLoader("compendium.web.pages")])
    return environment().overlay(loader=loader)
