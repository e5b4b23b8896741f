"""Files that other programs, people and attackers write."""

import pytest

from timeline_app.annotation.mention import EventType, Modality
from timeline_app.chrono.edtf import edtf_text
from timeline_app.errors import ReadingError
from timeline_app.operations.edits import AddEvent
from timeline_app.operations.event_files.registry import event_format_of, read_event_file
from timeline_app.reading.input_file import InputFile


def file(name: str, content: str) -> InputFile:
    """Return a file in memory."""
    return InputFile(name=name, content=content.encode())


def edtf(event: AddEvent) -> str:
    """Return the time of an event as text."""
    return edtf_text(event.time) if event.time else ""


def calendar(*lines: str) -> InputFile:
    """Return a calendar of one event."""
    body = "\r\n".join(lines)
    return file(
        "a.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        f"DTSTAMP:20151101T000000Z\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    )


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("DTSTART;VALUE=DATE:20151124",), "2015-11-24"),
        (
            ("DTSTART;VALUE=DATE:20151101", "DTEND;VALUE=DATE:20151201"),
            "2015-11-01/2015-11-30",
        ),
        (("DTSTART:20151124T092400Z",), "2015-11-24T09:24"),
        (("DTSTART:20151124T090000", "DTEND:20151124T113000"), "2015-11-24T09:00/2015-11-24T11:30"),
        (("DTSTART:20151124T090000", "DURATION:PT2H"), "2015-11-24T09/2015-11-24T11"),
        (("X-NONE:1",), ""),
    ],
)
def test_a_calendar_of_another_program(lines: tuple[str, ...], wanted: str) -> None:
    (event,) = read_event_file(calendar("SUMMARY:Talks", *lines)).events
    assert edtf(event) == wanted


def test_an_entry_moved_in_a_calendar_is_where_it_was_moved_to() -> None:
    moved = calendar("SUMMARY:Talks", "DTSTART;VALUE=DATE:20151125", "X-EDTF:2015-11-24")
    (event,) = read_event_file(moved).events
    assert edtf(event) == "2015-11-25"


def test_a_calendar_tells_what_repeats() -> None:
    read = read_event_file(
        calendar("SUMMARY:Talks", "DTSTART;VALUE=DATE:20151124", "RRULE:FREQ=DAILY")
    )
    assert len(read.events) == 1 and "repeats" in read.left_out[0].reason


def test_a_calendar_tells_that_zones_are_not_kept() -> None:
    read = read_event_file(calendar("SUMMARY:Talks", "DTSTART:20151124T092400Z"))
    assert [item.title for item in read.left_out] == ["time zones"]


def test_timelinejs_of_another_hand() -> None:
    content = """{"title": {"text": {"headline": "T"}}, "events": [
      {"start_date": {"year": "2015", "month": "11"}, "group": "Politics",
       "media": {"url": "https://example.org/a.png"},
       "text": {"headline": "<b>Talks</b> &amp; tea", "text": "<p>One</p><p>Two</p>"}},
      {"start_date": {"year": "x"}, "text": {"headline": "Bad"}},
      {"start_date": {"year": 2015}},
      7]}"""
    read = read_event_file(file("a.json", content))
    (event,) = read.events
    assert (event.title, edtf(event)) == ("Talks & tea", "2015-11")
    assert event.type is EventType.OTHER and event.tags == ("Politics",)
    assert event.note == "One\nTwo\nhttps://example.org/a.png"
    assert [item.title for item in read.left_out] == ["slide 2", "slide 3", "slide 4"]


def test_a_timeline_of_the_timeline_project_itself() -> None:
    content = """<?xml version="1.0" encoding="utf-8"?><timeline><version>2.8.0</version><events>
      <event><start>2015-11-01 00:00:00</start><end>2015-12-01 00:00:00</end><text>Month</text>
        <fuzzy>True</fuzzy><category>Trips</category></event>
      <event><start>2015-11-24 09:24:00</start><end>2015-11-24 09:24:00</end><text>Moment</text>
        <fuzzy>False</fuzzy></event>
      <event><start>soon</start><end>later</end><text>Vague</text></event>
      </events></timeline>"""
    read = read_event_file(file("a.timeline", content))
    assert [edtf(event) for event in read.events] == ["2015-11", "2015-11-24T09:24"]
    assert read.events[0].tags == ("Trips",)
    assert read.left_out[0].title == "Vague"


def test_a_sheet_of_another_hand() -> None:
    content = (
        "Year,Month,Day,Time,End Year,Headline,Text,Type,Group\r\n"
        ",,,,,The title,,title,\r\n2015,11,,,,Talks,,,\r\n"
        "2015,,,,2016,Years,,,\r\n,,,,,Never,,,\r\n"
    )
    read = read_event_file(file("a.csv", content))
    assert [edtf(event) for event in read.events] == ["2015-11", "2015/2016"]
    assert [item.title for item in read.left_out] == ["row 5"]


def test_a_row_with_a_date_in_words_is_named() -> None:
    read = read_event_file(
        file("a.csv", "date,title,type,status\r\nlast May,Talks,MEETING,planned\r\n2015,,,\r\n")
    )
    assert read.events == ()
    assert ["EDTF" in read.left_out[0].reason, read.left_out[1].title] == [True, "row 3"]


def test_an_unknown_status_is_taken_as_actual() -> None:
    (event,) = read_event_file(file("a.csv", "date,title,type,status\n2015,T,X,sure\n")).events
    assert event.modality is Modality.ACTUAL and event.tags == ("X",)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("articles.csv", "title,text,date\r\nA,B,2015-01-01\r\n"),
        ("items.json", '[{"type": "article-newspaper", "title": "A"}]'),
        ("archive.jsonl", '{"id": "1", "text": "A text", "title": "A"}\n'),
        ("extraction.jsonl", '{"schema": 1, "document": {}, "events": []}\n'),
        ("feed.xml", "<rss><channel/></rss>"),
        ("a.txt", "BEGIN:VCALENDAR"),
    ],
)
def test_articles_are_not_taken_for_events(name: str, content: str) -> None:
    assert event_format_of(file(name, content)) is None


BOMB = "<!DOCTYPE t [" + '<!ENTITY a "aaaaaaaaaa">' + '<!ENTITY b "&a;&a;&a;&a;&a;&a;">' + "]>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.timeline", f"{BOMB}<timeline><events>&b;</events></timeline>"),
        (
            "a.timeline",
            '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/hostname">]><timeline>&x;</timeline>',
        ),
        ("a.timeline", "<timeline><events>"),
        ("a.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n"),
        ("a.json", '{"events": ' + "[" * 100_000 + ' "start_date"'),
        ("a.json", '{"schema": 1, "title": "", "entries": [{"event": 7}], "articles": []}'),
        ("a.json", '{"schema": 99, "title": "", "entries": [], "articles": []}'),
    ],
)
def test_a_hostile_or_damaged_file_is_refused_with_a_reason(name: str, content: str) -> None:
    with pytest.raises(ReadingError):
        read_event_file(file(name, content))


def test_a_damaged_line_is_named_and_the_others_are_read() -> None:
    good = (
        '{"schema": 1, "edtf": "2015", "words": "2015", "citations": [], "event": {"id": 1, '
        '"type": "OTHER", "title": "T", "time": null, "modality": "actual", "participants": [], '
        '"places": [], "confidence": 1.0, "reports": []}}'
    )
    read = read_event_file(file("a.jsonl", f"{good}\n{{\n"))
    assert [event.title for event in read.events] == ["T"]
    assert [item.title for item in read.left_out] == ["line 2"]


def test_markup_in_a_headline_never_becomes_markup_again() -> None:
    content = (
        '{"events": [{"start_date": {"year": 2015}, "text": {"headline": '
        '"<script>alert(1)</script>&lt;img src=x&gt;"}}]}'
    )
    (event,) = read_event_file(file("a.json", content)).events
    assert event.title == "alert(1)<img src=x>"
