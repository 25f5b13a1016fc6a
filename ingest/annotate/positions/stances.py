"""Where a stance is said: the verb, its holders, and the words of what it is towards."""

from collections.abc import Callable, Iterator, Sequence

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Holders, Named
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, HAVE, Group, group, lemmas_of
from ingest.annotate.language.verbs import finite_of, is_base, known, participle_of
from ingest.annotate.language.vocabulary import is_kind
from ingest.annotate.language.word import Word, places
from ingest.annotate.positions.passive_stances import EVERYBODY, backed_by, came_from, passive_stances
from ingest.annotate.positions.speakers import PRONOUNS, speakers, supposed
from ingest.annotate.positions.stance_rows import STANCE_WORDS, SWAPPED, Match, matches, plain
from ingest.annotate.positions.topics import is_topical
from ingest.mention import Stance

WANTED = frozenset(
    (
        "clarification",
        "guidance",
        "information",
        "views",
        "instructions",
        "advice",
        "meeting",
        "assistance",
        "to",
        "help",
        "time",
        "aid",
        "support",
    )
)
NO_FRENCH_SUPPORT = frozenset(
    ("staff", "personnel", "team", "group", "services", "unit", "mechanism", "measures")
)
"""Nouns before which "support" or "object" is no verb: "the French support staff arrived"."""
BEING = frozenset(("is", "are", "was", "were", "been"))
EARLIER = frozenset(
    ("originally", "initially", "earlier", "previously", "formerly", "years", "once", "first")
)
COULD = frozenset(("could", "can", "would", "will", "cannot"))
ALONE_BEFORE: frozenset[str] = frozenset(
    ("", ".", ",", ";", "until", "unless", "without", "yet", "before", "once", "today", "provided", "if")
)
SPOKEN_FOR = frozenset(
    ("all", "both", "others", "each", "everyone", "many", "most", "several", "itself", "himself", "herself",
     "themselves", "members", "participants", "delegations", "those", "an", "hours", "minutes", "some")
)  # fmt: skip
"""Words behind "spoke for" that tell in whose name, or how long, one spoke."""
TIMES = frozenset(("time", "moment", "reasons", "reason", "years", "months", "weeks", "days", "example",
                   "instance", "present", "now", "decades", "hours"))  # fmt: skip
"""Words behind "for" that tell how long or why, and not what one is for."""
WITHOUT = frozenset(
    ("", ".", ",", ";", "while", "and", "as", "when", "but", "until", "for", "in", "to", "or")
)
NEEDS: dict[str, Callable[[str, str, frozenset[str]], bool]] = {
    "is still": lambda verb, _, helpers: verb.endswith("ing") and bool(helpers & {*BEING, "still"}),
    "would": lambda _, following, helpers: "would" in helpers and following not in WANTED,
    "agreeing": lambda _, following, helpers: not is_base(following) or bool(helpers & COULD),
    "alone": lambda _, following, __: following in ALONE_BEFORE,
    "a view": lambda _, following, __: not is_base(following),
    "would have": lambda _, __, helpers: {"would", "have"} <= helpers,
    "not a treaty": lambda _, following, helpers: not helpers & {"has", "have"},
    "wants something of substance": lambda _, following, __: following not in WANTED,
    "proposing": lambda _, following, __: following not in ("to", ".", "", "by", "that"),
    "with an object": lambda _, following, __: following not in WITHOUT,
    "not of persons": lambda _, following, __: following not in SPOKEN_FOR,
    "plain liking": lambda verb, _, helpers: verb != "like" or bool(helpers & {"do", "did", "does"}),
}
NO_OBJECT = frozenset(("because", "as", "only", "at"))
LIMITS = frozenset(("until", "unless", "once", "if", "provided", "pending"))


def stances(found: Sequence[Word], named: Named, last: Said | None = None) -> Iterator[Said]:
    """The stances that a sentence reports, in order; a second verb may share the holders of the first.

    *last* is what the sentence before said, for an "it" that opens this one.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Japan supports the text and opposes a new group.")
    >>> [(one.codes, one.stance) for one in stances(found, {0: ("JPN", 1)})]
    [(('JPN',), 'supports'), (('JPN',), 'opposes')]
    """
    passives = tuple(passive_stances(found, named, plain))
    yield from passives
    end, here = 0, None
    for at in STANCE_WORDS.places(found):
        for one in matches(found, at) if at >= end else ():
            made = _said(found, at, one, named, last, here)
            if made is not None:
                here = made
                yield made
                end = max(one.end, at + 1)
                break


def _said(
    found: Sequence[Word], at: int, one: Match, named: Named, last: Said | None, here: Said | None
) -> Said | None:
    if one.note == "inverse":
        return backed_by(found, at, one.end, one.stance, named)
    if one.note == "inverse noun":
        return came_from(found, at, one.end, named)
    around = group(found, at)
    if around.unreal or not _fits(found, at, one, around):
        return None
    holders = speakers(found, around.start, named, last, here) or _all(found, around.start)
    if holders is None or supposed(found, holders.start) or _past(found, around):
        return None
    if holders.start and found[holders.start - 1].low == "than":
        return None  # "a higher rate than the UK can accept" says what it would accept
    alone = all(is_kind(one.low, "adverb") for one in found[around.start : at])
    bare = is_base(found[at].low) and alone and around.hedge is None
    if bare and not _plural(found, holders, one.end, at):
        return None
    neither = holders.start > 0 and found[holders.start - 1].low == "neither"
    final = _final(one, around.negated != neither)
    if final is None:
        return None
    towards, limit = _towards(found, one.end)
    if one.note == "of a text" and not _of_a_text(found, towards):
        return None
    if towards is not None and final != "seeks" and found[towards[0]].low in ("it", "them"):
        towards = towards[0], towards[0] + 1
    stop = max(one.end, towards[1] if towards else 0, limit[1] if limit else 0)
    hedge = around.hedge or ("would" if around.helpers & {"would"} else None)
    return Said(min(holders.start, at), stop, holders.codes, final, towards, limit, hedge, _rule(one))


def _of_a_text(found: Sequence[Word], towards: tuple[int, int] | None) -> bool:
    """Whether a verb that has other objects too ("sink") has a text or a plan for its object."""
    return towards is not None and any(is_topical(one.low) for one in found[slice(*towards)])


def asked_of_all(found: Sequence[Word]) -> Said | None:
    """What all are asked whether they can do, as nobody's stance yet: "whether it could accept it".

    >>> from ingest.annotate.language.word import words
    >>> made = asked_of_all(words("The Chair asked each delegation whether it could accept the text."))
    >>> made and (made.codes, made.stance)
    ((), 'supports')
    """
    for whether in places(found, WHETHER):
        subject = whether + 1
        for at in STANCE_WORDS.places(found):
            if not subject < at < subject + REACH or found[subject].low not in PRONOUNS | EVERYBODY:
                continue
            for one in matches(found, at):
                around = group(found, at)
                if around.start <= subject + 1 and not around.negated and one.stance in SWAPPED:
                    return Said(subject, one.end, (), one.stance, None, None, None, "asks-a-question")
    return None


WHETHER = frozenset(("whether",))
REACH = 6
"""Within how many words of "whether it" the verb stands."""


def _all(found: Sequence[Word], start: int) -> Holders | None:
    """Nobody by name, where all or most take the stance: those who do as they do are named beside them."""
    at = start
    while at and is_kind(found[at - 1].low, "adverb"):
        at -= 1
    for back in range(at - 1, max(-1, at - 10), -1):
        if found[back].low in EVERYBODY:
            between = found[back + 1 : at]
            verbal = any(one.low in (",", ";", "that") for one in between)
            return None if verbal else Holders((), back)
    return None


def _rule(one: Match) -> str:
    return {"membership": "seeks-membership", "clause": "asks-a-question"}.get(one.note, "holder-verb")


def _final(one: Match, negated: bool) -> Stance | None:
    """The stance that is left when what denies the verb and what denies its noun are both heard."""
    if one.note == "only denied":
        return one.stance if negated != one.negated else None
    if one.note == "only denied noun":
        return one.denied if negated or one.negated else None
    return one.denied if negated != one.negated else one.stance


def _past(found: Sequence[Word], around: Group) -> bool:
    """Whether it is told of earlier days: "had originally opposed", "in 1999 Russia had blocked"."""
    if "had" not in around.helpers:
        return False
    return bool(EARLIER & {one.low for one in found})


def _fits(found: Sequence[Word], at: int, one: Match, around: Group) -> bool:
    """Whether the words are used as the note in the table asks."""
    end, note = one.end, one.note
    following = found[end].low if end < len(found) else ""
    if note in NEEDS and not NEEDS[note](found[at].low, following, around.helpers):
        return False
    if note == "only denied" and end == at + 1:
        return "yet" in around.helpers
    if one.stance != "undecided" and around.helpers & BE and participle_of(found[at].low) is not None:
        return False  # "is challenged", "will be excluded from": what others do to the subject
    if found[end - 1].low == "that" and following in PRONOUNS:
        return False  # "insisted that it could not accept": the clause tells the stance
    if following == "by" and participle_of(found[at].low) is not None and end == at + 1:
        return False  # "was supported by Canada"
    if following in NO_FRENCH_SUPPORT or (following == "from" and found[at].low in HAVE):
        return False  # "we have objections from Trade": others'
    if _tells_when(found, at, end):
        return False
    if found[at].low.endswith("ing") and note != "is still":
        return bool(around.helpers & BEING) or around.hedge is not None or _with(found, around.start)
    noun = any(known()[one]["also_noun"] == "yes" for one in lemmas_of(found[at].low)[:1] if one in known())
    if noun and end == at + 1 and found[at].low.endswith("s"):
        return not is_kind(following, "preposition") and following not in (".", ",")
    return True


def _tells_when(found: Sequence[Word], at: int, end: int) -> bool:
    """Whether the last words lead to a time or a reason: "joined in 1934", "were for a time"."""
    low, behind = found[end - 1].low, [one.low for one in found[end : end + 2]]
    if low == "in":
        return bool(behind) and behind[0][:1].isdigit()
    return low == "for" and found[at].low in BE and not TIMES.isdisjoint(behind)


def _with(found: Sequence[Word], start: int) -> bool:
    """Whether "with" opens the clause ("with Russia opposing the text") or "joined" does."""
    return any(one.low in ("with", "joined", "joins", "joining") for one in found[max(0, start - 12) : start])


def _plural(found: Sequence[Word], holders: Holders, end: int, at: int) -> bool:
    """Whether a bare verb can be that of the holders: several, or "the French support the text"."""
    following = found[end].low if end < len(found) else ""
    if end == at + 1 and (is_kind(following, "preposition") or not following[:1].isalnum()):
        return False
    if end == at + 1 and (finite_of(following) is not None or is_kind(following, "auxiliary")):
        return False  # "the Indian question used to be"
    last = at - 1
    while last > holders.start and is_kind(found[last].low, "adverb"):
        last -= 1
    low = found[last].low
    many = low in ("we", "they") or (low.endswith("s") and low not in ("u.s", "us", "this", "its"))
    return len(holders.codes) > 1 or many or (holders.start > 0 and found[holders.start - 1].low == "the")


def _towards(found: Sequence[Word], at: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """What the stance is towards, and under which condition."""
    start = _object(found, at)
    if start is None:
        return None, None
    end = clause_end(found, start)
    if start < len(found) and found[start].low in LIMITS:
        return None, (start, end)
    for stop in range(start + 1, end):
        if found[stop].low in LIMITS:
            stop -= found[stop - 1].low in ("only", "but", "even") and stop > start + 1
            return _trimmed(found, start, stop), (stop, end)
        if _leaves(found, stop, end):
            return _trimmed(found, start, stop), None
    return _trimmed(found, start, end), None


def _object(found: Sequence[Word], at: int) -> int | None:
    """Where the object of a verb begins, or its condition; ``None`` where it has none."""
    if at < len(found) and found[at].low == ",":
        shared = _shared_object(found, at)
        if shared is None:
            return None
        at = shared
    while at < len(found) and (is_kind(found[at].low, "preposition") and found[at].low != "to"):
        at += 1
    while (
        at < len(found)
        and found[at].low not in LIMITS
        and (is_kind(found[at].low, "adverb") or found[at].low == "yet")
    ):
        at += 1
    low = found[at].low if at < len(found) else "."
    if low not in LIMITS and (is_kind(low, "conjunction", "auxiliary") or low in NO_OBJECT):
        return None
    return at


def _leaves(found: Sequence[Word], at: int, end: int) -> bool:
    """Whether what the stance is towards ends before that word."""
    low = found[at].low
    if low in ("and", "or") and at + 1 < end:
        return finite_of(found[at + 1].low) is not None or is_kind(found[at + 1].low, "auxiliary")
    return (low == "," and _turns(found, at + 1)) or low in ("but", "because", "although", "while")


def _shared_object(found: Sequence[Word], comma: int) -> int | None:
    """Where the object stands in "Germany supported, but Russia opposed, the text"."""
    if comma + 1 >= len(found) or found[comma + 1].low not in ("but", "and", "while", "although"):
        return None
    closing = next((one for one in range(comma + 1, len(found)) if found[one].low == ","), None)
    return None if closing is None else closing + 1


def _turns(found: Sequence[Word], at: int) -> bool:
    """Whether what follows a comma is no longer what the stance is towards."""
    low = found[at].low if at < len(found) else "."
    return low.endswith("ing") or is_kind(low, "opener", "preposition", "adverb") or low in ("and", "but")


def _trimmed(found: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    while end > start and found[end - 1].is_mark:
        end -= 1
    return (start, end) if end > start else None
