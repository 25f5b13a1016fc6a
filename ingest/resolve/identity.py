"""Identifiers from content: a slug to read, and a hash that the same words give in every document."""

import hashlib
from collections.abc import Iterable

from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import words

SLUG_WORDS = 5


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that carry its sense, in lower case.

    >>> content_words("Report on the national enactment of controls")
    ('report', 'national', 'enactment', 'controls')
    """
    small = ("determiner", "preposition", "conjunction", "auxiliary", "opener")
    return tuple(one.low for one in words(text) if not one.is_mark and not is_kind(one.low, *small))


def slug(parts: Iterable[str]) -> str:
    """Lower-case letters and digits with hyphens between them.

    >>> slug(("UAV/CM", "U.S."))
    'uav-cm-u-s'
    """
    kept = "".join(one if one.isascii() and one.isalnum() else " " for one in " ".join(parts).lower())
    return "-".join(kept.split())


def digest(*parts: str) -> str:
    """Eight hexadecimal digits that depend on the parts alone.

    >>> digest("mtcr", "DEU") == digest("mtcr", "DEU"), len(digest("a"))
    (True, 8)
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]


def made(*, head: Iterable[str], about: Iterable[str], key: Iterable[str]) -> str:
    """An identifier: what it belongs to, a few words of what it is about, and a hash of its key.

    >>> made(head=("mtcr", "DEU"), about=("end", "use", "controls"), key=("x",))[:25]
    'mtcr-deu-end-use-controls'
    """
    words_kept = tuple(about)[:SLUG_WORDS]
    return "-".join(part for part in (slug(head), slug(words_kept), digest(*key)) if part)
