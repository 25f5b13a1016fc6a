"""Lead-ins that leave the act to the list items below them: "the delegation should:"."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.annotate.language.acts import act
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.units import Unit
from ingest.annotate.language.verbs import is_base
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word
from ingest.document import Span
from ingest.mention import Modality

STEPS = frozenset(("action", "actions", "steps", "tasks", "guidance", "instructions", "requested"))


@dataclass(frozen=True, slots=True)
class Lead:
    """What each list item below inherits; ``sure`` where the lead-in itself lacks its act."""

    modality: Modality
    label: str | None
    conditions: tuple[Span, ...]
    passage: str
    sure: bool
    own: tuple[Unit, Asked] | None = None
    """The lead-in itself, whose own act counts where no item takes it up."""


def is_open(asked: Asked, found: Sequence[Word]) -> bool:
    """Whether a modal's act is left to the items that follow, or is only "take the following steps:".

    >>> from ingest.annotate.directives.modals import modal_acts
    >>> from ingest.annotate.language.word import words
    >>> texts = ("Posts should:", "Posts should take the following steps:", "Posts should reply:")
    >>> [is_open(next(modal_acts(words(one), frozenset())), words(one)) for one in texts]
    [True, True, False]
    """
    if asked.act.lemma is None:
        return True
    rest = [one.low for one in found[asked.act.at :]]
    return (
        rest[-1:] == [":"]
        and rest[0] in ("take", "do", "pursue", "undertake")
        and bool((STEPS | {"following", "objectives"}) & set(rest))
    )


def announces(found: Sequence[Word]) -> bool:
    """Whether a heading or sentence without a modal announces what is to be done ("Action requested:").

    >>> from ingest.annotate.language.word import words
    >>> announces(words("Action requested:")), announces(words("We met in Paris:"))
    (True, False)
    """
    if not found or found[-1].low != ":" or len(found) > 14:
        return False
    lows = {one.low for one in found[:-1]}
    return bool(STEPS & lows) and "decisions" not in lows


def item_act(found: Sequence[Word], lead: Lead) -> Asked | None:
    """The act of a list item under a lead-in.

    >>> from ingest.annotate.language.word import words
    >>> lead = Lead("should", "delegation", (), "1", sure=True)
    >>> made = item_act(words("encourage more countries"), lead)
    >>> made and (made.act.lemma, made.label), item_act(words("Information on the text"), lead)
    (('encourage', 'delegation'), None)
    """
    start = 1 if found and found[0].low == "to" else 0
    if not lead.sure and not _is_verb(found, start):
        return None
    made = act(found, start, lead.modality)
    if made is None or made.lemma is None or made.passive:
        return None
    if not is_base(made.lemma.split()[0]) and not _has_object(found, made.at):
        return None  # "Information regarding ..." is no verb, "divulge the names" is one
    return Asked(made, 0, start, lead.label, "bullet")


def _has_object(found: Sequence[Word], at: int) -> bool:
    following = found[at + 1].low if at + 1 < len(found) else ""
    return is_kind(following, "determiner") or following in ("that", "them", "it", "him")


def _is_verb(found: Sequence[Word], start: int) -> bool:
    at = start
    while at < len(found) and (is_kind(found[at].low, "adverb") or found[at].low == "not"):
        at += 1
    return at < len(found) and is_base(found[at].low)
