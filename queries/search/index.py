"""The full-text index of a store: opened to be read, made anew where the store has become another."""

import json
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from queries.error import BadParameter, TookTooLong
from queries.search.expression import expression
from queries.search.gather import query
from queries.search.hit import FIELDS, Facet, Hit, Page
from queries.search.make import CLOSE, OPEN, made_of, make
from queries.search.snippet import snippet
from queries.state import state
from queries.store import Queryable, open_reader

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "search.sqlite3"
SECONDS: Final = 2.0
MOST: Final = 500
"""So many entries at most come in one page, and so many more can be passed over ten times."""
DEEPEST: Final = 10 * MOST

_STEPS: Final = 2000
"""After so many steps of the engine it looks at the clock: some tenths of a millisecond."""


@dataclass(slots=True)
class Index:
    """An index that can only be read, by any number of threads.

    >>> index = Index.open(Path("tests/data/shape.trig"))
    >>> page = index.search("buenos aires")
    >>> page.total, page.hits[0].label, page.hits[0].snippet.marked("[", "]")[-31:]
    (1, '08 STATE 900001, 7.C', ' 2003 [Buenos] [Aires] Plenary.')
    >>> [(one.label, one.count) for one in page.of("regime")]
    [('Missile Technology Control Regime', 1)]
    >>> index.search("buenos", years=["1999"]).total
    0
    """

    place: Path
    made_of: str
    seconds: float = SECONDS
    _idle: list[sqlite3.Connection] = field(default_factory=list)
    _room: "tempfile.TemporaryDirectory[str] | None" = None

    @classmethod
    def open(cls, store: Path, source: Queryable | None = None, *, seconds: float = SECONDS) -> "Index":
        """The index of a store, made first where there is none or where it is out of date.

        It stands in the folder of the store; for an RDF file, and where nothing can be written there, in a
        folder that goes away with it. *source* reads the graph; by default a snapshot of the store as it is.
        """
        now = state(store)
        place = store / NAME
        if made_of(place) == now:
            return cls(place, now, seconds)
        source = open_reader(store) if source is None else source
        if store.is_dir():
            try:
                make(place, source, now)
                return cls(place, now, seconds)
            except (PermissionError, sqlite3.OperationalError):
                pass
        room = tempfile.TemporaryDirectory(prefix="compendium-search-", ignore_cleanup_errors=True)
        place = Path(room.name) / NAME
        make(place, source, now)
        return cls(place, now, seconds, _room=room)

    def fresh(self, store: Path) -> bool:
        """Whether the store is still as it was when the index was made.

        >>> Index.open(Path("tests/data/shape.trig")).fresh(Path("tests/data/shape.trig"))
        True
        """
        return state(store) == self.made_of

    def search(
        self,
        text: str,
        *,
        kinds: Iterable[str] = (),
        years: Iterable[str] = (),
        countries: Iterable[str] = (),
        markings: Iterable[str] = (),
        regimes: Iterable[str] = (),
        limit: int = 20,
        offset: int = 0,
    ) -> Page:
        """A page of what fits a text, the best first, with the facets of all that fits.

        Facets are named by their codes: Cable, 2008, ARG, C, mtcr. Raises BadParameter for a text without
        words, TookTooLong where the time does not suffice.
        """
        asked = dict(zip(FIELDS, (kinds, years, countries, markings, regimes), strict=True))
        return self.find(expression(text), asked, limit=limit, offset=offset)

    def find(
        self, sought: str, asked: Mapping[str, Iterable[str]], *, limit: int = 20, offset: int = 0
    ) -> Page:
        """The same for an expression of the engine, as ``expression`` and ``any_of`` write them.

        >>> from queries.search.expression import any_of
        >>> Index.open(Path("tests/data/shape.trig")).find(any_of("who urged Partners?"), {}).total
        1
        """
        if not (0 <= limit <= MOST and 0 <= offset <= DEEPEST):
            raise BadParameter(f"a page has at most {MOST} entries and begins at {DEEPEST} or before")
        with self.reading() as database:
            values: dict[str, object] = {"expression": sought}
            values |= {name: _numbers(database, name, tuple(asked.get(name, ()))) for name in FIELDS}
            counted = database.execute(query("counted.sql"), values).fetchall()
            page = values | {"limit": limit, "offset": offset}
            best = database.execute(query("best.sql"), page).fetchall() if limit else []
            hits = tuple(_hit(database, sought, entry, score) for entry, score in best)
        facets = tuple(Facet(name, value, label, count) for name, value, label, count in counted if name)
        total = next(count for name, _, _, count in counted if not name)
        return Page(hits, total, offset, facets)

    def best(self, sought: str, *, limit: int) -> tuple[tuple[tuple[str, float], ...], int]:
        """The IRIs and scores of the best passages for an expression, and how many passages fit it.

        >>> found, total = Index.open(Path("tests/data/shape.trig")).best('"plenary"', limit=5)
        >>> [iri.rpartition("/")[2] for iri, score in found], total
        (['7.C'], 1)
        """
        with self.reading() as database:
            asked = {"expression": sought, "limit": limit}
            rows = database.execute(query("passages.sql"), asked).fetchall()
        return tuple((str(iri), float(score)) for iri, score, _ in rows), rows[0][2] if rows else 0

    @contextmanager
    def reading(self) -> "Iterator[sqlite3.Connection]":
        """A connection for one use, which ends when its time does.

        >>> with Index.open(Path("tests/data/shape.trig")).reading() as database:
        ...     database.execute("DELETE FROM entry")
        Traceback (most recent call last):
        sqlite3.OperationalError: attempt to write a readonly database
        """
        database = self._idle.pop() if self._idle else self._connection()
        end = time.monotonic() + self.seconds
        database.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            yield database
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            raise TookTooLong(
                f"the search took longer than {self.seconds:g} s: use rarer words, or fewer"
            ) from None
        finally:
            database.set_progress_handler(None, 0)
            self._idle.append(database)

    def _connection(self) -> sqlite3.Connection:
        """The file is never written to once it has this name, so that no locks are needed."""
        where = f"{self.place.resolve().as_uri()}?mode=ro&immutable=1"
        database = sqlite3.connect(where, uri=True, check_same_thread=False, isolation_level=None)
        database.execute("PRAGMA query_only = ON")
        return database


def _numbers(database: sqlite3.Connection, name: str, values: Sequence[str]) -> str | None:
    """The numbers of some values of a facet as a JSON list; None where nothing narrows."""
    if not values:
        return None
    asked = {"field": name, "values": json.dumps([str(one) for one in values])}
    return json.dumps([row[0] for row in database.execute(query("values.sql"), asked)])


def _hit(database: sqlite3.Connection, sought: str, entry: int, score: float) -> Hit:
    asked = {"expression": sought, "id": entry, "open": OPEN, "close": CLOSE}
    row = database.execute(query("shown.sql"), asked).fetchone()
    iri, kind, label, number, marking, status, heading, document, named, title, sent, overall, marked = row
    return Hit(
        iri,
        kind,
        label,
        number,
        marking,
        status,
        heading if kind == "passage" else "",
        document,
        named,
        title,
        overall,
        sent,
        snippet(marked),
        round(score, 4),
    )
