"""Short names of governments that a telegram's own posts explain: "GOJ" is Japan's in a cable from Tokyo."""

from collections.abc import Iterator
from typing import Final

from ingest.annotate.names.names import per_knowledge
from ingest.annotate.names.stretches import in_capitals, word_before
from ingest.annotate.names.tokens import folded
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Country, Knowledge
from ingest.pattern import pattern

_SHORT: Final = pattern("government-short", r"\b(?:GO|G\.O\.)(?P<initial>[A-Z])\b", example="The GOJ agreed")
_WORDS: Final = ("GOD", "GOT", "GOP", "GOB")


def governments(cable: Cable, stretch: Span, knowledge: Knowledge) -> Iterator[tuple[Span, Country]]:
    r"""The governments that are called by their initial, where only one post of the document has it.

    The sender's country comes before those of the posts that are addressed. In capitals "GOT" is a verb
    unless "the" stands before it.

    >>> from ingest.parse import parse
    >>> from ingest.document import Document
    >>> from ingest.tables import knowledge
    >>> text = "R 040045Z APR 08\nFM AMEMBASSY TOKYO\n\nSECRET TOKYO 900001\n\n1. The GOJ agreed."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [(at.of(text), country.iso3) for at, country in governments(cable, cable.body, knowledge())]
    [('GOJ', 'JPN')]
    """
    text = cable.text
    if text.find("GO", stretch.start, stretch.end) < 0 and text.find("G.", stretch.start, stretch.end) < 0:
        return
    for match in _SHORT.finditer(text, stretch):
        doubtful = match.text() in _WORDS and in_capitals(text, stretch)
        if doubtful and word_before(text, match.span.start) != "the":
            continue
        country = _of(cable, match.text("initial"), knowledge)
        if country is not None:
            yield match.span, country


def _of(cable: Cable, initial: str, knowledge: Knowledge) -> Country | None:
    header = cable.header
    sender = () if header.post is None else (header.post.value,)
    for posts in (sender, tuple(one.value for one in (*header.to, *header.info))):
        codes = {code for post in posts for code in _countries(post, knowledge)}
        found = [knowledge.countries[code] for code in sorted(codes) if code in knowledge.countries]
        named = [one for one in found if _begins(one, initial)]
        if len(named) == 1:
            return named[0]
    return None


def _begins(country: Country, initial: str) -> bool:
    """Whether a country's plain name has that initial: "South Korea" is Korea too."""
    plain = (country.label, *(name for name in country.names if name.istitle() and " " not in name))
    return any(name.startswith(initial) for name in plain)


def _countries(post: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The countries of the posts whose city or name an address holds."""
    words = "".join(folded(post))
    return tuple(code for name, code in _cities(knowledge) if words.endswith(name))


@per_knowledge
def _cities(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    return tuple((one.glued.casefold(), one.iso3) for one in knowledge.posts if one.iso3 is not None)
