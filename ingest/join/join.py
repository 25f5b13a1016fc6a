"""Which of the things that documents name are one: by named rules, and by what people judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from ingest.join.alike import SURE, alike
from ingest.join.clusters import Clusters
from ingest.join.mend import mended_name
from ingest.join.named import Named
from ingest.join.occasions import occasions
from ingest.join.only import name_short
from ingest.join.pair import Pair
from ingest.join.ruling import Ruling, ruling
from ingest.join.thing import Thing, thing
from ingest.join.words import Weights
from ingest.judgement.judged import USE, Judged
from ingest.resolve.identity import digest

NOBODY: Final = Judged()


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
    ruling: Ruling = field(default_factory=Ruling)
    judged: Judged = NOBODY

    def kept_for(self, name: str) -> str:
        """The name that a thing goes by."""
        return self.kept.get(name, name)

    def settled(self, named: Iterable[Named]) -> dict[str, str]:
        """What the rest of the corpus shows of the things that one document names.

        Those that go by another name, and those that go by other words.
        """
        found: dict[str, str] = {}
        for one in named:
            kept = self.kept_for(self.ruling.use(one.name, one.document))
            told = mended_name(one, self.judged) or one
            if kept != one.name:
                found[one.name] = kept
            if self.worded.get(kept, told.about) != told.about:
                found[f"reword {one.name}"] = ""
        return dict(sorted(found.items()))


def join(named: Iterable[Named], judged: Judged = NOBODY, *, line: float = SURE) -> Joined:
    """Which things are one; the same for any order of what is named. What people judged comes first.

    Wordings whose score is on the ``line`` or above are joined.

    >>> told = {"a": "report annually on catch-all controls", "b": "annual reports on catch-all controls"}
    >>> made = join(Named("decision", one, f"doc-{one}", "mtcr", about=words, meeting="oslo", year=2003)
    ...             for one, words in told.items())
    >>> dict(made.kept), [one.rule for one in made.joins], made.worded["decision/b"]
    ({'decision/a': 'decision/b'}, ['same-words'], 'annual reports on catch-all controls')
    """
    ruled = ruling(judged)
    things = _things(named, judged, ruled)
    meetings = [one for one in things.values() if one.kind == "meeting"]
    of_meetings = _clustered(meetings, occasions(meetings), ruled)
    kept = dict(_kept(things, of_meetings))
    rest = [_at(one, kept) for one in things.values() if one.kind != "meeting"]
    weights = Weights.learnt(one.words for one in rest)
    of_rest = _clustered(rest, alike(rest, weights, line=line), ruled)
    name_short(of_rest)
    kept.update(_kept(things, of_rest))
    return Joined(
        MappingProxyType(dict(sorted(kept.items()))),
        MappingProxyType(dict(sorted(_worded(things, kept)))),
        tuple(sorted((*of_meetings.joins, *of_rest.joins))),
        tuple(sorted((*of_meetings.undecided(), *of_rest.undecided()))),
        ruled,
        judged,
    )


def _things(named: Iterable[Named], judged: Judged, ruled: Ruling) -> dict[str, Thing]:
    uses: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        told = mended_name(one, judged)
        if told is not None:
            uses[ruled.use(one.name, one.document)].append(told)
    return {name: thing(name, found) for name, found in sorted(uses.items())}


def _worded(things: Mapping[str, Thing], kept: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The wording that each thing goes by, by the name that it goes by."""
    heads: dict[str, list[Thing]] = defaultdict(list)
    for name, one in things.items():
        heads[kept.get(name, name)].append(one)
    return ((name, min(found, key=lambda one: one.rank).best.about) for name, found in heads.items())


def _at(one: Thing, kept: Mapping[str, str]) -> Thing:
    """The thing with the meeting that its own turned out to be."""
    meeting = one.best.meeting
    found = None if meeting is None else kept.get(f"meeting/{meeting}")
    return one if found is None else replace(one, best=replace(one.best, meeting=found.partition("/")[2]))


def _clustered(things: Sequence[Thing], pairs: Iterable[Pair], ruled: Ruling) -> Clusters:
    made = Clusters({one.name: one for one in things}, tuple(pairs), ruled)
    made.join()
    return made


def _kept(things: Mapping[str, Thing], made: Clusters) -> Iterator[tuple[str, str]]:
    """The names for which another stands; a use that was set apart gets one from its document."""
    for name in made.things:
        members = made.members(name)
        best = _final(min(members, key=lambda one: things[one].rank))
        if name != best:
            yield name, best


def _final(name: str) -> str:
    whole, apart, document = name.partition(USE)
    return f"{whole}-{digest(document)}" if apart else whole
