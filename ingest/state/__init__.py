"""From what a document means to statements about it: ``state(extraction)`` gives quads."""

from ingest.state.document import PIPELINE
from ingest.state.state import state, stated

__all__ = ["PIPELINE", "state", "stated"]
