"""The pattern language."""

import re

import pytest

from timeline_app.extraction.timex.lexicon import Lexicon, WordClass, build_lexicon
from timeline_app.extraction.timex.patterns import (
    Pattern,
    PatternError,
    Translator,
    literal_words,
)

MONTH = WordClass(name="month", values={"may": 5, "june": 6}, is_capital=True)
UNIT = WordClass(name="unit", values={"day": "day", "light year": "year"})


@pytest.fixture
def lexicon() -> Lexicon:
    return build_lexicon([MONTH, UNIT], ["the", "of", "may", "("], {})


def _translate(lexicon: Lexicon, text: str) -> Pattern:
    return Translator(lexicon=lexicon, phrases={}).translate(text)


def _kinds(lexicon: Lexicon, text: str) -> str:
    return "".join(lexicon.kind_of.get(word, ".") for word in text.split())


def _matches(lexicon: Lexicon, pattern: str, text: str) -> bool:
    regex = _translate(lexicon, pattern).regex
    return re.fullmatch(regex, _kinds(lexicon, text)) is not None


@pytest.mark.parametrize(
    ("pattern", "text", "is_match"),
    [
        ("the? <month> <day>", "the May 5", True),
        ("the? <month> <day>", "June 30", True),
        ("the? <month> <day>", "may 5", False),
        ("the? <month> <day>", "May 32", False),
        ("( the | of ) <unit>", "of day", True),
        ("<unit>", "light year", True),
        ("the{1,2} <unit>", "the the day", True),
        ("<any> of", "whatever of", True),
        (r"\( <day>", "( 5", True),
    ],
)
def test_patterns_match_words(lexicon: Lexicon, pattern: str, text: str, is_match: bool) -> None:
    assert _matches(lexicon, pattern, text) is is_match


def test_a_small_may_is_no_month(lexicon: Lexicon) -> None:
    assert lexicon.kind_of["may"] not in lexicon.kinds_of_class["month"]
    assert lexicon.kind_of["May"] in lexicon.kinds_of_class["month"]


def test_what_follows_the_slashes_is_only_looked_at(lexicon: Lexicon) -> None:
    regex = _translate(lexicon, "<month> // of <day:d>").regex
    found = re.match(regex, _kinds(lexicon, "May of 5"))
    assert found is not None and found.end() == 1 and found.group("d")


def test_first_and_second_kinds_are_known(lexicon: Lexicon) -> None:
    pattern = _translate(lexicon, "the? <month> of?")
    assert lexicon.kind_of["the"] in pattern.first and lexicon.kind_of["May"] in pattern.first
    assert pattern.second is not None and lexicon.kind_of["of"] in pattern.second
    assert pattern.is_single and not pattern.is_nullable


@pytest.mark.parametrize("pattern", ["<nothing>", "<@nothing>", "( the", "the )", "unheard"])
def test_a_pattern_that_cannot_be_read_is_refused(lexicon: Lexicon, pattern: str) -> None:
    with pytest.raises(PatternError):
        _translate(lexicon, pattern)


def test_literal_words_are_those_as_written() -> None:
    assert literal_words(r"the? ( a | <b:c> ){0,2} \( // of") == {"the", "a", "(", "of"}
