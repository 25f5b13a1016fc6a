"""One decision, proposal or meeting in other words; and others that only look alike."""

import pytest

from ingest.extract import extract
from ingest.join.join import join
from ingest.join.named import Named
from ingest.read import read_bytes

OSLO = "mtcr-plenary-1992-oslo"


def decision(name: str, about: str, **told: object) -> Named:
    said = {"meeting": OSLO, "year": 1992, "regime": "mtcr", "document": f"doc-{name}", **told}
    return Named("decision", name, about=about, **said)  # type: ignore[arg-type]


def joined(*named: Named) -> bool:
    return bool(join(named).kept)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("report annually on catch-all controls", "yearly reports on end-use controls"),
        ("amend the Annex to cover propellant dryers", "control list changes on propellant dryers"),
        ("publish the Guidelines on a web site", "publication of the Guidelines on the website"),
        ("invite experts on brokering to a workshop", "a workshop of experts on brokers"),
    ],
)
def test_the_same_in_other_words_is_one(one: str, other: str) -> None:
    assert joined(decision("a", one), decision("b", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("publish the Annex on the website", "publish the Guidelines on the website"),
        ("admit Ruritania", "defer the application of Ruritania"),
        ("revise Item 9.A.6 of the Annex", "revise Item 12.B.1 of the Annex"),
        ("report annually on denials", "report annually on transfers of drones"),
    ],
)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert not joined(decision("a", one), decision("b", other))


def test_decisions_of_other_plenaries_stay_apart() -> None:
    one, other = (
        decision(name, "Annex changes on gyroscopes", meeting=where)
        for name, where in (("a", OSLO), ("b", "mtcr-plenary-1992-x"))
    )
    assert not joined(one, other)


def test_a_decision_named_by_its_year_joins_the_only_one_that_is_like_it() -> None:
    bare = decision("a", "report annually on catch-all controls", meeting=None)
    full = decision("b", "reporting each year on catch-all controls")
    assert dict(join([bare, full]).kept) == {"decision/a": "decision/b"}
    twin = decision("c", "reporting each year on catch-all controls", meeting="mtcr-plenary-1992-x")
    made = join([bare, full, twin])
    assert not made.kept
    assert len(made.undecided) == 2


def test_what_one_document_keeps_apart_is_not_joined() -> None:
    one = decision("a", "report annually on catch-all controls")
    other = decision("b", "annual reports on catch-all controls", document=one.document)
    assert not joined(one, other)


def test_previous_decisions_and_those_that_say_nothing_are_never_joined() -> None:
    for told in ({"generic": True}, {"unsaid": True}):
        one, other = (decision(name, "previous decisions on controls", **told) for name in "ab")
        assert not joined(one, other)


def test_a_country_may_propose_the_same_again_years_later() -> None:
    def proposal(name: str, sent: str) -> Named:
        told = {"about": "model rules on transit", "countries": ("SWE",), "sent": sent}
        return Named("proposal", name, f"doc-{name}", "mtcr", **told)  # type: ignore[arg-type]

    assert joined(proposal("a", "1999-01-01"), proposal("b", "2001-01-01"))
    assert not joined(proposal("a", "1999-01-01"), proposal("b", "2009-01-01"))


def test_a_proposal_that_was_adopted_became_the_decision() -> None:
    body = b"1. (C) The 2006 Copenhagen Plenary adopted the Swedish proposal on brokering.\n"
    head = b"CONFIDENTIAL STATE 900001\n040045Z APR 08\nSUBJECT: MTCR\n\n"
    found = extract(read_bytes(head + body, "a.txt"))
    [proposal], [decision] = found.proposals, found.decisions
    assert proposal.became == decision.id


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("mandate", "authorized the Chair to hold talks with non-members"),
        ("amendments", "revise Items 3 and 4 of the control list to cover seekers"),
        ("the ban", "a ban on sales of ramjets to Ruritania"),
        ("Item 3 changes", "changes"),
        ("voluntary practice", "loose practice"),
    ],
)
def test_a_short_name_is_the_only_decision_of_the_meeting_that_it_fits(short: str, full: str) -> None:
    other = decision("c", "invite Freedonia as an observer")
    made = join([decision("a", short), decision("b", full), other])
    assert made.kept_for("decision/a") == made.kept_for("decision/b") != made.kept_for("decision/c")


def test_an_obligation_is_no_change_of_a_list() -> None:
    duty, other = decision("b", "notify each other of refused licences"), decision("c", "amend the Annex")
    made = join([decision("a", "obligation"), duty, other])
    assert dict(made.kept) == {"decision/a": "decision/b"}


def test_a_short_name_that_fits_two_decisions_is_left_open_between_them() -> None:
    told = ("mandate", "a mandate for outreach", "a mandate to draft a handbook on brokers")
    made = join(decision(name, about) for name, about in zip("abc", told, strict=True))
    assert not made.kept
    open_ones = {(one.left, one.right) for one in made.undecided if "decision/a" in (one.left, one.right)}
    assert open_ones == {("decision/a", "decision/b"), ("decision/a", "decision/c")}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("changes", "publish the revised Annex"),
        ("obligation", "amend Item 4 of the Annex"),
        ("Item 9 changes", "changes to Item 4 of the Annex"),
        ("admission", "admit Ruritania as the 33rd member"),
    ],
)
def test_a_short_name_does_not_stand_for_a_decision_of_another_kind(short: str, full: str) -> None:
    sort = "membership" if "admission" in short else "other"
    assert not joined(decision("a", short, sort=sort), decision("b", full))


def test_the_decision_is_the_one_that_its_passage_speaks_of() -> None:
    around = ("@denial", "~report", "~voluntary", "canada")
    bare = decision("a", "the 1992 decision", unsaid=True, around=around)
    meant, other = decision("b", "report denials"), decision("c", "a handbook for customs officers")
    assert dict(join([bare, meant, other]).kept) == {"decision/a": "decision/b"}
    elsewhere = decision("a", "the 1992 decision", unsaid=True, around=("canada",))
    made = join([elsewhere, meant, other])
    assert not made.kept
    assert len(made.undecided) == 2


def test_a_decision_is_known_by_what_rests_on_it() -> None:
    resting = decision("a", "summaries of the yearly reports were published", unsaid=True)
    assert joined(resting, decision("b", "publish summaries of reports each year"))
    assert not joined(resting, decision("b", "report each spring"))


def test_the_proposal_of_two_countries_is_their_only_one() -> None:
    def proposal(name: str, about: str, **said: object) -> Named:
        told = {"about": about, "countries": ("CAN", "NOR"), "sent": "2001-05-05", **said}
        return Named("proposal", name, f"doc-{name}", "mtcr", **told)  # type: ignore[arg-type]

    bare, full = proposal("a", "the Norwegian-Canadian proposal"), proposal("b", "a register of brokers")
    assert joined(bare, full)
    assert not joined(bare, full, proposal("c", "visits to shipyards"))
    assert not joined(bare, proposal("b", "a register of brokers", sent="2009-05-05"))


def test_a_proposal_named_by_one_word_is_the_one_of_the_telegram_that_is_cited() -> None:
    def proposal(name: str, about: str, *cites: str) -> Named:
        told = {"about": about, "countries": ("NOR",), "sent": "2001-05-05", "cites": cites}
        return Named("proposal", name, f"doc-{name}", "mtcr", **told)  # type: ignore[arg-type]

    full = proposal("b", "brokering and transit of gyroscopes")
    assert joined(proposal("a", "brokering", "doc-b"), full)
    assert not joined(proposal("a", "brokering"), full)
