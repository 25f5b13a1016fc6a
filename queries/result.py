"""What a query gives: typed rows, a yes or no, or triples; and the formats in which they are written."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import pyoxigraph as ox

from queries.error import BadParameter
from queries.term import Plain, Term, plain

if TYPE_CHECKING:
    import pandas

Format: TypeAlias = Literal["csv", "tsv", "json", "xml", "ttl", "nt"]

_ROWS: Final = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_TRIPLES: Final = {"ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "xml": ox.RdfFormat.RDF_XML}


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of a SELECT; for an ASK ``boolean``; for a CONSTRUCT or DESCRIBE ``triples``.

    >>> result = Result(("document", "count"), ((ox.Literal("08 STATE 900001"), ox.Literal(3)),))
    >>> result.column("count"), result.dicts()[0]["document"], result.to_pandas().shape
    ((3,), '08 STATE 900001', (1, 2))
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    boolean: bool | None = None
    triples: tuple[ox.Triple, ...] | None = None

    def dicts(self) -> tuple[dict[str, Plain], ...]:
        """Each row as a mapping from column to plain value.

        >>> Result(("n",), ((ox.Literal(3),),)).dicts()
        ({'n': 3},)
        """
        return tuple(dict(zip(self.columns, map(plain, row), strict=True)) for row in self.rows)

    def column(self, name: str) -> tuple[Plain, ...]:
        """The plain values of one column."""
        at = self.columns.index(name)
        return tuple(plain(row[at]) for row in self.rows)

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a data frame, one column each."""
        try:
            import pandas
        except ImportError as error:
            raise ImportError("to_pandas needs pandas: pip install 'compendium-kg[pandas]'") from error
        return pandas.DataFrame([list(map(plain, row)) for row in self.rows], columns=list(self.columns))

    def written(self, form: Format) -> str:
        """The result in a standard format: SPARQL results for rows, RDF for triples.

        >>> Result(("n",), ((ox.Literal("a"),),)).written("csv").split()
        ['n', 'a']
        """
        if self.triples is not None:
            return _triples(self.triples, form)
        if form not in _ROWS:
            raise BadParameter(f"{form} is for triples; rows are written as {', '.join(_ROWS)}")
        return _serialized(self, form)


def _serialized(result: Result, form: Format) -> str:
    parsed = ox.parse_query_results(json.dumps(_json(result)).encode(), format=ox.QueryResultsFormat.JSON)
    if isinstance(parsed, ox.QueryBoolean) and form in ("csv", "tsv"):
        return f"{str(bool(parsed)).lower()}\n"
    return (parsed.serialize(format=_ROWS[form]) or b"").decode()


def _triples(triples: tuple[ox.Triple, ...], form: Format) -> str:
    if form not in _TRIPLES:
        raise BadParameter(f"{form} is for rows; triples are written as {', '.join(_TRIPLES)}")
    return (ox.serialize(triples, format=_TRIPLES[form]) or b"").decode()


def _json(result: Result) -> dict[str, object]:
    if result.boolean is not None:
        return {"head": {}, "boolean": result.boolean}
    bindings = [
        {name: _term(value) for name, value in zip(result.columns, row, strict=True) if value is not None}
        for row in result.rows
    ]
    return {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}


def _term(term: Term) -> dict[str, object]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.Literal):
        tag = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
        return {"type": "literal", "value": term.value, **tag}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    return {"type": "literal", "value": str(term)}


def gathered(answer: object) -> Result:
    """The engine's answer, read to its end.

    >>> gathered(ox.Store().query("SELECT (3 AS ?count) {}")).dicts()
    ({'count': 3},)
    """
    if isinstance(answer, ox.QueryBoolean):
        return Result(boolean=bool(answer))
    if isinstance(answer, ox.QueryTriples):
        return Result(triples=tuple(sorted(answer, key=str)))
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError(f"not a query result: {type(answer).__name__}")
    columns = tuple(variable.value for variable in answer.variables)
    return Result(columns, tuple(tuple(row) for row in answer))
