"""How well countries, their positions and their implementations were recognised."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ingest.evaluate.assign import agreement, tally
from ingest.evaluate.folding import Folding, folding, paragraph
from ingest.evaluate.tally import Agreement, Item, Tally
from ingest.evaluate.words import bearing, overlap

SIDE: Final = {"supports": "for", "seeks": "for", "opposes": "against", "questions": "against"}


def countries(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Tally:
    """The tally of (country, passage); ``true`` in the gold stands for any passage.

    >>> gold = {"countries_mentioned": {"USA": True, "FRA": ["2", "3"]}}
    >>> rows = [{"iso3": "USA", "passages": ["1", "2"]}, {"iso3": "FRA", "passages": ["2"]}]
    >>> countries(gold, {"countries": rows}).strict
    Count(gold=3, found=2, right=2)
    """
    depth = folding(gold)
    named, excused = gold.get("countries_mentioned") or {}, gold.get("countries_optional") or {}
    wanted = [*_named(named, depth, optional=False), *_named(excused, depth, optional=True)]
    anywhere = {code for code, where in named.items() if where is True}
    got = [item for row in found.get("countries") or () for item in _country(row, anywhere, depth)]
    return tally("countries", wanted, got, _country_there, _country_thereabouts)


def _named(rows: Mapping[str, Any], depth: Folding, *, optional: bool) -> list[Item]:
    items: list[Item] = []
    for code, where in rows.items():
        numbers = [""] if where is True else sorted(depth.all(where))
        items += [Item(f"{code} in {one or 'the text'}", one, {"code": code}, optional) for one in numbers]
    return items


def _country(row: Mapping[str, Any], anywhere: set[str], depth: Folding) -> list[Item]:
    code = str(row.get("iso3"))
    numbers = [""] if code in anywhere else sorted(depth.all(row.get("passages")))
    return [Item(f"{code} in {one or 'the text'}", one, {"code": code}) for one in numbers]


def _same_country(wanted: object, got: object) -> bool:
    return str(got) in str(wanted).split("|")


def _country_there(gold: Item, found: Item) -> float:
    return float(gold.passage == found.passage and _same_country(gold.value["code"], found.value["code"]))


def _country_thereabouts(gold: Item, found: Item) -> float:
    near = paragraph(gold.passage) == paragraph(found.passage)
    return float(near and _same_country(gold.value["code"], found.value["code"]))


def positions(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Tally:
    """The tally of positions: strict wants holder, stance, passage and a word of what it is towards.

    Lenient wants the holder, the side (for, against, undecided) and the paragraph.

    >>> one = {"holder": "TUR", "stance": "opposes", "towards": "the proposal", "passage": "2.B"}
    >>> other = one | {"stance": "questions"}
    >>> t = positions({"positions": [one]}, {"positions": [other]})
    >>> t.strict.right, t.lenient.right
    (0, 1)
    """
    depth = folding(gold)
    return tally(
        "positions", _held(gold.get("positions"), depth), _held(found.get("positions"), depth), _stance, _side
    )


def stances(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Agreement:
    """Of the positions whose holder and passage were found, how many have the right stance.

    >>> one = {"holder": "TUR", "stance": "opposes", "passage": "2.B"}
    >>> stances({"positions": [one]}, {"positions": [one | {"stance": "questions"}]})
    Agreement(of='stance', met=1, same=0)
    """
    depth = folding(gold)
    wanted, got = _held(gold.get("positions"), depth), _held(found.get("positions"), depth)
    return agreement("stance", wanted, got, _holder_there, _same_stance)


def _holder_there(gold: Item, found: Item) -> float:
    one, other = gold.value, found.value
    if gold.passage != found.passage or not _same_country(one["holder"], other.get("holder")):
        return 0.0
    wanted, got = one.get("towards"), other.get("towards")
    close = overlap(wanted, got) if bearing(wanted) and bearing(got) else 0.5
    # what the two are towards tells several positions of one country apart; only then does the stance
    return 0.1 + 0.6 * close + 0.3 * float(_stances(other)[0] in _stances(one))


def _same_stance(gold: Item, found: Item) -> float:
    return float(_stances(found.value)[0] in _stances(gold.value))


def _held(rows: Iterable[dict[str, Any]] | None, depth: Folding) -> list[Item]:
    return [
        Item(
            f"{row.get('holder')} {_stances(row)[0]} {row.get('towards') or ''}".strip(),
            depth.of(row.get("passage")),
            row,
            bool(row.get("optional")),
        )
        for row in rows or ()
    ]


def _stances(row: Mapping[str, Any]) -> list[str]:
    """The stances that the gold accepts; an extraction gives one."""
    value = row.get("stance")
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _stance(gold: Item, found: Item) -> float:
    one, other = gold.value, found.value
    if gold.passage != found.passage or not _same_country(one["holder"], other.get("holder")):
        return 0.0
    wanted, got = one.get("towards"), other.get("towards")
    # "opposed it": a pronoun names nothing, so it cannot name the wrong thing
    close = overlap(wanted, got) if bearing(wanted) and bearing(got) else 0.5
    return float(_stances(other)[0] in _stances(one)) * close


def _side(gold: Item, found: Item) -> float:
    one, other = gold.value, found.value
    if paragraph(gold.passage) != paragraph(found.passage) or not _same_country(
        one["holder"], other.get("holder")
    ):
        return 0.0
    sides = {SIDE.get(stance, "open") for stance in _stances(one)}
    return float(SIDE.get(_stances(other)[0], "open") in sides) * (
        0.5 + overlap(one.get("towards"), other.get("towards")) / 2
    )


def implementations(gold: Mapping[str, Any], found: Mapping[str, Any], answers: Mapping[str, str]) -> Tally:
    """The tally of implementations; *answers* maps the gold's decisions to those found.

    >>> one = {"implementer": "USA", "implements": "athens", "due": "2008-05", "passage": "7.C"}
    >>> other = one | {"implements": "d-1"}
    >>> gold, found = {"implementations": [one]}, {"implementations": [other]}
    >>> implementations(gold, found, {"athens": "d-1"}).strict.right
    1
    >>> gold = {"implementations": [one | {"due": ["2008-05", "2008-05-31"]}]}
    >>> implementations(gold, found, {"athens": "d-1"}).strict.right
    1
    """
    depth = folding(gold)
    wanted = _given(_implemented(gold), depth)
    got = _given(found.get("implementations"), depth)

    def strict(one: Item, other: Item) -> float:
        what = answers.get(str(one.value.get("implements")), "?")
        exact = one.passage == other.passage and str(other.value.get("implements")) == what
        return float(exact and bool(_dates(one.value) & _dates(other.value))) * lenient(one, other)

    def lenient(one: Item, other: Item) -> float:
        there = paragraph(one.passage) == paragraph(other.passage)
        return float(there and _same_country(one.value["implementer"], other.value.get("implementer")))

    return tally("implementations", wanted, got, strict, lenient)


def _implemented(gold: Mapping[str, Any]) -> list[dict[str, Any]]:
    stated = [row for row in gold.get("statements") or () if "implements" in row]
    named = (row | {"implementer": row.get("country")} for row in stated)
    return [*(gold.get("implementations") or ()), *named]


def _given(rows: Iterable[dict[str, Any]] | None, depth: Folding) -> list[Item]:
    return [
        Item(
            f"{row.get('implementer')} implements {row.get('implements')} by {min(_dates(row))}",
            depth.of(row.get("passage")),
            row,
            bool(row.get("optional")),
        )
        for row in rows or ()
    ]


def _dates(row: Mapping[str, Any]) -> frozenset[str]:
    """The dates that the gold accepts ("by mid-year" is June or July); an extraction gives one or none."""
    value = row.get("due") or ""
    return frozenset(str(one) for one in value) if isinstance(value, list) else frozenset({str(value)})
