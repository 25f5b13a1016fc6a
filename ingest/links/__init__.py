"""Judged links from things of the graph to other datasets: what the tables know, what people judged."""

from ingest.links.link import Dataset, Link, Source
from ingest.links.tables import Known, known

__all__ = ["Dataset", "Known", "Link", "Source", "known"]
