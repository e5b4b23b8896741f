"""`timeline-app export` writes the chosen format and names what it leaves out."""

import json
from pathlib import Path

import builders
import pytest

from timeline_app.annotation.event import EventId
from timeline_app.cli.main import run
from timeline_app.operations.edits import Reject
from timeline_app.operations.writers.chronology import Writer
from timeline_app.operations.writers.registry import WRITERS
from timeline_app.storage.library import Library

HOLDS_A_CLOCK = ("xlsx", "docx")


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


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.key)
def test_every_format_is_written_by_its_key_and_by_its_suffix(
    writer: Writer, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_key, by_name = tmp_path / "out", tmp_path / f"out{writer.suffix}"
    told = ["export", "--library", str(library)]
    assert run([*told, "--format", writer.key, "-o", str(by_key)]) == 0
    assert run([*told, "-o", str(by_name)]) == 0
    assert by_key.stat().st_size > 0
    if writer.key not in HOLDS_A_CLOCK:
        assert by_key.read_bytes() == by_name.read_bytes()
    capsys.readouterr()
    run(["export", "--help"])
    assert writer.key in capsys.readouterr().out


def test_events_are_chosen_by_number(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with Library.open(library) as opened:
        number = str(opened.columns().ids[0])
    told = ["export", "--library", str(library), "-o", str(target)]
    assert run([*told, "--event", number]) == 0
    assert [json.loads(line)["event"]["id"] for line in target.read_text().splitlines()] == [
        int(number)
    ]
    assert run([*told, "--event", "999"]) == 2


def test_a_rejected_event_is_left_out_and_named(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(library) as opened:
        opened.apply(Reject(event_ids=(EventId(int(opened.columns().ids[0])),)))
    target = tmp_path / "out.json"
    assert run(["export", "--library", str(library), "-o", str(target)]) == 0
    assert len(json.loads(target.read_text())["entries"]) == 1
    assert "it is rejected" in capsys.readouterr().err
