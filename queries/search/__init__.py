"""Full-text search: the words of passages, and the names of documents, in an index beside the store."""

from queries.search.expression import any_of, expression
from queries.search.hit import FIELDS, Facet, Hit, Page, Snippet
from queries.search.index import Index
from queries.search.kept import Kept

__all__ = ["FIELDS", "Facet", "Hit", "Index", "Kept", "Page", "Snippet", "any_of", "expression"]
