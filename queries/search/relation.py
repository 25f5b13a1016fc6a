"""A relation for SPARQL that the index answers: ``?passage search:matches "words"``.

No engine knows it. Before a query runs, each use is replaced by the passages that were found, as VALUES; the
rest of the query joins them to the graph. With two variables, ``(?passage ?score) search:matches "words"``,
the second has the score; with a number, ``("words" 20)``, no more than so many are taken. Lines stay what
they were, so that the places of errors stay true.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from ontology.names import SEARCH
from queries.error import Refused
from queries.guard import SIZE
from queries.search.expression import expression
from queries.search.index import Index
from queries.term import Token, tokens

MATCHES: Final = SEARCH + "matches"
TAKEN: Final = 100
MOST: Final = 400
USES: Final = 4
"""So many passages are taken where a query does not say, and at most; and so many uses one query may have."""

_PREFIX: Final = "search"
_NAME: Final = "search:matches"
_BEFORE: Final = frozenset({"{", "}", "."})
_AFTER: Final = frozenset({"{", "}", "."})
_ROOM: Final = 1024
_ALONE: Final = (
    'search:matches stands alone in a pattern, as ?passage search:matches "words" . (no ; , or path)'
)
_SUBJECT: Final = "before search:matches stands ?passage or (?passage ?score)"


@dataclass(frozen=True, slots=True)
class Matched:
    """One use of the relation: the words, how many passages were taken, and how many there are."""

    words: str
    taken: int
    total: int


@dataclass(frozen=True, slots=True)
class Expanded:
    """A query as an engine can run it, and what was found for it."""

    sparql: str
    matched: tuple[Matched, ...] = ()


@dataclass(frozen=True, slots=True)
class _Use:
    """A use of the relation: the tokens that it takes, its variables, and what it asks for."""

    first: int
    last: int
    variables: tuple[str, ...]
    words: str
    limit: int


def expanded(sparql: str, index: Callable[[], Index], *, size: int = SIZE) -> Expanded:
    """The query with each use of the relation replaced; the same query where there is none.

    The result is no longer than *size* bytes: of what was found, less is taken, and ``Matched`` says so.
    Raises Refused with the place where the relation cannot stand, BadParameter for words that are none.

    >>> from pathlib import Path
    >>> index = lambda: Index.open(Path("tests/data/shape.trig"))
    >>> asked = 'SELECT ?d { ?p search:matches "plenary" . ?d reg:hasPassage ?p }'
    >>> found = expanded(asked, index)
    >>> found.matched, found.sparql.startswith("SELECT ?d { VALUES ( ?p ) { ( <http")
    ((Matched(words='plenary', taken=1, total=1),), True)
    >>> from queries import open_reader
    >>> open_reader("tests/data/shape.trig").query(found.sparql).column("d")[0].rpartition("/")[2]
    '2008STATE900001'
    """
    if "matches" not in sparql:
        return Expanded(sparql)
    found = [one for one in tokens(sparql) if one.kind not in ("space", "comment")]
    uses = [_use(sparql, found, at) for at in _places(found)]
    if not uses:
        return Expanded(sparql)
    if len(uses) > USES:
        raise _refused(sparql, found[uses[USES].first], f"a query has at most {USES} uses of {_NAME}")
    share = (size - _ROOM - len(sparql.encode("utf-8", "replace"))) // len(uses)
    opened = index()
    parts: list[str] = []
    matched: list[Matched] = []
    at = 0
    for one in uses:
        rows, total = opened.best(expression(one.words), limit=one.limit)
        block, taken = _block(one.variables, rows, share)
        start, last = found[one.first].start, found[one.last]
        end = last.start + len(last.text)
        parts += [sparql[at:start], block, "\n" * sparql.count("\n", start, end)]
        matched.append(Matched(one.words, taken, total))
        at = end
    return Expanded("".join((*parts, sparql[at:])), tuple(matched))


def _block(variables: Sequence[str], rows: Sequence[tuple[str, float]], room: int) -> tuple[str, int]:
    """The passages as VALUES, as many as there is room for; and how many those are."""
    told: list[str] = []
    for iri, score in rows:
        terms = [str(ox.NamedNode(iri)), f"{max(score, 0.0):.6f}"]
        row = " ".join(("(", *terms[: len(variables)], ")"))
        room -= len(row) + 1
        if room < 0:
            break
        told.append(row)
    return " ".join(("VALUES (", *variables, ") {", *told, "}")), len(told)


def _places(found: Sequence[Token]) -> list[int]:
    """Where the relation stands: by its IRI, or by a prefix that means its namespace."""
    declared = {
        found[at + 1].text: found[at + 2].text.strip("<>")
        for at, token in enumerate(found[:-2])
        if token.kind == "name" and token.text.upper() == "PREFIX"
    }
    own = {f"{_PREFIX}:": SEARCH, **declared}
    names = {f"{prefix}matches" for prefix, namespace in own.items() if namespace == SEARCH}
    return [
        at
        for at, token in enumerate(found)
        if (token.kind == "name" and token.text in names) or token.text == f"<{MATCHES}>"
    ]


def _use(sparql: str, found: Sequence[Token], at: int) -> _Use:
    first, variables = _subject(sparql, found, at)
    last, words, limit = _object(sparql, found, at)
    alone = (
        first > 0
        and found[first - 1].text in _BEFORE
        and last + 1 < len(found)
        and found[last + 1].text in _AFTER
    )
    if not alone or _in_template(found, first):
        raise _refused(
            sparql,
            found[at],
            _ALONE,
        )
    return _Use(first, last, variables, words, limit)


def _subject(sparql: str, found: Sequence[Token], at: int) -> tuple[int, tuple[str, ...]]:
    if at and found[at - 1].kind == "variable":
        return at - 1, (found[at - 1].text,)
    before = found[max(0, at - 4) : at]
    kinds = [one.kind if one.kind == "variable" else one.text for one in before]
    if kinds == ["(", "variable", "variable", ")"]:
        return at - 4, (before[1].text, before[2].text)
    raise _refused(sparql, found[at], _SUBJECT)


def _object(sparql: str, found: Sequence[Token], at: int) -> tuple[int, str, int]:
    after = found[at + 1 :]
    if after and after[0].kind == "string":
        return at + 1, _unquoted(sparql, after[0]), TAKEN
    if len(after) > 2 and after[0].text == "(" and after[1].kind == "string":
        end = next((n for n, one in enumerate(after) if one.text == ")"), 0)
        number = "".join(one.text for one in after[2:end])
        if end and (not number or (number.isascii() and number.isdigit())):
            limit = int(number[:9] or TAKEN)
            if 1 <= limit <= MOST:
                return at + 1 + end, _unquoted(sparql, after[1]), limit
    raise _refused(
        sparql,
        found[at],
        f'after {_NAME} stand words in quotes, or ("words" 20) with a number from 1 to {MOST}',
    )


def _unquoted(sparql: str, token: Token) -> str:
    """What a string says; it is written as in Turtle."""
    try:
        [quad] = ox.parse(" ".join(("<x:a> <x:b>", token.text, ".")), format=ox.RdfFormat.TURTLE)
    except (SyntaxError, ValueError):
        raise _refused(sparql, token, "this is no string") from None
    return str(getattr(quad.object, "value", ""))


def _in_template(found: Sequence[Token], at: int) -> bool:
    """Whether a place is in the template of a CONSTRUCT, which makes triples and finds none."""
    opened: list[bool] = []
    for before, token in zip(("", *(one.text for one in found)), found[:at], strict=False):
        if token.text == "{":
            opened.append(before.upper() == "CONSTRUCT")
        elif token.text == "}" and opened:
            opened.pop()
    return any(opened)


def _refused(sparql: str, token: Token, why: str) -> Refused:
    line = sparql.count("\n", 0, token.start) + 1
    return Refused(why, cap=_NAME, line=line, column=token.start - sparql.rfind("\n", 0, token.start))
