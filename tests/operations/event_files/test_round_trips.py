"""What an event format holds comes back from it, and no time is more precise than it was."""

from collections.abc import Iterator
from pathlib import Path

import builders
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.annotation.event import Event, EventId
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.annotation.place import Place
from timeline_app.annotation.span import Span
from timeline_app.chrono.edtf import parse_edtf
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.granularity import Granularity
from timeline_app.chrono.instant import instant
from timeline_app.chrono.interval import Interval
from timeline_app.operations.edits import AddEvent
from timeline_app.operations.event_files.adding import adding_edit, not_yet_in
from timeline_app.operations.event_files.registry import event_format_of, read_event_file
from timeline_app.operations.writers.chronology import Chronology, Entry
from timeline_app.operations.writers.gather import gather
from timeline_app.operations.writers.registry import writer_for
from timeline_app.reading.input_file import InputFile
from timeline_app.storage.library import Library

UNITS = {
    Precision.MINUTE: (Granularity.MINUTE, 1),
    Precision.HOUR: (Granularity.HOUR, 1),
    Precision.DAY: (Granularity.DAY, 1),
    Precision.WEEK: (Granularity.WEEK, 1),
    Precision.MONTH: (Granularity.MONTH, 1),
    Precision.YEAR: (Granularity.YEAR, 1),
    Precision.DECADE: (Granularity.DECADE, 1),
    Precision.CENTURY: (Granularity.CENTURY, 1),
}
WORDS = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")),
        min_size=1,
        max_size=40,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@st.composite
def times(draw: st.DrawFn) -> EventTime:
    """Draw a calendar unit of our era, or a stretch of days."""
    at = draw(st.integers(instant(1200), instant(2400)))
    if draw(st.booleans()):
        begin = at - at % 86_400
        end = begin + 86_400 * draw(st.integers(2, 5))
        precision = Precision.INTERVAL
    else:
        precision = draw(st.sampled_from(sorted(UNITS)))
        unit, count = UNITS[precision]
        bounds = Interval.of_unit(at, unit, count=count)
        assert bounds.begin is not None and bounds.end is not None
        begin, end = bounds.begin, bounds.end
    return EventTime(
        begin=begin,
        end=end,
        precision=precision,
        approximate=draw(st.booleans()),
        uncertain=draw(st.booleans()),
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Draw an event made by hand."""
    return Event(
        id=EventId(draw(st.integers(1, 10**6))),
        type=draw(st.sampled_from(EventType)),
        title=draw(WORDS),
        time=draw(times()),
        modality=draw(st.sampled_from(Modality)),
        participants=(),
        places=(),
        confidence=1.0,
        reports=(),
        note=draw(st.just("") | WORDS),
    )


def back(key: str, *told: Event) -> tuple[AddEvent, ...]:
    """Return what comes back of events that are written in a format."""
    writer = writer_for(key)
    entries = tuple(Entry(event=event, citations=()) for event in told)
    written = writer.write(Chronology(title="t", entries=entries, articles=()))
    assert not written.left_out
    file = InputFile(name=f"x{writer.suffix}", content=written.content)
    assert event_format_of(file) is not None
    read = read_event_file(file)
    assert not read.left_out
    return read.events


@pytest.mark.parametrize("key", ["json", "jsonl", "csv", "ics", "timelinejs", "timeline-project"])
@settings(max_examples=60, deadline=None)
@given(event=events())
def test_time_title_type_and_note_come_back(key: str, event: Event) -> None:
    (read,) = back(key, event)
    assert (read.title, read.time, read.type, read.note) == (
        event.title,
        event.time,
        event.type,
        event.note,
    )
    assert read.modality is event.modality


@settings(max_examples=60, deadline=None)
@given(event=events())
def test_the_spreadsheet_never_gains_precision(event: Event) -> None:
    (read,) = back("timelinejs-csv", event)
    assert read.title == event.title and read.time is not None and event.time is not None
    assert read.time.begin is not None and event.time.begin is not None
    assert read.time.end is not None and event.time.end is not None
    assert read.time.begin <= event.time.begin and event.time.end <= read.time.end
    assert event.modality is read.modality and event.note == read.note


@pytest.mark.parametrize(
    "key", ["json", "jsonl", "csv", "ics", "timelinejs", "timelinejs-csv", "timeline-project"]
)
def test_a_month_stays_a_month(key: str) -> None:
    month = EventTime(begin=instant(2015, 11), end=instant(2015, 12), precision=Precision.MONTH)
    (read,) = back(key, made("Talks go on", month))
    assert read.time == month


@pytest.mark.parametrize("key", ["json", "jsonl", "csv"])
def test_undated_and_open_events_come_back(key: str) -> None:
    told = (
        made("No date", None),
        made("Open", parse_edtf("../2015-12-01")),
        made("Ancient", parse_edtf("-0043-03-15")),
    )
    assert [event.time for event in back(key, *told)] == [event.time for event in told]


def test_csv_keeps_people_places_tags_and_parts_of_days() -> None:
    begin = instant(2015, 11, 24, 18)
    evening = EventTime(begin=begin, end=begin + 6 * 3600, precision=Precision.PART_OF_DAY)
    speaker = Participant(name="Merkel", role=Role.SPEAKER, kind=ActorKind.PERSON, span=Span(0, 0))
    place = Place(name="Berlin", country=None, span=Span(0, 0))
    told = made("'=1+1", evening, participants=(speaker,), places=(place,), tags=("a", "b"))
    (read,) = back("csv", told)
    assert (read.title, read.time) == (told.title, evening)
    assert (read.participants, read.places, read.tags) == ((speaker,), (place,), ("a", "b"))


def test_a_date_changed_in_a_spreadsheet_wins_over_the_bounds_beside_it() -> None:
    content = (
        "date,title,type,status,begin_date,end_date,precision\r\n"
        "2015-11,Talks,MEETING,planned,2015-11-24T00:00,2015-11-25T00:00,day\r\n"
    )
    (read,) = read_event_file(InputFile(name="a.csv", content=content.encode())).events
    assert read.time == parse_edtf("2015-11") and read.modality is Modality.PLANNED


@pytest.mark.parametrize("key", ["csv", "json", "ics", "timeline-project", "timelinejs"])
def test_an_export_read_into_its_own_library_adds_nothing(key: str, tmp_path: Path) -> None:
    with Library.open(tmp_path / "a.tlib") as library:
        mention = builders.mention(time=builders.month(2015, 11))
        library.add(builders.extraction(mention))
        ids = [EventId(int(i)) for i in library.columns().ids]
        writer = writer_for(key)
        file = InputFile(
            name=f"x{writer.suffix}", content=writer.write(gather(library, ids)).content
        )
        assert not_yet_in(library, read_event_file(file).events) == ()


def test_events_are_added_by_hand_at_once(tmp_path: Path) -> None:
    read = back("csv", made("One", parse_edtf("2015")), made("Two", None), made("Two", None))
    with Library.open(tmp_path / "b.tlib") as library:
        new = not_yet_in(library, read)
        applied = library.apply(adding_edit(new))
        assert sorted(titles(library)) == ["One", "Two"]
        library.apply(applied.inverse)
        assert list(titles(library)) == []


def titles(library: Library) -> Iterator[str]:
    """Yield the titles in a library."""
    yield from library.titles([int(i) for i in library.columns().ids])


def made(title: str, time: EventTime | None, **more: object) -> Event:
    """Return an event made by hand."""
    fields: dict[str, object] = {
        "id": EventId(1),
        "type": EventType.MEETING,
        "title": title,
        "time": time,
        "modality": Modality.ACTUAL,
        "participants": (),
        "places": (),
        "confidence": 1.0,
        "reports": (),
    }
    return Event(**(fields | more))  # type: ignore[arg-type]
