"""The paths of shapes: from a thing to the values that a constraint is about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ingest.load.audit.view import Term, View

Kind: TypeAlias = Literal["predicate", "inverse", "alternative", "sequence", "any number"]


@dataclass(frozen=True, slots=True)
class Path:
    """A predicate, or paths put together.

    >>> import pyoxigraph as ox
    >>> from ingest.load.audit.view import Near, Whole, about
    >>> said = about(["<urn:a> <urn:up> <urn:b>", "<urn:b> <urn:up> <urn:c>", "<urn:c> <urn:in> <urn:d>"])
    >>> view, up = Near(said, Whole(ox.Store())), Path("predicate", "<urn:up>")
    >>> all_up = Path("any number", parts=(up,))
    >>> Path("sequence", parts=(all_up, Path("predicate", "<urn:in>"))).values("<urn:a>", view)
    ('<urn:d>',)
    >>> Path("inverse", parts=(up,)).values("<urn:b>", view), Path("inverse", parts=(up,)).inverses
    (('<urn:a>',), ('<urn:up>',))
    """

    kind: Kind
    predicate: Term = ""
    parts: "tuple[Path, ...]" = ()

    def values(self, thing: Term, view: View) -> tuple[Term, ...]:
        """Everything at the end of the path, each once."""
        return _VALUES[self.kind](self, thing, view)

    @property
    def inverses(self) -> tuple[Term, ...]:
        """The predicates that are followed against their direction."""
        if self.kind == "inverse":
            return (self.parts[0].predicate,)
        return tuple(one for part in self.parts for one in part.inverses)


def _predicate(path: Path, thing: Term, view: View) -> tuple[Term, ...]:
    return view.values(thing, path.predicate)


def _inverse(path: Path, thing: Term, view: View) -> tuple[Term, ...]:
    return view.sources(thing, path.parts[0].predicate)


def _alternative(path: Path, thing: Term, view: View) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(one for part in path.parts for one in part.values(thing, view)))


def _sequence(path: Path, thing: Term, view: View) -> tuple[Term, ...]:
    reached: tuple[Term, ...] = (thing,)
    for part in path.parts:
        reached = tuple(dict.fromkeys(one for at in reached for one in part.values(at, view)))
    return reached


def _any_number(path: Path, thing: Term, view: View) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(_reached(path.parts[0], thing, view)))


def _reached(step: Path, thing: Term, view: View) -> Iterator[Term]:
    seen, ahead = {thing}, [thing]
    while ahead:
        at = ahead.pop()
        yield at
        fresh = [one for one in step.values(at, view) if one not in seen]
        seen.update(fresh)
        ahead.extend(fresh)


_VALUES: dict[Kind, Callable[[Path, Term, View], tuple[Term, ...]]] = {
    "predicate": _predicate,
    "inverse": _inverse,
    "alternative": _alternative,
    "sequence": _sequence,
    "any number": _any_number,
}
