"""The identity of an airgram: its number has the letter A before it, and its date is a stamp."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.cable import Read
from ingest.document import Span
from ingest.parse.header.field import Field
from ingest.parse.header.identity import Identity
from ingest.parse.text.lines import Line
from ingest.parse.text.posts import Named, Posts
from ingest.parse.text.vocabulary import vocabulary
from ingest.parse.text.when import Dated, find_date, stamped_date
from ingest.pattern import pattern

_WORD: Final = pattern("airgram-word", r"(?:^|\s)A\s?I\s?R\s?G\s?R\s?A\s?M\b", example="AIRGRAM")
_NUMBER: Final = pattern(
    "airgram-number",
    r"^(?P<post>.*?)\s*\bA\s?[-–]\s?(?P<number>\d{1,5})\s*$",
    example="DEPARTMENT OF STATE A-5913",
)
_FIRST_LINES: Final = 60
SERIES: Final = "A"


def airgram(
    head: Sequence[Line], named: Identity, found: Sequence[Field], text: str, posts: Posts
) -> Identity:
    r"""*named* with the number and post of an airgram, where the text is one.

    >>> from ingest.parse.text.lines import lines
    >>> from ingest.tables import knowledge
    >>> top = lines("AIRGRAM\nDEPARTMENT OF STATE A-5913")
    >>> made = airgram(top, Identity(), (), "", Posts(knowledge().posts))
    >>> made.post and made.number and (made.post.value, made.number.value, made.series)
    ('STATE', 5913, 'A')
    """
    top = head[:_FIRST_LINES]
    if named.number is not None or not any(_WORD.search(line.text[:80]) is not None for line in top):
        return named
    sender = next((field for field in found if field.kind == "from"), None)
    for index, line in enumerate(top):
        match = _NUMBER.match(line.text[:120])
        at = None if match is None else match.at("number")
        if match is None or at is None or line.text.lstrip()[:3].upper() == "REF":
            continue
        words = Span(line.start, line.start + len(match.text("post")))
        said = _post(match.text("post"), posts)
        if said is None and sender is not None:
            words, said = sender.value, _post(sender.value.of(text), posts)
        return replace(
            named,
            post=None if said is None else Read(said.post.glued, words, f"airgram-{said.rule}"),
            number=Read(int(match.text("number")), at.moved(line.start), "airgram-number"),
            line=index,
            series=SERIES,
        )
    return named


def _post(words: str, posts: Posts) -> Named | None:
    name = " ".join(words.upper().replace("AIRGRAM", " ").split()).strip(" .,:")
    return posts.exact("STATE" if name in vocabulary().department_names else name) if name else None


def date_of(field: Field | None, text: str) -> Read[str] | None:
    """The date of a ``DATE:`` field, typed or stamped.

    >>> from ingest.parse.header.field import fields
    >>> from ingest.parse.text.lines import lines
    >>> made = date_of(fields(lines("DATE: July 11, 1973"), 1)[0], "DATE: July 11, 1973")
    >>> made and made.value, date_of(None, "")
    ('1973-07-11', None)
    """
    if field is None:
        return None
    words = field.value.of(text)
    dated: Dated | None = find_date(words) or stamped_date(words)
    return None if dated is None else Read(dated.value, dated.span.moved(field.value.start), "date-line")
