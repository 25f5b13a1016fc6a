"""Which form of an answer a client gets: what it asks for in ``Accept``, among the forms that there are."""

from dataclasses import dataclass
from typing import Final

JSON: Final = "application/sparql-results+json"
XML: Final = "application/sparql-results+xml"
TURTLE: Final = "text/turtle"
N_TRIPLES: Final = "application/n-triples"
N_QUADS: Final = "application/n-quads"
TRIG: Final = "application/trig"
JSON_LD: Final = "application/ld+json"
RDF_XML: Final = "application/rdf+xml"
CSV: Final = "text/csv"
TSV: Final = "text/tab-separated-values"

TABLES: Final = {
    JSON: JSON,
    "application/json": JSON,
    XML: XML,
    "application/xml": XML,
    "text/xml": XML,
    CSV: CSV,
    TSV: TSV,
}
"""What the rows of a SELECT and the yes or no of an ASK may be asked for as, and what they are sent as."""

GRAPHS: Final = {
    TURTLE: TURTLE,
    "application/turtle": TURTLE,
    "application/x-turtle": TURTLE,
    N_TRIPLES: N_TRIPLES,
    "text/plain": N_TRIPLES,
    JSON_LD: JSON_LD,
    "application/json": JSON_LD,
    RDF_XML: RDF_XML,
    "application/xml": RDF_XML,
    "text/xml": RDF_XML,
    N_QUADS: N_QUADS,
    TRIG: TRIG,
    "application/x-trig": TRIG,
}
"""The same for triples."""


@dataclass(frozen=True, slots=True)
class _Range:
    """One range of media types in ``Accept``, how much it is wanted, and how exactly it says what."""

    main: str
    sub: str
    quality: float

    def fits(self, media: str) -> int:
        """How exactly the range names a media type; 0 where it does not."""
        main, _, sub = media.partition("/")
        if (self.main, self.sub) == (main, sub):
            return 3
        if self.main == main and self.sub == "*":
            return 2
        return 1 if (self.main, self.sub) == ("*", "*") else 0


def chosen(accept: str, forms: dict[str, str]) -> str | None:
    """The form that is sent, for an ``Accept`` header; ``None`` where none is acceptable.

    *forms* has what may be asked for and what is then sent; its first is sent to who has no wish.

    >>> chosen("text/csv;q=0.5, application/json", TABLES), chosen("", GRAPHS), chosen("*/*", GRAPHS)
    ('application/sparql-results+json', 'text/turtle', 'text/turtle')
    >>> chosen("image/png", TABLES), chosen("text/*, text/turtle;q=0", {TURTLE: TURTLE, CSV: CSV})
    (None, 'text/csv')
    """
    wanted = _ranges(accept) or [_Range("*", "*", 1.0)]
    best, found = 0.0, None
    for media, sent in forms.items():
        quality = _quality(media, wanted)
        if quality > best:
            best, found = quality, sent
    return found


def prefers(accept: str, media: str, forms: dict[str, str]) -> bool:
    """Whether *media* is named and wanted at least as much as any of the forms.

    >>> browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    >>> prefers(browser, "text/html", TABLES), prefers("*/*", "text/html", TABLES)
    (True, False)
    """
    wanted = _ranges(accept)
    if not any((one.main, one.sub) == tuple(media.split("/")) and one.quality for one in wanted):
        return False
    return _quality(media, wanted) >= max(_quality(one, wanted) for one in forms)


def content_type(media: str) -> str:
    """A media type as it stands in ``Content-Type``: text says in which encoding it is.

    >>> content_type("text/turtle"), content_type("application/n-triples")
    ('text/turtle; charset=utf-8', 'application/n-triples')
    """
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _ranges(accept: str) -> list[_Range]:
    found = []
    for one in accept.split(","):
        media, *parameters = (part.strip() for part in one.split(";"))
        main, _, sub = media.lower().partition("/")
        if main and sub:
            found.append(_Range(main, sub, _q(parameters)))
    return found


def _q(parameters: list[str]) -> float:
    for one in parameters:
        name, _, value = one.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _quality(media: str, wanted: list[_Range]) -> float:
    """The most exact range decides; a form that is named comes before one that only a range covers."""
    fits = max((one.fits(media), one.quality) for one in wanted)
    return fits[1] + fits[0] * 1e-6 if fits[0] and fits[1] > 0 else 0.0
