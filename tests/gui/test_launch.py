"""A start: the events first, at their place, and then all that stands around them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.gui.dialogs.notices import Notice
from timeline_app.gui.frame import Frame
from timeline_app.gui.launch import Launch
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.storage.library import Library


class Watch(QObject):
    """Notes where the timeline was painted, and whether the whole window stood then."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.paints: list[tuple[bool, QPoint]] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            view = self._frame.findChild(TimelineView)
            if view is not None and watched is view.viewport() and view.scene.labels:
                whole = self._frame.findChild(MainWindow) is not None
                self.paints.append((whole, view.mapTo(self._frame, QPoint(0, 0))))
        return False


@pytest.fixture
def frame(qtbot: QtBot, settings: QSettings) -> Iterator[Frame]:
    shown = Frame(settings)
    qtbot.addWidget(shown)
    shown.resize(1_300, 800)
    shown.show()
    yield shown
    shown.close()
    QApplication.processEvents()


def start(qtbot: QtBot, frame: Frame, settings: QSettings, path: Path) -> MainWindow:
    """Return the window of a start that has come to its end."""
    launch = Launch(QApplication.instance(), frame, settings, path, sample=False)
    qtbot.waitUntil(lambda: frame.findChild(MainWindow) is not None)
    QApplication.processEvents()
    return launch.build()


def test_the_events_are_painted_before_the_panes_and_stay_where_they_are(
    qtbot: QtBot, frame: Frame, settings: QSettings, library_path: Path
) -> None:
    start(qtbot, frame, settings, library_path)
    frame.close()
    again = Frame(settings)
    qtbot.addWidget(again)
    again.resize(frame.size())
    again.show()
    watch = Watch(again)
    window = start(qtbot, again, settings, library_path)
    assert [whole for whole, _ in watch.paints][:1] == [False]
    assert watch.paints[-1][0]
    assert len({(at.x(), at.y()) for _, at in watch.paints}) == 1
    again.close()
    assert window.session.library is None


def test_every_pane_shows_the_library_that_was_opened_before_it_stood(
    qtbot: QtBot, frame: Frame, settings: QSettings, library_path: Path
) -> None:
    window = start(qtbot, frame, settings, library_path)
    assert frame.windowTitle() == library_path.stem
    assert window.centre.page is window.centre.timeline
    assert window.centre.timeline.tray.isVisibleTo(window)
    assert window.side.filters.tree.model().rowCount() > 3
    assert window.side.articles.model().rowCount() == 2
    assert window.library_actions.recent() == [library_path]
    assert window.actions_by_id["review"].isEnabled()


def test_the_table_comes_back_as_the_first_thing_where_it_was_left(
    qtbot: QtBot, frame: Frame, settings: QSettings, library_path: Path
) -> None:
    settings.setValue("window/table", "true")
    watch = Watch(frame)
    window = start(qtbot, frame, settings, library_path)
    assert window.centre.page is window.centre.table
    assert not watch.paints


def test_an_empty_library_says_how_to_begin(
    qtbot: QtBot, frame: Frame, settings: QSettings, tmp_path: Path
) -> None:
    window = start(qtbot, frame, settings, tmp_path / "new.tlib")
    assert window.centre.page is window.centre.no_events


def test_what_is_no_library_is_told_in_a_window_that_stands(
    qtbot: QtBot, frame: Frame, settings: QSettings, tmp_path: Path
) -> None:
    path = tmp_path / "letter.tlib"
    path.write_text("Dear library")
    window = start(qtbot, frame, settings, path)
    notice = window.findChild(Notice)
    assert notice is not None
    assert "no timeline library" in notice.informativeText()
    notice.close()
    assert window.centre.page is window.centre.no_library


def test_the_samples_are_brought_in_where_their_library_is_empty(
    qtbot: QtBot,
    frame: Frame,
    settings: QSettings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted: list[object] = []
    monkeypatch.setattr(
        "timeline_app.gui.import_actions.ImportActions.bring_in",
        lambda _self, places: wanted.extend(places),
    )
    path = tmp_path / "samples.tlib"
    Library.open(path).close()
    launch = Launch(QApplication.instance(), frame, settings, path, sample=True)
    qtbot.waitUntil(lambda: bool(wanted))
    assert launch.build().session.library is not None


def test_edges_that_no_window_has_are_not_used(
    qtbot: QtBot, frame: Frame, settings: QSettings, library_path: Path
) -> None:
    from timeline_app.gui.start import kept_place

    usual = kept_place(settings)
    settings.setValue("window/timeline", ["1", "2", "x", "4"])
    assert kept_place(settings) == usual
    settings.setValue("window/timeline", ["1", "2", "3", "4"])
    assert kept_place(settings) == QMargins(1, 2, 3, 4)
