"""What a build did and what the store has since."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ingest.load.entry import Container
from ingest.load.index import Index
from ingest.load.sources import Skipped

MOST: Final = 1000

KINDS: Final = (
    "references",
    "citations",
    "meetings",
    "decisions",
    "proposals",
    "positions",
    "implementations",
    "directives",
    "countries",
    "works",
)


@dataclass(slots=True)
class Counts:
    """What happened to the documents of one build, counted as it goes; at most a thousand refusals are named.

    >>> counts = Counts()
    >>> counts.skip(Skipped("b.txt", "missing", "there is no such file"))
    >>> counts.skip_known(Container("00", "v.xml", "tei", "1", 3, codes={"empty": 2}))
    >>> sorted(counts.codes.items())
    [('empty', 2), ('missing', 1)]
    """

    added: int = 0
    unchanged: int = 0
    changed: int = 0
    renewed: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    others: int = 0

    def skip(self, one: Skipped) -> None:
        """Count a document that was not taken in."""
        if one.error:
            self.codes[one.code] += 1
        else:
            self.others += 1
        if len(self.skipped) < MOST and one.source:
            self.skipped.append(one)

    def skip_known(self, container: Container) -> None:
        """Count what was refused in a file that was read before."""
        self.codes.update(container.codes)
        for name, code, message in container.refused[: MOST - len(self.skipped)]:
            self.skipped.append(Skipped(container.source, code, message, part=name))


@dataclass(frozen=True, slots=True)
class Summary:
    """``read`` documents were ``added``, ``changed`` and ``unchanged`` ones; the rest was ``skipped``.

    Of these at most a thousand are named; ``codes`` counts them all by their code, ``others`` the files that
    merely lie in the same folders. ``renewed`` documents were kept from before and derived anew because
    pipeline or tables had changed.

    The other figures are of the whole store: ``documents`` held (``copies`` more came twice), ``found`` by
    kind, ``references_in`` that the lists have, ``references_out`` that were identified or listed as
    unresolved, ``ghosts`` that are cited and not held, ``unresolved`` places, ``quads``.

    >>> from ingest.load.index import index
    >>> counts = Counts()
    >>> counts.skip(Skipped("a.csv", "not-a-document-type", "lies in a folder", error=False))
    >>> counts.skip(Skipped("b.txt", "missing", "there is no such file"))
    >>> [one.source for one in summary(counts, index(()), ghosts=0).refused]
    ['b.txt']
    """

    read: int
    added: int
    unchanged: int
    changed: int
    renewed: int
    skipped: tuple[Skipped, ...]
    codes: Mapping[str, int]
    others: int
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
        """The documents that were named or looked like documents and could not be taken in."""
        return tuple(one for one in self.skipped if one.error)


def summary(counts: Counts, index: Index, *, ghosts: int) -> Summary:
    """The summary of a build after which the store holds these documents.

    >>> from ingest.load.entry import Entry
    >>> from ingest.load.index import index
    >>> from ingest.load.journal import Tail
    >>> counted = {"references in": 3, "directives": 2}
    >>> entry = Entry("00", "a.txt", "2008STATE900001", "Cable", "1", 9, (), 40, "", counted)
    >>> done = summary(Counts(added=1), index([(entry, Tail())]), ghosts=2)
    >>> done.read, done.copies, done.references_in, done.found, done.quads
    (1, 0, 3, {'directives': 2}, 40)
    """
    total = index.totals()
    return Summary(
        read=counts.added + counts.unchanged + counts.changed,
        added=counts.added,
        unchanged=counts.unchanged,
        changed=counts.changed,
        renewed=counts.renewed,
        skipped=tuple(counts.skipped),
        codes=dict(sorted(counts.codes.items())),
        others=counts.others,
        documents=index.count(),
        copies=total["copies"],
        kinds=index.kinds(),
        found={kind: total[kind] for kind in ("passages", *KINDS) if kind in total},
        references_in=total["references in"],
        references_out=total["references out"],
        references_identified=total["references identified"],
        ghosts=ghosts,
        unresolved=total["unresolved"],
        quads=total["quads"],
    )
