"""The search for reference cycles while an article is read."""

import gc
from collections.abc import Iterator

import pytest
from extraction_builders import a_document

from timeline_app.extraction.pipeline import extract
from timeline_app.extraction.uncollected import collection_paused

ARTICLE = a_document(
    "Ministers met in Oslo on Monday.\n\n“We agreed on a truce,” the envoy said.\n\n"
)


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was_enabled else gc.disable)()


def test_the_search_is_paused_inside_and_runs_again_after() -> None:
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_runs_again_after_a_failure() -> None:
    with pytest.raises(ValueError, match="unreadable"), collection_paused():
        raise ValueError("unreadable")
    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    with collection_paused():
        pass
    assert not gc.isenabled()


def test_an_article_leaves_no_cycles_behind() -> None:
    extract(ARTICLE)  # what the first article loads is kept, and may hold cycles
    gc.collect()
    gc.disable()
    extract(ARTICLE)
    assert gc.collect() == 0
