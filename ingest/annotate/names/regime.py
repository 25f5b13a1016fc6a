"""Which regime a text is about: what bare words such as "the Plenary" are read against."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from ingest.annotate.names.names import Names, is_abbreviation, names, per_knowledge
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile

_TELLING: Final = 4
_FOLLOWING: Final = ("meeting", "members", "member", "chair", "guidelines", "control lists", "intersessional")


_KEPT: Final = 4
_READ: Final[list[tuple[Cable, Knowledge, Profile | None]]] = []
"""The regimes of the last documents: seven steps ask in turn, of the same object."""


@per_knowledge
def _regime_names(knowledge: Knowledge) -> Names[Profile]:
    """The names of all regimes."""
    return names(((name, one) for one in knowledge.profiles for name in one.names), folded=True)


@per_knowledge
def _with_short(knowledge: Knowledge) -> Names[tuple[Profile, int]]:
    """The short names of regimes before meetings and members, each with the length of the short name."""
    return names(
        (
            (f"{short} {follows}", (one, len(short)))
            for one in knowledge.profiles
            for short in one.short
            for follows in (*(name for s in one.series for name in s.names), *one.members, *_FOLLOWING)
        ),
        folded=True,
    )


def regimes_in(text: str, span: Span | None, knowledge: Knowledge) -> Iterator[tuple[Span, Profile]]:
    """Where regimes are named, the short names before a word that shows what they mean included.

    >>> from ingest.tables import knowledge
    >>> [one.id for _, one in regimes_in("the MTCR Plenary and the AG Chair", None, knowledge())]
    ['mtcr', 'australia-group']
    """
    for at, found in _regime_names(knowledge).find(text, span):
        yield at, found[0]
    for at, shorts in _with_short(knowledge).find(text, span):
        profile, length = shorts[0]
        if Span(at.start, at.start + length).of(text) in profile.short:
            yield Span(at.start, at.start + length), profile


@per_knowledge
def _own_series(knowledge: Knowledge) -> Names[Profile]:
    """Short names of meetings that only one regime has ("RPOC"); other bodies have Technical Experts too."""
    owners = {
        (name, one.id): one
        for one in knowledge.profiles
        for s in one.series
        for name in s.names
        if is_abbreviation(name) and len(name) >= _TELLING
    }
    times = Counter(name.casefold() for name, _ in owners)
    return names(
        ((name, one) for (name, _), one in owners.items() if times[name.casefold()] == 1), folded=True
    )


def names_a_regime(cable: Cable, knowledge: Knowledge) -> bool:
    r"""Whether a text is about a regime, or names several of which none stands out.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> known = knowledge()
    >>> texts = (f"STATE 900001\nSUBJECT: A\n1. {one}" for one in ("The MTCR and the NSG met.", "We met."))
    >>> [names_a_regime(parse(Document(one, "a", ""), known), known) for one in texts]
    [True, False]
    """
    if document_regime(cable, knowledge) is not None:
        return True
    return next(regimes_in(cable.text, None, knowledge), None) is not None


def document_regime(cable: Cable, knowledge: Knowledge) -> Profile | None:
    r"""The regime that a document is about: by its subject, else its TAGS, else what its body names most.

    ``None`` where none is named, or two equally often.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> cable = parse(Document("STATE 900001\nSUBJECT: NSG PLENARY\n1. Thanks.", "a.txt", ""), knowledge())
    >>> made = document_regime(cable, knowledge())
    >>> made and made.id
    'nsg'
    """
    for known, tables, found in _READ:
        if known is cable and tables is knowledge:
            return found
    found = _regime_of(cable, knowledge)
    _READ.append((cable, knowledge, found))
    del _READ[:-_KEPT]
    return found


def _regime_of(cable: Cable, knowledge: Knowledge) -> Profile | None:
    subject = cable.header.subject
    by_subject = None
    if subject is not None:
        by_subject = _ranked(one for _, one in regimes_in(cable.text, subject.span, knowledge))
    return (
        by_subject
        or _by_tags(cable, knowledge)
        or _ranked(one for _, one in regimes_in(cable.text, _body(cable), knowledge))
        or _ranked(one for _, found in _own_series(knowledge).find(cable.text) for one in found)
    )


def _by_tags(cable: Cable, knowledge: Knowledge) -> Profile | None:
    tags = {tag.value for tag in cable.header.tags}
    tagged = [profile for profile in knowledge.profiles if tags & set(profile.tags)]
    return tagged[0] if len(tagged) == 1 else None


def _ranked(named: Iterable[Profile]) -> Profile | None:
    """The profile that is named most often, if one is."""
    found = tuple(named)
    ranked = Counter(one.id for one in found).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return next(one for one in found if one.id == ranked[0][0])


def _body(cable: Cable) -> Span | None:
    return cable.body if cable.body.end > cable.body.start else None
