"""Files in which documents may be, in a wrapping that no reader takes off."""

from typing import Final

from ingest.pattern import pattern
from ingest.read.decode import BOM, UTF16
from ingest.read.limit import packed
from ingest.read.refusal import Refused

_ENTITIES: Final = pattern(
    "xml-internal-subset",
    r"""^\s*(?:<\?[^>]*\?>\s*|<!--(?:[^-]|-[^-])*-->\s*)*<!DOCTYPE\s+[^\s>\[]+"""
    r"""(?:\s+(?:PUBLIC|SYSTEM|"[^"]*"|'[^']*'))*\s*\[""",
    example='<!DOCTYPE cable [ <!ENTITY who "STATE"> ]>',
)
_DATA: Final = pattern(
    "json-beginning",
    r"""^\s*\[?\s*\{\s*"(?:[^"\\\n]|\\.)*"\s*:""",
    example='[{"id": 1}]',
)


def declined(head: bytes, source: str) -> Refused | None:
    r"""Why a file that is of no form is not read as plain text either; ``None`` where it may be.

    >>> declined(b"<!DOCTYPE cable [<!ENTITY who 'STATE'>]>\n<cable/>", "a.xml").code
    'entities'
    >>> declined(b'{"body": "FM SECSTATE"}', "a.json").code, declined(b"PK\x03\x04", "a.zip").code
    ('data', 'binary')
    >>> declined(b"FM SECSTATE WASHDC\n", "a.txt")
    """
    kind = packed(head)
    if kind is not None:
        return Refused(source, "binary", f"the file is {kind}: take the documents out of it first")
    shown = _shown(head)
    if _ENTITIES.search(shown) is not None:
        message = "the file declares entities in its DOCTYPE, which can make a parser grow without end"
        return Refused(source, "entities", message)
    if _DATA.search(shown) is not None:
        message = "the file is JSON, a form for programs: take the texts out of it, or make a CSV of them"
        return Refused(source, "data", message)
    return None


def _shown(head: bytes) -> str:
    name = UTF16.get(head[:2])
    return head.removeprefix(BOM).decode("latin-1") if name is None else head[2:].decode(name, "replace")
