"""Implementations: a country gives effect to a decision, has done so, or will."""

import pytest

from ingest.annotate.implementations.implementations import annotate_implementations
from ingest.mention import ImplementationMention
from tests.knowledge import KNOWLEDGE
from tests.make import cable


def found(text: str) -> list[ImplementationMention]:
    return sorted(annotate_implementations(cable(text), KNOWLEDGE), key=lambda one: one.span)


ROWS = [
    (
        "Changes to U.S. regulations to incorporate MTCR Annex changes agreed in Athens are in final review "
        "and the USG expects them to be implemented by the end of May 2008.",
        "USA", "2008-05", "expected",
    ),
    ("Germany has implemented the Annex changes adopted at the Athens Plenary.", "DEU", None, "done"),
    ("Turkey will implement the decision by March 2009.", "TUR", "2009-03", "expected"),
    ("CANADA HAS INCORPORATED THE MADRID ANNEX CHANGES INTO ITS REGULATIONS.", "CAN", None, "done"),
    ("Japan enacted the changes agreed in Seoul on June 1, 2005.", "JPN", "2005-06-01", "done"),
    ("Russia has not yet implemented the Annex changes agreed in Madrid.", "RUS", None, "not-yet"),
    ("The changes entered into force in Australia on 1 July 2008.", "AUS", "2008-07-01", "done"),
    ("Poland is preparing legislation to implement the Annex changes.", "POL", None, "under-way"),
    ("Annex changes agreed at Athens took effect in Canada on March 3, 2008.", "CAN", "2008-03-03", "done"),
    ("Turkey will put the Athens changes into force by the end of May 2009.", "TUR", "2009-05", "expected"),
    ("Japan gave effect to the Athens changes on April 1, 2008.", "JPN", "2008-04-01", "done"),
    ("Italy hopes to have the Athens changes in place by October 2008.", "ITA", "2008-10", "expected"),
    ("Spain has yet to implement the changes approved at the Madrid Plenary.", "ESP", None, "not-yet"),
    ("Ukraine's export control law, which incorporates the Annex, entered into force on May 1, 2003.",
     "UKR", "2003-05-01", "done"),
    ("New Zealand completed its implementation of the Canberra changes.", "NZL", None, "done"),
    ("France expects to adopt new regulations implementing the Annex changes by the end of 2008.",
     "FRA", "2008", "expected"),
    ("Germany said that the changes agreed in Athens would be incorporated in its export list by May 2009.",
     "DEU", "2009-05", "expected"),
    ("Italy noted that the Canberra changes had been in force since January 1, 2009.",
     "ITA", "2009-01-01", "done"),
    ("Implementation of the Athens changes in Hungary awaits the approval of the cabinet.",
     "HUN", None, "under-way"),
    ("Argentina's implementing legislation for the 2003 decision is before Congress.",
     "ARG", None, "under-way"),
    ("New Zealand advised that Customs would apply the new controls from July 1, 2008.",
     "NZL", "2008-07-01", "expected"),
    ("Bulgaria is in the process of transposing the changes agreed in Athens.", "BGR", None, "under-way"),
    ("Australia updated its Defence and Strategic Goods List in April 2008 in line with the decision.",
     "AUS", "2008-04", "done"),
    ("Spain has already written the Seoul changes into its regulations.", "ESP", None, "done"),
    ("Croatia has aligned its control list with the changes agreed in Athens.", "HRV", None, "done"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "due", "status"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_who_implements_by_when(text: str, who: str, due: str | None, status: str) -> None:
    (one,) = found(text)
    assert (one.implementer, one.due, one.status) == (who, due, status)


NONE = [
    "Urge Partners to implement the Annex changes.",
    "The delegation should ask France to implement the decision.",
    "If Japan implements the changes, the Chair will report.",
    "Germany has discussed the implementation of the ePOC.",
    "France supports the implementation of the decision.",
    "Canada could not admit an applicant before its controls were in force.",
    "Spain asked whether the changes were in force.",
    "The changes should be implemented by Hungary.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_only_asked_for_is_no_implementation(text: str) -> None:
    assert found(text) == []


def test_the_words_of_what_is_implemented() -> None:
    text = "Germany has implemented the Annex changes adopted at the Athens Plenary."
    (one,) = found(text)
    assert one.implements_span is not None
    assert one.implements_span.of(text) == "the Annex changes adopted at the Athens Plenary"


ELLIPTIC = [
    ("Partners adopted the new rule. Norway is to follow in the autumn.", "NOR", "expected"),
    ("Hungary recalled the commitment and said that its rules already complied.", "HUN", "done"),
    ("The commitment binds all. Korea has submitted a bill.", "KOR", "under-way"),
    ("The changes are due in May. Ankara does not expect to meet the date.", "TUR", "not-yet"),
    ("The criteria were agreed in 2001. The U.S. has been in compliance since September 2.", "USA", "done"),
    ("Few apply the guide. Poland already does.", "POL", "done"),
    ("The changes were agreed in May. Italy's bill was approved by the Senate.", "ITA", "done"),
    ("Reports are due under what the 2003 Plenary adopted. Russia expects to comply.", "RUS", "expected"),
    ("The amendments were due in May. Ukraine did so on February 1.", "UKR", "done"),
    ("The amendments came in batches. Japan announced that the second had become law.", "JPN", "done"),
    ("The changes were approved. The Czech Republic said that since January it had done so.", "CZE", "done"),
]


@pytest.mark.parametrize(("text", "who", "status"), ELLIPTIC, ids=[row[0][:50] for row in ELLIPTIC])
def test_what_is_given_effect_to_may_stand_in_the_sentence_before(text: str, who: str, status: str) -> None:
    (one,) = found(text)
    assert (one.implementer, one.status) == (who, status)
    assert one.implements_span is not None


@pytest.mark.parametrize(
    "text",
    [
        "Norway is to follow in the autumn.",
        "Poland already does.",
        "Korea has a bill.",
        "The changes stand. All may make statements; Turkey and South Africa did so.",
    ],
)
def test_elliptic_words_tell_nothing_where_nothing_was_named(text: str) -> None:
    assert found(text) == []


def test_each_of_several_countries_has_the_date_of_its_own_clause() -> None:
    text = "Latvia will apply the guide from January 2014; Poland already does."
    assert [(one.implementer, one.due) for one in found(text)] == [("LVA", "2014-01"), ("POL", None)]


@pytest.mark.parametrize(
    ("words", "due"),
    [("by mid-year", "2008"), ("in the autumn", "2008"), ("next year", "2009"), ("by mid-2010", "2010")],
)
def test_a_part_of_a_year_is_due_in_that_year(words: str, due: str) -> None:
    (one,) = found(f"Turkey will implement the decision {words}.")
    assert one.due == due
