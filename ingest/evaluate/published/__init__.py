"""Citations of published volumes against what their editors checked: read blind, compared afterwards."""

from ingest.evaluate.published.corpus import Corpus, corpus
from ingest.evaluate.published.gold import Checked, Cross, Listed, is_folder, read_folder
from ingest.evaluate.published.measure import Outcome, Published, measured
from ingest.evaluate.published.record import Counts, counts, from_json, to_json
from ingest.evaluate.published.section import measures, section, statuses

__all__ = [
    "Checked",
    "Corpus",
    "Counts",
    "Cross",
    "Listed",
    "Outcome",
    "Published",
    "corpus",
    "counts",
    "from_json",
    "is_folder",
    "measured",
    "measures",
    "read_folder",
    "section",
    "statuses",
    "to_json",
]
