"""Words of decisions: those who decide, what they do, and what kind of decision it is."""

from collections.abc import Sequence
from functools import cache

from ingest.annotate.language.vocabulary import table
from ingest.annotate.language.word import Word


@cache
def of_kind(kind: str) -> frozenset[str]:
    """The words of one kind in the table of decision words.

    >>> "adopted" in of_kind("participle"), "plenary" in of_kind("actor")
    (True, True)
    """
    return frozenset(row["word"] for row in table("decision_words") if row["kind"] == kind)


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("decision_kinds")}


def kind_of(found: Sequence[Word]) -> str:
    """What kind of decision words tell of: "membership", "annex", "outreach" or another of the table.

    >>> from ingest.annotate.language.word import words
    >>> kind_of(words("admit China")), kind_of(words("hold a workshop")), kind_of(words("meet"))
    ('membership', 'outreach', 'other')
    """
    kinds = _kinds()
    return next((kinds[one.low] for one in found if one.low in kinds), "other")
