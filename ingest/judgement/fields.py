"""What people may correct of what a document was read to say, and how a value is written."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Shape: TypeAlias = Literal["words", "number", "yes or no", "several"]

FIELDS: Final[Mapping[str, Mapping[str, Shape]]] = {
    "decision": {
        "about": "words",
        "adopted_at": "words",
        "year": "number",
        "concerns": "several",
        "kind": "words",
        "generic": "yes or no",
    },
    "proposal": {
        "about": "words",
        "proponents": "several",
        "outlined_in": "words",
        "tabled_at": "words",
        "became": "words",
        "generic": "yes or no",
    },
    "meeting": {
        "ordinal": "number",
        "year": "number",
        "place": "words",
        "country": "words",
        "host": "words",
        "start": "words",
        "end": "words",
        "intersessional": "yes or no",
    },
    "directive": {
        "modality": "words",
        "act": "words",
        "content": "words",
        "condition": "words",
        "addressee": "words",
    },
    "position": {"holder": "words", "stance": "words", "towards": "words", "condition": "words"},
    "implementation": {"implementer": "words", "implements": "words", "due": "words", "status": "words"},
}
"""By kind of thing the fields that can be corrected; things of these kinds can be rejected."""

NEEDED: Final = frozenset({"act", "content", "holder", "modality", "stance", "towards"})
"""Fields that cannot be blank; nor can what a decision or a proposal is about."""

CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "modality": ("shall", "should", "may", "shall-not", "should-not", "may-not"),
    "stance": ("supports", "opposes", "seeks", "questions", "undecided"),
    "kind": ("membership", "annex", "guidelines", "procedure", "reporting", "outreach", "other"),
}
"""Fields that take one of a list."""


def value_of(shape: Shape, written: str) -> str | int | bool | tuple[str, ...] | None:
    """A value as it is written in a file; ``ValueError`` with what is accepted where it cannot be one.

    >>> value_of("number", "2003"), value_of("several", "ARG; BRA"), value_of("yes or no", "no")
    (2003, ('ARG', 'BRA'), False)
    >>> value_of("words", ""), value_of("several", "")
    (None, ())
    >>> value_of("number", "MMIII")
    Traceback (most recent call last):
    ValueError: a whole number or blank
    """
    if shape == "several":
        return tuple(one.strip() for one in written.split(";") if one.strip())
    if shape == "yes or no":
        if written not in ("yes", "no"):
            raise ValueError("yes or no")
        return written == "yes"
    if shape == "number" and written:
        if not written.isdecimal():
            raise ValueError("a whole number or blank")
        return int(written)
    return written or None


def refused(kind: str, field: str, written: str) -> str:
    """What is accepted, where a value is not; empty where it is.

    >>> refused("decision", "year", "2003"), refused("decision", "year", "x")
    ('', 'a whole number or blank')
    >>> refused("position", "stance", "likes")
    'supports, opposes, seeks, questions, undecided'
    """
    if field in CODES:
        return "" if written in CODES[field] else ", ".join(CODES[field])
    if not written and (field in NEEDED or (field == "about" and kind != "directive")):
        return "words: it cannot be blank"
    try:
        value_of(FIELDS[kind][field], written)
    except ValueError as error:
        return str(error)
    return ""
