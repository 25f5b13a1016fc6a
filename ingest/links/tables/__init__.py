"""The tables of links: CSV files here, each row with its source; ``SOURCES.md`` tells how they were made."""

from ingest.links.tables.learn import Codes, Known, Place, known, learn

__all__ = ["Codes", "Known", "Place", "known", "learn"]
