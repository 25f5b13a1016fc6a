"""Names for people. Those of shared things come from their identifiers alone, so that all documents agree."""

from collections.abc import Iterable, Mapping

from ingest.knowledge import Knowledge, Post
from ingest.pattern import pattern
from ingest.serial import serial

DATED = pattern(
    "dated-identifier",
    r"^([a-z]+)-(\d{4}(?:-\d\d){0,2})(?:-(.+))?$",
    example="email-2008-02-21-durham-conway",
)
STATEMENT = pattern(
    "statement-identifier",
    r"^statement-(.+?)(?:-([0-9a-f]{8}))?$",
    example="statement-outcome-of-the-talks-0a1b2c3d",
)
OCCASION = pattern(
    "meeting-identifier",
    r"^(?:.*?-)?((?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)(?:-(.*))?$",
    example="mtcr-tem-2008-bonn",
)
HUMP = pattern("word-in-camel-case", r"[A-Z]+(?:[a-z]+|\b)|[A-Z]+|[a-z]+|\d+", example="SmallGroup")
WORD = pattern("word-of-a-slug", r"[a-z0-9]+", example="jane-doe")


def short(words: str, limit: int = 80) -> str:
    r"""The words on one line, cut at a word so that at most *limit* characters stay.

    >>> short("should urge  all\nPartners to report", 22)
    'should urge all ...'
    """
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    room = limit - 4
    cut = line[: room + 1].rpartition(" ")[0] if " " in line[: room + 1] else line[:room]
    return cut.rstrip(" ,;:") + " ..."


def slug(words: str) -> str:
    """The words as a part of an identifier.

    >>> slug("Jane  O'Doe")
    'jane-o-doe'
    """
    return "-".join(one.text() for one in WORD.finditer(words.casefold())) or "unnamed"


def parted(series: str) -> str:
    """A series as people write it.

    >>> parted("SmallGroup"), parted("RPOC"), parted("Plenary")
    ('Small Group', 'RPOC', 'Plenary')
    """
    return " ".join(one.text() for one in HUMP.finditer(series)) or series


def post_names(posts: Iterable[Post]) -> dict[str, str]:
    """The name of each post by its form in identifiers.

    >>> from ingest.tables import knowledge
    >>> post_names(knowledge().posts)["ABUDHABI"]
    'ABU DHABI'
    """
    return {name: post.name for post in posts for name in (post.glued, post.earlier) if name is not None}


def document_label(identifier: str, posts: Mapping[str, str], knowledge: Knowledge) -> str:
    """A document as people cite it.

    >>> from ingest.tables import knowledge
    >>> document_label("2008ABUDHABI123", {"ABUDHABI": "ABU DHABI"}, knowledge())
    '08 ABU DHABI 123'
    >>> document_label("1956STATE-CAIRO2815", {}, knowledge())
    '56 STATE to CAIRO 2815'
    >>> document_label("email-2008-02-21-durham-conway", {}, knowledge())
    'e-mail Durham-Conway, 2008-02-21'
    >>> document_label("statement-mtcr-plenary-2003-buenos-aires", {}, knowledge())
    'statement of MTCR Plenary 2003, Buenos Aires'
    >>> document_label("statement-outcome-of-the-talks-0a1b2c3d", {}, knowledge())
    'statement "Outcome of the talks"'
    """
    cable = serial(identifier)
    if cable is not None:
        series = " to ".join(posts.get(one, one) for one in cable.series.split("-"))
        return f"{cable.year % 100:02d} {series} {cable.number}"
    told = STATEMENT.match(identifier)
    if told is not None:
        return _statement_label(told.text(1), told.text(2), knowledge)
    dated = DATED.match(identifier)
    if dated is None:
        return identifier
    kind = "e-mail" if dated.text(1) == "email" else dated.text(1)
    names = "-".join(part.capitalize() for part in dated.text(3).split("-") if part)
    return f"{kind} {names}".strip() + f", {dated.text(2)}"


def _statement_label(named: str, digest: str, knowledge: Knowledge) -> str:
    whole = f"{named}-{digest}" if digest else named
    for profile in knowledge.profiles:
        if any(plenary.id == whole for plenary in profile.plenaries):
            return f"statement of {meeting_label(whole, profile.id, profile.main, knowledge)}"
    return f'statement "{" ".join(named.split("-")).capitalize()}"'


def meeting_label(identifier: str, regime: str, series: str, knowledge: Knowledge) -> str:
    """A meeting as people name it: "MTCR Plenary 2003, Buenos Aires".

    Year and place are those of the tables where the meeting is listed, and those of the identifier otherwise.

    >>> from ingest.tables import knowledge
    >>> meeting_label("mtcr-plenary-2003-buenos-aires", "mtcr", "Plenary", knowledge())
    'MTCR Plenary 2003, Buenos Aires'
    >>> meeting_label("mtcr-small-group-2008-04-09", "mtcr", "SmallGroup", knowledge())
    'MTCR Small Group 2008-04-09'
    """
    name = f"{regime_name(regime, knowledge)} {parted(series)}"
    for profile in knowledge.profiles:
        for plenary in profile.plenaries:
            if plenary.id == identifier:
                when = "" if plenary.year is None else f" {plenary.year}"
                return f"{name}{when}" + (f", {plenary.place}" if plenary.place else "")
    found = OCCASION.match(identifier)
    if found is None:
        return name
    place = " ".join(part.capitalize() for part in found.text(2).split("-") if part)
    return f"{name} {found.text(1)}" + (f", {place}" if place else "")


def regime_name(regime: str, knowledge: Knowledge) -> str:
    """A regime in brief: as its profile says, else its identifier where that is an acronym, or its words.

    >>> from ingest.tables import knowledge
    >>> [regime_name(one, knowledge()) for one in ("mtcr", "australia-group", "cocom")]
    ['MTCR', 'Australia Group', 'COCOM']
    """
    brief = next((one.brief for one in knowledge.profiles if one.id == regime), None)
    if brief is not None:
        return brief
    if len(regime) <= 4:
        return regime.upper()
    return " ".join(part.capitalize() for part in regime.split("-"))
