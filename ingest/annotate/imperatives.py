"""Acts asked for in the imperative: "Please convey ...", "If asked, inform Partners ..."."""

from collections.abc import Sequence

from ingest.annotate.acts import act
from ingest.annotate.asked import Asked
from ingest.annotate.verbs import known
from ingest.annotate.vocabulary import is_kind, phrases, table
from ingest.annotate.word import Word
from ingest.mention import Modality

LABELS = 4
"""How many words a label before a colon may have ("Action request: deliver ...")."""


def imperative(found: Sequence[Word]) -> Asked | None:
    """What a sentence in the imperative asks for."""
    start = _opening(found)
    if start >= len(found):
        return None
    polite = found[start].low in ("please", "pls", "kindly")
    at = start + polite
    modality: Modality = "should"
    if [one.low for one in found[at : at + 2]] == ["do", "not"]:
        at, modality, polite = at + 2, "should-not", True
    made = act(found, at, modality)
    if made is None or made.lemma is None or made.passive:
        return (
            None
            if made is None or made.lemma is not None or not polite
            else Asked(made, start, start, None, "imperative")
        )
    if not polite and not _orders(found, at):
        return None
    return Asked(made, start, start, None, "imperative")


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
    row = known().get(found[at].low)
    if row is None or found[at].low in _elided() or at + 1 >= len(found):
        return False
    following = found[at + 1]
    if following.is_mark and following.low not in ('"', "“"):
        return False
    if is_kind(following.low, "auxiliary", "conjunction") or following.low in ("should", "may", "must"):
        return False
    if row["also_noun"] != "yes":
        return True
    return is_kind(following.low, "determiner") or following.low in ("that", "you", "them")


def _elided() -> frozenset[str]:
    """Verbs that open telegraphic sentences with "we" left out ("Appreciate your report")."""
    return frozenset(row["verb"] for row in table("elided_subjects"))
