"""Decisions listed below a line that announces them: "The Plenary took the following decisions:"."""

from collections.abc import Sequence

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.decisions.decision_words import of_kind
from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.verbs import is_base
from ingest.annotate.language.word import Word

ANNOUNCING = frozenset(("decisions", "decided", "agreed", "agreements"))


def announces_decisions(found: Sequence[Word]) -> bool:
    """Whether a sentence of those who decide leaves what they decided to the items below it.

    >>> from ingest.annotate.language.word import words
    >>> announces_decisions(words("The Partners agreed to:")), announces_decisions(words("Posts should:"))
    (True, False)
    """
    if found[-1].low != ":":
        return False
    lows = {one.low for one in found}
    return bool(lows & ANNOUNCING) and bool(lows & of_kind("actor"))


def listed(found: Sequence[Word]) -> Decided | None:
    """The decision that an item of such a list is.

    >>> from ingest.annotate.language.word import words
    >>> made = listed(words("to share data;"))
    >>> made and made.about, listed(words("Data is shared."))
    ((1, 3), None)
    """
    start = 1 if found[0].low in ("to", "that") else 0
    if start >= len(found) or (start == 0 and not is_base(found[0].low)):
        return None
    end = clause_end(found, start)
    return Decided(0, end, (start, end), "listed-decision") if end > start else None
