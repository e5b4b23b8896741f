"""What reports of one event contradict is told, with who says what."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import day, document, extraction, mention, place, timex

from timeline_app.annotation.event import EventId
from timeline_app.annotation.mention import EventType
from timeline_app.operations.disagreements import disagreements
from timeline_app.operations.edits import Merge
from timeline_app.storage.library import Library

EVENT = EventId(1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.tlib") as library:
        yield library


def tell(library: Library, text: str, *, outlet: str, where: str = "Paris", on: int = 13) -> None:
    """Add an article of one attack, and merge it with what is there."""
    of = document(text, path=f"{outlet}.txt", outlet=outlet)
    said = mention(type=EventType.ATTACK, time=day(2015, 11, on), places=(place(where),),
                   sentence=(0, len(text)))  # fmt: skip
    dated = timex(text="13 November", begin=text.find("13 November"))
    (event_id,) = library.add(extraction(said, of=of, timexes=(dated,))).events_added
    if event_id != EVENT:
        library.apply(Merge(event_ids=(EVENT, event_id)))


def told(library: Library) -> list[str]:
    return [finding.text for finding in disagreements(library, EVENT)]


def test_one_report_contradicts_nobody(library: Library) -> None:
    tell(library, "On 13 November 129 people died.", outlet="Herald")
    assert told(library) == []


def test_other_figures_are_told_with_their_sources(library: Library) -> None:
    tell(library, "On 13 November some 1,290 people were hurt.", outlet="Herald")
    tell(library, "Gunmen hurt 1300 people on 13 November 2015.", outlet="Courier")
    assert told(library) == ["Reports give other figures: 1290 (Herald); 1300 (Courier)."]


def test_the_same_figures_and_the_names_of_things_are_no_contradiction(library: Library) -> None:
    tell(library, "On 13 November 129 people died as the G20 met.", outlet="Herald")
    tell(library, "An F-16 was near when 129 died on 13 November 2015.", outlet="Courier")
    assert told(library) == []


def test_other_places_and_dates_are_told(library: Library) -> None:
    tell(library, "It happened on 13 November.", outlet="Herald")
    tell(library, "It happened a day later.", outlet="Courier", where="Saint-Denis", on=14)
    assert told(library) == [
        "Shown at 2015-11-13, but other reports say 2015-11-14.",
        "Reports name other places: Paris (Herald); Saint-Denis (Courier).",
    ]
