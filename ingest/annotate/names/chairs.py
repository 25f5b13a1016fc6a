"""Who chairs a meeting: "chaired by Ambassador Roe (Norway)", "under the chairmanship of Spain"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.annotate.names.pieces import Piece, Row
from ingest.annotate.names.words import word_lists
from ingest.document import Span
from ingest.mention import MeetingMention

_LONGEST = 5
"""Of how many words a person's name is at most."""


@dataclass(frozen=True, slots=True)
class _Chair:
    """Words ``first`` to ``last`` of a row say that a person or country chairs."""

    first: int
    last: int
    names: tuple[str, ...]
    countries: tuple[str, ...]


def with_chairs(row: Row, mentions: Sequence[MeetingMention]) -> Iterator[MeetingMention]:
    """The mentions of a stretch, each with those who chair it as far as the words tell.

    Words belong to the meeting that the same sentence names, or after "the meeting" to the one named last.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> from ingest.annotate.names.pieces import pieces
    >>> text = "The 2006 Plenary was chaired by Ambassador Ann Roe (Norway)."
    >>> row = pieces(cable(text), Span(0, len(text)), KNOWLEDGE)
    >>> [one] = with_chairs(row, [MeetingMention(Span(4, 16), "series-attributes", year=2006)])
    >>> one.chairs, one.chaired_by, one.chair_span.of(text)
    (('Ann Roe',), ('NOR',), 'chaired by Ambassador Ann Roe (Norway')
    """
    told: dict[Span, _Chair] = {}
    for chair in _chairs(row):
        meant = _meant(row, chair, mentions)
        if meant is not None:
            told.setdefault(meant, chair)
    for one in mentions:
        found = told.get(one.span)
        if found is None:
            yield one
            continue
        span = Span(row[found.first].span.start, row[found.last].span.end)
        yield replace(one, chairs=found.names, chaired_by=found.countries, chair_span=span)


def _chairs(row: Row) -> Iterator[_Chair]:
    """All places of a stretch that say who chairs."""
    for at in row.saying(word_lists("meetings")["chair-cue"]):
        made = _by(row, at) or _under(row, at) or _with(row, at) or _whose(row, at) or _who_does(row, at)
        if made is not None and (made.names or made.countries):
            yield made


def _by(row: Row, at: int) -> _Chair | None:
    """What "chaired by ..." and "presided over by ..." say."""
    by = at + 1 + (at + 1 < len(row) and row[at + 1].word in ("over", "jointly"))
    if row[at].word not in word_lists("meetings")["chair-act"] or by >= len(row) or row[by].word != "by":
        return None
    return _several(row, at, by + 1)


def _under(row: Row, at: int) -> _Chair | None:
    """What "under the chairmanship of ..." and "under Spanish chairmanship" say."""
    words = word_lists("meetings")["chairmanship"]
    if row[at].word not in words or at == 0:
        return None
    before = [one.word for one in row[max(0, at - 3) : at]]
    if "under" not in before:
        return None
    if at + 1 < len(row) and row[at + 1].word == "of":
        return _several(row, at - 1 - before[::-1].index("under"), at + 2)
    owner = row[at - 1]
    return None if owner.iso3 is None else _Chair(at - 1, at, (), (owner.iso3,))


def _with(row: Row, at: int) -> _Chair | None:
    """What "with Ambassador Roe in the chair", "with Ms. Roe presiding" say."""
    sitting = [one.word for one in row[max(0, at - 2) : at]] == ["in", "the"] and row[at].word == "chair"
    as_chair = at > 0 and row[at - 1].word == "as" and row[at].word in word_lists("meetings")["chair-office"]
    if not (sitting or as_chair or row[at].word in ("presiding", "chairing")):
        return None
    end = at - (2 if sitting else 1 if as_chair else 0)
    for start in range(end - 1, max(-1, end - _LONGEST - 6), -1):
        if row[start].word == "with":
            made = _several(row, start, start + 1)
            return replace(made, last=at) if made is not None and made.last < end else None
    return None


def _whose(row: Row, at: int) -> _Chair | None:
    """What "the 2006 Plenary Chair Per Olsen", "RPOC Chair (Norway)" say."""
    if row[at].word not in word_lists("meetings")["chair-office"] or at == 0 or row[at - 1].kind != "series":
        return None
    if at + 1 >= len(row) or row[at + 1].gap not in ("", "(", ","):
        return None
    made = _several(row, at, at + 1)
    named = made is not None and (bool(made.names) or row[at + 1].gap == "(")
    return made if named else None


def _who_does(row: Row, at: int) -> _Chair | None:
    """What "Ambassador Roe chaired the ..." and "Norway will chair the ..." say."""
    words = word_lists("meetings")
    after = at + 1 + (at + 1 < len(row) and row[at + 1].word == "over")
    if row[at].word not in words["chair-act"] or after >= len(row):
        return None
    if row[after].word not in words["determiner"] and row[after].kind not in ("series", "date", "place"):
        return None
    end = at
    while end > 0 and row[end - 1].word in words["chair-helper"]:
        end -= 1
    if row[at].word == "chair" and not {one.word for one in row[end:at]} & {"will", "would"}:
        return None
    start = end
    while start > 0 and not _begins(row, start) and _is_of_name(row[start - 1]):
        start -= 1
    made = _several(row, start, start)
    return replace(made, last=at) if made is not None and made.last == end - 1 else None


def _several(row: Row, first: int, at: int) -> _Chair | None:
    """Those who are named from *at* on: one, or two that "and" joins."""
    one = _one(row, at)
    if one is None:
        return None
    name, country, end = one
    names, countries = [name] if name else [], [country] if country else []
    if end + 1 < len(row) and row[end].word == "and":
        other = _one(row, end + 1)
        if other is not None and bool(other[0]) == bool(name):
            names += [other[0]] if other[0] else []
            countries += [other[1]] if other[1] else []
            end = other[2]
    return _Chair(first, end - 1, tuple(names), tuple(dict.fromkeys(countries)))


def _one(row: Row, at: int) -> tuple[str, str | None, int] | None:
    """The name of a person and the code of a country from *at* on, and the index after them."""
    start, country = _past_titles(row, at), None
    if start < len(row) and row[start].kind == "country":
        country, start = row[start].iso3, start + 1
        start = _past_titles(row, start) if start < len(row) and row[start].word != "and" else start
    end = start
    while end < len(row) and end - start < _LONGEST and _goes_on(row, start, end):
        end += 1
    name = " ".join(_written(row, index, end) for index in range(start, end))
    if not name:
        return None if country is None else ("", country, start)
    behind = end + (end < len(row) and row[end].word in ("of", "from"))
    behind += behind < len(row) and behind > end and row[behind].word == "the"
    bracket = behind == end and end < len(row) and row[end].gap == "("
    if behind < len(row) and row[behind].kind == "country" and (bracket or behind > end):
        country, end = row[behind].iso3, behind + 1
    return name, country, end


def _written(row: Row, at: int, end: int) -> str:
    """A word of a name, with the stop of an initial; capitals are those of a text that has no other."""
    word = row[at].written or row[at].word
    word = word.capitalize() if len(word) > 1 and word.isupper() else word
    return word + "." if at + 1 < end and row[at + 1].gap == "." else word


def _past_titles(row: Row, at: int) -> int:
    titles = word_lists("meetings")["title-of-chair"]
    while at < len(row) and row[at].word in titles:
        at += 1
    return at


def _goes_on(row: Row, start: int, at: int) -> bool:
    """Whether a word is one more of a person's name: it has a capital, or is a "de" or "von"."""
    piece, words = row[at], word_lists("meetings")
    inner = at > start
    if inner and piece.gap not in ("", ".", "-", "'"):
        return False
    if piece.kind not in ("word", "place") or piece.word in words["title-of-chair"] | words["chair-cue"]:
        return False
    if inner and piece.gap == "." and len(row[at - 1].word) > 1:
        return False
    near = row[at + 1 : at + 3]
    following = next((bool(one.written) for one in near if one.word not in words["name-particle"]), False)
    return bool(piece.written) or (piece.word in words["name-particle"] and following)


def _is_of_name(piece: Piece) -> bool:
    words = word_lists("meetings")
    small = piece.word in words["name-particle"] or piece.word in words["title-of-chair"]
    return bool(piece.written) or small or piece.kind == "country"


def _begins(row: Row, at: int) -> bool:
    """Whether a sentence or a clause begins at a piece."""
    gap = row[at].gap
    if gap == "." and at > 0:
        return row[at - 1].word not in word_lists("meetings")["title-of-chair"] and len(row[at - 1].word) > 1
    return bool(gap.strip("('\"-"))


def _sentence(row: Row, first: int, last: int) -> Span:
    """Where the sentence of these pieces begins and ends in the text."""
    while first > 0 and not _ends(row, first):
        first -= 1
    last += 1
    while last < len(row) and not _ends(row, last):
        last += 1
    return Span(row[first].span.start, row[last - 1].span.end)


def _ends(row: Row, at: int) -> bool:
    """Whether a sentence ended before a piece."""
    gap = row[at].gap
    return "¶" in gap or any(mark in gap for mark in (";", "!", "?")) or ("." in gap and _begins(row, at))


def _meant(row: Row, chair: _Chair, mentions: Sequence[MeetingMention]) -> Span | None:
    """The words that name the meeting which is chaired; ``None`` where they may name several."""
    sentence = _sentence(row, chair.first, chair.last)
    inside = [one.span for one in mentions if sentence.start <= one.span.start < sentence.end]
    start = row[chair.first].span.start
    before = [one for one in inside if one.start <= start]
    spans = [max(before)] if before else [min(inside)] if inside else []
    if not spans:
        said = {row[at].word for at in range(chair.first) if row[at].span.start >= sentence.start}
        earlier = [one.span for one in mentions if one.span.end <= sentence.start]
        spans = [max(earlier)] if earlier and said & word_lists("meetings")["same-meeting"] else []
    sharing = [one for one in mentions if spans and one.span == spans[0]]
    return spans[0] if len(sharing) == 1 else None
