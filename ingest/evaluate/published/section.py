"""The section of the page on quality that tells how published volumes are read."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Final

from ingest.evaluate.page import figure
from ingest.evaluate.published.record import Counts, Key
from ingest.register.coverage import Coverage

OPENING: Final = """## Published volumes

Volumes of *Foreign Relations of the United States* (1955 to 1980) are read **without** their editors' notes
and links: {documents} documents, in which {pointers} citations and items of lists of references are found,
{resolved} of them with a document. The editors told in their notes which document some of them mean; that is
compared afterwards. A citation is *found* where one that was read covers its number at the place that the
words before it tell, *resolved* where it was read as the citation of one document, and *right* where this
is the document of the editors. Where the words do not tell which one is meant, nothing is said, and the
reason is counted. For items of lists of references nobody told the documents: there *right* means that one
is given.

Rules were written with the volumes on 1955–1957, 1964–1968 and 1969–1976 in view; **those on 1958–1960 and
1977–1980 were kept aside until the end**. Read for the first time, before any rule was mended on them, they
gave 104 of 106 telegrams cited, 103 of them with a document, 102 of which were right; of 554 links all.
"""
INTERVALS: Final = """### Days of telegrams that are not held

Each fifth of the telegrams whose day is known was left out in turn, and the interval in which it was sent,
nine times of ten, told from the numbers and days of the others. Of {told} intervals {held} hold the day:
**{share}**. Half of them are at most {width} days wide. For {untold} nothing else of their series is known.
"""

HEAD: Final = (
    "| {} | given | found | recall | resolved | right | precision |\n|---|---:|---:|---:|---:|---:|---:|\n"
)
TABLES: Final[tuple[tuple[str, Callable[[Key], str]], ...]] = (
    ("style", lambda key: key.style),
    ("decade", lambda key: key.decade),
    ("volume", lambda key: key.volume),
)
TITLES: Final = {
    "citations": "### Telegrams cited in the text",
    "links": "### Links that the editors made, read with their notes",
    "lists": "### Lists of references",
}


def section(counts: Counts) -> str:
    """The section as Markdown.

    >>> key = Key("citations", "v1", "1950s", "Embtel", "right", "")
    >>> "| Embtel | 2 | 2 | 1.00 | 2 | 2 | 1.00 |" in section(Counts(9, 5, 3, {key: 2}))
    True
    """
    parts = [OPENING.format(documents=counts.documents, pointers=counts.pointers, resolved=counts.resolved)]
    for measure, title in TITLES.items():
        mine = {key: number for key, number in counts.outcomes.items() if key.measure == measure}
        if mine:
            parts.append(title + "\n")
            parts += [_table(name, told, mine) for name, told in TABLES]
            parts.append(_reasons(mine))
    if counts.intervals.told:
        parts.append(_intervals(counts.intervals))
    return "\n".join(parts)


def _intervals(found: Coverage) -> str:
    return INTERVALS.format(**asdict(found), share=figure(found.share))


def statuses(keys: Iterable[tuple[Key, int]]) -> Counter[str]:
    """How many outcomes there are of each status.

    >>> statuses([(Key("links", "v1", "1950s", "document", "right", ""), 4)])["right"]
    4
    """
    found: Counter[str] = Counter()
    for key, number in keys:
        found[key.status] += number
    return found


def measures(found: Counter[str]) -> tuple[int, int, float | None, int, int, float | None]:
    """Given, found, recall, resolved, right and precision.

    >>> measures(Counter(right=8, wrong=1, open=1, missed=2))
    (12, 10, 0.8333333333333334, 9, 8, 0.8888888888888888)
    """
    given = sum(found.values())
    met = given - found["missed"]
    resolved = found["right"] + found["wrong"]
    recall = met / given if given else None
    return given, met, recall, resolved, found["right"], found["right"] / resolved if resolved else None


def _table(name: str, told: Callable[[Key], str], outcomes: dict[Key, int]) -> str:
    rows = []
    for value in (*sorted({told(key) for key in outcomes}), "all"):
        kept = [(key, number) for key, number in outcomes.items() if value in (told(key), "all")]
        given, met, recall, resolved, right, precision = measures(statuses(kept))
        cells = (value, given, met, figure(recall), resolved, right, figure(precision))
        rows.append("| " + " | ".join(str(cell) for cell in cells) + " |\n")
    return HEAD.format(name) + "".join(rows)


def _reasons(outcomes: dict[Key, int]) -> str:
    found: Counter[tuple[str, str]] = Counter()
    for key, number in outcomes.items():
        if key.status in ("open", "missed", "wrong"):
            found[key.status, key.why] += number
    lines = [
        f"- {number} {status}: {why or 'no reason'}\n" for (status, why), number in sorted(found.items())
    ]
    return "What is not right:\n\n" + ("".join(lines) or "Nothing.\n")
