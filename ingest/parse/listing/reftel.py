"""Pointers to the list of references ("REF A", "reftels") and to telegrams to come ("septel")."""

from collections.abc import Iterator
from typing import Final

from ingest.document import Span
from ingest.parse.listing.paragraph import target_passage
from ingest.parse.listing.pointer import Pointer
from ingest.pattern import pattern

_LABEL: Final = r"(?:[A-Za-z]\b|[A-Z]{2}\b|\d{1,2}\b)"
_ITEM: Final = rf"[(\[\"']?{_LABEL}[)\]\"']?"
_JOIN: Final = (
    r"\s*(?:-|–|,\s*(?i:and\b|or\b)?|/|&|(?i:and/or|and|or|thru|through|to)\b)\s*(?:(?i:ref\.?)\s+)?"
)
_NOUN: Final = r"(?i:tel|telegram|cable|message|msg|doc|document)s?"

_LETTERED: Final = pattern(
    "ref-letter",
    rf"^(?P<ref>(?i:refs?|references?|ref[\s-]?{_NOUN}|referenced?\s+{_NOUN})\b)"
    # a full stop before a new line ends the sentence: a number there is that of the next paragraph
    r"(?:[ \t]*\r?\n?[ \t]*|\.[ \t]*)"
    rf"(?P<labels>{_ITEM}(?:{_JOIN}{_ITEM})*)",
    example="REFS A, B AND D-J",
)
_TEL: Final = pattern(
    "reftel",
    rf"^(?:(?i:ref[\s-]?{_NOUN})|(?i:referenced?\s+{_NOUN})|(?i:refs)|REF|Ref)\b",
    example="reftel, para 3",
)
_PIECE: Final = pattern("ref-label", rf"\b{_LABEL}", example="A")
_HEADS: Final = frozenset(
    (
        *("ref", "refs", "reference", "references", "referenced", "reftel", "reftels", "reftelegram"),
        *("refcable", "refcables", "refmessage", "refmsg", "refmsgs", "refdoc", "refdocs"),
    )
)
_NOUNS: Final = ("tel", "cab", "mes", "msg", "doc")
_REACH: Final = 120


def reftels(text: str, low: str, span: Span, known: frozenset[str]) -> Iterator[Pointer]:
    """The pointers of a stretch; *low* is the text in small letters, *known* the labels of the list.

    >>> text = "per refs A and C, para 4; reftel and septel"
    >>> [(one.kind, one.labels, one.passage) for one in reftels(text, text, Span(0, 43), frozenset())]
    [('letters', ('A', 'C'), '4'), ('reftel', (), None), ('septel', (), None)]
    """
    at = low.find("ref", span.start, span.end)
    while at >= 0:
        made = _pointer(text, low, at, known) if at == 0 or not low[at - 1].isalnum() else None
        if made is not None:
            yield made
        at = low.find("ref", at + 3 if made is None else made.span.end, span.end)
    at = low.find("septel", span.start, span.end)
    while at >= 0:
        end = at + 6 + (low[at + 6 : at + 7] == "s")
        if not low[at - 1 : at].isalnum() and not low[end : end + 1].isalnum():
            words = Span(at, end)
            yield Pointer(words, "septel", "septel", passage=target_passage(text, words))
        at = low.find("septel", end, span.end)


def _pointer(text: str, low: str, at: int, known: frozenset[str]) -> Pointer | None:
    head = low[at : at + 24]
    word = head[: len(head) - len(head.lstrip("abcdefghijklmnopqrstuvwxyz"))]
    if word not in _HEADS or not _may_point(text, low, at + len(word), word):
        return None
    window = text[at : at + _REACH]
    return _lettered(text, window, at, known) or _unlettered(text, window, at)


def _may_point(text: str, low: str, end: int, word: str) -> bool:
    """Whether what follows can be a label or a noun: after "reference" and "ref" few words are."""
    if word not in ("ref", "reference", "references", "referenced"):
        return True
    rest = text[end : end + 8].lstrip(" \t\r\n.-")
    if word == "ref" and text[end - 3] == "R":
        return True
    bare = rest.lstrip("([\"'")
    label = bare[:1].isalnum() and not bare[1:2].isalpha()
    return label or low[end : end + 8].lstrip(" \t\r\n-").startswith(_NOUNS)


def _lettered(text: str, window: str, at: int, known: frozenset[str]) -> Pointer | None:
    match = _LETTERED.match(window)
    place = None if match is None else match.at("labels")
    if match is None or place is None:
        return None
    spelt = match.text("ref").lower().startswith("reference")
    if spelt and not _is_label(place.of(window), known):
        return None
    plural = match.text("ref").lower().endswith("s")
    labels, end = _labels(window, place, known, plural=plural)
    if not labels:
        return None
    span = Span(at, at + end)
    rule = "ref-letter" if len(labels) == 1 else "ref-letters"
    return Pointer(span, "letters", rule, labels, passage=target_passage(text, span))


def _is_label(written: str, known: frozenset[str]) -> bool:
    """Whether what stands after "reference" is a label: in brackets, or a capital, and one of the list."""
    first = written.lstrip("([\"'")[:1]
    return first.upper() in known and (first != written[:1] or first.isupper() or first.isdigit())


def _labels(text: str, at: Span, known: frozenset[str], *, plural: bool) -> tuple[tuple[str, ...], int]:
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


def _unlettered(text: str, window: str, at: int) -> Pointer | None:
    match = _TEL.match(window)
    # "REF:" begins a list of references
    if match is None or window[match.span.end : match.span.end + 1] == ":":
        return None
    span = match.span.moved(at)
    return Pointer(span, "reftel", "reftel", passage=target_passage(text, span))
