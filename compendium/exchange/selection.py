"""Which part of the graph somebody wants: all of it, what surrounds a thing, or the answer to a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ontology.names import ID
from queries import Answer, BadParameter, Reader, answer, ask, find_question, find_things
from queries.excerpt import of_answer
from queries.lexicon import Lexicon
from queries.network import KINDS, PASSAGE, Chosen, Part
from queries.network import around as surrounding
from queries.term import fill, iri


@dataclass(frozen=True, slots=True)
class Selection:
    """A question with its parameters, or a thing and how far to go from it; kinds and relations to keep.

    >>> Selection(question="documents-not-held", around="China")
    Traceback (most recent call last):
    queries.error.BadParameter: give a question or a thing to go around, not both
    """

    question: str | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    around: str | None = None
    depth: int = 1
    kinds: tuple[str, ...] | None = None
    relations: tuple[str, ...] | None = None
    passages: bool = False

    def __post_init__(self) -> None:
        if self.question is not None and self.around is not None:
            raise BadParameter("give a question or a thing to go around, not both")
        if self.parameters and self.question is None:
            raise BadParameter("parameters are for a question")

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out.

        >>> Selection().is_all, Selection(around="China").is_all
        (True, False)
        """
        given = (self.question, self.around, self.kinds, self.relations)
        return all(one is None for one in given)

    def part(self, reader: Reader, *, lexicon: Lexicon | None = None) -> Part:
        """That part of a store. LookupError with the reason where an answer is empty.

        >>> from queries import open_reader
        >>> shape = open_reader("tests/data/shape.trig")
        >>> part = Selection(around="08 STATE 900002", relations=("cites",)).part(shape)
        >>> len(part.members)
        2
        """
        passages = (PASSAGE,) if self.passages or self.question is not None else ()
        chosen = Chosen((*(self.kinds or KINDS), *passages), self.relations)
        if self.question is not None:
            found = answered(reader, self.question, self.parameters, lexicon=lexicon)
            if found.why_empty is not None:
                raise LookupError(f"nothing found: {found.why_empty}")
            return of_answer(reader, found, chosen=chosen)
        if self.around is None:
            return Part(reader, chosen)
        seeds = called(reader, self.around, lexicon=lexicon)
        return Part(reader, chosen, surrounding(reader, seeds, chosen, depth=self.depth))


def answered(
    reader: Reader, question: str, parameters: Mapping[str, str], *, lexicon: Lexicon | None = None
) -> Answer:
    """The answer to a question of the catalogue by its name, or to one in English.

    >>> from queries import open_reader
    >>> shape = open_reader("tests/data/shape.trig")
    >>> answered(shape, "documents-citing", {"document": "08 STATE 900002"}).rows != ()
    True
    """
    known = find_question(question)
    if known is not None:
        return answer(reader, known, parameters)
    if parameters:
        raise BadParameter(f"there is no question {question!r} in the catalogue that could have parameters")
    return ask(reader, question, lexicon=lexicon)


def called(reader: Reader, name: str, *, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """The IRIs of what *name* names: a compact id, an IRI, or what people call it.

    >>> from queries import open_reader
    >>> shape = open_reader("tests/data/shape.trig")
    >>> called(shape, "document/2008STATE900002") == called(shape, "08 STATE 900002")
    True
    """
    is_id = "/" in name and "://" not in name and not any(map(str.isspace, name))
    if is_id:
        asked = fill("ASK { VALUES ?thing { ?_thing } ?thing a ?class }", {"thing": (iri(ID + name),)})
        if reader.query(asked).boolean:
            return (ID + name,)
    return find_things(reader, name, lexicon=lexicon)
