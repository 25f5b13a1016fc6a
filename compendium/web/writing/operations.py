"""An update taken apart as far as is needed to see what it writes to: its operations and their groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from queries.error import Refused
from queries.term import Token, tokens

_BEGIN: Final = frozenset(
    {"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"}
)


@dataclass(frozen=True, slots=True)
class Operation:
    """The tokens of one operation, its prologue apart; ``prefixes`` are those that it may use."""

    tokens: tuple[Token, ...]
    prefixes: Mapping[str, str]

    def words(self) -> list[str]:
        """What stands outside of all groups, names in capitals; a group is one ``{}``.

        >>> [one.words() for one in operations("WITH <x:g> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }")]
        [['WITH', '<x:g>', 'DELETE', '{}', 'WHERE', '{}']]
        """
        found, nested = [], 0
        for token in self.tokens:
            if token.text == "{":
                nested += 1
            elif token.text == "}":
                nested -= 1
                found += ["{}"] * (not nested)
            elif not nested:
                found.append(token.text.upper() if _word(token) else token.text)
        return found

    def groups(self) -> Iterator[tuple[str, tuple[Token, ...]]]:
        """Each outermost group with the words right before it.

        >>> [one] = operations("DELETE DATA { GRAPH <x:g> { <x:a> <x:b> 1 } }")
        >>> [(name, len(group)) for name, group in one.groups()]
        [('DELETE DATA', 7)]
        """
        before: list[str] = []
        group: list[Token] = []
        nested = 0
        for token in self.tokens:
            nested -= token.text == "}"
            if nested:
                group.append(token)
            elif token.text == "}":
                yield " ".join(before), tuple(group)
                before, group = [], []
            elif token.text != "{":
                before.append(token.text.upper() if _word(token) else token.text)
            nested += token.text == "{"


def _word(token: Token) -> bool:
    return token.kind == "name" and ":" not in token.text


def operations(sparql: str) -> list[Operation]:
    """The operations of an update from first to last.

    >>> found = operations("PREFIX x: <urn:x> CLEAR GRAPH x:a ; DROP ALL")
    >>> [one.words() for one in found], found[0].prefixes
    ([['CLEAR', 'GRAPH', 'x:a'], ['DROP', 'ALL']], {'x': 'urn:x'})
    """
    prefixes: dict[str, str] = {}
    found: list[Operation] = []
    own: list[Token] = []
    nested = 0
    given = [token for token in tokens(sparql) if token.kind not in ("space", "comment")]
    at = 0
    while at < len(given):
        token = given[at]
        nested += (token.text == "{") - (token.text == "}")
        if not own and _word(token) and token.text.upper() in ("PREFIX", "BASE"):
            at += _declared(given[at + 1 : at + 3], token.text.upper() == "PREFIX", prefixes)
        elif token.text == ";" and not nested:
            found.append(Operation(tuple(own), dict(prefixes)))
            own = []
        else:
            own.append(token)
        at += 1
    return [one for one in (*found, Operation(tuple(own), prefixes)) if one.tokens]


def _declared(rest: list[Token], prefix: bool, prefixes: dict[str, str]) -> int:
    """Note a prefix; how many tokens its declaration has after the first."""
    if not prefix:
        return 1
    if len(rest) == 2 and rest[0].text.endswith(":") and rest[1].kind == "iri":
        prefixes[rest[0].text[:-1]] = rest[1].text[1:-1]
        return 2
    raise Refused("a prefix is declared as PREFIX name: <iri>")
