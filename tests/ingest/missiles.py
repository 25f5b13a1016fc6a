"""Cables about the missile regime, and the meetings that they name."""

from dataclasses import replace

from ingest.annotate.names.meetings import annotate_meetings
from ingest.cable import Cable, Read
from ingest.claim import MeetingClaim
from ingest.document import Span
from ingest.resolve.found import Found, SoFar
from ingest.resolve.meetings import resolve_meetings
from ingest.tables import knowledge
from tests.make import cable


def about_missiles(body: str, *, sent: str = "2008-04-04", subject: str = "") -> Cable:
    """A cable with the tag of the missile regime; its subject line, if any, stands before the body."""
    text = subject + "\n" + body if subject else body
    made = cable(text, sent=sent)
    start = len(text) - len(body)
    passage = replace(made.passages[0], span=Span(start, len(text)), body=Span(start, len(text)))
    header = replace(
        made.header,
        tags=(Read("MTCRE", Span(0, 0), "test"),),
        subject=Read(subject, Span(0, len(subject)), "test") if subject else None,
    )
    return replace(made, header=header, passages=(passage,), body=Span(start, len(text)))


def resolved(body: str, *, sent: str = "2008-04-04", subject: str = "") -> Found[MeetingClaim]:
    one = about_missiles(body, sent=sent, subject=subject)
    return resolve_meetings(one, tuple(annotate_meetings(one, knowledge())), knowledge(), SoFar())


def ids(body: str, *, sent: str = "2008-04-04", subject: str = "") -> str:
    return " ".join(claim.id for claim in resolved(body, sent=sent, subject=subject).claims)
