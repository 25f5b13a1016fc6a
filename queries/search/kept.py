"""An index that follows its store: made when it is first needed, and made anew while the old one answers."""

from contextlib import suppress
from pathlib import Path
from sqlite3 import Error
from threading import Lock, Thread

from queries.error import Fault
from queries.search.index import Index
from queries.state import state


class Kept:
    """The index of a store that may change while it is searched.

    Who comes first waits until it is made. Later ones have it at once: where the store has become another,
    the old one answers while one thread makes the new one, and ``behind`` says so.

    >>> kept = Kept(Path("tests/data/shape.trig"))
    >>> kept.now().search("plenary").total, kept.behind()
    (1, False)
    """

    def __init__(self, store: Path) -> None:
        self.store = store
        self._index: Index | None = None
        self._lock = Lock()
        self._made: Thread | None = None

    def now(self) -> Index:
        """The index that there is."""
        if self._index is None:
            self.renew().join()
        if self._index is None:  # once more, here, where the fault that there was can be told
            self._index = Index.open(self.store)
        if self.behind():
            self.renew()
        return self._index

    def behind(self) -> bool:
        """Whether the store has become another since the index was made."""
        return self._index is not None and state(self.store) != self._index.made_of

    def renew(self) -> Thread:
        """Make the index anew, in a thread that is given back; one that is at work is waited for by nobody.

        >>> kept = Kept(Path("tests/data/shape.trig"))
        >>> kept.renew().join()
        >>> kept.behind()
        False
        """
        with self._lock:
            if self._made is None or not self._made.is_alive():
                self._made = Thread(target=self._make, name="search-index", daemon=True)
                self._made.start()
            return self._made

    def _make(self) -> None:
        with suppress(Fault, OSError, Error):
            self._index = Index.open(self.store)
