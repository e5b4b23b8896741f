"""Bringing articles in through the window: files, drops, pasted text, failures, cancelling."""

from pathlib import Path

from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.gui.dialogs.article_date import ArticleDate
from timeline_app.gui.dialogs.fetch_pages import FetchPages, addresses_in
from timeline_app.gui.dialogs.notices import Notice, TextList
from timeline_app.gui.dialogs.paste_article import PasteArticle
from timeline_app.gui.export_actions import Scope
from timeline_app.gui.import_bar import ImportBar, duration_text
from timeline_app.gui.main_window import MainWindow
from timeline_app.operations.progress import Progress

PLAIN = "VIENNA, Nov. 14, 2015 — Foreign ministers met in Vienna on Saturday.\n"
LONG_MS = 60_000


def wait_for_import(qtbot: QtBot, window: MainWindow) -> None:
    importing, jobs = window.late.import_actions, window.session.jobs
    qtbot.waitUntil(lambda: not importing.is_importing and not jobs.is_busy, timeout=LONG_MS)


def articles(window: MainWindow) -> list[str]:
    return [Path(row.path).name for row in window.session.articles.rows]


def drop(window: MainWindow, data: QMimeData) -> None:
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(400, 400), Qt.DropAction.CopyAction, *held)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 400), Qt.DropAction.CopyAction, *held))


def test_dropped_files_are_read_in_other_processes_and_the_bad_one_is_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    good, bad = tmp_path / "vienna.txt", tmp_path / "broken.txt"
    good.write_text(PLAIN, encoding="utf-8")
    bad.write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 10)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (bad, good)])
    drop(window, data)
    assert window.import_bar.isVisibleTo(window)
    wait_for_import(qtbot, window)
    assert "vienna.txt" in articles(window)
    told = window.findChild(TextList)
    assert told is not None
    assert "broken.txt" in told.text.toPlainText()
    assert not window.import_bar.isVisibleTo(window)
    told.close()


def test_pasted_text_without_a_date_asks_for_one(qtbot: QtBot, window: MainWindow) -> None:
    window.late.import_actions.paste("Lavrov said on Tuesday that talks would resume in Vienna.")
    dialog = window.findChild(PasteArticle)
    assert dialog is not None
    assert dialog.has_date.isChecked()
    assert "states no date" in dialog.found.text()
    dialog.date.setDate(QDate(2015, 11, 26))
    dialog.accept()
    wait_for_import(qtbot, window)
    row = next(r for r in window.session.articles.rows if "Lavrov said" in r.path)
    assert row.published is not None


def test_a_pasted_address_is_fetched_only_when_the_user_says_so(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = articles(window)
    data = QMimeData()
    data.setUrls([QUrl("http://127.0.0.1:9/visit")])
    data.setText("http://127.0.0.1:9/visit\n")
    drop(window, data)
    dialog = window.findChild(FetchPages)
    assert dialog is not None and "127.0.0.1:9/visit" in dialog.informativeText()
    dialog.reject()
    assert not window.late.import_actions.is_importing
    for is_private, told in ((False, "private network"), (True, "could not be fetched")):
        window.late.import_actions.paste(" http://127.0.0.1:9/visit ")
        dialog = window.findChildren(FetchPages)[-1]
        dialog.private.setChecked(is_private)
        dialog.accept()
        wait_for_import(qtbot, window)
        said = window.findChildren(TextList)[-1]
        assert told in said.text.toPlainText()
        said.close()
    assert articles(window) == before


def test_a_text_that_names_an_address_is_an_article() -> None:
    assert addresses_in("http://a.example/x\nhttps://b.example/y\n") == (
        "http://a.example/x",
        "https://b.example/y",
    )
    assert not addresses_in("http://a.example/x\nThey met on Tuesday.")
    assert not addresses_in("http://a.example/x says that they met.")


def test_pasted_text_with_a_date_keeps_it(qtbot: QtBot, window: MainWindow) -> None:
    window.late.import_actions.paste(PLAIN)
    dialog = window.findChild(PasteArticle)
    assert dialog is not None
    assert not dialog.has_date.isChecked()
    assert "14 Nov 2015" in dialog.found.text()
    dialog.reject()


def test_an_article_that_is_there_already_is_not_doubled(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "vienna.txt"
    path.write_text(PLAIN, encoding="utf-8")
    for _ in range(2):
        window.late.import_actions.bring_in([path])
        wait_for_import(qtbot, window)
    assert articles(window).count("vienna.txt") == 1
    assert "were here already" in window.statusBar().currentMessage()


def test_what_the_window_imports_is_not_told_as_another_windows(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "vienna.txt"
    path.write_text(PLAIN, encoding="utf-8")
    others: list[bool] = []
    window.session.changed_elsewhere.connect(lambda: others.append(True))
    window.late.import_actions.bring_in([path])
    wait_for_import(qtbot, window)
    window.session._notice_changes()  # as its clock does every other second
    assert others == []


def test_the_bar_tells_rate_and_time_left(qtbot: QtBot) -> None:
    bar = ImportBar()
    qtbot.addWidget(bar)
    bar.begin()
    bar.advance(Progress(done=50, total=200, elapsed_s=10))
    assert bar.words.text() == "50 of 200 articles · 5.0 a second · 0:30 left"
    with qtbot.waitSignal(bar.cancelled):
        bar.cancel_button.click()
    assert not bar.cancel_button.isEnabled()
    assert duration_text(3_725) == "1:02:05"


def test_another_date_of_an_article_is_previewed_applied_and_undone(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "vienna.txt"
    path.write_text(PLAIN.replace(", 2015", ""), encoding="utf-8")
    window.late.import_actions.bring_in([path], dct="2015-11-14")
    wait_for_import(qtbot, window)
    article = next(r for r in window.session.articles.rows if r.path.endswith("vienna.txt"))
    dialog = window.late.article_actions.change_date(article.id)
    assert isinstance(dialog, ArticleDate)
    qtbot.waitUntil(lambda: "would change" in dialog.words.text(), timeout=LONG_MS)
    with qtbot.waitSignal(dialog.date_changed):
        dialog.date.setDate(QDate(2015, 11, 21))
    qtbot.waitUntil(dialog._apply.isEnabled, timeout=LONG_MS)
    with qtbot.waitSignal(window.session.data_changed, timeout=LONG_MS):
        dialog.accept()
    changed = window.session.articles.article(article.id)
    assert changed is not None
    assert changed.published != article.published
    with qtbot.waitSignal(window.session.data_changed, timeout=LONG_MS):
        window.edits.undo()
    restored = window.session.articles.article(article.id)
    assert restored is not None
    assert restored.published == article.published


def test_a_removed_article_comes_back_by_undo(qtbot: QtBot, window: MainWindow) -> None:
    first = window.session.articles.rows[0]
    with qtbot.waitSignal(window.session.data_changed):
        window.late.article_actions.remove(first.id)
    assert first.id not in {r.id for r in window.session.articles.rows}
    with qtbot.waitSignal(window.session.data_changed):
        window.edits.undo()
    assert first.id in {r.id for r in window.session.articles.rows}


def test_an_export_holds_what_is_shown(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    place = tmp_path / "events.csv"
    exports = window.late.export_actions
    with qtbot.waitSignal(exports.told, timeout=LONG_MS):
        exports.export("csv", Scope.SHOWN, place)
    assert "Hollande meets Obama" in place.read_text(encoding="utf-8-sig")
    assert [p.name for p in tmp_path.glob(".*.part")] == []


def test_an_export_into_no_folder_says_what_to_do(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    exports = window.late.export_actions
    with qtbot.waitSignal(exports.refused, timeout=LONG_MS):
        exports.export("json", Scope.ALL, tmp_path / "nowhere" / "events.json")
    notice = window.findChild(Notice)
    assert notice is not None
    assert "Choose a folder" in notice.informativeText()
    notice.close()


def test_a_file_that_is_no_library_is_refused_by_name(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "letter.tlib"
    path.write_text("Dear reader, this is no library at all.", encoding="utf-8")
    before = window.session.library
    window.library_actions.open(path)
    qtbot.waitUntil(lambda: window.findChild(Notice) is not None)
    notice = window.findChild(Notice)
    assert notice is not None
    assert "letter.tlib" in notice.informativeText()
    assert window.session.library is before, "the open library stays open"
    notice.close()


def test_the_check_tells_that_all_is_well(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.library_actions.told, timeout=LONG_MS):
        window.library_actions.check()
    assert "sound" in window.statusBar().currentMessage()


def test_a_repair_brings_the_library_back(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.events.columns.ids.tolist()
    with qtbot.waitSignal(window.session.library_changed, timeout=LONG_MS):
        window.library_actions.repair()
    assert len(window.session.events.columns) == len(before)
    told = window.findChild(TextList)
    assert told is not None
    assert "articles" in told.text.toPlainText()
    told.close()


def test_a_library_that_is_open_read_only_refuses_edits(
    qtbot: QtBot, window: MainWindow, library_path: Path
) -> None:
    with qtbot.waitSignal(window.session.library_changed, timeout=LONG_MS):
        window.library_actions.open_read_only(library_path)
    assert "read-only" in window.windowTitle()
    window.session.select_row(0)
    window.late.event_actions.toggle_reviewed()
    notice = window.findChild(Notice)
    assert notice is not None
    assert "read-only" in notice.informativeText()
    assert window.edits.count() == 0
    notice.close()
