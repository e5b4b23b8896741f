"""Extraction stays at least as good as the floors say, on each part of the project's own gold."""

import tomllib
from pathlib import Path

import pytest
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
