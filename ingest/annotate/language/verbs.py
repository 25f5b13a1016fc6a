"""Verbs: from the form in the text to the lemma."""

from collections.abc import Mapping
from functools import cache

from ingest.annotate.language.vocabulary import Row, table


@cache
def known() -> Mapping[str, Row]:
    """The verbs of the table, by lemma.

    >>> "agree" in known(), "agreed" in known()
    (True, False)
    """
    return {row["base"]: row for row in table("verbs")}


def _regular(base: str, ending: str) -> str:
    if ending == "ing":
        return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"
    if ending == "s":
        if base.endswith("y") and base[-2] not in "aeiou":
            return base[:-1] + "ies"
        return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


@cache
def _forms(kind: str) -> Mapping[str, str]:
    column, ending = {
        "gerund": ("gerund", "ing"),
        "participle": ("participle", "ed"),
        "past": ("past", "ed"),
        "third": ("third", "s"),
    }[kind]
    return {row.get(column) or _regular(base, ending): base for base, row in known().items()}


def gerund_of(low: str) -> str | None:
    """The lemma whose "-ing" form this is; by rule where the table does not have the verb.

    >>> gerund_of("issuing"), gerund_of("submitting"), gerund_of("disavowing"), gerund_of("agenda")
    ('issue', 'submit', 'disavow', None)
    """
    if low in _forms("gerund"):
        return _forms("gerund")[low]
    return _whole(low[:-3]) if low.endswith("ing") and len(low) > 5 else None


def participle_of(low: str) -> str | None:
    """The lemma whose past participle this is; by rule where the table does not have the verb.

    >>> participle_of("slugged"), participle_of("sent"), participle_of("disavowed"), participle_of("aware")
    ('slug', 'send', 'disavow', None)
    """
    if low in _forms("participle"):
        return _forms("participle")[low]
    return _whole(low[:-2]) if low.endswith("ed") and len(low) > 4 else None


def _whole(stem: str) -> str:
    """A stem with the "e" that its ending took ("balanc", "notic")."""
    return stem + "e" if stem[-1] in "cvuz" else stem


def finite_of(low: str) -> str | None:
    """The lemma of a past or third-person form that the table has.

    >>> finite_of("said"), finite_of("believes"), finite_of("report"), finite_of("delegation")
    ('say', 'believe', None, None)
    """
    return _forms("past").get(low) or _forms("third").get(low)


def is_base(low: str) -> bool:
    """Whether the table has this verb.

    >>> is_base("encourage"), is_base("agenda")
    (True, False)
    """
    return low in known()
