"""Posts called by their town alone: "Bonn should report", where the telegram goes to Bonn."""

from collections.abc import Sequence
from typing import TypeAlias

from ingest.annotate.language.subjects import Subject, skip_back
from ingest.annotate.language.word import Word, words
from ingest.cable import Cable

Places: TypeAlias = frozenset[tuple[str, ...]]

KINDS = frozenset(("amembassy", "amconsul", "usmission", "embassy", "amconsulate", "usint", "usliaison"))


def addressed_posts(cable: Cable) -> Places:
    r"""The towns of the posts that a telegram goes to, each as its words in lower case.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "R 040045Z APR 08\nFM SECSTATE WASHDC\nTO AMEMBASSY BONN\n\nSTATE 900001\n\n1. Thanks."
    >>> addressed_posts(parse(Document(text, "a.txt", ""), knowledge()))
    frozenset({('bonn',)})
    """
    values = [words(one.value) for one in (*cable.header.to, *cable.header.info)]
    towns = (tuple(one.low for one in value[1:]) for value in values if value and value[0].low in KINDS)
    return frozenset(one for one in towns if one)


def post_before(found: Sequence[Word], modal: int, posts: Places) -> Subject | None:
    """The post, or posts, whose towns are the subject that ends before *modal* and opens the clause.

    >>> made = post_before(words("Bonn and Paris should report."), 3, frozenset({("bonn",), ("paris",)}))
    >>> made and made.label, post_before(words("Rome should report."), 1, frozenset({("bonn",)}))
    ('Embassy Bonn and Paris', None)
    """
    end = skip_back(found, modal)
    start = end
    while start > 0 and (
        size := next((len(one) for one in sorted(posts) if _ends_with(found[:start], one)), 0)
    ):
        start -= size
        if start == 0 or found[start - 1].low not in ("and", "or", ",", "/"):
            break
        start -= 1
    if start == end or not (start == 0 or found[start - 1].is_mark or found[start - 1].low == "and"):
        return None
    named = " ".join(one.low if one.low == "and" else one.low.title() for one in found[start:end])
    return Subject(start, end, "Embassy " + named)


def _ends_with(found: Sequence[Word], town: tuple[str, ...]) -> bool:
    return tuple(one.low for one in found[-len(town) :]) == town
