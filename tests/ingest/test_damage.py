"""Telegrams as scans and mirrors leave them: what is found is what was found before the damage."""

import re
import textwrap
from collections.abc import Callable

import pytest

from ingest.cable import Cable
from tests.ingest.telegram import HEADER, numbers, parsed, passage, telegram, words

REFS = "REF: A. 07 STATE 900112 (RPOC GUIDANCE)\nB. OSLO 900071\n"
MARKED = f"""{HEADER}{REFS}
1. (C) Summary: The meeting took place on Monday in the offices of the Ministry, and it
ended early.

OUTREACH
--------

2. (SBU) The Chair should travel to at least two countries before the Plenary, if
anyone pays for it.

3. (C) The delegation should:

A. (C) welcome the visits that were made during the spring, and the reports on them;

B. (C) ask for a list of those that remain.

4. (C) Nobody else spoke of the matter before the meeting closed.

5. (U) The Embassy thanks its visitors.
"""
PLAIN = f"""{HEADER}{REFS}
1. MINISTRY OFFICIAL RECEIVED EMBOFF ON MONDAY TO DISCUSS TEXT THAT HIS
GOVERNMENT INTENDS TO TABLE.

2. HE SAID THAT QUESTION OF SHORT RANGES WOULD BE LEFT TO EXPERTS AND THAT
OTHERS HAD AGREED TO THIS.

3. WE EXPECT THAT TEXT WILL BE CIRCULATED NEXT WEEK. PLEASE ADVISE WHETHER
DEPARTMENT WISHES US TO COMMENT.

4. EMBASSY WILL REPORT AGAIN WHEN TEXT IS AT HAND.
"""
Damage = Callable[[str], str]
_NUMBER = re.compile(r"(?m)^(\d)\.")


def _body(change: Damage) -> Damage:
    def changed(text: str) -> str:
        start = text.index("\n1.") + 1
        return text[:start] + change(text[start:])

    return changed


def _before_numbers(sign: str) -> Damage:
    return _body(lambda text: _NUMBER.sub(rf"{sign}\1.", text))


def _rewrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(one, 60) if "--" not in one else one for one in text.split("\n\n"))


def _between_pages(page: str) -> Damage:
    def changed(text: str) -> str:
        rows = text.split("\n")
        return "\n".join(row if at % 4 else f"{row}\n\n{page}\n" for at, row in enumerate(rows, start=1))

    return changed


DAMAGE: dict[str, Damage] = {
    **{f"a pilcrow read as {sign}": _before_numbers(sign) for sign in ("¶", "fl", "FL", "q", "1", "T", "P")},
    "l for 1 in numbers": _body(lambda text: _NUMBER.sub(lambda m: m[0].replace("1", "l"), text)),
    "no blank lines": _body(lambda text: re.sub(r"\n\n+", "\n", text)),
    "wrapped again": _body(_rewrapped),
    "in capitals": lambda text: text.upper(),
    "doubled spaces": _body(lambda text: text.replace(" ", "  ")),
    "pages released in part": _body(_between_pages("UNCLASSIFIED / RELEASED IN PART      2")),
    "exemptions at the foot of pages": _body(_between_pages("B1, 1.4(D)")),
    "paragraphs run together": _body(lambda text: re.sub(r"\.\n\n(\d\. \()", r". \1", text)),
    "numbers on lines of their own": _body(lambda text: re.sub(r"(?m)^(\d\.) \(", r"\1\n(", text)),
    "marks without the first parenthesis": _body(lambda text: re.sub(r"(?m)^(\d\.) \(", r"\1 ", text)),
    "marks without the last parenthesis": _body(lambda text: re.sub(r"(?m)^(\d\. \([A-Z]+)\)", r"\1l", text)),
    "numbers without full stops": _body(lambda text: _NUMBER.sub(r"\1", text)),
    "line breaks of pages of the web": lambda text: text.replace("\n", "<br/>\n"),
    "no space before marks": _body(lambda text: text.replace(". (", ".(")),
}


def found(made: Cable) -> tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]]:
    return [(p.number, p.marking) for p in made.passages], [(r.label, r.target) for r in made.references]


@pytest.mark.parametrize("text", [MARKED, PLAIN], ids=["marked", "plain"])
@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_that_loses_nothing(damage: str, text: str) -> None:
    assert found(parsed(DAMAGE[damage](text))) == found(parsed(text))


@pytest.mark.parametrize("lost", ["2", "3", "4", "5"])
def test_a_paragraph_that_lost_its_number_keeps_its_place(lost: str) -> None:
    made = parsed(MARKED.replace(f"\n{lost}. (", "\n("))
    assert found(made) == found(parsed(MARKED))
    assert passage(made, lost).number_status == "inferred"


def test_the_undamaged_telegrams_are_read() -> None:
    refs = [("A", "2007STATE900112"), ("B", "2008OSLO900071")]
    marks = [("1", "C"), ("2", "SBU"), ("3", "C"), ("3.A", "C"), ("3.B", "C"), ("4", "C"), ("5", "U")]
    assert found(parsed(MARKED)) == (marks, refs)
    assert found(parsed(PLAIN)) == ([(number, None) for number in "1234"], refs)


@pytest.mark.parametrize(
    ("item", "target"),
    [
        ("2OO7 OSLO O9OOO7l", "2007OSLO900071"),
        ("ROWE-HALE E-MAIL OF l0-l4-O8", "email-2008-10-14-rowe-hale"),
        ("MTCR POC l87/2OO8", "mtcr-poc-187-2008"),
    ],
)
def test_letters_among_the_digits_of_a_reference(item: str, target: str) -> None:
    (one,) = telegram("1. (C) Text.", ref=f"REF: {item}").references
    assert (one.target, one.raw) == (target, item)


@pytest.mark.parametrize(
    ("written", "damaged", "field"),
    [
        ("E.O. 12958", "E.O. l2958", "eo"),
        ("SECSTATE WASHDC PRIORITY 1234", "SECSTATE WASHDC PRIORITY l2O4", "to"),
        ("SUBJECT: MTCR", "SUBJECT: MTCR, APRIL lO-l1, 2OO8", "subject"),
    ],
)
def test_letters_among_the_digits_of_a_header(written: str, damaged: str, field: str) -> None:
    assert written in MARKED
    read = getattr(parsed(MARKED.replace(written, damaged)).header, field)
    plain = damaged.translate(str.maketrans("lO", "10")) if field == "subject" else written
    assert read == getattr(parsed(MARKED.replace(written, plain)).header, field)


def test_letters_with_marks_that_a_scan_ran_together() -> None:
    body = "1. (C) Points:\n\nA. (C) We came. B. (SBU) We saw. C. (C) We left.\n\n2. (C) End."
    assert numbers(body) == ["1", "1.A", "1.B", "1.C", "2"]
    assert words(telegram(body), "1.B") == "We saw."


def test_a_mark_behind_a_list_is_no_letter() -> None:
    """The number of a paragraph below a list is lost, and its mark is a letter that could go on the list."""
    listed = "1. (C) One:\n\n- (A) First.\n- (B) Second.\n- (C) Third."
    assert numbers(f"{listed}\n\n(C) The delegation should act.\n\n3. (C) Three.")[-2:] == ["2", "3"]
    lettered = "1. (C) One:\n\nA. First.\n\nB. Second."
    made = telegram(f"{lettered}\n\n(C) The delegation should act.\n\n3. (C) Three.")
    assert [p.number for p in made.passages] == ["1", "1.A", "1.B", "2", "3"]
    assert passage(made, "2").marking == "C"


@pytest.mark.parametrize("mark", ["(SBU)", "(C)"])
def test_one_paragraph_right_below_the_list_of_references(mark: str) -> None:
    made = parsed(f"{HEADER}REF: STATE 900108\n{mark} Poloff met the head of the unit today.\n")
    assert found(made) == ([("1", mark.strip("()"))], [("1", "2008STATE900108")])
