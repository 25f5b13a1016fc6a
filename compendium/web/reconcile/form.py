"""What a request of the API brings: parameters of its address, and of a form in its body."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from compendium.web.asking import FORM
from compendium.web.problems import Problem

BODY: Final = 1024 * 1024
FIELDS: Final = 50


@dataclass(frozen=True, slots=True)
class Given:
    """The method of a request, its parameters, and where the service was found, by a name that it answers to.

    >>> asked = Given("GET", {"prefix": "Ar", "cursor": "2"})
    >>> asked.text("prefix"), asked.text("id"), asked.whole("cursor", 0)
    ('Ar', '', 2)
    """

    method: str
    values: Mapping[str, str]
    url: str = ""

    def text(self, name: str) -> str:
        """A parameter; empty where it is not given."""
        return self.values.get(name, "")

    def whole(self, name: str, otherwise: int, *, most: int = 10_000) -> int:
        """A parameter that is a whole number; Problem where it is none."""
        text = self.values.get(name, "")
        if not text:
            return otherwise
        if text.isascii() and text.isdigit() and len(text) < 9 and int(text) <= most:
            return int(text)
        raise Problem(400, f"{name} is a whole number up to {most}", cap=name)


async def given(request: Request) -> Given:
    """What a request brings; Problem where it cannot be read, or asks for the answer as a script.

    >>> import asyncio
    >>> asked = {"type": "http", "method": "GET", "headers": [], "query_string": b"callback=f"}
    >>> asyncio.run(given(Request(asked)))
    Traceback (most recent call last):
    compendium.web.problems.Problem: answers are JSON and no scripts: leave out callback and use CORS
    """
    values = _pairs(request.scope["query_string"])
    if request.method == "POST":
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media != FORM:
            raise Problem(415, f"the body is sent as {FORM}")
        values |= _pairs(await _body(request))
    if "callback" in values:
        raise Problem(400, "answers are JSON and no scripts: leave out callback and use CORS")
    return Given(request.method, values, str(request.base_url))


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > BODY:
            raise Problem(413, f"a form has at most {BODY} bytes", cap="body_bytes")
    return bytes(body)


def _pairs(encoded: bytes) -> dict[str, str]:
    try:
        text = encoded.decode("utf-8")
        return dict(parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=FIELDS))
    except ValueError:
        raise Problem(400, f"the parameters are not UTF-8, or more than {FIELDS}") from None
