"""Questions out: the catalogue, English questions, and reading a store."""

from queries.answer import Answer, Binding, Denominator, SupportingPassage
from queries.ask import answer, ask
from queries.error import (
    Ambiguous,
    BadParameter,
    BrokenQuery,
    Fault,
    NoStore,
    NotUnderstood,
    Refused,
    RemoteFailure,
)
from queries.find import find_things
from queries.question import Question, catalogue, find_question, read_question
from queries.result import Result
from queries.store import Queryable, Reader, open_reader

__all__ = [
    "Ambiguous",
    "Answer",
    "BadParameter",
    "Binding",
    "BrokenQuery",
    "Denominator",
    "Fault",
    "NoStore",
    "NotUnderstood",
    "Queryable",
    "Question",
    "Reader",
    "Refused",
    "RemoteFailure",
    "Result",
    "SupportingPassage",
    "answer",
    "ask",
    "catalogue",
    "find_question",
    "find_things",
    "open_reader",
    "read_question",
]
