"""The article's text: the sentence that an event rests on stays in sight."""

from builders import document, extraction, mention
from pytestqt.qtbot import QtBot

from timeline_app.annotation.event import DocumentId
from timeline_app.gui.detail.article_view import ArticleView
from timeline_app.gui.detail.teller import ArticleInView
from timeline_app.operations.coverage import coverage_of

LINES = [f"Sentence number {n} tells of nothing at all." for n in range(200)]
TEXT = "\n\n".join(LINES)
AT = TEXT.index(LINES[120])


def shown(qtbot: QtBot) -> ArticleView:
    told = mention("e1", trigger=(AT, AT + 8), sentence=(AT, AT + len(LINES[120])))
    read = extraction(told, of=document(TEXT))
    article = ArticleInView(
        document_id=DocumentId(1),
        extraction=read,
        owners={},
        coverage=coverage_of(read, {}, frozenset()),
        findings=(),
    )
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(300, 500)
    view.show()
    view.show_article(article, told)
    return view


def is_in_sight(view: ArticleView) -> bool:
    return 0 <= view.cursorRect().top() <= view.viewport().height() // 2


def test_the_sentence_stays_in_sight_when_what_stands_above_grows(qtbot: QtBot) -> None:
    view = shown(qtbot)
    assert is_in_sight(view)
    view.resize(240, 160)
    assert is_in_sight(view)


def test_a_reader_who_has_scrolled_on_is_left_there(qtbot: QtBot) -> None:
    view = shown(qtbot)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 900)
    view.resize(300, 400)
    assert not is_in_sight(view)
