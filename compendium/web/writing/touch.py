"""What an update may touch in a store that is made of documents: all but what follows from them.

An update says in many ways which graph it writes to. Only those that can be told apart without running it
are taken: a graph that is named in full or by a prefix that the update declares.
"""

from typing import Final

import pyoxigraph as ox

from compendium.web.writing.operations import Operation, operations
from ontology.names import follows
from queries.error import Refused
from queries.term import Token

_OPERATIONS: Final = frozenset({"INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"})
_WORDS: Final = _OPERATIONS | {"DATA", "WHERE", "WITH", "USING", "NAMED", "TO", "SILENT", "GRAPH", "DEFAULT"}
_WHY: Final = (
    "{} follows from the documents of this store, and only `compendium build` writes to it;"
    " write to a graph of your own"
)
_MANY: Final = "an update of this store names each graph that it writes to; {} may be any"


def touches_own(sparql: str) -> None:
    """Return where an update writes to graphs of people's own alone; Refused with the graph where not.

    >>> touches_own("INSERT { GRAPH <urn:notes> { ?d <urn:p> 1 } } WHERE { GRAPH ?g { ?d a ?c } }")
    >>> touches_own("DROP ALL")
    Traceback (most recent call last):
    ...
    queries.error.Refused: an update of this store names each graph that it writes to; ALL may be any
    """
    for one in operations(sparql):
        _outside(one)
        for before, group in one.groups():
            if before.split()[-1:] != ["WHERE"] or before == "DELETE WHERE":
                _inside(one, group)


def may_touch(graph: str) -> None:
    """Return where a graph is of people's own; Refused where it follows from documents.

    >>> may_touch("urn:notes")
    """
    try:
        name = ox.NamedNode(graph).value if graph else ""
    except ValueError:
        raise Refused(f"{graph} is no absolute IRI: name the graph in full") from None
    if {".", ".."} & set(name.split("/")):
        raise Refused(f"{name} has a step to another place in it: name the graph as it is")
    if follows(name):
        raise Refused(_WHY.format(f"<{name}>"), cap="graph")


def _outside(one: Operation) -> None:
    """The graphs that are named outside of groups: all are written to but those after USING."""
    words = one.words()
    source = words.index("TO") if words[0] in ("ADD", "COPY") and "TO" in words else 0
    for at, word in enumerate(words):
        reads = words[at - 1] == "USING" or words[at - 2 : at] == ["USING", "NAMED"] or at < source
        if word.startswith("<") or ":" in word:
            if not reads:
                may_touch(_name(one, word))
        elif (word == "NAMED" and not reads) or word == "ALL":
            raise Refused(_MANY.format(word), cap="graph")
        elif word != "{}" and word not in _WORDS:
            raise Refused(f"{word} is no word of an update, or stands too close to the next")


def _inside(one: Operation, group: tuple[Token, ...]) -> None:
    """The graphs that a template names; each inner group is one of a graph."""
    for at, token in enumerate(group):
        if token.text == "{":
            before = group[max(at - 2, 0) : at]
            if len(before) < 2 or before[0].text.upper() != "GRAPH":
                raise Refused("in what is inserted or deleted, a group is GRAPH <iri> { ... }")
            if before[1].kind == "variable":
                raise Refused(_MANY.format(before[1].text), cap="graph")
            may_touch(_name(one, before[1].text))


def _name(one: Operation, written: str) -> str:
    if written.startswith("<"):
        return written[1:-1]
    prefix, _, rest = written.partition(":")
    if prefix not in one.prefixes or "\\" in rest or "%" in rest:
        raise Refused(f"{written}: name the graph in full, as <iri>")
    return one.prefixes[prefix] + rest
