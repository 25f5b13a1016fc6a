"""The group around a verb: its helpers to the left, whether they deny it, and how sure they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.annotate.language.verbs import finite_of, gerund_of, is_base, known, participle_of
from ingest.annotate.language.vocabulary import Row, is_kind, phrases
from ingest.annotate.language.word import Word

HELPERS = frozenset(
    (
        *("has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "do", "does", "did"),
        *("will", "would", "could", "can", "cannot", "not", "never", "still", "yet", "no", "longer"),
    )
)
UNREAL = frozenset(("may", "might", "should", "must", "shall", "to"))
BE = frozenset(("is", "are", "was", "were", "be", "been", "am", "being"))
HAVE = frozenset(("has", "have", "had", "having"))


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its helpers: from word ``start`` to the verb; ``helpers`` in lower case."""

    start: int
    negated: bool
    hedge: str | None
    helpers: frozenset[str]
    unreal: bool


@lru_cache(maxsize=20_000)
def lemmas_of(low: str) -> tuple[str, ...]:
    """The lemmas of which a word may be a form.

    >>> lemmas_of("supported"), lemmas_of("had"), lemmas_of("is")
    (('support',), ('have',), ('be',))
    """
    if low in BE:
        return ("be",)
    if low in HAVE:
        return ("have",)
    found = [low] if is_base(low) else []
    forms = (finite_of(low), participle_of(low), gerund_of(low))
    found += [one for one in forms if one is not None and one in known()]
    return tuple(dict.fromkeys(found))


def group(found: Sequence[Word], verb: int) -> Group:
    """The group of the verb at that index.

    >>> from ingest.annotate.language.word import words
    >>> made = group(words("France could not support the text."), 3)
    >>> made.start, made.negated, sorted(made.helpers)
    (1, True, ['could', 'not'])
    """
    at, negated, hedge = verb, False, None
    helpers: set[str] = set()
    while at > 0:
        cue, start = _hedge(found, at)
        low = found[at - 1].low
        if cue is not None:
            hedge = cue["hedge"] or hedge
            negated = negated != (cue["hedge"] in ("not", "unlikely"))
            at = start
        elif low in HELPERS or is_kind(low, "adverb"):
            ended = low == "longer" and at > 1 and found[at - 2].low == "no"
            negated = negated != (low in ("not", "never", "cannot") or ended)
            helpers.add(low)
            at -= 1
        elif low == "since" and at > 1 and found[at - 2].low in HAVE:
            at -= 1  # "have since asked"
        elif low == "," and at > 2 and found[at - 3].low == "," and is_kind(found[at - 2].low, "adverb"):
            at -= 3  # "would, however, accept"
        else:
            break
    before = found[at - 1].low if at else ""
    return Group(at, negated, None if hedge == "not" else hedge, frozenset(helpers), before in UNREAL)


def _hedge(found: Sequence[Word], end: int) -> tuple[Row | None, int]:
    """The hedge that ends there, with or without its adverbs ("is now prepared to"), and where it begins."""
    whole = phrases("stance_hedges").ending(found, end)
    if whole is not None:
        return whole.row, whole.start
    plain = [at for at in range(max(0, end - 8), end) if not is_kind(found[at].low, "adverb")]
    if not plain or plain[-1] != end - 1:
        return None, end
    cue = phrases("stance_hedges").ending([found[at] for at in plain], len(plain))
    return (None, end) if cue is None else (cue.row, plain[cue.start])
