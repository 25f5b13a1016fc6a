"""Figures on published volumes that are kept beside the code: counts, never words of the volumes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, NamedTuple

from ingest.evaluate.gold import GoldError
from ingest.evaluate.published.measure import Outcome, Published
from ingest.register.coverage import NO_COVERAGE, Coverage

FORMAT: Final = 2
CALLED: Final = " called "
ANOTHER: Final = "another document"


class Key(NamedTuple):
    """What outcomes are counted by; ``why`` is empty for what is right."""

    measure: str
    volume: str
    decade: str
    style: str
    status: str
    why: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many outcomes there are of each kind, and how many documents and pointers were read."""

    documents: int
    pointers: int
    resolved: int
    outcomes: Mapping[Key, int]
    intervals: Coverage = NO_COVERAGE


def counts(published: Published) -> Counts:
    """The counts of outcomes.

    >>> one = Outcome("citations", "v1", "d2", "Embtel", "1950s", "667", "right")
    >>> counts(Published(2, 3, 1, (one, one))).outcomes[_key(one)]
    2
    """
    found = Counter(_key(one) for one in published.outcomes)
    head = published.documents, published.pointers, published.resolved
    return Counts(*head, dict(sorted(found.items())), published.intervals)


def _key(one: Outcome) -> Key:
    why = ANOTHER if one.status == "wrong" else "" if one.status == "right" else one.why or ""
    # what follows "called" are words of the volume
    why = f"{why.partition(CALLED)[0]}{CALLED}so" if CALLED in why else why
    return Key(one.measure, one.volume, one.decade, one.style, one.status, why)


def to_json(made: Counts) -> dict[str, Any]:
    """The counts as plain JSON values, one line for each; ``from_json`` reads them back.

    >>> made = Counts(2, 3, 1, {Key("links", "v1", "1950s", "document", "right", ""): 4})
    >>> from_json(to_json(made)) == made
    True
    """
    lines = ["\t".join((*key, str(number))) for key, number in made.outcomes.items()]
    head = {"documents": made.documents, "pointers": made.pointers, "resolved": made.resolved}
    return {"format": FORMAT, **head, "intervals": asdict(made.intervals), "outcomes": lines}


def from_json(content: Any) -> Counts:
    """The counts of a file; raises ``GoldError`` where it holds none of this format.

    >>> from_json({})
    Traceback (most recent call last):
    ingest.evaluate.gold.GoldError: these are no figures of format 2: write them with ...
    """
    if not isinstance(content, Mapping) or content.get("format") != FORMAT:
        raise GoldError(
            f"these are no figures of format {FORMAT}: write them with `compendium evaluate FOLDER --json`"
        )
    split = (line.split("\t") for line in content["outcomes"])
    outcomes = {Key(*parts[:-1]): int(parts[-1]) for parts in split}
    intervals = Coverage(**content["intervals"])
    return Counts(content["documents"], content["pointers"], content["resolved"], outcomes, intervals)
