"""What is least certain and matters most is reviewed first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import day, document, extraction, mention, person, timex

from timeline_app.annotation.event import EventId
from timeline_app.operations import edits
from timeline_app.operations.adding import add_article
from timeline_app.operations.review import review_order, review_progress, rule_records
from timeline_app.storage.library import Library

BOTH = (person("Vladimir Putin"), person("François Hollande"))
SURE = mention("e1", time=day(2015, 11, 24), confidence=0.95, timex_id="t1")
UNSURE = mention("e2", time=day(2015, 11, 25), confidence=0.4, timex_id="t1")
SOURCING = mention("e3", time=day(2015, 11, 23), confidence=0.4, is_sourcing=True)
TOLD_TWICE = mention("e4", time=day(2015, 11, 26), confidence=0.4, participants=BOTH)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tlib") as library:
        said = (SURE, UNSURE, SOURCING, TOLD_TWICE)
        add_article(library, extraction(*said, timexes=(timex(time=day(2015, 11, 24)),)))
        add_article(library, extraction(TOLD_TWICE, of=document("Other words.", path="b.txt")))
        yield library


def test_doubt_and_weight_decide_the_order(library: Library) -> None:
    assert review_order(library.columns()).tolist() == [4, 2, 3, 1]


def test_what_was_reviewed_or_rejected_is_left_out(library: Library) -> None:
    library.apply(edits.SetReviewed(event_ids=(EventId(4),)))
    library.apply(edits.Reject(event_ids=(EventId(2),)))
    columns = library.columns()
    assert review_order(columns).tolist() == [3, 1]
    progress = review_progress(columns)
    assert (progress.reviewed, progress.rejected, progress.left) == (1, 1, 2)


def test_rules_are_judged_by_what_the_analyst_kept(library: Library) -> None:
    assert rule_records(library) == ()
    library.apply(edits.SetReviewed(event_ids=(EventId(1), EventId(2))))
    library.apply(edits.ChangeTime(event_id=EventId(2), time=day(2015, 11, 20)))
    (record,) = rule_records(library)
    assert (record.rule, record.kept, record.changed) == ("weekday-past", 1, 1)
    assert record.agreement == 0.5
