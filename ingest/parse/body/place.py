"""Places where a paragraph may begin whose number and heading were lost.

The sequence says that a number is missing; the structure of the lines between says where it stood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.parse.body.heading import Heading, alone
from ingest.parse.body.letter import Item, letter_at
from ingest.parse.body.marking import leading_mark, mark_of_line
from ingest.parse.body.start import content_before, is_content, next_line
from ingest.parse.text.lines import Line, is_page_line, is_remnant, is_rule

MARKED: Final = 4.5
"""The score from which on a place is the beginning of a paragraph also where no number shows a gap."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line at which a paragraph may begin; a higher score is a better sign."""

    index: int
    score: float
    rule: str
    heading: Heading | None = None


def places(body: Sequence[Line], first: int, end: int, skipped: frozenset[int]) -> Iterator[Place]:
    r"""The places among lines *first* to *end*; *skipped* are lines that look numbered and are not.

    >>> from ingest.parse.text.lines import lines
    >>> [(p.index, p.rule) for p in places(lines("One.\n\n#### \n\nTwo."), 1, 5, frozenset())]
    [(2, 'inferred-heading-remnant')]
    """
    scan = _Scan(body, first, end, skipped)
    taken = first - 1
    for index in range(first, end):
        found = scan.at(index)
        if found is not None and found.index > taken:
            taken = scan.words_of(found)
            yield found


@dataclass(frozen=True, slots=True)
class _Scan:
    body: Sequence[Line]
    first: int
    end: int
    skipped: frozenset[int]

    def at(self, index: int) -> Place | None:
        line = self.body[index]
        if line.blank or is_page_line(line.text) or is_rule(line.text):
            return None
        if is_remnant(line.text):
            following, _ = next_line(self.body, index)
            return None if following is None else Place(index, 5.0, "inferred-heading-remnant")
        letter = letter_at(index, line)
        if letter is not None and not self._is_mark(index, letter):
            restart = letter.label == "A" and self._after_text(index)
            return Place(index, 4.0, "inferred-letters-restart") if restart else None
        return self._words(index, line)

    def _is_mark(self, index: int, letter: Item) -> bool:
        """Whether "(C)" is a portion mark: the nearest letter above is not that before C."""
        if letter.label == "A" or mark_of_line(self.body[index].text) is None or not self._free(index):
            return False
        if self.body[index].text.lstrip()[:1] == "#":
            return True
        rows = range(index - 1, max(self.first, index - 60) - 1, -1)
        above = next((one for at in rows if (one := letter_at(at, self.body[at])) is not None), None)
        return above is None or above.form != letter.form or ord(letter.label) - ord(above.label) != 1

    def _words(self, index: int, line: Line) -> Place | None:
        if index in self.skipped:
            return Place(index, 4.8, "inferred-damaged-number")
        if mark_of_line(line.text) is not None and self._free(index):
            listed = leading_mark(line.text.lstrip(" #*>")) is None
            return Place(index, 4.3 if listed else MARKED, "inferred-portion-mark")
        following, gap = next_line(self.body, index)
        before = content_before(self.body, index, self.first - 2)
        under = None if gap else following
        heading = alone(line, after=under, before_blank=self._free(index), before=before)
        listed = index + 1 < self.end and is_content(self.body[index + 1]) and line.text.lstrip()[:1] != "#"
        if heading is not None and following is not None and index + 1 < self.end and not listed:
            words = next((one for one in self.body[index + 1 : index + 8] if is_content(one)), following)
            marked = mark_of_line(words.text) is not None
            return Place(index, 4.6 if marked else 3.0, "inferred-heading", heading)
        if not self._free(index) or not self._begins_sentence(index, line):
            return None
        listed = self._listed_before(index)
        return Place(index, 2.0 if listed else 1.0, "inferred-after-list" if listed else "inferred-paragraph")

    def words_of(self, place: Place) -> int:
        """The line on which the words of a place stand: below a heading or its remnant."""
        if place.rule not in {"inferred-heading-remnant", "inferred-heading"}:
            return place.index
        for index in range(place.index + 1, self.end):
            if is_content(self.body[index]):
                letter = letter_at(index, self.body[index])
                return index if letter is None or self._is_mark(index, letter) else index - 1
        return place.index

    def _free(self, index: int) -> bool:
        return index == 0 or self.body[index - 1].blank or is_rule(self.body[index - 1].text)

    def _begins_sentence(self, index: int, line: Line) -> bool:
        before = content_before(self.body, index, self.first - 2)
        words = line.text.lstrip(" >#*_\t")
        ended = before is None or before.text.rstrip()[-1:] in '.!?:;"”)'
        return ended and words[:1].isupper() and len(words.split()) >= 4

    def _after_text(self, index: int) -> bool:
        """Whether unnumbered words stand between the paragraph's own line and line *index*."""
        return any(is_content(line) for line in self.body[self.first : index])

    def _listed_before(self, index: int) -> bool:
        return any(
            letter_at(at, self.body[at]) is not None or self.body[at].text.lstrip().startswith("--")
            for at in range(max(self.first, index - 40), index)
        )
