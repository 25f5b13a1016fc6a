"""Extraction against hand-made gold: precision, recall and F1 by kind, gains and losses case by case."""

from ingest.evaluate.coverage import rules
from ingest.evaluate.gold import GoldError, find_document, read_gold
from ingest.evaluate.page import figure, page
from ingest.evaluate.record import Change, changes, from_json, to_json
from ingest.evaluate.run import document_of, evaluate, extracted
from ingest.evaluate.score import KINDS, score
from ingest.evaluate.tally import Score, Tally, added, total

__all__ = [
    "KINDS",
    "Change",
    "GoldError",
    "Score",
    "Tally",
    "added",
    "changes",
    "document_of",
    "evaluate",
    "extracted",
    "figure",
    "find_document",
    "from_json",
    "page",
    "read_gold",
    "rules",
    "score",
    "to_json",
    "total",
]
