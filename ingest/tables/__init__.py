"""The general tables (posts, tags, markings, precedence, countries) and what reads them and the profiles."""

from ingest.tables.learn import knowledge, learn

__all__ = ["knowledge", "learn"]
