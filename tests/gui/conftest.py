"""A small library, and the session and window on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import day, document, extraction, mention, month, person, place, timex
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.annotation.mention import EventType, Extraction, Modality
from timeline_app.annotation.span import Span
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.models.session import Session
from timeline_app.gui.style import dress
from timeline_app.storage.library import Library

FIRST = (
    "Late on Tuesday François Hollande met Barack Obama in Washington.\n\n"
    "Sergei Lavrov said on Wednesday that he backed closing the border. "
    "Vladimir Putin is to meet Hollande on Thursday."
)
SECOND = "Hollande and Obama held talks on Nov. 24. Nobody knows when the border closes 🌍."


def span_of(text: str, words: str) -> tuple[int, int]:
    begin = text.index(words)
    return begin, begin + len(words)


def first_article() -> Extraction:
    when = {"t1": "Late on Tuesday", "t2": "Wednesday", "t3": "Thursday"}
    times = {"t1": day(2015, 11, 24), "t2": day(2015, 11, 25), "t3": day(2015, 11, 26)}
    timexes = [
        timex(key, time=times[key], text=words, begin=FIRST.index(words))
        for key, words in when.items()
    ]
    hollande, obama = person("François Hollande"), person("Barack Obama")
    whole = (0, FIRST.index("\n"))
    return extraction(
        mention(
            "e1", title="Hollande meets Obama", time=times["t1"], timex_id="t1",
            trigger=span_of(FIRST, "met"), sentence=whole,
            participants=[hollande, obama], places=[place("Washington", "US")],
            explanation="“Late on Tuesday” is the last Tuesday before Thu 26 Nov 2015",
        ),
        mention(
            "e2", type=EventType.STATEMENT, title="Lavrov backs closing the border",
            time=times["t2"], timex_id="t2", trigger=span_of(FIRST, "said"),
            sentence=(whole[1] + 2, FIRST.index("border.") + 7),
            participants=[person("Sergei Lavrov")], confidence=0.6,
        ),
        mention(
            "e3", title="Putin to meet Hollande", time=times["t3"], timex_id="t3",
            trigger=span_of(FIRST, "meet Hollande"), modality=Modality.PLANNED,
            sentence=span_of(FIRST, "Vladimir Putin is to meet Hollande on Thursday."),
            participants=[person("Vladimir Putin"), hollande], confidence=0.4,
        ),
        of=document(FIRST, path="first.txt", title="Talks in Washington", outlet="The Courier"),
        timexes=timexes,
        sentences=[Span(*whole)],
    )  # fmt: skip


def second_article() -> Extraction:
    return extraction(
        mention(
            "e1", type=EventType.SANCTION, title="The border closes",
            trigger=span_of(SECOND, "closes"), sentence=span_of(SECOND, SECOND[42:]),
        ),
        mention(
            "e2", type=EventType.DISASTER, title="Floods in the south", time=month(2015, 10),
            trigger=span_of(SECOND, "talks"), sentence=(0, 41),
        ),
        of=document(SECOND, path="second.txt", published=None, title="The border"),
    )  # fmt: skip


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """Return a library with two articles and five events, one of them undated."""
    path = tmp_path / "small.tlib"
    with Library.open(path) as library:
        library.add(first_article())
        library.add(second_article())
    return path


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def never(fault: BaseException) -> None:
    raise fault


@pytest.fixture
def session(qtbot: QtBot, library_path: Path) -> Iterator[Session]:
    opened = Session()
    with qtbot.waitSignal(opened.library_changed):
        opened.open(library_path, create=False, failed=never)
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, library_path: Path, settings: QSettings) -> Iterator[MainWindow]:
    """Return the real window on the small library, shown."""
    shown = MainWindow(settings)
    qtbot.addWidget(shown)
    dress(QApplication.instance(), "light")
    shown.resize(1300, 800)
    shown.show()
    with qtbot.waitSignal(shown.session.facets_changed):
        shown.library_actions.open(library_path)
    shown.centre.timeline.view.navigator.flight_ms = 0
    yield shown
    shown.close()
    QApplication.processEvents()
