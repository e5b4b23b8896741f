"""The small library with a third article, which repeats a meeting and contradicts itself."""

from pathlib import Path

import pytest
from builders import day, document, extraction, mention, person

from timeline_app.annotation.mention import EventType, Extraction
from timeline_app.storage.library import Library

THIRD = "François Hollande and Barack Obama talked on Tuesday. Parliament voted on Dec. 24."


def third_article() -> Extraction:
    talks, vote = THIRD.index("talked"), THIRD.index("voted")
    return extraction(
        mention(
            "e1", title="Hollande and Obama talk", time=day(2015, 11, 24),
            trigger=(talks, talks + 6), sentence=(0, THIRD.index(".") + 1),
            participants=[person("François Hollande"), person("Barack Obama")],
        ),
        mention(
            "e2", type=EventType.LEGAL, title="Parliament votes", time=day(2015, 12, 24),
            trigger=(vote, vote + 5), sentence=(THIRD.index("Parl"), len(THIRD)),
        ),
        of=document(THIRD, path="third.txt", title="Talks and a vote", outlet="The Herald"),
    )  # fmt: skip


@pytest.fixture
def library_path(library_path: Path) -> Path:
    """Return a library with three articles and seven events."""
    with Library.open(library_path) as library:
        library.add(third_article())
    return library_path
