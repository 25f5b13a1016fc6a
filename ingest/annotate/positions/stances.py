"""Where a stance is said: the verb, its holders, and the words of what it is towards."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from ingest.annotate.language.complements import clause_end
from ingest.annotate.language.holders import Holders, Named, holders_before
from ingest.annotate.language.said import Said
from ingest.annotate.language.verb_groups import Group, group, lemmas_of
from ingest.annotate.language.verbs import finite_of, is_base, known
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word
from ingest.annotate.positions.passive_stances import backed_by, came_from, passive_stances
from ingest.mention import Stance

GUARDS = frozenset(("if", "unless", "whether", "should", "urge", "encourage", "ask", "that's"))
PRONOUNS = frozenset(("it", "they", "he", "she"))
SAYING = frozenset(row["verb"] for row in table("reporting_verbs"))
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
    )
)
LIMITS = frozenset(("until", "unless", "once", "if", "provided", "pending"))


@cache
def _rows() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in table("stance_verbs"):
        found.setdefault(row["lemma"], []).append((tuple(row["rest"].split()), row["stance"], row["note"]))
    return {lemma: tuple(sorted(rows, key=lambda one: -len(one[0]))) for lemma, rows in found.items()}


def stances(found: Sequence[Word], named: Named, last: Said | None = None) -> Iterator[Said]:
    """The stances that a sentence reports, in order; a second verb may share the holders of the first.

    *last* is what the sentence before said, for an "it" that opens this one.
    """
    passives = tuple(passive_stances(found, named, _plain))
    yield from passives
    at = 0
    while at < len(found):
        match = _match(found, at)
        made = None if match is None else _said(found, at, match, named, last)
        if made is not None and match is not None:
            last = made
            yield made
            at = match[0]
        at += 1


def _plain(lemma: str) -> Stance | None:
    """The stance of a verb that needs no more words."""
    return next((cast(Stance, stance) for rest, stance, _ in _rows().get(lemma, ()) if not rest), None)


def _match(found: Sequence[Word], at: int) -> tuple[int, Stance, str] | None:
    """The index after the stance verb that begins there, its stance and its note."""
    for lemma in lemmas_of(found[at].low):
        for rest, stance, note in _rows().get(lemma, ()):
            end = _after(found, at + 1, rest)
            if end is not None:
                return end, cast(Stance, stance), note
    return None


def _after(found: Sequence[Word], at: int, rest: tuple[str, ...]) -> int | None:
    """The index after the rest of a phrase, with an adverb before it ("spoke strongly in favor of")."""
    if rest and at < len(found) and found[at].low != rest[0] and is_kind(found[at].low, "adverb"):
        at += 1
    end = at + len(rest)
    return end if tuple(one.low for one in found[at:end]) == rest else None


def _said(
    found: Sequence[Word], at: int, match: tuple[int, Stance, str], named: Named, last: Said | None
) -> Said | None:
    end, stance, note = match
    if note == "inverse":
        return backed_by(found, at, end, stance, named)
    if note == "inverse noun":
        return came_from(found, at, end, named)
    around = group(found, at)
    if around.unreal or not _fits(found, at, end, note, around):
        return None
    holders = _holders(found, around, named, last)
    if holders is None or (holders.start and found[holders.start - 1].low in GUARDS):
        return None
    if (
        is_base(found[at].low)
        and not around.helpers
        and around.hedge is None
        and not _plural(found, holders, end, at)
    ):
        return None
    final = _denied(stance, note) if around.negated else (None if note == "only denied" else stance)
    if final is None:
        return None
    towards, limit = _towards(found, end)
    stop = max(end, towards[1] if towards else 0, limit[1] if limit else 0)
    hedge = around.hedge or ("would" if around.helpers & {"would"} else None)
    return Said(min(holders.start, at), stop, holders.codes, final, towards, limit, hedge, "holder-verb")


def _fits(found: Sequence[Word], at: int, end: int, note: str, around: Group) -> bool:
    """Whether the words are used as the note in the table asks."""
    following = found[end].low if end < len(found) else ""
    if note == "is still":
        return found[at].low.endswith("ing") and bool(around.helpers & {"is", "are", "was", "were", "still"})
    if note == "would":
        return "would" in around.helpers and following not in WANTED
    if note == "only denied" and end == at + 1:
        return "yet" in around.helpers
    if note == "agreeing" and is_base(following):
        return bool(around.helpers & {"could", "can", "would", "will", "cannot"})
    if note == "wants something of substance":
        return following not in WANTED
    if found[at].low.endswith("ing"):
        return bool(around.helpers & {"is", "are", "was", "were", "been"})
    noun = known().get(lemmas_of(found[at].low)[0], {}).get("also_noun") == "yes"
    if noun and end == at + 1 and found[at].low.endswith("s"):
        return not is_kind(following, "preposition") and following not in (".", ",")
    return True


def _plural(found: Sequence[Word], holders: Holders, end: int, at: int) -> bool:
    """Whether a bare verb can be that of the holders: several, or "the French support the text"."""
    following = found[end].low if end < len(found) else ""
    if end == at + 1 and (is_kind(following, "preposition") or following in (".", ",")):
        return False
    many = found[at - 1].low.endswith("s") and found[at - 1].low not in ("u.s", "us")
    return len(holders.codes) > 1 or many or (holders.start > 0 and found[holders.start - 1].low == "the")


def _holders(found: Sequence[Word], around: Group, named: Named, last: Said | None) -> Holders | None:
    direct = holders_before(found, around.start, named)
    if direct is not None:
        return direct
    before = found[around.start - 1].low if around.start else ""
    if before in PRONOUNS:
        return reporter(found, around.start - 1, named) or _spoken_of(found, around.start - 1, last)
    if before == "that" or finite_of(before) in ("say", "state", "indicate"):
        return None
    if last is not None and before in ("and", "but") and last.start < around.start:
        between = found[last.start : around.start - 1]
        if not any(is_kind(one.low, "opener") for one in between[2:]):
            return Holders(last.codes, last.start)
    return None


def reporter(found: Sequence[Word], pronoun: int, named: Named) -> Holders | None:
    """The holders in "Germany said (that) it could ..." and "France has told us that it supports ..."."""
    at = pronoun
    if at and found[at - 1].low == "that":
        at -= 1
    for verb in range(at - 1, max(-1, at - 9), -1):
        if finite_of(found[verb].low) in SAYING:
            return holders_before(found, group(found, verb).start, named)
    return None


def _spoken_of(found: Sequence[Word], pronoun: int, last: Said | None) -> Holders | None:
    """The one country of the sentence before, where "it" opens the sentence."""
    opens = pronoun == 0 or (pronoun == 1 and found[0].is_mark)
    if last is None or not opens or found[pronoun].low != "it" or len(last.codes) != 1:
        return None
    return Holders(last.codes, pronoun)


def _denied(stance: Stance, note: str) -> Stance | None:
    if note == "only denied":
        return stance
    return {"supports": "opposes", "opposes": "supports"}.get(stance)  # type: ignore[return-value]


def _towards(found: Sequence[Word], at: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """What the stance is towards, and under which condition."""
    if at < len(found) and found[at].low == ",":
        closing = next((one for one in range(at + 1, len(found)) if found[one].low == ","), None)
        at = at + 1 if closing is None else closing + 1
    while at < len(found) and (is_kind(found[at].low, "preposition") and found[at].low != "to"):
        at += 1
    if at < len(found) and (is_kind(found[at].low, "conjunction", "auxiliary") or found[at].low == "because"):
        return None, None
    end = clause_end(found, at)
    for stop in range(at + 1, end):
        if found[stop].low in LIMITS:
            limit = (stop, end)
            return _trimmed(found, at, stop), limit
        if found[stop].low == "," and _turns(found, stop + 1):
            return _trimmed(found, at, stop), None
        if found[stop].low in ("but", "because", "although", "while"):
            return _trimmed(found, at, stop), None
    return _trimmed(found, at, end), None


def _turns(found: Sequence[Word], at: int) -> bool:
    """Whether what follows a comma is no longer what the stance is towards."""
    low = found[at].low if at < len(found) else "."
    return low.endswith("ing") or is_kind(low, "opener", "preposition", "adverb") or low in ("and", "but")


def _trimmed(found: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    while end > start and found[end - 1].is_mark:
        end -= 1
    return (start, end) if end > start else None
