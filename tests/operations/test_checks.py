"""Contradictions are noticed, and nothing else is."""

import dataclasses

import pytest
from builders import day, document, extraction, mention, timex

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.mention import Extraction, Modality
from timeline_app.extraction.pipeline import extract
from timeline_app.operations.checks import FindingKind, check_event, find_in_extraction
from timeline_app.storage.resolve import resolve

ARTICLE = DocumentId(1)


def kinds(found: Extraction) -> list[FindingKind]:
    return [one.kind for one in find_in_extraction(found, ARTICLE, {"e1": EventId(7)})]


@pytest.mark.parametrize(
    ("phrase", "is_wrong"),
    [
        ("Tuesday, 24 November 2015", False),
        ("Wednesday, 24 November 2015", True),
        ("Wed., 24 November 2015", True),
        ("24 November 2015", False),
        ("Tuesday", False),
    ],
)
def test_a_weekday_that_does_not_fit_its_date(phrase: str, is_wrong: bool) -> None:
    found = timex(time=day(2015, 11, 24), text=phrase)
    told = kinds(extraction(of=document(phrase), timexes=(found,)))
    assert told == ([FindingKind.WEEKDAY] if is_wrong else [])


def test_a_weekday_in_front_of_the_phrase_counts_too() -> None:
    text = "On Monday, 24 November 2015 they met."
    found = timex(time=day(2015, 11, 24), text="24 November 2015", begin=11)
    assert kinds(extraction(of=document(text), timexes=(found,))) == [FindingKind.WEEKDAY]


def test_an_article_that_states_two_dates() -> None:
    rival = DctCandidate(value="2015-11-19", source=DctSource.URL, evidence="/2015/11/19/")
    of = dataclasses.replace(document(), rival_dcts=(rival,))
    (finding,) = find_in_extraction(extraction(of=of), ARTICLE, {})
    assert finding.text == (
        "The article states several dates of its own: metadata says 2015-11-26; "
        "url says 2015-11-19."
    )


@pytest.mark.parametrize(
    ("modality", "on", "kind"),
    [
        (Modality.ACTUAL, 27, FindingKind.PAST_IN_FUTURE),
        (Modality.ACTUAL, 26, None),
        (Modality.ACTUAL, 25, None),
        (Modality.PLANNED, 25, FindingKind.PLAN_IN_PAST),
        (Modality.PLANNED, 26, None),
        (Modality.PLANNED, 27, None),
        (Modality.DENIED, 27, None),
    ],
)
def test_a_status_that_does_not_fit_the_date(
    modality: Modality, on: int, kind: FindingKind | None
) -> None:
    said = mention(time=day(2015, 11, on), modality=modality)
    assert kinds(extraction(said)) == ([kind] if kind else [])


def test_a_finding_names_the_event() -> None:
    said = mention(time=day(2015, 11, 30))
    (finding,) = find_in_extraction(extraction(said), ARTICLE, {"e1": EventId(7)})
    assert finding.event_id == 7
    assert finding.text == "Told as having happened on 2015-11-30, in an article of 2015-11-26."


def test_a_headline_and_its_sentence_contradict_the_article_once() -> None:
    headline, said = (mention(ident, time=day(2015, 11, 30)) for ident in ("e1", "e2"))
    other = mention("e3", time=day(2015, 11, 30))
    events = {"e1": EventId(7), "e2": EventId(7), "e3": EventId(8)}
    found = find_in_extraction(extraction(headline, said, other), ARTICLE, events)
    assert [one.event_id for one in found] == [7, 8]


def test_reports_that_disagree() -> None:
    event = resolve(
        EventId(1), (), {"time": '{"begin":1448323200,"end":1448409600,"precision":"day"}'}
    )
    assert check_event(event) == ()
    disputed = dataclasses.replace(event, rival_times=(day(2015, 11, 25),))
    (finding,) = check_event(disputed)
    assert finding.text == "Shown at 2015-11-24, but other reports say 2015-11-25."


def test_an_ordinary_article_has_no_contradictions() -> None:
    text = "President Hollande met President Obama on Tuesday. They will meet again on Monday."
    assert kinds(extract(document(text))) == []
