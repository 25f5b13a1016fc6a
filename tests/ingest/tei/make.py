"""Small volumes of published documents, for tests."""

from ingest.cable import Cable
from ingest.document import Document
from ingest.parse import parse
from ingest.read.file import documents_of
from ingest.read.given import Given
from ingest.tables import knowledge

DEPARTMENT = "Department of State"
SPACE = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"'


def volume(*parts: str, name: str = "frus1999v90") -> bytes:
    """A volume with some documents, and a preface, a list of terms and an index around them."""
    front = '<div type="section" xml:id="terms"><head>Terms</head><p>Embtel, Embassy telegram</p></div>'
    back = '<div type="section" xml:id="index"><p>Arms, <ref target="#pg_4">4</ref></p></div>'
    body = f'<div type="chapter" xml:id="ch1"><head>The Talks</head>{"".join(parts)}</div>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI {SPACE} xml:id="{name}">'
        f"<teiHeader><p>Ours</p></teiHeader><text><front>{front}</front>\n<body>{body}</body><back>{back}</back></text></TEI>\n"
    ).encode()


def division(words: str, part: str = "d1", **more: str) -> str:
    """One document of a volume."""
    told = "".join(f' {key}="{value}"' for key, value in more.items())
    return f'<div type="document" xml:id="{part}"{told}>{words}</div>'


def volume_documents(*parts: str, name: str = "frus1999v90") -> list[Document]:
    """The documents of a volume; none of them may be refused."""
    found = list(documents_of(Given("volume.xml", data=volume(*parts, name=name))))
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


def one_document(words: str, **more: str) -> Document:
    """The one document of a volume."""
    (found,) = volume_documents(division(words, **more))
    return found


def document(
    head: str,
    *paragraphs: str,
    when: str = "1956-03-05T16:00:00",
    place: str = "Lisbon",
    source: str = "Source: Files.",
    more: str = "",
) -> Cable:
    """A document of a volume, parsed."""
    note = f'<note n="1" xml:id="d7fn1" type="source">{source}</note>'
    dated = f'<dateline><placeName>{place}</placeName>, <date when="{when}">that day</date></dateline>'
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return parse(one_document(f"<head>7. {head}{note}</head>{dated}{more}{body}", part="d7"), knowledge())
