"""How well directives, their conditions and what they rest on were recognised."""

from collections.abc import Iterable, Mapping
from typing import Any

from ingest.evaluate.assign import agreement, assign, tally
from ingest.evaluate.folding import Folding, folding, paragraph
from ingest.evaluate.tally import Agreement, Item, Tally
from ingest.evaluate.words import overlap


def guidance(
    gold: Mapping[str, Any], found: Mapping[str, Any], answers: Mapping[str, str]
) -> tuple[Tally, ...]:
    """The tallies of directives, conditions and dependence; *answers* maps ids of the gold to those found.

    >>> one = {"passage": "7", "modality": "should", "act": "urge", "depends_on": ["ba"]}
    >>> other = one | {"depends_on": ["d-1"]}
    >>> for t in guidance({"directives": [one]}, {"directives": [other]}, {"ba": "d-1"}):
    ...     print(t.kind, t.strict.right)
    directives 1
    conditions 0
    dependence 1
    """
    depth = folding(gold)
    wanted, got = _items(gold.get("directives"), depth), _items(found.get("directives"), depth)
    directives = tally("directives", wanted, got, _exact, _near)
    pairs = assign(wanted, got, lambda one, other: 0.4 * _near(one, other) + 0.6 * _exact(one, other))
    conditions = _conditions(wanted, got, pairs)
    return directives, conditions, _dependence(wanted, got, pairs, _targets(gold, found, answers))


def modalities(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Agreement:
    """Of the directives whose act and passage were found, how many have the right modality.

    >>> one = {"passage": "7", "modality": "should", "act": "urge"}
    >>> modalities({"directives": [one]}, {"directives": [one | {"modality": "may-not"}]})
    Agreement(of='modality', met=1, same=0)
    """
    depth = folding(gold)
    wanted, got = _items(gold.get("directives"), depth), _items(found.get("directives"), depth)
    return agreement("modality", wanted, got, _act_there, _exact)


def _act_there(gold: Item, found: Item) -> float:
    there = gold.passage == found.passage and bool(_acts(gold.value) & _acts(found.value))
    return 0.5 * float(there) + 0.5 * _exact(gold, found)


def _items(rows: Iterable[dict[str, Any]] | None, depth: Folding) -> list[Item]:
    return [
        Item(
            f"{_modalities(row)[0]} {_several(row, 'act')[0]}",
            depth.of(row.get("passage")),
            row,
            bool(row.get("optional")),
        )
        for row in rows or ()
    ]


def _several(row: Mapping[str, Any], key: str) -> list[str]:
    """What the gold accepts, often one thing; an extraction gives one."""
    value = row.get(key)
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _modalities(row: Mapping[str, Any]) -> list[str]:
    return _several(row, "modality")


def _acts(row: Mapping[str, Any]) -> frozenset[str]:
    """The first words of the acts: "make clear" and "make" are one."""
    return frozenset(word for act in _several(row, "act") for word in act.casefold().split()[:1])


def _exact(gold: Item, found: Item) -> float:
    agreed = _modalities(found.value)[0] in _modalities(gold.value) and bool(
        _acts(gold.value) & _acts(found.value)
    )
    return _likeness(gold, found) if agreed and gold.passage == found.passage else 0.0


def _near(gold: Item, found: Item) -> float:
    sides = {one.endswith("-not") for one in _modalities(gold.value)}
    agreed = _modalities(found.value)[0].endswith("-not") in sides and bool(
        _acts(gold.value) & _acts(found.value)
    )
    there = paragraph(gold.passage) == paragraph(found.passage)
    return _likeness(gold, found) if agreed and there else 0.0


def _likeness(gold: Item, found: Item) -> float:
    """Tells two directives of one act in one passage apart by what they rest on and when they hold."""
    counts = [len(row.value.get("depends_on") or ()) for row in (gold, found)]
    conditions = [bool(row.value.get("condition")) for row in (gold, found)]
    return 0.5 + 0.3 * (bool(counts[0]) == bool(counts[1])) + 0.2 * (conditions[0] == conditions[1])


def _conditions(wanted: list[Item], got: list[Item], pairs: Mapping[int, int]) -> Tally:
    """A condition counts by the directive that it belongs to and by its words."""
    back = {other: at for at, other in pairs.items()}
    asked = [
        Item(str(item.value["condition"]), item.passage, {"of": at}, item.optional)
        for at, item in enumerate(wanted)
        if item.value.get("condition")
    ]
    given = [
        Item(str(item.value["condition"]), item.passage, {"of": back.get(other, -1)})
        for other, item in enumerate(got)
        if item.value.get("condition") and not _excused(wanted, back.get(other))
    ]
    return tally("conditions", asked, given, _worded, _mentioned)


def _excused(wanted: list[Item], at: int | None) -> bool:
    return at is not None and wanted[at].optional and not wanted[at].value.get("condition")


def _worded(gold: Item, found: Item) -> float:
    # one may go on where the other stops, but neither may be a stray word of the other
    return float(overlap(gold.label, found.label) >= 0.8) * _mentioned(gold, found)


def _mentioned(gold: Item, found: Item) -> float:
    return float(gold.value["of"] == found.value["of"]) * overlap(gold.label, found.label)


def _targets(gold: Mapping[str, Any], found: Mapping[str, Any], answers: Mapping[str, str]) -> dict[str, str]:
    """What ids in ``depends_on`` are called in what was found; "REF-G" is the target of reference G."""
    listed = {
        f"REF-{row.get('label')}": str(row.get("target") or row.get("document"))
        for row in found.get("references") or ()
        if row.get("target") or row.get("document")
    }
    return {**listed, **answers}


def _dependence(
    wanted: list[Item], got: list[Item], pairs: Mapping[int, int], names: Mapping[str, str]
) -> Tally:
    asked = [
        Item(f"{item.label} -> {target}", item.passage, {"of": at, "on": names.get(target, target)}, optional)
        for at, item in enumerate(wanted)
        for target, optional in _rests_on(item)
    ]
    back = {other: at for at, other in pairs.items()}
    given = [
        Item(
            f"{item.label} -> {target}", item.passage, {"of": back.get(other, -1), "on": target, "rule": rule}
        )
        for other, item in enumerate(got)
        for target, rule in _found_targets(item)
        if not (back.get(other) is not None and wanted[back[other]].optional)
    ]
    places = [item.passage for item in wanted]
    return tally(
        "dependence",
        asked,
        given,
        lambda one, other: float(all(one.value[key] == other.value[key] for key in ("of", "on"))),
        lambda one, other: float(
            one.value["on"] == other.value["on"]
            and paragraph(places[one.value["of"]]) == paragraph(other.passage)
        ),
    )


def _rests_on(item: Item) -> list[tuple[str, bool]]:
    required = [(str(one), item.optional) for one in item.value.get("depends_on") or ()]
    return [*required, *((str(one), True) for one in item.value.get("depends_on_optional") or ())]


def _found_targets(item: Item) -> list[tuple[str, str]]:
    """What a directive was found to rest on, and by which rule."""
    rules = {str(row["target"]): str(row["rule"]) for row in item.value.get("dependence") or ()}
    return [(str(one), rules.get(str(one), "")) for one in item.value.get("depends_on") or ()]
