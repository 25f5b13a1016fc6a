"""Full-text search: the words of passages, and the names of documents, in an index beside the store."""

from queries.search.expression import any_of, expression
from queries.search.hit import FIELDS, Facet, Hit, Page, Snippet
from queries.search.index import Index

__all__ = ["FIELDS", "Facet", "Hit", "Index", "Page", "Snippet", "any_of", "expression"]
