"""Literals as N-Triples writes them: what they say, their datatype, and which comes before which."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Final, TypeAlias

from ingest.load.audit.view import Term
from ingest.pattern import pattern
from ontology.names import RDF, XSD

Value: TypeAlias = Decimal | date | datetime | str

_ESCAPED = pattern(
    "escape-in-n-triples",
    r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)",
    example=r"\n",
)
_PLAIN: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}

_LEXICAL: Final = {
    f"{XSD}integer": pattern("xsd-integer", r"^[+-]?[0-9]+$", example="7"),
    f"{XSD}decimal": pattern("xsd-decimal", r"^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$", example="7.5"),
    f"{XSD}boolean": pattern("xsd-boolean", r"^(?:true|false|1|0)$", example="true"),
    f"{XSD}gYear": pattern("xsd-year", r"^-?[0-9]{4,}(?:Z|[+-][0-9]{2}:[0-9]{2})?$", example="2003"),
}


def text(term: Term) -> str:
    r"""The words of a literal, or the IRI of another term.

    >>> text('"a\\nb"'), text('"7"^^<urn:number>'), text("<urn:a>"), text('"\\u00E9"@fr')
    ('a\nb', '7', 'urn:a', 'é')
    """
    if not term.startswith('"'):
        return term[1:-1] if term.startswith("<") else term
    words = term[1 : term.rindex('"')]
    if "\\" not in words:
        return words
    parts, last = [], 0
    for found in _ESCAPED.finditer(words):
        parts += [words[last : found.span.start], _character(found.text()[1:])]
        last = found.span.end
    return "".join([*parts, words[last:]])


def datatype(term: Term) -> str | None:
    """The datatype of a literal; ``None`` for other terms.

    >>> datatype('"7"^^<urn:number>'), datatype("<urn:a>"), datatype('"a"').rpartition("#")[2]
    ('urn:number', None, 'string')
    """
    if not term.startswith('"'):
        return None
    if term.endswith('"'):
        return f"{XSD}string"
    rest = term[term.rindex('"') + 1 :]
    return rest[3:-1] if rest.startswith("^^") else f"{RDF}langString"


def well_formed(term: Term) -> bool:
    """Whether the words of a literal are of its datatype.

    >>> integer, day = f"^^<{XSD}integer>", f"^^<{XSD}date>"
    >>> well_formed(f'"7"{integer}'), well_formed(f'"seven"{integer}'), well_formed(f'"2003-02-30"{day}')
    (True, False, False)
    """
    kind, words = datatype(term), text(term)
    known = _LEXICAL.get(kind or "")
    if known is not None:
        return known.search(words) is not None
    return kind not in (f"{XSD}date", f"{XSD}dateTime") or not isinstance(value(term), str)


def value(term: Term) -> Value:
    """A literal as something that can be compared; its words where it is none.

    >>> value(f'"7.0"^^<{XSD}decimal>') == 7, value('"seven"')
    (True, 'seven')
    """
    kind, words = (datatype(term) or "").removeprefix(XSD), text(term)
    try:
        if kind in ("integer", "decimal"):
            return Decimal(words)
        if kind == "dateTime":
            return datetime.fromisoformat(words)
        return date.fromisoformat(words) if kind == "date" else words
    except (ValueError, InvalidOperation):
        return words


def not_after(one: Term, other: Term) -> bool:
    """Whether a literal is not greater than another; what cannot be compared is not.

    >>> not_after('"2003-01-01"', '"2003-01-02"'), not_after('"a"', f'"7"^^<{XSD}integer>')
    (True, False)
    """
    first, second = value(one), value(other)
    if datatype(one) != datatype(other) and not (isinstance(first, Decimal) and isinstance(second, Decimal)):
        return False
    try:
        return first <= second  # type: ignore[operator]
    except TypeError:
        return False


def _character(escape: str) -> str:
    if escape[0] in "uU" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _PLAIN.get(escape, escape)
