"""Every value tells a person in one sentence why it is what it is, and what lost."""

import pytest

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.extraction.timex.tagger import tag_timexes

DCT = DctCandidate(value="2015-11-26", source=DctSource.ARGUMENT, evidence="")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks resume in May.",
            "“May” is May 2016, counted from the article's date, Thu 26 Nov 2015: "
            "“resume” points forward",
        ),
        (
            "He came at 8 p.m. on Tuesday.",
            "“8 p.m. on Tuesday” is a clock time; its day is the last Tuesday before the article's "
            "date, Thu 26 Nov 2015: “came” points back",
        ),
        (
            "He came at noon.",
            "“noon” is a clock time on Thu 26 Nov 2015, the day under discussion",
        ),
        (
            "It rained on Tuesday evening.",
            "“Tuesday evening” is the evening of the last Tuesday before the article's date, "
            "Thu 26 Nov 2015: “rained” points back",
        ),
        (
            "Police seized two men overnight.",
            "“overnight” is the night of Wed 25 Nov 2015, counted from the article's date, "
            "Thu 26 Nov 2015",
        ),
        (
            "It opens in April next year.",
            "“April next year” is Apr 2016; its year is 1 year after the article's date, "
            "Thu 26 Nov 2015",
        ),
        (
            "They met in the week of Nov. 9.",
            "“the week of Nov. 9” is the week that holds Mon 9 Nov 2015, counted from the "
            "article's date, Thu 26 Nov 2015: “met” points back",
        ),
        (
            "He quit two Fridays ago.",
            "“two Fridays ago” is the Friday before the article's date, Thu 26 Nov 2015: "
            "1 further on than Fri 20 Nov 2015",
        ),
    ],
)
def test_reason_is_a_sentence_for_a_person(text: str, expected: str) -> None:
    assert tag_timexes(text, dct=DCT)[0].explanation == expected


def test_reason_of_a_told_year_names_what_it_is_counted_from() -> None:
    text = "In 2011 the war began. The following year it ended."
    told = tag_timexes(text, dct=DCT)[1]
    assert told.explanation == "“The following year” is 1 year after the story's time, 2011"


def test_loser_tells_that_the_other_holds_the_date() -> None:
    (today,) = tag_timexes("He spoke on Thursday.", dct=DCT)
    (lost,) = today.alternatives
    assert (lost.value, lost.reason) == (
        "2015-12-03",
        "the later one; but the other holds that date",
    )
