"""TimelineJS's spreadsheet as CSV, to be pasted into its Google Sheet template.

Its dates leave out the fields that are not known: a month stays a month.
"""

from html import escape

from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.operations.export.csv_rows import csv_text
from timeline_app.operations.writers.chronology import (
    Chronology,
    Entry,
    Written,
    needs_a_begin,
    split,
)
from timeline_app.operations.writers.web_timelines import (
    evidence_html,
    is_one_date,
    omissions_html,
    partial_date,
)
from timeline_app.operations.writers.wording import date_words

SHEET_COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip


def write_timelinejs_sheet(chronology: Chronology) -> Written:
    """Write the rows, the title's row first; it names what is left out."""
    entries, left_out = split(chronology, needs_a_begin)
    head = [""] * 9 + [escape(chronology.title), omissions_html(left_out), "", "", "", "", "title"]
    rows = [SHEET_COLUMNS, [*head, "", ""], *map(_row, entries)]
    return Written(content=csv_text(rows).encode("utf-8-sig"), left_out=left_out)


def _row(entry: Entry) -> list[str]:
    time = entry.event.time
    begin, end = ([""] * 4, [""] * 4)
    if time is not None and time.begin is not None:
        begin = _cells(time.begin, time)
        if time.end is not None and not is_one_date(time):
            end = _cells(time.end - 1, time)
    texts = [escape(date_words(time)), escape(entry.event.title), evidence_html(entry)]
    return [*begin, *end, *texts, "", "", "", "", "", entry.event.type.value, ""]


def _cells(at: int, time: EventTime) -> list[str]:
    date = partial_date(at, time.precision)
    clock = ""
    if time.precision is Precision.MINUTE:  # its clock times have minutes: an hour has none
        clock = f"{date['hour']}:{date['minute']:02d}"
    return [*(str(date.get(name, "")) for name in ("year", "month", "day")), clock]
