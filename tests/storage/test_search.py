"""Search finds what a user types, and no input is an error."""

import pytest
from builders import day, document, extraction, mention, person, place
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.annotation.actor import Role
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.storage import search
from timeline_app.storage.library import Library

TEXT = "Sergei Lavrov said on Wednesday that the border must close. Talks are set for Vienna."


@pytest.fixture
def filled(library: Library) -> Library:
    statement = mention(
        "e1",
        type=EventType.STATEMENT,
        title="Lavrov backs closing the border",
        time=day(2015, 11, 25),
        participants=(person("Sergei Lavrov", Role.SPEAKER),),
        sentence=(0, 59),
    )
    talks = mention(
        "e2",
        title="Talks in Vienna",
        time=day(2015, 12, 1),
        modality=Modality.PLANNED,
        places=(place("Vienna", "AT"),),
        sentence=(60, len(TEXT)),
    )
    library.add(extraction(statement, talks, of=document(TEXT, outlet="The Ankara Post")))
    of = document("Élysée officials met Obama.", path="b.txt", published="2015-11-20")
    undated = mention("e1", title="Officials meet Obama", participants=(person("Barack Obama"),))
    library.add(extraction(undated, of=of))
    return library


@pytest.mark.parametrize(
    ("query", "events", "documents"),
    [
        ("border", {1}, {1}),
        ("bord", {1}, {1}),
        ("bord ", set(), set()),
        ("bord* ", {1}, {1}),
        ('"border must close"', {1}, {1}),
        ('"must border"', set(), set()),
        ("elysee", {3}, {2}),
        ("LAVROV vienna", set(), {1}),
        ("actor:Lavrov", {1}, {1}),
        ("actor:vienna", set(), set()),
        ('actor:"Sergei Lavrov"', {1}, {1}),
        ("place:Vienna", {2}, {1}),
        ("source:ankara", {1, 2}, {1}),
        ("type:statement", {1}, {1}),
        ("type:meeting actor:obama", {3}, {2}),
        ("status:planned", {2}, {1}),
        ("status:undated", {3}, {2}),
        ("actor:Lavrov type:statement after:2015-11-20", {1}, {1}),
        ("actor:Lavrov before:2015-11-25", set(), set()),
        ("after:2015-12 vienna", {2}, set()),
        ("on:2015-11-25", {1}, set()),
        ("on:2015-11", {1}, {1, 2}),
        ("vienna -border", {2}, set()),
        ("-vienna type:meeting", {3}, {2}),
        ("-vienna", set(), set()),
        ("", set(), set()),
        ("  ", set(), set()),
        ("after:yesterday", set(), set()),
        ("colour:border", set(), set()),
    ],
)
def test_search_finds(filled: Library, query: str, events: set[int], documents: set[int]) -> None:
    found = filled.search(query)
    assert (set(found.event_ids), set(found.document_ids)) == (events, documents)


@pytest.mark.parametrize(
    "query", ["", "border", "bord ", "-border", "type:statement", "status:planned", "talks -border"]
)
def test_events_alone_and_articles_alone_are_those_of_the_search(
    filled: Library, query: str
) -> None:
    found = filled.search(query)
    assert sorted(filled.matching_ids(query).tolist()) == sorted(found.event_ids)
    assert set(filled.matching_documents(query)) == set(found.document_ids)


def test_the_articles_of_some_words_are_found_without_a_list_of_their_events(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_find_events", None)
    assert filled.matching_documents("border") == (1,)


def test_events_come_earliest_first(filled: Library) -> None:
    assert filled.search("source:ankara").event_ids == (1, 2)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text() | st.text(alphabet="ab\"*-:()^{}+~NEAROT '\\%_\x00", max_size=12))
def test_no_input_is_an_error(filled: Library, query: str) -> None:
    filled.search(query)


@pytest.mark.parametrize(
    "query", ["NEAR(a b)", "a AND", "OR", '"', "a*b", "{x}:y", "title:x", "-", "- -", "actor:", "*"]
)
def test_the_search_language_of_the_file_is_no_trap(filled: Library, query: str) -> None:
    filled.search(query)
