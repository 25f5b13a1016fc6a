"""An act that a sentence asks for, before it is cut to its clause."""

from dataclasses import dataclass

from ingest.annotate.language.acts import Act


@dataclass(frozen=True, slots=True)
class Asked:
    """Word ``clause`` begins the clause with its subject, ``start`` its modal or imperative verb."""

    act: Act
    clause: int
    start: int
    label: str | None
    rule: str
