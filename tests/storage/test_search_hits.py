"""The words of a search are found again in the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.storage.search_hits import find_hits

TEXT = "Élysée: François Hollande met Obama. Hollande's aides praised the meeting."


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("hollande ", ["Hollande", "Hollande"]),
        ("meet", ["meeting"]),
        ("meet ", []),
        ("elysee ", ["Élysée"]),
        ('"hollande met"', ["Hollande met"]),
        ("actor:hollande place:elysee type:meeting", ["Élysée", "Hollande", "Hollande"]),
        ("obama -hollande", ["Obama"]),
        ("after:2015 source:wire", []),
        ("", []),
    ],
)
def test_hits_stand_where_the_words_are(query: str, hits: list[str]) -> None:
    assert [span.of(TEXT) for span in find_hits(TEXT, query)] == hits


@given(st.text(), st.text())
def test_hits_never_overlap(text: str, query: str) -> None:
    spans = find_hits(text, query)
    assert all(one.end <= other.begin for one, other in pairwise(spans))
    assert all(0 <= span.begin < span.end <= len(text) for span in spans)
