"""Who is the host of a meeting: "France will host ...", "Spain's invitation to meet in ..."."""

from collections.abc import Sequence
from typing import Final

from ingest.annotate.names.around import Scan, loose
from ingest.annotate.names.pieces import Piece
from ingest.annotate.names.words import word_lists

_REACH: Final = 8


def host_of_clause(found: Scan, at: int) -> None:
    """Note the host of "the meeting which France will host", where *at* is that of the country.

    >>> from ingest.document import Span
    >>> said = [("country", "france"), ("word", "will"), ("word", "host")]
    >>> found = Scan([Piece(kind, Span(0, 0), word, iso3="FRA") for kind, word in said], 0, 0)
    >>> host_of_clause(found, 0)
    >>> found.host
    'FRA'
    """
    following = [one.word for one in found.row[at + 1 : at + 4]]
    if set(following) & word_lists("meetings")["host-act"]:
        found.host = found.host or found.row[at].iso3


def host_before(found: Scan, before: int) -> None:
    """Take "France will host a ...", and a date before it: "on April 9, France will host ...".

    >>> from ingest.document import Span
    >>> said = [("country", "france"), ("word", "will"), ("word", "host"), ("word", "the"), ("series", "tem")]
    >>> found = Scan([Piece(kind, Span(0, 0), word, iso3="FRA") for kind, word in said], 4, 4)
    >>> host_before(found, 3)
    >>> found.host
    'FRA'
    """
    row = found.row
    at, said = _clause(row, before)
    acts = set(said) & word_lists("meetings")["host-act"]
    if at < 0 or not loose(row[at + 1].gap):
        return
    if not acts or row[at].kind != "country":
        found.host = found.host or _offered(row, at, said)
        return
    if row[at].iso3 is None:
        return
    found.host = row[at].iso3
    found.left = at
    if (
        at > 1
        and row[at].gap == ","
        and row[at - 1].kind == "date"
        and row[at - 2].word == "on"
        and not found.dates
    ):
        found.take(at - 1)


def inviting(row: Sequence[Piece], before: int) -> str | None:
    """The host of "Spain's invitation to meet" or "the invitation of Spain to meet" before an index.

    >>> from ingest.document import Span
    >>> said = [("country", "spain"), ("word", "invitation"), ("word", "to"), ("word", "meet")]
    >>> row = [Piece(kind, Span(0, 0), word, iso3="ESP") for kind, word in (*said, ("series", "tem"))]
    >>> inviting(row, 4)
    'ESP'
    """
    at, said = _clause(row, before)
    return None if at < 0 or not loose(row[at + 1].gap) else _offered(row, at, said)


def _clause(row: Sequence[Piece], before: int) -> tuple[int, list[str]]:
    """The words such as "has offered to host" before an index, backwards, and the index before these."""
    at = before - 1
    said: list[str] = []
    clause = word_lists("meetings")["host-clause"] | word_lists("meetings")["gather"]
    while at >= 0 and loose(row[at + 1].gap) and len(said) < _REACH and row[at].word in clause:
        said.append(row[at].word)
        at -= 1
    return at, said


def _offered(row: Sequence[Piece], at: int, said: Sequence[str]) -> str | None:
    """The country whose offer or invitation stands before "to host", on either side of that word."""
    words = word_lists("meetings")
    if not set(said) & (words["host-act"] | words["gather"]):
        return None
    if row[at].word in words["offer"]:
        owner = at - 2 if row[at - 1].word == "s" else at - 1
        return row[owner].iso3 if owner >= 0 and loose(row[at].gap) else None
    of = at - 2 if at > 1 and row[at - 1].word == "the" else at - 1
    if row[at].kind == "country" and of > 0 and row[of].word in ("of", "by", "from"):
        return row[at].iso3 if row[of - 1].word in words["offer"] else None
    return None
