"""Proposals told as wishes: "Russia suggested that ...", "asked that ... be", "wanted the Chair to ..."."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.holders import Named, holders_before
from ingest.annotate.language.verbs import gerund_of, is_base, known
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places
from ingest.annotate.proposals.proposed import (
    Proposed,
    bodies,
    is_for_the_regime,
    of_kind,
    regime_words,
    topic,
)

ASKED = frozenset(("asked", "requested"))
OFFERED = frozenset(("offered",))


FOR = of_kind("asking-for")
SEEING = frozenset(("wish", "wishes", "wished", "like", "want", "wants", "wanted", "hoped"))
OPENERS = of_kind("suggesting") | of_kind("wanting") | ASKED | OFFERED | FOR | SEEING


def asking(found: Sequence[Word], named: Named, gathered: Gatherings) -> Iterator[Proposed]:
    """The proposals that a sentence tells of as what a country asked the regime for.

    >>> from ingest.annotate.language.word import words
    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.tables import knowledge
    >>> found = words("Russia suggested that the item be dropped.")
    >>> made = asking(found, {0: ("RUS", 1)}, gatherings(knowledge()))
    >>> [(one.proponents, one.about) for one in made]
    [(('RUS',), (3, 7))]
    """
    for at in places(found, OPENERS):
        about = _asked(found, at, gathered) if 0 < at < len(found) - 2 else None
        verb = at - (found[at].low == "like")
        holders = None if about is None else holders_before(found, verb, named)
        if about is None or holders is None or not is_for_the_regime(found, about):
            continue
        if holders.start == 0 or found[holders.start - 1].low not in ("if", "should", "unless", "whether"):
            yield Proposed(holders.start, about[1], holders.codes, about, "country-asked")


def _asked(found: Sequence[Word], verb: int, gathered: Gatherings) -> tuple[int, int] | None:
    low, after = found[verb].low, found[verb + 1].low
    if low in of_kind("suggesting"):
        gerund = gerund_of(after) in known() and after.endswith("ing")
        if gerund:
            return verb + 1, clause_end(found, verb + 1)
        return _that(found, verb + 1, gathered) if after == "that" else None
    if low in FOR and after == "for":
        return _for_something(found, verb + 1, gathered)
    if low in ASKED:
        return _requested(found, verb, gathered)
    if low in SEEING and [one.low for one in found[verb + 1 : verb + 3]] == ["to", "see"]:
        return _to_be(found, verb + 3, gathered)
    if low in of_kind("wanting") and _to_be(found, verb + 1, gathered) is not None:
        return _to_be(found, verb + 1, gathered)
    if low in of_kind("wanting") or (low == "like" and found[verb - 1].low == "would"):
        return _body_to(found, verb + 1, gathered)
    if low in OFFERED and after == "to" and _names_regime(found, verb + 2, gathered):
        return verb + 2, clause_end(found, verb + 2)
    return None


def _requested(found: Sequence[Word], verb: int, gathered: Gatherings) -> tuple[int, int] | None:
    """What "asked that", "asked for an exemption", "requested an exception" or "asked Partners to" wishes."""
    if found[verb + 1].low == "that":
        return _that(found, verb + 1, gathered)
    if found[verb + 1].low == "for":
        return _for_change(found, verb + 1) or _for_something(found, verb + 1, gathered)
    body = _body_to(found, verb + 1, gathered)
    if body is not None:
        return body if found[body[0]].low in of_kind("deciding") else None
    first = verb + 1 + is_kind(found[verb + 1].low, "determiner")
    return (first, clause_end(found, first)) if found[first].low in of_kind("change") else None


def _for_something(found: Sequence[Word], at: int, gathered: Gatherings) -> tuple[int, int] | None:
    """What is wished in "called for an annual review of the Annex", if it bears on the regime."""
    about = topic(found, at)
    said = set() if about is None else {one.low for one in found[about[0] : about[1]]}
    return about if said & (regime_words(gathered) | of_kind("change")) else None


def _to_be(found: Sequence[Word], start: int, gathered: Gatherings) -> tuple[int, int] | None:
    """What is wished in "wants Item 3 to be renumbered" or "wishes to see the item split in two"."""
    end = clause_end(found, start)
    lows = [one.low for one in found[start:end]]
    passive = any(
        low in ("to", "be") and nxt.endswith(("be", "ed", "en")) for low, nxt in pairwise(lows)
    ) or any(low.endswith("ed") or low in ("split", "cut", "put", "set", "made", "kept") for low in lows[1:])
    return (start, end) if passive and set(lows) & regime_words(gathered) else None


def _that(found: Sequence[Word], that: int, gathered: Gatherings) -> tuple[int, int] | None:
    """What is wished in a clause whose verb stands bare or after "should": "that the item be dropped"."""
    end = clause_end(found, that + 1)
    for at in range(that + 2, end):
        low = found[at].low
        if is_kind(low, "auxiliary") and low != "be":
            return None
        bare = is_base(low) and known()[low]["also_noun"] == "" and found[at - 1].low != "to"
        asked = found[at - 1].low in bodies(gathered)
        bare = bare or (asked and not low.endswith("ed") and low[0].isalpha())
        if low in ("be", "should") or bare:
            return that + 1, _whole_end(found, at, end)
    return None


def _whole_end(found: Sequence[Word], verb: int, end: int) -> int:
    return max(end, clause_end(found, verb))


def _for_change(found: Sequence[Word], at: int) -> tuple[int, int] | None:
    about = topic(found, at) if found[at].low == "for" else None
    return (
        about if about is not None and found[at + 1].low == "an" and _names_exemption(found, at + 2) else None
    )


def _names_exemption(found: Sequence[Word], at: int) -> bool:
    return found[at].low in ("exemption", "exception", "amendment", "extension")


def _body_to(found: Sequence[Word], at: int, gathered: Gatherings) -> tuple[int, int] | None:
    """What is wanted of a body of the regime: "the Plenary to issue a statement"."""
    body = at + is_kind(found[at].low, "determiner")
    if body + 2 >= len(found) or found[body].low not in bodies(gathered) or found[body + 1].low != "to":
        return None
    return (body + 2, clause_end(found, body + 2)) if is_base(found[body + 2].low) else None


def _names_regime(found: Sequence[Word], start: int, gathered: Gatherings) -> bool:
    return any(one.low in regime_words(gathered) for one in found[start : clause_end(found, start)])
