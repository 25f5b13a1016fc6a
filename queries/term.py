"""Terms that go into a query, rendered by the engine and never pasted; and those that come out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import pyoxigraph as ox

from ontology.names import ID, PREFIXES

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Plain: TypeAlias = str | int | float | bool | None

_TOKEN: Final = re.compile(
    r"""(?P<space>\s+)
      | (?P<comment>\#[^\n\r]*)
      | (?P<string>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                  |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<variable>[?$]\w+)
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<name>(?:[^\W\d](?:[\w.\-]*[\w\-])?)?:
                 (?:(?:[\w:]|%[\dA-Fa-f]{2}|\\.)(?:[\w:.\-]|%[\dA-Fa-f]{2}|\\.)*)?
              |[^\W\d][\w\-]*)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a query: its kind, its words and where it begins."""

    kind: str
    text: str
    start: int


def tokens(sparql: str) -> Iterator[Token]:
    """The tokens of a query from left to right; strings, IRIs and comments are one token each.

    >>> [t.text for t in tokens("ASK { ?a <x:y#z> '?b' } # ?c") if t.kind == "variable"]
    ['?a']
    """
    for found in _TOKEN.finditer(sparql):
        yield Token(found.lastgroup or "other", found.group(), found.start())


def iri(value: str) -> ox.NamedNode:
    """An IRI as a term; ValueError where *value* is none.

    >>> str(iri("https://example.org/a"))
    '<https://example.org/a>'
    """
    return ox.NamedNode(value)


def literal(value: str | int | bool) -> ox.Literal:
    """A literal as a term, whatever it holds.

    >>> print(literal('} # DROP ALL'))
    "} # DROP ALL"
    """
    return ox.Literal(value)


def fill(sparql: str, values: Mapping[str, Iterable[Term]]) -> str:
    """The query with each placeholder ``?_name`` replaced by its terms, or by ``UNDEF`` where there are none.

    Placeholders stand in ``VALUES ?name { ?_name }``, so that one of them takes any number of terms.

    >>> fill("SELECT ?d WHERE { VALUES ?d { ?_d } ?d a ?c }", {"d": [iri("x:a"), iri("x:b")]})
    'SELECT ?d WHERE { VALUES ?d { <x:a> <x:b> } ?d a ?c }'
    >>> fill("VALUES ?d { ?_d }", {})
    'VALUES ?d { UNDEF }'
    """
    parts: list[str] = []
    for token in tokens(sparql):
        if token.kind == "variable" and token.text.startswith("?_"):
            given = [str(term) for term in values.get(token.text[2:], ())]
            parts.append(" ".join(given) or "UNDEF")
        else:
            parts.append(token.text)
    return "".join(parts)


def declared(sparql: str) -> str:
    """The query with the prefixes that it uses and does not declare, on its first line so that lines stay.

    >>> declared("ASK { ?d a reg:Decision }").startswith("PREFIX reg: <http")
    True
    """
    names = [token.text for token in tokens(sparql) if token.kind == "name" and ":" in token.text]
    own = {name.partition(":")[0] for name in names if name.endswith(":")}
    used = {name.partition(":")[0] for name in names} - own
    return "".join(f"PREFIX {p}: <{PREFIXES[p]}> " for p in sorted(used) if p in PREFIXES) + sparql


def placeholders(sparql: str) -> frozenset[str]:
    """Names of the placeholders of a query.

    >>> sorted(placeholders("VALUES ?a { ?_a } # ?_b"))
    ['a']
    """
    return frozenset(t.text[2:] for t in tokens(sparql) if t.kind == "variable" and t.text.startswith("?_"))


def plain(term: Term | None) -> Plain:
    """A term as a Python value: numbers and booleans as such, everything else as its text.

    >>> plain(literal(3)), plain(literal("three")), plain(iri("x:y")), plain(None)
    (3, 'three', 'x:y', None)
    """
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    kind = term.datatype.value.removeprefix(PREFIXES["xsd"])
    if kind == "integer":
        return int(term.value)
    if kind in ("decimal", "double", "float"):
        return float(term.value)
    return term.value == "true" if kind == "boolean" else term.value


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://example.org/ontology#hasPassage"), local("https://example.org/id/country/ARG")
    ('hasPassage', 'ARG')
    """
    return iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2]


def short(value: str) -> str:
    """An IRI the way people read it: our things without their base, others with a prefix where one is known.

    >>> short(ID + "document/2008STATE34976"), short("http://www.w3.org/2004/02/skos/core#broader")
    ('document/2008STATE34976', 'skos:broader')
    """
    if value.startswith(ID):
        return value.removeprefix(ID)
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace):
            return f"{prefix}:{value.removeprefix(namespace)}"
    return value
