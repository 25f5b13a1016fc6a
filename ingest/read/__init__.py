"""Documents in: bytes are checked, decoded and otherwise left as they came."""

from ingest.read.file import documents, documents_of, read, read_bytes
from ingest.read.refusal import Refused

__all__ = ["Refused", "documents", "documents_of", "read", "read_bytes"]
