"""E-mails and memoranda: texts that begin with From, To, a date and a subject."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.cable import Cable
from ingest.document import Document
from ingest.knowledge import Knowledge
from ingest.parse.header.header import Head
from ingest.parse.listing.otherwise import slug
from ingest.parse.telegram import telegram
from ingest.parse.text.lines import Line
from ingest.pattern import pattern

_ENOUGH: Final = 3
_MEMORANDUM: Final = pattern(
    "memorandum-word", r"(?i)\bMEMO(?:RANDUM)?\b", example="MEMORANDUM FOR THE RECORD"
)
_ADDRESS: Final = pattern(
    "mail-address", r"[<\[(][^<>\[\]()]*@?[^<>\[\]()]*[>\])]", example="<durham@state.gov>"
)


def is_correspondence(top: Head) -> bool:
    r"""Whether a header has at least three of From, To, a date and a subject.

    >>> from ingest.parse.header.header import head
    >>> from ingest.parse.text.lines import lines
    >>> from ingest.tables import knowledge
    >>> mail = "From: Ann Durham\nTo: Carol Conway\nSubject: Plenary\n\nAgreed."
    >>> [is_correspondence(head(text, lines(text), knowledge())) for text in (mail, "Subject: Plenary")]
    [True, False]
    """
    return len({field.kind for field in top.fields} & {"from", "to", "date", "subject"}) >= _ENOUGH


def correspondence(document: Document, body: Sequence[Line], top: Head, knowledge: Knowledge) -> Cable:
    r"""The e-mail or memorandum that a document is; named as a REF list would name it.

    >>> from ingest.parse.document import parse
    >>> from ingest.tables import knowledge
    >>> text = "From: Ann Durham\nTo: Carol Conway\nDate: February 21, 2008\nSubject: Plenary\n\nAgreed."
    >>> made = parse(Document(text, "mail.txt", ""), knowledge())
    >>> made.kind, made.id
    ('Email', 'email-2008-02-21-durham-conway')
    """
    kind = "Memorandum" if any(_MEMORANDUM.search(line.text[:120]) for line in body[:12]) else "Email"
    made = telegram(document, body, top, knowledge)
    header = made.header
    names = [surname(one.value) for one in (header.sender, *header.to[:1]) if one is not None]
    when = [] if header.sent is None else [header.sent.value[:10]]
    prefix = "memo" if kind == "Memorandum" else "email"
    parts = [prefix, *when, *(slug(name, most=30) for name in names)]
    identifier = "-".join(part for part in parts if part)
    if not when or len(names) < 2:
        identifier = f"{identifier}-{document.sha256[:8]}"
    return replace(made, id=identifier, kind=kind)


def surname(words: str) -> str:
    """The family name of a correspondent.

    >>> surname("Durham, Pamela <durham@state.gov>"), surname("Sean Conway")
    ('Durham', 'Conway')
    """
    found = _ADDRESS.search(words)
    bare = (words if found is None or found.span.start == 0 else words[: found.span.start]).strip(" <>[]\"'")
    bare = bare.split(";")[0]
    if "," in bare:
        return bare.split(",")[0].strip()
    last = bare.split("@")[0].split()
    return last[-1] if last else ""
