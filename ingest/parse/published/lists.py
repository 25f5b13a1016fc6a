"""Subject and references of a published document: from its lists, or run in before its first words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.cable import Read
from ingest.document import Document, Span
from ingest.parse.body.marking import leading_mark
from ingest.parse.header.field import Field
from ingest.pattern import pattern

_SUBJECT: Final = pattern(
    "run-in-subject",
    r"(?:^|[.)\]—]\s*)(?i:Subj(?:ect)?)\s*:\s*(?P<subject>\S[^\n]*?[^\n.;]{2})\s*"
    r"(?:(?:[.;]\s+)?\b(?i:refs?|reftels?|references?)\s*:|[.;]\s+[A-Z(\"“\d]|[.;]?\s*$)",
    example="900012. Subject: Talks on the Dam. Ref: Cairo 900010.",
)
_SUBJECT_LINE: Final = pattern(
    "subject-line", r"^\s*(?i:subjects?)\s*:\s*(?P<subject>\S[\s\S]*?)\s*$", example="SUBJECT: The Dam"
)
_REFERENCE_LINE: Final = pattern(
    "reference-line",
    r"^\s*(?P<label>(?i:refs?|references?)\s*:)\s*(?P<items>\S[\s\S]*?)\s*$",
    example="REF: State 900012",
)
_REFERENCE: Final = pattern(
    "run-in-reference",
    r"(?:^|[.;)\]]\s+)(?P<label>(?:Refs?|Reftels?|References?|REFS?|REFTELS?|REFERENCES?)(?:\s*:|\b)|(?:Re|RE)(?:\s*:|\b)(?:\s+(?i:my|our|your|ur))?)"
    r"\s*(?P<items>[^\s][^\n]*)",
    example="3074. Reference Embtel 900073 (repeated other posts). Counselor called.",
)
_STOP: Final = pattern("reference-stop", r"[.](?:\s+[A-Z“\"(]|\s*$)", example="Embtel 90. Counselor")
_SHORT: Final = (
    "no",
    "nos",
    "tel",
    "tels",
    "dept",
    "emb",
    "para",
    "paras",
    "jan",
    "feb",
    "mar",
    "apr",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
)
_LONGEST: Final = 400
_PREAMBLE: Final = 60


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a document with its mark; ``end`` is where the words that tell it end."""

    read: Read[str]
    marking: Read[str] | None = None
    end: int = 0


def subject(document: Document, text: str, first: Span | None, above: Sequence[Span] = ()) -> Subject | None:
    """The subject that a list gives, a line above the text, or the first paragraph of a telegram.

    >>> text = "900012. Subject: Talks on the Dam. Ref: Cairo 900010."
    >>> made = subject(Document(text, "v.xml", ""), text, Span(8, len(text)))
    >>> made.read.value, text[made.end:]
    ('Talks on the Dam', ' Ref: Cairo 900010.')
    """
    role = document.role("subject")
    if role is not None and role.span.start < role.span.end:
        return _subject(text, role.span, "list")
    for one in above:
        line = _SUBJECT_LINE.match(one.of(text))
        told = None if line is None else line.at("subject")
        if told is not None:
            return _subject(text, told.moved(one.start), "label")
    found = None if first is None else _SUBJECT.search(text[first.start : min(first.end, first.start + 1200)])
    at = None if found is None else found.at("subject")
    return None if at is None or first is None else _subject(text, at.moved(first.start), "run-in")


def _subject(text: str, span: Span, rule: str) -> Subject:
    mark = leading_mark(span.of(text)[:80])
    start = span.start + (0 if mark is None else mark[1].end)
    words = text[start : span.end]
    kept = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip(" .;\n")))
    kept = kept if kept.start < kept.end else span
    marking = None if mark is None else Read(mark[0], mark[1].moved(span.start), rule)
    return Subject(Read(" ".join(kept.of(text).split()), kept, f"subject-{rule}"), marking, kept.end + 1)


def reference_fields(
    document: Document, text: str, found: Sequence[Span], begin: int, above: Sequence[Span] = ()
) -> Iterator[Field]:
    """The lists of references, as fields of a header: those that the file tells, and those run in.

    >>> text = "3074. Reference Embtel 900073 (repeated other posts). Counselor called."
    >>> made = reference_fields(Document(text, "v.xml", ""), text, (Span(0, len(text)),), 6)
    >>> [one.value.of(text) for one in made]
    ['Embtel 900073 (repeated other posts)']
    """
    for role in document.roles:
        if role.role == "references" and role.span.start < role.span.end:
            yield Field("ref", Span(role.span.start, role.span.start), role.span)
    for one in above:
        line = _REFERENCE_LINE.match(one.of(text))
        label, told = (None, None) if line is None else (line.at("label"), line.at("items"))
        if label is not None and told is not None:
            yield Field("ref", label.moved(one.start), told.moved(one.start))
    for one in found[:1]:
        start = max(one.start, begin)
        for place in _REFERENCE.finditer(text[start : max(start, one.end)]):
            at, label = place.at("items"), place.at("label")
            if at is None or label is None:
                continue
            at, label = at.moved(start), label.moved(start)
            value = Span(at.start, _sentence_end(text, at))
            if any(sign.isdigit() for sign in value.of(text)) and _near(text, label, start):
                yield Field("ref", label, value)
            return


def _near(text: str, label: Span, start: int) -> bool:
    """Whether a label stands at the beginning, behind words such as "Eyes only.", or ends in a colon."""
    before = text[start : label.start].strip()
    first = len(before) <= _PREAMBLE and before[-1:] in ("", ".", ")", "]", ";")
    return first or text[label.start : label.end].rstrip().endswith(":")


def _sentence_end(text: str, span: Span) -> int:
    end = min(span.end, span.start + _LONGEST)
    for found in _STOP.finditer(text[span.start : end]):
        before = text[span.start : span.start + found.span.start].split()
        if before and before[-1].strip("(").lower() not in _SHORT:
            return span.start + found.span.start
    return end
