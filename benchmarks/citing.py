"""How fast citations are found in running text, beside eyecite's extraction of legal citations.

Run ``python -m benchmarks.citing [MEGABYTES]`` (eyecite is in the group ``bench``).
Both read made-up documents of 10,000 characters with the same number of citations, each of its own kind; CPU
time, the median of three runs; what was put into the text and is not found is counted.
"""

import random
import sys
from collections.abc import Callable

from benchmarks.corpus import ORDINARY, POSTS, SURNAMES, cables
from benchmarks.measure import speed, table
from ingest.parse.listing.cites import find_citations
from ingest.tables import knowledge

REPORTERS = ("U.S.", "F.2d", "F.3d", "S. Ct.", "F. Supp.", "Cal. 3d")
GAP = 3
"""So many sentences stand between two citations."""

DOCUMENT = 10_000
"""Characters of one document."""


def running(size: int, cited: Callable[[random.Random], str]) -> tuple[list[str], int]:
    """Documents of running text of *size* characters in all, and how many citations were put into them."""
    chance = random.Random(size)
    documents: list[str] = []
    count = 0
    while len(documents) * DOCUMENT < size:
        said: list[str] = []
        while sum(map(len, said)) < DOCUMENT:
            sentence = chance.choice(ORDINARY[:7]).format(
                who=chance.choice(SURNAMES), country="Norway", month="May", day=7, few=3, many="120,000"
            )
            if len(said) % GAP == 0:
                sentence = f"{sentence[:-1]}, {cited(chance)}."
                count += 1
            said.append(sentence)
        documents.append("\n".join(said))
    return documents, count


def telegram(chance: random.Random) -> str:
    return f"see {3 + chance.randrange(7):02d} {chance.choice(POSTS)} {900_000 + chance.randrange(90_000)}"


def case(chance: random.Random) -> str:
    names = " v. ".join(chance.sample(SURNAMES, 2))
    volume, page = chance.randrange(1, 600), chance.randrange(1, 900)
    return f"see {names}, {volume} {chance.choice(REPORTERS)} {page} (1989)"


def main() -> None:
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 1_000_000
    known = knowledge()
    ours, put = running(size, telegram)
    whole = list(cables(max(1, size // 4000)))
    rows = []

    def add(name: str, find: Callable[[str], list[object]], texts: list[str], there: int | None) -> float:
        one = speed(find, texts, sum(map(len, texts)))
        found = sum(len(find(text)) for text in texts)
        share = "" if there is None else f"{min(1.0, found / there):.1%}"
        rate = f"{found / one.seconds:,.0f}"
        rows.append((name, f"{one.megabytes_per_second:.2f}", rate, f"{found:,}", share))
        return one.megabytes_per_second

    fast = add("Compendium, running text", lambda one: list(find_citations(one, known)), ours, put)
    add("Compendium, whole cables", lambda one: list(find_citations(one, known)), whole, None)
    try:
        from eyecite import get_citations
    except ImportError:
        print("eyecite is not installed: no peer")
    else:
        legal, laid = running(size, case)
        peer = add("eyecite, running text", lambda one: list(get_citations(one)), legal, laid)
        rows.append(("Compendium : eyecite", f"{fast / peer:.1f} x", "", "", ""))
    print(f"{size / 1e6:.1f} MB of text\n")
    print(table(("", "MB/s", "citations/s", "found", "of those put in"), rows))


if __name__ == "__main__":
    main()
