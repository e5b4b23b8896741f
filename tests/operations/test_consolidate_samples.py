"""The sample articles, as annotated by hand, share the happenings that they share: and no others.

The annotation stands in for extraction, so that the rules of merging are judged by themselves.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from builders import extraction, mention, place
from quality.consolidation import Told, score_merging
from quality.gold_dates import gold_days

from timeline_app.annotation.actor import ActorKind, Participant, Role
from timeline_app.annotation.event import Event, EventId
from timeline_app.annotation.mention import EventMention, EventType, Extraction, Modality
from timeline_app.annotation.span import Span
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, Instant, days_from_civil, iso_text
from timeline_app.extraction.sentences import split_sentences
from timeline_app.operations.adding import add_article
from timeline_app.reading.registry import read_path
from timeline_app.storage.library import Library

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(path for path in (ROOT / "seeds").iterdir() if path.name != "README.md")
GOLD = ROOT / "tests" / "quality" / "seeds"
FIRST_ORDINAL = 1 - days_from_civil(1, 1, 1)
"""What `date.toordinal` says of 1970-01-01."""

MAY_BE_MERGED = {
    (("2015-10-10-ankara-station-bombing", "e6"), ("2015-10-12-ankara-investigation", "e8"))
}
"""The march to the rally, which the gold has as the rally's own in one article."""


def time_of(value: str | None) -> EventTime | None:
    days = gold_days(value)
    if days is None:
        return None
    first, last = days
    return EventTime(
        begin=None if first is None else Instant((first - FIRST_ORDINAL) * DAY_S),
        end=None if last is None else Instant((last + 1 - FIRST_ORDINAL) * DAY_S),
        precision=Precision.DAY if first == last else Precision.INTERVAL,
    )


def annotated(sample: Path) -> Extraction:
    (of,) = read_path(sample)
    gold = json.loads((GOLD / f"{sample.stem}.json").read_text(encoding="utf-8"))
    sentences = split_sentences(of.text)
    return extraction(*(mention_of(event, sentences) for event in gold["events"]), of=of)


def mention_of(event: dict[str, Any], sentences: tuple[Span, ...]) -> EventMention:
    begin, end = int(str(event["begin"])), int(str(event["end"]))
    inside = Span(begin, end)
    sentence = next((one for one in sentences if one.contains(inside)), inside)
    names = [str(name) for name in event["participants"]]
    is_speech = event["type"] == "STATEMENT"
    return mention(
        str(event["id"]),
        type=EventType(str(event["type"])),
        title=" ".join([*names[:1], str(event["text"]), *names[1:]]),
        time=time_of(event["date"]),
        modality=Modality(str(event["modality"])),
        participants=[
            Participant(
                name=name,
                role=Role.SPEAKER if is_speech and at == 0 else Role.AGENT,
                kind=ActorKind.PERSON,
                span=inside,
            )
            for at, name in enumerate(names)
        ],
        places=[place(str(name)) for name in event["places"]],
        trigger=(begin, end),
        sentence=(sentence.begin, sentence.end),
        same_as=event["same_as"],
    )


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Event]]:
    """Return the events that several of the samples tell."""
    with Library.open(tmp_path_factory.mktemp("samples") / "library.tlib") as library:
        events = list(events_of(library, SAMPLES).values())
        yield [event for event in events if count_articles(event) > 1]


def events_of(library: Library, samples: Sequence[Path]) -> dict[EventId, Event]:
    """Return the events after the samples were added in this order."""
    for sample in samples:
        add_article(library, annotated(sample))
    ids = [EventId(one) for one in library.columns().ids.tolist()]
    return {one: library.event(one) for one in ids}


def told_in(folder: Path, samples: Sequence[Path]) -> dict[EventId, list[Told]]:
    """Return which gold events each event of a new library has, the samples added in this order."""
    gold = {
        sample.stem: {
            event["id"]: event["same_as"] or event["id"]
            for event in json.loads((GOLD / f"{sample.stem}.json").read_text("utf-8"))["events"]
        }
        for sample in samples
    }
    with Library.open(folder / "library.tlib") as library:
        events = events_of(library, samples)
        stems = {row.id: Path(row.path).stem for row in library.documents()}
    return {
        event_id: [
            (stem, gold[stem][report.mention.id])
            for report in event.reports
            for stem in [stems[report.document_id]]
        ]
        for event_id, event in events.items()
    }


def merged_pairs(told: Mapping[EventId, list[Told]]) -> set[tuple[Told, Told]]:
    return {
        (one, other)
        for reports in told.values()
        for one, other in combinations(sorted(set(reports)), 2)
        if one[0] != other[0]
    }


def count_articles(event: Event) -> int:
    return len({report.document_id for report in event.reports})


def key_of(event: Event) -> tuple[EventType, str]:
    assert event.time is not None
    assert event.time.begin is not None
    return event.type, iso_text(event.time.begin)[:10]


def test_what_several_samples_tell_is_one_event_and_nothing_else_is(tmp_path: Path) -> None:
    merging = score_merging(told_in(tmp_path, SAMPLES))
    assert set(merging.wrong) <= MAY_BE_MERGED
    assert merging.recall >= 0.6, merging.missed


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_articles_makes_next_to_no_difference(tmp_path: Path, seed: int) -> None:
    shuffled = SAMPLES[::-1] if seed == 0 else Random(seed).sample(SAMPLES, len(SAMPLES))
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    one = merged_pairs(told_in(tmp_path / "one", SAMPLES))
    other = merged_pairs(told_in(tmp_path / "other", shuffled))
    assert len(one ^ other) <= 0.05 * len(one | other)
    assert set(score_merging(told_in(tmp_path, shuffled)).wrong) <= MAY_BE_MERGED


def test_the_dinner_whose_date_is_disputed_keeps_both_dates(merged: list[Event]) -> None:
    (disputed,) = [event for event in merged if event.rival_times]
    assert key_of(disputed) == (EventType.MEETING, "2015-10-20")
    assert "dates differ" in disputed.reports[-1].merge_reason


def test_plans_that_came_true_are_events_that_happened(merged: list[Event]) -> None:
    fulfilled = {
        key_of(event)
        for event in merged
        if event.modality is Modality.ACTUAL
        and any(report.mention.modality is Modality.PLANNED for report in event.reports)
    }
    assert fulfilled >= {(EventType.MEETING, f"2015-{day}") for day in ("10-23", "11-24", "11-26")}


def test_every_merge_across_articles_says_why(merged: list[Event]) -> None:
    for event in merged:
        reasons = [report.merge_reason for report in event.reports]
        assert sum(not reason.startswith("same type") for reason in reasons) <= len(reasons) - 1
