"""The filter's values: a tree that keeps Qt's contract, and a click that checks."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from timeline_app.annotation.mention import EventType
from timeline_app.gui.models.facet_model import FacetModel, FacetRole
from timeline_app.gui.models.session import Session
from timeline_app.gui.sources.filter_pane import FilterPane
from timeline_app.layout.filtering import EventFilter

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def section(model: FacetModel, field: str) -> int:
    fields = [model.index(r, 0).data(FacetRole.FIELD) for r in range(model.rowCount())]
    return fields.index(field)


def filled(session: Session) -> FacetModel:
    model = FacetModel()
    model.set_columns(session.events.columns, session.totals)
    model.set_counts(session.events.columns, session.facets, EventFilter())
    return model


def test_the_model_keeps_qts_contract(session: Session, qtmodeltester: ModelTester) -> None:
    model = filled(session)
    QAbstractItemModelTester(model, STRICT, model)
    qtmodeltester.check(model, force_py=True)


def test_values_have_their_counts(session: Session) -> None:
    model = filled(session)
    who = model.index(section(model, "actors"), 0)
    counts = {
        model.index(r, 0, who).data(): model.index(r, 0, who).data(FacetRole.COUNT)
        for r in range(model.rowCount(who))
    }
    assert counts["François Hollande"] == 2
    assert counts["Sergei Lavrov"] == 1


def test_counts_follow_the_other_parts_of_the_filter(session: Session) -> None:
    model = filled(session)
    wanted = EventFilter(types=frozenset({EventType.STATEMENT}))
    session.set_filter(wanted)
    model.set_counts(session.events.columns, session.facets, wanted)
    who = model.index(section(model, "actors"), 0)
    assert model.index(0, 0, who).data() == "François Hollande", "rows stay where they are"
    assert model.index(0, 0, who).data(FacetRole.COUNT) == 0


def test_a_click_anywhere_on_a_value_checks_it(qtbot: QtBot, session: Session) -> None:
    pane = FilterPane(session)
    qtbot.addWidget(pane)
    pane._list_values()
    pane._show_counts()
    pane.resize(300, 800)
    pane.show()
    tree = pane.tree
    types = tree.model().index(0, 0)
    meeting = tree.model().index(0, 0, types)
    spot = tree.visualRect(meeting).center() + QPoint(40, 0)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert session.filter.types == {EventType.MEETING}
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert session.filter.is_empty


def test_typing_a_name_narrows_the_values(qtbot: QtBot, session: Session) -> None:
    pane = FilterPane(session)
    qtbot.addWidget(pane)
    pane._list_values()
    pane.names.setText("lavr")
    model = pane.tree.model()
    assert [model.index(r, 0).data(FacetRole.FIELD) for r in range(model.rowCount())] == ["actors"]


def test_a_stretch_is_as_wide_as_what_was_typed(qtbot: QtBot, session: Session) -> None:
    pane = FilterPane(session)
    qtbot.addWidget(pane)
    pane.time_range._from.setText("2015-11-25")
    pane.time_range._from.editingFinished.emit()
    titles = session.events.titles(range(5))
    shown = {t for t, is_shown in zip(titles, session.events.mask, strict=True) if is_shown}
    assert shown == {"Lavrov backs closing the border", "Putin to meet Hollande"}


def test_what_was_known_on_a_day_excludes_later_articles(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.data_changed):
        session.show_known_by(0)
    assert len(session.events.columns) < 5
    with qtbot.waitSignal(session.data_changed):
        session.show_known_by(None)
    assert len(session.events.columns) == 5


def test_a_name_without_its_accents_asks_for_the_name_as_listed(
    qtbot: QtBot, session: Session
) -> None:
    pane = FilterPane(session)
    qtbot.addWidget(pane)
    pane.toggle("actors", "Francois Hollande")
    assert session.filter.actors == {"François Hollande"}
    pane.toggle("actors", "François Hollande")
    assert session.filter.actors == frozenset()
