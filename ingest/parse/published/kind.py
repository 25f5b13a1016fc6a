"""What a published document is, by the words of its head or the end of its source note."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from ingest.pattern import pattern
from ingest.tables.rows import rows

_IN_SOURCE: Final = pattern(
    "source-kind",
    r":\s*(?P<kind>(?:Circular )?(?:Telegram|Airgram|Despatch|Instruction|Memorandum))s?\s*\.?\s*$",
    example="851.00/3–149: Telegram",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """The class of a document in the ontology; its ``form`` where that has serial numbers."""

    name: str = "Document"
    form: str | None = None
    circular: bool = False


def kind(head: str, source: str) -> Kind:
    """The kind that the words of a head tell, or else those at the end of a source note.

    >>> kind("Circular Telegram", "")
    Kind(name='Cable', form='telegram', circular=True)
    >>> kind("National Intelligence Estimate", "").name, kind("", "851.00/3-149: Airgram").form
    ('Paper', 'airgram')
    """
    words = head
    if not words:
        found = _IN_SOURCE.search(source)
        words = "" if found is None else found.text("kind")
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    for told, name, form in _kinds():
        if told in plain:
            return Kind(name, form, "circular" in plain)
    return Kind()


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, str, str | None], ...]:
    table = files("ingest") / "tables" / "published_kinds.csv"
    return tuple(
        (row.need("words"), row.need("kind"), row.text("form") or None)
        for row in rows(table, ("words", "kind", "form", "notes"))
    )
