"""Under which condition: "as appropriate", "if asked", "provided such events are short"."""

from collections.abc import Iterator, Sequence

from ingest.annotate.language.verbs import is_base
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases
from ingest.annotate.language.word import Word, cover, folded
from ingest.document import Span

ASKING = frozenset(("ask", "determine", "inquire", "enquire", "see", "know", "ascertain", "wonder", "learn"))


def leading(found: Sequence[Word], subject: int) -> Iterator[Span]:
    """The conditions before the subject that begins at that word.

    >>> from ingest.annotate.language.word import words
    >>> text = "If asked, the delegation should agree."
    >>> [one.of(text) for one in leading(words(text), 3)]
    ['If asked']
    """
    at = 0
    while at < subject:
        cue = phrases("conditions").at(found, at)
        kind = "" if cue is None or not _begins(found, at) else cue.row["kind"]
        if cue is None or kind in ("", "not-a-condition") or (kind == "inversion" and at > 0):
            at += 1
            continue
        end = cue.end if kind == "fixed" else _last_comma(found, cue.end, subject)
        yield cover(found, at, end)
        at = end


def _begins(found: Sequence[Word], at: int) -> bool:
    return at == 0 or found[at - 1].is_mark or is_kind(found[at - 1].low, "conjunction", "adverb")


def _last_comma(found: Sequence[Word], start: int, subject: int) -> int:
    commas = [index for index in range(start, subject) if found[index].low == "," and found[index].depth == 0]
    return commas[-1] if commas else subject


def inside(found: Sequence[Word], start: int, end: int) -> Iterator[Span]:
    """The conditions between the modal and the act ("should, as appropriate, brief").

    >>> from ingest.annotate.language.word import words
    >>> text = "Posts should, as appropriate, brief the host."
    >>> [one.of(text) for one in inside(words(text), 2, 6)]
    ['as appropriate']
    """
    at = start
    while at < end:
        cue = phrases("conditions").at(found, at)
        if (
            cue is not None
            and cue.row["kind"] in ("fixed", "clause", "leading")
            and (at == start or found[at - 1].low == ",")
        ):
            stop = cue.end if cue.row["kind"] == "fixed" else _next_comma(found, cue.end, end)
            yield cover(found, at, stop)
            at = stop
        else:
            at += 1


def _next_comma(found: Sequence[Word], start: int, end: int) -> int:
    return next((index for index in range(start, end) if found[index].low == ","), end)


def trailing(found: Sequence[Word], start: int, end: int, *, denied: bool = False) -> Iterator[Span]:
    """The conditions after the act, which begins at *start*, to the end of its clause.

    "Until" limits only an act that is denied: "agree to nothing until instructed".

    >>> from ingest.annotate.language.word import words
    >>> text = "Posts may agree if others do."
    >>> [one.of(text) for one in trailing(words(text), 2, 6)]
    ['if others do']
    """
    at = start + 1
    while at < end:
        cue = phrases("conditions").at(found, at)
        if cue is None or found[at].depth or not _attaches(found, at, _kind(cue, denied)):
            at += 1
            continue
        stop = cue.end if cue.row["kind"] == "fixed" else end
        if cue.row["kind"] == "fixed" or stop > cue.end:
            yield cover(found, at, stop)
        at = stop


def _kind(cue: Cue, denied: bool) -> str:
    return "clause" if denied and cue.row["kind"] == "negative" else cue.row["kind"]


def _attaches(found: Sequence[Word], at: int, kind: str) -> bool:
    """Whether a condition that begins there limits the act and not something that it mentions."""
    after_comma = found[at - 1].low == ","
    if kind == "inversion":
        following = found[at + 1].low if at + 1 < len(found) else ""
        return after_comma and following != "" and not is_base(following) and following not in ("be", "not")
    if kind not in ("fixed", "clause"):
        return False
    if kind == "fixed":
        return after_comma or at + 1 >= len(found) or not _reported_before(found, at)
    if found[at].low == "if" and not after_comma:
        return found[at - 1].low not in ASKING and not _reported_before(found, at)
    return after_comma or not _reported_before(found, at)


def _reported_before(found: Sequence[Word], at: int) -> bool:
    """Whether a "that", "whether" or "which" stands before that word."""
    return any(is_kind(one.low, "opener") for one in found[:at])


def spoken(text: str, spans: Sequence[Span]) -> str | None:
    """Conditions as one string, beginning in lower case; in lower case as a whole where all are capitals.

    >>> spoken("AS APPROPRIATE", [Span(0, 14)])
    'as appropriate'
    """
    parts = [folded(span.of(text)) for span in spans]
    said = [one.lower() if one.isupper() else one[0].lower() + one[1:] for one in parts]
    return "; ".join(said) or None
