"""What a request to the SPARQL endpoint says: a query or an update, and the graphs that it is about."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

import pyoxigraph as ox

from compendium.web.problems import Problem

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

_MOST: Final = 10_000
"""So many parameters are read; a list of that many graphs is a mistake."""


@dataclass(frozen=True, slots=True)
class Request:
    """A query or an update in words, with the graphs that the protocol names for it.

    ``query`` and ``update`` are ``None`` where the request has none.
    """

    query: str | None = None
    update: str | None = None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    using: tuple[str, ...] | None = None
    using_named: tuple[str, ...] | None = None


def by_get(query_string: bytes) -> Request:
    """The request that a URL makes; Problem where it makes none.

    >>> by_get(b"query=ASK%20%7B%7D&default-graph-uri=urn:a").default_graphs
    ('urn:a',)
    >>> by_get(b"update=CLEAR%20ALL")
    Traceback (most recent call last):
    compendium.web.problems.Problem: an update is sent by POST
    """
    found = _request(_pairs(query_string))
    if found.update is not None:
        raise Problem(400, "an update is sent by POST")
    return found


def by_post(query_string: bytes, content_type: str, body: bytes) -> Request:
    """The request that a body makes, as a form or as such; Problem where it makes none.

    >>> by_post(b"", "application/sparql-query; charset=utf-8", b"ASK {}").query
    'ASK {}'
    >>> by_post(b"", "text/plain", b"ASK {}")
    Traceback (most recent call last):
    compendium.web.problems.Problem: the body is sent as application/sparql-query, ...
    """
    media, _, parameters = content_type.partition(";")
    media = media.strip().lower()
    if media not in (FORM, QUERY, UPDATE):
        raise Problem(415, f"the body is sent as {QUERY}, {UPDATE} or {FORM}")
    if _charset(parameters) not in ("", "utf-8", "utf8", "us-ascii"):
        raise Problem(415, "the body is sent in UTF-8")
    if media == FORM:
        found = _request([*_pairs(query_string, only_graphs=True), *_pairs(body)])
        if found.query is None and found.update is None:
            raise Problem(400, "the form has neither query= nor update=")
        return found
    text = _text(body)
    pairs = _pairs(query_string, only_graphs=True)
    return _request([*pairs, ("query" if media == QUERY else "update", text)])


def _charset(parameters: str) -> str:
    for one in parameters.split(";"):
        name, _, value = one.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"').lower()
    return ""


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(400, f"the body is not UTF-8 at byte {error.start}") from None


def _pairs(encoded: bytes, *, only_graphs: bool = False) -> list[tuple[str, str]]:
    try:
        text = encoded.decode("ascii") if only_graphs else encoded.decode("utf-8")
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST)
    except ValueError:
        raise Problem(400, f"the parameters are not UTF-8, or more than {_MOST}") from None
    return [one for one in pairs if not only_graphs or one[0].endswith("-uri")]


def _request(pairs: list[tuple[str, str]]) -> Request:
    for name in ("query", "update"):
        if sum(1 for key, _ in pairs if key == name) > 1:
            raise Problem(400, f"there is more than one {name}=")
    given = dict(pairs)
    query, update = given.get("query"), given.get("update")
    if query is not None and update is not None:
        raise Problem(400, "there are both query= and update=: send one")
    return Request(
        query,
        update,
        _graphs(pairs, "default-graph-uri"),
        _graphs(pairs, "named-graph-uri"),
        _graphs(pairs, "using-graph-uri"),
        _graphs(pairs, "using-named-graph-uri"),
    )


def _graphs(pairs: list[tuple[str, str]], name: str) -> tuple[str, ...] | None:
    found = tuple(value for key, value in pairs if key == name)
    for one in found:
        iri(one)
    return found or None


def iri(value: str) -> str:
    """An absolute IRI, as given; Problem where it is none.

    >>> iri("urn:a")
    'urn:a'
    >>> iri("a b")
    Traceback (most recent call last):
    compendium.web.problems.Problem: 'a b' is no absolute IRI
    """
    try:
        return ox.NamedNode(value).value
    except ValueError:
        raise Problem(400, f"{value[:200]!r} is no absolute IRI") from None
