"""Offsets of the file ↔ positions of Qt, for any text."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from timeline_app.gui.detail.text_map import TextMap, excerpt_span

texts = st.text(alphabet=st.sampled_from("aé \r\n🌍𝄞語\t"), max_size=60)


@given(texts)
def test_every_offset_comes_back(text: str) -> None:
    text_map = TextMap(text)
    for offset in range(len(text)):
        is_folded = text[offset : offset + 2] == "\r\n"
        back = text_map.from_qt(text_map.to_qt(offset))
        assert back == (offset + 1 if is_folded else offset)


@given(texts, st.data())
def test_qt_selects_the_quoted_words(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    text_map = TextMap(text)
    document = QTextDocument()
    document.setPlainText(text_map.shown_text)
    cursor = QTextCursor(document)
    cursor.setPosition(text_map.to_qt(begin))
    cursor.setPosition(text_map.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
    shown = cursor.selectedText().replace("\u2029", "\n")
    quoted = text[begin:end]
    if quoted.endswith("\r") and text[end : end + 1] == "\n":
        quoted = quoted[:-1]
    assert shown == quoted.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(max_size=30))
def test_any_text_can_be_shown(text: str) -> None:
    text_map = TextMap(text)
    document = QTextDocument()
    document.setPlainText(text_map.shown_text)
    assert document.characterCount() == text_map.to_qt(len(text)) + 1


def test_a_long_text_is_shown_around_the_place_asked_for() -> None:
    text = "line of words\n" * 100_000
    span = excerpt_span(text, 700_000, 60_000)
    assert span.begin < 700_000 < span.end
    assert len(span) <= 60_000
    assert text[span.begin - 1] == "\n"
    text_map = TextMap(text, around=700_000)
    assert text_map.from_qt(text_map.to_qt(700_000)) == 700_000
