"""How a question may call a telegram."""

import pytest

from queries.cue import cues
from queries.lexicon import Lexicon, Thing

ID = "https://example.org/id/document/"
LEXICON = Lexicon(
    tuple(
        Thing(ID + name, "Document", name)
        for name in ("1956STATE-CAIRO2815", "1956STATE-PARIS2815", "2008STATE2815", "1955CAIRO1450")
    )
)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("what does STATE 2815 say", ["1956STATE-CAIRO2815", "1956STATE-PARIS2815", "2008STATE2815"]),
        ("what does 08 STATE 2815 say", ["2008STATE2815"]),
        ("what does 56 STATE TO CAIRO 2815 say", ["1956STATE-CAIRO2815"]),
        ("who cites Cairo 1450", ["1955CAIRO1450"]),
    ],
)
def test_a_telegram_by_its_number(asked: str, meant: list[str]) -> None:
    found = [one for one in cues(asked, LEXICON) if one.kind == "document"]
    assert [[iri.removeprefix(ID) for iri in one.values] for one in found] == [meant]
