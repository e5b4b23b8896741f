"""Happenings of which a length is said take it, up to the day beside them."""

import pytest
from extraction_builders import date_of

CASES = [
    ("The rivals signed a pact on Tuesday after two hours of talks.", "talks", "2015-11-24"),
    ("The general resigned on Tuesday after five days of fighting.", "resigned", "2015-11-24"),
    ("The general resigned.", "resigned", "2015-11-26"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_a_length_of_hours_keeps_the_day(text: str, trigger: str, expected: str) -> None:
    assert date_of(text, trigger) == expected


def test_a_length_in_days_ends_on_the_day_of_its_verb() -> None:
    text = "After five days of fighting, the two sides signed a truce on Tuesday."
    assert date_of(text, "fighting") == "2015-11-20/2015-11-24"
