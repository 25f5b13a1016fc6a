"""More about things that were found: the values of their properties, for the columns of a table."""

from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from compendium.web.problems import Problem
from compendium.web.reconcile.asked import parsed
from compendium.web.reconcile.kinds import full, kind, shortened
from compendium.web.reconcile.properties import Property, property_of, values
from ontology.names import ID, XSD
from ontology.source import terms
from queries.store import Queryable
from queries.term import Term, local

THINGS: Final = 200
PROPERTIES: Final = 20
VALUES: Final = 100
"""So many things, properties and values of one property at most."""

_INTEGER: Final = XSD + "integer"
_NUMBERS: Final = frozenset({XSD + "decimal", XSD + "double", XSD + "float"})


def extended(source: Queryable, text: str) -> dict[str, object]:
    """The answer to a request for values, as a JSON object; Problem with what is wrong.

    >>> from queries import open_reader
    >>> asked = '{"ids": ["meeting/mtcr-plenary-2003-buenos-aires"], "properties": [{"id": "hostCountry"}]}'
    >>> told = extended(open_reader("tests/data/shape.trig"), asked)
    >>> told["rows"]["meeting/mtcr-plenary-2003-buenos-aires"]["hostCountry"]
    [{'id': 'country/ARG', 'name': 'Argentina'}]
    """
    asked = parsed(text, "extend")
    ids, given = asked.get("ids"), asked.get("properties")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise Problem(400, "extend= has ids, a list of strings")
    if not isinstance(given, list) or not all(
        isinstance(one, dict) and isinstance(one.get("id"), str) for one in given
    ):
        raise Problem(400, "extend= has properties, a list of objects with id")
    if len(ids) > THINGS or len(given) > PROPERTIES:
        raise Problem(413, f"at most {THINGS} ids and {PROPERTIES} properties at once", cap="extend")
    wanted = [(one["id"], property_of(one["id"]), _limit(one.get("settings"))) for one in given]
    iris = {one: full(one) for one in ids if _is_iri(full(one))}
    known = [one for _, one, _ in wanted if one is not None]
    told = values(source, list(dict.fromkeys(iris.values())), known)
    rows = {
        one: {
            name: [
                _cell(term, label)
                for term, label in told.get((iris.get(one, ""), found.iri if found else ""), ())[:limit]
            ]
            for name, found, limit in wanted
        }
        for one in ids
    }
    return {"meta": [_meta(name, found) for name, found, _ in wanted], "rows": rows}


def _limit(settings: object) -> int:
    given = settings.get("limit") if isinstance(settings, Mapping) else None
    text = str(given) if isinstance(given, str | int) else ""
    limit = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    return min(limit or VALUES, VALUES)


def _meta(name: str, found: Property | None) -> dict[str, object]:
    if found is None:
        return {"id": name, "name": name}
    ranges = [kind(local(iri)) for term in terms() if term.name == found.id for iri in term.ranges]
    one = next((one for one in ranges if one is not None), None)
    told: dict[str, object] = {"id": name, "name": found.name}
    return told if one is None else {**told, "type": {"id": one.id, "name": one.name}}


def _is_iri(name: str) -> bool:
    try:
        ox.NamedNode(name)
    except ValueError:
        return False
    return True


def _cell(term: Term, label: str) -> dict[str, object]:
    if isinstance(term, ox.NamedNode):
        is_ours = term.value.startswith(ID)
        return {"id": shortened(term.value) if is_ours else term.value, "name": label or local(term.value)}
    if not isinstance(term, ox.Literal):
        return {"str": str(term)}
    kind = term.datatype.value
    if kind == _INTEGER:
        return {"int": int(term.value)}
    if kind in _NUMBERS and term.value not in ("INF", "-INF", "NaN"):
        return {"float": float(term.value)}
    if kind == XSD + "date" and len(term.value) == 10:
        return {"date": f"{term.value}T00:00:00"}
    if kind == XSD + "dateTime" and not term.value.startswith("-"):
        return {"date": term.value}
    return {"str": term.value}
