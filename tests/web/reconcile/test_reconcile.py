"""The Reconciliation API, by its own schemas and examples, and by what may be sent to it."""

import json
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest
from referencing import Registry, Resource

from compendium.web.app import app
from ontology.names import ID
from tests.shared import shared
from tests.web.served import asked, context

BUENOS_AIRES = "meeting/mtcr-plenary-2003-buenos-aires"
SHAPE = "document/2008STATE900001"


def get(path: str, **more: object) -> httpx.Response:
    return asked(app(context()), path, **more)  # type: ignore[arg-type]


def posted(**form: object) -> httpx.Response:
    data = {name: json.dumps(value) for name, value in form.items()}
    return asked(app(context()), "/reconcile", "POST", data=data)


def candidates(text: str, **more: object) -> list[dict[str, Any]]:
    told = posted(queries={"q0": {"query": text, **more}})
    assert told.status_code == 200, told.text
    found: list[dict[str, Any]] = told.json()["q0"]["result"]
    return found


def schema(name: str) -> Any:
    """A validator of one of the schemas of the specification, which know each other by name."""
    folder = shared("w3c/reconciliation-0.2/schemas")
    told = {path.name: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    registry: Registry[Any] = Registry()
    for one in told.values():
        resource = Resource.from_contents(one, default_specification=_draft())
        registry = registry.with_resource(one["$id"].rstrip("#"), resource)
    return jsonschema.Draft7Validator(told[f"{name}.json"], registry=registry)


def _draft() -> Any:
    from referencing.jsonschema import DRAFT7

    return DRAFT7


ANSWERS = (
    ("manifest", "/reconcile"),
    ("suggest-entities-response", "/reconcile/suggest/entity?prefix=08+STATE"),
    ("suggest-types-response", "/reconcile/suggest/type?prefix=d"),
    ("suggest-properties-response", "/reconcile/suggest/property?prefix=host"),
    ("data-extension-property-proposal", "/reconcile/properties?type=Meeting&limit=5"),
    (
        "reconciliation-result-batch",
        '/reconcile?queries={"q1":{"query":"Argentina"},"q2":{"query":"nothing of the kind"}}',
    ),
    (
        "data-extension-response",
        f'/reconcile?extend={{"ids":["{SHAPE}","a b"],"properties":[{{"id":"sent"}},{{"id":"P31"}},'
        '{"id":"sender"},{"id":"tag","settings":{"limit":"1"}}]}',
    ),
)


@pytest.mark.parametrize(("name", "path"), ANSWERS)
def test_what_is_answered_fits_the_schema(name: str, path: str) -> None:
    validator = schema(name)
    told = get(path)
    assert told.status_code == 200
    assert told.headers["content-type"] == "application/json"
    validator.validate(told.json())


def _examples(name: str, kind: str) -> list[Path]:
    return sorted(shared(f"w3c/reconciliation-0.2/examples/{name}/{kind}").glob("*.json"))


def test_the_batches_of_the_specification_are_understood() -> None:
    for path in _examples("reconciliation-query-batch", "valid"):
        told = posted(queries=json.loads(path.read_text("utf-8")))
        assert told.status_code == 200, path.name
        schema("reconciliation-result-batch").validate(told.json())


def test_the_wrong_batches_of_the_specification_are_refused() -> None:
    paths = _examples("reconciliation-query-batch", "invalid")
    assert {path.name: posted(queries=json.loads(path.read_text("utf-8"))).status_code for path in paths} == {
        path.name: 400 for path in paths
    }


def test_the_requests_for_values_of_the_specification_are_understood() -> None:
    for path in _examples("data-extension-query", "valid"):
        told = posted(extend=json.loads(path.read_text("utf-8")))
        assert told.status_code == 200, path.name
        schema("data-extension-response").validate(told.json())


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("08 STATE 900001", SHAPE),
        ("2008STATE900001", SHAPE),
        ("08STATE900001", SHAPE),
        ("argentina", "country/ARG"),
        ("ARG", "country/ARG"),
        ("MTCR", "regime/mtcr"),
        ("the 2003 Buenos Aires Plenary", BUENOS_AIRES),
        ("MTCR Plenary 2003, Buenos Aires", BUENOS_AIRES),
    ],
)
def test_what_is_clearly_right_is_a_match(text: str, right: str) -> None:
    found = candidates(text)
    assert [one["id"] for one in found if one["match"]] == [right]
    assert found[0]["id"] == right


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("Argentinia", "country/ARG"),
        ("Agrentina", "country/ARG"),
        ("MTCR: GUIDANCE FOR THE RPOC", SHAPE),
        ("08 STATE 900003", None),
        ("the delegation of Argentina in Vienna", None),
        ("nothing of the kind", None),
        ("?", None),
        ("", None),
    ],
)
def test_what_is_only_likely_is_no_match(text: str, likeliest: str | None) -> None:
    found = candidates(text)
    assert not [one for one in found if one["match"]]
    if likeliest:
        assert found[0]["id"] == likeliest


def test_types_narrow_or_only_prefer() -> None:
    assert {one["type"][0]["id"] for one in candidates("Buenos Aires", type="Meeting")} == {"Meeting"}
    assert candidates("Argentina", type=["Country", "Meeting"], type_strict="any")[0]["match"]
    assert candidates("Argentina", type=["Country", "Meeting"], type_strict="all") == []
    assert candidates("Argentina", type="Q5") == []
    preferred = candidates("Argentina", type="Meeting", type_strict="should")
    assert next(one for one in preferred if one["id"] == "country/ARG")["score"] == 80


def test_properties_confirm_or_speak_against() -> None:
    right = [
        {"pid": "hostCountry", "v": {"id": "country/ARG", "name": "Argentina"}},
        {"pid": "year", "v": 2003},
    ]
    [found, *_] = candidates("MTCR Plenary 2003, Buenos Aires", properties=right)
    assert (found["score"], found["match"]) == (100, True)
    [found, *_] = candidates("MTCR Plenary 2003, Buenos Aires", properties=[{"pid": "year", "v": "1999"}])
    assert not found["match"]
    assert found["score"] < 100
    told = posted(
        queries={"q": {"properties": [{"pid": "dcterms:identifier", "v": "2008STATE900001"}]}}
    ).json()
    assert told["q"]["result"][0]["id"] == SHAPE


def test_values_are_typed_and_named() -> None:
    told = posted(
        extend={
            "ids": [BUENOS_AIRES, SHAPE],
            "properties": [{"id": "hostCountry"}, {"id": "year"}, {"id": "sent"}],
        }
    ).json()
    assert told["meta"][0] == {
        "id": "hostCountry",
        "name": "host country",
        "type": {"id": "Country", "name": "Country"},
    }
    assert told["rows"][BUENOS_AIRES] == {
        "hostCountry": [{"id": "country/ARG", "name": "Argentina"}],
        "year": [{"str": "2003"}],
        "sent": [],
    }
    assert told["rows"][SHAPE]["sent"] == [{"date": "2008-04-04T00:45:00Z"}]


def test_the_manifest_leads_to_its_parts() -> None:
    told = get("/reconcile").json()
    assert told["identifierSpace"] == ID
    for name, typed in (("entity", "Arg"), ("type", "Co"), ("property", "host")):
        part = told["suggest"][name]
        path = (part["service_url"] + part["service_path"]).removeprefix("http://127.0.0.1:8765")
        found = get(f"{path}?prefix={typed}").json()["result"]
        assert found, name
        flyout = part["flyout_service_path"].replace("${id}", found[0]["id"])
        assert get(f"/reconcile{flyout}").json()["id"] == found[0]["id"]
    page = get(f"/reconcile/preview?id={SHAPE}")
    assert "MTCR: GUIDANCE FOR THE RPOC" in page.text
    assert "frame-ancestors http://127.0.0.1:*" in page.headers["content-security-policy"]
    assert "script" not in page.headers["content-security-policy"]
    assert get("/reconcile/properties?type=Q5").json()["properties"] == []


@pytest.mark.parametrize(
    ("status", "path"),
    [
        (400, "/reconcile?callback=alert&queries={}"),
        (400, "/reconcile/suggest/entity?prefix=a&callback=x"),
        (400, "/reconcile?queries={"),
        (400, "/reconcile?queries=[]"),
        (400, '/reconcile?queries={"q":{"query":5}}'),
        (400, '/reconcile?queries={"q":{"query":"a","limit":"many"}}'),
        (400, '/reconcile?extend={"ids":"a","properties":[]}'),
        (400, "/reconcile?queries=%ff"),
        (404, "/reconcile/flyout/entity?id=nothing"),
        (404, "/reconcile/preview?id=%3Cscript%3E"),
        (400, "/reconcile/suggest/entity?prefix=a&cursor=-1"),
    ],
)
def test_what_is_wrong_is_a_problem_in_json(status: int, path: str) -> None:
    told = get(path)
    assert told.status_code == status
    assert told.headers["content-type"] == "application/problem+json"
    assert "alert" not in told.text


def test_what_is_too_much_names_its_limit() -> None:
    told = posted(queries={f"q{n}": {"query": "a"} for n in range(51)})
    assert (told.status_code, told.json()["cap"]) == (413, "batch")
    told = posted(extend={"ids": ["a"] * 201, "properties": []})
    assert (told.status_code, told.json()["cap"]) == (413, "extend")
    told = posted(queries={"q": {"query": "a" * 1_100_000}})
    assert (told.status_code, told.json()["cap"]) == (413, "body_bytes")
    assert asked(app(context()), "/reconcile", "POST", json={}).status_code == 415
    deep = asked(app(context()), "/reconcile", "POST", data={"queries": "[" * 100_000})
    assert deep.status_code == 400


def test_pages_of_this_machine_may_read_and_others_not() -> None:
    for origin in ("http://127.0.0.1:3333", "http://localhost:3333"):
        assert get("/reconcile", headers={"origin": origin}).headers["access-control-allow-origin"] == origin
    for origin in ("https://evil.example", "http://127.0.0.1.evil.example", "null"):
        told = get("/reconcile", headers={"origin": origin})
        assert "access-control-allow-origin" not in told.headers
        assert "origin" in told.headers["vary"].lower()


HOSTILE = (
    '"} UNION { ?s ?p ?o',
    "<script>alert(1)</script>",
    "x> <y",
    "\x00",
    "' OR 1=1 --",
    "\\",
    "${id}",
    "{{7*7}}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_names_and_ids_are_never_part_of_a_query_or_a_page(text: str) -> None:
    assert posted(queries={"q": {"query": text, "properties": [{"pid": text, "v": text}]}}).status_code == 200
    told = posted(extend={"ids": [text], "properties": [{"id": text}, {"id": "sent"}]})
    assert told.json()["rows"][text] == {text: [], "sent": []}
    assert get("/reconcile/preview", params={"id": text}).status_code == 404
    assert get("/reconcile/suggest/entity", params={"prefix": text}).status_code == 200
