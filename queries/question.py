"""The catalogue: each question is one ``.rq`` file with a header: what it asks and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

import yaml

from queries.error import BadParameter, BrokenQuery
from queries.term import Term, fill, placeholders
from queries.wording import words

CATALOGUE: Final = Path(__file__).parent / "catalogue"

Type: TypeAlias = Literal[
    "document",
    "country",
    "meeting",
    "decision",
    "proposal",
    "topic",
    "regime",
    "label",
    "date",
    "year",
    "place",
    "stance",
]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question needs or allows to be said: ``{name}`` in its English, ``?_name`` in its SPARQL."""

    name: str
    type: Type
    required: bool
    example: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer and what stands in it."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the catalogue.

    ``passage`` and ``words`` name the columns that hold the supporting passage and the words of the evidence.

    >>> from queries.term import iri
    >>> question = find_question("documents-citing")
    >>> "{ <x:a> }" in question.bound({"document": (iri("x:a"),)})
    True
    >>> question.bound({})
    Traceback (most recent call last):
    queries.error.BadParameter: documents-citing needs document (document), for example ...
    """

    name: str
    number: str
    question: str
    summary: str
    paraphrases: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: str
    inverse: str | None
    passage: str | None
    words: str | None
    text: str
    file: str

    def bound(self, values: Mapping[str, tuple[Term, ...]]) -> str:
        """The SPARQL with its parameters filled in; BadParameter where a required one is missing."""
        known = {one.name for one in self.parameters}
        for name in values:
            if name not in known:
                raise BadParameter(f"{self.name} has no parameter {name!r}; it has {sorted(known) or 'none'}")
        for one in self.parameters:
            if one.required and not values.get(one.name):
                raise BadParameter(f"{self.name} needs {one.name} ({one.type}), for example {one.example!r}")
        return fill(self.text, values)


@cache
def catalogue() -> tuple[Question, ...]:
    """All questions, in the order of their numbers: "6" is the question, "6b" the same relation turned round.

    >>> len({question.number.rstrip("bcde") for question in catalogue()})
    16
    """
    files = sorted(CATALOGUE.glob("*.rq"))
    questions = [read_question(file.read_text("utf-8"), str(file)) for file in files]
    return tuple(sorted(questions, key=lambda one: (int(one.number.rstrip("bcde")), one.number)))


@cache
def asking_words() -> frozenset[str]:
    """The words in which the questions of the catalogue are asked.

    >>> "according" in asking_words(), "voluntary" in asking_words()
    (True, False)
    """
    texts = (text for one in catalogue() for text in (one.question, *one.paraphrases))
    return frozenset(word.norm for text in texts for word in words(text))


def find_question(name: str) -> Question | None:
    """The question of that name, or ``None``.

    >>> find_question("documents-citing").parameters[0].type, find_question("no-such-question")
    ('document', None)
    """
    return next((one for one in catalogue() if one.name == name), None)


def read_question(text: str, file: str) -> Question:
    """The question in the text of an ``.rq`` file; BrokenQuery with file, line and column otherwise.

    >>> read_question("ASK { ?s ?p ?o }", "mine.rq")
    Traceback (most recent call last):
    queries.error.BrokenQuery: mine.rq:1:1: a question needs a header in lines that begin with '#+ '
    """
    header = _header(text, file)
    try:
        question = _made(header, text, file)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BrokenQuery(f"the header is not complete: {error!r}", file=file) from None
    wanted = {one.name for one in question.parameters}
    if placeholders(text) != wanted:
        odd = sorted(placeholders(text) ^ wanted)
        raise BrokenQuery(f"header and query do not have the same parameters: {', '.join(odd)}", file=file)
    return question


def _header(text: str, file: str) -> dict[str, Any]:
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.startswith("#+")]
    if not lines:
        raise BrokenQuery("a question needs a header in lines that begin with '#+ '", file=file)
    try:
        header = yaml.safe_load("\n".join(line[3:] for _, line in lines))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = min(mark.line if mark else 0, len(lines) - 1)
        column = mark.column + 4 if mark else 1
        raise BrokenQuery(f"header: {error.problem}", file=file, line=lines[at][0], column=column) from None
    if not isinstance(header, dict):
        raise BrokenQuery("the header is not a mapping (key: value)", file=file, line=lines[0][0])
    return header


def _made(header: dict[str, Any], text: str, file: str) -> Question:
    supports = header.get("supports") or {}
    return Question(
        name=Path(file).stem,
        number=str(header["number"]),
        question=header["question"],
        summary=header["summary"].strip(),
        paraphrases=tuple(header["paraphrases"]),
        parameters=tuple(_parameter(name, said) for name, said in (header.get("parameters") or {}).items()),
        columns=tuple(Column(name, meaning) for name, meaning in header["columns"].items()),
        example=header["example"],
        inverse=header.get("inverse"),
        passage=supports.get("passage"),
        words=supports.get("words"),
        text=text,
        file=file,
    )


def _parameter(name: str, said: dict[str, Any]) -> Parameter:
    if said["type"] not in get_args(Type):
        raise ValueError(f"{name} is a {said['type']!r}, which is none of {', '.join(get_args(Type))}")
    return Parameter(name, said["type"], bool(said["required"]), str(said["example"]))
