from hypothesis import given
from hypothesis import strategies as st

from timeline_app.annotation.span import Span
from timeline_app.extraction.tokens import tokenize


def test_words_numbers_and_signs_are_tokens() -> None:
    text = "The U.S. didn't say 1,300 troops left Russia's base at 10:30."
    assert list(tokenize(text).words) == [
        *("The", "U.S.", "didn't", "say", "1,300", "troops", "left"),
        *("Russia", "'s", "base", "at", "10:30", "."),
    ]


def test_hyphened_words_and_old_agency_quotes_stay_whole() -> None:
    assert list(tokenize("``shoot-down''--she").words) == ["``", "shoot-down", "''", "--", "she"]


def test_tokens_inside_a_span() -> None:
    tokens = tokenize("one two three four")
    assert [tokens.words[i] for i in tokens.inside(Span(4, 13))] == ["two", "three"]


@given(st.text())
def test_offsets_quote_the_text(text: str) -> None:
    tokens = tokenize(text)
    for begin, end, word in zip(tokens.begins, tokens.ends, tokens.words, strict=True):
        assert text[begin:end] == word


@given(st.text())
def test_every_visible_character_lies_in_a_token(text: str) -> None:
    tokens = tokenize(text)
    covered = "".join(tokens.words)
    assert covered == "".join(text.split())
