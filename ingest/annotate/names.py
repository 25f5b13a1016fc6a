"""Names from tables, found in text: one linear pass however many names there are."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.pattern import Pattern, pattern

T = TypeVar("T")

_KEPT: Final = 4
_SPECIAL: Final = frozenset(r".^$*+?{}[]\|()")


@dataclass(frozen=True, slots=True)
class Names(Generic[T]):
    """Names and what each stands for; one name may stand for several things."""

    _pattern: Pattern | None
    _values: dict[str, tuple[T, ...]]

    def find(self, text: str, span: Span | None = None) -> Iterator[tuple[Span, tuple[T, ...]]]:
        """Where names stand in a text and what they may mean, from left to right, the longest name first."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text, span):
            at = match.span
            if text[at.start - 1 : at.start].isalnum() or text[at.end : at.end + 1].isalnum():
                continue
            yield at, self._values[_key(match.text())]


def names(entries: Iterable[tuple[str, T]], *, folded: bool = False) -> Names[T]:
    r"""A matcher of names: as written or in capitals, over odd spacing and line breaks.

    With *folded*, names that are not abbreviations match in any case, and a hyphen stands for a blank.

    >>> found = names([("Buenos Aires", "ARG"), ("U.S.", "USA")])
    >>> [(at.start, value) for at, value in found.find("The U.S. in BUENOS\n AIRES, not buenos aires")]
    [(4, ('USA',)), (12, ('ARG',))]
    >>> [value for _, value in names([("small group", 1)], folded=True).find("a Small-Group meeting")]
    [(1,)]
    """
    values: dict[str, tuple[T, ...]] = {}
    written: dict[str, None] = {}
    for name, value in entries:
        for form in (name,) if folded else (name, name.upper()):
            written[form] = None
        held = values.get(_key(name), ())
        values[_key(name)] = held if value in held else (*held, value)
    if not written:
        return Names(None, values)
    longest = sorted(written, key=lambda form: (-len(form), form))
    expression = "|".join(_expression(form, folded=folded) for form in longest)
    digest = hashlib.sha256(expression.encode()).hexdigest()[:12]
    return Names(pattern(f"names-{digest}", expression, example=longest[0]), values)


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


def _expression(name: str, *, folded: bool) -> str:
    loose = folded and not is_abbreviation(name)
    space = r"(?:\s+|\s*-\s*)" if loose else r"\s+"
    words = space.join(_literal(word) for word in name.replace("-", " " if loose else "-").split())
    edged = (r"\b" if name[0].isascii() and name[0].isalnum() else "") + words
    edged += r"\b" if name[-1].isascii() and name[-1].isalnum() else ""
    return f"(?i:{edged})" if loose else edged


def _literal(word: str) -> str:
    return "".join("['’]" if c in "'’" else "\\" + c if c in _SPECIAL else c for c in word)


def _key(name: str) -> str:
    return " ".join(name.replace("-", " ").replace("’", "'").split()).casefold()
