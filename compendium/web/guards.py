"""Who may ask what: hosts that this service answers to, sites that may write, and what pages may load."""

import hmac
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request

from compendium.web.problems import Problem
from compendium.web.settings import Settings

_SAME: Final = ("same-origin", "none")


def may_write(settings: Settings, request: Request) -> None:
    """Return where a request has the token and no other site sent it; Problem with what is wrong.

    >>> from pathlib import Path
    >>> told = [(b"authorization", b"Bearer secret"), (b"host", b"127.0.0.1")]
    >>> may_write(Settings(Path("a.db"), token="secret"), Request({"type": "http", "headers": told}))
    >>> may_write(Settings(Path("a.db"), token="secret"), Request({"type": "http", "headers": []}))
    Traceback (most recent call last):
    compendium.web.problems.Problem: writing needs the token of this service, as Authorization: Bearer TOKEN
    """
    if settings.token is None:
        raise Problem(403, "this service only reads")
    if not same_site(request):
        raise Problem(403, "another site sent this: a program writes, or a page of this service")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), settings.token.encode()):
        raise Problem(
            401,
            "writing needs the token of this service, as Authorization: Bearer TOKEN",
            headers={"WWW-Authenticate": 'Bearer realm="compendium"'},
        )


def same_site(request: Request) -> bool:
    """Whether no page of another site sent a request, by what the browser says of it.

    >>> sent = [(b"host", b"127.0.0.1:8765"), (b"origin", b"http://evil.example")]
    >>> same_site(Request({"type": "http", "headers": sent[:1]}))
    True
    >>> same_site(Request({"type": "http", "headers": sent}))
    False
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in _SAME:
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")
