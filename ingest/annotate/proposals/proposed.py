"""A proposal as it is found in a sentence, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.verbs import finite_of, is_base
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word

TOPIC = frozenset(
    ("on", "for", "regarding", "concerning", "about", "of", "re", "proposing", "suggesting", "to", "that")
)
CHANGING = frozenset(("deleting", "adding", "amending", "replacing", "requiring", "making", "setting"))
VERB_FOLLOWS = frozenset(("should", "may", "must", "shall", "can", "could", "might", "to"))


@dataclass(frozen=True, slots=True)
class Proposed:
    """Words ``start`` to ``end`` name the proposal; no ``about`` where only its proponents are named."""

    start: int
    end: int
    proponents: tuple[str, ...]
    about: tuple[int, int] | None
    rule: str
    outlined_in: str | None = None
    generic: bool = False


@cache
def of_kind(kind: str) -> frozenset[str]:
    """The words of one kind in the table of proposal words.

    >>> "proposal" in of_kind("noun"), "tabled" in of_kind("tabling")
    (True, True)
    """
    return frozenset(row["word"] for row in table("proposal_words") if row["kind"] == kind)


@lru_cache(maxsize=4)
def bodies(known: Gatherings) -> frozenset[str]:
    """The words for a regime, its meetings and its members, of whom something may be wanted.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.tables import knowledge
    >>> {"plenary", "rpoc", "partners"} <= bodies(gatherings(knowledge()))
    True
    """
    return of_kind("body") | known.members | known.bodies


@lru_cache(maxsize=4)
def regime_words(known: Gatherings) -> frozenset[str]:
    """The words of which one stands where a regime is asked for something.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.tables import knowledge
    >>> {"agenda", "tem", "non-partners", "mtcr"} <= regime_words(gatherings(knowledge()))
    True
    """
    others = {f"non-{word}" for word in known.members}
    return of_kind("regime-word") | known.members | known.acronyms | known.bodies | others


def topic(found: Sequence[Word], at: int) -> tuple[int, int] | None:
    """What a proposal is about, said from that word on: "on ...", "to ...", "deleting ...", "which ...".

    >>> from ingest.annotate.language.word import words
    >>> topic(words("proposal on end use controls."), 1), topic(words("proposal by France"), 1)
    ((2, 5), None)
    """
    start = at + 1
    if at + 2 < len(found) and found[at].low == "," and found[at + 1].low == "which":
        start = at + 2
    elif at + 1 < len(found) and found[at].low in CHANGING:
        start = at
    elif at + 1 >= len(found) or found[at].low not in TOPIC:
        return None
    plain = found[at].low in TOPIC - {"to", "that"} and not is_kind(found[start].low, "opener")
    end = _topic_end(found, start, clause_end(found, start), plain=plain)
    return (start, end) if end > start else None


def _topic_end(found: Sequence[Word], start: int, end: int, *, plain: bool) -> int:
    acts = found[start - 1].low == "to"
    for at in range(start + 1, end):
        low = found[at].low
        acts = acts and not is_kind(low, "opener")
        listed = low in ("or", "and") and at + 1 < end and found[at + 1].low in TOPIC - {"to", "that", "of"}
        listed = listed or (low == "and" and at + 1 < end and finite_of(found[at + 1].low) is not None)
        listed = listed or (low == "and" and _another(found[at + 1 : min(end, at + 5)]))
        other = low in ("consistent", "ref", "refs", "reftel", ",") or low in of_kind("telling")
        if listed or other or _verb_follows(found, at, plain=plain, acts=acts):
            return _without_small(found, start, at)
    return _without_small(found, start, end)


def _another(found: Sequence[Word]) -> bool:
    """Whether "and" adds another proposal: "the Greek text on drones"."""
    nouns = of_kind("noun") | of_kind("draft-noun")
    return bool(found) and found[0].low == "the" and any(one.low in nouns for one in found[2:])


def _verb_follows(found: Sequence[Word], at: int, *, plain: bool, acts: bool) -> bool:
    """Whether the sentence's own verb stands there, the topic being over."""
    low = found[at].low
    if low == "to" and not (at + 1 < len(found) and is_base(found[at + 1].low)):
        return False
    if plain and (is_kind(low, "auxiliary", "opener") or low in VERB_FOLLOWS):
        return True
    if acts and (is_kind(low, "auxiliary") or low in VERB_FOLLOWS - {"to"}) and found[at - 1].low != "to":
        return True
    if (plain or acts) and finite_of(low) is not None and not low.endswith("s"):
        return True
    # a verb that no table has: "the text on machines gathered wide backing"
    after = found[at + 1].low if at + 1 < len(found) else "."
    closing = is_kind(after, "determiner", "preposition", "adverb") or not after[0].isalnum()
    plural = found[at - 1].low.endswith("s") and not is_kind(found[at - 1].low, "determiner")
    return plain and low.endswith("ed") and len(low) > 4 and (plural or closing) and low.isalpha()


def _without_small(found: Sequence[Word], start: int, end: int) -> int:
    while end > start and (
        found[end - 1].is_mark
        or is_kind(found[end - 1].low, "preposition", "determiner", "conjunction", "auxiliary")
    ):
        end -= 1
    return end


def label_after(found: Sequence[Word], at: int) -> tuple[str, int] | None:
    """The label of "(outlined) in REF A" within a few words, and the index after it.

    >>> from ingest.annotate.language.word import words
    >>> label_after(words("outlined in ref A and"), 1), label_after(words("in May; ref A"), 0)
    (('A', 4), None)
    """
    for index in range(at, min(len(found) - 1, at + 10)):
        if found[index].low in (",", ";", "."):
            return None
        if found[index].low == "ref" and len(found[index + 1].low) == 1 and found[index + 1].low.isalpha():
            return found[index + 1].low.upper(), index + 2
    return None


def is_for_the_regime(found: Sequence[Word], about: tuple[int, int]) -> bool:
    """Whether a regime could take up what is said there: no toast, no resolution of the Council.

    An offer to host a meeting is an invitation, and no proposal.

    >>> from ingest.annotate.language.word import words
    >>> texts = ("a new control list", "host the Plenary")
    >>> [is_for_the_regime(words(one), (0, len(words(one)))) for one in texts]
    [True, False]
    """
    said = [one.low for one in found[about[0] : about[1]]]
    bearing = {
        low
        for low in said
        if low[0].isalnum() and not is_kind(low, "determiner", "preposition", "conjunction", "adverb")
    }
    hosting = found[about[0]].low in ("host", "hosting", "chair", "chairing")
    return bool(bearing - of_kind("trifle") - {"more"}) and not hosting and not bearing & of_kind("elsewhere")
