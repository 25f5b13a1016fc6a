"""Every character of a source is kept or dropped, and the text is what was kept."""

from itertools import pairwise

from ingest.document import Document


def account(document: Document) -> None:
    """Fail where the account of a document's characters is not exact."""
    kept = sum(one.source.end - one.source.start for one in document.origin)
    assert kept + sum(one.characters for one in document.dropped) == document.characters
    assert all(one.source.end <= two.source.start for one, two in pairwise(document.origin))
    ends = [0, *(one.span.end for one in document.origin)]
    assert [one.span.start for one in document.origin] == ends[:-1]
    assert ends[-1] == len(document.text)
    assert all(role.span.end <= len(document.text) for role in document.roles)
    assert all(one.characters > 0 for one in document.dropped)
