"""How long each question of the catalogue takes on a store, beside what the database needs for one thing.

``python -m benchmarks.questions STORE [--runs 3] [--things 3]`` asks each question of those things of its
kind that most statements lead to, and gives the median CPU time and the rows of the slowest of them. A
question whose kind of thing nothing in the store speaks of is left out. The peer is the database asked for
all statements about a thing, without the program.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from benchmarks.measure import table
from queries import catalogue, open_reader
from queries.question import Question
from queries.store import Reader
from queries.term import Term, iri, literal

KINDS: Final = {
    "document": "Document", "country": "Country", "decision": "Decision", "proposal": "Proposal",
    "meeting": "Meeting", "topic": "Topic", "regime": "Regime",
}  # fmt: skip
SAID: Final = {"date": "1970-01-01", "year": "1970", "label": "A", "place": "Paris", "stance": "opposes"}
PEER: Final = "SELECT ?property ?value WHERE {{ <{thing}> ?property ?value }}"


def busiest(source: Reader, kind: str, most: int) -> list[str]:
    """The things of a kind with most statements that lead to them."""
    asked = f"""SELECT ?thing (COUNT(*) AS ?times) WHERE {{
      {{ SELECT DISTINCT ?thing WHERE {{ ?thing a reg:{kind} }} }} ?from ?by ?thing
    }} GROUP BY ?thing ORDER BY DESC(?times) ?thing LIMIT {most}"""
    return [str(value) for value in source.query(asked).column("thing")]


def bindings(question: Question, things: dict[str, list[str]]) -> Iterator[dict[str, tuple[Term, ...]]]:
    """The parameters that the question needs, with each thing of the first kind that it needs."""
    needed = [one for one in question.parameters if one.required or one.type in {"date", "year"}]
    lead = next((one for one in question.parameters if one in needed and one.type in things), None)
    for thing in things[lead.type] if lead else [""]:
        yield {
            one.name: (iri(thing if one is lead else things[one.type][0]),)
            if one.type in things
            else (literal(SAID[one.type]),)
            for one in needed
        }


def cpu(act: Callable[[], int], runs: int) -> tuple[float, int]:
    """The median CPU seconds of the runs, and what the last of them gave."""
    times, rows = [], 0
    for _ in range(runs):
        begin = time.process_time()
        rows = act()
        times.append(time.process_time() - begin)
    return statistics.median(times), rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--things", type=int, default=3)
    given = parser.parse_args()
    source = open_reader(given.store)
    things = {type_: found for type_, kind in KINDS.items() if (found := busiest(source, kind, given.things))}
    peer, rows = max(
        cpu(lambda one=one: len(source.query(PEER.format(thing=one)).rows), given.runs)
        for found in things.values()
        for one in found
    )
    lines = [("all statements about one thing (peer)", f"{peer:.3f}", f"{rows:,}", "")]
    for question in catalogue():
        if any(one.required and one.type in KINDS and one.type not in things for one in question.parameters):
            continue
        texts = [question.bound(values) for values in bindings(question, things)]
        took, rows = max(cpu(lambda text=text: len(source.query(text).rows), given.runs) for text in texts)
        lines.append((question.name, f"{took:.3f}", f"{rows:,}", f"{took / peer:,.0f}"))
    print(table(("question", "CPU s", "rows", "times the peer"), lines))


if __name__ == "__main__":
    main()
