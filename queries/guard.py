"""What is looked at before a query runs: it must only read, stay on this machine and be shallow enough.

The engine parses by recursion and has no clock: two thousand nested groups end the process, and so do some
thousand terms side by side, as it plans them one within the other. The W3C's own test queries nest five deep
and have fifteen operators and 354 terms, so that the limits refuse nothing that people write.
"""

import re
from dataclasses import dataclass
from typing import Final

from queries.error import Refused
from queries.term import Token, tokens

SIZE: Final = 64 * 1024
DEPTH: Final = 64
OPERATORS: Final = 500
TERMS: Final = 1000

_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"})
_FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_OPENING: Final = frozenset("({[")
_CLOSING: Final = frozenset(")}]")
_OPERATORS: Final = frozenset("!+-*/|^&")
_PARTS: Final = frozenset(
    {"AS", "BIND", "EXISTS", "FILTER", "GRAPH", "HAVING", "LATERAL", "MINUS", "OPTIONAL", "SELECT", "UNION"}
) | {"VALUES"}
_TERMS: Final = frozenset({"iri", "variable", "string", "name"})
_LAST: Final = frozenset("{}()[].;,\"'")
_LONGER_LOOK: Final = ("SERVICE", "FROM", *sorted(_UPDATES))
_FIRST: Final = re.compile(
    r"\s*(?:PREFIX\s+[\w.-]*:\s*<[^<>\s]*>\s*)*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan tells of a query: its form, and whether it says by FROM which graphs it sees."""

    form: str
    dataset: bool


def guard(
    sparql: str, *, size: int = SIZE, depth: int = DEPTH, operators: int = OPERATORS, terms: int = TERMS
) -> Scanned:
    """What the scan tells of a query that may run; Refused with the reason where it may not.

    >>> guard("ASK FROM <x:a> { ?s a ?c }")
    Scanned(form='ASK', dataset=True)
    >>> guard("SELECT ?s WHERE { SERVICE <http://example.org/> { ?s a ?c } }")
    Traceback (most recent call last):
    ...
    queries.error.Refused: SERVICE sends the query to another server; ask that server itself with --endpoint
    """
    if len(sparql.encode("utf-8", "replace")) > size:
        raise Refused(
            f"the query is longer than {size} bytes; put long lists of values in several queries",
            cap="query_bytes",
        )
    if quick := _quick(sparql, depth, min(operators, terms)):
        return quick
    found = [token for token in tokens(sparql) if token.kind not in ("space", "comment")]
    _shallow(sparql, found, depth, operators)
    _few(sparql, found, terms)
    form, dataset = "", False
    for at, token in enumerate(found):
        if token.kind == "name":
            word = token.text.upper()
            _word(sparql, word, found, at)
            form = form or (word if word in _FORMS else "")
            dataset = dataset or word == "FROM"
    return Scanned(form or "SELECT", dataset)


def guard_update(sparql: str, *, size: int, depth: int = DEPTH, sealed: bool = False) -> None:
    """Return where an update stays on this machine and is shallow enough; Refused where it may not run.

    A process that is *sealed* has no network, so that the engine itself says that LOAD fetches nothing.

    >>> guard_update("INSERT DATA { <x:a> <x:p> 1 }", size=1000)
    >>> guard_update("LOAD <http://127.0.0.1/>", size=1000)
    Traceback (most recent call last):
    ...
    queries.error.Refused: LOAD fetches from another place; send the triples themselves
    """
    if len(sparql.encode("utf-8", "replace")) > size:
        raise Refused(f"the update is longer than {size} bytes; send it in parts", cap="update_bytes")
    found = [token for token in tokens(sparql) if token.kind not in ("space", "comment")]
    _shallow(sparql, found, depth, len(sparql))
    nested = 0
    for at, token in enumerate(found):
        nested += (token.text == "{") - (token.text == "}")
        word = token.text.upper() if token.kind == "name" else ""
        if not sealed and not nested and word.startswith("LOAD"):
            why = "LOAD fetches from another place; send the triples themselves"
            raise _refused(sparql, token, why, cap="LOAD")
        if "SERVICE" in word and (":" not in word or _called(found, at)):
            why = "SERVICE fetches from another server; ask it first, and send what it told"
            raise _refused(sparql, token, why, cap="SERVICE")


def _quick(sparql: str, depth: int, length: int) -> Scanned | None:
    """The same without reading a short query token by token, where nothing in it could be refused."""
    text = sparql.upper()
    if len(sparql) > length or sum(map(sparql.count, _OPENING)) > depth:
        return None
    if any(word in text for word in _LONGER_LOOK):
        return None
    first = _FIRST.match(sparql)
    return Scanned(first[1].upper(), False) if first else None


def _shallow(sparql: str, found: list[Token], depth: int, operators: int) -> None:
    nested = counted = 0
    for token in found:
        if token.text in _OPENING:
            nested += 1
        elif token.text in _CLOSING:
            nested -= 1
        elif token.text in _OPERATORS or (token.kind == "name" and token.text.upper() in _PARTS):
            counted += 1
        if nested > depth:
            raise _refused(
                sparql, token, f"the query nests deeper than {depth} levels of brackets", cap="depth"
            )
        if counted > operators:
            why = f"the query has more than {operators} operators, patterns or filters"
            raise _refused(sparql, token, why, cap="operators")


def _few(sparql: str, found: list[Token], most: int) -> None:
    """Refused where there are more terms than may be; lists of values, which the engine bears, apart."""
    counted, ended, counts = 0, -1, [True]
    for at, token in enumerate(found):
        if token.text in _CLOSING:
            del counts[max(len(counts) - 1, 1) :]
            continue
        digit = token.kind == "other" and token.text.isdigit()
        again = digit and token.start == ended  # a number is one token a digit
        ended = token.start + 1 if digit else -1
        if counts[-1] and not again and (digit or token.kind in _TERMS or token.text in _OPENING):
            counted += 1
        if token.text in _OPENING:
            counts.append(not _of_values(found, at, within=not counts[-1]))
        if counted > most:
            why = f"the query has more than {most} terms outside of VALUES and IN: put lists there"
            raise _refused(sparql, token, why, cap="terms")


def _of_values(found: list[Token], at: int, *, within: bool) -> bool:
    """Whether a bracket opens a list of values: after ``IN``, after ``VALUES`` and columns, or in those."""
    if found[at].text == "(":
        return within or (at > 0 and found[at - 1].text.upper() == "IN")
    before = at - 1
    while before > 0 and (found[before].kind == "variable" or found[before].text in "()"):
        before -= 1
    return found[at].text == "{" and 0 <= before < at - 1 and found[before].text.upper() == "VALUES"


def _word(sparql: str, word: str, found: list[Token], at: int) -> None:
    if "SERVICE" in word and (":" not in word or _called(found, at)):
        raise _refused(
            sparql,
            found[at],
            "SERVICE sends the query to another server; ask that server itself with --endpoint",
            cap="SERVICE",
        )
    if word in _UPDATES:
        raise _refused(
            sparql,
            found[at],
            f"{word} changes the store; a query reads (SELECT, ASK, CONSTRUCT, DESCRIBE)",
            cap=word,
        )


def _called(found: list[Token], at: int) -> bool:
    """Whether a name with this word in it is followed by an address and a group, as the keyword is.

    The engine needs no space between words: it reads SERVICEex:place as a call, and true SERVICE without the
    space. What only looks like a name is one where a group does not follow.
    """
    for token in found[at + 1 :]:
        if token.text in _LAST or token.kind == "string":
            return token.text == "{"
        if token.kind == "name" and ":" not in token.text and token.text.upper() != "SILENT":
            return False
    return False


def _refused(sparql: str, token: Token, why: str, *, cap: str) -> Refused:
    start = token.start
    line = sparql.count("\n", 0, start) + 1
    return Refused(why, cap=cap, line=line, column=start - sparql.rfind("\n", 0, start))
