"""`timeline-app export` writes the chosen format and names what it leaves out."""

import json
from pathlib import Path

import builders
import pytest

from timeline_app.cli.main import run
from timeline_app.storage.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a library with a dated and an undated event."""
    path = tmp_path / "a.tlib"
    with Library.open(path) as opened:
        dated = builders.mention("e1", time=builders.day(2015, 11, 24))
        undated = builders.mention("e2", title="Allies discuss aid", trigger=(13, 18))
        opened.add(builders.extraction(dated, undated))
    return path


def test_the_file_name_tells_the_format(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert run(["export", "--library", str(library), "-o", str(target)]) == 0
    entries = json.loads(target.read_text())["entries"]
    assert [entry["edtf"] for entry in entries] == ["2015-11-24", ""]


def test_what_is_left_out_is_named(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--library", str(library), "-o", str(tmp_path / "out.ics")]) == 0
    said = capsys.readouterr().err
    assert "Left out: Allies discuss aid: it has no date" in said
    assert "1 of 2 events" in said


def test_an_unknown_suffix_is_wrong_usage(library: Path, tmp_path: Path) -> None:
    assert run(["export", "--library", str(library), "-o", str(tmp_path / "out.what")]) == 2


def test_a_query_narrows_the_export(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    status = run(["export", "--library", str(library), "--query", "aid", "-o", str(target)])
    assert status == 0
    entries = json.loads(target.read_text())["entries"]
    assert [entry["event"]["title"] for entry in entries] == ["Allies discuss aid"]
