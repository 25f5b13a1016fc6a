"""Documents in, parsed documents out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.cable import Cable
from ingest.document import Document
from ingest.knowledge import Knowledge
from ingest.parse.body.merged import single_spaced
from ingest.parse.correspondence import correspondence, is_correspondence
from ingest.parse.header.cells import bare_cells
from ingest.parse.header.header import head
from ingest.parse.header.retrieval import printed
from ingest.parse.header.supplied import supplied
from ingest.parse.header.told import spoken, with_told, with_told_references
from ingest.parse.published import published
from ingest.parse.statement import is_statement, statement
from ingest.parse.telegram import telegram
from ingest.parse.text.damage import damage, told_damage
from ingest.parse.text.lines import Line, lines
from ingest.parse.text.posts import posts_of
from ingest.parse.text.quoting import quoting
from ingest.parse.text.unlined import parted
from ingest.read.refusal import Refused

_MAIL: Final = frozenset({"from", "to", "cc", "date", "subject"})
_ENOUGH: Final = 2
"""So many signs of a header make a telegram: one alone, such as "SUBJECT:", many texts have."""


def parse(document: Document, knowledge: Knowledge) -> Cable:
    r"""The document with its header, references and passages; raises :class:`Refused` where there is none.

    >>> from ingest.read import read_bytes
    >>> from ingest.tables import knowledge
    >>> text = b"R 040045Z APR 08\nFM SECSTATE WASHDC\n\nCONFIDENTIAL STATE 900001\n\n1. (C) Thanks."
    >>> cable = parse(read_bytes(text, "cable.txt"), knowledge())
    >>> cable.id, [(passage.number, passage.marking) for passage in cable.passages]
    ('2008STATE900001', [('1', 'C')])
    """
    if document.form == "tei":
        return published(document, knowledge)
    told = replace(document, roles=(*document.roles, *bare_cells(document, posts_of(knowledge.posts))))
    made = _parsed(told, parted(lines(spoken(told))), knowledge)
    signs, doubts = quoting(document.text), (*damage(document.text), *told_damage(document))
    if not signs and not doubts:
        return made
    return replace(
        made,
        breaks=tuple(sorted({*made.breaks, *(one for one in signs if made.body.holds(one))})),
        problems=(*made.problems, *doubts),
    )


def _parsed(document: Document, body: Sequence[Line], knowledge: Knowledge) -> Cable:
    text = spoken(document)
    mail = [one.span.end for one in document.roles if one.role in _MAIL]
    if document.form == "email" and document.role("from") is not None:
        top = head(text, tuple(line for line in body if line.start < max(mail)), knowledge)
        return correspondence(document, body, top, knowledge)
    taken = printed(body)
    body = tuple(single_spaced(taken.kept))
    top = supplied(head(text, body, knowledge), taken, text, posts_of(knowledge.posts))
    top = with_told(top, document, knowledge)
    if top.signs < _ENOUGH and is_statement(body, knowledge):
        return statement(document, body, knowledge)
    if top.signs < _ENOUGH and is_correspondence(top):
        return correspondence(document, body, top, knowledge)
    if top.signs < _ENOUGH:
        message = "the text has neither the header of a telegram nor the title of a statement"
        raise Refused(document.source, "no-cable", message)
    return with_told_references(telegram(document, body, top, knowledge), knowledge)
