"""Things by what people call them: "Buenos Aires 2003", "08 STATE 34976", "China", or an IRI."""

from typing import Final

from queries.error import Ambiguous, NotUnderstood
from queries.lexicon import Lexicon, read_lexicon
from queries.question import Parameter, Type
from queries.settle import Settled, said, settle
from queries.store import Queryable

ORDER: Final[tuple[Type, ...]] = ("document", "decision", "meeting", "proposal", "country", "topic", "regime")
"""A decision before its meeting: whoever names a plenary in a picture wants what it decided."""


def find_things(source: Queryable, name: str, *, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """The IRIs of the things that *name* names; an IRI names itself.

    Raises Ambiguous where it may be any of several, NotUnderstood where nothing has that name.

    >>> from queries import open_reader
    >>> sample = open_reader("tests/data/shape.trig")
    >>> [one.rpartition("/")[2] for one in find_things(sample, "08 STATE 900001")]
    ['2008STATE900001']
    """
    if "://" in name:
        return (name,)
    lexicon = read_lexicon(source) if lexicon is None else lexicon
    called = {
        one.iri for one in lexicon.things if name.casefold() in {other.casefold() for other in one.names}
    }
    if len(called) == 1:
        return tuple(called)
    words = said(name, lexicon)
    near: tuple[str, ...] = ()
    for kind in ORDER:
        found = settle(Parameter(kind, kind, True, name), words)
        if found.choices:
            raise Ambiguous(f"{name!r} may be any of {len(found.choices)}; which one?", choices=found.choices)
        if found.terms and _are_things(found):
            return tuple(str(term).strip("<>") for term in found.terms)
        near += found.near
    raise NotUnderstood(f"nothing in the graph is called {name!r}", nearest=near[:5])


def _are_things(found: Settled) -> bool:
    """A topic may also be settled as words to look for, which are no thing."""
    return all(str(term).startswith("<") for term in found.terms)
