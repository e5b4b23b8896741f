"""A new reading of an article keeps what the user made of the old one."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import day, document, extraction, mention, person, timex

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.mention import EventType
from timeline_app.extraction.pipeline import extract
from timeline_app.operations import edits
from timeline_app.operations.adding import add_article
from timeline_app.operations.reextract import (
    Fate,
    ReplaceReading,
    change_of_date,
    compare,
    redated,
)
from timeline_app.storage.check import check_library
from timeline_app.storage.library import Library

TEXT = "Hollande met Obama on Tuesday. They ate lunch. Later a bomb went off in Paris."
ARTICLE = DocumentId(1)
FIRST, SECOND = EventId(1), EventId(2)
MET = mention("e1", trigger=(9, 12), sentence=(0, 30), time=day(2015, 11, 24), timex_id="t1")
ATE = mention("e2", title="They eat", trigger=(36, 39), sentence=(31, 46), type=EventType.OTHER)
BOMB = mention("e2", title="Bomb", trigger=(55, 59), sentence=(47, 78), type=EventType.ATTACK)
WORDS = document(TEXT)
OLD = extraction(MET, ATE, of=WORDS, timexes=(timex("t1", begin=22, time=day(2015, 11, 24)),))
MET_AGAIN = dataclasses.replace(MET, title="Lunch at the White House", time=day(2015, 11, 23))
NEW = extraction(MET_AGAIN, BOMB, of=WORDS, timexes=(timex("t1", begin=22),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.tlib"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as library:
        add_article(library, OLD)
        yield library


def test_the_differences_are_listed_in_the_order_of_the_text(library: Library) -> None:
    found = compare(library, ARTICLE, NEW)
    assert [(one.id, one.fate) for one in found] == [
        ("old:e1", Fate.CHANGED),
        ("old:e2", Fate.GONE),
        ("new:e2", Fate.NEW),
    ]
    assert found[0].fields == ("title", "time")
    assert not any(one.is_refused_at_first for one in found)


def test_the_same_reading_differs_in_nothing(library: Library) -> None:
    assert compare(library, ARTICLE, OLD) == ()
    assert not library.apply(ReplaceReading(document_id=ARTICLE, new=OLD)).changes


def test_an_accepted_reading_stands_in_place_of_the_old(library: Library, path: Path) -> None:
    applied = library.apply(ReplaceReading(document_id=ARTICLE, new=NEW))
    assert library.extraction(ARTICLE) == NEW
    assert library.event(FIRST).title == MET_AGAIN.title
    assert (applied.changes.events_changed, applied.changes.events_removed) == ((FIRST,), (SECOND,))
    assert len(applied.changes.events_added) == 1
    library.apply(applied.inverse)
    assert library.extraction(ARTICLE) == OLD
    assert check_library(path).is_sound


def test_edits_outlive_a_new_reading(library: Library) -> None:
    library.apply(edits.ChangeTitle(event_id=FIRST, title="Mine"))
    library.apply(ReplaceReading(document_id=ARTICLE, new=NEW))
    event = library.event(FIRST)
    assert (event.title, event.time) == ("Mine", day(2015, 11, 23))


def test_an_edited_event_that_is_gone_is_kept_unless_the_user_agrees(library: Library) -> None:
    library.apply(edits.SetNote(event_id=SECOND, note="Important"))
    (gone,) = [one for one in compare(library, ARTICLE, NEW) if one.fate is Fate.GONE]
    assert gone.is_refused_at_first
    refused = frozenset({gone.id})
    library.apply(ReplaceReading(document_id=ARTICLE, new=NEW, refused=refused))
    assert library.event(SECOND).note == "Important"
    assert library.event(SECOND).reports[0].mention.title == ATE.title


def test_a_refused_change_and_a_refused_addition_are_not_made(library: Library) -> None:
    refused = frozenset({"old:e1", "new:e2"})
    library.apply(ReplaceReading(document_id=ARTICLE, new=NEW, refused=refused))
    assert [m.title for m in library.extraction(ARTICLE).mentions] == [MET.title]
    assert library.event(FIRST).time == day(2015, 11, 24)
    assert library.event(FIRST).reports[0].mention.timex_id == "t1"


def test_a_new_mention_joins_what_other_articles_tell(library: Library) -> None:
    who = (person("Vladimir Putin"), person("François Hollande"))
    said = mention(time=day(2015, 11, 26), participants=who)
    other = extraction(said, of=document("Other words.", path="b.txt"))
    (known,) = add_article(library, other).events_added
    fresh = mention("e2", trigger=(55, 59), sentence=(47, 78), time=day(2015, 11, 26),
                    participants=who)  # fmt: skip
    library.apply(ReplaceReading(document_id=ARTICLE, new=extraction(MET, fresh, of=WORDS)))
    assert {report.document_id for report in library.event(known).reports} == {1, 2}


def test_another_date_of_the_article_redates_what_hangs_on_it(library: Library) -> None:
    article = document("President Hollande met President Obama on Tuesday.", path="c.txt")
    (document_id,) = add_article(library, extract(article)).documents_added
    (event_id,) = library.event_ids_of(document_id)
    assert library.event(event_id).time == day(2015, 11, 24)
    again = extract(redated(library.document(document_id), "2015-12-03"))
    (difference,) = compare(library, document_id, again)
    assert difference.fields == ("time",)
    applied = library.apply(change_of_date(document_id, again))
    assert library.event(event_id).time == day(2015, 12, 1)
    assert library.document(document_id).dct == again.document.dct
    assert applied.changes.documents_changed == (document_id,)
    library.apply(applied.inverse)
    assert library.event(event_id).time == day(2015, 11, 24)
