"""Vague dates made exact by the one exact date of the same happening."""

import time

from extraction_builders import a_document, date_of

from timeline_app.extraction.pipeline import read_story
from timeline_app.extraction.refining import refined

DCT = "1973-06-19"
STORY = "The bishop was killed by a sniper in Lund on May 8.\n\n"


def test_a_vague_killing_is_the_one_of_that_month() -> None:
    text = STORY + "Police found the rifle that was used in last month's killing."
    assert date_of(text, "killing", DCT) == "1973-05-08"


def test_of_two_days_of_that_month_none_is_chosen() -> None:
    text = STORY + (
        "Gunmen attacked a mill on May 20.\n\nPolice found the rifle used in last month's killing."
    )
    assert date_of(text, "killing", DCT) == "1973-05"


def test_a_vague_massacre_of_another_year_is_not_made_exact() -> None:
    text = STORY + "It recalled the massacre of the miners in 1970."
    assert date_of(text, "massacre", DCT) == "1970"


def test_what_is_newly_brought_in_keeps_its_own_date() -> None:
    text = STORY + "Two bombings last month shook the port."
    assert date_of(text, "bombings", DCT) == "1973-05"


def test_many_vague_dates_beside_many_exact_ones_take_linear_time() -> None:
    text = STORY + (
        "Gunmen attacked a mill on May 20.\n\nPolice found the rifle used in last month's killing."
    )
    tellings = read_story(a_document(text, DCT)).tellings

    def seconds(count: int) -> float:
        started = time.process_time()
        refined(tellings * count)
        return time.process_time() - started

    short, long = seconds(500), seconds(2_000)
    assert long < 8 * short + 0.1
