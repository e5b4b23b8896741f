"""Articles that repeat others are recognised."""

import dataclasses

import pytest
from builders import day, document, extraction, mention, person

from timeline_app.annotation.event import EventId
from timeline_app.annotation.event_columns import EventColumns
from timeline_app.annotation.mention import Extraction
from timeline_app.operations.adding import add_article
from timeline_app.storage.library import Library
from timeline_app.storage.near_copy import is_same_address

STORY = (
    "PARIS — President François Hollande flew to Washington on Tuesday to seek support for a "
    "broader coalition against the group that claimed the attacks. He met President Barack Obama "
    "at the White House, and the two promised to step up air strikes. On Thursday he is to travel "
    "to Moscow, where he will ask President Vladimir Putin to join forces, aides said in Paris."
)
MEETING = mention(
    time=day(2015, 11, 24),
    participants=(person("François Hollande"), person("Barack Obama")),
)


def article(text: str, *, path: str, outlet: str, published: str = "2015-11-25") -> Extraction:
    of = document(text, path=path, outlet=outlet, published=published)
    return extraction(MEETING, of=of)


def reports(columns: EventColumns) -> list[int]:
    return [int(count) for count in columns.reports]


def test_the_same_file_adds_nothing(library: Library) -> None:
    first = library.add(article(STORY, path="a.txt", outlet="Herald"))
    again = library.add(article(STORY, path="a.txt", outlet="Herald"))
    assert again.duplicate_of == first.documents_added[0]
    assert not again
    assert len(library.documents()) == 1


def test_the_same_words_in_other_bytes_add_nothing(library: Library) -> None:
    first = library.add(article(STORY, path="a.txt", outlet="Herald"))
    again = library.add(article(STORY.replace(". ", ".\n\n"), path="a.md", outlet="Herald"))
    assert again.duplicate_of == first.documents_added[0]


def test_the_same_words_on_another_day_are_an_article_of_their_own(library: Library) -> None:
    library.add(article(STORY, path="a.txt", outlet="Herald"))
    later = article(STORY, path="b.txt", outlet="Herald", published="2016-11-25")
    assert library.add(later).duplicate_of is None


def test_a_syndicated_copy_is_kept_and_counts_as_one_report(library: Library) -> None:
    first = add_article(library, article(STORY, path="a.txt", outlet="Herald"))
    copy = add_article(library, article(STORY, path="b.txt", outlet="Courier"))
    assert copy.duplicate_of is None
    assert library.documents()[1].copy_of == first.documents_added[0]
    assert reports(library.columns()) == [1]
    assert len(library.event(first.events_added[0]).reports) == 2


def test_a_copy_with_another_headline_and_a_cut_end_is_a_copy(library: Library) -> None:
    library.add(article(STORY, path="a.txt", outlet="Herald"))
    library.add(article("By our wire desk. " + STORY[:-20], path="b.txt", outlet="Courier"))
    assert library.documents()[1].copy_of == library.documents()[0].id


REWRITTEN = (
    STORY[: STORY.index(" On Thursday")]
    + " Earlier that day the prime minister had told the lower house that three more frigates "
    "would sail from Toulon, and that the budget of the navy would grow by a tenth next year."
)


def version(text: str, url: str, path: str) -> Extraction:
    of = document(text, path=path, outlet="Herald", published="2015-11-25")
    return extraction(MEETING, of=dataclasses.replace(of, url=url))


def test_a_rewritten_version_from_the_same_address_is_no_second_report(library: Library) -> None:
    add_article(library, version(STORY, "https://www.herald.example/a/visit", "a.html"))
    later = version(REWRITTEN, "http://herald.example/a/visit/?utm_source=mail#top", "b.html")
    add_article(library, later)
    assert library.documents()[1].copy_of == library.documents()[0].id
    assert reports(library.columns()) == [1]


def test_a_rewritten_article_at_another_address_or_at_a_front_page_is_its_own(
    library: Library,
) -> None:
    add_article(library, version(STORY, "https://herald.example/", "a.html"))
    add_article(library, version(REWRITTEN, "https://herald.example/", "b.html"))
    assert library.documents()[1].copy_of is None


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        ("http://www.herald.example/a?id=1", True),
        ("https://herald.example/a/?id=1&utm_campaign=x", True),
        ("https://herald.example/a?id=2", False),
        ("https://herald.example/b?id=1", False),
        ("https://courier.example/a?id=1", False),
        ("https://[broken", False),
        (None, False),
    ],
)
def test_addresses_of_one_page(other: str | None, is_same: bool) -> None:
    assert is_same_address("https://herald.example/a?id=1#top", other) is is_same


def test_an_own_report_of_the_same_event_is_no_copy(library: Library) -> None:
    add_article(library, article(STORY, path="a.txt", outlet="Herald"))
    own = (
        "Barack Obama received his French counterpart on Tuesday. The White House said that both "
        "presidents spoke for an hour about the attacks in Paris and about what to do in Syria."
    )
    add_article(library, article(own, path="b.txt", outlet="Courier"))
    assert library.documents()[1].copy_of is None
    assert reports(library.columns()) == [2]


def test_short_texts_are_never_near_copies(library: Library) -> None:
    library.add(article("They met.", path="a.txt", outlet="Herald"))
    library.add(article("They met again.", path="b.txt", outlet="Courier"))
    assert all(row.copy_of is None for row in library.documents())


def test_a_copy_tells_of_what_its_original_tells_even_where_nothing_else_is_known(
    library: Library,
) -> None:
    bare = mention(time=day(2015, 11, 24), participants=(), trigger=(33, 37), sentence=(0, 180))
    for path, outlet in (("a.txt", "Herald"), ("b.txt", "Courier")):
        of = document(STORY, path=path, outlet=outlet, published="2015-11-25")
        add_article(library, extraction(bare, of=of))
    assert reports(library.columns()) == [1]
    event_id = EventId(int(library.columns().ids[0]))
    assert "same words" in library.event(event_id).reports[1].merge_reason
