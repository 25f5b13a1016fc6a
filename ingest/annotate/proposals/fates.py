"""What became of a proposal: "was withdrawn", "which Partners accepted", "the Plenary adopted the text"."""

from collections.abc import Mapping, Sequence
from typing import Final

from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.verbs import known as verbs
from ingest.annotate.language.vocabulary import Phrases, is_kind, phrases
from ingest.annotate.language.word import Word
from ingest.annotate.proposals.proposed import Proposed
from ingest.mention import Fate

_FATES: Final[Mapping[str, Fate]] = {
    "adopted": "adopted",
    "deferred": "deferred",
    "referred": "referred",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
}
_FAR: Final = 24
_NEAR: Final = 4
_TO: Final = frozenset(("to", "back", "on"))


def fate(found: Sequence[Word], one: Proposed, known: Gatherings) -> Fate | None:
    """What the sentence says became of a proposal that it names.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.annotate.language.word import words
    >>> from ingest.tables import knowledge
    >>> texts = ("The French text on drones was withdrawn.", "The French text on drones was long.")
    >>> made = Proposed(1, 5, ("FRA",), (4, 5), "national-proposal")
    >>> [fate(words(text), made, gatherings(knowledge())) for text in texts]
    ['withdrawn', None]
    """
    return _before(found, one, known) or _behind(found, one, known)


def _before(found: Sequence[Word], one: Proposed, known: Gatherings) -> Fate | None:
    """With a verb before it: "withdrew its proposal", "the Plenary adopted the French text"."""
    acts = phrases("proposal_acts_of_fate")
    for at in range(max(0, one.start - _NEAR), min(len(found), one.start + _NEAR)):
        cue = acts.at(found, at)
        if cue is None or found[at - 1].low in ("not", "to", "never", "was", "were", "been", "be"):
            continue
        between = found[cue.end : one.start]
        if any(word.is_mark or not is_kind(word.low, "determiner", "adverb") for word in between):
            continue
        who = found[at - 1].low if at else ""
        ours = who in known.actors or known.series_before(found, at) > 0
        if (cue.row["who"] == "members") == ours and (ours or at > 0):
            return _FATES[cue.row["fate"]]
    if one.rule == "proposal-by" and one.about is not None and one.about[0] - 1 > one.end:
        return "adopted"
    return None


def _behind(found: Sequence[Word], one: Proposed, known: Gatherings) -> Fate | None:
    """With a verb behind it: "was adopted as a guide", ", which Partners accepted"."""
    first = one.start + 1
    for at in range(first, min(len(found), max(one.end, one.start) + _FAR)):
        low = found[at].low
        if low in (";", ".") or (low in ("and", "but") and _new_clause(found, at + 1)):
            return None
        if low == "which" and found[at - 1].low == ",":
            return _which(found, at + 1, known)
        outcome = phrases("proposal_outcomes").at(found, at) if at >= one.end else None
        if outcome is not None:
            return _FATES[outcome.row["fate"]]
        if low in ("was", "were", "been"):
            return _passive(found, at + 1)
        if (
            at >= one.end
            and _is_verb(low)
            and found[at - 1].low not in (",", "by")
            and low not in _PARTICIPLES
        ):
            return None
    return None


_PARTICIPLES: Final = frozenset(
    ("tabled", "proposed", "submitted", "circulated", "introduced", "drafted", "outlined")
)


def _passive(found: Sequence[Word], at: int) -> Fate | None:
    while at < len(found) and is_kind(found[at].low, "adverb"):
        at += 1
    cue = _fates().at(found, at)
    if cue is None:
        return None
    if cue.row["fate"] == "referred" and not {word.low for word in found[cue.end : cue.end + 2]} & _TO:
        return None
    rest = [word.low for word in found[cue.end : cue.end + 4]]
    return None if rest[:2] == ["by", "some"] else _FATES[cue.row["fate"]]


def _which(found: Sequence[Word], at: int, known: Gatherings) -> Fate | None:
    """What "which Partners accepted" or "which was withdrawn" says."""
    if at < len(found) and found[at].low in ("was", "were"):
        return _passive(found, at + 1)
    for verb in range(at + 1, min(len(found), at + 5)):
        cue = phrases("proposal_acts_of_fate").at(found, verb)
        ours = found[verb - 1].low in known.actors or known.series_before(found, verb) > 0
        if cue is not None and ours:
            return _FATES[cue.row["fate"]]
    return None


def _fates() -> Phrases:
    return phrases("proposal_fates")


def _new_clause(found: Sequence[Word], at: int) -> bool:
    """Whether a clause with a subject of its own follows."""
    return at < len(found) and is_kind(found[at].low, "determiner")


def _is_verb(low: str) -> bool:
    lemma = finite_of(low)
    return lemma is not None and not (low.endswith("s") and verbs()[lemma]["also_noun"] == "yes")
