"""Files of judgements, read: bad lines are errors that name file, line, column and what is accepted."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from ingest.judgement.contradict import contradictions
from ingest.judgement.fields import FIELDS, refused
from ingest.judgement.judged import USE, VERDICTS, Correction, Judged, Line, Rejection, Sameness, in_whole
from ingest.tables.rows import Row, TableError

_WHO: Final = ("who", "when", "why", "withdrawn")
SAME: Final = ("left", "right", "judgement", *_WHO)
CORRECTIONS: Final = ("document", "thing", "field", "value", *_WHO)
REJECTIONS: Final = ("document", "thing", *_WHO)
JOINED: Final = ("decision", "proposal", "meeting")

T = TypeVar("T")


def read_judged(folder: Path | None) -> Judged:
    """The judgements of a folder that hold; files may be missing, and without a folder there are none.

    Raises ``TableError`` for a line that cannot be used, and for lines that contradict each other.

    >>> from tempfile import TemporaryDirectory
    >>> head = "\\t".join(SAME)
    >>> with TemporaryDirectory() as made:
    ...     told = f"{head}\\ndecision/a\\tdecision/b\\tmaybe\\tJ. Doe\\t2026-11-23\\tso it seems\\t\\n"
    ...     size = (Path(made) / "same.tsv").write_text(told)
    ...     read_judged(Path(made))
    Traceback (most recent call last):
    ingest.tables.rows.TableError: same.tsv, line 2, column judgement: 'maybe' ...
    >>> read_judged(None).digest
    ''
    """
    if folder is None:
        return Judged()
    if not folder.is_dir():
        raise TableError(
            f"{folder} is no folder; name one that has same.tsv, corrections.tsv or rejections.tsv"
        )
    same = tuple(_read(folder / "same.tsv", SAME, _sameness))
    told = "; ".join(contradictions(in_whole(same)))
    if told:
        raise TableError(f"{told}; withdraw one of these lines: write the day into its last column")
    return Judged(
        same,
        tuple(_read(folder / "corrections.tsv", CORRECTIONS, _correction)),
        tuple(_read(folder / "rejections.tsv", REJECTIONS, _rejection)),
    )


def _read(path: Path, columns: tuple[str, ...], made: Callable[[Row], T]) -> Iterator[T]:
    """What the lines of a file say that are not withdrawn; blank lines and those with "#" say nothing."""
    if not path.exists():
        return
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise TableError(f"{path.name}: byte {error.start} is not UTF-8; save the file as UTF-8") from error
    head = False
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not head:
            if tuple(cells) != columns:
                raise TableError(
                    f"{path.name}, line {number}: the heading must be: {' <tab> '.join(columns)}"
                )
            head = True
            continue
        if len(cells) > len(columns) or len(cells) < len(columns) - 1:
            told = f"has {len(cells)} columns, not {len(columns)}; columns stand apart by tabs"
            raise TableError(f"{path.name}, line {number}: {told}")
        row = Row(path.name, number, dict(zip(columns, [*cells, ""], strict=False)))
        withdrawn = _day(row, "withdrawn", blank=True)
        one = made(row)
        if not withdrawn:
            yield one


def _bad(row: Row, column: str, accepted: str) -> TableError:
    told = f"{row.cells[column]!r} is not accepted; write {accepted}"
    return TableError(f"{row.table}, line {row.line}, column {column}: {told}")


def _day(row: Row, column: str, *, blank: bool = False) -> str:
    cell = row.cells[column]
    if blank and not cell:
        return ""
    try:
        return date.fromisoformat(cell).isoformat()
    except ValueError:
        raise _bad(row, column, "a day as 2026-11-23" + (", or nothing" if blank else "")) from None


def _line(row: Row) -> Line:
    for column in ("who", "why"):
        if not row.cells[column]:
            raise _bad(row, column, "who judged" if column == "who" else "the reason")
    return Line(row.cells["who"], _day(row, "when"), row.cells["why"], f"{row.table}, line {row.line}")


def _thing(row: Row, column: str, kinds: tuple[str, ...], *, use: bool = False) -> str:
    kind, slash, rest = row.cells[column].partition("/")
    name, at, document = rest.partition(USE)
    if kind not in kinds or not slash or not name or (at and not (use and document)) or " " in rest:
        told = " or ".join(f"{one}/..." for one in kinds)
        raise _bad(
            row, column, told + (", for one document's use of it decision/...@2008STATE1" if use else "")
        )
    return row.cells[column]


def _sameness(row: Row) -> Sameness:
    left, right = (_thing(row, column, JOINED, use=True) for column in ("left", "right"))
    if left == right:
        raise _bad(row, "right", "another name than on the left")
    if left.partition("/")[0] != right.partition("/")[0]:
        raise _bad(row, "right", f"a {left.partition('/')[0]}, as on the left")
    for verdict in VERDICTS:
        if row.cells["judgement"] == verdict:
            return Sameness(left, right, verdict, _line(row))
    raise _bad(row, "judgement", ", ".join(VERDICTS))


def _document(row: Row) -> str:
    if not row.cells["document"] or " " in row.cells["document"]:
        raise _bad(row, "document", "the identifier of a document, as 2008STATE1")
    return row.cells["document"]


def _correction(row: Row) -> Correction:
    document, thing = _document(row), _thing(row, "thing", tuple(FIELDS))
    kind, field, value = thing.partition("/")[0], row.cells["field"], row.cells["value"]
    if field not in FIELDS[kind]:
        raise _bad(row, "field", ", ".join(FIELDS[kind]))
    accepted = refused(kind, field, value)
    if accepted:
        raise _bad(row, "value", accepted)
    return Correction(document, thing, field, value, _line(row))


def _rejection(row: Row) -> Rejection:
    return Rejection(_document(row), _thing(row, "thing", tuple(FIELDS)), _line(row))
