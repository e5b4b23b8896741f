"""Statements of the document creation time are weighed, and disagreement is kept."""

import pytest

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.errors import UsageError
from timeline_app.reading.dateline import argument_candidate, weigh


def candidate(value: str, source: DctSource) -> DctCandidate:
    return DctCandidate(value=value, source=source, evidence=value)


METADATA = candidate("2015-11-26", DctSource.METADATA)
URL = candidate("2015-11-26", DctSource.URL)
BYLINE = candidate("2015-11-25", DctSource.BYLINE)


def test_the_most_trusted_source_wins_whatever_the_order() -> None:
    assert weigh([BYLINE, URL, METADATA], ()).dct == METADATA


def test_statements_of_another_day_are_kept_as_rivals() -> None:
    assert weigh([METADATA, URL, BYLINE], ()).rivals == (BYLINE,)


def test_an_argument_gives_way_to_a_stated_date() -> None:
    dated = weigh([BYLINE], (), argument=argument_candidate("2020-01-01"))
    assert dated.dct == BYLINE and not dated.rivals


def test_an_argument_dates_an_article_that_states_no_date() -> None:
    argument = argument_candidate("2020-01-01")
    assert weigh([], (), argument=argument).dct == argument


def test_a_forced_argument_wins_and_keeps_what_it_overrides() -> None:
    argument = argument_candidate("2020-01-01")
    dated = weigh([BYLINE], (), argument=argument, is_forced=True)
    assert dated.dct == argument and dated.rivals == (BYLINE,)


def test_a_file_name_dates_only_what_nothing_else_dates() -> None:
    named = candidate("2015-01-01", DctSource.URL)
    assert weigh([BYLINE], (), file_date=named).dct == BYLINE
    dated = weigh([], (), file_date=named)
    assert dated.dct == named and dated.notes


def test_a_dateline_of_the_day_before_is_no_contradiction() -> None:
    written = candidate("2015-11-25", DctSource.DATELINE)
    assert not weigh([METADATA, written], ()).rivals


@pytest.mark.parametrize("value", ["26.11.2015", "2015-02-30", "2015", "", "today"])
def test_an_argument_that_is_no_date_is_wrong_usage(value: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        argument_candidate(value)
