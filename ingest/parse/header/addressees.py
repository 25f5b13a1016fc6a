"""The addressees of a form: "TO: DEPARTMENT OF STATE, BONN" names two."""

from collections.abc import Iterator
from typing import Final

from ingest.cable import Read
from ingest.document import Span
from ingest.parse.header.field import Field
from ingest.parse.text.posts import Posts
from ingest.parse.text.vocabulary import vocabulary
from ingest.pattern import pattern

_PART: Final = pattern("addressee-part", r"[^,;\n]+", example="DEPARTMENT OF STATE")
_RULE: Final = "header-label"


def listed(field: Field | None, text: str, posts: Posts) -> tuple[Read[str], ...]:
    """The addressees that a field names, parted where at least two of its parts are posts or the Department.

    >>> from ingest.tables import knowledge
    >>> from ingest.parse.text.posts import posts_of
    >>> posts = posts_of(knowledge().posts)
    >>> def names(text):
    ...     field = Field("to", Span(0, 0), Span(0, len(text)))
    ...     return [read.value for read in listed(field, text, posts)]
    >>> names("DEPARTMENT OF STATE, BONN, CINCEUR"), names("USUN, New York")
    (['DEPARTMENT OF STATE', 'BONN', 'CINCEUR'], ['USUN, New York'])
    """
    if field is None or not field.value.of(text).strip():
        return ()
    whole = Read(_line(field.value.of(text)), field.value, _RULE)
    parts = tuple(_parts(field, text))
    known = sum(_is_known(part.value, posts) for part in parts)
    if known < 2 or posts.exact(whole.value.replace(",", "")) is not None:
        return (whole,)
    return parts


def _parts(field: Field, text: str) -> Iterator[Read[str]]:
    for found in _PART.finditer(field.value.of(text)):
        words = found.text()
        start = field.value.start + found.span.start + len(words) - len(words.lstrip())
        if words.strip():
            yield Read(_line(words), Span(start, start + len(words.strip())), _RULE)


def _is_known(words: str, posts: Posts) -> bool:
    return words.upper() in vocabulary().department_names or posts.exact(words) is not None


def _line(words: str) -> str:
    return " ".join(words.split())
