"""Derives ``terms.py`` from ``regime.ttl``: ``python -m ontology.generate``, or ``--check`` to compare only.

A property becomes UPPER_SNAKE (``hasPassage`` is ``HAS_PASSAGE``), a class the same after ``C_`` (``Cable``
is ``C_CABLE``), whether or not a property has that name: a new term never renames another. A term of another
vocabulary has its prefix before it (``oa:hasSource`` is ``OA_HAS_SOURCE``).
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ontology.source import HERE, Borrowed, Kind, Term, borrowed, terms

TARGET: Final = HERE / "terms.py"


def constant(name: str, kind: Kind) -> str:
    """The name of the constant that holds a term's IRI.

    >>> constant("hasPassage", "property"), constant("MeetingSeries", "class"), constant("sha256", "property")
    ('HAS_PASSAGE', 'C_MEETING_SERIES', 'SHA256')
    """
    snake = "".join(f"_{letter}" if letter.isupper() else letter for letter in name).lstrip("_").upper()
    return f"C_{snake}" if kind == "class" else snake


def module(declared: Iterable[Term], used: Iterable[Borrowed]) -> str:
    """The text of ``terms.py``: one line a term, ours first, then our classes and properties.

    >>> cable = next(term for term in terms() if term.name == "Cable")
    >>> [line for line in module([cable], []).splitlines() if line.startswith("C_")]
    ['C_CABLE: Final[str] = REG + "Cable"']
    """
    others = tuple(used)
    spaces = ", ".join(sorted({term.prefix.upper() for term in others} | {"REG"}))
    lines = [
        '"""Terms of ``regime.ttl`` and ``borrowed.ttl``. Generated: run ``python -m ontology.generate``."""',
        "\nfrom typing import Final",
        f"\nfrom ontology.names import {spaces}\n",
    ]
    names: dict[Kind, list[str]] = {"class": [], "property": []}
    for term in declared:
        name = constant(term.name, term.kind)
        names[term.kind].append(name)
        lines.append(f'{name}: Final[str] = REG + "{term.name}"')
    lines.append("")
    for other in others:
        prefix = other.prefix.upper()
        lines.append(f'{prefix}_{constant(other.name, "property")}: Final[str] = {prefix} + "{other.name}"')
    for title, kind in (("CLASSES", names["class"]), ("PROPERTIES", names["property"])):
        lines += ["", f"{title}: Final[tuple[str, ...]] = (", *(f"    {name}," for name in kind), ")"]
    return "\n".join(lines) + "\n"


def write(target: Path, text: str, *, check: bool) -> bool:
    """Whether *target* has that text now: it is given it, unless only a check is asked for.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     target = Path(folder) / "terms.py"
    ...     write(target, "a", check=True), write(target, "a", check=False), write(target, "a", check=True)
    (False, True, True)
    """
    if target.exists() and target.read_bytes() == text.encode():
        return True
    if not check:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    return not check


def main(arguments: list[str]) -> int:
    """Rewrite ``terms.py``, or with ``--check`` tell by exit code 1 that it is stale; 2 is wrong use.

    >>> main(["--check"]), main(["--wrong"])
    (0, 2)
    """
    if arguments not in ([], ["--check"]):
        print("usage: python -m ontology.generate [--check]", file=sys.stderr)
        return 2
    if write(TARGET, module(terms(), borrowed()), check=bool(arguments)):
        return 0
    print(f"{TARGET.name} is not what its sources say: run python -m ontology.generate", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
