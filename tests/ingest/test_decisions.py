"""Decisions of a regime: named, agreed, adopted and mandated, and what only looks like one."""

import pytest

from ingest.annotate.decisions.decisions import annotate_decisions
from ingest.document import Span
from ingest.mention import DecisionMention
from tests.knowledge import KNOWLEDGE
from tests.make import cable


def found(text: str) -> list[DecisionMention]:
    told = annotate_decisions(cable(text), KNOWLEDGE)
    return sorted((one for one in told if isinstance(one, DecisionMention)), key=lambda one: one.span)


AGREED = [
    (
        "Del should urge Partners to continue to report on transfers, as agreed at the 2004 Plenary.",
        "report on transfers",
        "the 2004 Plenary",
    ),
    (
        "DELEGATION SHOULD ASK PARTNERS TO EXCHANGE DENIALS, AS DECIDED AT THE MADRID PLENARY.",
        "EXCHANGE DENIALS",
        "THE MADRID PLENARY",
    ),
    ("As agreed at the Seoul Plenary, posts should report denials.", "report denials", "the Seoul Plenary"),
    (
        "As decided in Athens (REF B), the delegation may share summaries.",
        "share summaries",
        "Athens",
    ),
    (
        "As agreed at Oslo in 2014 on the sharing of lists, Partners met.",
        "the sharing of lists",
        "Oslo in 2014",
    ),
    ("Canada will apply the Annex changes agreed in Athens.", "Annex changes", "Athens"),
    (
        "Japan has enacted the new guidelines adopted at the 2005 Madrid Plenary.",
        "new guidelines",
        "the 2005 Madrid Plenary",
    ),
    (
        "At the 2004 Seoul Plenary, Partners agreed to hold workshops on brokering.",
        "hold workshops on brokering",
        "the 2004 Seoul Plenary",
    ),
    ("The Athens Plenary adopted a new outreach strategy.", "a new outreach strategy", "The Athens Plenary"),
    (
        "Partners decided at the Madrid Plenary to strengthen catch-all controls.",
        "strengthen catch-all controls",
        "the Madrid Plenary",
    ),
    (
        "The decision taken at the 2003 Buenos Aires Plenary on catch-all controls remains valid.",
        "catch-all controls",
        "the 2003 Buenos Aires Plenary",
    ),
    (
        "The delegation should recall the 2003 Buenos Aires decision on reporting.",
        "reporting",
        "2003 Buenos Aires",
    ),
    ("THE PLENARY DECIDED TO HOLD A WORKSHOP IN ROME.", "HOLD A WORKSHOP IN ROME", None),
    (
        "DEL SHOULD INSIST THAT SUMMARIES BE MADE PUBLIC, AS THE MADRID PLENARY DECIDED IN 2005.",
        "THAT SUMMARIES BE MADE PUBLIC",
        "THE MADRID PLENARY",
    ),
    (
        "Partners committed themselves in Buenos Aires in 2003 to report on transfers.",
        "report on transfers",
        "Buenos Aires in 2003",
    ),
    ("The reporting decision taken at the Seoul Plenary stands.", "reporting", "the Seoul Plenary"),
    ("We act in keeping with the Buenos Aires decision.", "", "Buenos Aires"),
    ("New Zealand completed its implementation of the Canberra changes in March.", "changes", "Canberra"),
    ("Poland has enacted the 2005 Madrid Annex amendments.", "Annex amendments", "2005 Madrid"),
    (
        "Del should not reopen the tables settled at the 2004 Seoul Plenary.",
        "tables",
        "the 2004 Seoul Plenary",
    ),
    (
        "We keep to the list of motors worked out at Helsinki in 2000.",
        "list of motors",
        "Helsinki in 2000",
    ),
    ("The rules on transit agreed upon in Madrid apply.", "rules on transit", "Madrid"),
    (
        "RECALLING THE APPEAL TO NEIGHBORS ISSUED AT THE 1997 TOKYO PLENARY, DEL MAY SPEAK.",
        "APPEAL TO NEIGHBORS",
        "THE 1997 TOKYO PLENARY",
    ),
    ("The 2002 Warsaw joint declaration still guides us.", "joint declaration", "2002 Warsaw"),
    (
        "The understanding reached at the Seoul Plenary on test ranges stands.",
        "test ranges",
        "the Seoul Plenary",
    ),
    (
        "As Partners agreed at Athens, drones will be reviewed yearly.",
        "drones will be reviewed yearly",
        "Athens",
    ),
    ("The deferral at Seoul of the Maltese bid still stands.", "the Maltese bid", "Seoul"),
    (
        "The approval of the test code at the Oslo Plenary was welcome.",
        "approval of the test code",
        "the Oslo Plenary",
    ),
    ("Under what was decided in Athens, payload limits stay.", "", "Athens"),
    ("THE CODE WAS ADOPTED WITHOUT CHANGE BY THE PLENARY.", "THE CODE", None),
    ("The Plenary turned down the application of Belarus.", "turned down the application of Belarus", None),
    ("Participants approved by silence procedure a ban on sales.", "a ban on sales", None),
    ("Consensus was reached on a code for test ranges.", "a code for test ranges", None),
    ("AGREEMENT WAS REACHED TO SHARE TEST DATA.", "SHARE TEST DATA", None),
    ("The Chair was tasked to circulate a calendar.", "tasked to circulate a calendar", None),
    ("The TEM was asked to review Item 2.", "asked to review Item 2", None),
    (
        "The Plenary asked the Chair to keep in touch with Oman.",
        "asked the Chair to keep in touch with Oman",
        None,
    ),
    ("The Plenary called on all states to show restraint.", "called on all states to show restraint", None),
    (
        "The rules for guests were amended by the Plenary.",
        "The rules for guests were amended by the Plenary",
        "the Plenary",
    ),
    ("Delegations endorsed the code of tests, and the Chair declared it agreed.", "the code of tests", None),
    ("The Plenary decided to amend Item 9, following the advice of experts.", "amend Item 9", None),
    ("It was agreed that the Chair will visit Beijing.", "the Chair will visit Beijing", None),
    ("A number of changes to the Annex were adopted by consensus.", "A number of changes to the Annex", None),
]


@pytest.mark.parametrize(("text", "about", "meeting"), AGREED, ids=[text[:50] for text, _, _ in AGREED])
def test_what_was_agreed_and_where(text: str, about: str, meeting: str | None) -> None:
    (one,) = found(text)
    assert one.about == about
    assert (None if one.meeting_span is None else one.meeting_span.of(text)) == meeting
    assert not one.generic


YEARS = [
    ("We support the Regime's 1994 decision to admit China to the MTCR once it qualifies.", 1994, ("CHN",)),
    ("The MTCR's decision of 1998 to admit Turkey stands.", 1998, ("TUR",)),
]


@pytest.mark.parametrize(("text", "year", "concerns"), YEARS)
def test_a_decision_with_a_year_and_the_country_that_it_concerns(
    text: str, year: int, concerns: tuple[str, ...]
) -> None:
    (one,) = found(text)
    assert (one.year, one.concerns, one.kind) == (year, concerns, "membership")


GENERIC = [
    "The delegation may support outreach mandated by previous MTCR decisions.",
    "Urge Partners to report steps to implement previous Regime decisions, as agreed at past plenaries.",
    "THE CHAIR SHOULD ACT IN LINE WITH PAST DECISIONS OF THE REGIME.",
    "These contacts are called for in earlier Plenary decisions.",
]


@pytest.mark.parametrize("text", GENERIC)
def test_earlier_decisions_that_are_not_named_are_one_generic_decision(text: str) -> None:
    (one,) = found(text)
    assert one.generic


MEMBERSHIP = [
    ("Bulgaria was admitted to the Regime.", ("BGR",)),
    ("The Plenary welcomed the Republic of Korea as a new member.", ("KOR",)),
    ("Partners agreed to admit Bulgaria.", ("BGR",)),
    ("Bulgaria became the 34th Partner.", ("BGR",)),
]


@pytest.mark.parametrize(("text", "concerns"), MEMBERSHIP)
def test_admissions_concern_the_country_admitted(text: str, concerns: tuple[str, ...]) -> None:
    (one,) = found(text)
    assert (one.kind, one.concerns) == ("membership", concerns)


def test_decisions_in_a_list_below_the_line_that_announces_them() -> None:
    text = "The Plenary took the following decisions:\n-- to admit Bulgaria;\n-- to hold a workshop."
    assert [(one.about, one.rule) for one in found(text)] == [
        ("admit Bulgaria", "listed-decision"),
        ("hold a workshop", "listed-decision"),
    ]


def test_agreed_at_one_meeting_and_renewed_at_another() -> None:
    text = "Del may support the mandate agreed at Seoul in 2004 and renewed at Madrid in 2005."
    assert [one.meeting_span.of(text) for one in found(text) if one.meeting_span] == [
        "Seoul in 2004",
        "Madrid in 2005",
    ]


def test_infinitives_that_share_a_verb_tell_of_a_decision_each() -> None:
    text = "Partners agreed to share denials and to hold a seminar."
    assert [one.about for one in found(text)] == ["share denials", "hold a seminar"]
    text = "The Plenary decided that tests be announced and that the Chair visit Oman."
    assert [one.about for one in found(text)] == ["tests be announced", "the Chair visit Oman"]


def test_it_means_those_who_decided_in_the_sentence_before() -> None:
    text = "The Plenary decided to amend Item 9. On a proposal by Spain, it also adopted a test code."
    assert [one.about for one in found(text)] == ["amend Item 9", "a test code"]
    assert [one.about for one in found("Spain objected. It adopted a test code.")] == []


def test_what_was_decided_first_and_what_is_made_of_it_now() -> None:
    text = "The Plenary renewed the mandate for visits, first given in Seoul in 2004."
    assert [one.meeting_span is None for one in found(text)] == [True, False]


APPLIED = [
    ("Pursuant to the decision taken at Madrid in 2005, del should press for review of Item 4.",
     "for review of Item 4"),
    ("Under the decision of the 2005 Madrid Plenary, visits are made in private.",
     "visits are made in private"),
    ("National reports rest on the Oslo decision.", "National reports"),
    ("Tests were announced in accordance with last year's Madrid decision.", "Tests were announced"),
    ("In line with the understanding reached at Seoul, del should ask all to resume them.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "done"), APPLIED)
def test_what_is_done_in_line_with_a_decision_that_is_only_named(text: str, done: str) -> None:
    (one,) = found(text)
    assert (one.about, one.applied) == ("", done)


def test_what_an_application_concerns_may_be_said_first() -> None:
    (one,) = found("On Maltese membership, we hold to the Seoul Plenary, which deferred the application.")
    assert one.concerns == ("MLT",)


def test_verbs_that_share_a_subject_tell_of_a_decision_each() -> None:
    text = "The Seoul Plenary admitted Bulgaria, deferred another application, and gave the Chair a mandate."
    assert len(found(text)) == 3


NONE = [
    "Brussels has revised its paper twice.",
    "It seeks a decision at the 2008 Canberra Plenary on rockets.",
    "Del should not agree to the admission of any country in Canberra.",
    "Partners adopted it.",
    "Partners agreed that the threat is growing.",
    "Stockholm's compromise text on Item 9 is long.",
    "The Plenary accepted the offer.",
    "Consensus was not reached on the code.",
    "The text was amended.",
    "No new member was admitted.",
    "The offer was accepted.",
    "We attach priority to having it adopted by the MTCR.",
    "We welcome Portugal's decision to offer independence to Angola.",
    "Some Partners agreed that costs are high.",
    "Partners were not able to agree to adopt the text.",
    "If the Plenary agrees, the Chair will travel.",
    "Urge Partners to agree on an agenda.",
    "The Partners did not agree to the text.",
    "The POC will distribute the Compendium of Regime Decisions.",
    "The resolution was adopted by the Senate.",
    "Russia agreed to consult Moscow.",
    "The delegation should initiate the intersessional decision-making process.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_a_decision_of_the_regime(text: str) -> None:
    assert found(text) == []


def test_two_decisions_of_one_sentence() -> None:
    text = "Partners agreed to hold a workshop and decided to invite observers."
    assert [one.about for one in found(text)] == ["hold a workshop", "invite observers"]


def test_what_earlier_decisions_mandate_is_the_noun_phrase_before() -> None:
    (one,) = found("Del may support outreach activities and other contacts mandated by past MTCR decisions.")
    assert one.about == "outreach activities and other contacts"


def test_a_span_holds_what_names_the_decision() -> None:
    text = "Posts should report, as agreed at the 2003 Buenos Aires Plenary."
    (one,) = found(text)
    assert one.span == Span(text.index("as agreed"), len(text) - 1)
