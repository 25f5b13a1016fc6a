"""Names in a question that the graph does not have: an answer must not pass over them in silence."""

from itertools import groupby
from typing import Final

from rapidfuzz import fuzz

from queries.cue import cues
from queries.lexicon import Lexicon
from queries.near import nearest
from queries.wording import frame, stopwords, words

ALIKE: Final = 75
"""How alike, of 100, a name must be to be offered for one that is not known."""


def unheard(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A note for each name of the question that nothing in the graph has, with the nearest known one.

    A name is a run of words with a capital letter that neither names anything nor belongs to asking.

    >>> from queries import open_reader
    >>> from queries.lexicon import read_lexicon
    >>> known = read_lexicon(open_reader("tests/data/shape.trig"))
    >>> unheard("which guidance rests on the Bunos Aires decision of 2003?", known)
    ('“Bunos Aires” is not known and was passed over; did you mean Buenos Aires?',)
    >>> unheard("Which guidance rests on the Buenos Aires decision of 2003?", known)
    ()
    """
    named = cues(text, lexicon)
    told = {word.norm for name in _names(lexicon) for word in words(name)}
    notes = []
    spoken = words(text)
    for strange, run in groupby(
        enumerate(spoken),
        key=lambda one: (
            one[0] > 0
            and one[1].text[0].isupper()
            and not any(cue.start <= one[1].start < cue.end for cue in named)
            and one[1].norm not in stopwords() | frame()
        ),
    ):
        found = [word for _, word in run]
        if strange and any(word.norm not in told for word in found):
            said = text[found[0].start : found[-1].end]
            near = [one for one in nearest(said, _callable(lexicon)) if fuzz.ratio(said, one) >= ALIKE]
            asked = f"; did you mean {near[0]}?" if near else "."
            notes.append(f"“{said}” is not known and was passed over{asked}")
    return tuple(notes)


def _callable(lexicon: Lexicon) -> tuple[str, ...]:
    """What a question calls by one name: places of meetings, and countries."""
    places = [place.title() for meeting in lexicon.meetings for place in meeting.places]
    countries = [name for thing in lexicon.of("Country") for name in thing.names]
    return tuple(dict.fromkeys((*places, *countries)))


def _names(lexicon: Lexicon) -> tuple[str, ...]:
    matters = [one.label for one in (*lexicon.decisions, *lexicon.proposals)]
    return (*_callable(lexicon), *matters)
