"""Extraction stays at least as good as the floors say, on each part of the project's own gold."""

import json
import tomllib
from pathlib import Path

import pytest
from quality.consolidation import happenings, reports_by_event, score_merging
from quality.scoring import FOLDERS, Figures, score_folder

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=FOLDERS)
def scored(request: pytest.FixtureRequest) -> tuple[str, Figures]:
    return request.param, score_folder(HERE / request.param)


def test_figures_reach_their_floors(scored: tuple[str, Figures]) -> None:
    folder, figures = scored
    low = {
        name: (round(getattr(figures, name), 3), floor)
        for name, floor in FLOORS[folder].items()
        if getattr(figures, name) < floor
    }
    assert not low, f"figure below its floor in {folder}: {low}"


def test_merging_across_the_samples_reaches_its_floors(tmp_path: Path) -> None:
    merging = score_merging(reports_by_event(tmp_path))
    assert merging.precision >= FLOORS["merging"]["precision"], merging.wrong
    assert merging.recall >= FLOORS["merging"]["recall"], merging.missed


def test_happenings_told_by_several_samples_name_gold_events_that_exist() -> None:
    gold = {
        (path.stem, event["id"]): event
        for path in (HERE / "seeds").glob("*.json")
        for event in json.loads(path.read_text(encoding="utf-8"))["events"]
    }
    assert happenings().keys() <= gold.keys()
    names = set(happenings().values())
    for name in names:
        articles = {article for (article, _), known in happenings().items() if known == name}
        assert len(articles) > 1, name
