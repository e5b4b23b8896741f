"""What is drawn is where it should be, on every kind of paper."""

from pathlib import Path

import pytest
from columns import columns_of, titles
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from timeline_app.annotation.event_columns import EventFlag, Grouping
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, Instant, instant
from timeline_app.errors import TimelineError
from timeline_app.gui.theme import Scheme, palette_for, tokens_for
from timeline_app.gui.timeline.legend import Legend
from timeline_app.gui.timeline.look import count_text
from timeline_app.gui.timeline.painter import paint_scene
from timeline_app.gui.timeline.printing import preview_dialog, print_on
from timeline_app.gui.timeline.snapshot import render_sheets, render_snapshot, write_picture
from timeline_app.gui.timeline.view import TimelineView

START = instant(2015, 11, 20)


def picture(view: TimelineView, ratio: float) -> QImage:
    size = view.viewport().size() * ratio
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    paint_scene(painter, view.scene, view.look, view.paint_state())
    painter.end()
    return image


def colours_in(image: QImage, box: QRect, ratio: float) -> set[str]:
    return {
        image.pixelColor(QPoint(x, y)).name()
        for x in range(round(box.left() * ratio), round(box.right() * ratio))
        for y in range(round(box.top() * ratio), round(box.bottom() * ratio))
    }


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_bars_are_drawn_where_the_scene_says(timeline: TimelineView, ratio: float) -> None:
    image = picture(timeline, ratio)
    tokens = timeline.look.tokens
    for row in (0, 4):
        box = timeline.visualRect(timeline.events.index(row, 0))
        seen = colours_in(image, box, ratio)
        assert timeline.look.fills[EventType.MEETING].name() in seen
        assert tokens.event(EventType.MEETING).name() in seen


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_ground_is_clean_where_nothing_is(timeline: TimelineView, ratio: float) -> None:
    image = picture(timeline, ratio)
    corner = QPoint(round(900 * ratio), round((timeline.viewport().height() - 3) * ratio))
    grounds = {timeline.look.tokens.surface.name(), timeline.look.shade.name()}
    assert image.pixelColor(corner).name() in grounds


def test_what_is_planned_is_hollow(timeline: TimelineView) -> None:
    image = picture(timeline, 1.0)
    box = timeline.visualRect(timeline.events.index(1, 0))
    inside = image.pixelColor(box.right() - 8, box.center().y())
    assert inside.name() in {timeline.look.tokens.surface.name(), timeline.look.shade.name()}


def test_the_line_of_today_is_drawn(timeline: TimelineView) -> None:
    x = round(timeline.scene.x_of(START + 5 * DAY_S))
    seen = colours_in(picture(timeline, 1.0), QRect(x - 2, 560, 4, 20), 1.0)
    assert timeline.look.tokens.today.name() in seen


def test_a_dark_palette_makes_a_dark_timeline(timeline: TimelineView) -> None:
    timeline.setPalette(palette_for(Scheme.DARK))
    assert timeline.look.tokens.scheme is Scheme.DARK
    dark = tokens_for(Scheme.DARK).surface.name()
    assert dark in colours_in(picture(timeline, 1.0), QRect(400, 500, 40, 40), 1.0)


def test_every_kind_of_event_can_be_drawn(make_timeline: object, qtbot: QtBot) -> None:
    extents = [
        (START, None), (None, START + DAY_S), (START + 2 * DAY_S, START + 3 * DAY_S),
        *((START + n * DAY_S, START + (n + 9) * DAY_S) for n in range(3, 13)),
    ]  # fmt: skip
    flags = [0, 0, int(EventFlag.DISPUTED), *[int(EventFlag.APPROXIMATE)] * 5, *[0] * 5]
    modalities = [n % len(Modality) for n in range(len(extents))]
    view = make_timeline(
        columns_of(extents, types=[n % 10 for n in range(13)], flags=flags, modalities=modalities,
                   precision=Precision.MONTH)
    )  # fmt: skip
    rival = EventTime(begin=START, end=Instant(START + DAY_S), precision=Precision.DAY)
    open_rival = EventTime(begin=None, end=Instant(START), precision=Precision.DAY)
    view.set_rivals(lambda row: (rival, open_rival))
    view.set_links(lambda row: ((0, 3), (3, 4)))
    view.set_published(Instant(START + DAY_S))
    view.events.set_mask(view.events.mask, hits=view.events.mask)
    view.select_row(3)
    for factor in (1.0, 30.0, 0.01):
        view.zoom_by(factor)
        assert not view.grab().isNull()


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
@pytest.mark.parametrize("dark", [False, True])
def test_a_snapshot_is_written(tmp_path: Path, suffix: str, dark: bool, qtbot: QtBot) -> None:
    path = tmp_path / f"timeline.{suffix}"
    columns = columns_of(
        [(n * DAY_S, (n + 3) * DAY_S) for n in range(30)], types=[n % 4 for n in range(30)]
    )
    render_snapshot(columns, titles, path, width_px=900, grouping=Grouping.TYPE, dark=dark)
    begin = path.read_bytes()[:200]
    assert {"png": b"\x89PNG", "svg": b"<svg", "pdf": b"%PDF"}[suffix] in begin
    if suffix == "png":
        assert QImage(str(path)).width() == 1_800


def test_an_svg_holds_the_titles_as_words_or_outlines(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "timeline.svg"
    render_snapshot(columns_of([(0, DAY_S)]), titles, path)
    assert "Event number 0" in path.read_text(encoding="utf-8")


def test_a_snapshot_of_nothing_is_a_picture_too(tmp_path: Path, qtbot: QtBot) -> None:
    render_snapshot(columns_of([None]), titles, tmp_path / "empty.png")
    assert (tmp_path / "empty.png").exists()


def test_a_snapshot_to_an_unknown_kind_or_place_says_why(tmp_path: Path, qtbot: QtBot) -> None:
    columns = columns_of([(0, DAY_S)])
    with pytest.raises(TimelineError, match=r"\.png, \.svg or \.pdf"):
        render_snapshot(columns, titles, tmp_path / "timeline.bmp")
    for suffix in ("png", "svg", "pdf"):
        with pytest.raises(TimelineError, match="cannot write"):
            render_snapshot(columns, titles, tmp_path / "none" / f"timeline.{suffix}")


def test_what_is_in_view_is_written(timeline: TimelineView, tmp_path: Path) -> None:
    path = tmp_path / "view.png"
    write_picture(path, timeline.scene, timeline.look, timeline.paint_state(), scale=1.0)
    image = QImage(str(path))
    canvas = timeline.scene.canvas
    assert (image.width(), image.height()) == (round(canvas.right), round(canvas.bottom))


def test_all_of_time_is_paged_over_sheets(tmp_path: Path, qtbot: QtBot) -> None:
    columns = columns_of(
        [(n * DAY_S, (n + 1) * DAY_S) for n in range(300)], types=[n % 10 for n in range(300)]
    )
    path = tmp_path / "sheets.pdf"
    count = render_sheets(columns, titles, path, across=3)
    assert count >= 6
    assert count % 3 == 0
    assert path.read_bytes().count(b"/Type /Page\n") == count


def test_what_is_in_view_is_printed(timeline: TimelineView, tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    writer = QPdfWriter(str(path))
    assert print_on(writer, timeline) >= 1
    assert path.read_bytes().startswith(b"%PDF")


def test_the_preview_draws_the_sheets(timeline: TimelineView, qtbot: QtBot) -> None:
    dialog = preview_dialog(timeline)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert not dialog.grab().isNull()
    dialog.close()


def test_the_legend_shows_types_statuses_and_dates(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    image = legend.grab().toImage()
    tokens = tokens_for(Scheme.LIGHT)
    seen = {image.pixelColor(x, y).name() for x in range(70) for y in range(image.height())}
    assert {tokens.event(kind).name() for kind in EventType} <= seen
    assert QColor(tokens.event(EventType.ATTACK)).isValid()


@pytest.mark.parametrize(
    ("count", "words"),
    [(7, "+7"), (999, "+999"), (4_399, "+4.3 k"), (12_900, "+12 k"), (1_290_000, "+1.2 M")],
)
def test_counts_are_cut_not_rounded_up(count: int, words: str) -> None:
    assert count_text(count) == words
