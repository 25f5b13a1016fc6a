"""What people judged of proposed links: tables in which each row says same, not-same or undecided."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

import pyoxigraph as ox

from ingest.links.link import PREDICATES, Dataset, Link
from ingest.links.tables import Known, known
from ingest.links.tables.learn import expanded
from ingest.tables.rows import TableError
from ontology import names

Judgement: TypeAlias = Literal["same", "not-same", "undecided"]
SURE: Final = 0.95
"""How sure a link is that a person accepted and gave no number."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One row: ``left`` is a thing here ("country/ARG"), ``right`` one elsewhere ("wikidata:Q414").

    The first seven are a person's; the others tell what was proposed, by whom, and why.
    """

    left: str
    right: str
    judgement: Judgement = "undecided"
    who: str = ""
    when: str = ""
    why: str = ""
    withdrawn: str = ""
    predicate: str = "skos:exactMatch"
    score: str = ""
    reasons: str = ""
    left_label: str = ""
    right_label: str = ""
    right_description: str = ""
    endpoint: str = ""
    asked: str = ""

    @property
    def standing(self) -> bool:
        """Whether a person decided, and has not taken it back.

        >>> Judged("country/ARG", "wikidata:Q414").standing
        False
        """
        return self.judgement != "undecided" and not self.withdrawn


COLUMNS: Final = tuple(one.name for one in fields(Judged))
NEEDED: Final = COLUMNS[:7]


def read(text: str, name: str) -> tuple[Judged, ...]:
    r"""The rows of a table of judgements; TableError names the file, the line and what is accepted.

    >>> head = "\t".join(NEEDED)
    >>> made = read(head + "\ncountry/ARG\twikidata:Q414\tsame\tJane Doe\t2026-11-23\tsame code\t\n", "w.tsv")
    >>> made[0].judgement, made[0].who
    ('same', 'Jane Doe')
    >>> read(head + "\ncountry/ARG\twikidata:Q414\tyes\t\t\t\t\n", "w.tsv")
    Traceback (most recent call last):
    ingest.tables.rows.TableError: w.tsv, line 2: judgement is same, not-same or undecided, not 'yes'
    """
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter="\t")
    heading = [one.strip() for one in next(lines, [])]
    missing = [one for one in NEEDED if one not in heading]
    if missing:
        raise TableError(f"{name}: no column {', '.join(missing)}")
    made = []
    for cells in lines:
        if any(one.strip() for one in cells):
            made.append(_row(dict(zip(heading, map(str.strip, cells), strict=False)), name, lines.line_num))
    return tuple(made)


def _row(cells: Mapping[str, str], name: str, line: int) -> Judged:
    def wrong(why: str) -> TableError:
        return TableError(f"{name}, line {line}: {why}")

    if not cells.get("left") or not cells.get("right"):
        raise wrong("left and right must not be blank")
    row = Judged(**{one: cells[one] for one in COLUMNS if cells.get(one)})  # type: ignore[arg-type]
    if row.judgement not in get_args(Judgement):
        raise wrong(f"judgement is same, not-same or undecided, not {row.judgement!r}")
    if not _is_address(there(row.right, {one.id: one for one in known().datasets})):
        raise wrong(f"right is a short name such as wikidata:Q414 or an http address, not {row.right!r}")
    if row.predicate not in PREDICATES:
        raise wrong(f"predicate is one of {', '.join(PREDICATES)}, not {row.predicate!r}")
    if row.standing and not row.who:
        raise wrong("who judged must not be blank where something is judged")
    if row.standing and not _is_day(row.when):
        raise wrong(f"when is the day of the judgement (2026-11-23), not {row.when!r}")
    return row


def _is_address(iri: str) -> bool:
    try:
        return iri.startswith(("http://", "https://")) and bool(ox.NamedNode(iri))
    except ValueError:
        return False


def _is_day(words: str) -> bool:
    try:
        return len(words) == 10 and bool(date.fromisoformat(words))
    except ValueError:
        return False


def written(rows: Iterable[Judged]) -> str:
    r"""The rows as a table, sorted: the best candidates of each thing first.

    >>> written([Judged("country/ARG", "wikidata:Q414")]).splitlines()[1].split("\t")[:3]
    ['country/ARG', 'wikidata:Q414', 'undecided']
    """
    out = io.StringIO()
    table = csv.writer(out, delimiter="\t", lineterminator="\n")
    table.writerow(COLUMNS)
    for one in sorted(rows, key=lambda one: (one.left, -float(one.score or 0), one.right)):
        table.writerow([" ".join(getattr(one, name).split()) for name in COLUMNS])
    return out.getvalue()


def tables(folder: Path) -> Iterator[tuple[Path, tuple[Judged, ...]]]:
    """The tables of judgements in a folder; none where there is no folder.

    >>> list(tables(Path("no-such-folder")))
    []
    """
    for path in sorted(folder.glob("*.tsv")):
        try:
            yield path, read(path.read_text(encoding="utf-8"), str(path))
        except UnicodeDecodeError:
            raise TableError(f"{path} is not UTF-8 text: save it as UTF-8") from None


def accepted(folder: Path) -> tuple[Link, ...]:
    """All links that hold: those of the tables and those that people judged the same, sorted.

    A person who judges a link of the tables not-same takes it away.

    >>> len(accepted(Path("no-such-folder"))) == len(known().links)
    True
    """
    judged = [row for _, rows in tables(folder) for row in rows if row.standing]
    return links(judged, known())


def links(judged: Iterable[Judged], given: Known) -> tuple[Link, ...]:
    """The links of the tables as judgements leave them.

    >>> row = Judged("country/ARG", "wikidata:Q414", "not-same", "Jane Doe", "2026-11-23")
    >>> len(known().links) - len(links([row], known()))
    1
    """
    datasets = {one.id: one for one in given.datasets}
    rows = [row for row in judged if row.standing]
    pairs = {(here(row.left), there(row.right, datasets)) for row in rows}
    kept = [one for one in given.links if (one.subject, one.object) not in pairs]
    made = [_link(row, datasets) for row in rows if row.judgement == "same"]
    return tuple(sorted({*kept, *made}, key=lambda one: (one.subject, one.predicate, one.object, one.date)))


def here(name: str) -> str:
    """The IRI of a thing of ours by its path, or as it is.

    >>> here("country/ARG") == here(names.thing("country", "ARG")) == names.thing("country", "ARG")
    True
    """
    return name if name.startswith(names.ID) else names.thing(*name.split("/"))


def there(name: str, datasets: Mapping[str, Dataset]) -> str:
    """The IRI of a thing elsewhere by its short name, or as it is.

    >>> there("wikidata:Q414", {one.id: one for one in known().datasets})
    'http://www.wikidata.org/entity/Q414'
    """
    return expanded(name, datasets) or name


def _link(row: Judged, datasets: Mapping[str, Dataset]) -> Link:
    note = "; ".join(filter(None, (row.why, row.reasons and f"proposed for: {row.reasons}")))
    return Link(
        here(row.left),
        row.predicate,
        there(row.right, datasets),
        "semapv:ManualMappingCuration",
        SURE,
        row.when,
        author=row.who,
        note=note or None,
    )
