"""What goes into a library comes out of it."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from builders import day, document, extraction, mention, month, person, place, timex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.annotation.event import EventLink, LinkKind
from timeline_app.annotation.event_columns import UNDATED, EventFlag, Grouping
from timeline_app.annotation.span import Span
from timeline_app.storage.library import Library

MEETING = mention(
    "e1",
    time=day(2015, 11, 24),
    participants=(person("François Hollande"), person("Barack Obama")),
    places=(place("Washington", "US"),),
    timex_id="t1",
)
LATER = mention("e2", title="Summit", time=month(2015, 12))
UNKNOWN = mention("e3", title="Talks some day")


def test_a_new_library_is_empty(library: Library) -> None:
    assert library.documents() == ()
    assert len(library.columns()) == 0
    assert library.columns().groups[Grouping.ACTOR].names == ()


def test_an_article_comes_back_as_it_went_in(library: Library) -> None:
    before = extraction(
        MEETING, LATER, UNKNOWN, timexes=(timex(), timex("t2")), sentences=(Span(0, 9),)
    )
    changes = library.add(before)
    assert library.extraction(changes.documents_added[0]) == before
    assert library.document(changes.documents_added[0]) == before.document


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(), title=st.text())
def test_any_text_comes_back(library: Library, text: str, title: str) -> None:
    before = extraction(of=document(text, path=text[:3], title=title, outlet=title))
    changes = library.add(before)
    if changes.documents_added:
        assert library.extraction(changes.documents_added[0]) == before


def test_half_a_surrogate_pair_comes_back(library: Library) -> None:
    text = "Broken \ud83d here."
    said = mention("e1", title=text, participants=(person(text),), time=day(2015, 11, 24))
    before = extraction(said, of=document(text, title=text, outlet=text))
    changes = library.add(before)
    assert library.extraction(changes.documents_added[0]) == before
    assert library.event(changes.events_added[0]).title == text
    assert library.search("broken").document_ids == changes.documents_added


def test_each_happening_becomes_an_event(library: Library) -> None:
    changes = library.add(extraction(MEETING, LATER, mention("e4", same_as="e1")))
    assert len(changes.events_added) == 2
    event = library.event(changes.events_added[0])
    assert [report.mention.id for report in event.reports] == ["e1", "e4"]
    assert library.event_ids_of(changes.documents_added[0]) == changes.events_added


def test_a_statement_is_linked_to_what_it_speaks_of(library: Library) -> None:
    speech = dataclasses.replace(mention("e2", title="Speech"), about="e1")
    meeting, statement = library.add(extraction(MEETING, speech)).events_added
    assert library.event(statement).links == (EventLink(kind=LinkKind.ABOUT, to=meeting),)


def test_a_circle_of_references_is_one_event(library: Library) -> None:
    changes = library.add(extraction(mention("e1", same_as="e2"), mention("e2", same_as="e1")))
    assert len(changes.events_added) == 1


def test_a_reference_to_nothing_stands_alone(library: Library) -> None:
    assert len(library.add(extraction(mention("e1", same_as="e9"))).events_added) == 1


def test_a_document_row_tells_what_was_found(library: Library) -> None:
    library.add(extraction(MEETING, UNKNOWN, timexes=(timex("t1"), timex("t2"))))
    (row,) = library.documents()
    assert (row.event_count, row.timex_count, row.placed_count) == (2, 2, 1)
    assert (row.copy_of, row.is_date_disputed) == (None, False)


def test_columns_are_sorted_and_undated_events_stand_last(library: Library) -> None:
    library.add(extraction(UNKNOWN, LATER, MEETING))
    columns = library.columns()
    assert library.titles(columns.ids.tolist()) == [MEETING.title, LATER.title, UNKNOWN.title]
    assert columns.dated_count == 2
    assert columns.begins[2] == columns.ends[2] == UNDATED
    assert columns.flags[2] == EventFlag.UNDATED
    assert columns.groups[Grouping.ACTOR].of(0) == ("François Hollande", "Barack Obama")
    assert columns.groups[Grouping.ACTOR].of(1) == ()
    assert columns.groups[Grouping.PLACE].of(0) == ("Washington",)
    assert columns.groups[Grouping.TYPE].of(2) == ("MEETING",)
    assert columns.begins.dtype == np.int64
    assert columns.known_from is not None
    assert len(set(columns.known_from.tolist())) == 1


def test_titles_come_in_the_order_asked(library: Library) -> None:
    first, second = library.add(extraction(MEETING, LATER)).events_added
    assert library.titles([second, 999, first]) == [LATER.title, "", MEETING.title]


def test_what_was_added_is_there_after_reopening(path: Path) -> None:
    with Library.open(path) as library:
        library.add(extraction(MEETING))
    with Library.open(path) as library:
        assert len(library.documents()) == 1


def test_an_unknown_id_is_a_key_error(library: Library) -> None:
    with pytest.raises(KeyError):
        library.event(7)  # type: ignore[arg-type]  # ids come from the library alone
    with pytest.raises(KeyError):
        library.document(7)  # type: ignore[arg-type]  # ids come from the library alone


def test_another_window_notices_what_was_written(path: Path) -> None:
    with Library.open(path) as one, Library.open(path) as other:
        changes = one.add(extraction(MEETING))
        assert not one.changes_elsewhere()
        assert other.changes_elsewhere().events_added == changes.events_added
        assert not other.changes_elsewhere()
        mine = other.add(extraction(LATER, of=document("Other words.", path="b.txt")))
        assert not other.changes_elsewhere()
        assert one.changes_elsewhere().events_added == mine.events_added


def test_closing_twice_is_allowed(path: Path) -> None:
    library = Library.open(path)
    library.close()
    library.close()


def test_a_name_is_one_whether_it_is_written_with_its_accents_or_not(library: Library) -> None:
    plain = mention("e1", participants=[person("Francois Hollande")])
    accented = mention("e1", time=day(2014, 3, 2), participants=[person("François Hollande")])
    library.add(extraction(plain))
    library.add(extraction(accented, of=document("Other words.", path="b.txt")))
    actors = library.columns().groups[Grouping.ACTOR]
    assert actors.names == ("François Hollande",)
    assert actors.of(0) == actors.of(1) == ("François Hollande",)
