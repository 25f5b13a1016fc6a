"""Checks of a store; each can fail."""

from ingest.load.audit.finding import Audit, Finding, Report
from ingest.load.audit.journal import audit_graphs, audit_quarantine, audit_raw
from ingest.load.audit.ledger import audit_ledger
from ingest.load.audit.links import audit_links
from ingest.load.audit.shapes import audit_shapes
from ingest.load.audit.spans import audit_spans

__all__ = [
    "Audit",
    "Finding",
    "Report",
    "audit_graphs",
    "audit_ledger",
    "audit_links",
    "audit_quarantine",
    "audit_raw",
    "audit_shapes",
    "audit_spans",
]
