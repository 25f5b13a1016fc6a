"""Who may ask what: hosts that this service answers to, sites that may write, and what pages may load."""

import hmac
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from compendium.web.problems import Problem, response
from compendium.web.settings import Settings

_SAME: Final = ("same-origin", "none")
_READING: Final = ("GET", "HEAD", "OPTIONS")
POSTED_READS: Final = frozenset({"/sparql", "/reconcile"})
"""Where a POST reads, so that pages of other sites may send it; an update looks at who sent it by itself."""

CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


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


class Guarded:
    """An application that answers to its own names, and says what a browser may do with its answers.

    >>> from pathlib import Path
    >>> from starlette.responses import PlainTextResponse
    >>> from tests.web.served import asked
    >>> guarded = Guarded(PlainTextResponse("yes"), Settings(Path("a.db")))
    >>> told = asked(guarded, "/")
    >>> told.text, told.headers["x-content-type-options"]
    ('yes', 'nosniff')
    >>> asked(guarded, "/", headers={"Host": "evil.example"}).status_code
    421
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings
        self.hosts = frozenset(one.lower() for one in settings.allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), request)
            await send(message)

        answer = self._refusal(request) or self._preflight(request) or self.app
        await answer(scope, receive, safely)

    def _refusal(self, request: Request) -> ASGIApp | None:
        hosts = request.headers.getlist("host")
        if len(hosts) != 1:
            return response(Problem(400, "a request names one host"))
        if _host(hosts[0]) not in self.hosts:
            return response(Problem(421, "this service does not answer to that name; see --allow-host"))
        if request.method not in _READING and not _may_read(request) and not same_site(request):
            return response(Problem(403, "another site sent this"))
        return None

    def _preflight(self, request: Request) -> ASGIApp | None:
        """What a browser asks before a page of another site may read: never whether it may write."""
        if request.method != "OPTIONS" or "access-control-request-method" not in request.headers:
            return None
        allowed = {"Access-Control-Allow-Methods": "GET, HEAD, POST", "Access-Control-Max-Age": "600"}
        allowed["Access-Control-Allow-Headers"] = "Accept, Content-Type"
        return Response(status_code=204, headers=allowed if self._origin(request) else {})

    def _origin(self, request: Request) -> str:
        """The site that may read the answer, besides the service's own pages."""
        if "*" in self.settings.origins:
            return "*"
        origin = request.headers.get("origin", "")
        return origin if origin in self.settings.origins else ""

    def _add(self, headers: MutableHeaders, request: Request) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        if self.settings.origins:
            headers.add_vary_header("Origin")
        if origin := self._origin(request):
            headers["Access-Control-Allow-Origin"] = origin
            headers["Access-Control-Expose-Headers"] = "ETag, Location, Retry-After"
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"


def _host(given: str) -> str:
    """A host as it is named in ``Host``, without its port."""
    name, colon, port = given.lower().rpartition(":")
    return name if colon and port.isdigit() else given.lower()


def _may_read(request: Request) -> bool:
    """Whether a POST may come from a page of another site."""
    return request.method == "POST" and request.url.path.rstrip("/") in POSTED_READS
