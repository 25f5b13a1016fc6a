"""The lines of the journal: a document that was read; a file of several documents, read to its end."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ingest.load.errors import TooNew

if TYPE_CHECKING:
    from ingest.register import Facts

FORMAT: Final = 2
BEGINNING: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """What the journal says of one copy of a document.

    ``version`` names the pipeline and the tables that derived it; ``length`` counts the characters of its
    text, ``quads`` and ``canonical`` are the number and the hash of its sorted N-Quads. A copy that a later
    pipeline refuses has the reason in ``refused`` and no graphs. ``container`` is the hash of the file that
    has the document beside others, ``part`` its name there. ``scanned``: the text was read from an image.
    ``marking`` is the mark that the copy itself gives the document.

    What the rest of a corpus needs of it: its names and day, the targets that it gives in part (``assumed``)
    and those that it dates (``dated``), and what it says of decisions, proposals and meetings (``named``).
    ``settled`` is what the corpus showed these to be when it was derived.

    >>> entry = Entry("00ff", "a.txt", "2008STATE900001", "Cable", "1", 12, (), 0, "")
    >>> json.loads(entry.line())["id"], entry.key, read_line(entry.line()) == entry
    ('2008STATE900001', '00ff', True)
    >>> entry.facts.id
    '2008STATE900001'
    """

    sha256: str
    source: str
    id: str
    kind: str
    version: str
    length: int
    graphs: tuple[str, ...]
    quads: int
    canonical: str
    found: Mapping[str, int] = field(default_factory=dict)
    refused: str | None = None
    container: str | None = None
    part: str | None = None
    form: str = "text"
    scanned: bool = False
    sent: str | None = None
    marking: str | None = None
    aliases: tuple[str, ...] = ()
    assumed: tuple[tuple[str, str | None], ...] = ()
    dated: tuple[tuple[str, str], ...] = ()
    named: tuple[Mapping[str, Any], ...] = ()
    settled: Mapping[str, str] = field(default_factory=dict)
    previous: str = BEGINNING

    @property
    def key(self) -> str:
        """What tells this copy from all others."""
        return key(self.sha256, self.container, self.part)

    @property
    def facts(self) -> "Facts":
        """What the document brings to the register of a corpus."""
        from ingest.register import Assumed, Facts

        assumed = tuple(Assumed(*one) for one in self.assumed)
        return Facts(self.id, self.sent, self.aliases, assumed, self.dated)

    def line(self) -> bytes:
        """The entry as a line of the journal."""
        return _line("document", self)


@dataclass(frozen=True, slots=True)
class Container:
    """What the journal says of a file of several documents, once it was read to its end.

    Of ``parts`` documents found some were ``refused`` (name, code, message; at most a thousand are listed,
    ``codes`` counts them all). ``characters`` of the documents' sources were met, of which ``dropped`` are
    not in their texts, by reason.

    >>> volume = Container("00ff", "v.xml", "tei", "1", 3, codes={"no-cable": 1})
    >>> read_line(volume.line()) == volume
    True
    """

    sha256: str
    source: str
    form: str
    version: str
    parts: int
    refused: tuple[tuple[str, str, str], ...] = ()
    codes: Mapping[str, int] = field(default_factory=dict)
    characters: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    previous: str = BEGINNING

    def line(self) -> bytes:
        """The entry as a line of the journal."""
        return _line("container", self)


Line: TypeAlias = Entry | Container


def key(sha256: str, container: str | None, part: str | None) -> str:
    """What tells one copy from all others: the hash of its bytes; of a part also its file and name.

    >>> key("00ff", None, None), key("00ff", "aa11", "row 7")
    ('00ff', '00ff aa11 row 7')
    """
    return sha256 if container is None else f"{sha256} {container} {part or ''}"


def read_line(line: bytes) -> Line:
    """The entry that a line of the journal holds; ``ValueError``, ``TypeError`` or ``KeyError`` for others.

    >>> read_line(b'{"format": 99}')
    Traceback (most recent call last):
    ingest.load.errors.TooNew: the journal was written by a later version of this program
    """
    record = json.loads(line)
    if record.pop("format") > FORMAT:
        raise TooNew("the journal was written by a later version of this program")
    told: dict[str, Any] = {name: _frozen(value) for name, value in record.items() if name != "line"}
    return Container(**told) if record.get("line") == "container" else Entry(**told)


def _line(kind: str, record: Line) -> bytes:
    # not asdict, which copies all that is inside: a build writes a line for each document, twice
    values = {one.name: getattr(record, one.name) for one in fields(record)}
    told = {name: value for name, value in values.items() if value not in (None, (), {}) or name in _NEEDED}
    return (
        json.dumps({"format": FORMAT, "line": kind, **told}, ensure_ascii=False, sort_keys=True).encode()
        + b"\n"
    )


def _frozen(value: object) -> object:
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value


_NEEDED: Final = frozenset(one.name for one in fields(Entry)[:9])
