"""What the tools do: each reads the store through workers that can be thrown away."""

from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from compendium.mcp.told import LONGEST, Answered, Described, Fact, Found, Quoted, Selected, found, quoted
from ontology.names import ID
from queries import NotUnderstood, ask
from queries.contain import Pool
from queries.error import BadParameter
from queries.explain import supporting
from queries.find import find_things
from queries.lexicon import Lexicon, read_lexicon
from queries.result import Result
from queries.search import Kept
from queries.state import state
from queries.term import Plain, Term, fill, iri, plain, short

ROWS: Final = 200
PASSAGES: Final = 25
WHOLE: Final = 20_000


@dataclass(slots=True)
class Source:
    """A store and the pool that reads it; queries see what is written to it from their next call on.

    >>> with Pool(Path("tests/data/shape.trig"), workers=1) as pool:
    ...     source = Source(Path("tests/data/shape.trig"), pool)
    ...     hit = source.search("urge").hits[0]
    ...     answer = source.ask("who follows 08 STATE 900002").passages[0]
    ...     rows = source.select("SELECT ?p { ?p reg:number '7.C' }")
    ...     thing = source.describe("08 STATE 900001").facts_in_all
    ...     one = source.passage("08 STATE 900001", "7.C")
    >>> hit.passage, answer.passage, rows.sources[0].document, thing > 10, one.marking
    ('7.C', '7.C', '08 STATE 900001', True, 'C (inherited)')
    """

    store: Path
    pool: Pool
    _index: Kept = field(init=False)
    _state: str = field(init=False)
    _lexicon: Lexicon | None = None

    def __post_init__(self) -> None:
        self._index, self._state = Kept(self.store), state(self.store)

    def search(self, words: str, limit: int = 10, offset: int = 0) -> Found:
        """Passages and titles with these words."""
        _between("limit", limit, 1, PASSAGES)
        page = self._index.now().search(words, limit=limit, offset=offset)
        return Found(page.total, page.offset, tuple(map(found, page.hits)))

    def ask(self, question: str) -> Answered:
        """The answer to an English question."""
        self._renew()
        answer = ask(self.pool, question, lexicon=self._known())
        columns, rows = answer.shown()
        return Answered(
            answer.understood,
            tuple(columns),
            tuple(tuple(row) for row in rows[:ROWS]),
            len(rows),
            tuple(map(quoted, answer.passages[:PASSAGES])),
            len(answer.passages),
            answer.why_empty,
            tuple(answer.notes),
            str(answer.denominator),
        )

    def select(self, sparql: str) -> Selected:
        """The rows of a query that reads, or its yes or no."""
        self._renew()
        result = self.pool.query(sparql)
        if result.triples is not None:
            raise BadParameter("this tool takes SELECT and ASK")
        rows = tuple(tuple(map(_said, row)) for row in result.rows[:ROWS])
        cells = dict.fromkeys(
            one.value
            for row in result.rows[:ROWS]
            for one in row
            if isinstance(one, ox.NamedNode) and one.value.startswith(ID)
        )
        sources = self._sources(tuple(cells)[:ROWS])
        shown = sources[:PASSAGES]
        return Selected(result.columns, rows, len(result.rows), shown, len(sources), result.boolean)

    def describe(self, thing: str) -> Described:
        """What the graph says of a thing, by its name or IRI."""
        self._renew()
        named = find_things(self.pool, thing, lexicon=self._known())[0]
        rows = self._rows("facts", named).dicts()
        if not rows:
            raise NotUnderstood(f"nothing in the graph is called {thing!r}")
        facts = tuple(
            Fact(short(str(one["property"])), str(one["value"])[:LONGEST], _text(one["name"]))
            for one in rows[:ROWS]
        )
        sources = self._sources((named,))
        return Described(named, facts, len(rows), sources[:PASSAGES], len(sources))

    def passage(self, document: str, number: str) -> Quoted:
        """One passage with its whole text."""
        self._renew()
        named = find_things(self.pool, document, lexicon=self._known())[0]
        read = supporting(self.pool, {_iri(f"{named}/p/{number.strip()}").value: ()})
        if not read:
            raise NotUnderstood(f"{document} is not held, or has no passage {number!r}")
        return quoted(read[0], most=WHOLE)

    def _sources(self, things: tuple[str, ...]) -> tuple[Quoted, ...]:
        """Those of the things that are passages, and the passages that their evidence stands in."""
        said: dict[str, tuple[str, ...]] = dict.fromkeys(things, ())
        for row in self._rows("evidence", *things).dicts() if things else ():
            words = () if row["words"] is None else (str(row["words"]),)
            before = said.get(str(row["passage"]), ())
            said[str(row["passage"])] = tuple(dict.fromkeys((*before, *words)))
        return tuple(map(quoted, supporting(self.pool, said)))

    def _rows(self, name: str, *things: str) -> Result:
        text = (resources.files("compendium.mcp") / f"{name}.rq").read_text(encoding="utf-8")
        return self.pool.query(fill(text, {"thing": map(_iri, things)}), file=f"{name}.rq")

    def _known(self) -> Lexicon:
        if self._lexicon is None:
            self._lexicon = read_lexicon(self.pool)
        return self._lexicon

    def _renew(self) -> None:
        """Read the store as it is now."""
        now = state(self.store)
        if now != self._state:
            self.pool.renew()
            self._state, self._lexicon = now, None


def _between(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise BadParameter(f"{name} is a whole number from {least} to {most}")


def _iri(name: str) -> ox.NamedNode:
    try:
        return iri(name)
    except ValueError:
        raise BadParameter(f"{name!r} is no IRI") from None


def _said(term: Term | None) -> str | None:
    return _text(plain(term))


def _text(value: Plain) -> str | None:
    return None if value is None else str(value)[:LONGEST]
