"""What the user split stays apart, whatever is read later."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import day, document, extraction, mention, person, place

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.event_columns import EventColumns
from timeline_app.operations.adding import add_article
from timeline_app.operations.edits import Split
from timeline_app.operations.reextract import ReplaceReading
from timeline_app.operations.suggestions import similar_events
from timeline_app.storage.library import Library

TALKS = mention(
    title="Putin meets Hollande",
    time=day(2015, 11, 26),
    participants=(person("Vladimir Putin"), person("François Hollande")),
    places=(place("Moscow", "RU"),),
)
STORIES = ("Over tea the two presidents spoke of the frontier and of grain for an hour.",
           "A second round began at night, when the cameras and the interpreters had gone, and "
           "nobody has told until now what was said in it by either of the two men.")  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two reports that were merged, and that the user split."""
    with Library.open(tmp_path / "library.tlib") as library:
        for at, text in enumerate(STORIES):
            add_article(library, extraction(TALKS, of=document(text, path=f"{at}.txt")))
        assert counts(library.columns()) == [2]
        library.apply(Split(event_id=EventId(1), mentions=((DocumentId(2), "e1"),)))
        assert counts(library.columns()) == [1, 1]
        yield library


def counts(columns: EventColumns) -> list[int]:
    return sorted(columns.reports.tolist())


def test_a_new_reading_does_not_join_what_was_split(library: Library) -> None:
    of = library.document(DocumentId(2))
    elsewhere = replace(TALKS, id="e9", trigger=TALKS.sentence, sentence=TALKS.sentence)
    gone = extraction(of=of)
    library.apply(ReplaceReading(document_id=DocumentId(2), new=gone))
    library.apply(ReplaceReading(document_id=DocumentId(2), new=extraction(elsewhere, of=of)))
    assert counts(library.columns()) == [1, 1]


def test_what_was_split_is_not_offered_as_the_same_again(library: Library) -> None:
    assert similar_events(library, EventId(1)) == ()
    assert similar_events(library, EventId(2)) == ()


def test_a_copy_of_an_article_follows_it_to_its_side(library: Library) -> None:
    copy = document(STORIES[1], path="copy.txt", outlet="Courier")
    add_article(library, extraction(TALKS, of=copy))
    assert len(library.event(EventId(2)).reports) == 2


def test_a_later_article_that_fits_both_sides_joins_neither(library: Library) -> None:
    other = document("Putin and Hollande have met, a courier says.", path="late.txt")
    add_article(library, extraction(replace(TALKS, title="Talks"), of=other))
    assert counts(library.columns()) == [1, 1, 1]
