"""Decisions to admit a member, told without saying that anybody decided."""

from collections.abc import Iterator, Mapping, Sequence

from ingest.annotate.decisions.decided import Decided
from ingest.annotate.language.gatherings import Gatherings
from ingest.annotate.language.vocabulary import phrases
from ingest.annotate.language.word import Word, places

MEMBER = frozenset(("member", "members"))


WELCOMED = frozenset(("welcomed", "admitted", "accepted"))


def admitted(
    found: Sequence[Word], countries: Mapping[int, tuple[str, int]], known: Gatherings
) -> Iterator[Decided]:
    """Admissions in a sentence; *countries* gives code and end of a country's name by its first word.

    >>> from ingest.annotate.language.word import words
    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.tables import knowledge
    >>> found = words("Bulgaria was admitted in 2004; France was not.")
    >>> made = admitted(found, {0: ("BGR", 1), 6: ("FRA", 7)}, gatherings(knowledge()))
    >>> [(one.rule, one.start, one.end) for one in made]
    [('was-admitted', 0, 3)]
    """
    for at in places(found, phrases("membership_cues").first):
        cue = phrases("membership_cues").at(found, at)
        if cue is not None and _whole(found, cue.row["note"], cue.end, known):
            made = _named(found, cue.start, cue.end, cue.row["where"], countries)
            if made is not None:
                yield made
    yield from _welcomed(found, countries, member_words(known))


def _whole(found: Sequence[Word], note: str, end: int, known: Gatherings) -> bool:
    """Whether behind a cue that is no more than "became the" or "joined the" stands what makes it whole."""
    if not note.startswith("only"):
        return True
    wanted = known.acronyms if "regime" in note else member_words(known)
    return any(one.low in wanted for one in found[end : end + (1 if "regime" in note else 4)])


def member_words(known: Gatherings) -> frozenset[str]:
    """The words for a member of a regime, one or several.

    >>> from ingest.annotate.language.gatherings import gatherings
    >>> from ingest.tables import knowledge
    >>> {"member", "partner", "partners"} <= member_words(gatherings(knowledge()))
    True
    """
    return MEMBER | known.members | {word.removesuffix("s") for word in known.members}


def _named(
    found: Sequence[Word], start: int, end: int, where: str, countries: Mapping[int, tuple[str, int]]
) -> Decided | None:
    if where == "before":
        near = [at for at, (_, stop) in countries.items() if start - 4 <= stop <= start]
        if not near:
            return None
        return Decided(min(near), end, (min(near), end), "was-admitted", membership=True)
    after = [at for at in countries if end <= at <= end + 2]
    if not after:
        return None
    stop = countries[after[0]][1]
    return Decided(start, stop, (start, stop), "was-admitted", membership=True)


def _welcomed(
    found: Sequence[Word], countries: Mapping[int, tuple[str, int]], members: frozenset[str]
) -> Iterator[Decided]:
    """What "welcomed the Republic of Korea as a new member" tells of."""
    for at in places(found, WELCOMED):
        near = [start for start in countries if at < start <= at + 3]
        for end in range(at + 1, min(len(found), at + 30)):
            if found[end].is_mark and found[end].low not in (",",):
                break
            if (
                near
                and found[end].low in members
                and "as" in {one.low for one in found[max(at, end - 5) : end]}
            ):
                yield Decided(at, end + 1, (at, end + 1), "welcomed-as-member", membership=True)
                break
