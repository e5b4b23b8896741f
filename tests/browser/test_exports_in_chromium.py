"""Exports are opened, clicked and read in Chromium, with the programs that they are made for."""

import json
from html import escape
from pathlib import Path

import pytest
from browser import chronologies
from browser.conftest import Browse

from timeline_app.operations.writers.registry import writer_for

pytestmark = pytest.mark.browser
VIS = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{modules}/vis-timeline/\
styles/vis-timeline-graph2d.min.css"><div id="timeline"></div>
<script src="{modules}/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<script>const told = {told};
window.timeline = new vis.Timeline(document.getElementById("timeline"), new vis.DataSet(told.items),
  new vis.DataSet(told.groups), {{start: "2015-10-15", end: "2015-12-15"}});</script>"""
TIMELINEJS = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{modules}/\
@knight-lab/timelinejs/dist/css/timeline.css"><div id="timeline" style="height: 600px"></div>
<script src="{modules}/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<script>const told = {told};
window.timeline = new TL.Timeline("timeline", told, {{font: null}});</script>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return the interactive page of the chronology."""
    target = tmp_path / "chronology.html"
    target.write_bytes(writer_for("html").write(chronologies.chronology(tmp_path)).content)
    return target


def test_the_page_is_searched_zoomed_and_clicked_without_a_network(
    browse: Browse, page: Path
) -> None:
    seen = browse(page, "readPage")
    assert not seen["errors"] and not seen["requests"] and not seen["dialogs"]
    result = seen["result"]
    assert result["listed"] == 33
    assert result["found"] == ["Talks in Vienna"]
    assert result["focused"] == result["clicked"] and result["isOpen"]


def test_one_event_centuries_away_does_not_squeeze_the_others(browse: Browse, page: Path) -> None:
    result = browse(page, "readPage")["result"]
    assert result["window"].startswith("2015-")
    assert result["all"].startswith("18")
    assert result["bars"] > 20


def test_the_page_is_used_by_keyboard(browse: Browse, page: Path) -> None:
    result = browse(page, "useKeys")["result"]
    assert result["begin"] != result["zoomed"]
    assert (result["first"], result["second"]) == ("e1", "e2")


def test_the_page_names_its_parts_for_a_screen_reader(browse: Browse, page: Path) -> None:
    result = browse(page, "readAccessibly")["result"]
    assert set(result.values()) == {1}, result


def test_the_page_is_dark_where_the_desktop_is(browse: Browse, page: Path) -> None:
    assert browse(page, "readDark")["result"] == "rgb(23, 26, 32)"


def test_thousands_of_events_stay_quick(browse: Browse, tmp_path: Path) -> None:
    target = tmp_path / "many.html"
    target.write_bytes(writer_for("html").write(chronologies.many(5_000)).content)
    result = browse(target, "timePage")["result"]
    assert result["shown"].endswith("of 5000 events")
    assert 0 < result["bars"] < 5_000
    assert result["filterMs"] < 2_000  # a tenth of this on an idle machine


def test_vis_timeline_draws_the_export(browse: Browse, modules: Path, tmp_path: Path) -> None:
    seen = browse(shown(VIS, "vis", modules, tmp_path), "readVis")
    result = seen["result"]
    assert not seen["errors"] and not seen["requests"] and not seen["dialogs"]
    assert result["scripts"] == 0
    assert any(chronologies.ATTACK in text for text in result["items"])
    month = next(s for s in result["stretches"] if s[0] == "Talks go on")
    days = [timestamp[:10] for timestamp in month[1:]]
    assert days == ["2015-11-01", "2015-12-01"]
    assert {"Meeting", "Attack"} <= set(result["groups"])


def test_timelinejs_shows_the_export(browse: Browse, modules: Path, tmp_path: Path) -> None:
    seen = browse(shown(TIMELINEJS, "timelinejs", modules, tmp_path), "readTimelineJs")
    result = seen["result"]
    assert not seen["dialogs"] and not seen["errors"] and result["scripts"] == 0
    headlines = " | ".join(result["headlines"])
    assert "Talks go on" in headlines and chronologies.ATTACK in headlines
    assert "November 2015" in result["dates"]
    assert result["markers"] == 32


def shown(html: str, key: str, modules: Path, folder: Path) -> Path:
    """Return a page that gives an export to the program it is for."""
    told = json.loads(writer_for(key).write(chronologies.chronology(folder)).content)
    script = json.dumps(told).replace("</", "<\\/").replace("<!--", "<\\u0021--")
    target = folder / "shown.html"
    place = escape(str(modules.resolve()))
    target.write_text(html.format(modules=f"file://{place}", told=script), encoding="utf-8")
    return target
