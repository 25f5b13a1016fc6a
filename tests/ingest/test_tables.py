"""The tables hold every fact of the shared authority files, leave blank what is blank, and fit together."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ingest.knowledge import Country, Knowledge, Profile
from ingest.tables import knowledge, learn
from ingest.tables.rows import TableError
from tests.shared import shared

KNOWN = knowledge()
HERE = Path(__file__).parents[2] / "ingest"
REGIMES = {
    "mtcr": "mtcr_plenaries.csv",
    "nsg": "nsg_plenaries.csv",
    "australia-group": "australia_group_plenaries.csv",
    "wassenaar": "wassenaar_plenaries.csv",
}


def facts(name: str) -> list[dict[str, str]]:
    with (shared("authority") / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def regime(identifier: str, of: Knowledge = KNOWN) -> Profile:
    [found] = [one for one in of.profiles if one.id == identifier]
    return found


def number(cell: str) -> int | None:
    return int(cell) if cell.isdecimal() else None


def several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def test_the_posts_of_the_shared_file_are_among_those_known() -> None:
    known = {post.glued: post for post in KNOWN.posts}
    for row in facts("posts.csv"):
        post = known[row["glued_id_form"]]
        assert post.name == row["post"]
        assert (post.city or "", post.country or "", post.iso3 or "") == (
            row["city"],
            row["country"],
            row["iso3"],
        )
        assert (post.kind or "", post.source or "", post.notes or "") == (
            row["post_type"],
            row["source_url"],
            row["notes"],
        )
        assert post.routing == several(row["routing_indicator"])
        assert post.aliases == several(row["aliases"])


def test_every_post_has_a_name_of_its_own_and_a_source() -> None:
    assert len({post.glued for post in KNOWN.posts}) == len(KNOWN.posts)
    assert [post.name for post in KNOWN.posts if not post.source] == []


def test_tags_are_those_of_the_shared_file() -> None:
    for row, tag in zip(facts("tags.csv"), KNOWN.tags.values(), strict=True):
        assert (tag.code, tag.kind, tag.source or "") == (row["tag"], row["kind"], row["source_url"])
        assert ((tag.iso3 if tag.kind == "geo" else tag.meaning) or "") == row["meaning"]
        doubted = any(word in row["notes"] for word in ("unverified", "inferred", "derived"))
        assert tag.verified is not doubted
        assert not doubted or tag.notes


@pytest.mark.parametrize(
    ("name", "columns"),
    [("markings", ("marking", "kind", "meaning")), ("precedence", ("code", "name", "rank", "meaning"))],
)
def test_every_row_of_a_small_table_is_carried_over(name: str, columns: tuple[str, ...]) -> None:
    with (HERE / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        ours = list(csv.DictReader(lines))
    for row, mine in zip(facts(f"{name}.csv"), ours, strict=True):
        assert [mine["name" if column == "marking" else column] for column in columns] == [
            row[column] for column in columns
        ]


def test_marking_levels_are_those_of_the_shared_file() -> None:
    for row, marking in zip(facts("markings.csv"), KNOWN.markings, strict=True):
        assert marking.level == number(row["level_or_effect"])


def test_two_precedences_are_not_one() -> None:
    assert KNOWN.precedence["O"] == "IMMEDIATE"
    assert "O P" not in KNOWN.precedence


CELLS = {
    "number": "ordinal",
    "year": "year",
    "city": "place",
    "host_iso3": "country",
    "start_date": "start",
    "end_date": "end",
    "chair_country": "chair_country",
    "press_statement_url": "statement",
    "source_url": "source",
}


@pytest.mark.parametrize(("identifier", "name"), REGIMES.items())
def test_plenaries_of_the_shared_file_are_among_those_known(identifier: str, name: str) -> None:
    ours = list(regime(identifier).plenaries)
    for row in facts(name):
        alike = [one for one in ours if all(row[k] == str(getattr(one, v) or "") for k, v in CELLS.items())]
        plenary = next(one for one in alike if one.chairs == several(row["chair_person"]))
        assert bool(plenary.key_decisions) == bool(row["key_decisions"])
        assert bool(plenary.notes) == bool(row["notes"])


@pytest.mark.parametrize("identifier", [one.id for one in KNOWN.profiles])
def test_every_plenary_and_every_partner_has_a_source(identifier: str) -> None:
    profile = regime(identifier)
    listed = [
        one for one in profile.plenaries if one.year is not None and "implied by num" not in (one.notes or "")
    ]
    assert [one.id for one in listed if not (one.source or one.statement)] == []
    assert [one.iso3 for one in profile.partners if not one.source] == []
    assert all((one.year_source is not None) or one.since is None for one in profile.partners)


def test_partners_are_those_of_the_shared_file() -> None:
    for row, partner in zip(facts("mtcr_partners.csv"), regime("mtcr").partners, strict=True):
        assert (partner.label, partner.iso3, partner.since) == (
            row["country"],
            row["iso3"],
            number(row["join_year"]),
        )
        assert (partner.source or "", partner.year_source or "", partner.notes or "") == (
            row["source_url"],
            row["year_list_url"],
            row["notes"],
        )


def test_every_type_of_meeting_is_a_series_or_told_in_the_notes_of_one() -> None:
    series = regime("mtcr").series
    said = {one.meaning for one in series} | {
        note for one in series for note in re.split("; ", one.notes or "")
    }
    for row in facts("mtcr_meeting_types.csv"):
        meaning = re.sub("in the seed", "in a telegram of 2008", row["what_it_is"])
        assert any(one and meaning.split(";")[0] in one for one in said), row["code"]


def test_no_table_points_at_a_file_that_readers_do_not_have() -> None:
    for table in sorted(HERE.glob("tables/*.csv")) + sorted(HERE.glob("profiles/*/*.csv")):
        assert not re.search(r"corpora\.md|seed|\.txt\b(?<!tags\.txt)", table.read_text(encoding="utf-8")), (
            table
        )


def test_series_are_named_as_the_claims_name_them() -> None:
    ids = {one.id for one in regime("mtcr").series}
    assert ids >= {"Plenary", "RPOC", "POC", "TEM", "LEEM", "IE", "SmallGroup"}
    assert "ConsultativeGroup" in {one.id for one in regime("nsg").series}
    assert [one.id for one in regime("mtcr").series if not one.is_meeting] == [
        "ChairOutreach",
        "Intersessional",
        "EPOC",
    ]


def test_an_id_names_one_thing() -> None:
    for profile in KNOWN.profiles:
        for things in (profile.series, profile.plenaries, profile.topics, profile.works):
            assert len({one.id for one in things}) == len(things)
        own = [one.id for things in (profile.plenaries, profile.topics, profile.works) for one in things]
        assert all(one.startswith(profile.id + "-") for one in own)
        assert all(
            one.part_of is None or one.part_of in {s.id for s in profile.series} for one in profile.series
        )
    assert len({post.glued for post in KNOWN.posts}) == len(KNOWN.posts)
    assert [one.id for one in KNOWN.profiles if one.default] == ["mtcr"]


def test_ids_of_plenaries_say_when_and_where() -> None:
    ids = {one.id for profile in KNOWN.profiles for one in profile.plenaries}
    assert ids >= {
        "mtcr-plenary-2003-buenos-aires",
        "mtcr-plenary-1991-washington-dc",
        "mtcr-plenary-1993-canberra",
        "mtcr-plenary-1993-interlaken",
        "mtcr-plenary-no-2",
        "nsg-plenary-2018",
        "wassenaar-plenary-1999",
    }


def test_longer_wordings_come_first() -> None:
    for profile in KNOWN.profiles:
        for words in (
            *(one.names for one in profile.series),
            *(one.words for one in profile.topics),
            *(one.names for one in profile.works),
        ):
            assert list(words) == sorted(words, key=len, reverse=True)
            assert words


def test_countries_are_all_of_iso_3166() -> None:
    sources = Counter(one.source for one in KNOWN.countries.values())
    assert sources["ISO 3166-1"] == 249
    assert all(re.fullmatch("[A-Z]{3}", code) for code in KNOWN.countries)
    former = {code for code, one in KNOWN.countries.items() if one.source == "ISO 3166-3"}
    assert former == {code for code, one in KNOWN.countries.items() if one.until is not None}


def test_every_code_in_use_is_a_country() -> None:
    codes = {post.iso3 for post in KNOWN.posts} | {tag.iso3 for tag in KNOWN.tags.values()}
    for profile in KNOWN.profiles:
        codes |= {one.country for one in profile.plenaries} | {one.iso3 for one in profile.partners}
    assert codes - {None} <= set(KNOWN.countries)


def test_a_word_that_two_countries_share_is_marked_in_both() -> None:
    users: dict[str, list[Country]] = {}
    for country in KNOWN.countries.values():
        for word in dict.fromkeys((*country.names, *country.adjectives, *country.seats)):
            users.setdefault(word, []).append(country)
    unmarked = {
        word: [one.iso3 for one in sharing]
        for word, sharing in users.items()
        if len(sharing) > 1 and any(word not in one.ambiguous for one in sharing)
    }
    assert unmarked == {}


def test_only_words_of_a_country_are_ambiguous() -> None:
    for country in KNOWN.countries.values():
        assert set(country.ambiguous) <= {*country.names, *country.adjectives, *country.seats}


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("U.S.", "USA"),
        ("USG", "USA"),
        ("HMG", "GBR"),
        ("PRC", "CHN"),
        ("DPRK", "PRK"),
        ("ROK", "KOR"),
        ("FRG", "DEU"),
        ("GDR", "DDR"),
        ("USSR", "SUN"),
        ("Czechia", "CZE"),
        ("Cote d'Ivoire", "CIV"),
    ],
)
def test_cables_call_countries_by_these_names(word: str, code: str) -> None:
    assert word in KNOWN.countries[code].names


def test_dates_are_dates_and_end_after_they_start() -> None:
    for plenary in (one for profile in KNOWN.profiles for one in profile.plenaries):
        start, end = (
            None if day is None else date.fromisoformat(day) for day in (plenary.start, plenary.end)
        )
        assert start is None or end is None or start <= end
        assert all(day is None or day.year == plenary.year for day in (start, end))


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[str, str, str], None]:
    """Copies the tables, changes one of them, and reads them."""

    def changed(table: str, old: str, new: str) -> None:
        for source in [*HERE.glob("tables/*.csv"), *HERE.glob("profiles/*/*")]:
            target = tmp_path / source.relative_to(HERE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
        path = tmp_path / table
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        learn(tmp_path / "tables", tmp_path / "profiles")

    return changed


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        ("tables/tags.csv", ",yes,", ",maybe,", r"tags.csv, line 2: column 'verified' must be yes or no"),
        (
            "tables/posts.csv",
            "ABIDJAN,ABIDJAN",
            ",ABIDJAN",
            r"posts.csv, line 2: column 'name' must not be blank",
        ),
        ("tables/countries.csv", "iso3,label", "code,label", r"countries.csv: no column iso3"),
        ("tables/countries.csv", "\nAFG", "\nABW", r"countries.csv, line 3: 'ABW' has a row already"),
        (
            "profiles/mtcr/plenaries.csv",
            ",1988,",
            ",MCM,",
            r"plenaries.csv, line 2: column 'year' must be a whole",
        ),
        (
            "profiles/mtcr/series.csv",
            "\nPlenary",
            "\nPlenum",
            r"mtcr: plenaries.csv has rows, but series.csv has",
        ),
        ("profiles/mtcr/series.csv", "\nTEM", "\nIE", r"mtcr: 'IE' has 2 rows"),
        ("profiles/nsg/series.csv", ",Plenary,yes", ",Plenum,yes", r"is part of 'Plenum', which has no row"),
        ("profiles/mtcr/profile.toml", "default = true", "", r"mtcr/profile.toml: 'default' must be there"),
    ],
)
def test_a_table_that_cannot_be_used_says_where(
    copy: Callable[[str, str, str], None], table: str, old: str, new: str, message: str
) -> None:
    with pytest.raises(TableError, match=message):
        copy(table, old, new)
