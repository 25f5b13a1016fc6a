"""Acts asked for in the imperative: "Please convey ...", "If asked, inform Partners ..."."""

from collections.abc import Sequence
from functools import cache

from ingest.annotate.language.acts import act
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.verbs import finite_of, known
from ingest.annotate.language.vocabulary import is_kind, phrases, table
from ingest.annotate.language.word import Word, places
from ingest.mention import Modality

POLITE = frozenset(("please", "pls", "kindly"))
OBJECTS = frozenset(("that", "you", "them", "it", "him", "her", "us"))
LABELS = 4
"""How many words a label before a colon may have ("Action request: deliver ...")."""


def imperative(found: Sequence[Word]) -> Asked | None:
    """What a sentence in the imperative asks for; the rule is "please" where it says so.

    >>> from ingest.annotate.language.word import words
    >>> made = [imperative(words(text)) for text in ("Please report replies.", "France reports.")]
    >>> [one and (one.rule, one.act.lemma) for one in made]
    [('please', 'report'), None]
    """
    polite = _please(found)
    if polite is not None:
        return _order(found, polite, polite + 1, "please")
    start = _opening(found)
    if [one.low for one in found[start : start + 2]] == ["do", "not"]:
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
    return opens or is_kind(first, "adverb")


def _order(found: Sequence[Word], start: int, at: int, rule: str) -> Asked | None:
    modality: Modality = "should"
    if [one.low for one in found[at : at + 2]] == ["do", "not"]:
        at, modality = at + 2, "should-not"
    made = act(found, at, modality) if at < len(found) else None
    if made is None or made.passive or (made.lemma is None and rule != "please"):
        return None
    return Asked(made, start, start, None, rule)


def _please(found: Sequence[Word]) -> int | None:
    """The index of a "please" that opens a sentence or clause, or follows an addressee."""
    for at in places(found, POLITE):
        if not found[at].depth:
            opens = at == 0 or found[at - 1].is_mark or phrases("addressees", "head").ending(found, at)
            return at if opens else None
    return None


def _opening(found: Sequence[Word]) -> int:
    """Past a label, connectives and a leading condition."""
    at = _past_label(found)
    while at < len(found):
        cue = phrases("conditions").at(found, at)
        if cue is not None and cue.row["kind"] not in ("not-a-condition", "inversion"):
            stop = next((index for index in range(cue.end, len(found)) if found[index].low == ","), None)
            if stop is None:
                return len(found)
            at = stop + 1
        elif is_kind(found[at].low, "adverb") or (at and found[at].low == ","):
            at += 1
        else:
            return at
    return at


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
    if found[at].low in _elided() and following.low != "by":
        return False
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
