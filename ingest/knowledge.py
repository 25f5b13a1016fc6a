"""The tables that reading and resolution use: posts, tags, countries, and what is particular to each regime.

All of it is data: CSV and TOML files in ``ingest/tables`` and ``ingest/profiles``, each fact with its source.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """A post that sends telegrams. ``glued`` is its form in identifiers ("ABUDHABI").

    Up to the year ``until`` its form in identifiers was ``earlier``, where it has one.
    """

    name: str
    glued: str
    city: str | None
    country: str | None
    iso3: str | None
    kind: str | None
    routing: tuple[str, ...]
    aliases: tuple[str, ...]
    source: str | None
    notes: str | None
    earlier: str | None = None
    until: int = 0

    def series(self, year: int | None) -> str:
        """Its form in the identifiers of telegrams of that year.

        >>> mission = Post("US X", "USX", None, None, None, None, (), (), None, None, "X", 1989)
        >>> mission.series(1976), mission.series(2008), mission.series(None)
        ('X', 'USX', 'USX')
        """
        if self.earlier is not None and year is not None and year <= self.until:
            return self.earlier
        return self.glued


@dataclass(frozen=True, slots=True)
class Tag:
    """A TAGS code. ``iso3`` is set for geographic tags; ``meaning`` is ``None`` where it is unknown."""

    code: str
    kind: str
    meaning: str | None
    iso3: str | None
    verified: bool
    source: str | None
    notes: str | None


@dataclass(frozen=True, slots=True)
class Marking:
    """A classification mark. ``level`` orders them: U 0, SBU 1, C 2, S 3, TS 4."""

    name: str
    kind: str
    level: int | None
    meaning: str | None
    source: str | None
    notes: str | None


@dataclass(frozen=True, slots=True)
class Country:
    """A country with the words that name it.

    ``names`` are proper names, ``adjectives`` such as "Chinese"; ``capital`` stands for the government in
    phrases such as "Beijing agreed", ``seats`` are all the cities that do, former ones too ("Peking").
    ``ambiguous`` are those of these words that mean something else as well: another country ("Congo"), a
    person ("Jordan"), a pronoun in a text that is all capitals ("US"). ``until`` is the year in which a code
    was withdrawn: a word that the former country shares with another is its own up to then.
    """

    iso3: str
    label: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str | None
    ambiguous: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    until: int | None = None
    source: str | None = None


def _slug(identifier: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", identifier).lower()


@dataclass(frozen=True, slots=True)
class Series:
    """A series of meetings of a regime. ``id`` is what claims use ("Plenary", "RPOC", "SmallGroup").

    ``names`` are its wordings, the longest first; ``is_meeting`` is false for a process or a system.
    ``doubtful`` are those of them that mean something else as often (a person's office: "POC"); they name a
    meeting where a date stands before or it is said to meet.
    """

    id: str
    label: str
    names: tuple[str, ...]
    part_of: str | None
    is_meeting: bool
    source: str | None
    notes: str | None
    meaning: str | None = None
    doubtful: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The series in identifiers.

        >>> Series("SmallGroup", "Small Group", (), None, True, None, None).slug
        'small-group'
        """
        return _slug(self.id)


@dataclass(frozen=True, slots=True)
class Plenary:
    """One plenary of the authority list, its id as "mtcr-plenary-2003-buenos-aires"; blanks are unknown."""

    id: str
    ordinal: int | None
    year: int | None
    place: str | None
    country: str | None
    start: str | None
    end: str | None
    chairs: tuple[str, ...]
    chair_country: str | None
    statement: str | None
    key_decisions: str | None
    source: str | None
    notes: str | None


@dataclass(frozen=True, slots=True)
class Partner:
    """A member of a regime, the year in which it joined, and that in which it left.

    >>> lasting = Partner("FRA", "France", 1987, None, None)
    >>> left = Partner("GRC", "Greece", None, None, None, until=1994)
    >>> lasting.in_year(1986), lasting.in_year(1987), left.in_year(1995), left.in_year(None)
    (False, True, False, True)
    """

    iso3: str
    label: str
    since: int | None
    source: str | None
    notes: str | None
    year_source: str | None = None
    until: int | None = None

    def in_year(self, year: int | None) -> bool:
        """Whether it was a member in that year, as far as the list tells; without a year, ever."""
        return year is None or (
            (self.since is None or self.since <= year) and (self.until is None or year <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of a regime's work, with the words that show it."""

    id: str
    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A standing work of a regime (an annex, guidelines, a compendium) with the words that name it."""

    id: str
    label: str
    names: tuple[str, ...]
    source: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What is particular to one regime. ``members`` are the words for them ("Partners").

    ``short`` are names that mean other things too and count only before a meeting or the members: "AG".
    ``brief`` is its name in labels, where that of its identifier would not do: "COCOM". ``main`` is the id of
    the series that ``plenaries`` lists: its assembly, by whatever name.
    """

    id: str
    label: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    tags: tuple[str, ...]
    default: bool
    series: tuple[Series, ...]
    plenaries: tuple[Plenary, ...]
    partners: tuple[Partner, ...]
    topics: tuple[Topic, ...]
    works: tuple[Work, ...]
    short: tuple[str, ...] = ()
    brief: str | None = None
    main: str = "Plenary"

    @property
    def main_slug(self) -> str:
        """The main series in identifiers.

        >>> Profile("x", "X", (), (), (), False, (), (), (), (), (), main="GeneralAssembly").main_slug
        'general-assembly'
        """
        return _slug(self.main)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables, loaded once and shared by every annotator."""

    posts: tuple[Post, ...]
    tags: Mapping[str, Tag]
    markings: tuple[Marking, ...]
    precedence: Mapping[str, str]
    countries: Mapping[str, Country]
    profiles: tuple[Profile, ...]
