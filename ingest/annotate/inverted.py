"""Acts asked for with the modal before its subject: "Neither should the delegation encourage ..."."""

from collections.abc import Iterator, Sequence
from typing import cast

from ingest.annotate.acts import act
from ingest.annotate.asked import Asked
from ingest.annotate.instructed import subject_from
from ingest.annotate.modals import modals
from ingest.annotate.word import Word
from ingest.mention import Modality

DENYING = frozenset(("neither", "nor"))


def inverted_acts(found: Sequence[Word], foreign: frozenset[str]) -> Iterator[Asked]:
    """What "neither should ..." and "nor may ..." forbid."""
    for cue in modals(found):
        if cue.start == 0 or found[cue.start - 1].low not in DENYING or cue.row["modality"].endswith("-not"):
            continue
        subject = subject_from(found, cue.end, foreign)
        if subject is None:
            continue
        made = act(found, subject.end, cast(Modality, cue.row["modality"] + "-not"))
        if made is not None and made.lemma is not None:
            yield Asked(made, cue.start - 1, cue.start, subject.label, "inverted-modal")
