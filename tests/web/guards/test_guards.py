"""Who is answered, and what a browser is told that it may do."""

import json
from dataclasses import replace

import pytest

from compendium.web.app import app
from compendium.web.context import Context
from compendium.web.settings import Settings
from tests.web.served import SHAPE, asked, context

SERVICE = app(context())
QUERY = {"query": "ASK {}"}
WRITTEN = app(replace(context(), settings=Settings(SHAPE, token="a secret")))


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", ""])
def test_a_name_that_is_not_ours_is_not_answered(host: str) -> None:
    assert asked(SERVICE, "/sparql", params=QUERY, headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "LOCALHOST:8765", "[::1]:8765"])
def test_our_names_are(host: str) -> None:
    assert asked(SERVICE, "/sparql", params=QUERY, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/sparql?query=ASK%7B%7D", "/sparql?query=ASK", "/healthz", "/no-such-page"]
)
def test_every_answer_says_what_a_browser_may_do(path: str) -> None:
    told = asked(SERVICE, path)
    assert "script-src 'self'" in told.headers["content-security-policy"]
    assert "unsafe" not in told.headers["content-security-policy"]
    assert told.headers["x-content-type-options"] == "nosniff"
    assert told.headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in told.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
    ],
)
@pytest.mark.parametrize(("method", "path"), [("POST", "/sparql"), ("PUT", "/graph"), ("DELETE", "/graph")])
def test_a_page_of_another_site_does_not_write_even_with_the_token(
    method: str, path: str, headers: dict[str, str]
) -> None:
    sent = {**headers, "Authorization": "Bearer a secret", "Content-Type": "application/sparql-update"}
    told = asked(WRITTEN, f"{path}?graph=urn:a", method, content="DROP ALL", headers=sent)
    assert told.status_code == 403
    assert "site" in told.json()["detail"]


@pytest.mark.parametrize(
    "given", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic a secret"}]
)
def test_who_writes_has_to_know_the_token(given: dict[str, str]) -> None:
    told = asked(WRITTEN, "/sparql", "POST", data={"update": "DROP ALL"}, headers=given)
    assert (told.status_code, told.headers["www-authenticate"]) == (401, 'Bearer realm="compendium"')
    assert asked(WRITTEN, "/graph?default", "DELETE", headers=given).status_code == 401


def test_a_get_never_writes() -> None:
    sent = {"Authorization": "Bearer a secret"}
    assert asked(WRITTEN, "/sparql?update=DROP+ALL", headers=sent).status_code == 400
    assert asked(WRITTEN, "/sparql?update=DROP+ALL", "HEAD", headers=sent).status_code == 400


def test_pages_of_other_sites_read_where_it_was_said_and_never_write() -> None:
    opened = Settings(SHAPE, origins=("https://sparql.example",), token="a secret")
    service = app(replace(context(), settings=opened))
    told = asked(service, "/sparql", params=QUERY, headers={"Origin": "https://sparql.example"})
    assert told.headers["access-control-allow-origin"] == "https://sparql.example"
    assert "Origin" in told.headers["vary"]
    other = asked(service, "/sparql", params=QUERY, headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers
    before = {"Origin": "https://sparql.example", "Access-Control-Request-Method": "PUT"}
    preflight = asked(service, "/graph", "OPTIONS", headers=before)
    assert "PUT" not in preflight.headers["access-control-allow-methods"]
    assert "authorization" not in preflight.headers["access-control-allow-headers"].lower()
    # a query that is posted from there is read, and what is wrong with it can be read too
    posted = asked(
        service,
        "/sparql",
        "POST",
        content="ASK {",
        headers={"Origin": "https://sparql.example", "Content-Type": "application/sparql-query"},
    )
    assert (posted.status_code, posted.headers["access-control-allow-origin"]) == (
        400,
        "https://sparql.example",
    )


def test_a_body_that_is_too_long_is_not_read() -> None:
    told = asked(SERVICE, "/sparql", "POST", content=b"a" * (1024 * 1024 + 1))
    assert (told.status_code, told.json()["cap"]) == (413, "body_bytes")


def test_the_log_has_nothing_of_what_was_asked() -> None:
    lines: list[str] = []
    service: Context = context()
    asked(app(service, log=lines.append), "/sparql", params={"query": "ASK { ?secret ?p ?o }"})
    asked(app(service, log=lines.append), "/sparql", "POST", data={"query": "ASK { ?secret"})
    told = [json.loads(line) for line in lines]
    assert [(one["method"], one["path"], one["status"]) for one in told] == [
        ("GET", "/sparql", 200),
        ("POST", "/sparql", 400),
    ]
    assert "secret" not in "".join(lines)
