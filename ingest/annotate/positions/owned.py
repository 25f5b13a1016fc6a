"""Stances told as something that a country has: "Mexico's opposition to the fee", "sympathy in Ottawa"."""

from collections.abc import Iterator, Sequence

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Named, owners_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, lemmas_of
from ingest.annotate.language.verbs import finite_of, is_base
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places
from ingest.annotate.positions.met import goes_on
from ingest.annotate.positions.nouns import held_nouns
from ingest.annotate.positions.passive_stances import listed

TOWARDS = frozenset(("to", "for", "about", "over", "on", "in", "with", "at", "regarding", "that", "as"))
AGENTS = frozenset(("by", "of", "in", "from", "among"))
NEED_MORE = frozenset(
    ("support", "backing", "approval", "interest", "sympathy", "endorsement", "favor", "demand", "wish",
     "bid", "application", "call", "plea", "acceptance", "assent", "aversion", "antipathy")
)  # fmt: skip
"""Nouns that say too little without words of what they are towards ("with Japanese support")."""
ENDED = frozenset(
    ("withdrawn", "dropped", "overcome", "met", "lifted", "resolved", "removed", "if", "would", "could")
)
ESSENTIAL = frozenset(("essential", "needed", "crucial", "critical", "vital", "important", "required",
                       "necessary", "key", "indispensable", "decisive", "sought", "expected"))  # fmt: skip
"""What is said of a support that is not yet there."""
SCANT = frozenset(("little", "no", "scant", "few", "lacks", "lacked", "lack", "saw", "sees", "see"))
TOLD = frozenset(("expressed", "voiced", "raised", "lodged", "registered", "entered", "stated", "made",
                  "came", "comes", "recorded", "noted", "aired", "put", "placed", "conveyed"))  # fmt: skip
WISHED = frozenset(("seek", "need", "want", "request", "urge", "obtain", "secure", "win", "gain", "solicit",
                    "enlist", "encourage", "lack", "lose", "ask", "await", "hope", "ensure", "press", "get",
                    "require", "drum", "build", "overcome", "neutralize", "avoid", "prevent", "forestall",
                    "defuse", "counter", "anticipate", "expect", "address"))  # fmt: skip
UNREAL = frozenset(("without", "if", "whether", "unless", "any", "no", "should", "subject", "pending", "for",
                    "may", "might", "event", "case", "possible", "potential", "former", "previous",
                    "earlier", "absent"))  # fmt: skip
DONE_TO = frozenset(("rejection", "endorsement", "acceptance", "approval", "criticism", "condemnation",
                     "appreciation", "admiration", "praise", "dislike", "distaste", "fear", "fears",
                     "mistrust", "suspicion", "suspicions", "understanding", "hope", "hopes"))  # fmt: skip
"""Nouns that others have of whom "of" names: "the rejection of Israel"."""
MERELY = frozenset(("favor", "interest", "demand", "wish"))
"""Nouns that others than governments have, or that are had of somebody."""
DENYING = frozenset(("not", "never", "would", "could", "no"))
PERSONS = frozenset(("we", "usdel"))
AGREEING = frozenset(("accept", "agree", "support", "join", "endorse", "approve", "go", "consider", "back"))
BACK = 7
"""How many words before a noun may tell that it is only wished for."""


def owned(found: Sequence[Word], named: Named) -> Iterator[Said]:
    """The stances that sentences take for granted with a noun and the name of who has it.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Mexico's opposition to the fee is well known.")
    >>> [(one.codes, one.stance, one.towards) for one in owned(found, {0: ("MEX", 1)})]
    [(('MEX',), 'opposes', (3, 5))]
    """
    nouns = held_nouns(note="owned")
    for at in places(found, nouns.keys()):
        made = _possessed(found, at, named) or _had_by(found, at, named) or _voiced_by(found, at, named)
        if made is None:
            continue
        codes, start, end, towards = made
        behind = {one.low for one in found[end : clause_end(found, end)]}
        if not (_wished(found, start) or ENDED & behind or (ESSENTIAL & behind and BE & behind)):
            yield Said(start, end, codes, nouns[found[at].low], towards, None, None, "owned-stance")


_Made = tuple[tuple[str, ...], int, int, tuple[int, int] | None]


def _possessed(found: Sequence[Word], noun: int, named: Named) -> _Made | None:
    """Its owners before the noun: "Mexico's strong opposition", "Italian and Belgian opposition"."""
    at = noun
    while at > max(0, noun - 4) and at not in _ends(named) and not found[at - 1].is_mark:
        if found[at - 1].low in SCANT:
            return None  # "the Ukrainian side evinced little interest"
        if is_kind(found[at - 1].low, "preposition", "opener", "auxiliary", "determiner", "conjunction"):
            return _ours(found, at - 1, noun)
        at -= 1
    owners = owners_before(found, at, named)
    if owners is None:
        return _ours(found, at - 1, noun) if at else None
    end, towards = _towards(found, noun)
    possessive = found[at - 1].low.endswith(("'s", "s'", "'"))
    if found[noun].low in ("interest", "interests") and owners.start and found[owners.start - 1].low == "in":
        return None  # "it is in Turkey's interest to wait"
    if found[at - 1].low in PERSONS or (not possessive and _may_be_verb(found, noun)):
        return None
    if found[noun].low in ("readiness", "willingness") and not _agreeing(found, noun):
        return None
    backed = owners.start > 0 and found[owners.start - 1].low == "with"
    if towards is None and (
        (found[noun].low in NEED_MORE and not backed) or not _stands(found, noun, possessive)
    ):
        return None
    return owners.codes, owners.start, end, towards


def _may_be_verb(found: Sequence[Word], noun: int) -> bool:
    """Whether the word is a verb here, as in "the Italians wish to" and "the Poles doubt that"."""
    low = found[noun].low
    if not (is_base(low) or finite_of(low) is not None):
        return False
    return low in ("wish", "demand", "desire") or found[noun + 1].low not in TOWARDS - {"that"}


def _agreeing(found: Sequence[Word], noun: int) -> bool:
    """Whether one is ready to agree: "readiness to host the meeting" is no stance."""
    following = [one.low for one in found[noun + 1 : noun + 3]]
    return len(following) == 2 and following[0] == "to" and following[1] in AGREEING


def _ours(found: Sequence[Word], at: int, noun: int) -> _Made | None:
    """What "our" opposition is towards."""
    if found[noun].low == "interest" and at and found[at - 1].low == "in":
        return None
    end, towards = _towards(found, noun)
    return (("USA",), at, end, towards) if found[at].low == "our" and towards is not None else None


def _ends(named: Named) -> frozenset[int]:
    return frozenset(end for _, end in named.values())


def _stands(found: Sequence[Word], noun: int, possessive: bool) -> bool:
    """Whether a noun with nothing behind it is one: "in the face of Italian opposition"."""
    low = found[noun + 1].low if noun + 1 < len(found) else "."
    return (
        not low[:1].isalnum()
        or is_kind(low, "conjunction", "auxiliary", "preposition")
        or (possessive and finite_of(low) is not None)
    )


def _towards(found: Sequence[Word], noun: int) -> tuple[int, tuple[int, int] | None]:
    """The index after what is said of the noun, and what it is towards."""
    start = noun + 1
    if start >= len(found) or found[start].low not in TOWARDS:
        return start, None
    close = clause_end(found, start + 1)
    stop = next(
        (n for n in range(start + 1, close) if is_kind(found[n].low, "auxiliary") or found[n].low == ","),
        close,
    )
    verb = next((n for n in range(start + 2, stop) if _is_verb(found, n)), stop)
    return verb, (start + 1, verb) if verb > start + 1 else None


def _is_verb(found: Sequence[Word], at: int) -> bool:
    """Whether a verb of the sentence stands there and no noun of the same form."""
    if finite_of(found[at].low) is None:
        return False
    return found[at].low.endswith("ed") or not is_kind(found[at - 1].low, "determiner", "preposition")


def _had_by(found: Sequence[Word], noun: int, named: Named) -> _Made | None:
    """Its owners behind the noun: "opposition by Russia", "sympathy in Ottawa for a shorter list"."""
    if noun + 2 >= len(found) or found[noun + 1].low not in AGENTS:
        return None
    if found[noun + 1].low == "of" and (found[noun].low in DONE_TO or (noun and found[noun - 1].low == "in")):
        return None
    first = noun + 2
    while first < len(found) and found[first].low in ("the", "both"):
        first += 1
    codes, end = listed(found, first, named)
    if not codes or found[end - 1].low.endswith(("'s", "s'")) or goes_on(found, end):
        return None
    if found[noun].low in ("favor", "interest", "demand", "wish") and found[noun + 1].low not in (
        "in",
        "among",
    ):
        return None
    stop, towards = _towards(found, end - 1)
    return codes, noun, max(stop, end), towards


def _voiced_by(found: Sequence[Word], noun: int, named: Named) -> _Made | None:
    """Those who voiced it: "reservations (about the fee) were expressed by Spain and Greece"."""
    close = clause_end(found, noun)
    verb = next((n for n in range(noun + 1, close) if found[n].low in TOLD), None)
    if verb is None or verb + 2 >= len(found) or found[verb + 1].low not in ("by", "from"):
        return None
    around = found[noun + 1 : verb]
    if any(
        is_kind(one.low, "opener") or one.low in ("not", "never", "would", "could", "no") for one in around
    ):
        return None
    codes, end = listed(found, verb + 2, named)
    stop = next((n for n in range(noun + 1, verb) if found[n].low in BE | {"has", "have", "had"}), verb)
    first = noun + 1 + (noun + 1 < stop and found[noun + 1].low in TOWARDS)
    return (codes, noun, end, (first, stop) if stop > first else None) if codes else None


def _wished(found: Sequence[Word], start: int) -> bool:
    """Whether the words before a noun only wish for what it names, or deny or end it."""
    for at in range(start - 1, max(-1, start - BACK), -1):
        low = found[at].low
        if low in (";", ":", ",", "."):
            return False
        if low in UNREAL or any(one in WISHED for one in lemmas_of(low)):
            return True
    return False
