"""Each format is read back with a reader of its own, and no precision is gained on the way."""

import csv
import dataclasses
import io
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import builders
import docx
import openpyxl
import pytest
from icalendar import Calendar

from timeline_app.annotation.event import Event, EventId
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.chrono.edtf import parse_edtf
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import Instant, instant
from timeline_app.errors import ReadingError, UsageError
from timeline_app.operations.writers.chronology import Chronology, Entry, Writer
from timeline_app.operations.writers.gather import gather
from timeline_app.operations.writers.machine_json import read_json, write_json, write_jsonl
from timeline_app.operations.writers.registry import WRITERS, writer_for, writer_for_name
from timeline_app.operations.writers.wording import date_words
from timeline_app.storage.library import Library


def event(number: int, title: str, date: str | None, modality: Modality = Modality.ACTUAL) -> Entry:
    """Return an entry without reports, as one made by hand."""
    made = Event(
        id=EventId(number),
        type=EventType.MEETING,
        title=title,
        time=parse_edtf(date) if date else None,
        modality=modality,
        participants=(),
        places=(),
        confidence=1.0,
        reports=(),
    )
    return Entry(event=made, citations=())


@pytest.fixture
def chronology() -> Chronology:
    """A day, a month, an open begin, a clock time, an undated event, and one before our era."""
    entries = (
        event(1, "Ides <of> March", "-0043-03-15"),
        event(2, "Talks go on", "2015-11"),
        event(3, "Leaders meet", "2015-11-24"),
        event(4, "Border to close", "../2015-12-01", modality=Modality.PLANNED),
        event(5, "Shot fired", "2015-11-24T09:24"),
        event(6, "=HYPERLINK(1)", None),
    )
    return Chronology(title="A & B", entries=entries, articles=())


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with one article and one event."""
    with Library.open(tmp_path / "a.tlib") as library:
        document = builders.document(
            "Hollande met Obama on Tuesday.", outlet="The Example", title="Two presidents meet"
        )
        timex = builders.timex(begin=22, time=builders.day(2015, 11, 24))
        mention = builders.mention(time=builders.day(2015, 11, 24), timex_id="t1")
        library.add(builders.extraction(mention, of=document, timexes=[timex]))
        yield library


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.key)
def test_every_format_says_what_it_leaves_out(writer: Writer, chronology: Chronology) -> None:
    written = writer.write(chronology)
    assert written.content or not chronology.articles
    for item in written.left_out:
        assert item.title and item.reason


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.key)
def test_every_format_writes_an_empty_chronology(writer: Writer) -> None:
    writer.write(Chronology(title="", entries=(), articles=()))


def test_a_chronology_keeps_the_quote_the_phrase_and_the_article(library: Library) -> None:
    ids = [EventId(int(i)) for i in library.columns().ids]
    (entry,) = gather(library, ids).entries
    (citation,) = entry.citations
    assert citation.quote == "Hollande met Obama on Tuesday."
    assert citation.date_phrase == "Tuesday"
    assert citation.article.outlet == "The Example"


def test_json_gives_back_the_same_chronology(library: Library, chronology: Chronology) -> None:
    ids = [EventId(int(i)) for i in library.columns().ids]
    for told in (gather(library, ids), chronology):
        assert read_json(write_json(told).content) == told


def test_json_lines_has_one_event_a_line(chronology: Chronology) -> None:
    lines = write_jsonl(chronology).content.decode().splitlines()
    assert [json.loads(line)["edtf"] for line in lines][1] == "2015-11"
    assert len(lines) == len(chronology.entries)


def test_another_json_is_refused_with_a_reason() -> None:
    with pytest.raises(ReadingError, match="not a chronology"):
        read_json(b"[1, 2]")


def test_a_calendar_keeps_a_month_a_month(chronology: Chronology) -> None:
    written = writer_for("ics").write(chronology)
    events = {str(e["summary"]): e for e in Calendar.from_ical(written.content).walk("VEVENT")}
    month = events["Talks go on"]
    assert (month["dtstart"].dt.isoformat(), month["dtend"].dt.isoformat()) == (
        "2015-11-01",
        "2015-12-01",
    )
    assert month["dtstart"].params["VALUE"] == "DATE"
    assert str(month["x-edtf"]) == "2015-11"
    assert events["Shot fired"]["dtstart"].dt.isoformat() == "2015-11-24T09:24:00"
    assert {item.title for item in written.left_out} == {
        "Ides <of> March",
        "Border to close",
        "=HYPERLINK(1)",
    }


def test_an_event_that_articles_tell_has_an_identity_of_its_own_in_any_calendar(
    library: Library,
) -> None:
    ids = [EventId(int(i)) for i in library.columns().ids]
    told = gather(library, ids)
    (entry,) = told.entries
    (citation,) = entry.citations
    article = dataclasses.replace(citation.article, sha256="f" * 64)
    other = dataclasses.replace(
        told,
        entries=(
            dataclasses.replace(entry, citations=(dataclasses.replace(citation, article=article),)),
        ),
    )
    uids = [
        str(component["uid"])
        for chronology in (told, told, other)
        for component in Calendar.from_ical(writer_for("ics").write(chronology).content).walk(
            "VEVENT"
        )
    ]
    assert uids[0] == uids[1] != uids[2]


def test_timelinejs_dates_have_only_the_known_fields(chronology: Chronology) -> None:
    slides = json.loads(writer_for("timelinejs").write(chronology).content)["events"]
    by_id = {slide["unique_id"]: slide for slide in slides}
    assert by_id["event-2"]["start_date"] == {"year": 2015, "month": 11}
    assert by_id["event-3"]["start_date"] == {"year": 2015, "month": 11, "day": 24}
    assert by_id["event-1"]["text"]["headline"] == "Ides &lt;of&gt; March"


def test_simile_tells_uncertain_bounds(chronology: Chronology) -> None:
    events = json.loads(writer_for("simile").write(chronology).content)["events"]
    month = next(e for e in events if e["title"] == "Talks go on")
    assert month["latestStart"] == month["end"] == "2015-12-01"
    assert month["earliestEnd"] == month["start"] == "2015-11-01"


def test_timesketch_gives_a_month_two_labelled_bounds(chronology: Chronology) -> None:
    content = writer_for("timesketch").write(chronology).content.decode()
    rows = [r for r in csv.DictReader(io.StringIO(content)) if r["message"] == "Talks go on"]
    assert [r["datetime"][:10] for r in rows] == ["2015-11-01", "2015-11-30"]
    assert all("possible" in r["timestamp_desc"] for r in rows)


def test_the_timeline_projects_xml_marks_a_month_fuzzy(chronology: Chronology) -> None:
    root = ElementTree.fromstring(writer_for("timeline-project").write(chronology).content)
    fuzzy = {e.findtext("text"): e.findtext("fuzzy") for e in root.iter("event")}
    assert fuzzy["Talks go on"] == "True"
    assert fuzzy["Leaders meet"] == "False"


def test_a_formula_is_text_in_csv_and_xlsx(chronology: Chronology) -> None:
    table = writer_for("csv").write(chronology).content.decode("utf-8-sig")
    titles = [row["title"] for row in csv.DictReader(io.StringIO(table))]
    assert "'=HYPERLINK(1)" in titles
    book = openpyxl.load_workbook(io.BytesIO(writer_for("xlsx").write(chronology).content))
    cells = {cell.value: cell.data_type for row in book["Events"].iter_rows() for cell in row}
    assert cells["=HYPERLINK(1)"] == "s"


def test_the_page_escapes_titles_and_keeps_every_event(chronology: Chronology) -> None:
    page = writer_for("html").write(chronology).content.decode()
    assert "Ides &lt;of&gt; March" in page
    assert "Ides <of> March" not in page
    assert page.count("<li id=") == len(chronology.entries)
    assert "src=" not in page and "{{" not in page


def test_the_word_document_opens(chronology: Chronology) -> None:
    document = docx.Document(io.BytesIO(writer_for("docx").write(chronology).content))
    assert document.tables[0].rows[2].cells[0].text == "November 2015"


def test_markdown_shows_special_characters_as_they_are(chronology: Chronology) -> None:
    text = writer_for("markdown").write(chronology).content.decode()
    assert "Ides \\<of\\> March" in text
    assert "**November 2015**" in text


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2015-11-24", "24 November 2015"),
        ("2015-11", "November 2015"),
        ("2015", "2015"),
        ("199X", "the 1990s"),
        ("2015-11-13/2015-11-14", "13–14 November 2015"),
        ("../2015-11-26", "before 27 November 2015"),
        ("2015-11-24~", "about 24 November 2015"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("2015-11-24T09:24", "24 November 2015, 09:24"),
    ],
)
def test_words_are_no_more_precise_than_the_date(edtf: str, words: str) -> None:
    assert date_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ((6, 12), "24 November 2015, morning"),
        ((18, 24), "24 November 2015, evening"),
        ((18, 30), "24 November 2015, night"),
        ((7, 9), "24 November 2015, 07:00–09:00"),
    ],
)
def test_a_part_of_a_day_is_called_by_its_name(hours: tuple[int, int], words: str) -> None:
    begin = instant(2015, 11, 24)
    time = EventTime(
        begin=Instant(begin + hours[0] * 3_600),
        end=Instant(begin + hours[1] * 3_600),
        precision=Precision.PART_OF_DAY,
    )
    assert date_words(time) == words


@pytest.mark.parametrize("key", ["ris", "csl-json"])
def test_a_file_of_sources_says_that_it_has_no_events(key: str, chronology: Chronology) -> None:
    written = writer_for(key).write(chronology)
    assert written.article_count == len(chronology.articles)
    assert "events are not in it" in written.remarks[0]


def test_numbers_are_numbers_in_a_workbook(chronology: Chronology) -> None:
    book = openpyxl.load_workbook(io.BytesIO(writer_for("xlsx").write(chronology).content))
    header, *rows = book["Events"].iter_rows(values_only=True)
    for row in rows:
        named = dict(zip(header, row, strict=True))
        assert isinstance(named["event"], int) and isinstance(named["reports"], int)
        assert isinstance(named["confidence"], int | float)


def test_a_format_is_found_by_key_and_by_file_name() -> None:
    found = writer_for_name("out.VIS.json")
    assert found is not None and found.key == "vis"
    assert writer_for_name("out.unknown") is None
    with pytest.raises(UsageError, match="Choose one of"):
        writer_for("unknown")
