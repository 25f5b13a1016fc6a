"""Who is asked: the addressee that stands as the subject of a modal verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.annotate.language.verbs import finite_of, is_base, known
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases
from ingest.annotate.language.word import Word
from ingest.annotate.names.names import per_knowledge
from ingest.knowledge import Knowledge

HOME = "USA"
NEAR = 16
"""How many words may stand between an addressee and its modal ("posts in capitals of ... should")."""


CONDITIONAL = frozenset(("if", "unless", "lest"))
"""What makes of "the delegation should" a case that may arise ("if posts should be asked")."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The noun phrase of an addressee: words ``start`` to ``end`` (excluded), and what to call it."""

    start: int
    end: int
    label: str


def skip_back(found: Sequence[Word], at: int) -> int:
    """The index before which adverbs and a parenthetical ", ... ," end, going back from *at*.

    >>> from ingest.annotate.language.word import words
    >>> skip_back(words("posts, as appropriate, also should"), 6)
    1
    """
    while at > 0:
        if is_kind(found[at - 1].low, "adverb"):
            at -= 1
        elif found[at - 1].low == ")" and found[at - 1].depth > 0:
            at = _opening(found, at - 1)
        elif found[at - 1].low == ",":
            opened = _comma_before(found, at - 1)
            if opened is None:
                return at
            at = opened
        else:
            return at
    return at


def _opening(found: Sequence[Word], closing: int) -> int:
    """The index of the parenthesis that *closing* closes."""
    at = closing
    while at > 0 and found[at - 1].depth >= found[closing].depth:
        at -= 1
    return at


def _comma_before(found: Sequence[Word], closing: int) -> int | None:
    for index in range(closing - 1, max(-1, closing - NEAR), -1):
        if found[index].low == ",":
            return index
        if found[index].low in (";", ":"):
            return None
    return None


def subject_before(found: Sequence[Word], modal: int, foreign: frozenset[str]) -> Subject | None:
    """The addressee whose modal stands at that index; ``None`` where the subject is anything else.

    >>> from ingest.annotate.language.word import words
    >>> made = subject_before(words("The delegation should agree."), 2, frozenset())
    >>> made and made.label, subject_before(words("Partners should agree."), 1, frozenset())
    ('delegation', None)
    """
    for end in dict.fromkeys((modal, skip_back(found, modal), skip_back(found, modal - 1))):
        for cue, last in _heads(found, end):
            if cue.row["note"] and found[modal].low not in ("is", "are"):
                continue
            start = _phrase_start(found, cue.start)
            if _foreign(found, start, cue, last, foreign) or not _stands_free(found, start):
                continue
            return Subject(start, last, _label(found, cue, last))
    return None


def _heads(found: Sequence[Word], end: int) -> list[tuple[Cue, int]]:
    """Addressees that may be the head of a noun phrase that ends there, nearest first."""
    heads = phrases("addressees", "head")
    cues: list[tuple[Cue, int]] = []
    for stop in range(end, max(0, end - NEAR), -1):
        cue = heads.ending(found, stop)
        if cue is not None and (stop == end or _modifies(found, stop, end)):
            cues.append((cue, end))
    return cues


def _modifies(found: Sequence[Word], start: int, end: int) -> bool:
    """Whether those words say which addressee is meant: a place, a relative clause, another addressee."""
    first, inner = found[start].low, found[start:end]
    if any(one.low in (";", ":") or one.depth > found[start].depth for one in inner):
        return False
    if any(one.low in ("should", "may", "must", "shall") for one in inner):
        return False
    if first in ("that", "which", "who"):
        return len(inner) > 1 and (
            is_kind(inner[1].low, "auxiliary", "adverb")
            or finite_of(inner[1].low) is not None
            or is_base(inner[1].low)
        )
    if any(is_kind(one.low, "opener", "auxiliary") or finite_of(one.low) for one in inner):
        return False
    if is_kind(first, "preposition") and first != "to":
        return True
    if first in ("and", "or", "/", ",", "to"):
        return first in ("to", ",") or phrases("addressees", "head").ending(found, end) is not None
    return len(inner) <= 4 and not is_base(first) and not is_kind(first, "conjunction", "determiner")


def _phrase_start(found: Sequence[Word], head: int) -> int:
    start = head
    while start > 0 and head - start < 4 and found[head].low != "you":
        before = found[start - 1]
        if before.is_mark or is_kind(before.low, "preposition", "conjunction", "opener", "auxiliary"):
            break
        if before.low in CONDITIONAL:
            break
        if finite_of(before.low) is not None or is_base(before.low):
            break
        start -= 1
        if is_kind(before.low, "determiner"):
            break
    return start


def _foreign(found: Sequence[Word], start: int, head: Cue, end: int, foreign: frozenset[str]) -> bool:
    """Whether the phrase names other people ("the French delegation", "the delegation of France")."""
    others = foreign | {"other", "partner", "partners", "their", "his", "another", "foreign"}
    before = {one.low.removesuffix("'s") for one in found[start : head.start]}
    owned = head.end < end and found[head.end].low in ("of", "from")
    after = {one.low for one in found[head.end : head.end + 4]} if owned else set()
    return bool(others & (before | after))


def _stands_free(found: Sequence[Word], start: int) -> bool:
    """Whether nobody but the writer says the clause that begins there."""
    start = skip_back(found, start) if start and is_kind(found[start - 1].low, "adverb") else start
    if start == 0:
        return True
    before = found[start - 1].low
    if before in CONDITIONAL or before == "as":
        return False
    if before == "that" and start > 1 and found[start - 2].low in ("except", "provided", "ensure", "and"):
        return True
    if before == "that" or (before not in ("while", "since") and _says(before)):
        return _said_by_instructor(found, start)
    if is_kind(before, "preposition", "opener"):
        return False
    return not reported(found, start)


def _says(low: str) -> bool:
    """Whether the word before a clause can be somebody's verb of saying it; "reports" may be a heading."""
    lemma = finite_of(low)
    return lemma is not None and not (low.endswith("s") and known()[lemma]["also_noun"] != "")


def reported(found: Sequence[Word], start: int) -> bool:
    """Whether a "that" (or "whether") is still open where the clause at *start* begins.

    >>> from ingest.annotate.language.word import words
    >>> reported(words("France said that posts should act."), 3), reported(words("Posts should act."), 0)
    (True, False)
    """
    for index in range(start - 1, -1, -1):
        if found[index].low in (",", ";", ":", "--"):
            return False
        if is_kind(found[index].low, "opener") and index > 0:
            return not _said_by_instructor(found, index + 1)
    return False


def _said_by_instructor(found: Sequence[Word], start: int) -> bool:
    """Whether "Department requests (that)" or "we believe (that)" stands right before *start*."""
    end = start - 1 if found[start - 1].low == "that" else start
    verb = phrases("instructing_verbs").ending(found, end)
    return verb is not None and instructor_before(found, verb.start)


def instructor_before(found: Sequence[Word], verb: int) -> bool:
    """Whether the one who gives guidance, or nobody ("Request ..."), is the subject of that verb.

    >>> from ingest.annotate.language.word import words
    >>> instructor_before(words("Request that posts act"), 0), instructor_before(words("France requests"), 1)
    (True, False)
    """
    at = skip_back(found, verb)
    while at and found[at - 1].low in ("therefore", "would", "and"):
        at -= 1
    if at == 0:
        return True
    return phrases("instructors", "head").ending(found, at) is not None or found[at - 1].low in (":", "it")


def _label(found: Sequence[Word], cue: Cue, end: int) -> str:
    label = cue.row["label"]
    names = found[cue.end : end]
    if label.startswith("Embass") and 0 < len(names) <= 4 and not is_kind(names[0].low, "preposition"):
        return " ".join([label, *(one.low.title() if one.low != "and" else "and" for one in names)])
    return label


@per_knowledge
def foreign_words(knowledge: Knowledge) -> frozenset[str]:
    """The lower-case adjectives and one-word names of every country but the one whose telegrams these are.

    >>> from ingest.tables import knowledge
    >>> {"french", "france"} <= foreign_words(knowledge()), "american" in foreign_words(knowledge())
    (True, False)
    """
    return frozenset(
        name.lower()
        for iso3, country in knowledge.countries.items()
        if iso3 != HOME
        for name in (*country.adjectives, *country.names)
        if " " not in name
    )
