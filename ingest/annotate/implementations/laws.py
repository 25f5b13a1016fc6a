"""Laws that give effect to a decision, and how far they are: "its decree is with the President"."""

from collections.abc import Iterator, Sequence

from ingest.annotate.implementations.effect import Effect, of_kind, whole_object
from ingest.annotate.language.holders import Holders, Named, holders_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import BE, group, lemmas_of
from ingest.annotate.language.verbs import gerund_of
from ingest.annotate.language.vocabulary import is_kind, phrases
from ingest.annotate.language.word import Word, places
from ingest.annotate.positions.speakers import SAYING, reporter, spoken_of, supposed

OWN = frozenset(("its", "their", "his", "her"))
AHEAD = frozenset(("will", "would", "shall", "expected", "due", "should", "to"))
TOPICAL = frozenset(("on", "concerning", "governing", "regarding", "about"))
EXPORTED = frozenset(
    ("export", "exports", "strategic", "dual-use", "arms", "weapons", "goods", "items", "trade", "transfer",
     "transfers", "transit", "brokering", "brokers", "technology", "technologies", "control", "them", "it")
)  # fmt: skip
"""Words of what a law that gives effect to a regime's decision may be on."""
MONTHS = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday")
)  # fmt: skip
REACH = 30
"""How many words after a law its state may be told."""


def laws(
    found: Sequence[Word], named: Named, last: Said | None, *, of_something: bool = False
) -> Iterator[Effect]:
    """The laws of a sentence that give effect to something and whose state it tells.

    *of_something*: what can be given effect to was named before, so that each law may be for that.

    >>> from ingest.annotate.language.word import words
    >>> found = words("Its decree to implement the changes is with the President.")
    >>> last = Said(0, 1, ("TUR",), "supports", None, None, None, "speaks")
    >>> [(one.codes, one.status, one.what) for one in laws(found, {}, last)]
    [(('TUR',), 'under-way', (4, 6))]
    """
    for at in places(found, of_kind("instrument")):
        owner = _owner(found, at, named, last) or _before_whom(found, at, named)
        if owner is None and of_something and opens_with_law(found, at) and last and len(last.codes) == 1:
            owner = Holders(last.codes, at)
        state = None if owner is None else state_of(found, at + 1)
        if owner is None or state is None or supposed(found, owner.start) or on_something_else(found, at):
            continue
        what, closes = _effected(found, at), state[1]
        if what is None and not (of_something or _implementing(found, at) or _only_its_own(found, at)):
            continue
        start, end = min(owner.start, at), max(closes, what[1] if what else 0)
        yield Effect(start, end, owner.codes, what, at, state[0], "law-in-force")
        return


def opens_with_law(found: Sequence[Word], at: int) -> bool:
    """Whether a sentence begins with a law: "A regulation was published in May".

    >>> from ingest.annotate.language.word import words
    >>> opens_with_law(words("A regulation was published."), 1)
    True
    """
    own = found[at].low not in of_kind("object")  # an amendment may be the decision itself
    return own and at < 3 and all(is_kind(one.low, "determiner", "adjective") for one in found[:at])


def _only_its_own(found: Sequence[Word], at: int) -> bool:
    """Whether a law is called by no topic of its own, so that it must be the one that was asked about."""
    return at > 0 and found[at - 1].low in OWN | {
        "implementing",
        "the",
        "required",
        "necessary",
        "draft",
        "relevant",
    }


def on_something_else(found: Sequence[Word], law: int) -> bool:
    """Whether the law is said to be on what is not exported: "its law on banks".

    >>> from ingest.annotate.language.word import words
    >>> [on_something_else(words(one), 1) for one in ("its law on banks", "its law on arms exports")]
    [True, False]
    """
    if law + 2 >= len(found) or found[law + 1].low not in TOPICAL or _is_day(found[law + 2].low):
        return False
    near = {one.low for one in found[law + 2 : law + 7]}
    return near.isdisjoint(EXPORTED | of_kind("object"))


def _is_day(low: str) -> bool:
    return low[:1].isdigit() or low in MONTHS


def _implementing(found: Sequence[Word], at: int) -> bool:
    return at > 0 and found[at - 1].low in ("implementing", "enabling")


def _effected(found: Sequence[Word], law: int) -> tuple[int, int] | None:
    """The changes, in "a regulation giving effect to the changes" and "a bill to implement the changes"."""
    at = law + 1
    if at < len(found) and found[at].low in ("to", "which", "that", "for"):
        at += 1
    while at < len(found) and is_kind(found[at].low, "adverb"):
        at += 1
    low = found[at].low if at < len(found) else ""
    lemma = gerund_of(low) or (lemmas_of(low)[0] if lemmas_of(low) else "")
    if lemma == "give" and at + 2 < len(found) and found[at + 1].low in ("effect", "force"):
        return whole_object(found, at + 3)
    return whole_object(found, at + 1) if lemma in of_kind("verb") | of_kind("in a law") else None


def state_of(found: Sequence[Word], start: int) -> tuple[str, int] | None:
    """How far a law is, and the index after the words that say so.

    >>> from ingest.annotate.language.word import words
    >>> state_of(words("The bill is before parliament."), 2)
    ('under-way', 5)
    """
    for at in range(start, min(len(found), start + REACH)):
        if found[at].low in (";", "."):
            return None
        cue = phrases("law_states").at(found, at)
        if cue is None or not _predicate(found, at, cue.row["status"]):
            continue
        before = {one.low for one in found[max(start, at - 5) : at]}
        denied = bool(before & {"not", "never"})
        ahead = bool(before & AHEAD)
        status = "done" if cue.row["status"] == "force" else cue.row["status"]
        if status == "done":
            status = "not-yet" if denied else "expected" if ahead else status
        return status, cue.end
    return None


def _predicate(found: Sequence[Word], at: int, status: str) -> bool:
    """Whether a form of "be" or "come" or "has been" says it of the law, and it is no mere adjective."""
    before = at - 1
    while before > 0 and (is_kind(found[before].low, "adverb") or found[before].low in ("not", "yet", "now")):
        before -= 1
    if found[before].low == "to" and before and found[before - 1].low in AHEAD:
        return True
    low = found[before].low
    verbal = status == "force" and found[at].low.startswith(("enter", "take", "took"))
    return (
        verbal
        or low in BE
        or low in ("go", "come", "came", "goes", "went", "put", "remains", "remained", "brought")
    )


def _before_whom(found: Sequence[Word], law: int, named: Named) -> Holders | None:
    """Whose it is, in "a bill is before the Turkish parliament"."""
    for at in sorted(named):
        if law < at < law + REACH and [one.low for one in found[at - 2 : at]] in (
            ["before", "the"],
            ["with", "the"],
        ):
            return Holders((named[at][0],), at)
    return None


def _owner(found: Sequence[Word], law: int, named: Named, last: Said | None) -> Holders | None:
    """Whose law it is: "Norway's", "the Norwegian", "its", or that of the one who tells of it."""
    for start in range(max(0, law - 5), law):
        if start in named and not any(is_kind(one.low, "preposition") for one in found[start:law]):
            return Holders((named[start][0],), start)
    own = next((at for at in range(law - 1, max(-1, law - 5), -1) if found[at].low in OWN), None)
    if own is not None:
        return reporter(found, own, named) or spoken_of(found, own, last)
    for verb in range(law - 1, max(-1, law - 12), -1):
        if set(lemmas_of(found[verb].low)) & SAYING:
            return holders_before(found, group(found, verb).start, named)
    return None
