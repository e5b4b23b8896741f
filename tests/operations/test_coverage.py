"""Every date phrase has a fate, and the counts add up."""

import dataclasses
from pathlib import Path

from builders import day, extraction, mention, timex

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.timex import TimexType
from timeline_app.operations import edits
from timeline_app.operations.adding import add_article
from timeline_app.operations.coverage import PhraseFate, coverage_in
from timeline_app.storage.library import Library

DAY = day(2015, 11, 24)
PHRASES = (
    timex("t1", time=DAY),
    timex("t2", time=DAY),
    timex("t3"),
    timex("t4", time=DAY),
    dataclasses.replace(timex("t5", time=DAY), is_dateline=True),
    dataclasses.replace(timex("t6"), type=TimexType.DURATION),
)
SAID = (
    mention("e1", time=DAY, timex_id="t1"),
    mention("e2", time=DAY, timex_id="t2"),
    mention("e3", timex_id="t3"),
)


def test_each_phrase_has_its_fate(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.tlib") as library:
        add_article(library, extraction(*SAID, timexes=PHRASES))
        library.apply(edits.Reject(event_ids=(EventId(2),)))
        coverage = coverage_in(library, DocumentId(1))
    assert [phrase.fate for phrase in coverage.phrases] == [
        PhraseFate.PLACED,
        PhraseFate.REJECTED,
        PhraseFate.UNDATED,
        PhraseFate.UNUSED,
        PhraseFate.DATELINE,
        PhraseFate.UNUSED,
    ]
    assert coverage.phrases[0].event_ids == (1,)
    assert (coverage.dated_count, coverage.placed_count) == (5, 1)
    assert coverage.count(*PhraseFate) == len(PHRASES)
