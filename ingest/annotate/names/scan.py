"""What stands around the name of a series of meetings and says which meeting it is."""

from collections.abc import Sequence
from typing import Final

from ingest.annotate.names.around import Scan, is_plural, loose
from ingest.annotate.names.attended import attended, attending_before, in_brackets
from ingest.annotate.names.hosts import host_before, host_of_clause
from ingest.annotate.names.pieces import Piece
from ingest.annotate.names.together import together
from ingest.annotate.names.towns import town
from ingest.annotate.names.words import word_lists

_REACH: Final = 8
_ASIDE: Final = 24
_SHORT: Final = 6
_ARTICLE: Final = 3


def scan(row: Sequence[Piece], index: int) -> Scan:
    """Everything that the words around the series at *index* say of the meeting.

    >>> from ingest.document import Span
    >>> said = [("place", "paris"), ("series", "rpoc")]
    >>> row = [Piece(kind, Span(at, at), word, place="Paris") for at, (kind, word) in enumerate(said)]
    >>> [one.place for one in scan(row, 1).places]
    ['Paris']
    """
    found = Scan(row, index, index)
    first, last = together(row, index)
    if first != last:
        found.flags.add("together")
    elif is_plural(row, index):
        found.flags.add("plural")
    before = _leftwards(found, first)
    _rightwards(found, last)
    before = _of_what(found, before)
    host_before(found, before)
    attending_before(found, before)
    return found


def scan_after(row: Sequence[Piece], index: int) -> Scan:
    """What the words after the one at *index* say of place and time: "met in Oslo on June 29".

    >>> from ingest.document import Span
    >>> said = [("word", "met"), ("word", "in"), ("place", "oslo")]
    >>> row = [Piece(kind, Span(at, at), word, place="Oslo") for at, (kind, word) in enumerate(said)]
    >>> [one.place for one in scan_after(row, 0).places]
    ['Oslo']
    """
    found = Scan(row, index, index)
    _rightwards(found, index)
    return found


def _leftwards(found: Scan, index: int) -> int:
    """Take dates, places, ordinals before the name; returns the index of the first piece after the rest."""
    at, row, plural = index, found.row, is_plural(found.row, index)
    while at > 0 and loose(row[at].gap) and not (at == index and "," in row[at].gap):
        piece = row[at - 1]
        if piece.kind in ("date", "place", "ordinal", "regime"):
            if piece.kind == row[at].kind == "place" and not plural:
                break
            found.take(at - 1)
        elif piece.kind == "country" and row[at].word == "hosted":
            found.host = piece.iso3
        elif not _passed(found, at - 1, plural=plural):
            break
        at -= 1
    return _determined(found, at)


def _passed(found: Scan, at: int, *, plural: bool) -> bool:
    """Whether the search goes on to the left of a word: "next", "intersessional", "2002 and 2003 ..."."""
    piece = found.row[at]
    if piece.kind != "word":
        return False
    joins = plural and piece.word in ("and", "or", "to", "through", "thru") and _attribute(found.row, at - 1)
    if piece.word == "most":
        return at + 1 < len(found.row) and found.row[at + 1].word == "recent"
    return joins or _flagged(found, piece.word) or _unknown_place(found, at)


def _unknown_place(found: Scan, at: int) -> bool:
    """Whether a word that no table has stands between a year and a name: "the 2004 Goteborg Plenary"."""
    words, row = word_lists("meetings"), found.row
    after, before = row[at + 1], row[at - 1] if at else None
    plain = all(row[at].word not in words[kind] for kind in ("determiner", "connector", "group", "generic"))
    return (
        plain
        and len(row[at].word) > _ARTICLE
        and before is not None
        and before.date is not None
        and before.date.precision == "year"
        and row[at].gap == after.gap == ""
        and after.kind in ("series", "regime")
    )


def _determined(found: Scan, at: int) -> int:
    """Note the determiner before a name; returns where the words before it begin."""
    row = found.row
    if at == 0 or not loose(row[at].gap) or row[at - 1].word not in word_lists("meetings")["determiner"]:
        return at
    found.flags.add("definite" if row[at - 1].word in ("the", "this", "its", "their", "our") else "a")
    if not found.dates and row[at - 1].word == "the" and _opens_with_year(row, at - 2):
        found.take(at - 2)
    return at - 1


def _opens_with_year(row: Sequence[Piece], at: int) -> bool:
    """Whether "In 2007" opens the clause of "In 2007 the Plenary decided"."""
    date = row[at].date if at > 0 else None
    if date is None or date.precision != "year" or row[at - 1].word != "in":
        return False
    return bool(row[at - 1].written) and row[at + 1].gap in ("", ",")


def _attribute(row: Sequence[Piece], index: int) -> bool:
    return index >= 0 and row[index].kind in ("date", "place", "ordinal", "regime")


def _flagged(found: Scan, word: str) -> bool:
    words = word_lists("meetings")
    for kind in ("next", "last", "current", "generic", "adjective"):
        if word in words[kind]:
            found.flags.add(kind)
            if word in words["quantifier"]:
                return False
            if word in ("next", "last"):
                found.flags.add("telegraphic")
            if word.replace("-", "") == "intersessional":
                found.flags.add("intersessional")
            return True
    # "the MTCR-wide meeting"
    return word.endswith("-wide") or word in ("hosted", "inter", "sessional", "s", "most", "week")


def _rightwards(found: Scan, index: int) -> None:
    words = word_lists("meetings")
    at = index + 1
    pending: list[str] = []
    if at < len(found.row) and found.row[at].word == "week":
        found.flags.add("week")
    while at < len(found.row) and loose(found.row[at].gap) and len(pending) < _REACH:
        piece = found.row[at]
        if _same_meeting(found, index, at):
            found.right = at
        elif (after := _passed_over(found, at, pending)) > at:
            at, pending = after, []
            continue
        elif piece.kind in ("date", "place", "country", "regime"):
            if not _named_on(found, at, pending):
                break
        elif piece.word in words["connector"] or (pending and piece.word in words["determiner"]):
            pending.append(piece.word)
        else:
            break
        at += 1


def _named_on(found: Scan, at: int, pending: list[str]) -> bool:
    """Take a date, place or country, or pass the host of a clause; ``False`` where it belongs elsewhere."""
    if found.row[at].kind == "country" and pending[-1:] in (["which"], ["that"]):
        host_of_clause(found, at)
        pending.append(found.row[at].word)
        return True
    accepted = _accept(found, at, pending)
    if accepted and set(pending) & word_lists("meetings")["opening"]:
        found.flags.add("opening")
    pending.clear()
    return accepted


def _passed_over(found: Scan, at: int, pending: Sequence[str]) -> int:
    """Where to read on after "host/venue", an unknown town, who attended, or an aside; else *at*."""
    words, word = word_lists("meetings"), found.row[at].word
    if (not pending and word in words["host-open"]) or ("venue" in found.flags and word in ("or", "and")):
        found.flags.add("venue")
        found.right = at
        return at + 1
    if word in words["group"] and (not pending or pending[-1] in ("of", "minded")):
        return in_brackets(found, at) or at + 1
    if found.row[at].kind == "country" and found.row[at].gap.startswith("("):
        return in_brackets(found, at - 1) or at
    if word == "the" and not pending and found.places and _is_country(found.row, at + 1):
        return at + 1
    if pending[-1:] == ["in"] and not found.places:
        named = town(found.row, at, dated=bool(found.dates))
        if named is not None:
            place, after = named
            found.places.append(found.row[at]._replace(kind="place", place=place))
            found.right = after - 1
            return after
    return attended(found, at) or (at if pending else _aside(found.row, at))


def _is_country(row: Sequence[Piece], at: int) -> bool:
    return at < len(row) and row[at].kind == "country" and not row[at].gap


def _aside(row: Sequence[Piece], at: int) -> int:
    """The verb after words between commas: "the Plenary, with Ambassador Roe in the chair, is on ..."."""
    words = word_lists("meetings")
    if row[at].gap.strip(")") != "," or row[at].word not in words["aside"]:
        return at
    for index in range(at + 1, min(len(row), at + _ASIDE)):
        if row[index].gap.startswith(",") and row[index].word in words["aside-ends"]:
            return index
        if not (loose(row[index].gap) or row[index].gap == "."):
            return at
    return at


def _same_meeting(found: Scan, index: int, at: int) -> bool:
    piece, name = found.row[at], found.row[index]
    if _in_brackets(found.row, at) and piece.kind in ("word", "regime"):
        # "Technical Outreach Meeting (TOM)", "of the Wassenaar Arrangement (WA)"
        return len(piece.word) <= _SHORT and (at == index + 1 or found.row[at - 1].kind == "regime")
    if piece.kind == "series" and "(" in piece.gap:
        return {one.id for _, one in piece.series} & {one.id for _, one in name.series} != set()
    return piece.word in word_lists("meetings")["meeting"] and at <= index + 2


def _in_brackets(row: Sequence[Piece], at: int) -> bool:
    """Whether a piece stands alone between brackets: "Technical Outreach Meeting (TOM)"."""
    return row[at].gap == "(" and at + 1 < len(row) and row[at + 1].gap.startswith(")")


def _accept(found: Scan, at: int, pending: Sequence[str]) -> bool:
    """Take a piece to the right of a name, if the words between lead to it."""
    piece, said = found.row[at], [word for word in pending if word != "the"]
    last = said[-1] if said else ""
    if _belongs_on(found.row, at):
        return False
    if piece.kind == "date":
        first = not found.dates or _refines(found, piece)
        accepted = last not in ("to", "by") and (first or _another(found, at, last))
    elif piece.kind == "place":
        set_for = last == "for" and bool(set(said) & word_lists("meetings")["set-for"])
        led_to = last in ("in", "at") or set_for or (not pending and _set_off(found.row, at))
        accepted = _another(found, at, last) if found.places else led_to
    elif piece.kind == "country":
        if last == "by" and "hosted" in pending:
            found.host = piece.iso3
        accepted = found.host == piece.iso3 or last == "in" or (not pending and _after_place(found, at))
    else:
        accepted = pending[-1:] in (["of"], ["the"])
    if not accepted:
        return False
    found.take(at)
    return True


def _after_place(found: Scan, at: int) -> bool:
    """Whether a country stands right after the place that was taken: "in The Hague, the Netherlands"."""
    before = at - 2 if found.row[at - 1].word == "the" else at - 1
    return bool(found.places) and found.right == before and found.row[before].kind != "date"


def _another(found: Scan, at: int, last: str) -> bool:
    """Whether a place or date is one more of a list: "plenaries in Seoul (2004) and Madrid (2005)"."""
    piece, before = found.row[at], found.row[at - 1]
    listed = last in ("and", "or") or (piece.gap.strip(")") == "," and before.kind in ("place", "date"))
    dates_place = piece.kind == "date" and before.kind == "place" and len(found.dates) < len(found.places)
    return "plural" in found.flags and (listed or dates_place)


def _belongs_on(row: Sequence[Piece], at: int) -> bool:
    """Whether a piece begins another name: "the exchange at the 2008 Plenary"."""
    while (
        at + 1 < len(row) and row[at].kind in ("date", "place", "regime", "ordinal") and row[at + 1].gap == ""
    ):
        at += 1
    return row[at].kind == "series"


def _set_off(row: Sequence[Piece], at: int) -> bool:
    """Whether a place stands between commas or brackets: "the Plenary, Seoul, October 6-8"."""
    follows = row[at + 1] if at + 1 < len(row) else None
    ends = follows is None or follows.gap != "" or follows.kind in ("date", "country")
    return row[at].gap in (",", "(", "-", "--", "–", "—") and ends


def _refines(found: Scan, piece: Piece) -> bool:
    """Whether a second date says more of the same time: "the 2008 Plenary in November 2008"."""
    if piece.date is None:
        return False
    return all(
        one.date is not None
        and one.date.precision != piece.date.precision
        and (one.date.start[:4] == piece.date.start[:4] or not piece.date.year_stated)
        for one in found.dates
    )


def _of_what(found: Scan, before: int) -> int:
    """Take "a meeting of", "the host for" before the name's determiner; returns where to look on."""
    words, row = word_lists("meetings"), found.row
    if before < 2 or row[before - 1].word not in ("of", "for") or not loose(row[before].gap):
        return before
    at = before - 2
    if row[at].word in words["meeting"] and row[before - 1].word == "of":
        found.flags.add("meeting")
        found.left = at
        return _leftwards(found, at)
    if row[at].word in words["host-open"]:
        found.flags.add("venue")
    return before
