"""A thing under one identifier: what all documents that use it say of it together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.join.named import Kind, Named
from ingest.join.words import numbered, telling
from ingest.judgement.judged import USE


@dataclass(frozen=True, slots=True)
class Thing:
    """What the documents say under one identifier; ``best`` says most, ``documents`` use it.

    ``name`` is the identifier with its kind; a use that people set apart has its document behind "@".

    >>> one = Named("proposal", "mtcr-swe-brokering", "2005STATE900001", "mtcr", about="brokering")
    >>> made = thing("proposal/mtcr-swe-brokering", [one])
    >>> made.best == one, sorted(made.words), sorted(made.documents)
    (True, ['@broker'], ['2005STATE900001'])
    >>> made.kind, made.rank[-1]
    ('proposal', 'proposal/mtcr-swe-brokering')
    """

    name: str
    best: Named
    documents: frozenset[str]
    first: str
    last: str
    words: frozenset[str] = field(default=frozenset())
    numbers: frozenset[str] = field(default=frozenset())
    around: frozenset[str] = field(default=frozenset())
    cites: frozenset[str] = field(default=frozenset())

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.best.kind

    @property
    def rank(self) -> tuple[object, ...]:
        """What stands for several puts itself first: listed, says most, earliest, by name."""
        return (USE in self.name, *says(self.best), self.first, self.name)


def thing(name: str, uses: Iterable[Named]) -> Thing:
    """The thing under an identifier; the order of its uses does not matter.

    >>> told = ("STATE900001", "gas turbine"), ("STATE900002", "TURBINES")
    >>> uses = [Named("proposal", "p", one, "mtcr", about=words) for one, words in told]
    >>> thing("proposal/p", uses) == thing("proposal/p", uses[::-1]), thing("proposal/p", uses).best.about
    (True, 'gas turbine')
    """
    told = sorted(uses, key=lambda one: (says(one), one.sent or "9999", one.about, one.document))
    best = told[0]
    days = sorted(one.sent for one in told if one.sent is not None)
    countries = frozenset(f"+{one}" for one in best.countries) if best.kind == "decision" else frozenset()
    return Thing(
        name,
        best,
        frozenset(one.document for one in told),
        days[0] if days else "9999",
        days[-1] if days else "",
        (telling(best.about) - _place(best)) | countries | frozenset(f"#{one}" for one in best.topics),
        numbered(best.about),
        frozenset(word for one in told for word in one.around),
        frozenset(document for one in told for document in one.cites),
    )


def _place(one: Named) -> frozenset[str]:
    """The words of the meeting's own name: in that of its decision they tell nothing."""
    if one.kind != "decision":
        return frozenset()
    return telling(" ".join((one.meeting or "").split("-")[1:]))


def says(one: Named) -> tuple[object, ...]:
    """Puts what says more first: a meeting of the tables, what is said at all, with a meeting, in more words.

    >>> bare = Named("decision", "d", "2005STATE900001", "mtcr", about="the 2003 decision", unsaid=True)
    >>> says(Named("decision", "e", "2005STATE900001", "mtcr", about="report")) < says(bare)
    True
    """
    details = (one.place, one.start, one.end, one.ordinal, one.year, one.outlined)
    return (
        not one.listed,
        one.generic,
        one.unsaid,
        one.meeting is None and one.kind == "decision",
        -sum(value is not None for value in details),
        -len(one.start or ""),
        one.sort in (None, "other"),
        -len(telling(one.about)),
        # of equally telling wordings the shorter is the better name; capitals shout
        len(one.about),
        one.about.isupper(),
        not one.about.islower(),
    )
