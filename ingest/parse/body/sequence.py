"""The numbers of a document weighed as one sequence.

Each candidate is a paragraph's number under one of its readings, an item of a list inside a paragraph, or
no number at all. The cheapest account of all candidates together wins, so that "110." is paragraph 10 after
9, and "11." paragraph 1 at the beginning and 11 near the end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from ingest.cable import NumberStatus
from ingest.parse.body.number import PILCROW_AS_DIGIT, Candidate, Reading

MOST_CANDIDATES: Final = 1000
_BEAM: Final = 12
_HOPELESS: Final = 15.0
"""An account that costs so much more than the best one is given up."""

_GAP: Final = (0.8, 1.2)
_FIRST_GAP: Final = (1.0, 0.9)
_PILCROWS: Final = 2.0
_REPEAT: Final = 2.6
_NEST: Final = 2.2
_NEXT_INSIDE: Final = 0.3
_MOST_LOST: Final = 12
_FIRST_MISREAD: Final = 0.7
_HIGH: Final = 30
"""A telegram that has more paragraphs is long; numbers above run on, or are damaged."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A candidate with the number that it turned out to have; ``inner`` for items of a list inside."""

    candidate: Candidate
    value: int
    inner: bool
    repeated: bool
    status: NumberStatus
    rule: str


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    outer: int = 0
    inner: int = 0
    pilcrows: bool = False
    chosen: Chosen | None = None
    before: "_State | None" = None

    @property
    def key(self) -> tuple[int, int, bool]:
        return self.outer, self.inner, self.pilcrows


def weigh(found: Sequence[Candidate], *, later_part: bool = False) -> tuple[Chosen, ...]:
    r"""The candidates that are numbers, in order, each with its value.

    *later_part*: the text says that it is a later section of a message, so that it need not begin at 1.

    >>> from ingest.parse.text.lines import lines
    >>> from ingest.parse.body.number import candidates
    >>> text = "11. (C) We met.\n\n12. (C) We talked.\n\n13. (C) We agreed."
    >>> [one.value for one in weigh(tuple(candidates(lines(text))))]
    [1, 2, 3]
    >>> [one.value for one in weigh(tuple(candidates(lines(text))), later_part=True)]
    [11, 12, 13]
    """
    told = tuple(_as_told(found[:MOST_CANDIDATES]))
    plain = tuple(_plain(told))
    if len(plain) == len(told):
        return plain
    states = [_State(0.0)]
    for candidate in told:
        best: dict[tuple[int, int, bool], _State] = {}
        for state in states:
            for follower in _followers(state, candidate, later_part=later_part):
                known = best.get(follower.key)
                if known is None or follower.cost < known.cost:
                    best[follower.key] = follower
        ranked = sorted(best.values(), key=lambda one: (one.cost, one.key))[:_BEAM]
        states = [one for one in ranked if one.cost <= ranked[0].cost + _HOPELESS]
    return tuple(reversed(list(_path(states[0]))))


def _plain(told: Sequence[Candidate]) -> Iterator[Chosen]:
    """The numbers 1, 2, 3 ... as far as they stand there undamaged: no other account costs nothing."""
    for value, candidate in enumerate(told, 1):
        one = next((one for one in candidate.readings if one.value == value and one.cost == 0.0), None)
        if one is None or candidate.list_like:
            return
        yield Chosen(candidate, value, False, False, one.status, one.rule)


def _as_told(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates; where some plainly run on ("41", "42"), a "4" or "9" is no damaged pilcrow."""
    plain = [one.readings[0].value for one in found]
    runs = any(a >= _HIGH and b == a + 1 for a, b in pairwise(plain))
    for one in found:
        kept = tuple(reading for reading in one.readings if reading.rule != PILCROW_AS_DIGIT)
        yield replace(one, readings=kept) if runs and kept else one


def _path(state: _State | None) -> Iterator[Chosen]:
    while state is not None:
        if state.chosen is not None:
            yield state.chosen
        state = state.before


def _followers(state: _State, candidate: Candidate, *, later_part: bool) -> Iterator[_State]:
    cost = state.cost + candidate.weight
    yield _State(cost, state.outer, state.inner, state.pilcrows, state.chosen, state.before)
    for reading in candidate.readings:
        yield from _outer(state, candidate, reading, later_part=later_part)
        if state.outer and reading.status != "repaired":
            yield from _inner(state, candidate, reading)
    yield from _misread(state, candidate)


def _outer(state: _State, candidate: Candidate, reading: Reading, *, later_part: bool) -> Iterator[_State]:
    step = _step(state.outer, reading.value, later_part=later_part)
    if step is None:
        return
    pilcrow = reading.rule.startswith("number-pilcrow-as-")
    cost = state.cost + step + reading.cost + (0.6 if candidate.list_like else 0.0)
    if pilcrow and not state.pilcrows:
        cost += _PILCROWS
    repeated = reading.value == state.outer
    chosen = Chosen(candidate, reading.value, False, repeated, reading.status, reading.rule)
    yield _State(cost, reading.value, 0, state.pilcrows or pilcrow or reading.pilcrow, chosen, state)


def _step(last: int, value: int, *, later_part: bool) -> float | None:
    """What it costs that *value* comes next after *last*; ``None`` where it cannot."""
    if value == last + 1:
        return 0.0
    if value == last:
        return _REPEAT
    lost = value - last - 1
    if lost < 0:
        return None
    if last == 0:
        return 0.5 if later_part else _FIRST_GAP[0] + _FIRST_GAP[1] * lost
    return None if lost > _MOST_LOST else _GAP[0] + _GAP[1] * lost


def _inner(state: _State, candidate: Candidate, reading: Reading) -> Iterator[_State]:
    if reading.value == 1:
        step = _NEST
    elif state.inner and reading.value == state.inner + 1:
        step = _NEXT_INSIDE
    else:
        return
    cost = state.cost + step + reading.cost + (2.0 if candidate.marking is not None else 0.0)
    chosen = Chosen(candidate, reading.value, True, False, reading.status, reading.rule)
    yield _State(cost, state.outer, reading.value, state.pilcrows, chosen, state)


def _misread(state: _State, candidate: Candidate) -> Iterator[_State]:
    """The next number, whatever digits stand there: a typing or reading error."""
    if candidate.weight < 3.5:
        return
    cost = state.cost + (3.2 if candidate.marking is not None else 3.8)
    # the first number may be an excerpt's, so more has to speak for it: a 2 that follows
    cost += _FIRST_MISREAD if state.outer == 0 else 0.0
    chosen = Chosen(candidate, state.outer + 1, False, False, "repaired", "number-misread")
    yield _State(cost, state.outer + 1, 0, state.pilcrows, chosen, state)
