"""Happenings dated by a range, or by their distance from one told before."""

import pytest
from extraction_builders import date_of

STORY = "Gunmen attacked a hotel in Paris on Nov. 13.\n\nOn Monday the president flew home. "

DATED = [
    ("The talks ran from Oct. 30 to Nov. 14.", "talks", "2015-10-30/2015-11-14"),
    ("The summit was held Nov. 15-16 in Antalya.", "summit", "2015-11-15/2015-11-16"),
    ("Ministers will meet from Dec. 3 through Dec. 5.", "meet", "2015-12-03/2015-12-05"),
    (STORY + "Two days after the attack, France bombed Raqqa.", "bombed", "2015-11-15"),
    (STORY + "France bombed Raqqa two days after the attack.", "bombed", "2015-11-15"),
    (STORY + "A week before the attack, France bombed Raqqa.", "bombed", "2015-11-06~"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), DATED)
def test_a_happening_has_the_date_that_is_counted(text: str, trigger: str, expected: str) -> None:
    assert date_of(text, trigger) == expected


HOURS = [
    (
        "The general halted the advance on Tuesday, hours before the envoy landed in Oslo.",
        "landed",
        "2015-11-24",
    ),
    (
        "The envoy met the king on Monday, three hours after rebels had shelled the port.",
        "shelled",
        "2015-11-23",
    ),
    (
        "The king abdicated late on Monday. Twelve hours before, he had vowed to stay.",
        "vowed",
        "2015-11-23",
    ),
    (
        "The king abdicated on Tuesday morning. Twelve hours earlier, he had vowed to stay.",
        "vowed",
        "2015-11-23",
    ),
    ("The king abdicated on Tuesday. Hours earlier, he had met the pope.", "met", "2015-11-24"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), HOURS)
def test_hours_are_counted_from_what_is_told_beside_them(
    text: str, trigger: str, expected: str
) -> None:
    assert date_of(text, trigger) == expected
