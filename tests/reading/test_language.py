"""The language of a text is told from its beginning."""

import pytest

from timeline_app.reading.language import detect_language, language_notes
from timeline_app.reading.registry import read_pasted_text


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


def test_an_article_in_a_language_without_rules_says_so() -> None:
    text = "Der Präsident sagte, dass er seinen Kollegen in der Hauptstadt treffen werde."
    document = read_pasted_text(text, name="p")
    assert document.language == "de"
    assert "“de”" in document.notes[0]


def test_an_article_with_rules_needs_no_remark() -> None:
    assert language_notes("en") == ()


def test_the_words_count_more_than_what_a_template_states() -> None:
    french = "Le président a dit que la rencontre avec son homologue est prévue à Moscou."
    assert detect_language(french, "en") == "fr"
    assert detect_language("Bilateral talks postponed", "fr") == "fr"
    assert detect_language("Den gamle broen ble stengt tirsdag", "no") == "no"
