"""Links asked for from the command line, of a service that behaves and of services that do not."""

import json
import socket
import time
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner, Result

from compendium.cli import app
from ingest.links.judged import Judged, read, written
from ingest.load import build
from ingest.tables import knowledge
from tests.compendium.linking.server import Fault, serving
from tests.ingest.guidance import read_by_hand, telegram

run = CliRunner()
REGIMES = ("--kind", "regime")
MANY = len(knowledge().profiles)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("links")
    (folder / "one.txt").write_text(telegram(900011, cites=900012))
    paths = [folder / "one.txt"]
    build(paths, folder / "db", knowledge=knowledge(), extract=read_by_hand, in_process=True)
    return folder / "db"


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    copytree(built, tmp_path / "db")
    return tmp_path / "db"


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the command would have waited; it does not."""
    waited: list[float] = []
    real = time.sleep

    def sleep(seconds: float) -> None:
        if seconds >= 0.5:
            waited.append(seconds)
        else:
            real(seconds)

    monkeypatch.setattr(time, "sleep", sleep)
    return waited


def link(store: Path, url: str, *options: str, target: str = "wikidata") -> Result:
    return run.invoke(app, ["link", "--target", target, "--endpoint", url, "--store", str(store), *options])


def rows(store: Path, target: str = "wikidata") -> dict[str, Judged]:
    sheet = store / "links" / f"{target}.tsv"
    return {one.right: one for one in read(sheet.read_text("utf-8"), "w.tsv")} if sheet.exists() else {}


def test_candidates_are_proposed_with_points_and_reasons_and_none_is_accepted(store: Path) -> None:
    with serving() as asked:
        done = link(store, asked.url, *REGIMES)
    assert done.exit_code == 0, done.output
    found = rows(store)
    best, worse = found["wikidata:Q900001"], found["wikidata:Q900002"]
    assert (best.left, best.judgement, best.who, best.right_label) == (
        "regime/mtcr",
        "undecided",
        "",
        "Missile Technology Control Regime",
    )
    assert (
        best.reasons
        == "is called Missile Technology Control Regime; is of the kind: international organization"
    )
    assert int(best.score) > int(worse.score) > 0
    assert "is of a kind that does not fit" in worse.reasons
    assert best.endpoint == asked.url
    assert len(best.asked) == 10
    assert f"3 candidates of 2 things; {MANY - 2} things have none" in done.output


def test_a_code_is_asked_for_where_a_thing_has_one(store: Path) -> None:
    with serving() as asked:
        done = link(store, asked.url, "--kind", "place")
    assert done.exit_code == 0, done.output
    found = rows(store)
    assert {one.left: one.right for one in found.values()} == {
        "place/GBR-london": "wikidata:Q900003",
        "place/VNM-hanoi": "wikidata:Q900005",
    }
    assert found["wikidata:Q900003"].reasons == "has the code 2643743; is of the kind: city; is in GBR"
    assert all('"2643743"' not in query or "P1566" in query for query in asked.queries)


def test_what_is_linked_already_is_not_asked_about(store: Path) -> None:
    with serving() as asked:
        link(store, asked.url, "--kind", "country")
    assert not [query for query in asked.queries if '"ARG"' in query]
    assert [query for query in asked.queries if '"ESH"' in query]


def test_a_second_run_asks_nothing_and_writes_the_same_bytes(store: Path) -> None:
    with serving() as asked:
        link(store, asked.url, *REGIMES)
        before = (store / "links" / "wikidata.tsv").read_bytes()
        count = len(asked.queries)
        again = link(store, asked.url, *REGIMES)
        assert len(asked.queries) == count
        assert f"{MANY} answers were kept from before" in again.output
        assert (store / "links" / "wikidata.tsv").read_bytes() == before
        link(store, asked.url, *REGIMES, "--refresh")
        assert len(asked.queries) == 2 * count


def test_what_a_person_wrote_stays(store: Path) -> None:
    with serving() as asked:
        link(store, asked.url, *REGIMES)
        sheet = store / "links" / "wikidata.tsv"
        kept = [
            one
            if one.right != "wikidata:Q900002"
            else Judged(one.left, one.right, "not-same", "Jane Doe", "2026-11-23", "a singer")
            for one in rows(store).values()
        ]
        sheet.write_text(written(kept), "utf-8")
        link(store, asked.url, *REGIMES, "--refresh")
    row = rows(store)["wikidata:Q900002"]
    assert (row.judgement, row.who, row.why) == ("not-same", "Jane Doe", "a singer")


def test_an_accepted_candidate_is_a_link_after_the_next_build(store: Path) -> None:
    with serving() as asked:
        link(store, asked.url, *REGIMES)
    sheet = store / "links" / "wikidata.tsv"
    judged = sheet.read_text("utf-8").replace(
        "regime/mtcr\twikidata:Q900001\tundecided\t\t\t",
        "regime/mtcr\twikidata:Q900001\tsame\tJane Doe\t2026-11-23\tname, members",
    )
    assert judged != sheet.read_text("utf-8")
    sheet.write_text(judged, "utf-8")
    shown = run.invoke(app, ["link", "--store", str(store)])
    assert "wikidata:Q900001" not in shown.output
    build([], store, knowledge=knowledge(), extract=read_by_hand, in_process=True)
    shown = run.invoke(app, ["link", "--store", str(store)])
    (line,) = [one for one in shown.output.splitlines() if "wikidata:Q900001" in one]
    assert "semapv:ManualMappingCuration\tJane Doe" in line
    assert "2026-11-23\t0.95\tname, members; proposed for: is called " in line
    with serving() as asked:
        link(store, asked.url, *REGIMES)
    assert not [query for query in asked.queries if "Missile" in query]


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (Fault(500, body=b"out of order"), "answered 500 to wikidata-name: out of order"),
        (Fault(503), "answered 503"),
        (Fault(change=lambda body: body[: len(body) // 2]), "cut off or damaged"),
        (Fault(change=lambda body: body[:40], length=4000), "broke off its answer"),
        (Fault(body=b"<html>"), "cut off or damaged"),
    ],
)
def test_a_passing_fault_is_tried_again(store: Path, waits: list[float], fault: Fault, why: str) -> None:
    with serving(fault) as asked:
        done = link(store, asked.url, *REGIMES)
    assert done.exit_code == 0, done.output
    assert "wikidata:Q900001" in rows(store)
    assert waits == [1.0]
    with serving(fault, fault, fault) as asked:
        done = link(store, asked.url, *REGIMES, "--refresh")
    assert done.exit_code == 1
    assert why in done.output
    assert asked.url in done.output
    assert f"{MANY} not known" in done.output
    assert waits == [1.0, 1.0, 2.0]


@pytest.mark.parametrize(("said", "waited"), [("7", 7.0), ("0", 1.0)])
def test_a_service_that_asks_to_wait_is_waited_for(
    store: Path, waits: list[float], said: str, waited: float
) -> None:
    with serving(Fault(429, (("Retry-After", said),))) as asked:
        done = link(store, asked.url, *REGIMES)
    assert done.exit_code == 0, done.output
    assert waits == [waited]


def test_a_service_that_asks_to_wait_for_long_is_left_alone(store: Path, waits: list[float]) -> None:
    with serving(Fault(429, (("Retry-After", "3600"),))) as asked:
        done = link(store, asked.url, "--kind", "place", "--jobs", "1")
    assert done.exit_code == 1
    assert waits == []
    assert "asks to come back after 3600 s: 25 not known" in done.output
    assert "not asked after that: 25" in done.output
    assert len(asked.queries) == 1


def test_nobody_asks_while_a_service_is_waited_for(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments: list[tuple[float, float]] = []
    real = time.sleep

    def sleep(seconds: float) -> None:
        if seconds == 7:
            began = time.monotonic()
            real(0.6)
            moments.append((began + 0.2, time.monotonic()))
        else:
            real(min(seconds, 0.01))

    monkeypatch.setattr(time, "sleep", sleep)
    arrived: list[float] = []

    def judge(query: str) -> Fault | None:
        arrived.append(time.monotonic())
        return None

    with serving(Fault(429, (("Retry-After", "7"),)), judge=judge) as asked:
        done = link(store, asked.url, "--kind", "place", "--jobs", "2")
    assert done.exit_code == 0, done.output
    ((began, ended),) = moments
    assert [one for one in arrived if began < one < ended] == []


def test_a_host_that_does_not_answer_is_named_and_the_rest_is_not_asked(
    store: Path, waits: list[float]
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    done = link(store, f"http://127.0.0.1:{port}/sparql", "--kind", "place", "--jobs", "1")
    assert done.exit_code == 1
    assert f"http://127.0.0.1:{port}/sparql did not answer: " in done.output
    assert "not asked after that:" in done.output
    assert rows(store) == {}


def test_what_was_answered_before_a_failure_is_kept(store: Path) -> None:
    with serving(judge=lambda query: None if '"2643743"' in query else Fault(400, body=b"no more")) as asked:
        done = link(store, asked.url, "--kind", "place")
    assert done.exit_code == 1
    assert "answered 400 to wikidata-geonames: no more: 25 not known" in done.output
    assert "wikidata:Q900003" in rows(store)


def test_a_second_run_asks_only_what_is_missing(store: Path) -> None:
    broken = [True]

    def later(query: str) -> Fault | None:
        return Fault(400, body=b"no more") if broken[0] and '"2643743"' not in query else None

    with serving(judge=later) as asked:
        link(store, asked.url, "--kind", "place")
        first = [query for query in asked.queries if '"2643743"' in query]
        broken[0] = False
        done = link(store, asked.url, "--kind", "place")
        assert [query for query in asked.queries if '"2643743"' in query] == first
    assert done.exit_code == 0
    assert "25 answers were kept from before" in done.output
    assert {"wikidata:Q900003", "wikidata:Q900005"} <= set(rows(store))


def test_an_answer_that_is_too_large_is_asked_for_in_halves(store: Path) -> None:
    def large(query: str) -> Fault | None:
        return Fault(change=lambda body: body + b" " * 5000) if query.count('"@en') > 2 else None

    with serving(judge=large) as asked:
        done = link(store, asked.url, *REGIMES, "--max-bytes", "5000")
    assert len(asked.queries) > 2
    assert "sent more than 5000 bytes" in done.output or done.exit_code == 0
    assert rows(store)


def test_a_slow_answer_is_given_up_in_time(store: Path) -> None:
    began = time.monotonic()
    with serving(*[Fault(drip=0.1)] * 2) as asked:
        done = link(store, asked.url, *REGIMES, "--timeout", "0.4", "--tries", "2")
    assert done.exit_code == 1
    assert "was not done after 0.4 s" in done.output
    assert time.monotonic() - began < 5


def test_headers_that_never_end_are_given_up_in_time(store: Path) -> None:
    with serving(Fault(pause=0.49)) as asked:
        done = link(store, asked.url, *REGIMES, "--timeout", "0.2", "--tries", "1")
    assert done.exit_code == 1
    assert "was not done after 0.2 s" in done.output or "did not answer: timed out" in done.output


@pytest.mark.parametrize(
    "there", ["http://localhost:9/sparql", "file:///etc/hostname", "ftp://127.0.0.1/x", "https://127.0.0.1/"]
)
def test_nobody_is_sent_on(store: Path, there: str) -> None:
    with serving(Fault(302, (("Location", there),))) as asked:
        done = link(store, asked.url, *REGIMES)
    assert done.exit_code == 1
    assert f"sends on to {there}" in done.output
    assert rows(store) == {}


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/hostname", "is not an http or https address"),
        ("ftp://example.org/sparql", "is not an http or https address"),
        ("http://jane:secret@example.org/sparql", "has a name or password in it"),
        ("http://127.0.0.1:9/spar ql", "is not an http or https address"),
    ],
)
def test_an_address_that_is_none_is_refused(store: Path, url: str, why: str) -> None:
    done = link(store, url)
    assert done.exit_code == 2
    assert why in done.output
    assert "secret" not in done.output


def test_the_proxy_of_the_environment_is_not_used(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving() as asked:
        assert link(store, asked.url, *REGIMES).exit_code == 0
    assert asked.queries


def test_it_says_who_asks_and_asks_few_at_a_time(store: Path) -> None:
    with serving(judge=lambda query: Fault(pause=0.05)) as asked:
        link(store, asked.url, "--kind", "place", "--jobs", "3", "--contact", "jane@example.org")
    assert {one.startswith("compendium (") and "jane@example.org" in one for one in asked.agents} == {True}
    assert 1 < asked.most_at_once <= 3


def test_a_dry_run_sends_nothing_and_shows_all(store: Path) -> None:
    with serving() as asked:
        done = link(store, asked.url, *REGIMES, "--dry-run")
    assert done.exit_code == 0
    assert asked.queries == []
    assert "regime/mtcr\tMissile Technology Control Regime; MTCR" in done.output


def test_names_that_only_documents_give_are_not_sent(store: Path) -> None:
    with serving() as asked:
        done = link(store, asked.url, "--kind", "person", "--kind", "organization", "--dry-run")
        more = link(
            store, asked.url, "--kind", "person", "--kind", "organization", "--dry-run", "--from-documents"
        )
    assert "organization/" not in done.output
    assert "graph" not in more.output
    assert asked.queries == []


def test_a_reconciliation_service_is_asked_in_its_own_way(store: Path) -> None:
    with serving() as asked:
        url = asked.url.replace("/sparql", "/reconcile")
        done = link(store, url, *REGIMES, "--service", "reconciliation")
    assert done.exit_code == 0, done.output
    row = rows(store)["wikidata:Q900006"]
    assert (row.left, row.score, row.reasons) == ("regime/nsg", "80", "the service gives it 80")
    assert json.loads(asked.queries[0])["q0"]["query"]


@pytest.mark.parametrize(
    "body", [b"[]", b'{"q0": {}}', b'{"q0": {"result": [{"id": 3}]}}', b"nothing", b'{"q0"']
)
def test_a_reconciliation_service_that_answers_otherwise_is_told(store: Path, body: bytes) -> None:
    with serving(*[Fault(body=body)] * 3) as asked:
        done = link(
            store, asked.url.replace("/sparql", "/reconcile"), *REGIMES, "--service", "reconciliation"
        )
    assert done.exit_code == 1
    assert "cut off or damaged" in done.output
    assert rows(store) == {}


def test_wrong_use_is_told(store: Path) -> None:
    assert (
        "links can be asked for of dbpedia, geonames, wikidata" in link(store, "http://x/", target="x").output
    )
    done = run.invoke(app, ["link", "--target", "geonames", "--store", str(store)])
    assert (done.exit_code, "name one with --endpoint URL" in done.output) == (2, True)
    done = run.invoke(app, ["link", "--endpoint", "http://x/", "--store", str(store)])
    assert (done.exit_code, "go with --target" in done.output) == (2, True)
    done = run.invoke(app, ["link", "--store", "no-such.db"])
    assert (done.exit_code, "there is no store" in done.output) == (2, True)


def test_a_table_that_cannot_be_read_is_told_before_anything_is_asked(store: Path) -> None:
    (store / "links").mkdir()
    (store / "links" / "wikidata.tsv").write_text("left\tright\n")
    with serving() as asked:
        done = link(store, asked.url, *REGIMES)
    assert done.exit_code == 2
    assert "no column judgement" in done.output
    assert asked.queries == []
