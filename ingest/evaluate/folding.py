"""Numbers of passages, compared at the depth at which the gold gives them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Folding:
    """The parts that the gold names; what is deeper (a bullet, an optional letter) folds into its paragraph.

    >>> folding = Folding(frozenset({"7.C"}))
    >>> folding.of("9.3"), folding.of("7.c"), folding.of("7.C.2"), folding.of("2-3")
    ('9', '7.C', '7.C', '2-3')
    >>> sorted(folding.all(["9.1", "9.2", "7.C.1"]))
    ['7.C', '9']
    """

    parts: frozenset[str]

    def of(self, number: object) -> str:
        """The number at the gold's depth."""
        steps = str(number or "").upper().split(".")
        kept = steps[0]
        for step in steps[1:]:
            if f"{kept}.{step}" not in self.parts:
                break
            kept = f"{kept}.{step}"
        return kept

    def all(self, numbers: Iterable[object] | None) -> frozenset[str]:
        """The distinct numbers at the gold's depth."""
        return frozenset(self.of(number) for number in numbers or ())


def folding(gold: Mapping[str, Any]) -> Folding:
    """How the numbers of a gold's document fold.

    >>> folding({"passages": [{"number": "5", "parts": ["A", "B"]}]}).of("5.B")
    '5.B'
    """
    return Folding(
        frozenset(
            f"{passage['number']}.{part}".upper()
            for passage in gold.get("passages") or ()
            for part in passage.get("parts") or ()
        )
    )


def paragraph(number: object) -> str:
    """The paragraph of a passage.

    >>> paragraph("7.C")
    '7'
    """
    return str(number or "").split(".")[0]


def covers(gold: Mapping[str, Any], found: frozenset[str], depth: Folding) -> bool:
    """Whether the passages found are those of the gold's item, give or take its optional ones.

    >>> covers({"passages": ["1"], "optional_passages": ["2"]}, frozenset({"1", "2"}), Folding(frozenset()))
    True
    """
    wanted = depth.all(gold.get("passages"))
    return wanted <= found <= wanted | depth.all(gold.get("optional_passages"))


def meets(gold: Mapping[str, Any], found: frozenset[str], depth: Folding) -> bool:
    """Whether the passages found have a paragraph in common with those of the gold's item.

    >>> meets({"passages": ["7.C"]}, frozenset({"7.A"}), Folding(frozenset()))
    True
    """
    wanted = depth.all([*(gold.get("passages") or ()), *(gold.get("optional_passages") or ())])
    return not wanted or bool({paragraph(one) for one in wanted} & {paragraph(one) for one in found})
