"""Items of a REF list that cite relative to the correspondents: "Deptels 735, 666 and Embtel 708"."""

from ingest.cable import Reference, ReferenceType
from ingest.document import Span
from ingest.parse.citing.correspondents import Correspondents
from ingest.parse.citing.pointed import Kind, Pointed
from ingest.parse.citing.pointers import pointers
from ingest.parse.listing.qualifier import qualifiers
from ingest.parse.text.posts import Posts

_TYPES: dict[Kind, ReferenceType] = {
    "telegram": "cable",
    "military": "cable",
    "airgram": "airgram",
    "circular-airgram": "airgram",
    "despatch": "other",
    "message": "other",
}


def items(text: str, span: Span, label: str, by: Correspondents, posts: Posts) -> tuple[Reference, ...]:
    """The references of one item, where it cites relative to the correspondents; none where it does not.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> text = "Deptels 900735, 900666 and Embtel 900708"
    >>> by = Correspondents("AMMAN", ("STATE",), "1956-02-04")
    >>> made = items(text, Span(0, len(text)), "A", by, posts_of(knowledge().posts))
    >>> [(one.raw, one.target) for one in made][1:]
    [('900666', '1956STATE-AMMAN900666'), ('Embtel 900708', '1956AMMAN900708')]
    """
    found = pointers(text, span, by, posts)
    if not any(one.relative for one in found):
        return ()
    ends = [*(one.span.start for one in found[1:]), span.end]
    return tuple(
        _reference(text, one, label, text[one.span.end : end]) for one, end in zip(found, ends, strict=True)
    )


def _reference(text: str, one: Pointed, label: str, rest: str) -> Reference:
    said = qualifiers(rest)
    return Reference(
        label,
        _TYPES[one.kind],
        one.span,
        " ".join(one.span.of(text).split()),
        f"ref-{one.rule}",
        one.target,
        said.caption,
        one.date,
        None if one.date is None else "interpreted",
        notal=said.notal,
        and_previous=said.and_previous,
        target_passage=said.passage,
        why=one.why,
        year_status=one.year_status if one.target is not None else None,
    )
