"""Volumes of published documents in TEI-XML, such as Foreign Relations of the United States."""

from ingest.read.tei.documents import tei_documents
from ingest.read.tei.kind import is_tei
from ingest.read.tei.without_notes import without_notes

__all__ = ["is_tei", "tei_documents", "without_notes"]
