"""The hand-made gold fits its articles: offsets, words, dates, links."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from quality.compile_annotations import compile_article, find_article

HERE = Path(__file__).parent
ANNOTATIONS = sorted(HERE.glob("*/*.ann"))
DAY = r"\d{4}-\d\d-\d\d(T(MO|AF|EV|NI|\d\d(:\d\d)?))?"
POINT = rf"({DAY}|\d{{4}}-W\d\d|\d{{4}}-(0[1-9]|1[0-2]|Q[1-4]|SP|SU|FA|WI)|\d{{4}})"
DATE = re.compile(rf"{POINT}|({POINT}|\.\.)/({POINT}|\.\.)")
FIELDS = {
    *("id", "type", "alt_types", "begin", "end", "text", "date", "date_text", "date_basis"),
    *("modality", "participants", "places", "attribution", "optional", "same_as"),
}


def article_of(annotation: Path) -> str:
    return find_article(annotation).read_bytes().decode("utf-8")


def gold_of(annotation: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(annotation.with_suffix(".json").read_text("utf-8"))
    return gold


@pytest.fixture(params=ANNOTATIONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def annotation(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_json_is_what_the_annotation_compiles_to(annotation: Path) -> None:
    lines = annotation.read_text(encoding="utf-8")
    compiled = compile_article(lines, article_of(annotation), name=annotation.stem)
    assert gold_of(annotation) == compiled, "run tests/quality/compile_annotations.py"


def test_triggers_lie_in_the_article_and_quote_it(annotation: Path) -> None:
    text = article_of(annotation)
    for event in gold_of(annotation)["events"]:
        assert 0 <= event["begin"] < event["end"] <= len(text)
        assert text[event["begin"] : event["end"]] == event["text"]
        assert event["text"] == event["text"].strip()


def test_triggers_overlap_only_where_one_word_names_two_happenings(annotation: Path) -> None:
    spans = [(e["begin"], e["end"]) for e in gold_of(annotation)["events"]]
    for (_, end), (begin, _) in pairwise(spans):
        assert end <= begin or spans.count((begin, end)) > 1


def test_dates_are_well_formed_and_agree_with_their_basis(annotation: Path) -> None:
    gold = gold_of(annotation)
    assert gold["dct"] is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", gold["dct"])
    for event in gold["events"]:
        assert set(event) == FIELDS
        assert event["date"] is None or DATE.fullmatch(event["date"]), event
        assert (event["date"] is None) == (event["date_basis"] == "none"), event
        assert event["date_basis"] != "explicit" or event["date_text"], event


def test_a_repeated_mention_points_at_one_that_stands_for_itself(annotation: Path) -> None:
    events = {event["id"]: event for event in gold_of(annotation)["events"]}
    for event in events.values():
        if event["same_as"] is not None:
            assert events[event["same_as"]]["same_as"] is None, event
            assert event["optional"], event


def test_there_are_enough_articles_for_development_and_for_judging() -> None:
    folders = [path.parent.name for path in ANNOTATIONS]
    assert folders.count("dev") >= 26
    assert folders.count("heldout") >= 11
