"""Lengths of time that end or begin with the day of publication."""

import pytest
from extraction_builders import date_of, found

DCT = "2003-08-14"

CASES = [
    (
        "For the past two months the union has demanded a pay rise, "
        "and the owners have threatened to close the mine.",
        "demanded",
        "2003-06-14/2003-08-14",
    ),
    (
        "For the past two months the union has demanded a pay rise, "
        "and the owners have threatened to close the mine.",
        "threatened",
        "2003-06-14/2003-08-14",
    ),
    (
        "The army shelled the villages and the port in the past week.",
        "shelled",
        "2003-08-07/2003-08-14",
    ),
    ("The council will meet again within three weeks.", "meet", "2003-08-15/2003-09-04"),
    ("The two kingdoms are to sign a treaty within a year.", "sign", "2003-08-15/2004-08-31"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_a_length_tied_to_publication_is_a_period(text: str, trigger: str, expected: str) -> None:
    assert date_of(text, trigger, DCT) == expected


def test_the_reason_says_from_where_it_is_counted() -> None:
    mention = found("The council will meet again within three weeks.", "meet", DCT)
    assert "counted from the day of publication" in mention.explanation


def test_a_deadline_after_something_else_is_not_counted_from_publication() -> None:
    text = "The council will meet within three weeks of the vote."
    assert date_of(text, "meet", DCT) is None


def test_a_plain_length_says_nothing_of_when() -> None:
    assert date_of("The council will meet for three weeks.", "meet", DCT) is None
