"""Telegrams cited relative to who writes to whom: "Embtel 667", "your 949", "Deptel 575 to Damascus"."""

from ingest.parse.citing.correspondents import NOBODY, Correspondents, correspondents
from ingest.parse.citing.items import items
from ingest.parse.citing.pointed import Pointed
from ingest.parse.citing.pointers import pointers

__all__ = ["NOBODY", "Correspondents", "Pointed", "correspondents", "items", "pointers"]
