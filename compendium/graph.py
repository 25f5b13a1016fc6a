"""The Python face of a store: ask it, query it, walk it with rdflib."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from queries import Answer, BadParameter, Reader, Result, answer, find_question
from queries import ask as ask_reader
from queries.lexicon import Lexicon, read_lexicon

if TYPE_CHECKING:
    import networkx
    import rdflib


@dataclass(frozen=True)
class KnowledgeGraph:
    """A store opened for reading: a snapshot of it as it was when it was opened.

    >>> from ontology.names import document
    >>> from queries import open_reader
    >>> kg = KnowledgeGraph(open_reader("tests/data/shape.trig"))
    >>> kg.ask("which guidance depends on the 2003 Buenos Aires decision").passages[0].number
    '7.C'
    >>> kg.question("documents-citing", document="08 STATE 900002").dicts()[0]["caption"]
    'SMALL GROUP'
    >>> cited = "SELECT ?label { ?d reg:cites ?_document ; rdfs:label ?label }"
    >>> kg.query(cited, document=document("2008STATE900002")).column("label")
    ('08 STATE 900001',)
    >>> kg.graph().query('ASK { ?s ?p "7.C" }').askAnswer, kg.lexicon.meetings[0].year
    (True, '2003')
    """

    reader: Reader

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names of all things."""
        return read_lexicon(self.reader)

    def ask(self, text: str) -> Answer:
        """The answer to an English question; NotUnderstood and Ambiguous say what to ask instead."""
        return ask_reader(self.reader, text, lexicon=self.lexicon)

    def question(self, name: str, **parameters: str) -> Answer:
        """The answer to a question of the catalogue, parameters in words: ``decision="Athens 2007"``."""
        question = find_question(name)
        if question is None:
            raise BadParameter(f"there is no question {name!r}; queries.catalogue() has them all")
        return answer(self.reader, question, {key.rstrip("_"): value for key, value in parameters.items()})

    def query(self, sparql: str, **parameters: str | int | bool) -> Result:
        """The result of a query; ``?_name`` in it stands for the parameter ``name``."""
        from queries.term import fill, iri, literal, placeholders

        wanted = placeholders(sparql)
        if wanted != set(parameters):
            raise BadParameter(f"the query has {sorted(wanted)} and was given {sorted(parameters)}")
        terms = {
            name: (iri(value) if isinstance(value, str) and "://" in value else literal(value),)
            for name, value in parameters.items()
        }
        return self.reader.query(fill(sparql, terms))

    def graph(self) -> "rdflib.Dataset":
        """An rdflib Dataset over the store, without a copy; its default graph is the union of all graphs.

        Plain strings come back as ``xsd:string`` literals, which rdflib does not hold equal to untyped ones.
        """
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self.reader.store), default_union=True)

    def network(
        self,
        *,
        kinds: Sequence[str] | None = None,
        relations: Sequence[str] | None = None,
        around: str | None = None,
        depth: int = 1,
        passages: bool = False,
    ) -> "networkx.MultiDiGraph[str]":
        """Things and the ties between them as a networkx graph, the same each time.

        Nodes are keyed by compact id ("document/2008STATE34976") and have ``label``, ``kind``, ``iri`` and,
        where known, ``date``, ``marking``, ``held``, counts and more; edges are keyed by their relation and
        have the words that say it most directly: ``quote``, ``passage``, ``rule``, ``grade``, ``marking``.
        *kinds* and *relations* choose some; *around* a thing by its name, id or IRI takes what is within
        *depth* ties; *passages* are nodes if you ask for them. ``docs/exports.md`` lists all attributes.

        >>> from queries import open_reader
        >>> kg = KnowledgeGraph(open_reader("tests/data/shape.trig"))
        >>> sorted(kg.network(around="08 STATE 900002", relations=["cites", "outlinedIn"]))[:2]
        ['document/2008STATE900001', 'document/2008STATE900002']
        """
        from compendium.exchange.network import network
        from compendium.exchange.selection import Selection

        wanted = Selection(
            around=around,
            depth=depth,
            kinds=None if kinds is None else tuple(kinds),
            relations=None if relations is None else tuple(relations),
            passages=passages,
        )
        return network(wanted.part(self.reader, lexicon=None if around is None else self.lexicon))
