"""Acts whose subject is a pronoun: "The delegation should listen. It may also ask ..."."""

from collections.abc import Sequence

from ingest.annotate.language.acts import Act
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.subjects import skip_back
from ingest.annotate.language.verbs import gerund_of, is_base
from ingest.annotate.language.vocabulary import is_kind, phrases, table
from ingest.annotate.language.word import Word


def is_pronoun(found: Sequence[Word], modal: int, made: Act, label: str, last: Asked | None) -> bool:
    """Whether a pronoun for the addressee called *label* is the subject of the modal at that index.

    It opens the sentence, or goes on after the act before it ("but it may support others").

    >>> from ingest.annotate.language.word import words
    >>> sign = Act("may", "sign", 2)
    >>> [is_pronoun(words(one), 1, sign, "delegation", None) for one in ("It may sign.", "France may sign.")]
    [True, False]
    """
    at = skip_back(found, modal)
    if at == 0 or made.passive or not _may_mean(found[at - 1].low, label):
        return False
    before = found[: at - 1]
    if all(is_kind(one.low, "adverb", "conjunction") or one.is_mark for one in before):
        return True
    if before[-1].low == "," and _leads(before):
        return True
    if made.lemma is None or not is_base(made.lemma.split()[0]):
        return False
    if before[-1].low in (";", "--"):
        return True
    joined = before[-1].low in ("and", "but")
    return joined and last is not None and not _reports(found, last, at)


def _leads(before: Sequence[Word]) -> bool:
    """Whether those words are a phrase or condition that leads a sentence ("Drawing on REF C,")."""
    if phrases("conditions").at(before, 0) is not None:
        return True
    opens = gerund_of(before[0].low) is not None or is_kind(before[0].low, "preposition", "adverb")
    cue = phrases("dependence_cues").at(before, 0)
    return (opens or cue is not None) and not any(
        is_kind(one.low, "auxiliary") or phrases("modals").at(before, at) is not None
        for at, one in enumerate(before)
    )


def _may_mean(pronoun: str, label: str) -> bool:
    if pronoun in ("he", "she"):
        return label in {row["label"] for row in table("addressees") if row["person"] == "yes"}
    return pronoun in ("it", "they")


def _reports(found: Sequence[Word], last: Asked, end: int) -> bool:
    """Whether a "that" or "which" is open behind the act before, in which the pronoun may stand."""
    return any(is_kind(one.low, "opener") for one in found[last.act.at : end])
