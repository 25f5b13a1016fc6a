"""By what it is told that the program or its tables are others than they were."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from ontology.names import BASE

SOURCES: Final = Path(__file__).parents[1]
ONTOLOGY: Final = SOURCES.parent / "ontology"
KINDS: Final = frozenset({".py", ".csv", ".toml", ".ttl"})


def hashed(*folders: Path, apart: frozenset[str] = frozenset()) -> str:
    """The hash of all modules and tables of some folders but those in the parts *apart*, and of our base.

    >>> hashed(SOURCES) == hashed(SOURCES), hashed(SOURCES) == hashed(SOURCES, apart=frozenset({"load"}))
    (True, False)
    """
    total = sha256(BASE.encode())
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            part = path.relative_to(folder).parts
            if path.suffix in KINDS and part[0] not in apart:
                total.update("/".join(part).encode() + path.read_bytes())
    return total.hexdigest()[:12]


def program() -> str:
    """The hash of everything that decides what a store has.

    >>> len(program())
    12
    """
    return hashed(SOURCES, ONTOLOGY, apart=frozenset({"evaluate"}))
