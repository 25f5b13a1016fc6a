"""Decisions listed below a line that announces them: "The Plenary took the following decisions:"."""

from collections.abc import Sequence

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.verbs import is_base
from ingest.annotate.language.word import Word

ANNOUNCING = frozenset(("decisions", "decided", "agreed", "agreements"))


def announces_decisions(found: Sequence[Word], known: Gatherings) -> bool:
    """Whether a sentence of those who decide leaves what they decided to the items below it.

    >>> from ingest.annotate.language.word import words
    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.tables import knowledge
    >>> texts = ("The Partners agreed to:", "Posts should:")
    >>> [announces_decisions(words(one), gatherings(knowledge())) for one in texts]
    [True, False]
    """
    if found[-1].low != ":":
        return False
    lows = {one.low for one in found}
    return bool(lows & ANNOUNCING) and bool(lows & known.actors)


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
