"""Where a document of a volume is printed, and where everybody can read it."""

from typing import Final

from ingest.document import Document
from ingest.pattern import pattern
from ingest.state.page import Pair
from ingest.state.written import node, text
from ontology import terms as t

_VOLUME: Final = pattern(
    "volume-of-a-series", r"^(?P<volume>frus[\w-]+)-(?P<part>d\w+)$", example="frus1999v90-d7"
)
_ADDRESS: Final = "https://history.state.gov/historicaldocuments"


def printed(document: Document) -> tuple[Pair, ...]:
    """What is known of the volume that prints a document: volume and page, and its public address.

    >>> from ingest.document import Role, Span
    >>> roles = (Role("identifier", Span(0, 0), "d7", "frus1999v90-d7"), Role("page", Span(0, 0), "11"))
    >>> [str(one) for _, one in printed(Document("Act.", "v.xml", "", form="tei", roles=roles))]
    ['"frus1999v90, p. 11"', '<https://history.state.gov/historicaldocuments/frus1999v90/d7>']
    """
    place, page = document.role("identifier"), document.role("page")
    found = None if place is None or document.form != "tei" else _VOLUME.match(place.value or "")
    if found is None:
        return ()
    volume, part = found.text("volume"), found.text("part")
    where = volume if page is None or page.name is None else f"{volume}, p. {page.name}"
    return ((t.DCTERMS_SOURCE, text(where)), (t.RDFS_SEE_ALSO, node(f"{_ADDRESS}/{volume}/{part}")))


def title(document: Document) -> str | None:
    """The head that editors gave a document, without its number, for one that has no subject of its own.

    >>> from ingest.document import Role, Span
    >>> text = "7. Letter From Durham to Conway"
    >>> title(Document(text, "v.xml", "", form="tei", roles=(Role("head", Span(0, len(text))),)))
    'Letter From Durham to Conway'
    """
    head = document.role("head") if document.form == "tei" else None
    if head is None:
        return None
    words = " ".join(head.span.of(document.text).split())
    number, _, rest = words.partition(" ")
    return rest if number.strip("[]().").isdigit() and rest else words
