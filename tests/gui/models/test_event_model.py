"""The one model of the events: rows are positions, titles come when asked."""

from collections.abc import Sequence

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from timeline_app.annotation.event import EventId
from timeline_app.annotation.event_columns import EventColumns
from timeline_app.gui.models.event_model import EventModel, EventRole
from timeline_app.gui.models.event_text import Column
from timeline_app.gui.models.session import Session

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_model_keeps_qts_contract(session: Session, qtmodeltester: ModelTester) -> None:
    QAbstractItemModelTester(session.events, STRICT, session.events)
    qtmodeltester.check(session.events, force_py=True)


def test_an_empty_model_keeps_qts_contract(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(EventModel(), force_py=True)


def test_rows_are_in_the_order_of_time_and_the_undated_last(session: Session) -> None:
    titles = session.events.titles(range(5))
    assert titles[0] == "Floods in the south"
    assert titles[-1] == "The border closes"


def test_cells_say_the_facts_in_words(session: Session) -> None:
    events = session.events
    row = events.titles(range(5)).index("Hollande meets Obama")
    cells = {c: events.index(row, c).data() for c in Column}
    assert cells[Column.DATE] == "Tue 24 Nov 2015"
    assert cells[Column.TYPE] == "Meeting"
    assert cells[Column.STATUS] == "Happened"
    assert cells[Column.ACTORS] == "François Hollande, Barack Obama"
    assert cells[Column.PLACES] == "Washington"
    assert cells[Column.SOURCES] == "The Courier"


def test_a_screen_reader_hears_one_sentence(session: Session) -> None:
    heard = session.events.index(4, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "The border closes. Undated. Sanction, happened, 1 report."


def test_titles_are_fetched_once_and_by_the_page(qtbot: QtBot) -> None:
    asked: list[list[int]] = []

    def titles(ids: Sequence[EventId]) -> list[str]:
        asked.append(list(ids))
        return [f"event {i}" for i in ids]

    model = EventModel()
    count = 1_000
    empty = EventColumns.empty()
    groups = {
        g: type(c)(names=(), offsets=np.zeros(count + 1, np.int64), codes=c.codes)
        for g, c in empty.groups.items()
    }
    columns = EventColumns(
        **{
            name: np.zeros(count, getattr(empty, name).dtype)
            for name in (
                "begins", "ends", "precisions", "types", "modalities", "flags", "confidences",
                "reports",
            )
        },
        ids=np.arange(count, dtype=np.int64),
        groups=groups,
    )  # fmt: skip
    model.set_columns(columns, titles)
    assert asked == []
    assert model.index(300, 0).data() == "event 300"
    assert model.index(301, 0).data() == "event 301"
    assert asked == [list(range(256, 512))]


def test_a_mask_of_another_length_is_refused(session: Session) -> None:
    with pytest.raises(ValueError, match="3 mask values for 5 events"):
        session.events.set_mask(np.ones(3, dtype=np.bool_))


def test_ids_lead_to_rows_and_back(session: Session) -> None:
    events = session.events
    for row in range(5):
        assert events.row_of(events.event_id(row)) == row
        assert events.index(row, 0).data(EventRole.ID) == events.event_id(row)
    assert events.row_of(10_000) is None
