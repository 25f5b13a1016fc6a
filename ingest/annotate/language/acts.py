"""What is asked for: from a modal through its adverbs, negations and wrappers to the act's own verb.

"should also seek to ensure" asks to ensure; "should continue not to include issuing" forbids to issue.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, cast

from ingest.annotate.language.verbs import gerund_of, is_base, participle_of
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases, table
from ingest.annotate.language.word import Word
from ingest.mention import Modality

TOLD = frozenset(
    ("aware", "able", "unable", "pleased", "glad", "available", "present", "there", "here", "likely")
)
Form: TypeAlias = Literal["bare", "gerund"]


@dataclass(frozen=True, slots=True)
class Act:
    """The act at word ``at``; ``first`` is the first word after the modal. No ``lemma``: an open lead-in."""

    modality: Modality
    lemma: str | None
    at: int
    passive: bool = False


def denied(made: Act) -> Act:
    """The act that is forbidden where nobody or nothing is its subject.

    >>> denied(Act("should", "leave", 3)).modality
    'should-not'
    """
    return replace(made, modality=cast(Modality, made.modality.removesuffix("-not") + "-not"))


@dataclass(frozen=True, slots=True)
class _State:
    at: int
    form: Form
    negated: bool = False
    allowed: bool = False


def act(found: Sequence[Word], start: int, modality: Modality, form: Form = "bare") -> Act | None:
    """The act that a modal governs whose words end before *start*; ``None`` where no act follows.

    >>> from ingest.annotate.language.word import words
    >>> one = act(words("should continue not to include issuing them"), 1, "should")
    >>> one.modality, one.lemma
    ('should-not', 'issue')
    """
    state = _State(past_number(found, start), form)
    while True:
        after = _skip(found, state)
        after = _unwrap(found, after)
        if after == state:
            break
        state = after
    made = _verb(found, state)
    if made is None:
        return None
    lemma, at, passive = made
    if lemma == "be" and modality.startswith("may"):
        return None  # "the delegation may be late": what is possible
    if lemma is not None and not passive and _of_nothing(found, at + len(lemma.split())):
        state = replace(state, negated=not state.negated)
    return Act(_final(modality, state), lemma, at, passive)


def _of_nothing(found: Sequence[Word], at: int) -> bool:
    """Whether the act's object denies it ("take no action", "say nothing"); "no objection" does not."""
    low = found[at].low if at + 1 < len(found) else ""
    if low == "no":
        return not found[at + 1].is_mark and phrases("affirmed_nothings").at(found, at) is None
    if is_kind(low, "preposition"):
        low = found[at + 1].low
    return low in ("nothing", "none")


def _final(modality: Modality, state: _State) -> Modality:
    base = "may" if state.allowed else modality.removesuffix("-not")
    negative = modality.endswith("-not") != state.negated
    return cast(Modality, base + "-not" if negative else base)


def _skip(found: Sequence[Word], state: _State) -> _State:
    """Past adverbs, denials and a parenthetical between commas."""
    at, negated = state.at, state.negated
    while at < len(found):
        low = found[at].low
        denial = phrases("denials").at(found, at)
        if denial is not None:
            at, negated = denial.end, _denied(denial, negated)
            continue
        if low == ",":
            closing = _closing_comma(found, at)
            if closing is None:
                break
            inside = phrases("denials").at(found, at + 1)
            negated = negated if inside is None else _denied(inside, negated)
            at = closing
        elif not (low == "so" or is_kind(low, "adverb") or _split_to(found, at)):
            break
        at += 1
    return replace(state, at=at, negated=negated)


def past_number(found: Sequence[Word], at: int) -> int:
    """Past the number of the first of several acts ("should (1) thank the host; (2) ...").

    >>> from ingest.annotate.language.word import words
    >>> past_number(words("should (1) thank the host"), 1), past_number(words("should thank the host"), 1)
    (4, 1)
    """
    marks = [one.low for one in found[at : at + 3]]
    return at + 3 if len(marks) == 3 and marks[0] == "(" and marks[2] == ")" and len(marks[1]) < 4 else at


def _split_to(found: Sequence[Word], at: int) -> bool:
    """Whether a "to" stands there that "not" or a parenthetical parts from its modal."""
    return found[at].low == "to" and at > 0 and found[at - 1].low in ("not", ",")


def _denied(denial: Cue, before: bool) -> bool:
    return {"flip": not before, "deny": True}.get(denial.row["effect"], before)


def _closing_comma(found: Sequence[Word], opening: int) -> int | None:
    """Where a parenthetical ends that a comma opened; before a colon, the act is left to the items below."""
    for index in range(opening + 1, min(len(found), opening + 16)):
        if found[index].low == ",":
            return index
        if found[index].low == ":" and index + 1 == len(found):
            return index - 1
        if found[index].low in (";", ":", "."):
            return None
    return None


def _unwrap(found: Sequence[Word], state: _State) -> _State:
    """Past "seek to", "be prepared to", "refrain from": what they wrap is the act."""
    for cue in _wrappers(found, state):
        effect, takes = cue[1], cue[2]
        if effect == "keep":
            return state
        following = cue[0] + (1 if cue[0] < len(found) and found[cue[0]].low == "not" else 0)
        if takes == "gerund" and not _named_act(found, following, effect):
            continue
        return _State(
            cue[0],
            "gerund" if takes == "gerund" else "bare",
            state.negated != (effect in ("negate", "flip")),
            state.allowed or effect == "may",
        )
    return state


def _named_act(found: Sequence[Word], at: int, effect: str) -> bool:
    """Whether an "-ing" form follows, or, after "refrain from", a noun of the same form as its verb."""
    if at >= len(found):
        return False
    return gerund_of(found[at].low) is not None or (effect == "negate" and is_base(found[at].low))


def _wrappers(found: Sequence[Word], state: _State) -> list[tuple[int, str, str, str]]:
    """Wrappers at the state's word: where they end, their effect and what they take."""
    table = phrases("act_wrappers")
    if state.at >= len(found) or state.form == "gerund":
        return []
    low = found[state.at].low
    if low == "continue" and [one.low for one in found[state.at + 1 : state.at + 3]] == ["not", "to"]:
        return [(state.at + 1, "", "bare", "")]
    cue = table.at(found, state.at)
    rows = [] if cue is None else [(cue.end, cue.row["effect"], cue.row["takes"], cue.row["note"])]
    single = table.at(found[: state.at + 1], state.at)
    if single is not None and (cue is None or single.end != cue.end):
        rows.append((single.end, single.row["effect"], single.row["takes"], single.row["note"]))
    return [
        one
        for one in rows
        if one[3] != "before a comma" or (found[one[0] : one[0] + 1] and found[one[0]].low == ",")
    ]


def _verb(found: Sequence[Word], state: _State) -> tuple[str | None, int, bool] | None:
    if state.at >= len(found) or found[state.at].low in (":", "."):
        return None, state.at, False
    low = found[state.at].low
    if state.form == "gerund":
        lemma = gerund_of(low) or (low if is_base(low) else None)
        return None if lemma is None else (lemma, state.at, False)
    if low == "be":
        return _passive(found, state.at)
    if (
        low == "do"
        and state.at + 1 < len(found)
        and found[state.at + 1].low in ("so", "this", "it", "likewise")
    ):
        return low, state.at, False
    if is_kind(low, "determiner", "preposition", "conjunction", "opener", "auxiliary") and low != "have":
        return (None, state.at, False) if low == "do" else None
    if not low[0].isalpha() or low in ("have", "you", "it", "we", "they"):
        return None
    phrase = phrases("act_phrases").at(found, state.at)
    return (low if phrase is None else phrase.row["act"]), state.at, False


def _is_quality(low: str) -> bool:
    """Whether an addressee is asked to be so ("should be brief"); one who "should be aware" is only told."""
    small = is_kind(low, "preposition", "determiner", "conjunction", "opener", "auxiliary")
    return low[0].isalpha() and not small and low not in TOLD


def _passive(found: Sequence[Word], be: int) -> tuple[str, int, bool] | None:
    at = be + 1
    while at < len(found) and is_kind(found[at].low, "adverb"):
        at += 1
    lemma = participle_of(found[at].low) if at < len(found) else None
    if lemma is None:
        return ("be", be, False) if at < len(found) and _is_quality(found[at].low) else None
    phrase = " ".join([lemma, *(one.low for one in found[at + 1 : at + 2])])
    known = any(row["phrase"] == phrase for row in table("act_phrases"))
    return (phrase if known else lemma), at, True
