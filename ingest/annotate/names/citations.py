"""Pointers to other documents in running text: "REF A", "REFS D-J", "reftel", "septel", "08 STATE 1234"."""

from collections.abc import Iterator
from typing import Final

from ingest.annotate.names.paragraphs import target_passage
from ingest.annotate.names.relative import preferred, relative_mentions
from ingest.annotate.names.serials import serial_mentions
from ingest.annotate.names.stretches import stretches
from ingest.cable import Cable
from ingest.document import Span
from ingest.knowledge import Knowledge
from ingest.mention import CitationMention
from ingest.pattern import Match, Pattern, pattern

_LABEL: Final = r"(?:[A-Za-z]\b|[A-Z]{2}\b|\d{1,2}\b)"
_ITEM: Final = rf"[(\[\"']?{_LABEL}[)\]\"']?"
_JOIN: Final = (
    r"\s*(?:-|–|,\s*(?i:and\b|or\b)?|/|&|(?i:and/or|and|or|thru|through|to)\b)\s*(?:(?i:ref\.?)\s+)?"
)

_LETTERED: Final = pattern(
    "ref-letter",
    rf"\b(?P<ref>(?i:refs?|ref[\s-]?tels?|references?))\b\.?\s*"
    rf"(?P<labels>{_ITEM}(?:{_JOIN}{_ITEM})*)",
    example="REFS A, B AND D-J",
)
_TEL: Final = pattern(
    "reftel",
    r"\b(?:(?i:ref[\s-]?tels?)|(?i:referenced?\s+(?:cable|telegram|message|tel)s?)|(?i:refs)|REF|Ref)\b",
    example="per reftel",
)
_SEPTEL: Final = pattern("septel", r"\b(?i:septels?)\b", example="will report septel")
_PIECE: Final = pattern("ref-label", rf"\b{_LABEL}", example="A")


def annotate_citations(cable: Cable, knowledge: Knowledge) -> Iterator[CitationMention]:
    r"""The pointers to other documents that stand in passages; never those of the REF list itself.

    >>> from ingest.document import Document
    >>> from ingest.parse import parse
    >>> from ingest.tables import knowledge
    >>> text = "STATE 900001\nREF: A. STATE 26726\n\n1. See ref A, paras 3 and 4."
    >>> cable = parse(Document(text, "a.txt", ""), knowledge())
    >>> [(one.labels, one.span.of(text)) for one in annotate_citations(cable, knowledge())]
    [(('A',), 'ref A')]
    """
    listed = [reference.span for reference in cable.references]
    for stretch in stretches(cable):
        for mention in _in_stretch(cable, stretch, knowledge):
            if not any(span.holds(mention.span) for span in listed):
                yield mention


def _in_stretch(cable: Cable, stretch: Span, knowledge: Knowledge) -> Iterator[CitationMention]:
    taken: list[Span] = []
    for mention in _lettered(cable, stretch):
        taken.append(mention.span)
        yield mention
    for rule, words in (("reftel", _TEL), ("septel", _SEPTEL)):
        yield from _unlettered(cable.text, stretch, rule, words, taken)
    serials = tuple(serial_mentions(cable, stretch, knowledge))
    yield from preferred(serials, tuple(relative_mentions(cable, stretch, knowledge)))


def _lettered(cable: Cable, stretch: Span) -> Iterator[CitationMention]:
    known = {reference.label.upper() for reference in cable.references}
    for match in _LETTERED.finditer(cable.text, stretch):
        at = match.at("labels")
        if at is None or (_is_word(match) and not _is_label(at.of(cable.text), known)):
            continue
        labels, end = _labels(cable.text, at, known, plural=match.text("ref").lower().endswith("s"))
        if not labels:
            continue
        span = Span(match.span.start, end)
        rule = "ref-letter" if len(labels) == 1 else "ref-letters"
        yield CitationMention(span, rule, labels=labels, target_passage=target_passage(cable.text, span))


def _is_word(match: Match) -> bool:
    """Whether "reference" is spelt out: then only a capital or a digit after it is a label."""
    return match.text("ref").lower().startswith("reference")


def _is_label(written: str, known: set[str]) -> bool:
    """Whether what stands after "reference" is a label: in brackets, or a capital, and one of the list."""
    first = written.lstrip("([\"'")[:1]
    return first.upper() in known and (first != written[:1] or first.isupper() or first.isdigit())


def _labels(text: str, at: Span, known: set[str], *, plural: bool) -> tuple[tuple[str, ...], int]:
    """The labels of a list, ranges expanded, and where the list ends.

    What follows the first label of a singular "ref" counts only if the list of references has it: in "REF A
    and I think" the I is no label.
    """
    labels: list[str] = []
    end, previous = at.start, at.start
    for piece in _PIECE.finditer(text, at):
        between, label = text[previous : piece.span.start], piece.text().upper()
        if _goes_on(text, piece.span.end):
            break
        if label not in known and ((labels and not plural) or _is_other_word(label)):
            break
        if labels and _is_range(between):
            labels += _between(labels[-1], label)
        else:
            labels.append(label)
        previous = end = piece.span.end
    closing = text[end : end + 1]
    return tuple(dict.fromkeys(labels)), end + (closing in (")", "]") and text[at.start] in "([")


def _goes_on(text: str, end: int) -> bool:
    """Whether a letter only begins a word: "ref E-mail"."""
    after = text[end + 1 : end + 3]
    return text[end : end + 1] == "-" and len(after) == 2 and after.isalpha()


def _is_other_word(label: str) -> bool:
    """Whether two letters are no label of a long list ("AA"): in capitals "REFERENCES TO" looks like one."""
    return label.isalpha() and len(set(label)) > 1


def _is_range(between: str) -> bool:
    return between.strip(" ()[]\n\r\t").lower() in ("-", "–", "thru", "through", "to")


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return [last]


def _unlettered(
    text: str, stretch: Span, rule: str, words: Pattern, taken: list[Span]
) -> Iterator[CitationMention]:
    for match in words.finditer(text, stretch):
        # "REF:" begins a list of references
        if any(span.holds(match.span) for span in taken) or text[match.span.end : match.span.end + 1] == ":":
            continue
        yield CitationMention(match.span, rule, target_passage=target_passage(text, match.span))
