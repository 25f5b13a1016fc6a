"""Directives: what is asked for, in how many wordings, and what only looks like it."""

import pytest

from ingest.annotate.directives.directives import annotate_directives
from ingest.mention import DirectiveMention
from tests.knowledge import KNOWLEDGE
from tests.make import cable

Row = tuple[str, str]

ONE_SENTENCE: list[tuple[str, list[Row]]] = [
    # plain modals, each with more than one addressee
    ("The delegation should express concern about the new transfers.", [("should", "express")]),
    ("USDEL should oppose any change to item 9.", [("should", "oppose")]),
    ("Embassy may inform the MFA of these results.", [("may", "inform")]),
    ("Posts may draw on the following background.", [("may", "draw")]),
    ("The delegation must report daily.", [("shall", "report")]),
    ("Post shall deliver the nonpaper no later than May 3.", [("shall", "deliver")]),
    ("You should tell Ambassador Lopez that we are grateful.", [("should", "tell")]),
    ("Action addressees should convey these points by April 3.", [("should", "convey")]),
    ("The U.S. side can accept the compromise.", [("may", "accept")]),
    ("The U.S. delegation to the TEM should propose new text.", [("should", "propose")]),
    ("Posts in capitals of Partner countries should approach host governments.", [("should", "approach")]),
    ("Action addressees, except Lisbon, should brief officials.", [("should", "brief")]),
    ("Charge or DCM should call on the foreign minister.", [("should", "call")]),
    ("Posts that have not yet replied should report by Friday.", [("should", "report")]),
    # adverbs and wrappers before the act
    ("The delegation should also seek to secure consensus.", [("should", "secure")]),
    ("The delegation also should continue to support the text.", [("should", "support")]),
    ("Del should take note of the report.", [("should", "note")]),
    ("The delegation should make every effort to obtain agreement.", [("should", "obtain")]),
    ("Delegation should be prepared to discuss brokering.", [("should", "discuss")]),
    ("Embassy should feel free to share the paper.", [("may", "share")]),
    ("Posts should not hesitate to contact the desk.", [("should", "contact")]),
    ("The delegation, therefore, should work to block the text.", [("should", "block")]),
    # negatives
    ("The delegation should not agree to new language.", [("should-not", "agree")]),
    ("Posts should therefore not initiate discussion at this time.", [("should-not", "initiate")]),
    ("The delegation may not join consensus on the budget.", [("may-not", "join")]),
    ("Embassy must not leave the paper behind.", [("shall-not", "leave")]),
    ("Post should refrain from commenting on the case.", [("should-not", "comment")]),
    ("USDel should refrain from issuing a statement.", [("should-not", "issue")]),
    ("The delegation is not authorized to accept the draft.", [("may-not", "accept")]),
    ("Delegation cannot accept the Russian text.", [("may-not", "accept")]),
    # instructing matrices
    ("Post is requested to deliver the following points.", [("should", "deliver")]),
    ("Embassies are instructed to seek early appointments.", [("shall", "seek")]),
    ("The delegation is authorized to join consensus.", [("may", "join")]),
    ("You are authorized to inform the Minister of our decision.", [("may", "inform")]),
    ("Washington recommends that the delegation support the initiative.", [("should", "support")]),
    ("Department requests that Embassy convey our thanks.", [("should", "convey")]),
    ("We request posts to report reactions.", [("should", "report")]),
    ("Request Embassy inform the host government.", [("should", "inform")]),
    ("The delegation has the authority to accept the French text.", [("may", "accept")]),
    ("The U.S. objectives are to secure agreement on the agenda.", [("should", "secure")]),
    ("Our goal at the meeting will be to obtain broad support.", [("should", "obtain")]),
    ("Posts are to deliver the demarche on June 3.", [("shall", "deliver")]),
    # imperatives
    ("Please convey the following to the MFA.", [("should", "convey")]),
    ("Please do not leave a copy of the points.", [("should-not", "leave")]),
    ("If asked, inform Partners that a reply is on its way.", [("should", "inform")]),
    ("Deliver the points in paragraph 5 at the highest appropriate level.", [("should", "deliver")]),
    # norms about roles, papers and steps that the guidance itself lays down
    ("However, the role of the Chair should not include inviting observers.", [("should-not", "invite")]),
    ("Replies should be slugged for ISN/MTR.", [("should", "slug")]),
    ("Any discussion of membership should focus on the criteria.", [("should", "focus")]),
    ("British and French should be told that we cannot agree.", [("should", "tell")]),
    ("Partners should be encouraged to submit papers early.", [("should", "encourage")]),
    # several in one sentence, and coordination under one modal
    (
        "The delegation should thank the Chair, and may support a second meeting.",
        [("should", "thank"), ("may", "support")],
    ),
    (
        "The delegation should thank the Chair but should not agree to more.",
        [("should", "thank"), ("should-not", "agree")],
    ),
    (
        "Delegation should review the text and report any change.",
        [("should", "review"), ("should", "report")],
    ),
    ("The delegation should stress that X is bad and that Y is worse.", [("should", "stress")]),
    (
        "IF PRESSED, EMBASSY MAY SAY THAT A DECISION IS NEAR, BUT YOU SHOULD AVOID DETAILS.",
        [("may", "say"), ("should", "avoid")],
    ),
    (
        "Embassy should inform the Ministry and report its reaction.",
        [("should", "inform"), ("should", "report")],
    ),
    (
        "Posts are requested to deliver the points and report responses.",
        [("should", "deliver"), ("should", "report")],
    ),
    ("The delegation should urge Partners to build on this and take further steps.", [("should", "urge")]),
    ("The delegation should stress export controls and control lists.", [("should", "stress")]),
    ("The delegation should express concern and support for the Chair.", [("should", "express")]),
    (
        "Del should thank the host. It should not, however, agree to more.",
        [("should", "thank"), ("should-not", "agree")],
    ),
    ("Neither should USDEL encourage the applicants.", [("should-not", "encourage")]),
    ("Nor may the delegation accept a date.", [("may-not", "accept")]),
    ("Department please advise by May 8.", [("should", "advise")]),
    ("For questions, please contact the desk.", [("should", "contact")]),
    ("Department is requested to send the text.", [("should", "send")]),
    (
        "Any mandate must be limited, and must not extend to invitations.",
        [("shall", "limit"), ("shall-not", "extend")],
    ),
    ("The delegation may so inform other delegations.", [("may", "inform")]),
    ("Washington agencies request that post obtain a reply.", [("should", "obtain")]),
    ("It is essential that the delegation stress this.", [("should", "stress")]),
    ("No copies of the paper should be left with officials.", [("should-not", "leave")]),
    ("Embassy is instructed not to respond to the press.", [("shall-not", "respond")]),
    ("EMBASSIES SHOULD REPEAT NOT SHARE THIS PAPER.", [("should-not", "share")]),
    ("Embassy is granted authority to accept the text.", [("may", "accept")]),
    ("DEPARTMENT WOULD APPRECIATE EMBASSY REPORTING ANY REACTIONS.", [("should", "report")]),
    ("Under no circumstances should the delegation agree to new text.", [("should-not", "agree")]),
    ("In no case may posts leave the paper.", [("may-not", "leave")]),
    ("Only if pressed should posts mention the visit.", [("should", "mention")]),
    (
        "Del should neither support nor oppose the request.",
        [("should-not", "support"), ("should-not", "oppose")],
    ),
    (
        "Post should deliver the demarche and follow up as needed.",
        [("should", "deliver"), ("should", "follow up")],
    ),
    (
        "USDEL SHOULD SUPPORT DRAFT, SEEK EARLY VOTE AND AVOID DEBATE.",
        [("should", "support"), ("should", "seek"), ("should", "avoid")],
    ),
    ("DELEGATION AUTHORIZED ACCEPT TEXT.", [("may", "accept")]),
    ("EMBASSY REQUESTED DELIVER FOLLOWING NOTE.", [("should", "deliver")]),
    ("Embassy requested guidance on the matter.", []),
    ("YOU ARE AUTHORIZED, IN YOUR DISCRETION, TO TELL SCHMIDT THIS.", [("may", "tell")]),
    ("The delegation should be prepared, if necessary, to break consensus.", [("should", "break")]),
    ("Nothing in this message should be shared with the press.", [("should-not", "share")]),
    ("The meeting was long. It should end soon.", []),
    ("REPORT NO. 369, 26 MARCH 1976.", []),
    ("Department requests Embassies London and Paris approach officials.", [("should", "approach")]),
    ("LDCS MAY BE ENCOURAGED TO TAKE PART.", []),
    ("Embassy should balance both views.", [("should", "balance")]),
    ("Post should see. REF A. Posts should reply.", [("should", "see"), ("should", "reply")]),
    ("Department may wish to raise the matter.", []),
    # all capitals, line breaks, abbreviations
    ("YOU SHOULD INFORM FOREIGN\nMINISTER THAT U.S. WELCOMES HIS VISIT.", [("should", "inform")]),
    ("EMBASSY SHOULD SEEK CLARIFICATION SOONEST.", [("should", "seek")]),
    ("REQUEST YOU APPROACH GERMANS AND URGE RESTRAINT.", [("should", "approach"), ("should", "urge")]),
    ("PLEASE REPEAT THIS MESSAGE TO MOSCOW.", [("should", "repeat")]),
    ("(IF ASKED, POSTS SHOULD SAY THAT THE OFFER STANDS.)", [("should", "say")]),
    # what is not a directive
    ("We believe the MTCR should strengthen controls on engines.", []),
    ("The delegation of France should host the meeting.", []),
    ("The French delegation should be pleased.", []),
    ("Russia said that the delegation should reconsider.", []),
    ("Partners should consider the paper carefully.", []),
    ("The meeting may take place in May.", []),
    ("Japan noted that all Partners must report transfers.", []),
    ("Exports to Iran may continue despite the ban.", []),
    ("Poland asked whether the Embassy should be informed.", []),
    ("The agenda (delegation should have a copy) is unchanged.", []),
    ("Support for the text was wide.", []),
    ("Report on the plenary follows.", []),
    (
        "The delegation should note that, by tradition, all requests must be sent to the POC.",
        [("should", "note")],
    ),
    (
        "The delegation should say that the U.S. finds the process useful and should be kept.",
        [("should", "say")],
    ),
]


def found(text: str) -> list[DirectiveMention]:
    return sorted(annotate_directives(cable(text), KNOWLEDGE), key=lambda one: one.span)


@pytest.mark.parametrize(("text", "expected"), ONE_SENTENCE, ids=[text[:60] for text, _ in ONE_SENTENCE])
def test_modality_and_act(text: str, expected: list[Row]) -> None:
    assert [(one.modality, one.act) for one in found(text)] == expected


CONDITIONS = [
    ("As appropriate, the delegation should thank the host.", "as appropriate"),
    ("As necessary and appropriate, the delegation may repeat this.", "as necessary and appropriate"),
    ("If asked about cost, posts may say that it is small.", "if asked about cost"),
    ("The delegation may join consensus, provided the text is short.", "provided the text is short"),
    ("Where possible, Embassy should meet the Minister.", "where possible"),
    ("Embassy should meet the Minister, if possible.", "if possible"),
    ("Posts should, as appropriate, brief their hosts.", "as appropriate"),
    ("IF PRESSED, EMBASSY MAY SAY THAT TALKS CONTINUE.", "if pressed"),
    (
        "Should Russia raise the matter, the delegation should take note of it.",
        "should Russia raise the matter",
    ),
    ("Unless otherwise instructed, delegation may agree.", "unless otherwise instructed"),
    ("In any discussion of money, the delegation should listen.", None),
    ("The delegation should ask if the paper has arrived.", None),
    ("The delegation should support a decision to admit them once they qualify.", None),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_condition(text: str, condition: str | None) -> None:
    (one,) = found(text)
    assert one.condition == condition


ADDRESSEES = [
    ("The U.S. delegation should thank the host.", "delegation"),
    ("USDEL SHOULD THANK THE HOST.", "delegation"),
    ("Posts should reply.", "posts"),
    ("Embassy Lisbon should reply.", "Embassy Lisbon"),
    ("You should reply.", "addressees"),
    ("Please convey our thanks.", None),
]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEES)
def test_addressee(text: str, addressee: str | None) -> None:
    (one,) = found(text)
    assert one.addressee == addressee


def test_bullets_under_a_modal_are_one_directive_each() -> None:
    text = (
        "In discussions of outreach, the delegation should:\n\n"
        "--encourage more countries to make presentations;\n\n"
        "--not accept new costs (delegation may accept the old ones); and\n\n"
        "--remind Partners to send papers\nearly."
    )
    assert [(one.modality, one.act) for one in found(text)] == [
        ("should", "encourage"),
        ("should-not", "accept"),
        ("should", "remind"),
    ]


def test_lettered_items_and_conditions_of_the_lead_in_reach_each_bullet() -> None:
    text = "IF ASKED, EMBASSY MAY:\n(A) CONFIRM THE DATE;\n(B) SHARE THE AGENDA."
    rows = [(one.modality, one.act, one.condition) for one in found(text)]
    assert rows == [("may", "confirm", "if asked"), ("may", "share", "if asked")]


def test_a_lead_in_with_a_request_makes_its_bullets_directives() -> None:
    text = "Post is requested to:\n- Deliver the paper.\n- Report the reply."
    assert [(one.modality, one.act) for one in found(text)] == [("should", "deliver"), ("should", "report")]


def test_items_that_are_no_verbs_are_no_acts() -> None:
    text = "The mission should:\n(a) Discuss the matter;\n(b) Information regarding views."
    assert [one.act for one in found(text)] == ["discuss"]


def test_talking_points_are_words_for_others() -> None:
    text = (
        "Embassy should draw on these points:\n\nBEGIN TALKING POINTS:\n\n"
        "--You should consider joining the Regime.\n\n--Please tell us your views.\n\nEND TALKING POINTS.\n\n"
        "Posts should report replies."
    )
    assert [(one.modality, one.act) for one in found(text)] == [("should", "draw"), ("should", "report")]


def test_content_and_spans_point_into_the_text() -> None:
    text = "Intro. The delegation should urge\nPartners to report, as usual. The end."
    (one,) = found(text)
    assert one.content == "urge Partners to report, as usual"
    assert one.span.of(text) == "should urge\nPartners to report, as usual"
    assert one.sentence.of(text) == "The delegation should urge\nPartners to report, as usual."


def test_two_sentences_that_stress_are_two_acts() -> None:
    text = "The delegation should stress X. The delegation should stress that Y is so."
    assert [one.act for one in found(text)] == ["stress", "stress"]
