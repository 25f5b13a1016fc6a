"""Who took part in a meeting: "attended by France, Italy and the UK", "the U.S. and Japan attended ..."."""

from collections.abc import Sequence

from ingest.annotate.names.around import Scan, loose
from ingest.annotate.names.pieces import Piece
from ingest.annotate.names.words import word_lists


def in_brackets(found: Scan, at: int) -> int | None:
    """Note the countries of "members (the U.S. and Japan)"; the index after the brackets, if any.

    >>> from ingest.document import Span
    >>> members, met = (Piece("word", Span(0, 0), word, gap) for word, gap in (("members", ""), ("met", ")")))
    >>> spain = Piece("country", Span(0, 0), "spain", "(", iso3="ESP")
    >>> found = Scan((members, spain, Piece("country", Span(0, 0), "japan", ",", iso3="JPN"), met), 0, 0)
    >>> in_brackets(found, 0)
    3
    >>> found.participants
    ('ESP', 'JPN')
    """
    if at + 1 >= len(found.row) or not found.row[at + 1].gap.startswith("("):
        return None
    codes, end = _listed(found.row, at + 1, closing=True)
    return end if end is not None and _note(found, codes) else None


def attended(found: Scan, at: int) -> int | None:
    """Note the countries of "attended by ..." and "with ... attending"; the index after them, if any.

    >>> from ingest.document import Span
    >>> who = [Piece("country", Span(0, 0), "", ",", iso3=iso3) for iso3 in ("JPN", "ESP")]
    >>> row = [Piece("word", Span(0, 0), word) for word in ("meeting", "attended", "by")] + who
    >>> found = Scan(row, 0, 0)
    >>> attended(found, 1), found.participants
    (5, ('ESP', 'JPN'))
    """
    row, words = found.row, word_lists("meetings")
    follows = row[at + 1].word if at + 1 < len(row) else ""
    if row[at].word in words["attended"] and follows in ("by", "were", "included"):
        codes, end = _listed(row, at + 2)
    elif row[at].word == "with":
        codes, end = _listed(row, at + 1)
        if end is not None and not _attending(row, end):
            return None
    else:
        return None
    return end if end is not None and _note(found, codes) else None


def attending_before(found: Scan, before: int) -> None:
    """Note the countries of "Japan and Korea attended the ...", "Japan and Korea took part in the ...".

    >>> from ingest.document import Span
    >>> who = [Piece("country", Span(0, 0), "", iso3=iso3) for iso3 in ("JPN", "ESP")]
    >>> found = Scan(who + [Piece("word", Span(0, 0), word) for word in ("attended", "the", "tem")], 4, 4)
    >>> attending_before(found, 3)
    >>> found.participants
    ('ESP', 'JPN')
    """
    row, words = found.row, word_lists("meetings")
    at = before - 1
    if at > 0 and row[at].word in ("in", "at") and loose(row[before].gap):
        at -= 1
        wanted = words["took-part"]
    else:
        wanted = words["attends"]
    if at < 1 or row[at].word not in wanted:
        return
    while at > 0 and (row[at].word in wanted or row[at].word in words["attends-with"]):
        at -= 1
    first = at
    while first >= 0 and loose(row[first + 1].gap) and _is_listed(row[first]):
        first -= 1
    codes, _ = _listed(row, first + 1)
    _note(found, codes)


def _listed(row: Sequence[Piece], at: int, *, closing: bool = False) -> tuple[tuple[str, ...], int | None]:
    """The countries that are listed from *at* on, and the index after the list.

    With *closing* the list must fill its brackets; the index is ``None`` where there is no such list.
    """
    codes: list[str] = []
    index = last = at
    while index < len(row) and (index == at or loose(row[index].gap)):
        piece = row[index]
        if closing and index > at and ")" in piece.gap:
            return tuple(codes), index
        if piece.kind == "country" and piece.iso3 is not None:
            codes.append(piece.iso3)
            last = index + 1
        elif not _is_listed(piece):
            break
        index += 1
    if closing and index < len(row) and not row[index].gap.startswith(")"):
        return (), None
    return tuple(codes), last if codes else None


def _is_listed(piece: Piece) -> bool:
    return piece.kind == "country" or piece.word in word_lists("meetings")["listing"]


def _attending(row: Sequence[Piece], at: int) -> bool:
    return at < len(row) and loose(row[at].gap) and row[at].word in word_lists("meetings")["attending"]


def _note(found: Scan, codes: Sequence[str]) -> bool:
    if len(set(codes)) > 1:
        found.participants = tuple(sorted(set(codes)))
    return len(set(codes)) > 1
