"""Airgrams: a form of labelled fields, several of which may share a line."""

from tests.ingest.telegram import parsed

FORM = """AIRGRAM DEPARTMENT OF STATE

BERLIN A-230

TO: BONN INFO: DEPARTMENT OF STATE, LONDON E.O. 11652: GDS TAGS: PGOV, WB

FROM: BERLIN DATE: 10 OCT 73

SUBJECT: Opening of a Museum REF: Berlin A-18

Summary: The museum will open in May. Its director hopes that many will come.

End Summary.

Four rooms are ready; the others will be painted next month.

KLEINMANN [DK initialed]
"""


def test_several_fields_on_one_line() -> None:
    made = parsed(FORM)
    header = made.header
    assert made.id == "1973BERLINA230"
    assert header.sender is not None
    assert header.sent is not None
    assert header.subject is not None
    assert (header.sender.value, header.sent.value, header.subject.value) == (
        "BERLIN",
        "1973-10-10",
        "Opening of a Museum",
    )
    assert [one.value for one in header.to] == ["BONN"]
    assert [one.value for one in header.info] == ["DEPARTMENT OF STATE", "LONDON"]
    assert [one.value for one in header.tags] == ["PGOV", "WB"]
    assert [one.target for one in made.references] == ["1973BERLINA18"]
    assert "KLEINMANN" not in made.text[made.body.start : made.body.end]


def test_a_label_run_into_the_last_tag_is_none_of_it() -> None:
    made = parsed(FORM.replace("TAGS: PGOV, WB", "TAGS: PGOV, WBDATE:"))
    assert [one.value for one in made.header.tags] == ["PGOV", "WB"]


def test_the_words_of_the_form_do_not_go_on_in_the_text() -> None:
    made = parsed(FORM.replace("Four rooms", "TO: all who asked. FROM: the third floor. Four rooms"))
    assert [one.value for one in made.header.to] == ["BONN"]
