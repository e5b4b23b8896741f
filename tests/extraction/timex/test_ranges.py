"""The two ends of a stretch of time become one, where the words between them say so."""

import pytest

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.chrono.edtf import edtf_text
from timeline_app.extraction.timex.ranges import joined
from timeline_app.extraction.timex.tagger import tag_timexes

DCT = DctCandidate(value="2015-11-26", source=DctSource.ARGUMENT, evidence="")

RANGES = [
    ("The talks ran from Oct. 30 to Nov. 14.", ["2015-10-30/2015-11-14"]),
    ("The strike lasted from Monday to Wednesday.", ["2015-11-23/2015-11-25"]),
    ("They met on Nov. 13–14 in Paris.", ["2015-11-13/2015-11-14"]),
    ("They met on Nov. 13 and 14 in Paris.", ["2015-11-13/2015-11-14"]),
    ("Between 2011 and 2013 prices doubled.", ["2011/2013"]),
    ("The war of 1914–18 was long.", ["1914/1918"]),
    ("It covers October–December 2015.", ["2015-10/2015-12"]),
    ("They will meet from Dec. 30 to Jan. 4.", ["2015-12-30/2016-01-04"]),
]
APART = [
    "It began on Nov. 2 and ended on Nov. 9.",
    "It fell in 2011 and 2013.",
    "The vote was put off and moved from Monday to Wednesday.",
    "It rose from 4 percent in 2011 to 5 percent in 2013.",
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ends_of_a_range_are_one_stretch(text: str, expected: list[str]) -> None:
    whole = joined(tag_timexes(text, dct=DCT), text)
    assert [edtf_text(t.time) for t in whole if t.time is not None] == expected
    assert all(t.text == t.span.of(text) for t in whole)


@pytest.mark.parametrize("text", APART)
def test_other_neighbours_stay_apart(text: str) -> None:
    timexes = tag_timexes(text, dct=DCT)
    assert joined(timexes, text) == timexes
    assert len(timexes) == 2


def test_a_stretch_covers_its_ends_and_keeps_the_first_id() -> None:
    text = "The talks ran from Oct. 30 to Nov. 14."
    (whole,) = joined(tag_timexes(text, dct=DCT), text)
    assert (whole.id, whole.text, whole.value) == (
        "t1",
        "Oct. 30 to Nov. 14",
        "2015-10-30/2015-11-14",
    )


def test_another_language_brings_its_own_words() -> None:
    text = "Les négociations ont duré du 30 octobre au 14 novembre 2015."
    timexes = tag_timexes(text, dct=DCT, language="fr")
    (whole,) = joined(timexes, text, language="fr")
    assert whole.time is not None
    assert edtf_text(whole.time) == "2015-10-30/2015-11-14"
