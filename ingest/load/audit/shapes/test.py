"""What a constraint asks of the values at the end of its path, by the words of SHACL."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import re2

from ingest.load.audit.shapes.literal import datatype, not_after, text, well_formed
from ingest.load.audit.view import Term, View, iri, name
from ontology import terms as t

Values: TypeAlias = tuple[Term, ...]

Test: TypeAlias = Callable[[Term, Values, View], bool]
"""Whether a thing's values are as they should be."""


@dataclass(frozen=True, slots=True)
class Told:
    """The value of a word of SHACL; of a list the members with their datatypes; the classes inside."""

    value: Term
    members: Values = ()
    datatypes: Values = ()
    asked: Values = ()


def _number(told: Told) -> int:
    return int(text(told.value))


def _min_count(told: Told) -> Test:
    least = _number(told)
    return lambda _, values, __: len(values) >= least


def _max_count(told: Told) -> Test:
    most = _number(told)
    return lambda _, values, __: len(values) <= most


def _pattern(told: Told) -> Test:
    words = re2.compile(text(told.value))
    return lambda _, values, __: all(words.search(text(one)) is not None for one in values)


def _datatype(told: Told) -> Test:
    wanted = name(told.value)
    return lambda _, values, __: all(datatype(one) == wanted and well_formed(one) for one in values)


def _one_of_datatypes(told: Told) -> Test:
    wanted = [name(one) for one in told.datatypes]
    return lambda _, values, __: all(datatype(one) in wanted and well_formed(one) for one in values)


def _node_kind(told: Told) -> Test:
    if not told.value.endswith("#IRI>"):
        raise ValueError(f"the shapes ask for a kind of node that is not known: {told.value}")
    return lambda _, values, __: all(one.startswith("<") for one in values)


def _in(told: Told) -> Test:
    allowed = frozenset(told.members)
    return lambda _, values, __: allowed.issuperset(values)


def _has_value(told: Told) -> Test:
    return lambda _, values, __: told.value in values


def _min_inclusive(told: Told) -> Test:
    return lambda _, values, __: all(not_after(told.value, one) for one in values)


def _max_inclusive(told: Told) -> Test:
    return lambda _, values, __: all(not_after(one, told.value) for one in values)


def _less_than_or_equals(told: Told) -> Test:
    def test(thing: Term, values: Values, view: View) -> bool:
        others = view.values(thing, told.value)
        return all(not_after(one, other) for one in values for other in others)

    return test


def _of_class(values: Values, told: Told, view: View) -> int:
    return sum(1 for one in values if set(told.asked) & set(view.values(one, iri(t.RDF_TYPE))))


def _qualified_min_count(told: Told) -> Test:
    least = _number(told)
    return lambda _, values, view: _of_class(values, told, view) >= least


def _qualified_max_count(told: Told) -> Test:
    most = _number(told)
    return lambda _, values, view: _of_class(values, told, view) <= most


TESTS: Final[Mapping[str, Callable[[Told], Test]]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "pattern": _pattern,
    "datatype": _datatype,
    "or": _one_of_datatypes,
    "nodeKind": _node_kind,
    "in": _in,
    "hasValue": _has_value,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
    "lessThanOrEquals": _less_than_or_equals,
    "qualifiedMinCount": _qualified_min_count,
    "qualifiedMaxCount": _qualified_max_count,
}
