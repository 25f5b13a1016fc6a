"""What is looked at before a query runs: it must only read, stay on this machine and be shallow enough.

The engine parses by recursion and has no clock: two thousand nested groups end the process. The W3C's own
test queries nest five deep and have fifteen operators, so that the limits refuse nothing that people write.
"""

from typing import Final

from queries.error import Refused
from queries.term import tokens

SIZE: Final = 64 * 1024
DEPTH: Final = 64
OPERATORS: Final = 500

_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"})
_OPENING: Final = frozenset("({[")
_CLOSING: Final = frozenset(")}]")
_OPERATORS: Final = frozenset("!+-*/|^")


def guard(sparql: str) -> None:
    """Return where the query may run; raise Refused with the reason where it may not.

    >>> guard("SELECT ?s WHERE { ?s a ?c } ORDER BY ?s")
    >>> guard("SELECT ?s WHERE { SERVICE <http://example.org/> { ?s a ?c } }")
    Traceback (most recent call last):
    ...
    queries.error.Refused: SERVICE sends the query to another server; ask that server itself with --endpoint
    """
    if len(sparql.encode("utf-8", "replace")) > SIZE:
        raise Refused(f"the query is longer than {SIZE} bytes; put long lists of values in several queries")
    depth = operators = 0
    for token in tokens(sparql):
        if token.kind == "name":
            _word(token.text.upper())
        elif token.text in _OPENING:
            depth += 1
        elif token.text in _CLOSING:
            depth -= 1
        elif token.text in _OPERATORS:
            operators += 1
        if depth > DEPTH or operators > OPERATORS:
            raise Refused(f"the query nests deeper than {DEPTH} or has more than {OPERATORS} operators")


def _word(word: str) -> None:
    if word == "SERVICE":
        raise Refused("SERVICE sends the query to another server; ask that server itself with --endpoint")
    if word in _UPDATES:
        raise Refused(f"{word} changes the store; a query reads (SELECT, ASK, CONSTRUCT, DESCRIBE)")
