"""The tables of knowledge, read once for all tests."""

from ingest.tables.learn import knowledge

KNOWLEDGE = knowledge()
