"""What a service keeps of a store between requests, as long as the store stays the same."""

from collections.abc import Callable
from threading import Lock
from typing import Final, Generic, TypeVar

from compendium.web.context import Context
from queries.lexicon import Lexicon, read_lexicon
from queries.store import Queryable

Kept = TypeVar("Kept")


class Known(Generic[Kept]):
    """Something read from a store, read again once the store has changed.

    >>> from tests.web.served import context
    >>> names = Known(context(), read_lexicon)
    >>> names.now() is names.now()
    True
    """

    def __init__(self, context: Context, read: Callable[[Queryable], Kept]) -> None:
        self.context, self._read = context, read
        self._lock, self._tag = Lock(), ""
        self._kept: Kept | None = None

    def now(self) -> Kept:
        """What is known of the store as it is."""
        tag = self.context.state.tag
        with self._lock:
            if self._kept is None or tag != self._tag:
                self._kept, self._tag = self._read(self.context.pool), tag
            return self._kept


LEXICONS: Final[dict[int, Known[Lexicon]]] = {}


def lexicon(context: Context) -> Lexicon:
    """The names of all things of the store that is served.

    >>> from tests.web.served import context
    >>> lexicon(context()).meetings[0].year
    '2003'
    """
    return LEXICONS.setdefault(id(context.pool), Known(context, read_lexicon)).now()
