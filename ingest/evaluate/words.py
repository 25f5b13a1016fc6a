"""When two wordings say the same: folding of case, spacing and damage, and the words that carry meaning."""

import re
from typing import Final

from rapidfuzz import fuzz

EMPTY: Final = frozenset(
    re.findall(
        r"\w+",
        """a an and any are as at be been by for from had has have if in into is it its no not of on once only
        or other our provided should than that the their them these they this those to unless until was were
        which will with would""",
    )
)
DAMAGE: Final[dict[int, str]] = str.maketrans({"o": "0", "l": "1", "i": "1"})


def folded(value: object) -> str:
    """The value as a text in which case, spacing, and letters that OCR takes for digits make no difference.

    >>> folded("O3/O3/2O15") == folded("03/03/2015")
    True
    >>> folded("Reason:  1.4 (B)") == folded("reason: l.4 (b)")
    True
    """
    return " ".join(str(value).casefold().split()).translate(DAMAGE)


def same(one: object, other: object) -> bool:
    r"""Whether two values differ in case, spacing, quotation marks or damage only.

    >>> same("OUT-\nREACH", "outreach"), same("2008-04", "2008-05")
    (True, False)
    """
    bare = [re.sub(r"[\s\"'“”‘’-]+", "", folded(value)) for value in (one, other)]
    return bare[0] == bare[1]


def alike(one: object, other: object) -> bool:
    """Whether most of the letters are the same: what the lenient measure accepts.

    >>> alike("ISN Acting DAS Jane Roe", "Acting DAS Jane Roe"), alike("PARM", "PREL")
    (True, False)
    """
    return fuzz.ratio(folded(one), folded(other)) >= 80


def bearing(text: object) -> frozenset[str]:
    """The words that carry meaning, without their endings.

    >>> sorted(bearing("if questions are raised concerning the controls"))
    ['concern', 'control', 'question', 'rais']
    """
    words = re.findall(r"[a-z0-9]+", str(text or "").casefold())
    return frozenset(_stem(word) for word in words if word not in EMPTY)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def overlap(one: object, other: object) -> float:
    """Which share of the smaller set of words that carry meaning the two have in common, from 0 to 1.

    >>> overlap("voluntary reports on catch-all controls", "reporting of controls")
    1.0
    >>> overlap("brokering", "membership")
    0.0
    """
    left, right = bearing(one), bearing(other)
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))
