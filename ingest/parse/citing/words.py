"""The tables of this folder: words that cite, offices, series of delegations, what may follow a number."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.parse.citing.pointed import Kind, Who


@dataclass(frozen=True, slots=True)
class CitingWord:
    """A word that cites, who sent what it cites, and what that is."""

    word: str
    who: Who
    kind: Kind


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("ingest") / "tables" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def citing_words() -> dict[str, CitingWord]:
    """The words that cite by themselves, in small letters.

    >>> citing_words()["embtel"].who, citing_words()["deptel"].who
    ('mission', 'department')
    """
    made = (CitingWord(row["word"].lower(), row["who"], row["kind"]) for row in _rows("citing_words"))  # type: ignore[arg-type]
    return {one.word: one for one in made}


@cache
def offices() -> dict[str, Who]:
    """Words for an office or a person before "telegram" or a number, in small letters.

    >>> offices()["consulate general"], offices()["your"]
    ('mission', 'addressee')
    """
    return {row["office"].lower(): row["who"] for row in _rows("citing_offices")}  # type: ignore[misc]


@cache
def delegation_series() -> frozenset[str]:
    """The series of delegations and of officers on their way.

    >>> "SECTO" in delegation_series()
    True
    """
    return frozenset(row["series"] for row in _rows("delegation_series"))


@cache
def military_originators() -> frozenset[str]:
    """Military offices whose messages are cited.

    >>> "CINCPAC" in military_originators()
    True
    """
    return frozenset(row["name"] for row in _rows("military_originators"))


@cache
def followers() -> frozenset[str]:
    """Words that may stand behind the number of a telegram, where a thing counted would else stand.

    >>> "paragraph" in followers(), "tanks" in followers()
    (True, False)
    """
    return frozenset(row["word"] for row in _rows("serial_followers"))


@cache
def stems() -> tuple[str, ...]:
    """Words in capitals of which one stands wherever a telegram is cited relative to the correspondents.

    >>> any(stem in "REEMBTELS 900001" for stem in stems()), any(stem in "LIMA 900001" for stem in stems())
    (True, False)
    """
    nouns = (
        "TEL",
        "CABLE",
        "WIRE",
        "MESSAGE",
        "MSG",
        "SPATCH",
        "DESP",
        "AIRGRAM",
        "CA-",
        "CIRC",
        "SALT",
        " TO ",
    )
    named = (*citing_words(), *offices(), *delegation_series(), *military_originators())
    words = sorted({*nouns, *(word.upper() for word in named)}, key=lambda one: (len(one), one))
    kept: list[str] = []
    for word in words:
        if not any(one in word for one in kept):
            kept.append(word)
    return tuple(kept)
