"""Names from tables, found in text: one walk over its words however many names there are."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Generic, TypeAlias, TypeVar

from ingest.annotate.names.tokens import WORD, Tokens, tokens
from ingest.document import Span
from ingest.knowledge import Knowledge

T = TypeVar("T")

_KEPT: Final = 4


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it may be written: its words, and what stands between and after them besides blanks."""

    words: tuple[str, ...]
    low: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    folded: bool

    def ends(self, text: str, found: Tokens, first: int) -> tuple[int, int] | None:
        """Where the name ends, and at which token, if it stands in the text from its token *first* on."""
        at, small, upper = first, True, True
        for index, word in enumerate(self.words):
            if at >= len(found.starts) or (index and not self._gap_agrees(found.gaps[at], index - 1)):
                return None
            said, after = _said(text, found, at, word)
            if self.folded:
                small = said == word or said.casefold() == word.casefold()
            else:
                small, upper = small and said == word, upper and said == word.upper()
            if not (small or (upper and not self.folded)):
                return None
            at = after
        end = found.ends[at - 1]
        return (end + len(self.tail), at) if text.startswith(self.tail, end) else None

    def _gap_agrees(self, between: str, index: int) -> bool:
        gap = self.gaps[index]
        plain = "" if between == " " else "".join(between.split()).replace("’", "'")
        if plain == gap:
            return bool(gap or between)
        return self.folded and plain in ("", "-") and gap in ("", "-")


_Meant: TypeAlias = tuple[_Name, tuple[T, ...]]
_Standing: TypeAlias = tuple[int, int, tuple[T, ...]]
"""Where a name ends that begins at a token, the token after it, and what it may mean."""
_Stands: TypeAlias = tuple[_Standing[T], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Names(Generic[T]):
    """Names and what each stands for; one name may stand for several things.

    >>> found = names([("Buenos Aires", "ARG"), ("Buenos", "?")]).find("in Buenos Aires")
    >>> [(at.start, at.end, values) for at, values in found]
    [(3, 15, ('ARG',))]
    """

    _by_first: Mapping[str, tuple[_Meant[T], ...]]
    _by_two: Mapping[tuple[str, str], tuple[_Meant[T], ...]]
    """The names of several words by their first two."""
    _single: Mapping[str, tuple[_Meant[T], ...]]

    def find(self, text: str, span: Span | None = None) -> Iterator[tuple[Span, tuple[T, ...]]]:
        """Where names stand in a text and what they may mean, from left to right, the longest name first."""
        found = tokens(text)
        starting, standing = found.starting.get(self) or self._begun(found)
        if span is None:
            return self._found(text, found, starting, standing, len(text))
        first, stop = bisect_left(found.starts, span.start), bisect_left(found.starts, span.end)
        here = starting[bisect_left(starting, first) : bisect_left(starting, stop)]
        return self._found(text, found, here, standing, span.end) if here else iter(())

    def _found(
        self, text: str, found: Tokens, here: Sequence[int], standing: dict[int, "_Stands[T]"], limit: int
    ) -> Iterator[tuple[Span, tuple[T, ...]]]:
        index = 0
        for at in here:
            if at < index:
                continue
            names_here = standing.get(at)
            if names_here is None:
                names_here = standing[at] = self._standing(text, found, at)
            for end, after, values in names_here:
                if end <= limit:
                    yield Span(found.starts[at], end), values
                    index = after
                    break

    def _begun(self, found: Tokens) -> "tuple[tuple[int, ...], dict[int, _Stands[T]]]":
        standing: dict[int, _Stands[T]] = {}
        found.starting[self] = made = self._starting(found), standing
        return made

    def _standing(self, text: str, found: Tokens, at: int) -> "_Stands[T]":
        """The names that stand at a token; the same stretch is asked for by several rules."""
        ends = [(name.ends(text, found, at), values) for name, values in self._beginning(found, at)]
        return tuple((*end, values) for end, values in ends if end is not None)

    def _starting(self, found: Tokens) -> tuple[int, ...]:
        """The tokens of a text at which one of the names may begin, by their words and the next."""
        words, broken, single, two = found.folded, found.broken, self._single, self._by_two
        follow = (*words[1:], "")
        first = [
            at
            for at in found.places(self._by_first.keys())
            if words[at] in single or (words[at], follow[at]) in two or (broken and _is_broken(broken, at))
        ]
        joined = [at for at in broken if words[at] + words[at + 1] in self._by_first]
        return tuple(sorted({*first, *joined}) if joined else first)

    def _beginning(self, found: Tokens, index: int) -> Sequence[_Meant[T]]:
        """The names that may begin at a token, the longest first: in most texts, by it and the next."""
        words = found.folded
        if _is_broken(found.broken, index):
            joined = words[index] + words[index + 1] if index in found.broken else ""
            return [
                one
                for first in (joined, words[index])
                for one in self._by_first.get(first, ())
                if len(one[0].low) == 1 or _may_follow(one[0].low[1], words, index)
            ]
        second = words[index + 1] if index + 1 < len(words) else ""
        several = self._by_two.get((words[index], second), ())
        single = self._single.get(words[index], ())
        return (*several, *single) if several else single


def _is_broken(broken: Set[int], index: int) -> bool:
    """Whether that token or the next goes on in the next line."""
    return index in broken or index + 1 in broken


def _may_follow(second: str, words: tuple[str, ...], index: int) -> bool:
    """Whether the second word of a name stands next, at least in part: few do after "the"."""
    near = words[index + 1 : index + 4]
    return second in near or any(map(second.startswith, near))


def _said(text: str, found: Tokens, at: int, word: str) -> tuple[str, int]:
    """The word at a token, put together over a line's end if that makes *word*, and the token after it."""
    said = text[found.starts[at] : found.ends[at]]
    if len(said) < len(word) and at in found.broken:
        whole = said + text[found.starts[at + 1] : found.ends[at + 1]]
        if whole.casefold() == word.casefold():
            return whole, at + 2
    return said, at + 1


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
    by_two: dict[tuple[str, str], list[tuple[_Name, tuple[T, ...]]]] = {}
    for first, found in by_first.items():
        for one in found:
            if len(one[0].low) > 1:
                by_two.setdefault((first, one[0].low[1]), []).append(one)
    return Names(
        {first: tuple(found) for first, found in by_first.items()},
        {two: tuple(found) for two, found in by_two.items()},
        {
            first: tuple(one for one in found if len(one[0].low) == 1)
            for first, found in by_first.items()
            if any(len(one[0].low) == 1 for one in found)
        },
    )


def per_knowledge(build: Callable[[Knowledge], T]) -> Callable[[Knowledge], T]:
    """*build*, run once for each set of tables: a matcher takes longer to make than a document to read.

    >>> from ingest.tables import knowledge
    >>> codes = per_knowledge(lambda tables: sorted(tables.countries))
    >>> codes(knowledge()) is codes(knowledge()), "FRA" in codes(knowledge())
    (True, True)
    """
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
    found = [match.span() for match in WORD.finditer(written)]
    if not found:
        return None
    gaps = tuple("".join(written[left[1] : right[0]].split()) for left, right in pairwise(found))
    words = tuple(written[start:end] for start, end in found)
    return _Name(
        words, tuple(word.casefold() for word in words), gaps, written[found[-1][1] :].rstrip(), folded
    )
