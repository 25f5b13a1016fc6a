"""The documents of a TEI volume, one after the other."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Document, Dropped, Role, Span
from ingest.read.given import Given
from ingest.read.limit import check_size
from ingest.read.refusal import Refused
from ingest.read.tei.kind import encoding
from ingest.read.tei.render import Rendered, rendered
from ingest.read.tei.scan import Division, divisions


def tei_documents(given: Given) -> Iterator[Document | Refused]:
    """One document for each ``div`` of type "document"; its ``part`` is what the file calls it ("d434").

    The role "identifier" has the name of the document for all the world as its value. What stands in the file
    before a document and in none (the preface, lists of persons, headings of chapters) is counted in its
    ``dropped``, under the name that the file has for that part; what follows the last, in that of the last.
    ``characters`` therefore add up to those of the file, and ``origin`` gives places in the whole of it.

    >>> head = '<TEI xml:id="v"><text><front>Ours.</front>'
    >>> file = f'{head}<div type="document" xml:id="d1"><p>Act.</p></div></text></TEI>'.encode()
    >>> found = list(tei_documents(Given("v.xml", data=file)))
    >>> [(one.part, one.text, one.roles[0].value) for one in found]
    [('d1', 'Act.', 'v-d1')]
    >>> found[0].characters == len(file), [one.reason for one in found[0].dropped]
    (True, ['TEI', 'text', 'front', 'markup', 'file'])
    """
    check_size(given.size, given.name)
    held: Document | None = None
    left: tuple[Dropped, ...] = ()
    try:
        for number, found in enumerate(divisions(given), start=1):
            if not isinstance(found, Division):
                left = (*left, *found)
                continue
            made = _document(given, found, number, left)
            if isinstance(made, Refused):
                left = (*left, Dropped("documents without words", found.characters))
                yield made
                continue
            left = ()
            if held is not None:
                yield held
            held = made
    except Refused as refusal:
        if held is None:
            raise
        yield held
        yield refusal
        return
    if held is None:
        raise Refused(given.name, "empty", 'the volume has no document (<div type="document">) with words')
    yield _added(held, left)


def _document(given: Given, division: Division, number: int, left: tuple[Dropped, ...]) -> Document | Refused:
    root = division.root
    part = root.get("id") or f"d{root.get('n') or number}"
    volume = division.volume or f"tei-{given.sha256[:8]}"
    made = rendered(root, volume)
    text = made.writer.text
    if not text.strip():
        return Refused(given.name, "empty", f"the document {part} has no words")
    inside = (Dropped("white space", made.writer.blanks), Dropped("markup", division.markup))
    document = Document(
        text,
        given.name,
        hashlib.sha256(text.encode()).hexdigest(),
        (encoding(given.head, given.name),),
        "tei",
        container=given.sha256,
        part=part,
        roles=tuple(_roles(made, division, part, f"{volume}-{part}")),
        links=tuple(replace(one, span=_trimmed(text, one.span)) for one in made.links),
        anchors=tuple(made.anchors),
        characters=division.characters,
        origin=tuple(made.writer.origin),
    )
    return _added(replace(document, dropped=(*division.before, *inside)), left)


def _roles(made: Rendered, division: Division, part: str, identifier: str) -> Iterator[Role]:
    start = Span(0, 0)
    yield Role("identifier", start, part, identifier)
    if division.page is not None:
        yield Role("page", start, division.page)
    dated = next(filter(None, map(division.root.get, ("doc-dateTime-min", "doc-dateTime-max"))), None)
    text = made.writer.text
    yield from (replace(one, span=_trimmed(text, one.span)) for one in made.roles)
    if dated is not None:
        yield Role("date", start, "doc-dateTime-min", dated)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(min(start, span.end), max(min(start, span.end), span.start + len(words.rstrip())))


def _added(document: Document, outside: tuple[Dropped, ...]) -> Document:
    """The document with characters that stand before or behind it in the file, and in no document."""
    total: Counter[str] = Counter()
    for one in (*document.dropped, *outside):
        total[one.reason] += one.characters
    dropped = tuple(Dropped(reason, number) for reason, number in total.items() if number)
    more = sum(one.characters for one in outside)
    return replace(document, dropped=dropped, characters=(document.characters or 0) + more)
