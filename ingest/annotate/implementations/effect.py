"""What an implementation is in the words of a sentence, and how its object is cut from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.vocabulary import table
from ingest.annotate.language.word import Word

STOPS = frozenset(
    (
        *("by", "through", "in", "would", "into", "within", "as", "before", "is", "are", "were", "was"),
        *(
            "will",
            "on",
            "had",
            "has",
            "have",
            "already",
            "during",
            "and",
            "effective",
            "since",
            "no",
            "until",
            "from",
            "next",
            "later",
        ),
    )
)
TIMES = frozenset(("end", "beginning", "middle", "summer", "fall", "autumn", "spring", "winter", "time"))
TAKEN = frozenset(("agreed", "adopted", "approved", "decided", "made", "reached", "taken", "endorsed"))
GENERAL = frozenset(("if", "unless", "whether", "should", "urge", "encourage", "ask", "that's", "persuade"))


@dataclass(frozen=True, slots=True)
class Effect:
    """Indexes of words, each second one excluded; ``what`` is implemented, ``verb`` says so."""

    start: int
    end: int
    codes: tuple[str | None, ...]
    what: tuple[int, int] | None
    verb: int
    status: str
    rule: str


@cache
def of_kind(kind: str) -> frozenset[str]:
    """The words of a kind in the table of implementing.

    >>> "decree" in of_kind("instrument"), "decree" in of_kind("verb")
    (True, False)
    """
    return frozenset(row["phrase"] for row in table("implementing") if row["kind"] == kind)


@cache
def noted(note: str) -> frozenset[str]:
    """The words of which the table notes that.

    >>> "commitment" in noted("meant later")
    True
    """
    return frozenset(row["phrase"] for row in table("implementing") if row["note"] == note)


@cache
def note_of(verb: str) -> str:
    """What the table asks of that verb's object.

    >>> note_of("apply")
    "only with a decision's noun as its object"
    """
    return next(
        row["note"] for row in table("implementing") if (row["phrase"], row["kind"]) == (verb, "verb")
    )


def whole_object(found: Sequence[Word], start: int) -> tuple[int, int] | None:
    """The words of what is implemented, from *start* to the date, the place or the next verb.

    >>> from ingest.annotate.language.word import words
    >>> whole_object(words("implement the Annex changes by March."), 1)
    (1, 4)
    """
    end = clause_end(found, start)
    for at in range(start + 1, end):
        low = found[at].low
        if (low in STOPS or low in GENERAL) and not _belongs(found, at, start):
            end = at
            break
    while end > start and found[end - 1].is_mark:
        end -= 1
    return (start, end) if end > start and not found[start].is_mark else None


def _belongs(found: Sequence[Word], at: int, start: int) -> bool:
    """Whether "by the Plenary" or "in Athens" says who decided and where, and not when or how."""
    low, lows = found[at].low, [one.low for one in found[at + 1 : at + 3]]
    if low == "and":
        # "its Defence and Strategic Goods List" is one thing
        return any(one.low in of_kind("object") for one in found[at + 1 : at + 5])
    if low == "by":
        return lows[:1] == ["the"] and lows[1:] not in (
            ["end"],
            ["beginning"],
            ["middle"],
            ["summer"],
            ["fall"],
        )
    return low == "in" and found[at - 1].low in TAKEN and at > start
