"""What articles say is shown by the programs that read an export, and never run by them."""

import csv
import dataclasses
import io
import json
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import builders
import docx
import openpyxl
import pytest
from icalendar import Calendar
from pypdf import PdfReader

from timeline_app.annotation.event import EventId
from timeline_app.operations.export.csv_rows import armed, disarmed
from timeline_app.operations.writers.chronology import Chronology, Writer
from timeline_app.operations.writers.clean import clean_text
from timeline_app.operations.writers.gather import gather
from timeline_app.operations.writers.registry import WRITERS, writer_for
from timeline_app.storage.library import Library

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>{{title}}"
OVERRIDE = "\u202egnihtemos\u2066"
CONTROL = "bell\x07 escape\x1b[31m line\x0bfeed\x85"
NASTY = f"{SCRIPT} ]]> --> {OVERRIDE} {CONTROL}"
LOSSLESS = {"json", "jsonl"}


@pytest.fixture
def chronology(tmp_path: Path) -> Chronology:
    """One dated event of an article that attacks with every text it has."""
    document = dataclasses.replace(
        builders.document(f"=cmd {NASTY} met Obama on Tuesday.", outlet=f"@{NASTY}", title=NASTY),
        url="javascript:alert(3)",
        author=f"+{NASTY}",
    )
    mention = builders.mention(
        title=f"=HYPERLINK(1) {NASTY}",
        time=builders.day(2015, 11, 24),
        participants=[builders.person(f"-{NASTY}")],
        places=[builders.place(f"@{NASTY}")],
        sentence=(0, len(document.text)),
        explanation=NASTY,
    )
    with Library.open(tmp_path / "a.tlib") as library:
        library.add(builders.extraction(mention, of=document))
        ids = [EventId(int(i)) for i in library.columns().ids]
        return gather(library, ids, title=f"=title {NASTY}")


@pytest.mark.parametrize(
    "writer", [w for w in WRITERS if w.key not in LOSSLESS], ids=lambda w: w.key
)
def test_no_format_has_controls_or_addresses_that_run(
    writer: Writer, chronology: Chronology
) -> None:
    for text in texts_of(writer, writer.write(chronology).content):
        assert "javascript:" not in text
        acting = {c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in "\r\n\t"}
        assert not acting
        assert not {"\u202e", "\u2066"} & set(text)


def texts_of(writer: Writer, content: bytes) -> list[str]:
    """Return the texts in a file."""
    if writer.suffix.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [archive.read(name).decode() for name in archive.namelist() if ".xml" in name]
    if writer.suffix.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert all("/" not in name and ".." not in name for name in archive.namelist())
            return archive.namelist()
    if writer.suffix == ".pdf":
        return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    return [content.decode()]


@pytest.mark.parametrize("key", ["csv", "csv-mentions", "timesketch", "timelinejs-csv", "coded"])
def test_no_cell_is_a_formula(key: str, chronology: Chronology) -> None:
    text = writer_for(key).write(chronology).content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert any("HYPERLINK" in cell or "=cmd" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_no_cell_of_a_workbook_is_a_formula(chronology: Chronology) -> None:
    content = writer_for("xlsx").write(chronology).content
    book = openpyxl.load_workbook(io.BytesIO(content))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


@pytest.mark.parametrize("key", ["html", "timelinejs", "vis", "simile", "timelinejs-csv"])
def test_markup_of_an_article_is_text(key: str, chronology: Chronology) -> None:
    text = writer_for(key).write(chronology).content.decode()
    assert "<script>alert" not in text and "<img src=x" not in text
    assert "&lt;script&gt;alert" in text


@pytest.mark.parametrize("key", ["timeline-project", "timeml"])
def test_xml_stays_well_formed(key: str, chronology: Chronology) -> None:
    content = writer_for(key).write(chronology).content
    if key == "timeml":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = archive.read(archive.namelist()[0])
    root = ElementTree.fromstring(content)
    assert "alert(1)" in "".join(root.itertext())


def test_a_calendar_cannot_be_given_more_lines(chronology: Chronology) -> None:
    entry = chronology.entries[0]
    title = "Talks\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:EMAIL"
    event = dataclasses.replace(entry.event, title=title)
    changed = dataclasses.replace(chronology, entries=(dataclasses.replace(entry, event=event),))
    calendar = Calendar.from_ical(writer_for("ics").write(changed).content)
    assert len(calendar.walk("VEVENT")) == 1 and not calendar.walk("VALARM")
    assert "url" not in calendar.walk("VEVENT")[0]


def test_documents_open_and_show_the_text(chronology: Chronology) -> None:
    document = docx.Document(io.BytesIO(writer_for("docx").write(chronology).content))
    assert "<script>alert(1)</script>" in document.tables[0].rows[1].cells[1].text
    pages = PdfReader(io.BytesIO(writer_for("pdf").write(chronology).content)).pages
    assert "alert(1)" in "".join(page.extract_text() for page in pages)


def test_markdown_shows_markup_as_it_is(chronology: Chronology) -> None:
    text = writer_for("markdown").write(chronology).content.decode()
    assert "\\<script\\>" in text and "<script>" not in text


def test_json_keeps_what_the_article_says(chronology: Chronology) -> None:
    told = json.loads(writer_for("json").write(chronology).content)
    assert told["articles"][0]["title"] == NASTY


@pytest.mark.parametrize(
    "cell", ["=1", "'=1", "''@a", "-0043-03-15", "-43", "+49 30", "plain", "'quoted'", "＝1", ""]
)
def test_a_disarmed_cell_can_be_armed_again(cell: str) -> None:
    assert armed(disarmed(cell)) == cell
    assert not disarmed(cell).startswith(("=", "@", "＝"))


def test_clean_text_leaves_other_scripts_alone() -> None:
    assert clean_text("שלום \u200fمرحبا 日本\u200d") == "שלום \u200fمرحبا 日本\u200d"
