"""Which meeting, decision or proposal the words of a question mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from queries.cue import Cue
from queries.lexicon import Lexicon, Matter, Meeting
from queries.wording import stem, stopwords


@dataclass(frozen=True, slots=True)
class Found:
    """What was meant: ``iris``, or why not: ``choices`` where several fit, ``near`` where none does."""

    iris: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    used: tuple[Cue, ...] = ()
    choices: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unknown: str | None = None
    note: str | None = None
    spent: frozenset[str] = frozenset()


def _values(cues: Sequence[Cue], kind: str) -> set[str]:
    return {value for cue in cues if cue.kind == kind for value in cue.values}


def find_meetings(cues: Sequence[Cue], lexicon: Lexicon) -> Found | None:
    """The meeting that the cues name; ``None`` where they name none.

    >>> bonn = Meeting("x:bonn", "MTCR TEM 2008, Bonn", year="2008", places=frozenset({"bonn"}))
    >>> find_meetings([Cue("place", ("bonn",), "Bonn", 4, 8)], Lexicon(meetings=(bonn,))).labels
    ('MTCR TEM 2008, Bonn',)
    >>> find_meetings([Cue("place", ("rome",), "Rome", 4, 8)], Lexicon(meetings=(bonn,))).unknown
    "no meeting 'Rome' is known"
    """
    used = tuple(
        c for c in cues if c.kind in ("place", "year", "ordinal", "series", "regime") or _dating(c, cues)
    )
    kinds = {cue.kind for cue in used}
    if not kinds & {"place", "ordinal", "series"}:
        return None
    if kinds <= {"ordinal", "year", "regime"} and "series" not in kinds:
        used = tuple(c for c in used if c.kind != "ordinal" or "year" not in kinds)
    fitting = [one for one in lexicon.meetings if _fits(one, used)]
    said = " ".join(cue.said for cue in used)
    none = _none_of_the_usual(fitting, used, lexicon)
    if none is not None:
        return none
    if not fitting:
        ranked = sorted(lexicon.meetings, key=lambda one: (-_likeness(one, used), one.year or "", one.label))
        near = tuple(one.label for one in ranked[:4] if _likeness(one, used) > 0)
        return Found(used=used, unknown=f"no meeting {said!r} is known", near=near)
    chosen = _preferred(fitting, used, lexicon)
    if len({one.iri for one in chosen}) > 1:
        return Found(used=used, choices=tuple(_choice(one) for one in chosen[:8]))
    others = tuple(one.label for one in fitting if one.iri != chosen[0].iri)
    note = f"not meant: {'; '.join(others[:4])}" if others else None
    return Found((chosen[0].iri,), (chosen[0].label,), used, note=note)


def _dating(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether a date stands right after the name of a meeting: "the RPOC of April 2008"."""
    named = (one for one in cues if one.kind in ("place", "series"))
    return cue.kind == "date" and any(0 <= cue.start - one.end <= len(" held in ") for one in named)


def _none_of_the_usual(fitting: Sequence[Meeting], used: Sequence[Cue], lexicon: Lexicon) -> Found | None:
    """The regime that documents speak of most may have had no meeting in that year, though another had.

    >>> plenary = frozenset({"plenary"})
    >>> held = [Meeting(f"x:{y}", f"A {y}", plenary, "x:a", year=y, named=True) for y in ("2009", "2011")]
    >>> known = Lexicon(meetings=(*held, Meeting("x:b10", "B 2010", plenary, "x:b", year="2010")))
    >>> asked = [Cue("year", ("2010",), "2010", 4, 8), Cue("series", ("plenary",), "plenary", 9, 16)]
    >>> find_meetings(asked, known).near
    ('A 2009', 'A 2011')
    """
    years, series = _values(used, "year"), _values(used, "series")
    if len(years) != 1 or not series or {"regime", "place", "ordinal"} & {cue.kind for cue in used}:
        return None
    if any(one.regime == lexicon.regime for one in fitting):
        return None
    (year,) = years
    alike = [one for one in lexicon.meetings if one.regime == lexicon.regime and series & one.series]
    usual = sorted({(one.year, one.label) for one in alike if one.year})
    before = [label for when, label in usual if when < year][-1:]
    after = [label for when, label in usual if when > year][:1]
    if not before or not after:
        return None
    thing = lexicon.by_iri.get(lexicon.regime or "")
    name = thing.label if thing is not None else "the regime of these documents"
    said = " ".join(cue.said for cue in used if cue.kind == "series")
    others = f" (others had: {'; '.join(one.label for one in fitting[:3])})" if fitting else ""
    why = f"{name} had no {said} in {year}, as far as is known{others}"
    return Found(used=tuple(used), unknown=why, near=(*before, *after))


def _choice(meeting: Meeting) -> str:
    return meeting.label


def _fits(meeting: Meeting, used: Sequence[Cue]) -> bool:
    places, years, series = _values(used, "place"), _values(used, "year"), _values(used, "series")
    ordinals, regimes = _values(used, "ordinal"), _values(used, "regime")
    return (
        (not places or bool(places & meeting.places))
        and (not years or meeting.year in years)
        and all(_on(meeting, date) for date in _values(used, "date"))
        and (not series or bool(series & meeting.series))
        and (not ordinals or str(meeting.ordinal) in ordinals)
        and (not regimes or meeting.regime in regimes)
    )


def _on(meeting: Meeting, date: str) -> bool:
    """Whether a meeting is of that day or month, or of that year where no more is known of it."""
    if meeting.start is None or len(meeting.start) < len(date):
        return meeting.year == date[:4]
    return meeting.start[: len(date)] <= date <= (meeting.end or meeting.start)[: len(date)]


def _likeness(meeting: Meeting, used: Sequence[Cue]) -> float:
    weights = {"place": 2.0, "year": 1.5, "date": 1.5, "ordinal": 1.5, "series": 0.5, "regime": 0.5}
    return sum(weights[cue.kind] for cue in used if _fits(meeting, (cue,)))


def _preferred(fitting: list[Meeting], used: Sequence[Cue], lexicon: Lexicon) -> list[Meeting]:
    """Of several meetings that fit: of the regime that documents speak of, and a plenary before its parts."""
    if not _values(used, "regime"):
        usual = [one for one in fitting if one.regime == lexicon.regime]
        fitting = usual or fitting
    if len({one.year for one in fitting}) == 1:
        full = [one for one in fitting if any("plenary" in name for name in one.series)]
        if full and not _values(used, "series"):
            fitting = full
    if not {"place", "year", "date"} & {cue.kind for cue in used}:
        fitting = [one for one in fitting if one.named] or fitting
    return sorted({one.iri: one for one in fitting}.values(), key=lambda one: (one.year or "", one.label))


def find_decisions(cues: Sequence[Cue], about: Sequence[str], lexicon: Lexicon) -> Found | None:
    """The decisions that the cues and the other words name; ``None`` where they name none.

    >>> taken = Matter("x:d", "report on enactment (2003)", years=frozenset({"2003"}))
    >>> find_decisions([Cue("year", ("2003",), "2003", 4, 8)], (), Lexicon(decisions=(taken,))).labels
    ('report on enactment (2003)',)
    """
    meeting = find_meetings(cues, lexicon)
    if meeting is not None:
        return _of_meeting(meeting, cues, about, lexicon)
    years = tuple(cue for cue in cues if cue.kind == "year")
    countries = tuple(cue for cue in cues if cue.kind == "country")
    if years:
        dated = [one for one in lexicon.decisions if one.years & _values(years, "year") and not one.generic]
        if dated:
            return _narrowed(dated, (*years, *countries), about)
        said = " ".join(cue.said for cue in years)
        near = tuple(one.label for one in lexicon.decisions if one.years)[:4]
        return Found(used=years, unknown=f"no decision of {said} is known", near=near)
    return find_matter(
        [one for one in lexicon.decisions if not one.generic], countries, about, noun="decision"
    )


def _of_meeting(meeting: Found, cues: Sequence[Cue], about: Sequence[str], lexicon: Lexicon) -> Found:
    if meeting.choices or meeting.unknown:
        return meeting
    taken = [one for one in lexicon.decisions if one.meetings & set(meeting.iris)]
    if not taken:
        why = f"{meeting.labels[0]} is known, but no held document names a decision taken there"
        near = tuple(one.label for one in lexicon.decisions if one.meetings)[:4]
        return Found(labels=meeting.labels, used=meeting.used, unknown=why, near=near)
    countries = tuple(cue for cue in cues if cue.kind == "country")
    narrowed = _narrowed(taken, (*meeting.used, *countries), about)
    return replace(narrowed, note=meeting.note)


def _narrowed(matters: list[Matter], used: tuple[Cue, ...], about: Sequence[str]) -> Found:
    """Those that the other words speak of, where they speak of any; all of them otherwise."""
    countries = _values(used, "country")
    best = max(_overlap(one, about) + bool(one.countries & countries) for one in matters)
    kept = [one for one in matters if _overlap(one, about) + bool(one.countries & countries) == best]
    iris, labels = tuple(one.iri for one in kept), tuple(one.label for one in kept)
    return Found(iris, labels, used, spent=_shared(kept[0], about))


def find_matter(
    matters: list[Matter], countries: Sequence[Cue], about: Sequence[str], *, noun: str
) -> Found | None:
    """The decision or proposal of which the words and countries say most; ``None`` where they say nothing.

    Several that share words and proponents are different entries of one thing, and are all meant.

    >>> controls = Matter("x:1", "end use controls", frozenset({"end", "use", "controls"}))
    >>> joining = Matter("x:2", "membership", frozenset({"membership"}))
    >>> find_matter([controls, joining], (), ("end", "use"), noun="proposal").labels
    ('end use controls',)
    """
    named = _values(countries, "country")
    scored = [(_overlap(one, about) + 1.5 * bool(one.countries & named), one) for one in matters]
    best = max((score for score, _ in scored), default=0.0)
    if best < 1:
        if not about and not countries:
            return None
        said = " ".join((*(cue.said for cue in countries), *about))
        near = tuple(one.label for one in matters[:4])
        return Found(used=tuple(countries), unknown=f"no {noun} about {said!r} is known", near=near)
    top = [one for score, one in scored if score == best]
    used = tuple(cue for cue in countries if set(cue.values) & top[0].countries)
    spent = _shared(top[0], about)
    alike = spent and len({one.countries for one in top}) == 1
    labels = tuple(dict.fromkeys(one.label for one in top))
    if len(labels) > 1 and not alike:
        return Found(used=used, choices=labels[:8], spent=spent)
    return Found(tuple(one.iri for one in top), labels, used, spent=spent)


def _overlap(matter: Matter, about: Sequence[str]) -> float:
    return float(len({stem(word) for word in _shared(matter, about)}))


def _shared(matter: Matter, about: Sequence[str]) -> frozenset[str]:
    """The words that a matter is about."""
    mine = {stem(word) for word in matter.about if word not in stopwords()}
    return frozenset(word for word in about if stem(word) in mine)
