"""The style of the house, held: examples in docstrings, short files and functions, silence, bound queries."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Final, TypeAlias

import pytest

ROOT: Final = Path(__file__).parents[1]
PACKAGES: Final = ("ontology", "ingest", "queries", "viz", "compendium")
COMMANDS: Final = "compendium/commands/"
"""Their docstrings are the help that a user reads."""

UNFINISHED: Final[tuple[str, ...]] = ()
"""Folders in which functions without an example remain."""

LONGEST_FILE: Final = 400
MEDIAN_FILE: Final = 120
LONGEST_FUNCTION: Final = 45
MOST_FUNCTIONS: Final = 20
"""Nine functions of ten are shorter than this; lines of a docstring are not counted."""

TERMS: Final = "queries/term.py"
UPDATES: Final = "ingest/load/project.py"
"""Puts graphs in the place of others in one transaction, for which the engine has no call but an update; what
goes into its text are terms that the engine itself has written out."""

SPARQL: Final = re.compile(
    r"\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE|WHERE|INSERT|DELETE|DROP|CLEAR|GRAPH|SERVICE|PREFIX|VALUES|FILTER"
    r"|BIND|OPTIONAL|UNION|EXISTS|DISTINCT)\s*(?:[{?$<*(]|\s\0|\s\w+:)"
    r"|(?:^|[\s{])[?$][\w\0]+\s+\S"
)
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> dict[str, str]:
    """The text of each module of the packages, by its path."""
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


MODULES: Final = modules()


def without_example(source: str) -> Iterator[str]:
    """The public functions and methods of a module that neither their docstring nor their class's shows."""
    for node in ast.parse(source).body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            if ">>>" not in (ast.get_docstring(node) or ""):
                yield node.name
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            shown = ast.get_docstring(node) or ""
            for method in node.body:
                if isinstance(method, Function) and not method.name.startswith("_"):
                    own = ast.get_docstring(method)
                    by_class = ">>>" in shown and re.search(rf"\.{method.name}\b", shown)
                    if own is None or not (">>>" in own or by_class):
                        yield f"{node.name}.{method.name}"


def lengths(source: str) -> Iterator[tuple[int, str]]:
    """The lines of each function without those of its docstring, and its name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function):
            first = node.body[0]
            told = 0 if ast.get_docstring(node) is None else (first.end_lineno or 0) - first.lineno + 1
            yield (node.end_lineno or 0) - node.lineno + 1 - told, node.name


def printing(source: str, *, allowed: tuple[str, ...] = ()) -> Iterator[int]:
    """The lines that print, but for those of the functions that may."""
    tree = ast.parse(source)
    may = [node for node in tree.body if isinstance(node, Function) and node.name in allowed]
    free = {id(one) for node in may for one in ast.walk(node)}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="print")) if id(node) not in free:
                yield node.lineno


def pasting(source: str) -> Iterator[int]:
    """The lines where something is pasted into the text of a query."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.expr) and SPARQL.search(_pasted(node)):
            yield node.lineno


def _pasted(node: ast.AST) -> str:
    """The text that something is pasted into, with a zero byte in each such place; empty where it is none."""
    match node:
        case ast.JoinedStr(values=values) if any(isinstance(one, ast.FormattedValue) for one in values):
            return "".join(str(one.value) if isinstance(one, ast.Constant) else "\0" for one in values)
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod()):
            return re.sub(r"%(?:\(\w+\))?[sdr]", "\0", text)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format" | "format_map")):
            return re.sub(r"\{\w*\}", "\0", text)
    return ""


def test_every_public_function_shows_what_it_is_for() -> None:
    missing = [
        f"{path}: {name}"
        for path, source in MODULES.items()
        if not path.startswith((COMMANDS, *UNFINISHED))
        for name in without_example(source)
    ]
    assert not missing, "give these an example (or an underscore, if used in their own module alone):\n" + (
        "\n".join(missing)
    )


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('def f():\n    """It.\n\n    >>> f()\n    """', []),
        ('def f():\n    """It."""', ["f"]),
        ("def _f(): ...", []),
        ('class A:\n    """It.\n\n    >>> A().f()\n    """\n    def f(self):\n        """It."""', []),
        ('class A:\n    """It.\n\n    >>> A().g()\n    """\n    def f(self):\n        """It."""', ["A.f"]),
        ('class A:\n    """It.\n\n    >>> A().f()\n    """\n    def f(self): ...', ["A.f"]),
        ("class _A:\n    def f(self): ...", []),
    ],
)
def test_a_function_without_an_example_is_found(source: str, found: list[str]) -> None:
    assert list(without_example(source)) == found


def test_files_are_short() -> None:
    sizes = {path: len(source.splitlines()) for path, source in MODULES.items()}
    long = {path: size for path, size in sizes.items() if size > LONGEST_FILE}
    assert not long, f"take these apart, none may have more than {LONGEST_FILE} lines: {long}"
    assert median(sizes.values()) < MEDIAN_FILE, f"half of all files have {median(sizes.values())} lines"


def test_functions_are_short() -> None:
    sizes = [(size, f"{path}: {name}") for path, source in MODULES.items() for size, name in lengths(source)]
    long = [f"{name} ({size})" for size, name in sizes if size > LONGEST_FUNCTION]
    assert not long, f"take these apart, none may have more than {LONGEST_FUNCTION} lines: {long}"
    tenth = quantiles([size for size, _ in sizes], n=10)[-1]
    longest = ", ".join(f"{name} ({size})" for size, name in sorted(sizes, reverse=True)[:12])
    assert tenth < MOST_FUNCTIONS, f"one function of ten has {tenth} lines or more; the longest: {longest}"


def test_a_docstring_makes_no_function_long() -> None:
    assert list(lengths('def f():\n    """One.\n\n    Two.\n    """\n    a = 1\n    return a')) == [(3, "f")]


def test_libraries_print_nothing() -> None:
    told = [
        f"{path}:{line}"
        for path, source in MODULES.items()
        if not path.startswith("compendium/")
        for line in printing(source, allowed=("main",) if path.startswith("ontology/") else ())
    ]
    assert not told, f"give it back instead of printing it: {', '.join(told)}"


def test_what_prints_is_found() -> None:
    source = "def main():\n    print(1)\n\ndef f():\n    print(2)"
    assert list(printing(source)) == [2, 5]
    assert list(printing(source, allowed=("main",))) == [5]


def test_nothing_is_pasted_into_a_query() -> None:
    pasted = [
        f"{path}:{line}"
        for path, source in MODULES.items()
        if path not in (TERMS, UPDATES)
        for line in pasting(source)
    ]
    assert not pasted, f"bind it with queries.term.fill, from a query file: {', '.join(pasted)}"


@pytest.mark.parametrize(
    ("code", "pasted"),
    [
        ('f"SELECT ?d WHERE {{ ?d a <{kind}> }}"', True),
        ('f"VALUES ?d {{ {terms} }}"', True),
        ('f"?d reg:cites {cited} ."', True),
        ('f"GRAPH {graph} {{"', True),
        ('f"?d {relation} ?other"', True),
        ('"ASK { <%s> ?p ?o }" % cited', True),
        ('"DROP GRAPH <{}>".format(graph)', True),
        ('"SELECT ?d { ?d a ?c }"', False),
        ('f"{word} writes; a query reads (SELECT, ASK, CONSTRUCT, DESCRIBE)"', False),
        ('f"a constraint of {shape} is no SELECT query"', False),
        ('f"{url}?name={name}"', False),
        ('f"what is {name}? nothing"', False),
        ('"%s files FROM there" % count', False),
    ],
)
def test_what_is_pasted_into_a_query_is_found(code: str, pasted: bool) -> None:
    assert bool(list(pasting(code))) is pasted
