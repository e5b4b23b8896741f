"""What repeats without names take over, and what they do not."""

from timeline_app.annotation.document import Document
from timeline_app.annotation.mention import EventMention
from timeline_app.extraction.pipeline import extract


def _last(text: str) -> EventMention:
    return extract(Document(path="a.txt", text=text, sha256="")).mentions[-1]


def test_the_talks_have_the_sides_told_of_before() -> None:
    mention = _last(
        "Talks between Iran and Iraq began in Geneva on Monday. The talks ended on Friday."
    )

    assert {p.name for p in mention.participants} == {"Iran", "Iraq"}


def test_an_own_side_is_completed_by_the_telling_that_shares_it() -> None:
    mention = _last("Egypt held talks with Israel in Geneva. Egypt left the talks on Friday.")

    assert {p.name for p in mention.participants} == {"Egypt", "Israel"}


def test_other_parties_are_not_mixed_in() -> None:
    mention = _last("Egypt held talks with Israel in Geneva. Chile joined the talks with Peru.")

    assert {p.name for p in mention.participants} <= {"Chile", "Peru"}


def test_new_happenings_take_over_nothing() -> None:
    mention = _last("Egypt met Israel in Geneva on Monday. A meeting was held in Lima in May.")

    assert mention.participants == ()
