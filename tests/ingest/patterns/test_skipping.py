"""What is skipped because its words allow no rule would give nothing: the rules, run on all of it, agree."""

import random
import re
from collections.abc import Iterator, Sequence, Set
from pathlib import Path
from typing import Any, Final

import pytest

from ingest.annotate import annotate
from ingest.annotate.decisions import decisions
from ingest.annotate.directives import directives
from ingest.annotate.implementations import giving_effect, implementations
from ingest.annotate.language.word import ALONE, Telling, Words, words
from ingest.annotate.names import meetings
from ingest.annotate.positions import positions
from ingest.annotate.proposals import proposals
from ingest.document import Document
from ingest.mention import Mention
from ingest.parse import parse
from ingest.tables import knowledge

ROOT: Final = Path(__file__).parents[3]
FOLDERS: Final = ("examples", "tests/gold/held-out", "tests/gold/knowledge", "tests/gold/mended-on")
STOP: Final = re.compile(r"(?<=[.;!?])\s+")
WORDS: Final = (
    *(
        "it",
        "they",
        "others",
        "we",
        "has",
        "not",
        "did not",
        "by",
        "as",
        "so",
        "is",
        "should",
        "may",
        "please",
    ),
    *("agreed", "supports", "the text", "proposal", "effect", "put into force", "Russia", "Japan", "posts"),
    *(
        "decision",
        "Plenary",
        "in",
        "to",
        "requested",
        "Partners",
        "all",
        "against",
        ":",
        "-",
        "also",
        "tasked",
    ),
)


def texts() -> Iterator[str]:
    """The documents of the repository, and each with its sentences shuffled and words put between."""
    paths = sorted(one for folder in FOLDERS for one in (ROOT / folder).glob("[12m]*.[tm][xd]*"))
    for seed, path in enumerate(paths):
        text = path.read_text(encoding="utf-8")
        yield text
        dice = random.Random(seed)
        head, _, body = text.partition("\n1.")
        sentences = STOP.split(body)
        dice.shuffle(sentences)
        said = " ".join(sentences).split(" ")
        spread = (f"{dice.choice(WORDS)} {one}" if dice.random() < 0.08 else one for one in said)
        yield f"{head}\n1. {' '.join(spread)}"


def mentions(text: str) -> tuple[Mention, ...]:
    """Everything that the annotators find in a document; nothing where it is none."""
    known = knowledge()
    try:
        return annotate(parse(Document(text, "skipping.txt", ""), known), known)
    except ValueError:
        return ()


def always(*_: Any, **__: Any) -> bool:
    """Nothing is skipped."""
    return True


class _Any(frozenset[str]):
    """Words of which every sentence has one."""

    def isdisjoint(self, _: Any) -> bool:
        return False


def everywhere(rule: Telling, found: Sequence[Any]) -> list[int]:
    """Where a rule may begin, whatever stands beside its word."""
    return [at for at, one in enumerate(found) if rule._test(one.low) is not None]


def test_what_is_skipped_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    given = list(texts())
    found = [mentions(text) for text in given]
    monkeypatch.setattr(directives, "may_ask", always)
    monkeypatch.setattr(decisions, "may_tell_decision", always)
    monkeypatch.setattr(decisions, "may_decide", always)
    monkeypatch.setattr(positions, "may_take_stance", always)
    monkeypatch.setattr(positions, "may_be_held", always)
    monkeypatch.setattr(meetings, "may_name_meetings", always)
    monkeypatch.setattr(proposals, "skips", lambda *_: False)
    monkeypatch.setattr(implementations, "skips", lambda *_, **__: False)
    monkeypatch.setattr(Telling, "places", everywhere)
    for text, one in zip(given, found, strict=True):
        assert mentions(text + "\n") == one, text[:60]
    assert sum(map(len, found)) > 1000


def test_a_rule_looks_at_the_words_that_its_test_knows() -> None:
    asked: list[str] = []

    def test(low: str) -> Set[str] | None:
        asked.append(low)
        return {"has": frozenset(("effect",)), "acts": ALONE}.get(low)

    rule = Telling(test)
    lows = frozenset(("it", "has", "merit"))
    assert [rule.among(lows), rule.among(lows), rule.among(lows | {"effect"})] == [False, False, True]
    assert {"has", "it", "merit"} <= set(asked) and len(asked) == len(set(asked))
    assert list(rule.places(Words((), ()))) == []
    assert giving_effect.EFFECT_WORDS.among(frozenset(("put", "in", "force")))


def test_a_rule_is_tried_at_the_words_that_have_what_they_need_beside_them() -> None:
    rule = Telling({"has": frozenset(("effect",)), "acts": ALONE}.get)
    assert list(rule.places(words("The law has merit, and it acts."))) == [7]
    assert list(rule.places(words("The law has effect, and it acts."))) == [2, 7]
