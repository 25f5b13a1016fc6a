"""What went wrong, for programs as ``application/problem+json`` and for people as a line of text.

Each says what would have been accepted: the place of an error in a query, or the name of the limit that
stopped it. An answer that is not whole never has the status of one that is.
"""

import json
import logging
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from queries.error import (
    BrokenQuery,
    Busy,
    Contained,
    Crowding,
    Fault,
    NoStore,
    NotUnderstood,
    Refused,
    Unreadable,
    Unwritten,
    WorkerLost,
)

MEDIA: Final = "application/problem+json"
_LOG: Final = logging.getLogger("compendium.web")
WAIT: Final = 1
"""So many seconds later the same may be asked again, where nothing else is known."""


class Problem(Exception):  # noqa: N818 - it is what the answer is called
    """An answer that tells of a problem: its status, what is wrong in a sentence, and more by name.

    >>> Problem(406, "there is no such form", accepted=["text/csv"]).more
    {'accepted': ['text/csv']}
    """

    def __init__(
        self, status: int, detail: str, *, headers: dict[str, str] | None = None, **more: object
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, headers or {}, more


def problem(fault: Fault) -> Problem:
    """What an error of a query means to who sent it.

    >>> told = problem(BrokenQuery("expected one of FILTER, VALUES", line=2, column=8))
    >>> told.status, told.more["line"], told.more["column"]
    (400, 2, 8)
    >>> problem(Busy("all workers are taken", wait=2.0)).headers
    {'Retry-After': '2'}
    >>> told = problem(NoStore("there is no store at /srv/marked.db"))
    >>> told.status, told.detail
    (503, 'the store cannot be opened; the log of the service says why')
    """
    match fault:
        case BrokenQuery():
            return Problem(400, str(fault), line=fault.line, column=fault.column)
        case Busy():
            status = 429 if isinstance(fault, Crowding) else 503
            return _later(fault, max(WAIT, round(fault.wait)), status=status)
        case Unreadable():
            _LOG.error("%s", fault.why)
            return _later(fault, WAIT, status=503 if isinstance(fault, Unwritten) else 500)
        case NoStore():  # it names a place on this machine
            _LOG.error("%s", fault)
            return Problem(503, _GONE, headers={"Retry-After": str(WAIT)}, cap="store")
        case WorkerLost():
            return Problem(500, str(fault), cap=fault.cap)
        case Contained():
            return _later(fault, WAIT)
        case Refused():
            told = Problem(400, str(fault))
            if cap := getattr(fault, "cap", ""):
                told.more["cap"] = cap
            return told
        case NotUnderstood():
            return Problem(400, str(fault), nearest=list(fault.nearest))
    return Problem(400, str(fault))


_GONE: Final = "the store cannot be opened; the log of the service says why"


def _later(fault: Contained, seconds: int, *, status: int = 503) -> Problem:
    return Problem(status, str(fault), headers={"Retry-After": str(seconds)}, cap=fault.cap)


def response(told: Problem, *, text: bool = False) -> Response:
    """The answer that tells of a problem.

    >>> response(Problem(413, "too long", cap="body_bytes")).body
    b'{"type": "about:blank", "title": "Request Entity Too Large", "status": 413, "detail": "too long", ...}'
    >>> response(Problem(413, "too long"), text=True).body
    b'413 Request Entity Too Large: too long\\n'
    """
    title = HTTPStatus(told.status).phrase
    headers = {"Cache-Control": "no-store", **told.headers}
    if text:
        line = f"{told.status} {title}: {told.detail}\n"
        return Response(line, told.status, headers, "text/plain; charset=utf-8")
    body = {"type": "about:blank", "title": title, "status": told.status, "detail": told.detail, **told.more}
    return Response(json.dumps(body, ensure_ascii=False), told.status, headers, MEDIA)


async def on_problem(request: Request, error: Exception) -> Response:
    """The answer to a request that ended in an error that is known.

    >>> import asyncio
    >>> request = Request({"type": "http", "headers": [], "method": "GET"})
    >>> asyncio.run(on_problem(request, BrokenQuery("not a query"))).status_code
    400
    """
    if isinstance(error, Fault):
        error = problem(error)
    elif isinstance(error, HTTPException):
        error = Problem(error.status_code, error.detail, headers=dict(error.headers or {}))
    told = error if isinstance(error, Problem) else Problem(500, "an error of this service; it is in its log")
    return response(told, text=_for_people(request))


def _for_people(request: Request) -> bool:
    """Whether a browser shows the answer: it asks for HTML before anything else."""
    first = request.headers.get("accept", "").partition(",")[0].partition(";")[0].strip()
    return first in ("text/html", "text/plain")
