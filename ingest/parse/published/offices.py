"""The posts that heads name by their office: "the Embassy in France", "the Mission to the United Nations"."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Final

from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.parse.published.head import offices
from ingest.parse.text.posts import key, posts_of
from ingest.pattern import pattern
from ingest.tables.rows import Row, rows

DEPARTMENT: Final = "STATE"
_COLUMNS: Final = ("of", "post", "since", "until", "verified", "source", "notes")
_ARTICLE: Final = pattern(
    "office-article", r"^(?:(?i:the|u\.?\s?s\.?|united states|american)\s+)+", example="the U.S. Embassy"
)
_DEPARTMENT: Final = pattern(
    "office-department",
    r"^(?:Department of State|State Department|Department)\b",
    example="Department of State",
)
_KIND: Final = (
    r"Embass(?:y|ies)|Legations?|Missions?|Consulates? General|Consulates?|Interests Sections?"
    r"|Liaison Offices?|Delegations?|High Commission|Office of the (?:[A-Z][a-z]+ )*Representative"
    r"|(?:[A-Z][a-z]+ )*(?:Ambassadors?|Ministers?|Charg[eé](?: d’Affaires)?|Consuls?(?: General)?"
    r"|Representatives?|High Commissioner)"
)
_LOCAL: Final = pattern(
    "office-local",
    r"^(?:(?:[A-Z][a-z]+ )?(?:Ambassador|Minister|Charg)|Embass|Legation|Consul|Interests|Liaison)",
    example="Embassy in France",
)
_SECRETARY: Final = pattern(
    "office-secretary",
    r"^(?:Acting )?Secretary of State(?:\s+\([^)]*\))?$",
    example="Acting Secretary of State",
)
_OFFICE: Final = pattern(
    "office-abroad",
    rf"^(?P<kind>{_KIND})(?:\s+\([^)]*\))?\s+(?:in|at|to|for|of)\s+(?P<of>[^(]+?)\s*(?:\([^)]*\))?$",
    example="Embassy in France",
)
_AT: Final = pattern(
    "office-person-at", r",?\s+(?:at|in)\s+(?P<place>[A-Z][\w.’' -]+)$", example=", at Karachi"
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office or person that a head names: the post, where one is meant, by its name in the tables.

    ``glued`` is the post's form in identifiers, ``person`` whether the words name no office but a person.
    """

    span: Span
    name: str
    glued: str | None = None
    person: bool = False
    local: bool = False
    """An embassy or consulate, which is where its telegrams are dated."""


def office(words: str, span: Span, knowledge: Knowledge, year: int | None) -> Office:
    """The office that some words of a head name, in some year.

    >>> from ingest.tables import knowledge
    >>> for words in ("the Embassy in Brazil", "the Mission to the U.N. in Geneva", "Secretary Conway"):
    ...     made = office(words, Span(0, len(words)), knowledge(), 1958)
    ...     print(made.name, made.glued, made.person)
    RIO DE JANEIRO RIODEJANEIRO False
    GENEVA GENEVA False
    Secretary Conway None True
    """
    bare = _bare(words)
    if _DEPARTMENT.match(bare) is not None:
        return Office(span, DEPARTMENT, DEPARTMENT)
    found = _OFFICE.match(bare)
    if found is None:
        return Office(span, " ".join(bare.split()), person=True)
    of = found.text("of")
    post = seat(of, year) or of
    named = place(post, knowledge, year)
    local = _LOCAL.match(bare) is not None
    if named is None and seat(of, year) is None:
        return Office(span, " ".join(bare.split()), local=local)
    return Office(span, *(named or (post, _letters(post))), local=local)


def in_old_heads(one: Office) -> Office:
    """An office as heads without "From" name it: there the Secretary of State is the Department.

    >>> in_old_heads(Office(Span(0, 0), "Acting Secretary of State (Conway)", person=True)).glued
    'STATE'
    """
    if _SECRETARY.match(one.name) is None:
        return one
    return replace(one, name=DEPARTMENT, glued=DEPARTMENT, person=False)


def dated_at(sender: Office, origin: str, knowledge: Knowledge, year: int | None) -> Office:
    """An office at the place where its telegram is dated, which tells where an embassy was at that time.

    >>> from ingest.tables import knowledge
    >>> embassy = Office(Span(0, 0), "PRETORIA", "PRETORIA", local=True)
    >>> [dated_at(embassy, words, knowledge(), 1958).glued for words in ("Cape Town", "Washington")]
    ['CAPETOWN', 'PRETORIA']
    """
    if not sender.local or _letters(origin).startswith("WASHINGTON"):
        return sender
    found = place(origin, knowledge, year)
    if found is None and sender.glued is None and _letters(origin):
        found = (_plain(origin).upper(), _letters(origin))
    return sender if found is None else replace(sender, name=found[0], glued=found[1])


def addressees(text: str, span: Span, knowledge: Knowledge, year: int | None) -> Iterator[Office]:
    """The offices that a list of a head names; a country alone belongs to the kind of office before it.

    >>> from ingest.tables import knowledge
    >>> words = "the Embassies in Turkey and Greece, and the Department of State"
    >>> [one.glued for one in addressees(words, Span(0, len(words)), knowledge(), 1978)]
    ['ANKARA', 'ATHENS', 'STATE']
    """
    kind = ""
    for part in offices(text, span):
        words = part.of(text)
        made = office(words, part, knowledge, year)
        if not made.person:
            kind = _kind(words) or kind
            yield made
            continue
        again = office(f"{kind} in {words}", part, knowledge, year) if kind else made
        yield again if again.glued is not None else made


def at(words: str) -> str | None:
    """The place at which a person is, as in "the Secretary of State, at Karachi".

    >>> at("the Secretary of State, at Karachi"), at("President Conway")
    ('Karachi', None)
    """
    found = _AT.search(words)
    return None if found is None else found.text("place")


def place(words: str, knowledge: Knowledge, year: int | None) -> tuple[str, str] | None:
    """The name and the glued form, in identifiers of some year, of the post that a place name means.

    >>> from ingest.tables import knowledge
    >>> [place(words, knowledge(), 1958) for words in ("Port-au-Prince", "USUN", "Erewhon")]
    [('PORT AU PRINCE', 'PORTAUPRINCE'), ('USUN NEW YORK', 'USUN'), None]
    """
    named = posts_of(knowledge.posts).exact(_plain(words).removesuffix(" City"))
    return None if named is None else (named.post.name, named.post.series(year))


def seat(of: str, year: int | None) -> str | None:
    """The post of a country or organisation in some year, as the table has it.

    >>> seat("the United Arab Republic", 1959), seat("Pakistan", 1958), seat("Pakistan", 1978)
    ('CAIRO', 'KARACHI', 'ISLAMABAD')
    """
    for row in _seats().get(_key(of), ()):
        since, until = row.number("since"), row.number("until")
        if year is None or ((since is None or since <= year) and (until is None or year <= until)):
            return row.need("post")
    return None


@lru_cache(maxsize=1)
def _seats() -> Mapping[str, tuple[Row, ...]]:
    made: dict[str, tuple[Row, ...]] = {}
    for row in rows(files("ingest") / "tables" / "offices.csv", _COLUMNS):
        made[_key(row.need("of"))] = (*made.get(_key(row.need("of")), ()), row)
    return made


def _kind(words: str) -> str:
    found = _OFFICE.match(_bare(words))
    return "" if found is None else found.text("kind")


def _bare(words: str) -> str:
    found = _ARTICLE.match(words)
    return " ".join((words if found is None else words[found.span.end :]).split())


def _plain(words: str) -> str:
    parts = unicodedata.normalize("NFKD", words)
    return "".join(one for one in parts if not unicodedata.combining(one))


def _key(words: str) -> str:
    return _letters(_bare(words))


def _letters(words: str) -> str:
    return key(_plain(words).replace("’", "").replace("'", ""))
