"""How well the text was divided: numbers, markings, what is flagged as inferred, and headings."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ingest.evaluate.assign import tally
from ingest.evaluate.tally import Item, Tally
from ingest.evaluate.words import alike, same

UNSCORED: Final = object()


def passages(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Tally:
    """The tally of passages: strict wants number, marking and flag of an inferred number, lenient the number.

    A paragraph to which the gold gives no marking must have none; parts inherit and are not asked for theirs.

    >>> first, second = {"number": "1", "marking": "C"}, {"number": "2", "inferred": True, "bullets": 1}
    >>> rows = [{"number": "1", "marking": "C"}, {"number": "2", "marking": "C"}, {"number": "2.1"}]
    >>> t = passages({"passages": [first, second]}, {"passages": rows})
    >>> t.strict, t.lenient.right
    (Count(gold=3, found=3, right=2), 3)
    """
    wanted = [*_wanted(gold)]
    known = {item.passage for item in wanted}
    wanted += [
        Item(f"passage {number}", number, {"marking": UNSCORED}, True) for number in _named(gold, known)
    ]
    got = [
        Item(_label(row), _number(row), {"marking": row.get("marking"), "inferred": _inferred(row)})
        for row in found.get("passages") or ()
    ]
    return tally("passages", wanted, got, _strict, _number_only)


def _wanted(gold: Mapping[str, Any]) -> Iterator[Item]:
    for row in gold.get("passages") or ():
        number, optional = _number(row), bool(row.get("optional"))
        value = {"marking": row.get("marking"), "inferred": bool(row.get("inferred"))}
        yield Item(_label(row), number, value, optional)
        for part in row.get("parts") or ():
            marking = row.get("part_marking", UNSCORED)
            yield Item(f"passage {number}.{part}", f"{number}.{part}".upper(), {"marking": marking}, optional)
        for part in row.get("optional_parts") or ():
            yield Item(
                f"passage {number}.{part}", f"{number}.{part}".upper(), {"marking": UNSCORED}, optional=True
            )
        for bullet in range(1, row.get("bullets", 0) + 1):
            yield Item(f"passage {number}.{bullet}", f"{number}.{bullet}", {"marking": UNSCORED}, optional)


def _named(gold: Mapping[str, Any], known: set[str | None]) -> list[str]:
    """Passages that the gold's directives stand in and that it does not list ("2-3", between 2 and 3)."""
    named = {str(row.get("passage", "")).upper() for row in gold.get("directives") or ()}
    return sorted(number for number in named if number and number not in known)


def _number(row: Mapping[str, Any]) -> str:
    return str(row.get("number", "")).upper()


def _inferred(row: Mapping[str, Any]) -> bool:
    return row.get("number_status") == "inferred"


def _label(row: Mapping[str, Any]) -> str:
    marking = f" ({row['marking']})" if row.get("marking") else ""
    inferred = " inferred" if row.get("inferred") or _inferred(row) else ""
    return f"passage {_number(row)}{marking}{inferred}"


def _marked(gold: Item, found: Item) -> bool:
    wanted, got = gold.value["marking"], found.value["marking"]
    if wanted is UNSCORED:
        return True
    if wanted is None or got is None:
        return wanted is got
    return same(str(wanted).replace("//", "/"), str(got).replace("//", "/"))


def _strict(gold: Item, found: Item) -> float:
    flagged = "inferred" not in gold.value or gold.value["inferred"] == found.value["inferred"]
    return float(gold.passage == found.passage and _marked(gold, found) and flagged)


def _number_only(gold: Item, found: Item) -> float:
    return float(gold.passage == found.passage)


def headings(gold: Mapping[str, Any], found: Mapping[str, Any]) -> Tally:
    """The tally of headings of the passages of which the gold says one, or that it is lost.

    >>> gold = {"passages": [{"number": "4", "heading": "lost"}, {"number": "6", "heading": "Membership"}]}
    >>> rows = [{"number": "4", "heading": "#"}, {"number": "6", "heading": "Membership //////"}]
    >>> t = headings(gold, {"passages": rows})
    >>> t.strict, t.lenient.right
    (Count(gold=1, found=2, right=0), 1)
    """
    said = {_number(row): str(row["heading"]) for row in gold.get("passages") or () if row.get("heading")}
    wanted = [_heading(number, text) for number, text in said.items() if text != "lost"]
    got = [
        _heading(_number(row), str(row["heading"]))
        for row in found.get("passages") or ()
        if row.get("heading") and _number(row) in said
    ]
    return tally("headings", wanted, got, _as_written, _alike)


def _heading(number: str, text: str) -> Item:
    return Item(text, number, {})


def _as_written(gold: Item, found: Item) -> float:
    return float(gold.passage == found.passage and same(gold.label.strip(" .:"), found.label.strip(" .:")))


def _alike(gold: Item, found: Item) -> float:
    near = alike(gold.label, found.label) or gold.label.casefold() in found.label.casefold()
    return float(gold.passage == found.passage and near)
