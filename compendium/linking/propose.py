"""Candidates into the table in which a person judges them; what somebody judged is never touched."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from compendium.linking.asking import Outcome
from compendium.linking.candidate import TARGETS, best, candidate
from compendium.linking.service import Endpoint, Reconciliation, Service
from compendium.linking.thing import Thing
from ingest.links import Dataset, known
from ingest.links.judged import Judged, there
from queries.error import BadParameter
from queries.fetch import Bounds, address

MOST: Final = 5
"""So many candidates of a thing are proposed."""

Kind: TypeAlias = Literal["sparql", "reconciliation"]


@dataclass(frozen=True, slots=True)
class Target:
    """A dataset that links can be asked for: what kind of service it has, and where."""

    dataset: Dataset
    service: Kind
    endpoint: str


def target(name: str, *, endpoint: str | None = None, service: str | None = None) -> Target:
    """The dataset of that name; BadParameter where it is unknown or has no endpoint.

    >>> target("wikidata").endpoint
    'https://query.wikidata.org/sparql'
    >>> target("geonames")
    Traceback (most recent call last):
    queries.error.BadParameter: no public service of geonames is known here: name one with --endpoint URL
    """
    listed = tomllib.loads((TARGETS / "targets.toml").read_text(encoding="utf-8"))
    if name not in listed:
        raise BadParameter(f"links can be asked for of {', '.join(sorted(listed))}, not of {name!r}")
    kind = service or listed[name]["service"]
    if kind not in ("sparql", "reconciliation"):
        raise BadParameter(f"a service is sparql or reconciliation, not {kind!r}")
    url = endpoint or (listed[name]["endpoint"] if kind == listed[name]["service"] else "")
    if not url:
        raise BadParameter(f"no public service of {name} is known here: name one with --endpoint URL")
    dataset = next(one for one in known().datasets if one.id == name)
    return Target(dataset, "sparql" if kind == "sparql" else "reconciliation", address(url))


def service_of(found: Target, bounds: Bounds, agent: str) -> Service:
    """The service of a target, with its bounds and the name under which it is asked.

    >>> service_of(target("wikidata"), Bounds(), "compendium (jane@example.org)").url
    'https://query.wikidata.org/sparql'
    """
    if found.service == "sparql":
        return Endpoint(found.endpoint, found.dataset.id, bounds, agent)
    return Reconciliation(found.endpoint, found.dataset.namespace, bounds, agent)


def proposed(things: Sequence[Thing], outcome: Outcome, found: Target) -> tuple[Judged, ...]:
    """A row for each candidate, undecided, with its points and reasons.

    >>> from compendium.linking.cache import Answered
    >>> thing = Thing("regime/mtcr", "regime", "Missile Technology Control Regime", ())
    >>> said = {"item": ["http://www.wikidata.org/entity/Q900001"], "how": ["name"]}
    >>> made = proposed([thing], Outcome({thing.id: Answered("2026-11-23", (said,))}), target("wikidata"))
    >>> [(one.right, one.judgement, one.score, one.reasons) for one in made]
    [('wikidata:Q900001', 'undecided', '50', 'is called Missile Technology Control Regime')]
    """
    rows = []
    for thing in things:
        answered = outcome.found.get(thing.id)
        fitting = (
            () if answered is None else (candidate(thing, one, found.dataset.id) for one in answered.found)
        )
        for one in best(fitting, MOST):
            rows.append(
                Judged(
                    thing.id,
                    _short(one.item, found.dataset),
                    score=str(one.score),
                    reasons="; ".join(one.reasons),
                    left_label=thing.label,
                    right_label=one.label,
                    right_description=one.description,
                    endpoint=found.endpoint,
                    asked="" if answered is None else answered.asked,
                )
            )
    return tuple(rows)


def merged(kept: Iterable[Judged], fresh: Iterable[Judged]) -> tuple[Judged, ...]:
    """The rows that were there and those that are new; a judgement stays where its pair is proposed again.

    >>> old = Judged("country/ARG", "wikidata:Q414", "same", "Jane Doe", "2026-11-23", score="10")
    >>> (row,) = merged([old], [Judged("country/ARG", "wikidata:Q414", score="100")])
    >>> row.judgement, row.score
    ('same', '10')
    >>> (row,) = merged([replace(old, judgement="undecided", who="", when="")], [replace(old, score="100")])
    >>> row.score
    '100'
    """
    datasets = {one.id: one for one in known().datasets}
    made: dict[tuple[str, str], Judged] = {}
    for one in kept:
        made[one.left, there(one.right, datasets)] = one
    for one in fresh:
        place = one.left, there(one.right, datasets)
        old = made.get(place)
        if old is None:
            made[place] = one
        elif _untouched(old):
            made[place] = replace(
                old,
                score=one.score,
                reasons=one.reasons,
                left_label=one.left_label,
                right_label=one.right_label,
                right_description=one.right_description,
                endpoint=one.endpoint,
                asked=one.asked,
            )
    return tuple(made.values())


def _untouched(row: Judged) -> bool:
    return row.judgement == "undecided" and not (row.who or row.when or row.why or row.withdrawn)


def settled(kept: Iterable[Judged]) -> frozenset[str]:
    """The things of which a candidate was judged the same: they are not asked about again.

    >>> sorted(settled([Judged("country/ARG", "wikidata:Q414", "same", "Jane Doe", "2026-11-23")]))
    ['country/ARG']
    """
    return frozenset(one.left for one in kept if one.standing and one.judgement == "same")


def _short(iri: str, dataset: Dataset) -> str:
    return f"{dataset.id}:{iri.removeprefix(dataset.namespace)}" if iri.startswith(dataset.namespace) else iri


def summary(rows: Sequence[Judged], outcome: Outcome, asked: Mapping[str, Thing]) -> tuple[str, ...]:
    """What was found and what was not, line by line; every thing is accounted for.

    >>> thing = Thing("regime/mtcr", "regime", "MTCR", ())
    >>> from compendium.linking.asking import Failure
    >>> outcome = Outcome({}, (Failure("x.org answered 500", (thing.id,)),))
    >>> summary([], outcome, {thing.id: thing})[1]
    'x.org answered 500: 1 not known (MTCR)'
    """
    with_any = {one.left for one in rows}
    none = len([one for one in outcome.found if one not in with_any])
    lines = [
        f"{len(rows)} candidates of {len(with_any)} things; {none} things have none;"
        f" {outcome.kept} answers were kept from before"
    ]
    for one in outcome.failures:
        lines.append(f"{one.what}: {len(one.things)} not known ({_named(one.things, asked)})")
    if outcome.unasked:
        lines.append(f"not asked after that: {len(outcome.unasked)} ({_named(outcome.unasked, asked)})")
    return tuple(lines)


def _named(things: Sequence[str], asked: Mapping[str, Thing]) -> str:
    shown = ", ".join(asked[one].label for one in things[:5])
    return shown if len(things) <= 5 else f"{shown} and {len(things) - 5} more"
