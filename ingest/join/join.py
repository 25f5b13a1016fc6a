"""Which of the things that documents name are one: by named rules, and by what people judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ingest.join.alike import alike
from ingest.join.clusters import Clusters
from ingest.join.named import Named
from ingest.join.occasions import occasions
from ingest.join.pair import Pair
from ingest.join.thing import Thing, thing
from ingest.join.words import Weights


@dataclass(frozen=True, slots=True)
class Joined:
    """Which name each thing goes by, the joins that were made, and the pairs that stay undecided.

    ``kept`` has the names that another stands for; ``worded`` is the wording that a thing goes by.

    >>> Joined({"decision/b": "decision/a"}).kept_for("decision/b"), Joined().kept_for("decision/c")
    ('decision/a', 'decision/c')
    >>> one = Named("decision", "b", "2008STATE900001", "mtcr")
    >>> Joined({"decision/b": "decision/a"}).settled([one])
    {'decision/b': 'decision/a'}
    """

    kept: Mapping[str, str] = field(default_factory=dict)
    worded: Mapping[str, str] = field(default_factory=dict)
    joins: tuple[Pair, ...] = ()
    undecided: tuple[Pair, ...] = ()

    def kept_for(self, name: str) -> str:
        """The name that a thing goes by."""
        return self.kept.get(name, name)

    def settled(self, named: Iterable[Named]) -> dict[str, str]:
        """What the rest of the corpus shows of the things that one document names.

        Those that go by another name, or by other words: a document that names two things which are one has
        the words of both apart.
        """
        found: dict[str, str] = {}
        for one in named:
            kept = self.kept_for(one.name)
            if kept != one.name or self.worded.get(kept, one.about) != one.about:
                found[one.name] = kept
        return dict(sorted(found.items()))


def join(named: Iterable[Named]) -> Joined:
    """Which things are one; the same for any order of what is named.

    >>> told = {"a": "report annually on catch-all controls", "b": "annual reports on catch-all controls"}
    >>> made = join(Named("decision", one, f"doc-{one}", "mtcr", about=words, meeting="oslo", year=2003)
    ...             for one, words in told.items())
    >>> dict(made.kept), [one.rule for one in made.joins], made.worded["decision/b"]
    ({'decision/a': 'decision/b'}, ['same-words'], 'annual reports on catch-all controls')
    """
    things = _things(named)
    meetings = [one for one in things.values() if one.kind == "meeting"]
    of_meetings = _clustered(meetings, occasions(meetings))
    kept = _kept(things, of_meetings)
    rest = [_at(one, kept) for one in things.values() if one.kind != "meeting"]
    weights = Weights.learnt(one.words for one in rest)
    of_rest = _clustered(rest, alike(rest, weights))
    kept = {**kept, **_kept(things, of_rest)}
    return Joined(
        MappingProxyType(dict(sorted(kept.items()))),
        MappingProxyType({name: one.best.about for name, one in sorted(things.items()) if name not in kept}),
        tuple(sorted((*of_meetings.joins, *of_rest.joins))),
        tuple(sorted((*of_meetings.undecided(), *of_rest.undecided()))),
    )


def _things(named: Iterable[Named]) -> dict[str, Thing]:
    uses: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        uses[one.name].append(one)
    return {name: thing(name, found) for name, found in sorted(uses.items())}


def _at(one: Thing, kept: Mapping[str, str]) -> Thing:
    """The thing with the meeting that its own turned out to be."""
    meeting = one.best.meeting
    found = None if meeting is None else kept.get(f"meeting/{meeting}")
    return one if found is None else replace(one, best=replace(one.best, meeting=found.partition("/")[2]))


def _clustered(things: Sequence[Thing], pairs: Iterable[Pair]) -> Clusters:
    made = Clusters({one.name: one for one in things}, tuple(pairs))
    made.join()
    return made


def _kept(things: Mapping[str, Thing], made: Clusters) -> dict[str, str]:
    return dict(_names(things, made))


def _names(things: Mapping[str, Thing], made: Clusters) -> Iterator[tuple[str, str]]:
    for members in made.several():
        best = min(members, key=lambda name: things[name].rank)
        yield from ((name, best) for name in members if name != best)
