"""Queries of people who mean harm, or do it without meaning to; each with what must become of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from queries.error import (
    BadParameter,
    BrokenQuery,
    Fault,
    OutOfMemory,
    Refused,
    TookTooLong,
    TooLarge,
    WorkerLost,
)

JSON: Final = "application/sparql-results+json"
TURTLE: Final = "text/turtle"
PRODUCT: Final = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"
WHOLE: Final = f"CONCAT({', '.join(f'STR(?{one})' for one in 'abcdefghijklmno')})"
LONG: Final = f"'{'a' * 60_000}'"
GEO: Final = (
    "PREFIX geof: <http://www.opengis.net/def/function/geosparql/> "
    "PREFIX geo: <http://www.opengis.net/ont/geosparql#> "
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A query, and the faults that may come of it; none where it is answered."""

    family: str
    name: str
    sparql: str
    faults: tuple[type[Fault], ...] = ()
    cap: str = ""
    media: str = JSON


def nested(opening: str, closing: str, inner: str, times: int) -> str:
    return opening * times + inner + closing * times


def nesting() -> Iterator[Hostile]:
    for name, text in {
        "groups": "SELECT * " + nested("{", "}", "", 3000),
        "groups that are never closed": "SELECT * " + "{" * 30_000,
        "parentheses": f"SELECT * {{ FILTER{nested('(', ')', '1', 6000)} }}",
        "sub-selects": f"SELECT * {{ {nested('{ SELECT * {', '}}', '', 1500)} }}",
        "optional": f"SELECT * {{ {nested('OPTIONAL {', '}', '', 3000)} }}",
        "exists": f"SELECT * {{ {nested('FILTER EXISTS {', '}', '', 1000)} }}",
        "blank nodes": f"SELECT * {{ ?s ?p {nested('[ ?p ', ']', '1', 2000)} }}",
        "lists": f"SELECT * {{ ?s ?p {nested('(', ')', '1', 9000)} }}",
        "path": f"SELECT * {{ ?s {nested('(', ')', '<x:p>', 15_000)} ?o }}",
        "triple terms": f"SELECT * {{ ?s ?p {nested('<<( ?s ?p ', ')>>', '?o', 4000)} }}",
        "what seems to be a string": 'SELECT * { " ' + "{" * 3000,
    }.items():
        yield Hostile("nesting", name, text, (Refused,), "depth")


def operators() -> Iterator[Hostile]:
    for name, text in {
        "sums": f"SELECT ({'1+' * 9000}1 AS ?x) {{}}",
        "negations": f"SELECT * {{ FILTER({'!' * 12_000}?a) }}",
        "and": f"SELECT * {{ FILTER({'?a&&' * 12_000}?a) }}",
        "or": f"SELECT * {{ FILTER({'?a||' * 12_000}?a) }}",
        "steps": f"SELECT * {{ ?s {'<x:p>/' * 6000}<x:p> ?o }}",
        "unions": f"SELECT * {{ {{}} {'UNION{}' * 7000} }}",
        "optionals": f"SELECT * {{ {'OPTIONAL{}' * 5000} }}",
        "minus": f"SELECT * {{ ?s ?p ?o {'MINUS{}' * 7000} }}",
        "lateral": f"SELECT * {{ {'LATERAL{}' * 5000} }}",
        "bindings": f"SELECT * {{ {' '.join(f'BIND(1 AS ?a{n})' for n in range(3000))} }}",
        "columns": f"SELECT {' '.join(f'(1 AS ?a{n})' for n in range(4000))} {{}}",
    }.items():
        yield Hostile("operators", name, text, (Refused,), "operators")


def size() -> Iterator[Hostile]:
    for name, text in {
        "a string": f'SELECT * {{ FILTER("{"a" * 70_000}") }}',
        "a comment": "SELECT * {} #" + "a" * 10_000_000,
        "letters of three bytes": f'SELECT * {{ FILTER("{"ก" * 22_000}") }}',
        "values": f"SELECT * {{ VALUES ?a {{ {'1 ' * 35_000} }} }}",
    }.items():
        yield Hostile("size", name, text, (Refused,), "query_bytes")


def recursion() -> Iterator[Hostile]:
    """What ends the process that parses it, or takes it to its time, without many brackets."""
    for name, text in SIDE_BY_SIDE.items():
        yield Hostile("terms", name, text, (Refused,), "terms", media_of(text))
        yield Hostile("recursion", name, text, (WorkerLost, TookTooLong), media=media_of(text))


SIDE_BY_SIDE: Final = {
    "objects": f"SELECT * {{ ?s ?p {'?a,' * 20_000}?a }}",
    "predicates": f"SELECT * {{ ?s {'?a ?b;' * 10_000}?a ?b }}",
    "lists side by side": f"SELECT * {{ ?s ?p ({'() ' * 20_000}) }}",
    "numbers in a list": f"SELECT * {{ ?s ?p ({'1 ' * 30_000}) }}",
    "having": f"SELECT (1 AS ?x) {{}} GROUP BY ?s HAVING(1) {'(1)' * 20_000}",
    "described": f"DESCRIBE {'<x:a> ' * 9000}",
}


def media_of(sparql: str) -> str:
    return TURTLE if sparql.startswith(("CONSTRUCT", "DESCRIBE")) else JSON


def products() -> Iterator[Hostile]:
    for name, text in {
        "counted": f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}",
        "in groups": f"SELECT ?b (COUNT(*) AS ?n) {{ {PRODUCT} }} GROUP BY ?b",
        "filtered to nothing": f"SELECT * {{ {PRODUCT} FILTER({WHOLE} = '') }}",
        "asked": f"ASK {{ {PRODUCT} FILTER({WHOLE} = '') }}",
        "behind an offset": f"SELECT * {{ {PRODUCT} }} OFFSET 99999999999",
        "not exists": f"SELECT * {{ ?x ?y ?z FILTER NOT EXISTS {{ {PRODUCT} FILTER(?x != ?x) }} }}",
        "triples for nobody": f"CONSTRUCT {{ ?a ?a ?a }} WHERE {{ {PRODUCT} FILTER({WHOLE} = '') }}",
        "by graph": f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?q {{ ?a ?b ?c }} {PRODUCT} }}",
    }.items():
        media = TURTLE if text.startswith("CONSTRUCT") else JSON
        yield Hostile("products", name, text, (TookTooLong,), "seconds", media)


def paths() -> Iterator[Hostile]:
    every = "(<x:p>|!<x:p>)"
    for name, text in {
        "anything after all": f"SELECT (COUNT(*) AS ?n) {{ ?s ({every}|^{every})* ?o . ?q {every}* ?r }}",
        "with a limit": f"SELECT * {{ ?s ({every}|^{every})+ ?o . {PRODUCT} FILTER({WHOLE} = '') }} LIMIT 1",
        "many steps": f"SELECT * {{ ?s {'/'.join([every + '*'] * 90)} ?o . {PRODUCT} FILTER({WHOLE} = '') }}",
        "up and down": f"SELECT (COUNT(*) AS ?n) {{ ?a {every}*/^{every}* ?b . ?c {every}*/^{every}* ?d }}",
        "planned for ever": f"SELECT * {{ ?s {'/'.join(['<x:p>'] * 490)} ?o }}",
    }.items():
        yield Hostile("paths", name, text, (TookTooLong, OutOfMemory))


def planning() -> Iterator[Hostile]:
    for name, text in {
        "one triple very often": f"SELECT * {{ {'?a ?b ?c.' * 330} }}",
        "many triples": f"SELECT * {{ {' '.join(f'?s ?p{n} ?o{n}.' for n in range(330))} }}",
        "groups side by side": f"SELECT * {{ {'{?a ?b ?c}' * 240} }}",
        "reified": f"SELECT * {{ {nested('<< ?s ?p ', '>>', '?o', 300)} ?p ?o }}",
        "ordered by much": f"SELECT * {{ ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }} ORDER BY {'?s ' * 900}",
        "a large template": f"CONSTRUCT {{ {'?s ?p ?o.' * 300} }} WHERE {{ {PRODUCT} }}",
    }.items():
        media = TURTLE if text.startswith("CONSTRUCT") else JSON
        yield Hostile("planning", name, text, (TookTooLong, OutOfMemory, WorkerLost), media=media)


def memory() -> Iterator[Hostile]:
    doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
    grown = " ".join(f"BIND(REPLACE(?x{n}, 'a', ?x{n}) AS ?x{n + 1})" for n in range(6))
    for name, text in {
        "doubling": f"SELECT (STRLEN(?x40) AS ?n) {{ BIND('aaaaaaaa' AS ?x0) {doubled} }}",
        "replacing": f"SELECT (STRLEN(?x6) AS ?n) {{ BIND('{'a' * 50}' AS ?x0) {grown} }}",
        "sorting": f"SELECT * {{ {PRODUCT} }} ORDER BY ?c ?f LIMIT 1",
        "no row twice": f"SELECT (COUNT(*) AS ?n) {{ {{ SELECT DISTINCT * {{ {PRODUCT} }} }} }}",
        "one long string": f"SELECT (STRLEN(GROUP_CONCAT(?x)) AS ?n) {{ VALUES ?x {{ {LONG} }} {PRODUCT} }}",
        "one group a row": "SELECT (COUNT(*) AS ?n) "
        f"{{ VALUES ?y {{ {LONG} }} {PRODUCT} }} GROUP BY (CONCAT({WHOLE}, ?y))",
        "counted apart": f"SELECT (COUNT(DISTINCT CONCAT({WHOLE}, ?y)) AS ?n) "
        f"{{ VALUES ?y {{ {LONG} }} {PRODUCT} }}",
    }.items():
        yield Hostile("memory", name, text, (OutOfMemory,), "memory")


def answers() -> Iterator[Hostile]:
    for name, text, cap in (
        ("a product", f"SELECT * {{ {PRODUCT} }}", "answer_bytes"),
        ("a long value", f"SELECT ?x {{ VALUES ?x {{ {LONG} }} ?a ?b ?c }}", "answer_bytes"),
        ("triples", f"CONSTRUCT {{ ?a ?b ?x }} WHERE {{ {PRODUCT} BIND({WHOLE} AS ?x) }}", "answer_bytes"),
        ("narrow rows", "SELECT (1 AS ?n) { ?a a ?c . ?d a ?f } LIMIT 1001", "rows"),
    ):
        media = TURTLE if text.startswith("CONSTRUCT") else JSON
        yield Hostile("answers", name, text, (TooLarge,), cap, media)


def expressions() -> Iterator[Hostile]:
    """Backtracking and deep strings, which this engine bears."""
    deep = f"'{nested('GEOMETRYCOLLECTION(', ')', 'POINT(1 1)', 2500)}'^^geo:wktLiteral"
    for name, text in {
        "repeated repeats": f"ASK {{ FILTER(REGEX('{'a' * 30_000}b', '^(a+)+$')) }}",
        "alternatives that overlap": f"ASK {{ FILTER(REGEX('{'a' * 30_000}b', '(a|a|aa)*c')) }}",
        "a pattern that grows": "ASK { FILTER(REGEX('a', '((((a{1,100}){1,100}){1,100}){1,100})')) }",
        "a deep pattern": f"ASK {{ FILTER(REGEX('a', '{nested('(', ')', 'a', 20_000)}')) }}",
        "a deep geometry": f"{GEO} SELECT (geof:sfWithin({deep}, 'POINT(1 1)'^^geo:wktLiteral) AS ?x) {{}}",
    }.items():
        yield Hostile("expressions", name, text)


def elsewhere() -> Iterator[Hostile]:
    group = "{ ?a ?b ?c }"
    for name, text in {
        "an address": f"SELECT * {{ SERVICE <http://127.0.0.1:1/> {group} }}",
        "silently": f"SELECT * {{ SERVICE SILENT <http://127.0.0.1:1/> {group} }}",
        "without a space": f"PREFIX x: <http://127.0.0.1:1/> SELECT * {{ SERVICEx:y {group} }}",
        "found by the query": f"SELECT * {{ BIND(IRI('http://127.0.0.1:1/') AS ?u) SERVICE ?u {group} }}",
    }.items():
        yield Hostile("elsewhere", name, text, (Refused,), "SERVICE")


def writing() -> Iterator[Hostile]:
    for text in (
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:1/>",
        "CLEAR ALL",
        "DROP ALL",
        "CREATE GRAPH <x:a>",
        "ADD <x:a> TO <x:b>",
        "MOVE <x:a> TO <x:b>",
        "COPY <x:a> TO <x:b>",
        "WITH <x:a> DELETE { ?s ?p ?o } INSERT { ?o ?p ?s } WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
    ):
        word = next(one for one in text.split() if one in WORDS)
        yield Hostile("writing", text[:24], text, (Refused,), word)


WORDS: Final = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY")


def malformed() -> Iterator[Hostile]:
    for name, text in {
        "nothing": "",
        "zero bytes": "SELECT * {\x00}",
        "half a letter": "SELECT * { ?s ?p '\ud800' }",
        "half a letter, escaped": r"SELECT * { ?s ?p '\uD800' }",
        "a letter that is none": r"SELECT * { ?s ?p '\U00110000' }",
        "too large a number": "SELECT * {} LIMIT 99999999999999999999",
        "closed first": "SELECT * {" + "}" * 3000 + "{" * 900,
        "a column twice": "SELECT (1 AS ?x) (2 AS ?x) {}",
        "an unknown function": "SELECT (<x:nothing>(1) AS ?x) {}",
        "rows of other lengths": "SELECT * { VALUES (?a ?b) { (1) } }",
    }.items():
        yield Hostile("malformed", name, text, (Refused if name == "an unknown function" else BrokenQuery,))
    yield Hostile("malformed", "a table as triples", "SELECT * {}", (BadParameter,), media=TURTLE)
    yield Hostile("malformed", "an unknown form", "SELECT * {}", (BadParameter,), media="text/x-none")


HOSTILE: Final = tuple(
    one
    for family in (
        nesting,
        operators,
        size,
        recursion,
        products,
        paths,
        planning,
        memory,
        answers,
        expressions,
        elsewhere,
        writing,
        malformed,
    )
    for one in family()
)
