"""Standing works of a regime: its annex, its guidelines, its compendium of decisions."""

from collections.abc import Iterator

from ingest.annotate.names.names import Names, names, per_knowledge
from ingest.annotate.names.stretches import stretches
from ingest.cable import Cable
from ingest.knowledge import Knowledge, Work
from ingest.mention import WorkMention


def annotate_works(cable: Cable, knowledge: Knowledge) -> Iterator[WorkMention]:
    """The works that the passages name; one mention for each work that a name may mean."""
    for stretch in stretches(cable):
        for at, works in work_names(knowledge).find(cable.text, stretch):
            for work in works:
                yield WorkMention(at, "work-name", work.label)


@per_knowledge
def work_names(knowledge: Knowledge) -> Names[Work]:
    """The names of the works of all regimes, as written or in capitals: "annex" alone is a common word."""
    return names((name, work) for one in knowledge.profiles for work in one.works for name in work.names)
