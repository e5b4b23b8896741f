"""The library shows what was known on a day."""

import pytest
from builders import day, document, extraction, mention, person

from timeline_app.annotation.event import EventId
from timeline_app.annotation.event_columns import MODALITIES
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.chrono.instant import Instant, instant
from timeline_app.operations.adding import add_article
from timeline_app.operations.edits import AddEvent
from timeline_app.storage.library import Library

BOTH = (person("Vladimir Putin"), person("François Hollande"))
PLAN = mention(title="Putin to meet Hollande", time=day(2015, 11, 26), participants=BOTH,
               modality=Modality.PLANNED)  # fmt: skip
DONE = mention(title="Putin meets Hollande", time=day(2015, 11, 26), participants=BOTH)
SPEECH = mention(title="Speech", time=day(2015, 11, 27))
SUMMIT = EventId(1)
EARLY, LATE = instant(2015, 11, 25), instant(2015, 11, 28)


@pytest.fixture
def told(library: Library) -> Library:
    for at, (said, published) in enumerate(
        ((PLAN, "2015-11-24"), (DONE, "2015-11-27"), (SPEECH, "2015-11-27"), (SPEECH, None))
    ):
        of = document(f"Words of article {at}.", path=f"{at}.txt", published=published)
        add_article(library, extraction(said, of=of))
    return library


@pytest.mark.parametrize(
    ("known_by", "titles"),
    [
        (instant(2015, 11, 1), []),
        (EARLY, [PLAN.title]),
        (LATE, [DONE.title, SPEECH.title]),
    ],
)
def test_only_what_was_published_by_then_is_shown(
    told: Library, known_by: Instant, titles: list[str]
) -> None:
    ids = told.columns(known_by=known_by).ids.tolist()
    assert [told.event(EventId(one), known_by=known_by).title for one in ids] == titles


def test_a_plan_was_a_plan_before_it_came_true(told: Library) -> None:
    for known_by, status in ((EARLY, Modality.PLANNED), (LATE, Modality.ACTUAL)):
        code = told.columns(known_by=known_by).modalities[0]
        assert MODALITIES[int(code)] is status
        assert told.event(SUMMIT, known_by=known_by).modality is status


def test_events_made_by_hand_stay(told: Library) -> None:
    told.apply(AddEvent(type=EventType.LEGAL, title="Trial", time=day(2015, 1, 1)))
    assert len(told.columns(known_by=EARLY)) == 2


def test_at_last_all_dated_articles_count(told: Library) -> None:
    everything = told.columns(known_by=instant(2100))
    assert len(everything) == len(told.columns()) - 1
    assert everything.reports.tolist() == [2, 1]
