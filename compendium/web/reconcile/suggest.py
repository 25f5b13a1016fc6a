"""What completes a word that somebody types: things, types and properties; and a few words on each."""

from html import escape
from typing import Final

from compendium.web.reconcile.kinds import ALL, STORED, full, kind, shortened
from compendium.web.reconcile.properties import known, property_of
from compendium.web.reconcile.rank import description
from queries.search import Index
from queries.search.alike import alike, called

MOST: Final = 20
DEEPEST: Final = 200
ENOUGH: Final = 60.0


def entities(index: Index, prefix: str, *, cursor: int = 0) -> dict[str, object]:
    """Things whose names begin with, or look like, what was typed.

    >>> from pathlib import Path
    >>> entities(Index.open(Path("tests/data/shape.trig")), "Arg")["result"][0]["id"]
    'country/ARG'
    """
    found = [one for one in alike(index, prefix, limit=cursor + MOST) if one.score >= ENOUGH]
    return {
        "result": [
            {
                "id": shortened(one.iri),
                "name": one.label,
                "description": description(one),
                "notable": [{"id": STORED[one.kind].id, "name": STORED[one.kind].name}],
            }
            for one in found[cursor:]
        ]
    }


def types(prefix: str, *, cursor: int = 0) -> dict[str, object]:
    """Types whose names begin with what was typed.

    >>> [one["id"] for one in types("co")["result"]]
    ['Country']
    """
    found = [one.told() for one in ALL if one.name.casefold().startswith(prefix.strip().casefold())]
    return {"result": found[cursor : cursor + MOST]}


def properties(prefix: str, *, cursor: int = 0) -> dict[str, object]:
    """Properties in whose names what was typed stands, those that begin with it first.

    >>> [one["id"] for one in properties("host")["result"]]
    ['hostCountry']
    """
    typed = prefix.strip().casefold()
    found = [one for one in known() if typed in one.name.casefold() or typed in one.id.casefold()]
    found.sort(key=lambda one: (not one.name.casefold().startswith(typed), one.name, one.id))
    return {"result": [one.told() for one in found[cursor : cursor + MOST]]}


def flyout(index: Index, what: str, name: str) -> dict[str, str] | None:
    """A few words on a thing, type or property as HTML in which nothing but text of ours is marked up.

    >>> from pathlib import Path
    >>> index = Index.open(Path("tests/data/shape.trig"))
    >>> flyout(index, "type", "Country")["html"]
    '<p><b>Country</b><br>countries that documents name</p>'
    >>> flyout(index, "entity", "<script>") is None
    True
    """
    if what == "type" and (one := kind(name)) is not None:
        return {"id": name, "html": _words(one.name, one.said)}
    if what == "property" and (found := property_of(name)) is not None:
        return {"id": name, "html": _words(found.name, found.said)}
    if what == "entity":
        for thing in called(index, [full(name)]):
            return {"id": name, "html": _words(thing.label, description(thing))}
    return None


def _words(name: str, said: str) -> str:
    return f"<p><b>{escape(name)}</b><br>{escape(said)}</p>"
