"""What a build did and what the store has since."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.load.journal import Entry
from ingest.load.sources import Skipped


@dataclass(frozen=True, slots=True)
class Summary:
    """``read`` files became ``added``, ``changed`` and ``unchanged`` ones; the rest was ``skipped``.

    ``renewed`` documents were kept from before and derived anew because pipeline or tables had changed.

    The other figures are of the whole store: ``documents`` held (``copies`` more came twice), ``found`` by
    kind, ``references_in`` that the lists have, ``references_out`` that were identified or listed as
    unresolved, ``ghosts`` that are cited and not held, ``unresolved`` places, ``quads``.

    >>> tables = Skipped("a.csv", "not-a-document-type", ".csv files in folders are not read", error=False)
    >>> tally = Tally(0, 0, 0, 0, (tables, Skipped("b.txt", "missing", "there is no such file")))
    >>> [one.source for one in summary(tally, {}, (), ghosts=0).refused]
    ['b.txt']
    """

    read: int
    added: int
    unchanged: int
    changed: int
    renewed: int
    skipped: tuple[Skipped, ...]
    documents: int
    copies: int
    kinds: Mapping[str, int]
    found: Mapping[str, int]
    references_in: int
    references_out: int
    references_identified: int
    ghosts: int
    unresolved: int
    quads: int

    @property
    def refused(self) -> tuple[Skipped, ...]:
        """The files that were named or looked like documents and could not be taken in."""
        return tuple(one for one in self.skipped if one.error)


@dataclass(frozen=True, slots=True)
class Tally:
    """What happened to the files of one build."""

    added: int
    unchanged: int
    changed: int
    renewed: int
    skipped: tuple[Skipped, ...]


def summary(tally: Tally, held: Mapping[str, Entry], copies: Iterable[Entry], *, ghosts: int) -> Summary:
    """The summary of a build after which the store holds these documents.

    >>> counted = {"references in": 3, "directives": 2}
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 40, "", counted)
    >>> done = summary(Tally(1, 0, 0, 0, ()), {entry.id: entry}, [entry], ghosts=2)
    >>> done.read, done.copies, done.references_in, done.found, done.quads
    (1, 0, 3, {'directives': 2}, 40)
    """
    total: Counter[str] = Counter()
    for entry in held.values():
        total.update(entry.found)
    apart = {"references in", "references out", "references identified", "unresolved"}
    return Summary(
        read=tally.added + tally.unchanged + tally.changed,
        added=tally.added,
        unchanged=tally.unchanged,
        changed=tally.changed,
        renewed=tally.renewed,
        skipped=tally.skipped,
        documents=len(held),
        copies=sum(1 for one in copies if one.refused is None) - len(held),
        kinds=dict(sorted(Counter(entry.kind for entry in held.values()).items())),
        found={kind: count for kind, count in total.items() if kind not in apart},
        references_in=total["references in"],
        references_out=total["references out"],
        references_identified=total["references identified"],
        ghosts=ghosts,
        unresolved=total["unresolved"],
        quads=sum(entry.quads for entry in held.values()),
    )
