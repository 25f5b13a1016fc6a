"""Acts asked for in the imperative: "Please convey ...", "If asked, inform Partners ..."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ingest.annotate.language.acts import act
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.verbs import finite_of, known
from ingest.annotate.language.vocabulary import is_kind, phrases, table
from ingest.annotate.language.word import Word, places

POLITE = frozenset(("please", "pls", "kindly"))
BEING = frozenset(("guide",))
"""What the reader is asked to be ("please be guided by"); "be advised" only tells him something."""
OBJECTS = frozenset(("that", "you", "them", "it", "him", "her", "us"))
CLAUSES = frozenset((";",))
LONGEST = 12
"""How many words a phrase may have that leads an order ("with the Swiss, stress cost")."""
LABELS = 4
"""How many words a label before a colon may have ("Action request: deliver ...")."""


def imperatives(found: Sequence[Word]) -> Iterator[Asked]:
    """What a sentence in the imperative asks for, clause by clause; the rule is "please" where it says so.

    >>> from ingest.annotate.language.word import words
    >>> made = [imperatives(words(text)) for text in ("Please report; do not wait.", "France reports.")]
    >>> [[(one.rule, one.act.modality, one.act.lemma) for one in each] for each in made]
    [[('please', 'should', 'report'), ('imperative', 'should-not', 'wait')], []]
    """
    first = _imperative(found, 0)
    if first is None:
        return
    yield first
    for at in places(found, CLAUSES):
        later = None if at < first.act.at or found[at].depth else _imperative(found, at + 1)
        if later is not None:
            yield replace(later, clause=at)


def _imperative(found: Sequence[Word], clause: int) -> Asked | None:
    polite = None if clause else _please(found)
    if polite is not None:
        return _order(found, polite, polite + 1, "please")
    start = _opening(found, clause)
    if [one.low for one in found[start : start + 2]] == ["do", "not"]:
        return _order(found, start, start, "imperative")
    cue = phrases("act_wrappers").at(found, start)
    if cue is not None and cue.end - cue.start > 1 and cue.row["effect"] != "keep":
        return _order(found, start, start, "imperative")
    return _order(found, start, start, "imperative") if _orders(found, start) else None


def may_order(said: Sequence[str]) -> bool:
    """Whether a sentence of those words may be in the imperative: by its first, or by what may stand before.

    >>> [may_order(one.split()) for one in ("report replies .", "if asked , report .", "france reports .")]
    [True, True, False]
    """
    if not said or ":" in said[: LABELS + 1]:
        return bool(said)
    first = said[0]
    opens = first == "do" or first in known() or first in phrases("conditions").first
    wrapped = first in phrases("act_wrappers").first
    return opens or wrapped or is_kind(first, "adverb") or (is_kind(first, "preposition") and "," in said)


def _order(found: Sequence[Word], start: int, at: int, rule: str) -> Asked | None:
    if [one.low for one in found[at : at + 2]] == ["do", "not"]:
        at += 1
    made = act(found, at, "should") if at < len(found) else None
    if (
        made is None
        or (made.passive and made.lemma not in BEING)
        or (made.lemma is None and rule != "please")
    ):
        return None
    return Asked(made, start, start, None, rule)


def _please(found: Sequence[Word]) -> int | None:
    """The index of a "please" that opens a sentence or clause, or follows an addressee."""
    for at in places(found, POLITE):
        if not found[at].depth:
            opens = at == 0 or found[at - 1].is_mark or phrases("addressees", "head").ending(found, at)
            return at if opens else None
    return None


def _opening(found: Sequence[Word], clause: int) -> int:
    """Past a label, connectives, a leading condition and "with the Swiss,"."""
    at = clause or _past_label(found)
    while at < len(found):
        cue = phrases("conditions").at(found, at)
        if cue is not None and cue.row["kind"] not in ("not-a-condition", "inversion"):
            stop = next((index for index in range(cue.end, len(found)) if found[index].low == ","), None)
            if stop is None:
                return len(found)
            at = stop + 1
        elif is_kind(found[at].low, "adverb") or (at and found[at].low == ","):
            at += 1
        elif is_kind(found[at].low, "preposition") and (stop := _phrase_end(found, at)) is not None:
            at = stop + 1
        else:
            return at
    return at


def _phrase_end(found: Sequence[Word], at: int) -> int | None:
    """The comma behind a phrase without a verb that leads a clause ("in your talks with the host, ...")."""
    for index in range(at + 1, min(len(found), at + LONGEST)):
        low = found[index].low
        if low == ",":
            return index
        if found[index].is_mark or is_kind(low, "auxiliary", "opener") or finite_of(low) is not None:
            return None
    return None


def _past_label(found: Sequence[Word]) -> int:
    for index in range(min(len(found), LABELS + 1)):
        if found[index].low == ":":
            return index + 1
    return 0


def _orders(found: Sequence[Word], at: int) -> bool:
    """Whether a bare verb at the beginning orders something and is not a noun or an elided "we"."""
    row = known().get(found[at].low) if at < len(found) else None
    if row is None or at + 1 >= len(found):
        return False
    following = found[at + 1]
    if (found[at].low in _elided() and following.low != "by") or _thanks(found, at):
        return False
    if found[at].low == "let" and following.low in ("us", "me"):
        return False
    if finite_of(following.low) is not None and following.low[-1:] != "s" and _leads_on(found, at + 2):
        return False  # "Lodge followed with a statement"
    if following.is_mark and following.low not in ('"', "“"):
        return False
    if is_kind(following.low, "auxiliary", "conjunction") or following.low in ("should", "may", "must"):
        return False
    if row["also_noun"] == "":
        return True
    if following.low == "no" and at + 2 < len(found) and found[at + 2].is_mark:
        return False  # "REPORT NO. 369"
    if is_kind(following.low, "determiner") or following.low in OBJECTS:
        return True
    return (
        row["opens"] == "yes" and not is_kind(following.low, "preposition") and not _has_verb(found, at + 1)
    )


def _leads_on(found: Sequence[Word], at: int) -> bool:
    return at < len(found) and is_kind(found[at].low, "preposition", "determiner", "opener")


def _thanks(found: Sequence[Word], at: int) -> bool:
    """Whether the writer thanks the reader ("Thank you for the report")."""
    return found[at].low == "thank" and found[at + 1].low == "you"


def _has_verb(found: Sequence[Word], at: int) -> bool:
    """Whether a finite verb follows, of which what stands before it may be the subject."""
    return any(
        is_kind(one.low, "auxiliary") or (finite_of(one.low) is not None and not one.low.endswith("s"))
        for one in found[at:]
    )


@cache
def _elided() -> frozenset[str]:
    """Verbs that open telegraphic sentences with "we" left out ("Appreciate your report")."""
    return frozenset(row["verb"] for row in table("elided_subjects"))
