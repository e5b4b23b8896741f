"""Where happenings take place, by construction."""

import pytest

from timeline_app.annotation.document import Document
from timeline_app.extraction.pipeline import extract

PLACES = [
    ("Bombs went off in Lagos on Monday.", "went off", "Lagos"),
    ("In Santiago, police arrested two editors.", "arrested", "Santiago"),
    ("Gunmen attacked a hotel, a station and crowded markets across Mumbai.", "attacked", "Mumbai"),
    ("Richard Nixon flew to Peking and talked with Mao Zedong.", "talked", "Peking"),
    ("They came from Kampala, where rebels attacked a convoy.", "attacked", "Kampala"),
    ("Israel bombed Beirut.", "bombed", "Beirut"),
    ("The signing took place in the centre of Lisbon.", "signing", "Lisbon"),
    ("Leaders signed the pact at a ceremony in Helsinki.", "signed", "Helsinki"),
]


def _places(text: str, word: str) -> list[str]:
    mentions = extract(Document(path="a.txt", text=text, sha256="")).mentions
    found = [m for m in mentions if word in text[m.trigger.begin : m.trigger.end]]
    assert found
    return [place.name for place in found[0].places]


@pytest.mark.parametrize(("text", "word", "place"), PLACES)
def test_a_happening_has_its_place(text: str, word: str, place: str) -> None:
    assert _places(text, word) == [place]


ELSEWHERE = [
    ("Canada condemned the bombing of a church in Nairobi.", "condemned"),
    ("Clinton ordered a review of what happened after blasts in Nairobi.", "ordered"),
    ("The minister said that rebels had bombed Tripoli.", "said"),
]


@pytest.mark.parametrize(("text", "word"), ELSEWHERE)
def test_speech_is_not_where_the_thing_spoken_of_is(text: str, word: str) -> None:
    assert _places(text, word) == []


def test_a_repeat_has_the_place_of_what_it_repeats() -> None:
    text = "Richard Nixon met Mao Zedong in Peking on Monday. The meeting lasted an hour."

    assert _places(text, "meeting") == ["Peking"]
