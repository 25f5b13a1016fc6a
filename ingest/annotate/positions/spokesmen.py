"""People who speak for a country, known by their names: "the FRG's Hollmann", "HOD Jenssen (Norway)"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from ingest.annotate.language.holders import Named
from ingest.annotate.language.verbs import finite_of
from ingest.annotate.language.vocabulary import is_kind, table
from ingest.annotate.language.word import Word, places, words
from ingest.annotate.names.names import per_knowledge
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge

SAYING: Final = frozenset(row["verb"] for row in table("reporting_verbs"))
Spokesmen = Mapping[str, str]
"""The country for which each surname speaks, by the word in lower case, with and without "'s"."""
Owner = tuple[Span, str]
"""The words that name a country or one of its ministries, and the country's code."""
_REACH: Final = 110
"""How many characters behind the name of a country, or before it, the name of its spokesman may stand."""
_PARTICLES: Final = frozenset(("van", "von", "de", "da", "di", "del", "al", "der", "la", "le"))
_APPOSED: Final = frozenset(("at", "in", "a", "an", "and", "who", "is"))
"""Small words of an apposition: "Director of the Division at the Ministry"."""
POSTS: Final = frozenset(("embassy", "amembassy", "usembassy", "emb", "amconsul", "amconsulate"))
_NEAR: Final = 30
_LONGEST: Final = 5
"""Of how many words a person's name is at most."""
_NO_NAMES: Final = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
     "parliament", "government", "cabinet", "plenary", "annex", "item", "paper", "proposal", "group",
     "embassy", "mission", "council", "committee", "comment", "report", "note", "ref", "deputies")
)  # fmt: skip


@cache
def titles(note: str | None = None) -> frozenset[str]:
    """The words of titles and posts; with *note* "person" those that a name follows at once.

    "post" is noted of those in the sender's own posts.

    >>> "director" in titles("person"), "licensing" in titles("person"), "licensing" in titles()
    (True, False, True)
    """
    noted = ("person", "post") if note == "person" else (note,)
    return frozenset(row["word"] for row in table("titles") if note is None or row["note"] in noted)


def spokesmen(cable: Cable, owners: Iterable[Owner], knowledge: Knowledge) -> Spokesmen:
    """Who speaks for which country, by surname; a name that stands for two countries is left out.

    >>> from tests.knowledge import KNOWLEDGE
    >>> from tests.make import cable
    >>> made = cable("The French delegate Durand spoke, then HOD Roe (Peru).")
    >>> owners = ((Span(4, 10), "FRA"), (Span(48, 52), "PER"))
    >>> [made.text[slice(*at)] for at, _ in owners]
    ['French', 'Peru']
    >>> sorted(spokesmen(made, owners, KNOWLEDGE).items())
    [('durand', 'FRA'), ("durand's", 'FRA'), ('roe', 'PER'), ("roe's", 'PER')]
    """
    told: dict[str, set[str]] = defaultdict(set)
    cities = _cities(knowledge)
    for span, code in owners:
        if _is_our_post(cable.text, span, cities):
            continue
        for name in (_behind(cable.text, span), _before(cable.text, span)):
            if name is not None:
                told[name.lower()].add(code)
    known = {name: codes for name, codes in told.items() if name not in cities and len(codes) == 1}
    return {form: code for name, codes in known.items() for code in codes for form in (name, f"{name}'s")}


def _is_our_post(text: str, span: Span, cities: frozenset[str]) -> bool:
    """Whether a city or country stands for the sender's own post there: "Oslo econoff Roe"."""
    before = text[max(0, span.start - _REACH) : span.start].lower().split()
    if before[-1:] and before[-1].lstrip("(") in POSTS:
        return True
    city = span.of(text).lower().removesuffix("'s") in cities
    behind = text[span.end : span.end + _NEAR].lower().replace("'s ", " ").split()[:2]
    own = any(one in titles("post") for one in (*behind, *before[-_LONGEST:]))
    return city and own


@per_knowledge
def _cities(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(one.city.lower() for one in knowledge.posts if one.city)


def _behind(text: str, span: Span) -> str | None:
    """The name in "the French delegate Durand", "the FRG's Hollmann" and "Russia (Petrov)"."""
    end = span.end
    owned = text.startswith("'s ", end)
    end += 2 * owned
    if text[end - 2 : end] == "'s":
        owned = True
    follows = text[end : end + 30].split(None, 1)
    if not follows or not (follows[0][:1] in "(" or owned or follows[0].lower().strip(",") in titles()):
        return None
    found = words(text, Span(end, min(len(text), end + _REACH)))
    at = _past_titles(found, 0)
    if at < len(found) and found[at].low == "(":
        return _in_brackets(text, found, at + 1)
    headed = at and (found[at - 1].low in titles("person") or (found[at - 1].low == ")" and at > 1))
    headed = headed or (at == 1 and found[0].low == "delegation" and _is_head(text, span.start))
    if not (headed or (owned and at == 0)):
        return None
    end = _name_end(text, found, at)
    name = _surname(text, found, at, end)
    if name is None or headed or _speaks(found, end) or text.lower().count(name) > 1:
        return name
    return None


def _speaks(found: Sequence[Word], at: int) -> bool:
    """Whether a verb of saying stands there, behind a name that has no title."""
    return at < len(found) and finite_of(found[at].low) in SAYING


def _is_head(text: str, start: int) -> bool:
    return text[max(0, start - 12) : start].lower().endswith(("head of the ", "head of "))


def _past_titles(found: Sequence[Word], at: int) -> int:
    """Past titles and posts, and a short form of one in brackets: "head of delegation (HOD)"."""
    while at < len(found):
        if found[at].low in titles() or (found[at].low == "," and at and found[at - 1].low in titles()):
            at += 1
        elif found[at].low == "(" and at + 2 < len(found) and found[at + 1].low in titles("person"):
            if found[at + 2].low != ")":
                return at
            at += 3
        else:
            return at
    return at


def _in_brackets(text: str, found: Sequence[Word], at: int) -> str | None:
    at = _past_titles(found, at)
    end = _name_end(text, found, at)
    if end == at and at < len(found) and text[found[at].start : found[at].end].isupper():
        end = at + (found[at].end - found[at].start > 4 and text[: found[at].start].isupper())
    if end >= len(found) or found[end].low not in (")", ",", ";"):
        return None
    return _surname(text, found, at, end)


def _name_end(text: str, found: Sequence[Word], at: int) -> int:
    """The index after the words of a name that begins there: "Ann P. Roe", "Jan van Dyk"."""
    end = at
    while end < min(len(found), at + _LONGEST) and (
        _is_name(text, found[end]) or (end > at and found[end].low in _PARTICLES)
    ):
        end += 1
        if found[end - 1].low.endswith("'s"):
            break
        if end < len(found) and found[end].low == "." and found[end - 1].end - found[end - 1].start == 1:
            end += 1
    return end


def _is_name(text: str, one: Word) -> bool:
    said = text[one.start : one.end]
    return said[:1].isupper() and (len(said) == 1 or not said.isupper()) and one.low not in _NO_NAMES


def _surname(text: str, found: Sequence[Word], start: int, end: int) -> str | None:
    """The last word of a name, where it can be one."""
    if end <= start:
        return None
    low = found[end - 1].low.removesuffix("'s")
    if len(low) < 3 or low in titles() or is_kind(low, "determiner", "preposition", "opener", "auxiliary"):
        return None
    return low if low.replace("-", "").replace("'", "").isalpha() and low not in _NO_NAMES else None


def _before(text: str, span: Span) -> str | None:
    """The name in "HOD Jenssen (Norway)", "Ambassador Roe of Spain" and "Rie Osada, Director at the MFA"."""
    start = max(0, span.start - _REACH)
    near = text[max(0, span.start - 5) : span.start]
    if not near.endswith(("(", "of ", "the ", "at ", "The ", ", ")):
        return None
    if not _may_end_a_name(text, start, span.start):
        return None
    found = words(text, Span(start, span.start))
    last = len(found) - (bool(found) and found[-1].low == "the")
    if not last:
        return None
    if found[last - 1].low in ("(", "of"):
        made = _titled(text, found, last - 1, weak=found[last - 1].low == "of")
        if made is not None:
            return made
    return _in_apposition(text, found, last)


def _may_end_a_name(text: str, start: int, end: int) -> bool:
    """Whether a name may stand before those words: behind "(" or "of", or in an apposition with its comma."""
    said = text[start:end].removesuffix(" ").removesuffix(" the").removesuffix(" The")
    if said.endswith(("(", " of")):
        return True
    return "," in said and (
        said.endswith(",") or said.rpartition(" ")[2].lower() in _APPOSED | titles() or said[-1:].isalpha()
    )


def _titled(text: str, found: Sequence[Word], end: int, *, weak: bool) -> str | None:
    """The name that ends there, with a title before it or, unless *weak*, a second name."""
    start = end
    while start and end - start < 3 and _is_name(text, found[start - 1]):
        if found[start - 1].low in titles():
            break
        start -= 1
    if start == end or not start:
        return None
    titled = found[start - 1].low in titles("person") or found[start - 1].low == ")"
    return _surname(text, found, start, end) if titled or (not weak and end - start > 1) else None


def _in_apposition(text: str, found: Sequence[Word], end: int) -> str | None:
    """The name in "Koji Hanamura, Director of the Division at the", before the name of a ministry."""
    at = end
    while at and found[at - 1].low != ",":
        one = found[at - 1]
        if not (one.low in titles() or one.low in _APPOSED or _is_name(text, one)):
            return None
        at -= 1
    if at < 2 or not any(one.low in titles("person") for one in found[at:end]):
        return None
    start = at - 1
    while start and at - 1 - start < 3 and _is_name(text, found[start - 1]):
        start -= 1
    return _surname(text, found, start, at - 1)


def speaking(found: Sequence[Word], text: str, known: Spokesmen, named: Named) -> Named:
    """The countries of a sentence, with those whose spokesmen it calls by name.

    >>> speaking(words("Durand opposed the fee."), "Durand opposed the fee.", {"durand": "FRA"}, {})
    {0: ('FRA', 1)}
    >>> said = "France's Durand opposed the fee."
    >>> speaking(words(said), said, {"durand": "FRA"}, {0: ("FRA", 1)})
    {0: ('FRA', 2)}
    """
    made = dict(named)
    for at in places(found, known.keys()):
        if not text[found[at].start : found[at].start + 1].isupper() or _inside(at, made):
            continue
        start = _first(text, found, at, made)
        code = known[found[at].low]
        theirs = next((one for one, (owner, end) in made.items() if end == start and owner == code), None)
        made[start if theirs is None else theirs] = (code, at + 1)
    return dict(sorted(made.items()))


def _inside(at: int, named: Named) -> bool:
    return any(start <= at < end for start, (_, end) in named.items())


def _first(text: str, found: Sequence[Word], at: int, named: Named) -> int:
    """Where the name begins, titles and given names with it."""
    ends = {end for _, end in named.values()}
    while at and at not in ends:
        one = found[at - 1]
        titled = one.low in titles() and not is_kind(one.low, "determiner", "preposition")
        if not (titled or (_is_name(text, one) and at > 1)) or is_kind(one.low, "preposition", "conjunction"):
            return at
        at -= 1
    return at
