"""Whether the head of a file is that of a TEI volume, and in which encoding the file is written."""

import codecs
from typing import Final

from ingest.pattern import pattern
from ingest.read.refusal import Refused

_ROOT: Final = pattern(
    "tei-root",
    r"^\s*(?:<\?[^>]*\?>\s*|<!--(?:[^-]|-[^-])*-->\s*)*"
    r"<(?:!DOCTYPE\s+)?(?:[A-Za-z][\w.-]*:)?(?:TEI|TEI\.2|teiCorpus)(?:[\s>/\[]|$)",
    example='<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">',
)
_DECLARED: Final = pattern(
    "xml-encoding",
    r"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["'](?P<name>[A-Za-z][\w.-]*)["']""",
    example='<?xml version="1.0" encoding="UTF-8"?>',
)
DOCTYPE: Final = pattern("xml-doctype", r"<!DOCTYPE", example="<!DOCTYPE TEI [")

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_READ: Final = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1", "windows-1252"})


def is_tei(head: bytes) -> bool:
    """Whether the root of an XML file is that of TEI.

    >>> is_tei(b'<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0">'), is_tei(b"<html>")
    (True, False)
    """
    return b"<" in head and _ROOT.search(_shown(head)) is not None


def encoding(head: bytes, source: str) -> str:
    """The encoding that a byte-order mark or the declaration gives; raises :class:`Refused` for unknown ones.

    >>> encoding(b'<?xml version="1.0" encoding="ISO-8859-1"?>', "v.xml"), encoding(b"<TEI>", "v.xml")
    ('iso-8859-1', 'utf-8')
    """
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if marked is not None:
        return marked
    declared = _DECLARED.search(_shown(head[:400]))
    name = "utf-8" if declared is None else declared.text("name").lower()
    if name not in _READ:
        raise Refused(source, "malformed", f"the file says that its encoding is {name}, which is not read")
    return name


def _shown(head: bytes) -> str:
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), "latin-1")
    return head.decode(marked, errors="replace")
