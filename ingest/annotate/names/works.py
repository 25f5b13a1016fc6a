"""Standing works of a regime: its annex, its guidelines, its compendium of decisions."""

from collections.abc import Iterator

from ingest.annotate.names.names import Names, names, per_knowledge
from ingest.annotate.names.stretches import stretches
from ingest.cable import Cable
from ingest.knowledge import Knowledge, Work
from ingest.mention import WorkMention


def annotate_works(cable: Cable, knowledge: Knowledge) -> Iterator[WorkMention]:
    r"""The works that the passages name; one mention for each work that a name may mean.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nSUBJECT: MTCR\n1. The MTCR Annex changed."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [one.name for one in annotate_works(cable, knowledge())]
    ['MTCR Equipment, Software and Technology Annex']
    """
    for stretch in stretches(cable):
        plain = list(_plain_names(knowledge).find(cable.text, stretch))
        for at, works in work_names(knowledge).find(cable.text, stretch):
            # "the Annex" is a name, and yet "the Annex Handbook" is another work
            longer = [(other, found) for other, found in plain if at.start < other.start < at.end < other.end]
            for span, meant in longer or [(at, works)]:
                for work in meant:
                    yield WorkMention(span, "work-name", work.label)


@per_knowledge
def work_names(knowledge: Knowledge) -> Names[Work]:
    """The names of the works of all regimes, as written or in capitals: "annex" alone is a common word.

    >>> from ingest.tables import knowledge
    >>> [[one.id for one in works] for _, works in work_names(knowledge()).find("the MTCR Annex, an annex")]
    [['mtcr-annex']]
    """
    return names((name, work) for one in knowledge.profiles for work in one.works for name in work.names)


@per_knowledge
def _plain_names(knowledge: Knowledge) -> Names[Work]:
    """The names that have no article."""
    works = [work for one in knowledge.profiles for work in one.works]
    return names((name, work) for work in works for name in work.names if not name.startswith("the "))
