"""Small telegrams, whole, for the tests of reading and parsing."""

from ingest.cable import Cable, Passage
from ingest.parse import parse
from ingest.read import read_bytes
from ingest.tables import knowledge

HEADER = """P R 040045Z APR 08
FM AMEMBASSY ROME
TO SECSTATE WASHDC PRIORITY 1234
INFO AMEMBASSY PARIS

C O N F I D E N T I A L ROME 000012

SIPDIS

E.O. 12958: DECL: 04/04/2018
TAGS: PARM, MTCRE
SUBJECT: MTCR
"""


def parsed(text: str) -> Cable:
    """The document of that text, parsed."""
    return parse(read_bytes(text.encode(), "test.txt"), knowledge())


def telegram(body: str, *, ref: str | None = None) -> Cable:
    """A parsed telegram with that body and that REF list."""
    listed = "" if ref is None else f"{ref}\n"
    return parsed(f"{HEADER}{listed}\n{body}\n")


def numbers(body: str) -> list[str]:
    """The numbers of the passages of a telegram with that body."""
    return [passage.number for passage in telegram(body).passages]


def passage(cable: Cable, number: str) -> Passage:
    """The passage of that number."""
    return next(one for one in cable.passages if one.number == number)


def words(cable: Cable, number: str) -> str:
    """The body of the passage of that number, on one line."""
    return " ".join(passage(cable, number).body.of(cable.text).split())
