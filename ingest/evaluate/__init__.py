"""Extraction against hand-made gold: precision, recall and F1 by kind, gains and losses case by case."""

from ingest.evaluate.gold import GoldError, find_document, read_gold
from ingest.evaluate.record import changes, from_json, to_json
from ingest.evaluate.score import score
from ingest.evaluate.tally import Score, added, total

__all__ = [
    "GoldError",
    "Score",
    "added",
    "changes",
    "find_document",
    "from_json",
    "read_gold",
    "score",
    "to_json",
    "total",
]
