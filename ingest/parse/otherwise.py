"""An item of a REF list that cites no telegram: e-mails, telephone calls, memoranda, reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.cable import ReferenceType
from ingest.knowledge import Profile
from ingest.parse.posts import Posts, key
from ingest.parse.when import Dated, find_date
from ingest.pattern import pattern

_TYPES: Final = (
    ("email", pattern("ref-email", r"(?i)\bE\s?-?\s?MAILS?\b", example="DURHAM-CONWAY E MAIL OF 02-21-08")),
    (
        "telcon",
        pattern(
            "ref-telcon",
            r"(?i)\b(?:TELE?CONS?|PHONE\s?CONS?|PHONE\s?CALLS?)\b",
            example="DOE/ROE TELCON 01/02/08",
        ),
    ),
    (
        "press",
        pattern(
            "ref-press",
            r"(?:\bOSC\b|\bFBIS\b|\b[A-Z]{3}20\d{12,14}\b|\bPRESS\s)",
            example="OSC EUP20080101000000",
        ),
    ),
    (
        "report",
        pattern(
            "ref-report",
            r"(?:\bIIR\b|\bTD\s?-?\s?\d|\bTD[A-Z]?-|\bCRITIC\b|\bREPORT\b)",
            example="TD-314/00000-05",
        ),
    ),
    ("airgram", pattern("ref-airgram", r"\b(?:A|CA|AIRGRAM)\s?[-–]\s?\d{1,5}\b", example="USUN A-577")),
    (
        "memo",
        pattern(
            "ref-memo",
            r"(?i)\b(?:MEMO(?:RANDUM)?(?:\s?CONS?)?|MEMCONS?|LETTERS?|FAX(?:ES)?|NOTE\s+VERBALE|NON-?PAPERS?|DIP(?:LOMATIC)?\s?NOTE|CABLEGRAM)\b",
            example="MEMO OF 01/02/08",
        ),
    ),
)
_PARTIES: Final = pattern(
    "ref-parties",
    r"^(?:\((?:C|S|U|SBU)\)\s*)?(?P<parties>[A-Z][A-Za-z.'’]*(?:\s[A-Z][A-Za-z.'’]+)?(?:\s?(?:[-/–]|\sTO\s|\sAND\s)\s?[A-Z][A-Za-z.'’]*)+)"
    r"[\s,:-]*(?i:E\s?-?\s?MAILS?|TELE?CONS?|PHONE\s?CONS?|PHONE\s?CALLS?|MEMO|MEMCON|LETTER|FAX)",
    example="DURHAM-CONWAY E MAIL",
)
_PARENTHESES: Final = pattern("ref-aside", r"\([^()]*\)", example="(BROKERING NONPAPER)")
_SPLIT: Final = pattern("ref-party", r"[A-Z][A-Za-z.'’]+", example="DURHAM")
_NUMBERED: Final = pattern(
    "ref-regime-number",
    r"\b(?P<number>\d{1,4})\s?/\s?(?P<year>(?:19|20)\d\d|\d\d)\b",
    example="MTCR POC 201/2006",
)
_AIRGRAM: Final = pattern(
    "ref-airgram-number",
    r"^(?P<post>[A-Za-z .]*?)\s*(?P<kind>CA|A)\s?[-–]\s?(?P<number>\d{1,5})\b",
    example="USUN A-577",
)


@dataclass(frozen=True, slots=True)
class Other:
    """A document that is no telegram."""

    type: ReferenceType
    target: str | None = None
    dated: Dated | None = None
    parties: tuple[str, ...] = ()
    why: str | None = None


def other(words: str, profiles: Sequence[Profile], posts: Posts, year: int | None) -> Other | None:
    """What *words* cite where they cite no telegram; ``None`` where they show none of the other types.

    >>> made = other("DURHAM-CONWAY E MAIL OF 02-21-08", (), Posts(()), 2008)
    >>> made and (made.type, made.target)
    ('email', 'email-2008-02-21-durham-conway')
    """
    regime = _regime(words, profiles)
    if regime is not None:
        return regime
    # A nickname in parentheses ("STATE 91 (BROKERING NONPAPER)") says what a telegram is about, not its kind.
    bare = _without_parentheses(words[:300])
    for kind, shape in _TYPES:
        if shape.search(bare) is not None:
            return _made(kind, words, posts, year)
    return None


def _without_parentheses(words: str) -> str:
    kept, last = [], 0
    for found in _PARENTHESES.finditer(words):
        if found.span.start > 0:
            kept.append(words[last : found.span.start])
            last = found.span.end
    return " ".join((*kept, words[last:]))


def _made(kind: str, words: str, posts: Posts, year: int | None) -> Other:
    if kind == "airgram":
        return _airgram(words, posts, year)
    dated = find_date(words)
    parties = tuple(_parties(words)) if kind in {"email", "telcon", "memo"} else ()
    type_: ReferenceType = kind  # type: ignore[assignment]
    return _named(type_, dated, parties, words)


def _named(kind: ReferenceType, dated: Dated | None, parties: tuple[str, ...], words: str) -> Other:
    if dated is None and not parties:
        if kind in {"report", "press"}:
            return Other(kind, f"{kind}-{slug(words)}")
        return Other(kind, why="neither a date nor names are given")
    who = [slug(party) for party in parties] or [slug(_before_date(words, dated), most=40)]
    when = [dated.value] if dated is not None else []
    # "NSC MEMO" is called memo-2006-08-04-nsc: its kind is said once.
    parts = [kind, *when, *(name.replace(f"-{kind}", "").removeprefix(kind).strip("-") for name in who)]
    return Other(
        kind,
        "-".join(part for part in parts if part),
        dated,
        parties,
        None if dated is not None else "no date is given",
    )


def _before_date(words: str, dated: Dated | None) -> str:
    kept = words if dated is None else words[: dated.span.start]
    return kept.rstrip(" ,(").removesuffix(" OF").removesuffix(" of").removesuffix(" DATED")


def _parties(words: str) -> Iterator[str]:
    found = _PARTIES.match(words[:200])
    if found is not None:
        for one in _SPLIT.finditer(found.text("parties")):
            if one.text().upper() not in {"TO", "AND"}:
                yield one.text().upper()


def _airgram(words: str, posts: Posts, year: int | None) -> Other:
    found = _AIRGRAM.match(words[:120])
    dated = find_date(words)
    said = int(dated.value[:4]) if dated is not None else year
    named = None if found is None else posts.find(found.text("post"))
    if found is None or said is None or (named is None and key(found.text("post"))):
        return Other("airgram", dated=dated, why="post or year of the airgram is not known")
    if named is None:
        return Other("airgram", dated=dated, why="the post of the airgram is not given")
    return Other(
        "airgram", f"{said}{named.post.series(said)}{found.text('kind')}{int(found.text('number'))}", dated
    )


def _regime(words: str, profiles: Sequence[Profile]) -> Other | None:
    """A document of a regime: its name, a body and a number, "MTCR POC 201/2006 - MAY 16 2006"."""
    upper = words.upper()
    named = next((p for p in profiles if any(upper.startswith(name.upper()) for name in p.names)), None)
    if named is None:
        return None
    numbered = _NUMBERED.search(words[:200])
    dated = find_date(words if numbered is None else words[numbered.span.end :])
    if numbered is not None:
        head = words[: numbered.span.start]
        return Other(
            "regime-document", f"{slug(head)}-{numbered.text('number')}-{numbered.text('year')}", dated
        )
    if dated is not None:
        return Other("regime-document", f"{slug(words[: dated.span.start])}-{dated.value}", dated)
    return Other("regime-document", f"regime-document-{slug(words)}")


def slug(words: str, *, most: int = 60) -> str:
    """Lower-case words with hyphens.

    >>> slug("MTCR POC")
    'mtcr-poc'
    """
    made = "".join(c if c.isascii() and c.isalnum() else "-" for c in words.lower())
    return "-".join(part for part in made.split("-") if part)[:most].strip("-")
