"""Every field of every sample article's output is of the form that scripts rely on."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from timeline_app.chrono.edtf import parse_edtf
from timeline_app.chrono.instant import parse_iso
from timeline_app.cli.main import run
from timeline_app.paths import seeds_dir

TYPES = {
    "MEETING", "ATTACK", "STATEMENT", "AGREEMENT", "MILITARY", "SANCTION", "LEGAL", "PROTEST",
    "DISASTER", "OTHER",
}  # fmt: skip
PRECISIONS = {
    "minute", "hour", "part-of-day", "day", "week", "month", "quarter", "year", "decade",
    "century", "interval",
}  # fmt: skip
MODS = {
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
    "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
}  # fmt: skip
BASES = {"explicit", "context", "publication", "none"}
MODALITIES = {"actual", "planned", "proposed", "denied", "hypothetical"}
ROLES = {"agent", "target", "speaker", "addressee", "host", "other"}
KINDS = {"person", "state", "organisation", "group"}
SOURCES = {"argument", "metadata", "url", "byline", "dateline", "none"}
BOUND = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d")

Object = Mapping[str, Any]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Object]:
    target = tmp_path_factory.mktemp("contract") / "all.jsonl"
    assert run(["extract", "--jobs", "1", "-o", str(target), str(seeds_dir())]) == 0
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def events(lines: list[Object]) -> list[tuple[Object, Object]]:
    return [(line, event) for line in lines for event in line["events"]]


def check_span(text: str, part: Object) -> None:
    assert 0 <= part["begin"] < part["end"] <= len(text)
    if "text" in part:
        assert text[part["begin"] : part["end"]] == part["text"]


def check_bounds(part: Object) -> None:
    begin, end = part["begin_date"], part["end_date"]
    assert all(bound is None or BOUND.fullmatch(bound) for bound in (begin, end))
    assert begin is None or end is None or begin < end


def test_documents(lines: list[Object]) -> None:
    assert len(lines) >= 16
    for line in lines:
        document = line["document"]
        assert line["schema"] == 1
        content = Path(document["path"]).read_bytes()
        assert document["sha256"] == hashlib.sha256(content).hexdigest()
        if not document["path"].endswith(".html"):
            assert document["text"] == content.decode("utf-8")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", document["published"])
        assert document["published_from"] in SOURCES - {"none", "argument"}
        assert document["title"] and document["language"] == "en"
        assert all(document[key] != "" for key in ("outlet", "url"))


def test_timexes(lines: list[Object]) -> None:
    for line in lines:
        ids = {"dct"}
        for timex in line["timexes"]:
            check_span(line["document"]["text"], timex)
            check_bounds(timex)
            assert timex["type"] in {"DATE", "TIME", "DURATION", "SET"}
            assert timex["mod"] is None or timex["mod"] in MODS
            assert timex["value"] and timex["rule"]
            assert timex["id"] not in ids
            ids.add(timex["id"])
        assert all(t["anchor"] is None or t["anchor"] in ids for t in line["timexes"])


def test_the_dates_of_events(lines: list[Object]) -> None:
    for line, event in events(lines):
        check_bounds(event)
        assert event["date_basis"] in BASES
        assert event["timex"] is None or event["timex"] in {t["id"] for t in line["timexes"]}
        if event["date"] is None:
            assert (event["date_basis"], event["precision"]) == ("none", None)
            assert event["begin_date"] is None and event["end_date"] is None
            continue
        assert event["date_basis"] != "none" and event["precision"] in PRECISIONS


def test_a_date_in_edtf_is_no_more_precise_than_its_bounds(lines: list[Object]) -> None:
    for _, event in events(lines):
        if event["date"] is None:
            continue
        time = parse_edtf(event["date"])
        if time.begin is not None and event["begin_date"] is not None:
            assert time.begin <= parse_iso(event["begin_date"])
        if time.end is not None and event["end_date"] is not None:
            assert time.end >= parse_iso(event["end_date"])


def test_what_is_said_of_events(lines: list[Object]) -> None:
    for line, event in events(lines):
        text = line["document"]["text"]
        check_span(text, event["trigger"])
        check_span(text, event["sentence"])
        assert event["sentence"]["begin"] <= event["trigger"]["begin"] < event["sentence"]["end"]
        assert event["type"] in TYPES and event["modality"] in MODALITIES
        assert event["title"].strip() and event["explanation"].strip()
        assert 0.0 <= event["confidence"] <= 1.0
        assert event["same_as"] is None or event["same_as"] in {e["id"] for e in line["events"]}
        assert event["same_as"] != event["id"]
        for person in event["participants"]:
            check_span(text, person)
            assert person["name"] and person["role"] in ROLES and person["kind"] in KINDS
        for place in event["places"]:
            check_span(text, place)
            assert place["country"] is None or re.fullmatch("[A-Z]{2}", place["country"])
        for said_by in event["attribution"]:
            check_span(text, said_by)
            assert said_by["kind"] in KINDS | {"outlet"}
