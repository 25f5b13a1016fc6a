"""Documents of published volumes, whose editors tell in head and source note what each of them is."""

from ingest.parse.published.published import published

__all__ = ["published"]
