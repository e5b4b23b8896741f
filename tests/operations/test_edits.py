"""Every edit changes what it says, is logged, and its inverse puts back exactly what was there."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import day, document, extraction, mention, person, place

from timeline_app.annotation.event import DocumentId, Event, EventId, EventLink, LinkKind
from timeline_app.annotation.event_columns import EventFlag
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.errors import LibraryError
from timeline_app.operations import document_edits, edits
from timeline_app.operations.adding import add_article
from timeline_app.storage.library import Library
from timeline_app.storage.patch import Edit

FIRST, SECOND = EventId(1), EventId(2)
ARTICLE = DocumentId(1)
LINK = EventLink(kind=LinkKind.BECAUSE_OF, to=SECOND)
TABLES = ("overlay", "event_row", "document", "mention", "event")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.tlib"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, clock=lambda: "2015-12-01T12:00:00Z", who="analyst") as library:
        mentions = (
            mention("e1", time=day(2015, 11, 24), participants=(person("Barack Obama"),)),
            mention("e2", title="Talks", time=day(2015, 11, 26)),
            mention("e3", title="More of the first", time=day(2015, 11, 24), same_as="e1"),
        )
        add_article(library, extraction(*mentions))
        yield library


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what the tables hold, without revisions and dead events."""
    db = sqlite3.connect(path)
    found: dict[str, list[tuple[object, ...]]] = {}
    for table in TABLES:
        names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        kept = ",".join(f'"{n}"' for n in names if n not in ("revision", "live_since"))
        where = " WHERE is_live" if table == "event" else ""
        found[table] = db.execute(f"SELECT {kept} FROM {table}{where} ORDER BY 1, 2").fetchall()
    db.close()
    return found


ALL: list[tuple[Edit, Callable[[Event], bool]]] = [
    (
        edits.ChangeTime(event_id=FIRST, time=day(2015, 11, 23)),
        lambda event: event.time == day(2015, 11, 23),
    ),
    (edits.ChangeTime(event_id=FIRST, time=None), lambda event: event.time is None),
    (edits.ChangeTitle(event_id=FIRST, title="New"), lambda event: event.title == "New"),
    (
        edits.ChangeType(event_id=FIRST, type=EventType.ATTACK),
        lambda event: event.type is EventType.ATTACK,
    ),
    (
        edits.ChangeModality(event_id=FIRST, modality=Modality.DENIED),
        lambda event: event.modality is Modality.DENIED,
    ),
    (
        edits.SetParticipants(event_id=FIRST, participants=(person("Angela Merkel"),)),
        lambda event: [who.name for who in event.participants] == ["Angela Merkel"],
    ),
    (
        edits.SetPlaces(event_id=FIRST, places=(place("Vienna", "AT"),)),
        lambda event: [place.name for place in event.places] == ["Vienna"],
    ),
    (edits.SetTags(event_id=FIRST, tags=("b", "a")), lambda event: event.tags == ("b", "a")),
    (edits.SetLinks(event_id=FIRST, links=(LINK,)), lambda event: event.links == (LINK,)),
    (edits.SetNote(event_id=FIRST, note="Check."), lambda event: event.note == "Check."),
    (edits.SetReviewed(event_ids=(FIRST, SECOND)), lambda event: event.is_reviewed),
    (edits.Reject(event_ids=(FIRST,)), lambda event: event.is_rejected),
    (edits.Merge(event_ids=(FIRST, SECOND)), lambda event: len(event.reports) == 3),
    (
        edits.Split(event_id=FIRST, mentions=((ARTICLE, "e3"),)),
        lambda event: len(event.reports) == 1,
    ),
    (
        edits.AddEvent(type=EventType.LEGAL, title="Trial", time=day(2016, 1, 1)),
        lambda event: len(event.reports) == 2,
    ),
    (
        edits.Together(
            name="two things",
            edits=(
                edits.ChangeTitle(event_id=FIRST, title="New"),
                edits.SetNote(event_id=FIRST, note="Why"),
            ),
        ),
        lambda event: (event.title, event.note) == ("New", "Why"),
    ),
]


@pytest.mark.parametrize(("edit", "holds"), ALL, ids=lambda value: type(value).__name__)
def test_an_edit_holds_and_its_inverse_is_exact(
    library: Library, path: Path, edit: Edit, holds: Callable[[Event], bool]
) -> None:
    before = content(path)
    applied = library.apply(edit)
    assert applied.changes
    assert holds(library.event(FIRST))
    after = content(path)
    undone = library.apply(applied.inverse)
    assert content(path) == before
    assert not holds(library.event(FIRST)) or isinstance(edit, edits.AddEvent)
    library.apply(undone.inverse)
    assert content(path) == after


def test_an_edited_field_is_named_and_can_be_reset(library: Library) -> None:
    library.apply(edits.ChangeTitle(event_id=FIRST, title="New"))
    assert library.event(FIRST).edited_fields == {"title"}
    assert library.columns().flags[0] & EventFlag.EDITED
    library.apply(edits.ResetField(event_id=FIRST, field="title"))
    assert library.event(FIRST).title == "Hollande meets Obama"
    assert not library.event(FIRST).edited_fields


def test_an_edit_that_changes_nothing_leaves_no_trace(library: Library) -> None:
    library.apply(edits.SetNote(event_id=FIRST, note="Why"))
    assert not library.apply(edits.SetNote(event_id=FIRST, note="Why")).changes
    assert len(library.history()) == 1


def test_a_merge_keeps_tags_and_notes_of_both(library: Library) -> None:
    library.apply(edits.SetTags(event_id=FIRST, tags=("a",)))
    library.apply(edits.SetTags(event_id=SECOND, tags=("b",)))
    library.apply(edits.SetNote(event_id=SECOND, note="Why"))
    changes = library.apply(edits.Merge(event_ids=(FIRST, SECOND))).changes
    assert (changes.events_changed, changes.events_removed) == ((FIRST,), (SECOND,))
    assert (library.event(FIRST).tags, library.event(FIRST).note) == (("a", "b"), "Why")


def test_a_merge_needs_two_events(library: Library) -> None:
    with pytest.raises(LibraryError, match="two events"):
        library.apply(edits.Merge(event_ids=(FIRST, FIRST)))


def test_a_split_leaves_no_event_empty(library: Library) -> None:
    with pytest.raises(LibraryError, match="some that stay"):
        library.apply(edits.Split(event_id=SECOND, mentions=((ARTICLE, "e2"),)))


def test_a_hand_made_event_stands_beside_the_others(library: Library) -> None:
    made = edits.AddEvent(type=EventType.LEGAL, title="Trial opens", time=day(2016, 1, 1))
    (event_id,) = library.apply(made).changes.events_added
    assert library.event(event_id).title == "Trial opens"
    assert library.columns().flags[2] & EventFlag.HAND_MADE
    assert library.search("trial").event_ids == (event_id,)


def test_an_older_undo_is_refused_when_someone_changed_the_same_since(path: Path) -> None:
    with Library.open(path) as one, Library.open(path) as other:
        add_article(one, extraction(mention(time=day(2015, 11, 24))))
        mine = one.apply(edits.ChangeTitle(event_id=FIRST, title="Mine"))
        other.apply(edits.ChangeTitle(event_id=FIRST, title="Theirs"))
        with pytest.raises(LibraryError, match="changed in the meantime"):
            one.apply(mine.inverse)
        assert one.event(FIRST).title == "Theirs"


def test_the_history_tells_who_when_from_and_to(library: Library) -> None:
    library.apply(edits.ChangeTitle(event_id=FIRST, title="New"))
    library.apply(edits.ChangeTitle(event_id=FIRST, title="Newer"))
    newest, oldest = library.history(FIRST)
    assert (newest.who, newest.made_at) == ("analyst", "2015-12-01T12:00:00Z")
    assert (newest.name, newest.changed[0].before) == ("change of title", '"New"')
    assert (oldest.changed[0].before, oldest.changed[0].after) == (None, '"New"')
    assert library.history(SECOND) == ()


def test_a_removed_article_takes_its_events_along_and_brings_them_back(library: Library) -> None:
    library.apply(edits.SetNote(event_id=FIRST, note="Why"))
    applied = library.apply(document_edits.RemoveDocument(document_id=ARTICLE))
    assert applied.changes.documents_removed == (ARTICLE,)
    assert applied.changes.events_removed == (FIRST, SECOND)
    assert (len(library.columns()), library.documents()) == (0, ())
    assert library.search("obama") == type(library.search(""))()
    assert library.history(FIRST)
    back = library.apply(applied.inverse).changes
    assert (back.documents_added, back.events_added) == ((ARTICLE,), (FIRST, SECOND))
    assert library.event(FIRST).note == "Why"


def test_a_removed_article_comes_back_when_it_is_read_again(library: Library) -> None:
    before = library.extraction(ARTICLE)
    library.apply(edits.SetNote(event_id=FIRST, note="Why"))
    library.apply(document_edits.RemoveDocument(document_id=ARTICLE))
    changes = add_article(library, before)
    assert changes.documents_added == (ARTICLE,)
    assert library.event(FIRST).note == "Why"


def test_an_event_with_another_report_stays_when_an_article_is_removed(library: Library) -> None:
    other = extraction(mention(time=day(2015, 11, 26)), of=document("More.", path="b.txt"))
    (third,) = add_article(library, other).events_added
    library.apply(edits.Merge(event_ids=(SECOND, third)))
    library.apply(document_edits.RemoveDocument(document_id=ARTICLE))
    assert [report.document_id for report in library.event(SECOND).reports] == [2]


def test_title_and_outlet_of_an_article_can_be_changed(library: Library) -> None:
    before = library.document(ARTICLE)
    head = document_edits.ChangeHead(document_id=ARTICLE, title="Neu", outlet="The Post")
    changed = library.apply(head)
    document = library.document(ARTICLE)
    assert (document.title, document.outlet) == ("Neu", "The Post")
    assert library.search("neu").document_ids == (ARTICLE,)
    assert library.search("source:post").event_ids == (FIRST, SECOND)
    library.apply(changed.inverse)
    assert library.document(ARTICLE) == before
