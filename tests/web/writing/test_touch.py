"""What an update may touch in a store that is made of documents."""

import pytest

from compendium.web.writing.touch import touches_own
from compendium.web.writing.using import using
from ontology.names import DERIVED_GRAPH, GRAPH, OWN_GRAPHS
from queries.error import Refused

PREFIX = "PREFIX g: <" + GRAPH + "> PREFIX n: <urn:notes:> "


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:p> 1 }",
        "INSERT DATA { GRAPH <" + OWN_GRAPHS + "notes> { <urn:a> <urn:p> 1 } }",
        PREFIX + "WITH n:a DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { GRAPH g:derived { ?s ?p ?o } }",
        PREFIX + "INSERT { ?s ?p ?o } USING g:derived WHERE { ?s ?p ?o }",
        PREFIX + "COPY g:derived TO n:a",
        PREFIX + "DROP SILENT GRAPH n:a ; CLEAR DEFAULT ; CREATE GRAPH n:b",
        "DELETE WHERE { GRAPH <urn:notes:a> { ?s ?p '} GRAPH ?g {' } }",
    ],
)
def test_graphs_of_ones_own_are_written(update: str) -> None:
    touches_own(update)


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { GRAPH <" + DERIVED_GRAPH + "> { <urn:a> <urn:p> 1 } }",
        "INSERT DATA { GRAPH <" + OWN_GRAPHS + "../derived> { <urn:a> <urn:p> 1 } }",
        PREFIX + "INSERT DATA { GRAPH g:derived { <urn:a> <urn:p> 1 } }",
        PREFIX + "INSERT DATA { GRAPHg:derived { <urn:a> <urn:p> 1 } }",
        "BASE <" + GRAPH + "> INSERT DATA { GRAPH <derived> { <urn:a> <urn:p> 1 } }",
        PREFIX + "WITH g:derived DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
        PREFIX + "MOVE g:derived TO n:a",
        PREFIX + "COPY n:a TO g:derived",
        PREFIX + "CLEAR DEFAULT ; DROP GRAPH g:authority",
        "DROP ALL",
        "CLEAR NAMED",
        "CLEARALL",
    ],
)
def test_what_follows_from_documents_is_not(update: str) -> None:
    with pytest.raises(Refused):
        touches_own(update)


def test_graphs_of_the_request_and_of_the_update_exclude_each_other() -> None:
    with pytest.raises(Refused, match="say it in one place"):
        using("WITH <urn:a> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }", ("urn:b",), ())
