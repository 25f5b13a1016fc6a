"""Retrieval prints: what an archive's system says of a telegram above or below its text, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Span
from ingest.parse.text.lines import Line, is_page_line
from ingest.parse.text.vocabulary import vocabulary
from ingest.pattern import pattern

_ATTRIBUTE: Final = pattern(
    "print-attribute",
    r"^\s*(?P<label>[A-Za-z]+(?: [A-Za-z]+){0,4}(?:\(s\))?)\s*:(?:\s+(?P<value>.*))?$",
    example="Document Number: 1976WARSAW900657",
)
_ENOUGH: Final = 4
"""So many labels that only an archive has make a block of attributes."""
_APART: Final = 6
"""Lines of words between two attributes of a block at most: a value may go over several."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: its line, its label in small letters, and its value, which may go over several lines.

    ``cried``: the label stands there in capitals, as those of telegrams do.
    """

    line: int
    label: str
    value: Span
    cried: bool = False
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Print:
    r"""The lines of a message without what its archive added, and the attributes that were taken out.

    >>> from ingest.parse.text.lines import lines
    >>> text = "Message Text\n\nFM AMEMBASSY BONN\n\n1. HELLO.\n\nPage Count: 1\nLocator: TEXT ON-LINE\n"
    >>> text += "Film Number: D760260\nDocument Number: 1976BONN900001\nSubject: n/a\n"
    >>> made = printed(lines(text))
    >>> [line.text for line in made.kept if not line.blank], made.value(text, "subject", "document number")[0]
    (['FM AMEMBASSY BONN', '1. HELLO.'], '1976BONN900001')
    """

    kept: tuple[Line, ...]
    attributes: tuple[Attribute, ...] = ()

    def value(self, text: str, *labels: str) -> tuple[str, Span] | None:
        """The first value under the first of some labels that has one; "n/a" is none."""
        for label in labels:
            for one in self.attributes:
                words = " ".join(one.value.of(text).split()) if one.label == label else ""
                if words and words.lower().strip("'\"! ") not in vocabulary().no_values:
                    return words, one.value
        return None


def printed(body: Sequence[Line]) -> Print:
    r"""The message that some lines are a print of; all lines where they are no print.

    >>> from ingest.parse.text.lines import lines
    >>> printed(lines("FROM: BONN\nSUBJECT: DATES\n\n1. HELLO.")).attributes
    ()
    """
    blocks = tuple(_blocks(body))
    if not blocks:
        return Print(tuple(body))
    dropped: set[int] = set()
    for block in blocks:
        dropped.update(range(block[0].line, _end(body, block[-1].line)))
    kept = (
        line
        for index, line in enumerate(body)
        if index not in dropped and line.text.strip(" :").lower() not in vocabulary().print_rubrics
    )
    return Print(tuple(kept), tuple(one for block in blocks for one in block))


def _blocks(body: Sequence[Line]) -> Iterator[tuple[Attribute, ...]]:
    """The runs of attributes among which enough are an archive's own."""
    run: list[Attribute] = []
    apart = 0
    for index, line in enumerate(body):
        one = _attribute(index, line)
        if one is not None:
            run.append(one)
            apart = 0
            continue
        if not run:
            continue
        if not line.blank and run[-1].line + run[-1].lines == index and not _is_rubric(line):
            run[-1] = replace(run[-1], value=Span(run[-1].value.start, line.end), lines=run[-1].lines + 1)
        apart += not line.blank and not is_page_line(line.text)
        if apart > _APART or _is_rubric(line):
            yield from _block(run)
            run = []
    yield from _block(run)


def _block(run: Sequence[Attribute]) -> Iterator[tuple[Attribute, ...]]:
    """The run, without the fields of the telegram's own header ("TAGS:", "SUBJECT:") that stand above it."""
    first = next((at for at, one in enumerate(run) if not one.cried), len(run))
    rare = {one.label for one in run[first:]} - vocabulary().common_labels
    if len(rare) >= _ENOUGH:
        yield tuple(run[first:])


def _attribute(index: int, line: Line) -> Attribute | None:
    if ":" not in line.text[:60]:
        return None
    found = _ATTRIBUTE.match(line.text[:4000])
    label = "" if found is None else found.text("label").lower()
    if found is None or label not in vocabulary().print_labels:
        return None
    at = found.at("value")
    value = Span(line.end, line.end) if at is None else at.moved(line.start)
    return Attribute(index, label, value, found.text("label").isupper())


def _is_rubric(line: Line) -> bool:
    return line.text.strip(" :").lower() in vocabulary().print_rubrics


def _end(body: Sequence[Line], last: int) -> int:
    """The line after a block: after the rubric below it, at the end of the text, or after the last value."""
    rest = [at for at in range(last + 1, len(body)) if not body[at].blank]
    rubric = next((at for at in rest[:_APART] if _is_rubric(body[at])), None)
    if rubric is not None:
        return rubric
    told = [at for at in rest if not is_page_line(body[at].text)]
    if len(told) <= _APART:
        return len(body)
    end = last + 1
    while end < len(body) and not body[end].blank and body[end].text[:1] in " \t":
        end += 1
    return end
