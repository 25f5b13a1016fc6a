"""A stance as it is found in a sentence, in words."""

from dataclasses import dataclass

from ingest.mention import Stance


@dataclass(frozen=True, slots=True)
class Said:
    """A stance in a sentence: indexes of words, each second one excluded."""

    start: int
    end: int
    codes: tuple[str, ...]
    stance: Stance
    towards: tuple[int, int] | None
    limit: tuple[int, int] | None
    hedge: str | None
    rule: str
