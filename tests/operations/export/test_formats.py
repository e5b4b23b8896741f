"""Extractions are written as the contract says, and spreadsheets run nothing."""

import csv
import io
import json

import builders
import pytest

from timeline_app.annotation.actor import Role
from timeline_app.annotation.mention import Extraction
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import instant
from timeline_app.operations.export.chronology import lines_of_extraction
from timeline_app.operations.export.csv_rows import csv_header, csv_of_extraction, disarmed
from timeline_app.operations.export.json_array import JSON_BEGIN, JSON_END, json_item
from timeline_app.operations.export.jsonl import jsonl_line

EVENING = EventTime(
    begin=instant(2015, 11, 24, 18), end=instant(2015, 11, 25), precision=Precision.PART_OF_DAY
)


def example() -> Extraction:
    dated = builders.mention(
        "e1",
        time=EVENING,
        participants=[builders.person("Hollande"), builders.person("Obama", Role.TARGET)],
        places=[builders.place("Washington", "US")],
        attribution=[builders.source("Vedomosti")],
        trigger=(9, 12),
    )
    undated = builders.mention("e2", title="=1+1", same_as=None)
    repeat = builders.mention("e3", time=builders.month(2015, 11), same_as="e1")
    return builders.extraction(undated, dated, repeat)


def test_a_document_has_every_field_of_the_contract() -> None:
    row = json.loads(jsonl_line(example()))
    assert row["schema"] == 1
    assert {
        "path", "title", "outlet", "url", "published", "published_from", "language", "sha256",
        "text",
    } <= row["document"].keys()  # fmt: skip
    assert row["document"]["published"] == "2015-11-26"
    assert row["document"]["published_from"] == "metadata"


def test_an_event_has_every_field_of_the_contract() -> None:
    event = json.loads(jsonl_line(example()))["events"][1]
    assert event["date"] == "2015-11-24"
    assert event["begin_date"] == "2015-11-24T18:00"
    assert event["end_date"] == "2015-11-25T00:00"
    assert event["precision"] == "part-of-day"
    assert event["trigger"] == {"begin": 9, "end": 12, "text": "met"}
    assert event["participants"][1]["role"] == "target"
    assert event["places"][0]["country"] == "US"
    assert event["attribution"][0]["kind"] == "outlet"
    assert {"sentence", "date_basis", "timex", "modality", "confidence", "explanation"} <= set(
        event
    )


def test_an_undated_event_is_kept_with_null_dates() -> None:
    event = json.loads(jsonl_line(example()))["events"][0]
    assert event["date"] is event["begin_date"] is event["end_date"] is event["precision"] is None
    assert event["date_basis"] == "none"


def test_an_open_time_has_one_null_bound() -> None:
    since = EventTime(begin=instant(2015, 9, 30), end=None, precision=Precision.INTERVAL)
    mention = builders.mention(time=since)
    event = json.loads(jsonl_line(builders.extraction(mention)))["events"][0]
    assert (event["begin_date"], event["end_date"]) == ("2015-09-30T00:00", None)


def test_a_line_is_one_line_whatever_the_text_holds() -> None:
    text = "One\r\ntwo\u2028three \U0001f600 “é”"
    line = jsonl_line(builders.extraction(of=builders.document(text)))
    assert line.count("\n") == 1
    assert json.loads(line)["document"]["text"] == text


def test_the_json_array_holds_the_same_objects() -> None:
    whole = json.loads(JSON_BEGIN + json_item(example()) + JSON_END)
    assert whole == [json.loads(jsonl_line(example()))]


def test_csv_has_one_row_an_event_and_disarms_formulas() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_header() + csv_of_extraction(example()))))
    assert [row["id"] for row in rows] == ["e2", "e1", "e3"]
    assert rows[0]["title"] == "'=1+1"
    assert rows[1]["participants"] == "Hollande (agent); Obama (target)"
    assert rows[2]["date"] == "2015-11"


@pytest.mark.parametrize("cell", ["=1", "+A1", "-A1", "@x", "\t=1", "\r=1"])
def test_cells_that_a_spreadsheet_would_run_are_disarmed(cell: str) -> None:
    assert disarmed(cell) == f"'{cell}"


def test_a_chronology_is_sorted_without_repeats_and_with_undated_events_last() -> None:
    lines = lines_of_extraction(example())
    assert [line.date for line in lines] == ["2015-11-24", "undated"]
