"""The start page: what the graph holds, and the answer to a question in English with its passages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from compendium.web.context import Context
from compendium.web.pages.address import address
from compendium.web.pages.facts import Value
from compendium.web.pages.known import Known, lexicon
from compendium.web.pages.show import shown
from compendium.web.pages.spoken import most
from compendium.web.pages.table import Table, table
from compendium.web.pages.words import Mark, Passage, pieces
from ontology.names import REG
from queries import Ambiguous, Answer, Denominator, NotUnderstood, SupportingPassage, ask
from queries.explain import denominator
from queries.reach import text
from queries.store import Queryable
from queries.term import fill, iri, local, plain

SHOWN: Final = (
    "Document", "Passage", "Decision", "Proposal", "Directive", "Position", "Implementation", "Meeting",
    "Country", "Regime", "Topic", "Organization", "Person", "Post", "Ghost",
)  # fmt: skip
"""The kinds of things that the start page counts, in this order."""
EXAMPLES: Final = (
    ("meeting", "what was decided at the {}"),
    ("country", "what is the position of {}"),
    ("document", "which documents cite {}"),
    ("country", "what has {} proposed"),
    ("meeting", "which documents mention the {}"),
)
"""What can be asked about the thing of each kind that is spoken of most."""
Endpoint = Callable[[Request], Response]


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing in a list: its name, where it leads, its title, and its day."""

    name: Value
    title: str
    day: str
    held: bool | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """What a store holds: how many things of each kind, its documents, and out of how much it answers."""

    kinds: tuple[tuple[str, int], ...]
    documents: tuple[Listed, ...]
    total: Denominator
    examples: tuple[str, ...] = ()


def holding(source: Queryable) -> Holding:
    """What a store holds.

    >>> from queries import open_reader
    >>> found = holding(open_reader("tests/data/shape.trig"))
    >>> found.kinds[:2], [one.name.text for one in found.documents]
    ((('Document', 3), ('Passage', 2)), ['08 STATE 900001'])
    """
    counted = source.query(fill(text("kinds"), {}), file="kinds.rq").rows
    amounts = {local(str(plain(kind))): int(str(plain(things))) for kind, things in counted}
    kinds = tuple((kind, amounts[kind]) for kind in SHOWN if amounts.get(kind))
    documents = tuple(one for one in listed(source, "Document")[0] if one.held)
    return Holding(kinds, documents, denominator(source), tuple(examples(source)))


def examples(source: Queryable) -> Iterator[str]:
    """Questions about what the documents speak of most.

    >>> from queries import open_reader
    >>> list(examples(open_reader("tests/data/shape.trig")))[0]
    'what was decided at the MTCR Plenary 2003, Buenos Aires'
    """
    known = most(source)
    for kind, words in EXAMPLES:
        if kind in known:
            yield words.replace("{}", known[kind][1])
    yield "which documents are cited and not held"


def listed(source: Queryable, kind: str) -> tuple[tuple[Listed, ...], bool]:
    """The things of a class in the order of time and name, and whether there are more than a page has.

    >>> from queries import open_reader
    >>> [one.name.text for one in listed(open_reader("tests/data/shape.trig"), "Regime")[0]]
    ['Missile Technology Control Regime', 'Nuclear Suppliers Group']
    """
    found = source.query(fill(text("listed"), {"kind": (iri(REG + kind),)}), file="listed.rq")
    things = []
    for row in found.dicts():
        if row["node"] is not None:
            one = str(row["node"])
            name = Value(str(row["nodeLabel"] or local(one)), address(one))
            held = row["held"] if isinstance(row["held"], bool) else None
            things.append(Listed(name, str(row["title"] or ""), str(row["day"] or ""), held))
    return tuple(things[:_MOST]), len(things) > _MOST


_MOST: Final = 2000


def start(context: Context) -> Endpoint:
    """``/``: what the graph holds, with examples of what can be asked.

    >>> from starlette.requests import Request
    >>> from tests.web.served import context
    >>> "08 STATE 900001" in bytes(start(context())(Request({"type": "http"})).body).decode()
    True
    """
    known = Known(context, holding)

    def page(request: Request) -> Response:
        return shown("start.html", holds=known.now())

    return page


def asked(context: Context) -> Endpoint:
    """``/ask?q=``: the answer to a question in English; one that is not understood leads to those near it.

    >>> from starlette.requests import Request
    >>> from tests.web.served import context
    >>> request = Request({"type": "http", "query_string": b"q=who+follows+08+STATE+900002"})
    >>> "Which guidance follows" in bytes(asked(context())(request).body).decode()
    True
    """

    def page(request: Request) -> Response:
        said = request.query_params.get("q", "").strip()
        try:
            found = ask(context.pool, said, lexicon=lexicon(context))
        except Ambiguous as error:
            return shown("unclear.html", status=300, said=said, why=str(error), near=error.choices)
        except NotUnderstood as error:
            return shown("unclear.html", status=404, said=said, why=str(error), near=error.nearest)
        rows, passages = answered(found)
        return shown("answer.html", said=said, answer=found, rows=rows, passages=passages)

    return page


def answered(found: Answer) -> tuple[Table, tuple[Passage, ...]]:
    """What a page shows of an answer: its table, and its passages with the words marked.

    >>> from queries import open_reader
    >>> shown = answered(ask(open_reader("tests/data/shape.trig"), "who follows 08 STATE 900002"))
    >>> [one.number for one in shown[1]]
    ['7.C']
    """
    rows = table(found.columns, found.rows, words=found.question.words)
    return rows, tuple(map(_passage, found.passages))


def _passage(one: SupportingPassage) -> Passage:
    marks = []
    for words in one.words:
        at = one.text.find(words)
        if at >= 0:
            marks.append(Mark(at, at + len(words)))
    return Passage(
        one.id,
        one.number,
        one.document,
        one.document_label,
        pieces(one.text, marks),
        marking=one.marking or "",
        marking_status=one.marking_status or "",
        number_status=one.number_status or "",
    )


def browse(context: Context) -> Endpoint:
    """``/browse/KIND``: all things of a kind.

    >>> from starlette.requests import Request
    >>> from tests.web.served import context
    >>> request = Request({"type": "http", "path_params": {"kind": "Decision"}})
    >>> "report on a voluntary basis" in bytes(browse(context())(request).body).decode()
    True
    """

    def page(request: Request) -> Response:
        kind = request.path_params["kind"]
        if kind not in SHOWN:
            return shown("missing.html", status=404, iri=REG + kind, near=())
        things, more = listed(context.pool, kind)
        return shown("browse.html", kind=kind, things=things, more=more)

    return page
