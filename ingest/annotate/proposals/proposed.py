"""A proposal as it is found in a sentence, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word

TOPIC = frozenset(("on", "for", "regarding", "concerning", "about", "of", "re", "proposing", "to", "that"))


@dataclass(frozen=True, slots=True)
class Proposed:
    """Words ``start`` to ``end`` name the proposal; no ``about`` where only its proponents are named."""

    start: int
    end: int
    proponents: tuple[str, ...]
    about: tuple[int, int] | None
    rule: str
    outlined_in: str | None = None
    generic: bool = False


@cache
def of_kind(kind: str) -> frozenset[str]:
    """The words of one kind in the table of proposal words.

    >>> "proposal" in of_kind("noun"), "tabled" in of_kind("tabling")
    (True, True)
    """
    return frozenset(row["word"] for row in table("proposal_words") if row["kind"] == kind)


def topic(found: Sequence[Word], at: int) -> tuple[int, int] | None:
    """What a proposal is about, said from that word on: "on ...", "to ...", "proposing ..."."""
    if at + 1 >= len(found) or found[at].low not in TOPIC:
        return None
    end = _topic_end(found, at + 1, clause_end(found, at + 1), plain=found[at].low not in ("to", "that"))
    return (at + 1, end) if end > at + 1 else None


def _topic_end(found: Sequence[Word], start: int, end: int, *, plain: bool) -> int:
    for at in range(start, end):
        low = found[at].low
        if low in ("or", "and") and at + 1 < end and found[at + 1].low in TOPIC - {"to", "that", "of"}:
            return _without_small(found, start, at)
        if low in ("consistent", "ref", "refs", "reftel", ",") and at > start:
            return _without_small(found, start, at)
        if low in of_kind("telling") and at > start:
            return _without_small(found, start, at)
        if (
            plain
            and at > start
            and (is_kind(low, "auxiliary", "opener") or low in ("should", "may", "must", "to"))
        ):
            return _without_small(found, start, at)
        if at > start and finite_of(low) is not None and not low.endswith("s"):
            return _without_small(found, start, at)
    return _without_small(found, start, end)


def _without_small(found: Sequence[Word], start: int, end: int) -> int:
    while end > start and (
        found[end - 1].is_mark
        or is_kind(found[end - 1].low, "preposition", "determiner", "conjunction", "auxiliary")
    ):
        end -= 1
    return end


def label_after(found: Sequence[Word], at: int) -> tuple[str, int] | None:
    """The label of "(outlined) in REF A" within a few words, and the index after it."""
    for index in range(at, min(len(found) - 1, at + 10)):
        if found[index].low in (",", ";", "."):
            return None
        if found[index].low == "ref" and len(found[index + 1].low) == 1 and found[index + 1].low.isalpha():
            return found[index + 1].low.upper(), index + 2
    return None
