"""The language of a text is told from its beginning."""

import pytest

from timeline_app.reading.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The president said that he would meet with his colleague in the capital.", "en"),
        ("Le président a dit que la rencontre avec son homologue est prévue à Moscou.", "fr"),
        ("Der Präsident sagte, dass er seinen Kollegen in der Hauptstadt treffen werde.", "de"),
        ("Президент заявил, что встретится со своим коллегой в столице.", "ru"),
        ("", "en"),
        ("12:30 — 45", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language
