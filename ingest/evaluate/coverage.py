"""Which rules fired on which documents: a rule that only one document triggers may have been made for it."""

from collections.abc import Iterable, Mapping
from typing import Any


def rules(extractions: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    """How often each rule fired in each document, from the JSON forms of extractions by document.

    >>> rules({"x": {"meetings": [{"rule": "series-year"}, {"rule": "series-year"}]}, "y": {"meetings": []}})
    {'series-year': {'x': 2}}
    """
    fired: dict[str, dict[str, int]] = {}
    for document in sorted(extractions):
        for rule in _named(extractions[document]):
            counts = fired.setdefault(rule, {})
            counts[document] = counts.get(document, 0) + 1
    return dict(sorted(fired.items()))


def _named(value: object) -> Iterable[str]:
    if isinstance(value, Mapping):
        rule = value.get("rule")
        if isinstance(rule, str):
            # a claim with several pieces of evidence names the rule of each
            yield from rule.split(", ")
        for key, inner in value.items():
            if key != "rule":
                yield from _named(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _named(inner)
