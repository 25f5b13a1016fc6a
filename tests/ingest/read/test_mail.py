from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document
from ingest.extract import extract
from ingest.parse.body.letter import bullets
from ingest.parse.text.lines import Line
from ingest.read import Refused, documents_of
from ingest.read.given import Given
from ingest.read.mail.form import is_mail
from tests.ingest.forms import made
from tests.ingest.read.accounts import account

TOP: Final = b"From: Ann Durham <ann@example.org>\nMessage-ID: <1@example.org>\n"
WORDS: Final = st.sampled_from(
    [
        b"\n",
        b"\r\n",
        b"--x",
        b"--x--",
        b"--y\n",
        b"--",
        b"Content-Type: ",
        b"multipart/mixed; boundary=x\n",
        b"multipart/alternative; boundary=y\n",
        b"text/plain; charset=utf-16\n",
        b"text/html\n",
        b"message/rfc822\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"=E9",
        b"=\n",
        b"aGk",
        b"\xe9",
        b"\xff",
        b"Subject: =?x?q?y?=\n",
        b"Date: 31 Feb\n",
        b"FM POST\n",
        b"TO DEPT\n",
        b"SUBJECT: A\n",
        b" ",
        b"a",
    ]
)


def found(data: bytes) -> list[Document]:
    read = [one for one in documents_of(Given("a.eml", data=data)) if isinstance(one, Document)]
    for one in read:
        assert one.form == "email"
        account(one)
    return read


@pytest.mark.parametrize("data", [made.mail(), made.quoted_mail()])
def test_a_telegram_in_a_mail_is_a_document_of_its_own(data: bytes) -> None:
    mail, telegram = map(extract, found(data))
    assert (mail.cable.kind, mail.cable.id) == ("Email", "email-2008-04-07-durham-conway")
    assert [one.target for one in mail.citations] == ["2008ATHENS900021"]
    assert (telegram.cable.kind, telegram.cable.id) == ("Cable", "2008ATHENS900021")
    assert telegram.cable.document.part == "cable-1"
    assert telegram.cable.document.container == mail.cable.document.sha256


def test_what_is_attached_is_told() -> None:
    reasons = {one.reason for one in found(made.quoted_mail())[0].dropped}
    assert {"attachment: seal.png (image/png)", "alternative", "cable-1", "transport-header"} <= reasons


def test_a_mail_attached_to_a_mail_is_a_part() -> None:
    inner = b"From: Bob Roe <bob@example.org>\nSubject: Inner\n\nInner words.\n"
    data = TOP + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOuter words.\n--x\n"
    data += b"Content-Type: message/rfc822\n\n" + inner + b"--x--\n"
    outer, attached = found(data)
    assert (outer.part, attached.part) == (None, "message-1")
    assert "Inner" not in outer.text and "Outer" not in attached.text
    assert attached.text == "From: Bob Roe <bob@example.org>\nSubject: Inner\n\nInner words.\n"


@pytest.mark.parametrize(
    ("headers", "body", "text"),
    [
        (b"", b"caf\xc3\xa9", "café"),
        (b"Content-Type: text/plain; charset=iso-8859-1\n", b"caf\xe9", "café"),
        (b"Content-Type: text/plain; charset=no-such\n", b"caf\xe9", "café"),
        (b"Content-Transfer-Encoding: quoted-printable\n", b"caf=C3=\n=A9 no=\nir", "café noir"),
        (b"Content-Transfer-Encoding: base64\n", b"Y2Fmw6kgbm\r\n9pcg==", "café noir"),
        (b"Content-Type: text/html\n", b"<p>caf&eacute; <b>noir</b></p><p>Two</p>", "café noir\n\nTwo"),
        (b"Content-Type: text/plain; charset=utf-16\n", "café".encode("utf-16"), "café"),
    ],
)
def test_bodies_are_decoded(headers: bytes, body: bytes, text: str) -> None:
    if b"utf-16" in headers:
        import base64

        headers, body = headers + b"Content-Transfer-Encoding: base64\n", base64.encodebytes(body)
    [mail] = found(TOP + headers + b"\n" + body)
    assert mail.text == "From: Ann Durham <ann@example.org>\n\n" + text


def test_folded_headers_are_one_line() -> None:
    [mail] = found(TOP + b"To: Carol\n Conway\nSubject: =?utf-8?q?caf=C3=A9_?=\n =?utf-8?q?noir?=\n\nYes.\n")
    assert mail.text == "From: Ann Durham <ann@example.org>\nTo: Carol Conway\nSubject: café noir\n\nYes.\n"


HEADERS: Final = st.sampled_from(
    [
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"Content-Type: text/html\n",
        b"Content-Type: text/plain; charset=utf-16\n",
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"Subject: =?x?q?y?=\n",
        b"Date: 31 Feb\n",
        b"To: \xff\n \xe9\n",
    ]
)


@settings(deadline=None)
@given(st.lists(HEADERS, max_size=4), st.lists(WORDS, max_size=50).map(b"".join))
def test_whatever_follows_is_read_or_refused(headers: list[bytes], rest: bytes) -> None:
    try:
        found(TOP + b"".join(headers) + b"\n" + rest)
    except Refused as refused:
        assert refused.code in {"empty", "binary"}


@pytest.mark.parametrize(
    "bait", [b"--x\n", b"--x", b"=\n", b"a: b\n", b"\n--x\nContent-Type: message/rfc822\n\n"]
)
def test_each_line_is_read_once(bait: bytes) -> None:
    """Quadratic work would not end within the life of a test."""
    found(TOP + b"Content-Type: multipart/mixed; boundary=x\n\nHello.\n" + bait * 100_000)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"Return-Path: <a@b>\r\nFrom: a@b\r\n\r\nText", True),
        (b"From ann Mon Apr  7\nFrom: a@b\nReceived: x\n by y\n\nText", True),
        (b"From: Ann Durham\nTo: Carol Conway\nSubject: Plenary\n\nAgreed.", False),
        (b"FM POST\nTO DEPT\n", False),
        (b"", False),
    ],
)
def test_mail_is_told_by_what_carried_it(head: bytes, expected: bool) -> None:
    assert is_mail(head) is expected


def test_of_a_chain_the_outermost_message_is_the_document() -> None:
    headers = (
        b"To: Carol Conway <c@example.org>\nDate: Mon, 7 Apr 2008 09:30:00 +0000\nSubject: FW: Agenda\n\n"
    )
    chain = (
        b"I agree with what Bob says here about the agenda.\n\n-----Original Message-----\nFrom: Bob Roe\n"
        b"Sent: Friday, April 4, 2008\nTo: Ann Durham\nSubject: Agenda\n\nThe agenda is too long, I think.\n"
    )
    [mail] = found(TOP + headers + chain)
    made = extract(mail).cable
    assert (made.kind, made.id) == ("Email", "email-2008-04-07-durham-conway")
    assert made.header.subject is not None and made.header.subject.value == "FW: Agenda"
    assert "The agenda is too long" in mail.text


ENCLOSED: Final = (
    "FM AMEMBASSY ROME\nTO SECSTATE WASHDC\n{time}BT\nCONFIDENTIAL ROME 900777\nSUBJECT: OLIVES\n\n"
    "1. (C) The harvest was good.\nBT\nNNNN\n"
)


def enclosing(words: str, *, time: str) -> bytes:
    """A mail of 2009 that has words above a telegram of Rome, and below it rulers and a list."""
    tail = "\n__________\n\n- - - - - -\n\n-----Original Message-----\n\nPlease decide on:\n- olives\n- oil\n"
    date = b"To: Carol Conway <c@example.org>\nDate: Tue, 3 Mar 2009 10:00:00 +0000\n"
    return TOP + date + f"\n{words}\n\n{ENCLOSED.format(time=time)}{tail}".encode()


@pytest.mark.parametrize("words", ["The text of Rome 900777 is below.", "Subject cable: ROME 900777", "FYI."])
def test_the_name_of_a_pasted_telegram_has_the_year_of_the_telegram(words: str) -> None:
    mail, telegram = map(extract, found(enclosing(words, time="R 011200Z NOV 05\n")))
    assert telegram.cable.id == "2005ROME900777"
    assert {one.target for one in mail.citations} == {telegram.cable.id}


def test_the_name_of_a_pasted_telegram_has_the_year_that_the_mail_gives() -> None:
    mail, _ = map(extract, found(enclosing("05 Rome 900777 follows.", time="")))
    assert {one.target for one in mail.citations} == {"2005ROME900777"}


def test_the_year_of_a_pasted_telegram_without_a_date_is_left_open() -> None:
    mail, telegram = map(extract, found(enclosing("FYI.", time="")))
    assert telegram.cable.year is None
    assert [one.target for one in mail.citations] == [None]
    assert any("pasted" in one.why for one in mail.unresolved)


def test_rulers_of_a_mail_are_no_bullets() -> None:
    mail, _ = map(extract, found(enclosing("FYI.", time="")))
    told = [one.span.of(mail.cable.text) for one in mail.cable.passages if one.kind == "bullet"]
    assert told == ["- olives", "- oil"]


@pytest.mark.parametrize(
    "ruler",
    ["-----", "- - - - -", "_____", "_ _ _ _", "* * *", "———", "──────", "----- Forwarded by Ann -----"],
)
def test_a_line_of_signs_begins_no_bullet(ruler: str) -> None:
    assert not list(bullets(enumerate([Line(0, ruler)])))
