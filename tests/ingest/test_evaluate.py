"""The scorer against pairs small enough to count by hand."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ingest.evaluate import Score, Tally, changes, from_json, page, score, to_json
from ingest.evaluate.gold import GoldError, find_document, read_gold
from ingest.evaluate.run import evaluate
from ingest.evaluate.tally import Agreement, Count
from tests.ingest.perfect import perfect
from tests.shared import shared

GOLDS = sorted((Path(__file__).parents[2] / "examples" / "gold").glob("*.yaml"))

GOLD: Mapping[str, Any] = {
    "document": {"id": "2008STATE900001", "classification": "CONFIDENTIAL", "tags": ["PARM", "MTCRE"]},
    "references": [
        {"label": "A", "type": "cable", "target": "2008STATE900002", "caption": "IE"},
        {"label": "B", "type": "email", "parties": ["DOE", "ROE"], "date": "2008-02-21"},
    ],
    "citations": [{"passage": "2", "label": "A", "count": 2}, {"passage": "3.B", "label": "B", "count": 1}],
    "passages": [
        {"number": "1", "marking": "C"},
        {"number": "2", "inferred": True, "heading": "lost", "bullets": 2},
        {"number": "3", "marking": "SBU", "heading": "Export Controls", "parts": ["A", "B"]},
    ],
    "meetings": [
        {"id": "mtcr-plenary-2003-buenos-aires", "series": "Plenary", "year": 2003, "passages": ["3.A"]},
        {"series": "IE", "optional": True, "passages": ["2"]},
    ],
    "decisions": [
        {
            "id": "reports",
            "adopted_at": "mtcr-plenary-2003-buenos-aires",
            "year": 2003,
            "about": "voluntary reports",
            "passages": ["3.A"],
        }
    ],
    "proposals": [{"id": "end-use", "proponents": ["DEU"], "about": "end use controls", "passages": ["3.B"]}],
    "countries_mentioned": {"USA": True, "DEU": ["3.B"]},
    "directives": [
        {
            "passage": "2",
            "modality": "should",
            "act": "seek",
            "condition": "if asked",
            "depends_on": ["REF-B"],
        },
        {"passage": "3.A", "modality": "should", "act": "urge", "depends_on": ["reports"]},
        {"passage": "3.B", "modality": "may", "act": "support", "depends_on": ["end-use", "REF-A"]},
    ],
    "positions": [{"holder": "DEU", "stance": "seeks", "towards": "end use controls", "passage": "3.B"}],
    "implementations": [{"implementer": "USA", "implements": "reports", "due": "2008-05", "passage": "3.A"}],
}


def tally(kind: str, found: Mapping[str, Any], gold: Mapping[str, Any] = GOLD) -> Tally:
    return next(tally for tally in score(gold, found).tallies if tally.kind == kind)


def perfected() -> dict[str, Any]:
    """What a flawless reader finds, under identifiers of its own."""
    found = perfect(deepcopy(GOLD))
    found["references"][1]["target"] = "email-2008-02-21-doe-roe"
    found["decisions"][0]["id"], found["proposals"][0]["id"] = "d-1", "p-1"
    found["implementations"][0] = found["implementations"][0] | {"implements": "d-1"}
    targets = (["email-2008-02-21-doe-roe"], ["d-1"], ["p-1", "2008STATE900002"])
    for row, on in zip(found["directives"], targets, strict=True):
        row["depends_on"] = on
    return found


def test_a_flawless_extraction_is_all_right() -> None:
    for one in score(GOLD, perfected()).tallies:
        assert one.strict.right == one.strict.gold == one.strict.found, one
        assert one.lenient == one.strict


def test_nothing_found_is_nothing_right_and_nothing_false() -> None:
    for one in score(GOLD, {}).tallies:
        assert one.strict.found == one.strict.right == 0
        assert all(case.status == "missed" for case in one.cases)


def _set(key: str, at: int, **values: object) -> Callable[[dict[str, Any]], None]:
    return lambda found: found[key][at].update(values)


@pytest.mark.parametrize(
    ("kind", "spoil", "right", "lenient"),
    [
        ("header", lambda f: f["document"].update(classification="SECRET"), 3, 3),
        ("header", lambda f: f["document"].update(tags=["PARM"]), 3, 3),
        ("references", _set("references", 0, caption=None), 1, 2),
        ("references", _set("references", 0, type="memo"), 1, 1),
        ("references", _set("references", 1, parties=["DOE"]), 1, 2),
        ("citations", _set("citations", 2, passage="3.A"), 2, 3),
        ("citations", _set("citations", 2, passage="1"), 2, 2),
        ("passages", _set("passages", 1, marking="C"), 6, 7),
        ("passages", _set("passages", 1, number_status="stated"), 6, 7),
        ("passages", _set("passages", 0, number="11"), 6, 6),
        ("passages", _set("passages", 0, number_status="inferred"), 6, 7),
        ("headings", _set("passages", 4, heading="Export Controls ///"), 0, 1),
        ("meetings", _set("meetings", 0, passages=["3.A", "1"]), 0, 1),
        ("meetings", _set("meetings", 0, id="mtcr-plenary-2004-seoul", year=2004), 0, 0),
        ("meetings", _set("meetings", 0, intersessional=True), 0, 1),
        ("decisions", _set("decisions", 0, year=2004), 0, 0),
        ("decisions", _set("decisions", 0, generic=True), 0, 1),
        ("decisions", _set("decisions", 0, passages=["1"]), 0, 0),
        ("proposals", _set("proposals", 0, proponents=[]), 0, 1),
        ("countries", _set("countries", 1, passages=["3.A"]), 1, 2),
        ("countries", _set("countries", 1, iso3="FRA"), 1, 1),
        ("directives", _set("directives", 1, modality="may"), 2, 3),
        ("directives", _set("directives", 1, modality="should-not"), 2, 2),
        ("directives", _set("directives", 1, act="note"), 2, 2),
        ("conditions", _set("directives", 0, condition=None), 0, 0),
        ("conditions", _set("directives", 0, condition="as appropriate"), 0, 0),
        ("dependence", _set("directives", 1, depends_on=[]), 3, 3),
        ("dependence", _set("directives", 2, depends_on=["d-1", "2008STATE900002"]), 3, 3),
        ("positions", _set("positions", 0, stance="supports"), 0, 1),
        ("positions", _set("positions", 0, stance="opposes"), 0, 0),
        ("positions", _set("positions", 0, towards="membership of China"), 0, 1),
        ("implementations", _set("implementations", 0, due="2008-06"), 0, 1),
        ("implementations", _set("implementations", 0, implements=None), 0, 1),
    ],
)
def test_one_thing_wrong_lowers_its_kind(
    kind: str, spoil: Callable[[dict[str, Any]], None], right: int, lenient: int
) -> None:
    found = perfected()
    spoil(found)
    spoiled = tally(kind, found)
    assert (spoiled.strict.right, spoiled.lenient.right) == (right, lenient)
    assert (spoiled.strict.f1 or 0.0) < 1


@pytest.mark.parametrize(
    ("kind", "key", "extra"),
    [
        ("references", "references", {"label": "C", "type": "cable", "target": "2008STATE9"}),
        ("citations", "citations", {"passage": "2", "label": "A"}),
        ("passages", "passages", {"number": "4", "number_status": "stated"}),
        ("headings", "passages", {"number": "2", "number_status": "stated", "heading": "#"}),
        ("meetings", "meetings", {"id": "x", "series": "TEM", "year": 2008, "passages": ["2"]}),
        ("decisions", "decisions", {"id": "x", "about": "reports", "year": 1994, "passages": ["3.A"]}),
        ("proposals", "proposals", {"id": "x", "about": "brokering", "passages": ["2"]}),
        ("countries", "countries", {"iso3": "IRN", "passages": ["2"]}),
        ("directives", "directives", {"passage": "2", "modality": "should", "act": "seek"}),
        ("conditions", "directives", {"passage": "1", "modality": "may", "act": "go", "condition": "if so"}),
        ("dependence", "directives", {"passage": "1", "modality": "may", "act": "go", "depends_on": ["d-1"]}),
        ("positions", "positions", {"holder": "DEU", "stance": "opposes", "passage": "2"}),
        ("implementations", "implementations", {"implementer": "FRA", "passage": "3.A"}),
    ],
)
def test_one_thing_too_many_is_false(kind: str, key: str, extra: dict[str, Any]) -> None:
    found = perfected()
    found[key].append(extra)
    before, after = tally(kind, perfected()), tally(kind, found)
    assert after.strict == Count(before.strict.gold, before.strict.found + 1, before.strict.right)
    assert [case.status for case in after.cases].count("false") == 1


def test_an_optional_item_is_excused_either_way() -> None:
    without = perfected()
    del without["meetings"][1]
    assert tally("meetings", without).strict == tally("meetings", perfected()).strict == Count(1, 1, 1)


def test_a_second_item_of_the_kind_that_is_optional_is_false() -> None:
    found = perfected()
    found["meetings"].append(found["meetings"][1])
    assert tally("meetings", found).strict == Count(1, 2, 1)


def test_one_found_item_answers_one_of_the_gold_only() -> None:
    gold = {"document": {"id": "x"}, "directives": [GOLD["directives"][1], GOLD["directives"][1]]}
    found = {"directives": [dict(GOLD["directives"][1])]}
    assert tally("directives", found, gold).strict == Count(2, 1, 1)


def test_bullets_fold_into_the_paragraph_that_the_gold_gives() -> None:
    found = perfected()
    found["directives"][0]["passage"] = "2.2"
    found["citations"][0]["passage"] = "2.1"
    assert tally("directives", found).strict.right == 3
    assert tally("citations", found).strict.right == 3


def test_a_kind_that_the_gold_does_not_cover_is_not_scored() -> None:
    kinds = [one.kind for one in score({"document": {"id": "x"}}, perfected()).tallies]
    assert kinds == ["header"]


def test_the_best_assignment_is_not_the_first_come() -> None:
    # the first of the gold could take either of the two found; the second only one of them
    gold = {
        "document": {"id": "x"},
        "positions": [
            {"holder": "TUR", "stance": "opposes", "passage": "1"},
            {"holder": "TUR", "stance": "opposes", "towards": "brokering", "passage": "1"},
        ],
    }
    rows = [
        {"holder": "TUR", "stance": "opposes", "towards": "brokering", "passage": "1"},
        {"holder": "TUR", "stance": "opposes", "towards": "membership", "passage": "1"},
    ]
    for found in (rows, rows[::-1]):
        assert tally("positions", {"positions": found}, gold).strict == Count(2, 2, 2)


def test_a_pronoun_is_not_towards_something_else() -> None:
    found = perfected()
    found["positions"][0]["towards"] = "it"
    assert tally("positions", found).strict == Count(1, 1, 1)


def test_gains_and_losses_are_told_case_by_case() -> None:
    worse, better = perfected(), perfected()
    worse["directives"][1]["act"] = "note"
    better["meetings"].append({"id": "x", "series": "TEM", "year": 2008, "passages": ["2"]})
    told = changes([score(GOLD, worse)], [score(GOLD, better)])
    assert [(one.kind, one.label, one.before, one.after) for one in told if not one.better] == [
        ("meetings", "x", "absent", "false")
    ]
    assert [(one.kind, one.label, one.before, one.after) for one in told if one.kind == "directives"] == [
        ("directives", "should note", "false", "absent"),
        ("directives", "should urge", "missed", "right"),
    ]


def test_scores_survive_being_written_down() -> None:
    one = score(GOLD, perfected())
    assert from_json(to_json([one])) == (one,)
    with pytest.raises(GoldError, match="format 6"):
        from_json({"documents": {}})


def test_the_page_tells_specimens_from_real_documents() -> None:
    real = score(GOLD, perfected())
    specimen = Score("2008STATE900009", real.tallies, specimen=True)
    text = page([specimen, real])
    assert "### 2008STATE900001" in text.split("specimens together")[0]
    assert "| 2008STATE900009 |" in text.split("## Each specimen")[1]


def test_what_is_missed_in_documents_held_out_is_written_nowhere() -> None:
    unseen = {**GOLD, "held_out": "set-apart", "specimen": True}
    worse, better = score(unseen, {}), score(unseen, perfected())
    assert "voluntary reports" not in str(to_json([worse]))
    assert from_json(to_json([worse]))[0].tallies[0].strict == worse.tallies[0].strict
    told = changes(from_json(to_json([worse])), [better])
    assert {one.label for one in told} == {"held out"} and all(one.better for one in told)
    assert ("decisions", "1 gold, 0 found, 0 right", "1 gold, 1 found, 1 right") in {
        (one.kind, one.before, one.after) for one in told
    }
    text = page([worse])
    assert "they lie in `tests/gold/set-apart`" in text and "voluntary reports" not in text


def test_each_set_that_is_held_out_has_a_section() -> None:
    first, second = (score({**GOLD, "held_out": name}, {}) for name in ("one", "other"))
    text = page([first, replace(second, document="2008STATE900002")])
    assert "tests/gold/one" in text.split("## 1 documents held out")[1]
    assert "| 2008STATE900002 |" in text.split("## 1 documents held out")[2]


def test_a_set_that_rules_are_mended_on_has_a_section_and_its_misses_are_listed() -> None:
    worse = score({**GOLD, "mended_on": "workshop", "specimen": True}, {})
    text = page(from_json(to_json([worse])))
    assert "They lie in `tests/gold/workshop`" in text and "specimens together" not in text
    assert "voluntary reports" in text.split("## What is not right")[1]


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_every_gold_of_a_specimen_is_met_by_what_it_asks_for(path: Path) -> None:
    gold = read_gold(path)
    for one in evaluate(path, extract=lambda _: perfect(gold)).tallies:
        assert one.strict.right == one.strict.gold, (one, one.cases)


def test_the_gold_of_the_real_telegram_is_met_by_what_it_asks_for() -> None:
    path = shared("gold/2008STATE34976.yaml")
    gold = read_gold(path)
    tallies = {one.kind: one for one in score(gold, perfect(gold)).tallies}
    assert "positions" not in tallies
    assert tallies["directives"].strict == Count(48, 48, 48)
    assert tallies["citations"].strict == Count(7, 7, 7)
    assert tallies["implementations"].strict == Count(1, 1, 1)
    for one in tallies.values():
        assert one.strict.right == one.strict.gold, (one, one.cases)
    assert find_document(path, "2008STATE34976").name == "2008STATE34976.md"


def test_a_document_that_is_not_there_is_named_with_the_places_searched(tmp_path: Path) -> None:
    gold = tmp_path / "x.yaml"
    gold.write_text("document: {id: 2008STATE900099}\n")
    with pytest.raises(GoldError, match=r"no document 2008STATE900099 .* searched .*seeds"):
        evaluate(gold, extract=lambda _: {})


def test_a_file_that_is_no_gold_is_refused(tmp_path: Path) -> None:
    gold = tmp_path / "x.yaml"
    gold.write_text("- a\n- b\n")
    with pytest.raises(GoldError, match="no gold"):
        read_gold(gold)


def test_each_rule_has_its_own_figures_and_what_the_gold_excuses_counts_for_none() -> None:
    gold = {
        "positions": [
            {"holder": "TUR", "stance": "opposes", "passage": "2"},
            {"holder": "FRA", "stance": "supports", "passage": "2", "optional": True},
        ]
    }
    found = [
        {"holder": "TUR", "stance": "questions", "passage": "2", "rule": "judged"},
        {"holder": "FRA", "stance": "supports", "passage": "2", "rule": "said"},
        {"holder": "USA", "stance": "seeks", "passage": "3", "rule": "said"},
    ]
    one = score(gold, {"positions": found})
    assert [(rule.rule, rule.found, rule.right) for rule in one.tallies[0].rules] == [
        ("judged", 1, 0),
        ("said", 1, 0),
    ]
    assert [(agreed.of, agreed.met, agreed.same) for agreed in one.agreements] == [("stance", 1, 0)]


def test_the_modality_is_compared_where_the_act_was_found() -> None:
    one = {"passage": "7", "act": "accept", "modality": "may"}
    gold = {"directives": [one, one | {"act": "support"}]}
    found = {"directives": [one | {"modality": "shall"}, one | {"act": "oppose"}]}
    assert score(gold, found).agreements[0] == Agreement("modality", 1, 0)
