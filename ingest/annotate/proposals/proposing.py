"""Proposals told as events: "Russia proposed ...", "Turkey tabled a proposal on ..."."""

from collections.abc import Iterator, Sequence

from ingest.annotate.language.complements import clause_end, noun_phrase_before
from ingest.annotate.language.holders import Named, holders_before
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places
from ingest.annotate.proposals.proposed import Proposed, is_for_the_regime, of_kind, topic

FLOATED = frozenset(("floated", "tabled", "reintroduced"))
"""What is put so is a proposal, whatever it is called."""
OPENERS = of_kind("future") | of_kind("tabling") | {"proposed", "put", "came", "brought", "handed"}


def proposing(found: Sequence[Word], named: Named) -> Iterator[Proposed]:
    """The proposals that a sentence tells of, by a country's verb or "proposed by" a country.

    >>> from ingest.annotate.language.word import words
    >>> found = words("France proposed a new working group.")
    >>> [(one.proponents, one.about) for one in proposing(found, {0: ("FRA", 1)})]
    [(('FRA',), (2, 6))]
    """
    for at in places(found, OPENERS):
        made: Proposed | None = None
        if found[at].low == "proposed":
            made = _by_country(found, at, named) or _country_proposed(found, at, named)
        elif _tabled(found, at):
            made = _country_tabled(found, at, named) or _put_by(found, at, named)
        if made is not None:
            yield made


def _tabled(found: Sequence[Word], at: int) -> bool:
    if at and found[at].low in of_kind("future") and found[at - 1].low == "will":
        return True
    lows = [one.low for one in found[at : at + 4]]
    return (
        lows[0] in of_kind("tabling")
        or lows[:3] == ["came", "forward", "with"]
        or lows[:2] in (["brought", "forward"], ["handed", "out"], ["handed", "round"])
        or lows[:2] == ["put", "forward"]
        or lows == ["put", "on", "the", "table"]
    )


def _put_by(found: Sequence[Word], at: int, named: Named) -> Proposed | None:
    """What is not called a proposal in "the definition put forward by Norway"."""
    nouns = of_kind("noun") | of_kind("draft-noun") | of_kind("asking-noun")
    made = _by_country(found, at, named, last=at + (found[at].low == "put"))
    inside = () if made is None or made.about is None else found[made.about[0] : made.about[1]]
    called = any(one.low in nouns - {"definition", "document", "guide"} for one in inside)
    return None if len(inside) < 2 or called else made


def _country_proposed(found: Sequence[Word], verb: int, named: Named) -> Proposed | None:
    holders = holders_before(found, verb, named)
    if holders is None or _conditional(found, holders.start) or verb + 2 >= len(found):
        return None
    shut = next((at for at in range(verb + 2, min(verb + 8, len(found) - 2)) if found[at].low == ","), None)
    if found[verb + 1].low == "," and shut is not None:
        verb = shut  # "proposed, and Portugal seconded, an early date"
    after = found[verb + 1]
    start = verb + 2 if after.low in ("to", "that") else verb + 1
    if (
        after.is_mark
        or is_kind(after.low, "auxiliary", "conjunction")
        or (start == verb + 1 and is_kind(after.low, "preposition"))
    ):
        return None
    about = (start, clause_end(found, start))
    if not is_for_the_regime(found, about):
        return None
    return Proposed(holders.start, about[1], holders.codes, about, "country-proposed")


def _conditional(found: Sequence[Word], start: int) -> bool:
    return start > 0 and found[start - 1].low in ("if", "should", "unless", "whether")


def _country_tabled(found: Sequence[Word], verb: int, named: Named) -> Proposed | None:
    holders = holders_before(found, verb - (found[verb - 1].low == "will"), named)
    if holders is None or _conditional(found, holders.start):
        return None
    for noun in range(verb + 1, min(len(found), verb + 8)):
        if found[noun].is_mark and found[noun].low not in ("-", "/"):
            return None
        about = _put(found, verb, noun)
        if about is not None:
            break
    else:
        about = _anything(found, verb)
    if about is None or not is_for_the_regime(found, about):
        return None
    return Proposed(holders.start, about[1], holders.codes, about, "country-tabled")


def _anything(found: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """What "floated a two-tier list" or "tabled the addition of three pumps" put to the regime."""
    if found[verb].low not in FLOATED or verb + 2 >= len(found):
        return None
    low = found[verb + 1].low
    about = (verb + 1, clause_end(found, verb + 1))
    said = {one.low for one in found[about[0] : about[1]]}
    named = said & (of_kind("noun") | of_kind("draft-noun") | of_kind("remark") | of_kind("own-law"))
    small = is_kind(low, "preposition", "conjunction", "opener", "auxiliary", "adverb")
    return None if named or small or found[verb + 1].is_mark else about


def _put(found: Sequence[Word], verb: int, noun: int) -> tuple[int, int] | None:
    """What was tabled, if that word is the noun for it: its topic, or the whole phrase ("a model law on")."""
    low = found[noun].low
    about = topic(found, noun + 1)
    modified = next((at for at in range(verb + 1, noun) if found[at].low in ("model", "draft")), None)
    if about is not None and modified is not None and low not in of_kind("noun"):
        return modified, about[1]
    if about is None or low in of_kind("asking-noun") or _opens(found[noun + 1].low):
        return None
    if low in of_kind("noun") or found[noun + 1].low == "proposing":
        return about
    if low in of_kind("draft-noun") and found[verb].low not in ("presented", "made", "provided"):
        return about
    return about if low in of_kind("draft-noun") - {"paper", "statement"} else None


def _opens(low: str) -> bool:
    return is_kind(low, "opener") and low != "that"


def _by_country(
    found: Sequence[Word], participle: int, named: Named, *, last: int | None = None
) -> Proposed | None:
    """The proposal in "changes to item 9 proposed by Germany"."""
    at = (participle if last is None else last) + 1
    if at + 1 >= len(found) or found[at].low != "by":
        return None
    first = at + 1 + (found[at + 1].low == "the")
    if first not in named:
        return None
    code, end = named[first]
    if found[participle - 1].low in ("was", "were", "been"):
        return _was_proposed(found, participle, (code, end))
    start = noun_phrase_before(found, participle)
    if start >= participle or found[start].low in of_kind("tabling"):
        return None
    return Proposed(start, end, (code,), (start, participle), "proposed-by")


def _was_proposed(found: Sequence[Word], participle: int, by: tuple[str, int]) -> Proposed | None:
    """The proposal in "it was proposed by Chile that ..." or "the entry was proposed by Chile"."""
    code, end = by
    stop = participle - 1
    while stop > 1 and is_kind(found[stop - 1].low, "auxiliary", "adverb"):
        stop -= 1
    if found[stop - 1].low == "it":
        about = (end + 1, clause_end(found, end + 1))
        that = end + 2 < len(found) and found[end].low in ("that", "to")
        return Proposed(stop - 1, about[1], (code,), about, "proposed-by") if that else None
    start = noun_phrase_before(found, stop)
    if found[participle].low != "proposed" or start >= stop or not is_for_the_regime(found, (start, stop)):
        return None
    return Proposed(start, end, (code,), (start, stop), "proposed-by")
