"""How a citation is written, for tables: "Embtel", "your or our", "a post's number" ..."""

from typing import Final

from ingest.parse.citing.words import delegation_series
from ingest.pattern import pattern

_SERIES: Final = "|".join(("SALT", *sorted(delegation_series())))
_STYLES: Final = tuple(
    (name, pattern(f"published-style-{name}", expression, example=example))
    for name, expression, example in (
        ("goes on", r"^(?:\W|(?i:and|or)\b)*\d+\W*$", "and 712"),
        ("series of a delegation", rf"(?i)\b(?:{_SERIES})\b", "Secto 11"),
        ("circular", r"(?i)\b(?:depcirtel|cirtel|circular)\b", "Circular telegram 744"),
        ("your or our", r"(?i)\b(?:re)?(?:my|your|our|ur)(?:tel|tels)?\b", "urtel 39"),
        ("Embtel", r"(?i)(?:emb|con|congen|leg|mis)tels?\b", "Embtel 667"),
        ("Deptel", r"(?i)deptels?\b", "Deptel 481"),
        (
            "Embassy telegram",
            r"(?i)\b(?:embassy|legation|consulate(?:\s+general)?|mission)(?:['’]s)?\b",
            "Embassy telegram 893",
        ),
        ("Department telegram", r"(?i)\b(?:department|dept)(?:['’]s)?\b", "Department telegram 2714"),
        ("a post's number", r"[A-Z][a-z]+['’]s?\s+(?:[a-z]+\s+)*\d", "Cairo's 1450"),
        ("post and number", r"[A-Z][A-Za-z]+\s+(?:[a-z]+\.?\s+)*\d", "Jerusalem 232"),
    )
)
OTHER: Final = "other words"


def style(words: str) -> str:
    """The style of a citation.

    >>> [style(words) for words in ("Embtel 667", "and 712", "Amman's 446", "urtel 39", "talks reported 861")]
    ['Embtel', 'goes on', "a post's number", 'your or our', 'other words']
    """
    return next((name for name, shape in _STYLES if shape.search(words) is not None), OTHER)


_LINKS: Final = ("document", "footnote", "supra", "infra", "tab", "attachment")


def link_style(words: str) -> str:
    """What editors call the place that they link to.

    >>> [link_style(words) for words in ("Documents 4", "footnote 2", "Supra", "119")]
    ['document', 'footnote', 'supra', 'number alone']
    """
    low = words.lower()
    known = next((one for one in _LINKS if one in low), None)
    return known or ("number alone" if not any(sign.isalpha() for sign in low) else OTHER)


def list_style(label: str) -> str:
    """The kind of a label of a list of references.

    >>> [list_style(label) for label in ("REFS:", "Reference", "Re", "Participants")]
    ['REF', 'Reference', 'Re', 'other words']
    """
    low = label.lower().strip(" :.")
    if low.startswith("reference"):
        return "Reference"
    if low.startswith("ref"):
        return "REF"
    return "Re" if low == "re" else OTHER
