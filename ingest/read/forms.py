"""The forms in which documents come; each is told by its content and read by a module of its own.

A form is a module with two functions: one that recognises the head of a file, and one that gives its
documents one after the other, however many there are. It is added to :data:`FORMS` before those that are less
particular.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from ingest.document import Document, Form
from ingest.read.given import Given
from ingest.read.html.page import html_documents, is_html
from ingest.read.image.form import image_documents, is_image
from ingest.read.mail.form import is_mail, mail_documents
from ingest.read.pdf.form import is_pdf, pdf_documents
from ingest.read.plain import bundled_documents, is_bundle, is_text, text_documents
from ingest.read.refusal import Refused
from ingest.read.table.rows import is_table, table_documents
from ingest.read.tei import is_tei, tei_documents

Recognise: TypeAlias = Callable[[bytes], bool]
"""Whether the first 64 KiB of a file are of a form."""

Documents: TypeAlias = Callable[[Given], Iterator[Document | Refused]]
"""The documents of a file in its order, each as soon as it is read. One that cannot be read is given as its
refusal and the rest goes on; where nothing of the file can be read, the refusal is raised."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How one form is told and read. ``several``: a file of it holds many documents.

    ``patience``: how many times the usual time a document of it may take, where pages have to be recognised.
    ``more``: a file of it is a document, and may hold others beside.
    """

    form: Form
    recognise: Recognise
    documents: Documents
    several: bool = False
    patience: int = 1
    more: bool = False


FORMS: Final[tuple[Reader, ...]] = (
    Reader("pdf", is_pdf, pdf_documents, patience=10, more=True),
    Reader("image", is_image, image_documents, patience=10),
    Reader("tei", is_tei, tei_documents, several=True),
    Reader("email", is_mail, mail_documents, more=True),
    Reader("html", is_html, html_documents),
    Reader("csv", is_table, table_documents, several=True),
    Reader("text", is_bundle, bundled_documents, several=True),
    Reader("text", is_text, text_documents),
)


def patience(given: Given) -> int:
    """How many times the usual time reading the file may take; 1 for what cannot be read at all.

    >>> patience(Given("a.pdf", data=b"%PDF-1.7")), patience(Given("a.txt", data=b"STATE 034976"))
    (10, 1)
    """
    try:
        return reader(given).patience
    except Refused:
        return 1


def reader(given: Given) -> Reader:
    """The reader of the form that a file has.

    >>> reader(Given("a.bin", data=b"STATE 034976")).form
    'text'
    """
    return next(one for one in FORMS if one.recognise(given.head))
