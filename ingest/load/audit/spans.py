"""Whether the words of all evidence stand where the graph says that they stand."""

from collections.abc import Iterable, Iterator

from ingest.load.audit.finding import Finding
from ingest.load.audit.shapes.literal import text
from ingest.load.audit.view import Term, View, iri
from ontology import terms as t

CHECK = "spans"
SELECTOR, START, END, EXACT = (iri(one) for one in (t.OA_HAS_SELECTOR, t.OA_START, t.OA_END, t.OA_EXACT))


def spans(evidence: Iterable[Term], view: View, words: str) -> Iterator[Finding]:
    """Every quotation is compared with the *words* of the document as it came, character by character.

    >>> import pyoxigraph as ox
    >>> from ingest.load.audit.view import Near, Whole, about
    >>> said = about([f"<urn:e> {SELECTOR} <urn:s>", f'<urn:s> {EXACT} "SIZES"', *(
    ...     f'<urn:s> {one} "{place}"' for one, place in ((START, 9), (END, 14)))])
    >>> [one.message for one in spans(["<urn:e>"], Near(said, Whole(ox.Store())), "SUBJECT: DATES")]
    ["quotes 'SIZES' where the document has 'DATES'"]
    """
    for one in evidence:
        selectors = view.values(one, SELECTOR)
        starts, ends, quotes = (
            [text(value) for selector in selectors for value in view.values(selector, predicate)]
            for predicate in (START, END, EXACT)
        )
        if not (len(starts) == len(ends) == len(quotes) == 1 and starts[0].isdigit() and ends[0].isdigit()):
            yield Finding(CHECK, one[1:-1], "needs one start, one end and one quotation")
            continue
        stands = words[int(starts[0]) : int(ends[0])]
        if stands != quotes[0]:
            message = f"quotes {quotes[0][:60]!r} where the document has {stands[:60]!r}"
            yield Finding(CHECK, one[1:-1], message)
