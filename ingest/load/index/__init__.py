"""The journal as tables that can be asked, made from it and checked against it."""

from ingest.load.index.index import Index, index, open_index, stamp

__all__ = ["Index", "index", "open_index", "stamp"]
