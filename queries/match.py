"""Which question of the catalogue an English question asks: shared words, their direction, what they name."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from queries.cue import Cue
from queries.question import Question, catalogue
from queries.settle import Said, Settled, overlapping, settle_all
from queries.wording import concepts, synonyms, words

FILLED: Final = 0.30
SPECIFIC: Final = 0.04
GUESSED: Final = 0.05
MISSING: Final = -0.45
UNUSED: Final = -0.40
UNSAID: Final = -0.10
OPEN_SLOT: Final = 0.9
DENIED: Final = -0.15
UNKNOWN_WORD: Final = 0.35

_SLOT: Final = re.compile(r"\{(\w+)\}")
_RELATIONS: Final = frozenset({"cite", "depend", "mention", "follow"})
_TURNED: Final = frozenset(
    {"behind", "underlie", "underlies", "underlying", "underpin", "underpins", "underpinned"}
)
_NOUNS: Final = frozenset(
    {
        "citation",
        "citations",
        "references",
        "reference",
        "ref",
        "refs",
        "basis",
        "source",
        "sources",
        "mention",
    }
)
_SOFT: Final = frozenset({"topic", "series", "ordinal"})
_TYPES: Final = frozenset(
    {"guidance", "document", "decision", "country", "proposal", "passage", "meeting", "position", "cite"}
)
_ASKS: Final = frozenset({"which", "what", "whose", "list", "show", "find", "give"})
_DOES: Final = frozenset({"{}", "do", "does", "did", "has", "have", "had"})
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_OUT: Final = frozenset({"by", "in", "of", "from", "within", "inside"})
_AT: Final = frozenset({"to", "on", "upon", "behind"})
_KINDS: Final = {
    "decision": frozenset({"decision", "agreement", "resolution"}),
    "proposal": frozenset({"proposal", "initiative", "idea", "suggestion"}),
    "meeting": frozenset({"plenary", "meeting", "session"}),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a question: which of the catalogue it is, what fills it, and how well that fits.

    >>> Reading(catalogue()[0], (), 0.75, 0.25).score
    1.0
    """

    question: Question
    settled: tuple[Settled, ...]
    likeness: float
    fit: float

    @property
    def score(self) -> float:
        """How good the reading is; 1 and more is very good."""
        return self.likeness + self.fit


def readings(one: Said) -> list[Reading]:
    """All ways to read a question, the best one first.

    >>> from queries.lexicon import Lexicon
    >>> from queries.settle import said
    >>> readings(said("what has not been implemented yet", Lexicon()))[0].question.name
    'decisions-not-implemented'
    """
    marked = _marked(one)
    found = [_reading(question, marked, one) for question in catalogue()]
    return sorted(found, key=lambda r: (-r.score, r.question.name))


def _reading(question: Question, marked: Sequence[str], one: Said) -> Reading:
    settled = settle_all(question.parameters, one)
    spent = frozenset().union(*(_spent(slot) for slot in settled))
    asked = features([word for word in marked if word not in spent])
    fit = _fit(settled, one.cues)
    denied = ["not" in paraphrase for paraphrase in _paraphrases(question)]
    if ("not" in asked and not any(denied)) or ("not" not in asked and all(denied)):
        fit += DENIED
    filled = frozenset(slot.parameter.name for slot in settled if not slot.silent)
    return Reading(question, settled, _likeness(question, asked, filled), fit)


def _spent(slot: Settled) -> frozenset[str]:
    """Words that a filled parameter explains: what it is about, and what kind of thing it is."""
    return (
        slot.spent | _KINDS.get(slot.parameter.type, frozenset())
        if slot.terms or slot.choices
        else frozenset()
    )


def _fit(settled: Sequence[Settled], cues: Sequence[Cue]) -> float:
    required = [one for one in settled if one.parameter.required]
    fit = MISSING * sum(one.silent for one in required)
    if not any(one.silent for one in required):
        fit += GUESSED if any(one.unknown for one in required) else FILLED
        fit += SPECIFIC if required else 0.0
    optional = [one for one in settled if not one.parameter.required]
    fit += UNSAID * sum(one.silent for one in optional) / max(1, len(optional))
    used = [cue for one in settled for cue in one.used]
    left = [cue for cue in cues if cue.kind not in _SOFT and not overlapping(cue, used)]
    return fit + UNUSED * len({(cue.start, cue.end) for cue in left})


def _likeness(question: Question, asked: frozenset[str], filled: frozenset[str]) -> float:
    """How much of the words of two questions is shared, rare words counting most; between 0 and 1.

    A paraphrase counts less for each of its parameters that is not among the *filled* ones.
    """
    weight = _weights()
    best = 0.0
    for paraphrase, slots in zip(_paraphrases(question), _slots(question), strict=True):
        shared = sum(weight.get(one, UNKNOWN_WORD) for one in asked & paraphrase)
        total = sum(weight.get(one, UNKNOWN_WORD) for one in asked) + sum(weight[one] for one in paraphrase)
        best = max(best, 2 * shared / total * OPEN_SLOT ** len(slots - filled) if total else 0.0)
    every = frozenset().union(*_paraphrases(question))
    known = [one for one in asked if one in weight]
    covered = sum(weight[one] for one in known if one in every) / (sum(weight[one] for one in known) or 1)
    return 0.75 * best + 0.25 * covered


@cache
def _paraphrases(question: Question) -> tuple[frozenset[str], ...]:
    return tuple(features(_slotted(text)) for text in (*question.paraphrases, question.question))


@cache
def _slots(question: Question) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(_SLOT.findall(text)) for text in (*question.paraphrases, question.question))


@cache
def _weights() -> dict[str, float]:
    """How telling each word is: the fewer questions use it, the more."""
    count: dict[str, int] = {}
    for question in catalogue():
        for feature in frozenset().union(*_paraphrases(question)):
            count[feature] = count.get(feature, 0) + 1
    return {feature: math.log(1 + len(catalogue()) / n) for feature, n in count.items()}


def features(marked: Sequence[str]) -> frozenset[str]:
    """The concepts of a question and, for its verbs, whether what is named does or suffers the act.

    >>> sorted(features(["which", "documents", "cite", "{}"]))
    ['?document', 'cite', 'cite<', 'document']
    >>> sorted(features(["which", "documents", "does", "{}", "cite"]))
    ['?document', 'cite', 'cite>', 'document']
    """
    found: set[str] = set()
    for at in range(len(marked)):
        for concept in _meant(marked, at):
            found.add(concept)
            if concept in _RELATIONS:
                found.update(f"{concept}{way}" for way in _ways(marked, at, concept))
    return frozenset(found | _head(marked))


def _head(marked: Sequence[str]) -> set[str]:
    """What kind of thing is asked for: "?guidance" in "which guidance depends on ..."."""
    start = next((at + 1 for at, word in enumerate(marked) if word in _ASKS), 0)
    for at in range(start, min(start + 4, len(marked))):
        meant = _meant(marked, at)
        if marked[at] in _DOES or (meant and not _TYPES & set(meant)):
            break
        if meant:
            return {f"?{min(_TYPES & set(meant))}"}
    return set()


def _meant(marked: Sequence[str], at: int) -> tuple[str, ...]:
    """What a word stands for, alone or with the word after it ("come up")."""
    word = marked[at]
    pair = f"{word}_{marked[at + 1]}" if at + 1 < len(marked) else ""
    if pair in synonyms():
        return synonyms()[pair]
    return () if word == "{}" else concepts(word)


def _ways(marked: Sequence[str], at: int, concept: str) -> Iterable[str]:
    """A ">" where the nearest named thing does the act, a "<" where the act is done to it."""
    word = marked[at]
    left = any(w == "{}" for w in marked[:at])
    right = next((n for n, w in enumerate(marked) if n > at and w == "{}"), None)
    if right is not None:
        between = set(marked[at + 1 : right])
        way = _to_the_right(word, between - {"in", "from"} if concept == "depend" else between)
    else:
        after = marked[at + 1] if at + 1 < len(marked) else ""
        passive = bool(set(marked[:at]) & _BE) and word.endswith("ed") and after not in _AT
        way = ("<" if passive else ">") if left and word not in _NOUNS else ""
    if way:
        yield {">": "<", "<": ">"}[way] if word in _TURNED else way


def _to_the_right(word: str, between: set[str]) -> str:
    """Which way a verb or noun points to what is named after it; nothing where a noun does not say."""
    if word in _NOUNS:
        return ">" if between & _OUT else "<" if between & _AT else ""
    return ">" if word.endswith("ed") and between & _OUT and not between & _AT else "<"


def _marked(one: Said) -> list[str]:
    """The question's words, with ``{}`` for what it names."""
    kinds = ("document", "country", "place", "year", "ordinal", "regime", "label", "date")
    firm = [cue for cue in one.cues if cue.kind in kinds]
    marked: list[str] = []
    for word in words(one.text):
        if any(cue.start <= word.start < cue.end for cue in firm):
            if not marked or marked[-1] != "{}":
                marked.append("{}")
        else:
            marked.append(word.norm)
    return marked


def _slotted(text: str) -> list[str]:
    """The words of a paraphrase, with ``{}`` for its parameters."""
    marked: list[str] = []
    at = 0
    for slot in _SLOT.finditer(text):
        marked += [word.norm for word in words(text[at : slot.start()])]
        if slot[1] != "topic":
            marked.append("{}")
        at = slot.end()
    return marked + [word.norm for word in words(text[at:])]
