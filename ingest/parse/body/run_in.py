"""Headings that run into the words of their paragraph: "Annex package. The delegation should ..."."""

from typing import Final

from ingest.document import Span
from ingest.parse.body.heading import Heading, cries, is_fragment, is_label, on_its_own, readable
from ingest.parse.text.lines import Line, is_rule
from ingest.parse.text.vocabulary import vocabulary
from ingest.pattern import pattern

_LABEL: Final = pattern(
    "inline-heading",
    r"^[*_]*(?P<words>[A-Za-z](?:[A-Za-z0-9'’/&,() -]|[A-Z]?\.[A-Z]\.){1,58}?)[*_]*\s?"
    r"(?P<mark>:|\.\s?-{1,2}|\s--?\s|\.)(?P<rest>[*_]*\s+\S|[*_]*$)",
    example="SUMMARY: THE MEETING",
)
_MERGED: Final = pattern(
    "merged-heading",
    r"^(?P<words>[A-Z][A-Za-z0-9'’/&,-]*(?:\s+[A-Za-z0-9'’/&-]+){1,6}?)\s+"
    r"(?:(?:The|This|These|We|If|It|There|In|As)\s[a-z]|(?:USDEL|USDel|Delegation)\s+(?:should|shall|may|must|will)\s)",
    example="Catch-all Reports The delegation should call on Partners",
)
_MOST_LABEL: Final = 5
_LOOK: Final = 90


def after_number(
    text: str, rest: Line, following: Line | None, *, gap: bool, more: bool, usual: bool
) -> Heading | None:
    """The heading that *rest*, the words behind a paragraph's number, is or begins with.

    *following* is the next line, *gap* whether it stands apart, *more* whether the paragraph has further
    lines: words that are all there is are no heading. *usual* as in :func:`run_in`.

    >>> text = "Membership: France supports China."
    >>> found = after_number(text, Line(0, text), None, gap=True, more=False, usual=True)
    >>> found and found.words
    'Membership'
    """
    if rest.blank:
        return None
    found = None
    if following is not None and more and (gap or is_rule(following.text)):
        found = on_its_own(text, rest, underlined=is_rule(following.text) and not gap)
    found = found or run_in(rest, usual=usual)
    if found is None or more or text[found.span.end : rest.end].strip(" .:-*_\t"):
        return found
    return None


def run_in(rest: Line, *, usual: bool) -> Heading | None:
    """The heading that the words behind a number begin with.

    *usual*: other paragraphs of the document have such headings, so that one word is enough.

    >>> made = run_in(Line(0, "Annex package.  The delegation should act."), usual=False)
    >>> made and made.words
    'Annex package'
    >>> run_in(Line(0, "Embassy concurs.  The delegation should act."), usual=True)
    """
    found = _LABEL.match(rest.text[:_LOOK])
    at = None if found is None else found.at("words")
    if found is None or at is None:
        return _merged(rest)
    words = found.text("words").strip()
    known = " ".join(words.lower().split()) in vocabulary().headings
    mark, next_letter = found.text("mark").strip(), found.text("rest")[-1:]
    label = len(words.split()) <= _MOST_LABEL and is_label(words)
    cried = mark == "." and cries(words) and not rest.text.isupper()
    follows = bool(next_letter) and not (next_letter.islower() or next_letter.isspace())
    fragment = follows and mark != "-" and is_fragment(words, usual=usual or (mark == ":" and label))
    if not (known or (label and (mark == ":" or cried)) or (fragment and (usual or not rest.text.isupper()))):
        return _merged(rest)
    span = Span(rest.start + at.start, rest.start + at.start + len(words))
    return Heading(readable(words), span)


def is_run_in(rest: Line) -> bool:
    """Whether a line begins with a heading of several words that ends in a full stop.

    >>> is_run_in(Line(0, "Annex package.  We agree.")), is_run_in(Line(0, "Brokering.  We agree."))
    (True, False)
    """
    found = _LABEL.match(rest.text[:_LOOK])
    following = "" if found is None else found.text("rest")[-1:]
    return found is not None and following.isupper() and is_fragment(found.text("words"), usual=False)


def _merged(rest: Line) -> Heading | None:
    """A heading that a scan joined to the sentence behind it, without any sign between."""
    found = _MERGED.match(rest.text[:_LOOK])
    at = None if found is None else found.at("words")
    if found is None or at is None:
        return None
    words = found.text("words")
    parts = words.split()
    if not is_label(words) or parts[0].lower() in _ARTICLES or parts[-1].lower() in vocabulary().small_words:
        return None
    return Heading(readable(words), at.moved(rest.start))


_ARTICLES: Final = frozenset({"the", "this", "these", "we", "if", "it", "there", "in", "as", "a", "an"})
