"""The documents that are cited and not held, in the order of how much they would connect."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from queries.reach import text
from queries.store import Queryable
from queries.term import plain


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A held document that cites another, when it was sent, and the words in which it does."""

    id: str
    label: str
    sent: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that is not held.

    ``earliest`` and ``latest`` are ISO 8601 days: nine documents of ten were sent between them. ``joins`` is
    the number of groups of held documents that nothing else connects and this one would; ``directives`` those
    that follow it.
    """

    id: str
    identifier: str
    label: str
    kind: str | None
    earliest: str | None
    latest: str | None
    joins: int
    directives: int
    pointers: int
    captions: tuple[str, ...]
    cited_by: tuple[CitedBy, ...]


def wanted(source: Queryable) -> tuple[Wanted, ...]:
    """The documents that are not held, the one first that would connect most.

    First by the number of separate groups of held documents that it joins, then by that of the documents that
    cite it, of the directives that follow it and of the pointers to it.

    >>> from queries import open_reader
    >>> found = wanted(open_reader("tests/data/shape.trig"))[0]
    >>> found.label, found.joins, [one.label for one in found.cited_by], found.captions
    ('08 STATE 900002', 1, ['08 STATE 900001'], ('SMALL GROUP',))
    """
    missing = _described(source)
    labels, sent, cites, follows = _arrows(source)
    words, captions, pointers = _pointers(source)
    groups = _groups(cites, missing)
    made = []
    for iri, told in missing.items():
        by = sorted(cites.get(iri, ()), key=lambda one: (sent.get(one, "9"), one))
        citing = tuple(
            CitedBy(one, labels.get(one, one), sent.get(one), tuple(sorted(words[iri, one]))) for one in by
        )
        made.append(
            Wanted(
                iri,
                told["identifier"],
                told["label"],
                told.get("kind"),
                told.get("earliest"),
                told.get("latest"),
                joins=len({groups[one] for one in by}),
                directives=len(follows.get(iri, ())),
                pointers=len(pointers[iri]),
                captions=tuple(sorted(captions[iri])),
                cited_by=citing,
            )
        )
    return tuple(sorted(made, key=_rank))


def _rank(one: Wanted) -> tuple[int, int, int, int, str]:
    return -one.joins, -len(one.cited_by), -one.directives, -one.pointers, one.identifier


def _rows(source: Queryable, name: str) -> Iterator[dict[str, str]]:
    result = source.query(text(name), file=f"{name}.rq")
    for row in result.rows:
        cells = zip(result.columns, map(plain, row), strict=True)
        yield {key: str(value) for key, value in cells if value is not None}


def _described(source: Queryable) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in _rows(source, "described"):
        iri = row["missing"]
        name = iri.rpartition("/")[2]
        found.setdefault(iri, {"identifier": name, "label": name} | row)
    return found


def _arrows(
    source: Queryable,
) -> tuple[dict[str, str], dict[str, str], dict[str, set[str]], dict[str, set[str]]]:
    """Names and dates of the citing documents; who cites and which directives follow each document."""
    labels: dict[str, str] = {}
    sent: dict[str, str] = {}
    cites: dict[str, set[str]] = defaultdict(set)
    follows: dict[str, set[str]] = defaultdict(set)
    for row in _rows(source, "citing"):
        if "label" not in row:
            follows[row["target"]].add(row["source"])
            continue
        cites[row["target"]].add(row["source"])
        labels[row["source"]] = row["label"]
        if "sent" in row:
            sent[row["source"]] = row["sent"][:10]
    return labels, sent, cites, follows


def _pointers(
    source: Queryable,
) -> tuple[Mapping[tuple[str, str], set[str]], Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The words by document and citing document, and captions and pointers by document."""
    words: dict[tuple[str, str], set[str]] = defaultdict(set)
    captions: dict[str, set[str]] = defaultdict(set)
    pointers: dict[str, set[str]] = defaultdict(set)
    for row in _rows(source, "wanted"):
        pointers[row["missing"]].add(row["pointer"])
        if "words" in row:
            words[row["missing"], row["citing"]].add(" ".join(row["words"].split()))
        if "caption" in row:
            captions[row["missing"]].add(row["caption"])
    return words, captions, pointers


def _groups(cites: Mapping[str, Iterable[str]], missing: Mapping[str, object]) -> Mapping[str, int]:
    """The group of each held document: those that citations among held documents connect."""
    held: nx.Graph[str] = nx.Graph()
    for target, citing in cites.items():
        held.add_nodes_from(citing)
        if target not in missing:
            held.add_edges_from((one, target) for one in citing)
    parts: Sequence[Iterable[str]] = list(nx.connected_components(held))
    return {one: number for number, part in enumerate(parts) for one in part}
