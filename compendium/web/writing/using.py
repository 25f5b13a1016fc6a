"""The graphs that the protocol names for an update, put into its words: the engine takes them from there."""

import pyoxigraph as ox

from compendium.web.writing.operations import operations
from queries.error import Refused
from queries.term import Token


def using(sparql: str, graphs: tuple[str, ...], named: tuple[str, ...]) -> str:
    """The update with ``USING`` in each operation that has a pattern; Refused where it names graphs itself.

    >>> using("DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }", ("x:g",), ())
    'DELETE { ?s ?p 1 } USING <x:g> WHERE { ?s ?p 1 }'
    >>> using("DELETE WHERE { ?s ?p 1 } ; CLEAR DEFAULT", (), ("x:g",))
    'DELETE { ?s ?p 1 }  USING NAMED <x:g> WHERE { ?s ?p 1 } ; CLEAR DEFAULT'
    """
    clause = " ".join(
        [
            *(" ".join(("USING", str(ox.NamedNode(one)))) for one in graphs),
            *(" ".join(("USING", "NAMED", str(ox.NamedNode(one)))) for one in named),
        ]
    )
    places: list[tuple[int, str]] = []
    for one in operations(sparql):
        words = one.words()
        if words[0] not in ("INSERT", "DELETE", "WITH") or words[1:2] == ["DATA"]:
            continue
        if "WITH" in words or "USING" in words:
            raise Refused(
                "the update has WITH or USING, and the request has using-graph-uri: say it in one place"
            )
        where = _where(one.tokens)
        if words[:2] == ["DELETE", "WHERE"]:
            places.append((where.start, _pattern(sparql, one.tokens)))
        places.append((where.start, clause))
    return _with(sparql, places)


def _where(given: tuple[Token, ...]) -> Token:
    nested = 0
    for token in given:
        nested += (token.text == "{") - (token.text == "}")
        if not nested and token.text.upper() == "WHERE":
            return token
    raise Refused("an update with a pattern has WHERE before it")


def _pattern(sparql: str, given: tuple[Token, ...]) -> str:
    """The pattern of a ``DELETE WHERE``, which is also what it deletes."""
    opening = next((token for token in given if token.text == "{"), given[-1])
    return sparql[opening.start : given[-1].start + 1] + " "


def _with(sparql: str, places: list[tuple[int, str]]) -> str:
    parts, last = [], 0
    for start, text in places:
        parts += [sparql[last:start], text, " "]
        last = start
    return "".join((*parts, sparql[last:]))
