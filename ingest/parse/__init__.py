"""Documents parsed: header, list of references and passages, each with the words that it was read from."""

from ingest.parse.document import parse

__all__ = ["parse"]
