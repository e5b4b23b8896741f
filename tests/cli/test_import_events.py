"""`timeline-app import` takes other programs' events as events made by hand."""

import json
from pathlib import Path

import pytest

from timeline_app.cli.main import run
from timeline_app.storage.library import Library

CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20151101T000000Z\r\nSUMMARY:Talks\r\nDTSTART;VALUE=DATE:20151124\r\n"
    "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20151101T000000Z\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


def test_events_come_in_once_and_go_out_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library, calendar = tmp_path / "a.tlib", tmp_path / "a.ics"
    calendar.write_bytes(CALENDAR.encode())
    assert run(["import", "--library", str(library), str(calendar)]) == 0
    said = capsys.readouterr()
    assert "1 event added" in said.out and "entry 2: it has no title" in said.err
    assert run(["import", "--library", str(library), str(calendar)]) == 0
    assert "0 events added" in capsys.readouterr().out
    target = tmp_path / "out.json"
    assert run(["export", "--library", str(library), "-o", str(target)]) == 0
    (entry,) = json.loads(target.read_text())["entries"]
    assert (entry["event"]["title"], entry["edtf"]) == ("Talks", "2015-11-24")


def test_articles_and_events_come_in_together(tmp_path: Path) -> None:
    calendar, article = tmp_path / "a.ics", tmp_path / "b.txt"
    calendar.write_bytes(CALENDAR.encode())
    article.write_text("2015-11-26\n\nHollande met Obama on Tuesday.\n")
    library = tmp_path / "a.tlib"
    run(["import", "--library", str(library), "--jobs", "1", str(calendar), str(article)])
    with Library.open(library) as opened:
        titles = opened.titles([int(i) for i in opened.columns().ids])
        assert "Talks" in titles and len(opened.documents()) == 1


def test_a_damaged_file_of_events_fails_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.timeline"
    bad.write_text("<timeline><events>")
    good = tmp_path / "a.ics"
    good.write_bytes(CALENDAR.encode())
    assert run(["import", "--library", str(tmp_path / "a.tlib"), str(bad), str(good)]) == 1
    said = capsys.readouterr()
    assert "bad.timeline" in said.err and "1 event added" in said.out
