"""Documents into a store on disk, and the store checked, made again and written out."""

from ingest.load.build import build, rebuild
from ingest.load.check import check
from ingest.load.compare import compared
from ingest.load.errors import StoreError
from ingest.load.export import export
from ingest.load.layout import graph_path
from ingest.load.summary import Summary

__all__ = ["StoreError", "Summary", "build", "check", "compared", "export", "graph_path", "rebuild"]
