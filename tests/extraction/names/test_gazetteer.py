"""The gazetteers are complete, well formed and quick to read."""

from pathlib import Path

import pytest

from timeline_app.extraction.names.gazetteer import Known, load_gazetteer
from timeline_app.paths import resources_dir

COLUMNS = {
    "gazetteer/organisations.txt": 4,
    "gazetteer/groups.txt": 3,
    "gazetteer/outlets.txt": 3,
    "en/actors/countries.txt": 6,
    "en/actors/regions.txt": 6,
    "en/actors/peoples.txt": 2,
    "en/actors/cities.txt": 2,
}


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("name", "count"), COLUMNS.items())
def test_every_line_has_its_columns(name: str, count: int) -> None:
    wrong = [row for row in rows(resources_dir() / name) if len(row) != count]
    assert not wrong


@pytest.mark.parametrize("name", [*COLUMNS, "gazetteer/cities.txt"])
def test_every_list_states_where_it_comes_from(name: str) -> None:
    first = (resources_dir() / name).read_text(encoding="utf-8").splitlines()[:2]
    assert first[0].startswith("#")
    assert "ompiled by hand" in " ".join(first) or "Source: GeoNames" in " ".join(first)


def test_country_codes_are_those_of_iso_3166_or_withdrawn() -> None:
    babel = pytest.importorskip("babel")
    known = set(babel.Locale("en").territories) | {"SU", "YU", "CS", "DD"}
    codes = {row[0].strip() for row in rows(resources_dir() / "en/actors/countries.txt")}
    assert codes <= known
    iso = {c for c in babel.Locale("en").territories if len(c) == 2 and c.isalpha()}
    assert len(iso & codes) > 195


@pytest.mark.parametrize(
    ("name", "kind", "means", "country"),
    [
        ("Zaire", Known.STATE, "Democratic Republic of the Congo", "CD"),
        ("Burma", Known.STATE, "Myanmar", "MM"),
        ("Soviet", Known.ADJECTIVE, "Soviet Union", "SU"),
        ("Burkinabe", Known.ADJECTIVE, "Burkina Faso", "BF"),
        ("Saigon", Known.CAPITAL, "Vietnam", "VN"),
        ("Bonn", Known.CAPITAL, "Germany", "DE"),
        ("Foggy Bottom", Known.SEAT, "Foggy Bottom", "US"),
        ("Daesh", Known.GROUP, "Islamic State", None),
        ("OAU", Known.ORGANISATION, "Organization of African Unity", None),
        ("ITAR-TASS", Known.OUTLET, "ITAR-Tass", "RU"),
        ("Poles", Known.PEOPLE, "Poland", "PL"),
    ],
)
def test_names_of_all_decades_are_known(
    name: str, kind: Known, means: str, country: str | None
) -> None:
    entry = load_gazetteer("en").entries[name]
    assert (entry.kind, entry.name, entry.country) == (kind, means, country)


def test_a_language_without_lists_has_no_states_and_fails_nowhere() -> None:
    assert "France" not in load_gazetteer("xx").entries
    assert "Reuters" in load_gazetteer("xx").entries
