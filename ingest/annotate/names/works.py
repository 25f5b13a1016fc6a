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
        for at, works in work_names(knowledge).find(cable.text, stretch):
            for work in works:
                yield WorkMention(at, "work-name", work.label)


@per_knowledge
def work_names(knowledge: Knowledge) -> Names[Work]:
    """The names of the works of all regimes, as written or in capitals: "annex" alone is a common word.

    >>> from ingest.tables import knowledge
    >>> [[one.id for one in works] for _, works in work_names(knowledge()).find("the MTCR Annex, an annex")]
    [['mtcr-annex']]
    """
    return names((name, work) for one in knowledge.profiles for work in one.works for name in work.names)
