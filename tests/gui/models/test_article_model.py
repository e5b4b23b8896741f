"""The list of articles: dates, counts, and what is to be watched."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from timeline_app.gui.models.article_model import ArticleRole
from timeline_app.gui.models.session import Session

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_model_keeps_qts_contract(session: Session, qtmodeltester: ModelTester) -> None:
    QAbstractItemModelTester(session.articles, STRICT, session.articles)
    qtmodeltester.check(session.articles, force_py=True)


def test_an_article_tells_its_date_outlet_and_events(session: Session) -> None:
    first = session.articles.index(0, 0)
    assert first.data() == "Talks in Washington"
    assert first.data(ArticleRole.CAPTION) == "26 Nov 2015 · The Courier · 3 events"
    assert first.data(ArticleRole.FLAG) == ""


def test_an_article_without_a_date_is_flagged(session: Session) -> None:
    last = session.articles.index(1, 0)
    assert "No publication date" in last.data(ArticleRole.FLAG)
    assert "second.txt" in last.data(Qt.ItemDataRole.ToolTipRole)
