"""Telegrams that stand in the body of a mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.pattern import pattern

_LEVEL: Final = (
    r"(?:(?:T\s?O\s?P\s+)?S\s?E\s?C\s?R\s?E\s?T|C\s?O\s?N\s?F\s?I\s?D\s?E\s?N\s?T\s?I\s?A\s?L"
    r"|U\s?N\s?C\s?L\s?A\s?S(?:\s?S\s?I\s?F\s?I\s?E\s?D)?)\s.*?[A-Z]{3,}\s+\d{2,8}\s*$"
)
_IDENTITY: Final = pattern(
    "pasted-identity", rf"^\s*{_LEVEL}", example="C O N F I D E N T I A L STATE 034976"
)
_BEGINS: Final = pattern(
    "pasted-beginning",
    rf"^\s*(?:VZCZC|(?:[ZOPR]{{1,2}}\s+)+[0-9]{{6}}Z\s+[A-Z]{{3}}\s|FM\s+[A-Z]|DE\s+RU|{_LEVEL})",
    example="FM AMEMBASSY PARIS",
)
_SIGN: Final = pattern(
    "pasted-sign",
    r"^\s*(?:VZCZC|(?:[ZOPR]{1,2}\s+)+[0-9]{6}Z\s|FM\s+[A-Z]|TO\s+[A-Z]{3}|INFO\s+[A-Z]{3}|DE\s+RU|ZNY"
    r"|BT\s*$|SIPDIS|E\.?O\.?\s+1\d{4}|TAGS?\s*:?\s+[A-Z]{2}|SUBJECT\s*:|SUBJ\s*:|REFS?\s*:|REFTELS?\s*:"
    r"|(?i:CLASSIFIED BY))",
    example="TAGS: PARM",
)
_ENDS: Final = pattern(
    "pasted-ending",
    r"^\s*(?:N\s?N\s?N\s?N\s*$|-{3,}\s*(?i:original|forwarded|begin forwarded|end (?:of|cable|telegram)).*"
    r"|(?i:end (?:of )?(?:cable|telegram|text))\W*$|-- ?$|_{10,}\s*$"
    r"|(?i:from|von|de)\s*:\s*\S.*|(?i:on )\S.{4,80}(?i:wrote:)\s*$)",
    example="NNNN",
)
_GROUP: Final = pattern(
    "pasted-time", r"\b[0-9]{6}\s?Z\s+[A-Z]{3}[A-Z]*\s+(?:[0-9]{2}){1,2}\b", example="R 040045Z APR 08"
)
_WITHIN: Final = 40
_ENOUGH: Final = 3
_QUOTE: Final = " >\t"


@dataclass(frozen=True, slots=True)
class Pasted:
    """A telegram in lines ``first`` to ``end``; ``identity`` is the line that names it, where one does.

    ``when`` is its date-time group as written.
    """

    first: int
    end: int
    identity: int | None
    when: str | None = None


def pasted(lines: Sequence[str]) -> tuple[Pasted, ...]:
    r"""The telegrams among the lines of a body.

    >>> pasted(["See below.", "", "FM POST", "TO DEPT", "SECRET POST 900001", "SUBJECT: A", "1. B.", "NNNN"])
    (Pasted(first=2, end=8, identity=4, when=None),)
    """
    bare = [line.lstrip(_QUOTE).rstrip() for line in lines]
    signs = [_SIGN.match(line[:200]) is not None for line in bare]
    made: list[Pasted] = []
    at = 0
    while at < len(bare):
        if _BEGINS.match(bare[at][:200]) is None or sum(signs[at : at + _WITHIN]) < _ENOUGH:
            at += 1
            continue
        end = _end(bare, at)
        made.append(Pasted(at, end, _identity(bare, at, end), _when(bare[at : min(end, at + _WITHIN)])))
        at = end
    return tuple(made)


def _end(bare: Sequence[str], first: int) -> int:
    for at in range(first + 1, len(bare)):
        if _ENDS.match(bare[at][:200]) is not None:
            return at + 1 if bare[at].startswith("N") else at
    return len(bare)


def _when(bare: Sequence[str]) -> str | None:
    found = (_GROUP.search(line[:200]) for line in bare)
    return next((one.text() for one in found if one is not None), None)


def _identity(bare: Sequence[str], first: int, end: int) -> int | None:
    for at in range(first, min(end, first + _WITHIN * 2)):
        if _IDENTITY.match(bare[at][:200]) is not None:
            return at
    return None
