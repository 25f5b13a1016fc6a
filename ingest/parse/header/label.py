"""The name under which a list or an archive files a telegram, despatch or airgram: its office and series."""

from typing import Final

from ingest.parse.citing.correspondents import DEPARTMENT, ONE_SERIES_SINCE
from ingest.parse.text.posts import Named, Posts
from ingest.pattern import pattern

_PARTED: Final = pattern(
    "label-parted",
    r"(?i)^(?P<office>.+?)(?:\s+TO\s+|\s*>\s*|\s+)(?P<series>DESPATCH|DISPATCH|DESP\.?|AIRGRAM|A-?)$",
    example="BRUSSELS to DESPATCH",
)
_BETWEEN: Final = pattern(
    "label-between", r"(?i)^(?P<office>.+?)(?:\s+TO\s+|\s*[>-]\s*)(?P<to>.+)$", example="STATE to BRUSSELS"
)
_GLUED: Final = pattern("label-glued", r"(?i)^(?P<office>.+?)(?P<series>DESPATCH|A-?)$", example="THEHAGUEA")
_AIRGRAM: Final = "A"
_DESPATCH: Final = "-DESPATCH"


def filed(words: str, posts: Posts, *, year: int | None = None) -> tuple[Named, str] | None:
    """The office of a label and what it adds to the office's series; ``None`` where no office is known.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> posts = posts_of(knowledge().posts)
    >>> labels = ("PARIS", "BRUSSELS to DESPATCH", "THEHAGUEA", "STATE to BRUSSELS")
    >>> [(made[0].post.glued, made[1]) for made in (filed(one, posts, year=1957) for one in labels) if made]
    [('PARIS', ''), ('BRUSSELS', '-DESPATCH'), ('THEHAGUE', 'A'), ('STATE', '-BRUSSELS')]
    """
    plain = " ".join(words.replace("_", " ").split()).strip(" -")
    whole = posts.exact(plain)
    if whole is not None:
        return whole, ""
    for shape in (_PARTED, _GLUED):
        found = shape.match(plain)
        office = None if found is None else posts.exact(found.text("office"))
        if found is not None and office is not None:
            return office, _AIRGRAM if found.text("series").upper().startswith("A") else _DESPATCH
    found = _BETWEEN.match(plain)
    office = None if found is None else posts.exact(found.text("office"))
    to = None if found is None else posts.exact(found.text("to"))
    if office is None or to is None:
        return None
    apart = office.post.glued == DEPARTMENT and year is not None and f"{year}" < ONE_SERIES_SINCE
    return office, f"-{to.post.glued}" if apart else ""


def between(words: str, posts: Posts) -> tuple[str, str] | None:
    """The two offices that a label puts a telegram between, as it writes them.

    >>> from ingest.parse.text.posts import posts_of
    >>> from ingest.tables import knowledge
    >>> between("STATE to BRUSSELS", posts_of(knowledge().posts)), between("ROME", posts_of(()))
    (('STATE', 'BRUSSELS'), None)
    """
    found = _BETWEEN.match(" ".join(words.split()))
    if found is None or posts.exact(found.text("office")) is None or posts.exact(found.text("to")) is None:
        return None
    return found.text("office"), found.text("to")
