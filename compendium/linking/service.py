"""The two kinds of services that tell of other datasets: SPARQL endpoints and reconciliation services."""

import json
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol
from urllib.parse import urlencode

import pyoxigraph as ox

from compendium.linking.candidate import TARGETS, Found
from compendium.linking.thing import Thing
from queries.error import RemoteFailure
from queries.fetch import Bounds, address, fetch
from queries.remote import AGENT, Remote
from queries.term import Term, fill

BOUNDS: Final = Bounds()
VALUES: Final = ("label", "description", "type", "iso3", "geonames", "country", "how", "key")


class Service(Protocol):
    """What can be asked about several things at once.

    >>> def told(service: Service, thing: Thing) -> object:
    ...     return service.url, service.question(thing)[-1], service.ask([])
    >>> told(Endpoint("https://example.org/sparql", "dbpedia"), Thing("regime/a", "regime", "A", ("A",)))
    ('https://example.org/sparql', 'A', {})
    """

    @property
    def url(self) -> str:
        """Its address."""

    def question(self, thing: Thing) -> tuple[str, ...]:
        """The words that tell what is asked about a thing: the same words, the same answer."""

    def ask(self, things: Sequence[Thing]) -> dict[str, tuple[Found, ...]]:
        """What is found for each thing, by its id; RemoteFailure."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL endpoint: by code where a thing has one that the dataset knows, by name otherwise.

    >>> endpoint = Endpoint("https://example.org/sparql", "wikidata")
    >>> endpoint.question(Thing("country/ARG", "country", "Argentina", ("Argentina",), iso3="ARG"))[2:]
    ('wikidata-iso3', 'ARG')
    >>> endpoint.ask(())
    {}
    """

    url: str
    dataset: str
    bounds: Bounds = BOUNDS
    agent: str = AGENT

    def question(self, thing: Thing) -> tuple[str, ...]:
        """The endpoint, the query and the values that stand for the thing."""
        name, keys = self._keys(thing)
        return (self.url, _query(name), name, *keys)

    def ask(self, things: Sequence[Thing]) -> dict[str, tuple[Found, ...]]:
        """What the endpoint has for each thing."""
        made: dict[str, tuple[Found, ...]] = {}
        keys = {one.id: self._keys(one) for one in things}
        for name in sorted({query for query, _ in keys.values()}):
            asked = [one for one in things if keys[one.id][0] == name]
            found = self._rows(name, sorted({key for one in asked for key in keys[one.id][1]}))
            for one in asked:
                made[one.id] = _grouped(row for key in keys[one.id][1] for row in found.get(key, ()))
        return made

    def _keys(self, thing: Thing) -> tuple[str, tuple[str, ...]]:
        if self.dataset != "wikidata":
            return "name", thing.names
        for name, code in (("iso3", thing.iso3), ("geonames", thing.geonames)):
            if code is not None:
                return f"wikidata-{name}", (code,)
        return "wikidata-name", thing.names

    def _rows(self, name: str, keys: Sequence[str]) -> dict[str, list[dict[str, str]]]:
        terms: list[Term] = [ox.Literal(one) for one in keys]
        if name.endswith("name"):
            tagged = [ox.Literal(one, language="en") for one in keys]
            terms = [*tagged] if name.startswith("wikidata") else [*terms, *tagged]
        remote = Remote(self.url, self.bounds.total, self.bounds.most, self.agent, self.bounds.proxy)
        result = remote.query(fill(_query(name), {"key": terms}), file=name)
        if not {"key", "item"} <= set(result.columns):
            raise RemoteFailure(f"{self.url} sent a result without the columns that were asked for")
        found: dict[str, list[dict[str, str]]] = {}
        for row in result.dicts():
            said = {column: str(value) for column, value in row.items() if value is not None}
            if said.get("item", "").startswith(("http://", "https://")) and "key" in said:
                found.setdefault(said["key"], []).append(said)
        return found


def _query(name: str) -> str:
    return (TARGETS / f"{name}.rq").read_text(encoding="utf-8")


def _grouped(rows: Any) -> tuple[Found, ...]:
    """The rows about each item together, with each value once."""
    items: dict[str, dict[str, dict[str, None]]] = {}
    for row in rows:
        values = items.setdefault(row["item"], {})
        for name in VALUES:
            if name in row:
                values.setdefault(name, {})[row[name]] = None
    return tuple(
        {"item": [item], **{name: list(found) for name, found in sorted(values.items())}}
        for item, values in sorted(items.items())
    )


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A service of the W3C Reconciliation API, version 0.2.

    >>> service = Reconciliation("https://example.org/reconcile", "https://sws.geonames.org/")
    >>> service.question(Thing("place/GBR-london", "place", "London", ("London",), country="GBR"))[1:]
    ('reconcile', 'place', 'London', 'GBR')
    >>> service.ask(())
    {}
    """

    url: str
    namespace: str
    bounds: Bounds = BOUNDS
    agent: str = AGENT
    limit: int = 10

    def question(self, thing: Thing) -> tuple[str, ...]:
        """The service and what it is told of the thing."""
        return (self.url, "reconcile", thing.kind, thing.label, thing.country or "")

    def ask(self, things: Sequence[Thing]) -> dict[str, tuple[Found, ...]]:
        """What the service proposes for each thing."""
        if not things:
            return {}
        queries = {
            f"q{number}": {"query": one.label, "limit": self.limit} for number, one in enumerate(things)
        }
        body = urlencode({"queries": json.dumps(queries)}).encode()
        headers = {"Accept": "application/json", "User-Agent": self.agent}
        request = urllib.request.Request(address(self.url), data=body, headers=headers)
        reply = fetch(request, self.bounds, what="reconciliation")
        try:
            said = json.loads(reply.body)
            return {one.id: self._found(said[f"q{number}"], one) for number, one in enumerate(things)}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            told = f"{self.url} sent a result that is cut off or damaged: {type(error).__name__}: {error}"
            raise RemoteFailure(told, passing=True) from None

    def _found(self, said: Mapping[str, Any], thing: Thing) -> tuple[Found, ...]:
        made: list[Found] = []
        for one in said["result"][: self.limit]:
            name, score = str(one["name"]), float(one.get("score") or 0)
            found: Found = {"item": [self._iri(str(one["id"]))], "label": [name]}
            found["score"] = [f"{min(100.0, max(0.0, score)):g}"]
            if isinstance(one.get("description"), str):
                found["description"] = [one["description"]]
            made.append(found)
        return tuple(made)

    def _iri(self, name: str) -> str:
        if name.startswith(("http://", "https://")):
            return name
        # the canonical names of GeoNames end in a slash
        end = "/" if "geonames" in self.namespace and not name.endswith("/") else ""
        return self.namespace + name + end
