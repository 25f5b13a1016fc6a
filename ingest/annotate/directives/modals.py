"""Acts asked for by a modal whose subject is the addressee: "the delegation should", "posts are to"."""

from collections.abc import Iterator, Sequence
from typing import cast

from ingest.annotate.directives.pronouns import is_pronoun
from ingest.annotate.language.acts import Act, Form, act, denied
from ingest.annotate.language.addressed import Places, post_before
from ingest.annotate.language.asked import Asked
from ingest.annotate.language.subjects import Subject, skip_back, subject_before
from ingest.annotate.language.verbs import known, participle_of
from ingest.annotate.language.vocabulary import Cue, is_kind, phrases, table
from ingest.annotate.language.word import Word, Words, places
from ingest.mention import Modality

SAYING = frozenset(row["verb"] for row in table("saying_verbs"))
"""Verbs whose complement may be a clause without "that" ("say the offer stands")."""


RELEASED = "released"
"""The rule of phrases that say what need not be done, which asks for nothing."""
EARLIER = frozenset(("was", "were", "been", "being", "had", "having", "as", "if", "once", "unless"))
POLITE = frozenset(("please", "kindly", "hereby", "herewith"))
WIDEST = 10
"""How many words a modal phrase may stretch over with its adverbs."""


def modal_acts(
    found: Sequence[Word],
    foreign: frozenset[str],
    *,
    spoken_of: str | None = None,
    posts: Places = frozenset(),
) -> Iterator[Asked]:
    """What the modals of a sentence ask of an addressee, in order; a second one may share the subject.

    "It" and "they" at the beginning of the sentence are the addressee that the sentence before spoke of.

    >>> from ingest.annotate.language.word import words
    >>> found = words("The delegation should agree but may not sign.")
    >>> [(one.act.modality, one.act.lemma) for one in modal_acts(found, frozenset())]
    [('should', 'agree'), ('may-not', 'sign')]
    """
    last: Asked | None = None
    of = spoken_of
    for cue in modals(found):
        subject = subject_before(found, cue.start, foreign) or post_before(found, cue.start, posts)
        of = (of or _of_condition(found, cue.start, foreign)) if subject is None else subject.label
        made = None if cue.row["rule"] == RELEASED or _is_past(found, cue) else act_of(found, cue)
        if made is None or (cue.row["rule"] == "telegraphic" and not _is_plain_verb(made)):
            continue
        if subject is not None:
            made = denied(made) if _none(found, subject) else made
            last = Asked(made, subject.start, cue.start, subject.label, cue.row["rule"])
        elif of is not None and is_pronoun(found, cue.start, made, of, last):
            last = Asked(made, _conjunction(found, cue.start), cue.start, of, cue.row["rule"])
        elif last is not None and _continues(found, last, cue, made):
            last = Asked(made, _conjunction(found, cue.start), cue.start, last.label, cue.row["rule"])
        else:
            continue
        yield last


def _is_past(found: Sequence[Word], cue: Cue) -> bool:
    """Whether somebody was asked before ("the delegation was instructed to")."""
    return cue.start > 0 and found[cue.start - 1].low in EARLIER


def _of_condition(found: Sequence[Word], modal: int, foreign: frozenset[str]) -> str | None:
    """The addressee of the condition that leads the sentence ("if the delegation is pressed, it may")."""
    if not modal or phrases("conditions").at(found, 0) is None:
        return None
    heads = phrases("addressees", "head")
    for at in range(1, min(modal, 5)):
        cue = heads.at(found, at)
        if cue is not None and not foreign & {one.low for one in found[:at]}:
            return cue.row["label"]
    return None


def _none(found: Sequence[Word], subject: Subject) -> bool:
    """Whether none of the addressees is to act ("neither Embassy nor the delegation should")."""
    neither = any(one.low == "neither" for one in found[: subject.start])
    return found[subject.start].low in ("no", "neither") or (
        neither and found[subject.start - 1].low == "nor"
    )


def released(found: Sequence[Word], foreign: frozenset[str]) -> str | None:
    """The addressee that a sentence says need not act, of whom the next sentence may go on to speak.

    >>> from ingest.annotate.language.word import words
    >>> texts = ("Posts need not reply.", "Posts should reply.")
    >>> [released(words(one), frozenset()) for one in texts]
    ['posts', None]
    """
    for cue in modals(found):
        if cue.row["rule"] == RELEASED:
            subject = subject_before(found, cue.start, foreign)
            return None if subject is None else subject.label
    return None


def _is_plain_verb(made: Act) -> bool:
    """Whether an act left without its "to" is a verb and no noun ("Embassy requested guidance")."""
    row = known().get(made.lemma or "")
    return row is not None and row["also_noun"] == "" and not made.passive


def modals(found: Sequence[Word]) -> Iterator[Cue]:
    """The modals and instructing passives of a sentence, outside parentheses and quotation marks.

    >>> from ingest.annotate.language.word import words
    >>> [one.row["modality"] for one in modals(words("Posts should act (and may wait); you must not sign."))]
    ['should', 'shall']
    """
    if not isinstance(found, Words):
        return _modals(found)
    known = found.answers.get("modals")
    if known is None:
        known = found.answers["modals"] = tuple(_modals(found))
    return iter(known)


def _modals(found: Sequence[Word]) -> Iterator[Cue]:
    end = 0
    for at in places(found, phrases("modals").first):
        cue = None if at < end or found[at].depth else _modal_at(found, at)
        if cue is not None:
            yield cue
            end = cue.end


def _modal_at(found: Sequence[Word], at: int) -> Cue | None:
    """The modal phrase there, also with adverbs inside it ("is also requested to", "is in no case to")."""
    cue = phrases("modals").at(found, at)
    kept, denials = _without_adverbs(found, at)
    inner = phrases("modals").at([found[index] for index in kept], 0)
    if inner is None or inner.end < 2 or (cue is not None and cue.end - cue.start >= inner.end):
        return cue
    row, end = inner.row, kept[inner.end - 1] + 1
    if any(one < end for one in denials) and not row["modality"].endswith("-not"):
        row = {**row, "modality": row["modality"] + "-not"}
    return Cue(row, at, end)


def _without_adverbs(found: Sequence[Word], at: int) -> tuple[list[int], list[int]]:
    """The words that may make up a modal phrase, and where a denial stands among them."""
    kept, denials = [at], list[int]()
    index = at + 1
    while index < min(len(found), at + WIDEST):
        denial = phrases("denials").at(found, index)
        if found[index].low == "," and _beside_denial(found, index):
            index += 1
        elif denial is not None and denial.end - denial.start > 1:
            denials += [index] if denial.row["effect"] else []
            index = denial.end
        else:
            if not is_kind(found[index].low, "adverb") and found[index].low not in POLITE:
                kept.append(index)
            index += 1
    return kept, denials


def _beside_denial(found: Sequence[Word], comma: int) -> bool:
    """Whether the comma sets off words such as "under any circumstances"."""
    known = phrases("denials")
    return any(
        cue is not None and cue.end - cue.start > 1
        for cue in (known.at(found, comma + 1), known.ending(found, comma))
    )


def act_of(found: Sequence[Word], cue: Cue) -> Act | None:
    """The act that a modal governs, its "not" before an infinitive included ("is not authorized to").

    >>> from ingest.annotate.language.word import words
    >>> found = words("Posts are not authorized to sign.")
    >>> made = act_of(found, next(modals(found)))
    >>> made and (made.modality, made.lemma)
    ('may-not', 'sign')
    """
    return act(found, cue.end, cast(Modality, cue.row["modality"]), cast(Form, cue.row["takes"]))


def _conjunction(found: Sequence[Word], modal: int) -> int:
    at = skip_back(found, modal)
    while at and (found[at - 1].low in ("and", "but", "or", ",", ";")):
        at -= 1
    return at


def _continues(found: Sequence[Word], last: Asked, cue: Cue, made: Act) -> bool:
    """Whether ", and may support ..." goes on with the subject of the act before it."""
    at = skip_back(found, cue.start) if is_kind(found[cue.start - 1].low, "adverb") else cue.start
    if at == 0 or found[at - 1].low not in ("and", "but", "or", ","):
        return False
    comma = at > 1 and found[at - 2].low in (",", ";")
    between = found[last.act.at : at]
    opened = last.act.lemma in SAYING or any(is_kind(one.low, "opener") for one in between)
    if not opened:
        return True
    reports = any(is_kind(one.low, "opener") for one in between)
    return comma and not made.passive and not (reports and participle_of(found[cue.start - 1].low))
