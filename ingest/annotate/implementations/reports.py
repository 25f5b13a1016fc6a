"""Reports of what each country has put into law: "Chile's regulation was gazetted"."""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.annotate.implementations.effect import Effect, of_kind
from ingest.annotate.implementations.laws import on_something_else
from ingest.annotate.language.holders import Holders, Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import lemmas_of
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word
from ingest.annotate.positions.passive_stances import listed
from ingest.annotate.positions.speakers import OPEN_CLAUSE, OWN, PRONOUNS, spoken_of

EVENTS: Final = phrases("law_events")
REPORTING: Final = frozenset(
    ("implementation", "implement", "implemented", "implementing", "legislation", "law", "laws", "transposed",
     "transposition", "enacted", "enactment", "status", "national", "regulations", "changes", "amendments")
)  # fmt: skip
"""Words of a heading or a sentence under which it is told who has put what into law."""
ROW_MARKS: Final = frozenset((":", "-", "--", "–", "—"))
PARTING: Final = frozenset((";",))
ASKING: Final = frozenset(("should", "may", "must", "please", "urge", "ask", "remind", "whether", "support",
                           "oppose", "supports", "opposes"))  # fmt: skip
"""Words of sentences that ask for something or take a stance, and report no law."""
OTHERWISE: Final = frozenset(("position", "paper", "text", "proposal", "chair", "consensus", "reserve",
                              "candidacy", "membership", "meeting", "stand", "view", "views"))  # fmt: skip
"""Words of what is no law of anybody's."""
SUPPOSING: Final = frozenset(("until", "once", "unless", "if", "whether", "when"))
"""Words behind which it is not told that anything was done."""
WIDE: Final = 2
"""How many spaces set off what stands in a table."""
LEAD: Final = 8
"""The most words of a phrase that leads in a sentence."""
OPENING: Final = 5
"""Within how many words a clause names who it is about."""


def may_report(lows: frozenset[str]) -> bool:
    """Whether a heading or a sentence of those words may open a report of laws.

    >>> may_report(frozenset(("national", "legislation"))), may_report(frozenset(("next", "steps")))
    (True, False)
    """
    return not lows.isdisjoint(REPORTING)


def reports(
    found: Sequence[Word], named: Named, last: Said | None, *, headed: bool = False
) -> Iterator[Effect]:
    """What the clauses of a sentence report of the laws of the countries that they begin with.

    *headed*: the heading says that laws are told of, so that "Peru will follow" tells of one.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Spain: royal decree in force since June 1.")
    >>> [(one.codes, one.status) for one in reports(found, {0: ("ESP", 1)}, None)]
    [(('ESP',), 'done')]
    """
    if any(found[at].low in ASKING and not _is_month(found, at) for at in range(len(found))):
        return
    start = 0
    for end in (*(at for at in range(len(found)) if _parts(found, at, named)), len(found)):
        made = _reported(found, start, end, named, last)
        if made is not None and (headed or _is_legal(found, start, end)):
            yield made
        start = end + 1


def _is_month(found: Sequence[Word], at: int) -> bool:
    """Whether "may" is a month: "in May", "May 3", "3 May 2009"."""
    if found[at].low != "may":
        return False
    before, after = found[at - 1].low if at else "", found[at + 1].low if at + 1 < len(found) else ""
    return before[:1].isdigit() or after[:1].isdigit() or is_kind(before, "preposition")


def opens_row(found: Sequence[Word], at: int, named: Named) -> bool:
    """Whether a country there opens the row of a table, set off by wide spaces alone.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Chile    act adopted   Peru     draft")
    >>> [at for at in (0, 3) if opens_row(found, at, {0: ("CHL", 1), 3: ("PER", 4)})]
    [0, 3]
    """
    end = named[at][1]
    if end >= len(found) or found[end].span.start - found[end - 1].span.end < WIDE:
        return False
    return at == 0 or found[at].span.start - found[at - 1].span.end >= WIDE


def _is_legal(found: Sequence[Word], start: int, end: int) -> bool:
    """Whether a clause speaks of laws or of giving effect to something."""
    lows = {one.low.removesuffix("'s") for one in found[start:end]}
    if lows & OTHERWISE:
        return False
    verbs = {lemma for low in lows for lemma in lemmas_of(low)} & of_kind("verb")
    return bool(lows & (of_kind("law") | of_kind("instrument") | {"force", "effect"}) or verbs)


def _parts(found: Sequence[Word], at: int, named: Named) -> bool:
    """Whether a clause ends there: at a semicolon, or at a comma before another country's law or verb."""
    if found[at].low in PARTING or (at + 1 in named and opens_row(found, at + 1, named)):
        return True
    if found[at].low not in (",", "and", "while", "but"):
        return False
    first = at + 1 + (at + 1 < len(found) and found[at + 1].low in ("and", "while", "but", "the"))
    if first not in named:
        return False
    _, end = named[first]
    following = found[end].low if end < len(found) else "."
    return found[end - 1].low.endswith(("'s", "s'")) or _is_verb(following)


def _is_verb(low: str) -> bool:
    return finite_of(low) is not None or is_kind(low, "auxiliary")


def _reported(found: Sequence[Word], start: int, end: int, named: Named, last: Said | None) -> Effect | None:
    while start < end and (found[start].is_mark or is_kind(found[start].low, "conjunction", "determiner")):
        if found[start].low in OWN:
            break
        start += 1
    start = _past_lead(found, start, end)
    owner = _owner(found, start, end, named, last)
    if owner is None or any(one.low in OPEN_CLAUSE for one in found[start : owner[1]]):
        return None
    holders, behind = owner
    law = next(
        (at for at in range(holders.start, min(end, holders.start + OPENING)) if found[at].low in LAWS), None
    )
    if law is not None and on_something_else(found, law):
        return None
    for at in range(behind, end):
        cue = EVENTS.at(found, at)
        if found[at].low in SUPPOSING:
            return None
        if cue is not None and cue.end <= end + 1:
            status = _status(found, behind, at, cue.row["status"])
            return Effect(start, end, holders.codes, None, at, status, "law-in-force")
    return None


def _past_lead(found: Sequence[Word], start: int, end: int) -> int:
    """Past "As to national law," before the one who is told of."""
    if start >= end or not (found[start].low == "as" or is_kind(found[start].low, "preposition")):
        return start
    comma = next((at for at in range(start, min(end, start + LEAD)) if found[at].low == ","), None)
    return start if comma is None else comma + 1


def _owner(
    found: Sequence[Word], start: int, end: int, named: Named, last: Said | None
) -> tuple[Holders, int] | None:
    """Whom a clause is about, and the index behind: a row's, a subject, the owner of a law, a place."""
    if start < end and found[start].low in PRONOUNS | OWN:
        holders = spoken_of(found, start, last)
        return None if holders is None else (holders, start + 1)
    first = next((at for at in range(start, min(end, start + OPENING)) if at in named), None)
    if first is None:
        return None
    codes, behind = listed(found, first, named)
    before = [one.low for one in found[start:first]]
    following = found[behind].low if behind < end else "."
    placed = before[:1] == ["in"] and all(one in ("in", "the") for one in before)
    if before and not placed:
        return None
    told = (
        opens_row(found, first, named)
        or following in ROW_MARKS
        or _is_verb(following)
        or is_kind(following, "adverb")
    )
    owns = any(one.low in LAWS | {"implementation"} for one in found[behind : behind + OPENING])
    aside = following in (",", "(")
    return (Holders(codes, first), behind) if placed or told or owns or aside else None


LAWS: Final = of_kind("law") | of_kind("instrument") | of_kind("institution")


def _status(found: Sequence[Word], start: int, at: int, status: str) -> str:
    """The state of a law, where what stands before the words denies it or puts it off."""
    before = [one.low for one in found[start:at]]
    if any(one in ("not", "never", "no", "nothing") for one in before) and status != "not-yet":
        return "not-yet"
    if status == "expected" and any(one.low == "not" for one in found[at : at + 2]):
        return "not-yet"
    coming = any(one in ("to", "will", "would", "expected", "due") for one in before)
    return "expected" if coming and status == "done" else status
