"""What the labelled fields of a header say: declassification, TAGS, subject, who classified and why."""

from collections.abc import Iterator
from typing import Final

from ingest.cable import Read
from ingest.document import Span
from ingest.parse.body.marking import leading_mark, trailing_mark
from ingest.parse.header.field import Field
from ingest.parse.text.lines import rejoined
from ingest.parse.text.when import digits, undamaged
from ingest.pattern import pattern

_DECLASSIFY: Final = pattern(
    "declassify",
    r"(?is)^(?:DECL(?:ASSIFY)?(?:\s+ON)?\s*[:;.]?|OADR)?\s*(?P<value>.*)$",
    example="DECL: 12/31/2018",
)
_TAG: Final = pattern("tag", r"[A-Z0-9][A-Z0-9-]*", example="PARM")
_BEHIND: Final = pattern(
    "label-behind-tags", r"\s?(?:DATE|FROM|TO|INFO|REF|SUBJECT|E\.O\.)\s?:", example="WBDATE:"
)
"""The label of the next field, run into the last tag."""
_NAMES: Final = pattern("tag-names", r"\([^)]*\)?", example="OVIP (NIXON, RICHARD)")
_REASON_WORD: Final = pattern(
    "reason-word",
    r"(?i)[\s,.;:(]*(?:\bfor)?\s*\breasons?\b\s*[:;.]?\s*|[,.;]\s*E\.?O\.?\s*\d+,?\s*",
    example="for reasons 1.4",
)
_REASON: Final = pattern(
    "classification-reason",
    r"(?P<section>[1lI]\.[4-6]|[1-4]\.[1-6])|[(\s,/-](?P<letter>[A-Ha-h])(?:\)|\b)",
    example="1.4 (B) and (D)",
)
_WITH_REASON: Final = pattern(
    "bare-reason", r"[\s,;:(]+[1lI]\.[4-6]\s?\(?[A-Ha-h]", example="JOE DOE 1.4 (B)"
)


def order(field: Field, text: str) -> Read[str] | None:
    """The number of the executive order.

    >>> from ingest.parse.header.field import fields
    >>> from ingest.parse.text.lines import lines
    >>> made = order(fields(lines("E.O. 12958: DECL: 04/03/2018"), 1)[0], "E.O. 12958: DECL: 04/03/2018")
    >>> made and made.value
    '12958'
    """
    return None if field.order is None else Read(digits(field.order.of(text)), field.order, "executive-order")


def declassify(field: Field, text: str) -> Read[str] | None:
    """The instruction as written, without its label and the parentheses around all of it.

    >>> text = "E.O. 12958: DECL: (1.6, X5, X6)"
    >>> read = declassify(Field("eo", Span(0, 11), Span(12, 31)), text)
    >>> read and read.value
    '1.6, X5, X6'
    """
    found = _DECLASSIFY.match(field.value.of(text))
    at = None if found is None else found.at("value")
    if found is None or at is None:
        return None
    span = _bare(at.moved(field.value.start), text)
    value = " ".join(span.of(text).split())
    # A date is digits: letters in it are damage ("O3/O3/2O15").
    if (
        "/" in value
        and sum(c.isdigit() for c in value) >= 4
        and not value.translate(_NO_DIGITS).strip("/OoIl")
    ):
        return Read(digits(value), span, "declassify-repaired")
    return Read(value, span, "declassify") if value else None


_NO_DIGITS: Final = str.maketrans("", "", "0123456789/")


def _bare(span: Span, text: str) -> Span:
    words = span.of(text)
    start, end = span.start, span.start + len(words.rstrip(" .*_"))
    if (
        text[start : start + 1] == "("
        and text[end - 1 : end] == ")"
        and text.find(")", start, end) == end - 1
    ):
        start, end = start + 1, end - 1
    return Span(start, max(start, end))


def tags(field: Field, text: str) -> Iterator[Read[str]]:
    """The TAGS; the names of persons behind them in parentheses are none.

    >>> text = "PARM, OVIP (NIXON, R.), MTCRE FR"
    >>> [read.value for read in tags(Field("tags", Span(0, 0), Span(0, len(text))), text)]
    ['PARM', 'OVIP', 'MTCRE', 'FR']
    """
    words = field.value.of(text)
    behind = _BEHIND.search(words)
    words = words if behind is None else words[: behind.span.start]
    hidden = [match.span for match in _NAMES.finditer(words)]
    seen: set[str] = set()
    for found in _TAG.finditer(words):
        span = found.span
        inside = any(one.start <= span.start < one.end for one in hidden)
        if not inside and found.text() not in seen and any(c.isalpha() for c in found.text()):
            seen.add(found.text())
            yield Read(found.text(), span.moved(field.value.start), "tags-line")


def subject(field: Field, text: str) -> tuple[Read[str] | None, Read[str] | None]:
    r"""The subject on one line, and the mark before or behind it.

    >>> text = "MTCR: GUIDANCE\nFOR THE RPOC (C)"
    >>> words, mark = subject(Field("subject", Span(0, 0), Span(0, len(text))), text)
    >>> words and words.value, mark and mark.value
    ('MTCR: GUIDANCE FOR THE RPOC', 'C')
    >>> text = "THE OBSER-\nVATORY AND NON-\nCOMMERCIAL USE"
    >>> words, _ = subject(Field("subject", Span(0, 0), Span(0, len(text))), text + "\n\n1. OBSERVATORY.")
    >>> words and words.value
    'THE OBSERVATORY AND NON-COMMERCIAL USE'
    """
    words = field.value.of(text)
    start, end = 0, len(words)
    mark = trailing_mark(words)
    if mark is not None:
        end = mark[1].start
    else:
        mark = leading_mark(words)
        start = 0 if mark is None else mark[1].end
    marked = None if mark is None else Read(mark[0], mark[1].moved(field.value.start), "subject-mark")
    kept = words[start:end]
    left = start + len(kept) - len(kept.lstrip(" \t\r\n*_"))
    right = start + len(kept.rstrip(" \t\r\n*_"))
    if right <= left:
        return None, marked
    span = Span(field.value.start + left, field.value.start + right)
    return Read(_joined(rejoined(span.of(text), text)), span, "subject-line"), marked


def _joined(words: str) -> str:
    return undamaged(digits_in_years(" ".join(words.split())))


def digits_in_years(words: str) -> str:
    """The words with the years that scans damaged put right.

    >>> digits_in_years("MARCH 14-15, 2OO5 RPOC")
    'MARCH 14-15, 2005 RPOC'
    """
    return " ".join(_year(part) for part in words.split(" "))


def _year(part: str) -> str:
    core = part.strip(",.;:()")
    if (
        len(core) == 4
        and core[0] in "12"
        and core[1] in "9Oo0"
        and digits(core).isdigit()
        and not core.isdigit()
    ):
        return part.replace(core, digits(core))
    return part


def classified_by(field: Field, text: str) -> Read[str] | None:
    """Who classified the document.

    >>> text = "ISN Acting DAS Donald A. Mahley. Reasons: 1.4 (B) and (D)."
    >>> read = classified_by(Field("classified", Span(0, 0), Span(0, len(text))), text)
    >>> read and read.value
    'ISN Acting DAS Donald A. Mahley'
    """
    words = field.value.of(text)
    cut = [
        found.span.start for one in (_REASON_WORD, _WITH_REASON) if (found := one.search(words)) is not None
    ]
    kept = words[: min(cut, default=len(words))]
    left = len(kept) - len(kept.lstrip(" :\n\r\t"))
    span = Span(field.value.start + left, field.value.start + max(left, len(kept.rstrip(" ,;:.\n\r\t("))))
    value = " ".join(span.of(text).split())
    return Read(value, span, "classified-by") if value else None


def reasons(field: Field, text: str) -> Iterator[Read[str]]:
    """The reasons of a classification, each as "1.4 (B)".

    >>> text = "Mahley. Reasons: 1.4 (B) and (d)."
    >>> [read.value for read in reasons(Field("classified", Span(0, 0), Span(0, len(text))), text)]
    ['1.4 (B)', '1.4 (D)']
    """
    words = field.value.of(text)
    offset = 0
    if field.kind == "classified":
        cut = [
            found.span.start
            for one in (_REASON_WORD, _WITH_REASON)
            if (found := one.search(words)) is not None
        ]
        offset = min(cut, default=len(words))
    section = ""
    for found in _REASON.finditer(words[offset:]):
        at = found.span.moved(field.value.start + offset)
        if found["section"] is not None:
            section = digits(found.text("section"))
        elif section:
            yield Read(f"{section} ({found.text('letter').upper()})", at, "classification-reason")
