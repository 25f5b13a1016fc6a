"""Names from tables, found in text: one walk over its words however many names there are."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Generic, TypeVar

from ingest.annotate.tokens import tokens, tokens_in
from ingest.document import Span
from ingest.knowledge import Knowledge

T = TypeVar("T")

_KEPT: Final = 4


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it may be written: its words, and what stands between and after them besides blanks."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    folded: bool

    def ends(self, text: str, found: tuple[Span, ...], first: int) -> int | None:
        """Where the name ends if it stands in the text from its token *first* on."""
        last = first + len(self.words) - 1
        if last >= len(found):
            return None
        said = [at.of(text) for at in found[first : last + 1]]
        if self.folded:
            agrees = tuple(word.casefold() for word in said) == tuple(word.casefold() for word in self.words)
        else:
            agrees = tuple(said) == self.words or tuple(said) == tuple(word.upper() for word in self.words)
        if not agrees or not self._gaps_agree(text, found[first : last + 1]):
            return None
        end = found[last].end
        return end + len(self.tail) if text.startswith(self.tail, end) else None

    def _gaps_agree(self, text: str, found: tuple[Span, ...]) -> bool:
        for gap, left, right in zip(self.gaps, found, found[1:], strict=False):
            between = text[left.end : right.start]
            plain = "".join(between.split()).replace("’", "'")
            if plain == gap and (gap or between):
                continue
            if not (self.folded and plain in ("", "-") and gap in ("", "-")):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Names(Generic[T]):
    """Names and what each stands for; one name may stand for several things."""

    _by_first: Mapping[str, tuple[tuple[_Name, tuple[T, ...]], ...]]

    def find(self, text: str, span: Span | None = None) -> Iterator[tuple[Span, tuple[T, ...]]]:
        """Where names stand in a text and what they may mean, from left to right, the longest name first."""
        found = tokens(text)
        index, stop = tokens_in(text, span)
        while index < stop:
            step = 1
            for name, values in self._by_first.get(found[index].of(text).casefold(), ()):
                end = name.ends(text, found, index)
                if end is not None and (span is None or end <= span.end):
                    yield Span(found[index].start, end), values
                    step = len(name.words)
                    break
            index += step


def names(entries: Iterable[tuple[str, T]], *, folded: bool = False) -> Names[T]:
    r"""A matcher of names: as written or in capitals, over odd spacing and line breaks.

    With *folded*, names that are not abbreviations match in any case, and a hyphen stands for a blank.

    >>> found = names([("Buenos Aires", "ARG"), ("U.S.", "USA")])
    >>> [(at.start, value) for at, value in found.find("The U.S. in BUENOS\n AIRES, not buenos aires")]
    [(4, ('USA',)), (12, ('ARG',))]
    >>> [value for _, value in names([("small group", 1)], folded=True).find("a Small-Group meeting")]
    [(1,)]
    """
    values: dict[_Name, tuple[T, ...]] = {}
    for text, value in entries:
        name = _name(text, folded=folded and not is_abbreviation(text))
        if name is not None and value not in values.get(name, ()):
            values[name] = (*values.get(name, ()), value)
    by_first: dict[str, list[tuple[_Name, tuple[T, ...]]]] = {}
    for name in sorted(values, key=lambda one: (-len(one.words), -len(one.tail), one.words, one.gaps)):
        by_first.setdefault(name.words[0].casefold(), []).append((name, values[name]))
    return Names({first: tuple(found) for first, found in by_first.items()})


def per_knowledge(build: Callable[[Knowledge], T]) -> Callable[[Knowledge], T]:
    """*build*, run once for each set of tables: a matcher takes longer to make than a document to read."""
    kept: list[tuple[Knowledge, T]] = []

    def built(knowledge: Knowledge) -> T:
        for known, value in kept:
            if known is knowledge:
                return value
        value = build(knowledge)
        kept.append((knowledge, value))
        del kept[:-_KEPT]
        return value

    return built


def is_abbreviation(name: str) -> bool:
    """Whether a name is written with capitals inside a word ("RPOC", "ePOC", "U.S.").

    >>> is_abbreviation("ePOC"), is_abbreviation("TEM"), is_abbreviation("Technical Experts Meeting")
    (True, True, False)
    """
    return any(sum(c.isupper() for c in word) > 1 for word in name.split()) and " " not in name


def _name(text: str, *, folded: bool) -> _Name | None:
    written = text.replace("’", "'")
    found = tokens(written)
    if not found:
        return None
    gaps = tuple("".join(written[left.end : right.start].split()) for left, right in pairwise(found))
    return _Name(tuple(at.of(written) for at in found), gaps, written[found[-1].end :].rstrip(), folded)
