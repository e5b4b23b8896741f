"""Places are told apart from actors who bear a place's name."""

import pytest

from timeline_app.annotation.place import Place
from timeline_app.extraction.actors.tagger import tag_actors
from timeline_app.extraction.places.tagger import tag_places
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.tokens import tokenize


def places(text: str) -> tuple[Place, ...]:
    tokens, sentences = tokenize(text), split_sentences(text)
    return tag_places(text, tokens, sentences, tag_actors(text, tokens, sentences))


def named(text: str) -> list[tuple[str, str | None]]:
    return [(p.name, p.country) for p in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leaders met in Moscow on Friday.", [("Moscow", "RU")]),
        ("The Paris attacks killed 130 people.", [("Paris", "FR")]),
        ("She arrived in Dar es Salaam, Tanzania.", [("Dar es Salaam", "TZ"), ("Tanzania", "TZ")]),
        ("Fighting raged in Kigali and Butare.", [("Kigali", "RW"), ("Butare", "RW")]),
        ("He paid a visit to Kenya.", [("Kenya", "KE")]),
        ("Troops withdrew from Kuwait.", [("Kuwait", "KW")]),
        ("Rebels captured Kunduz province.", [("Kunduz province", "AF")]),
        ("A plane landed at Ben Gurion airport.", [("Ben Gurion airport", None)]),
        ("Police found arms south of Belfast.", [("Belfast", "GB")]),
        ("They fled to Zaire in 1994.", [("Zaire", "CD")]),
        ("Ships gathered in the Black Sea.", [("Black Sea", None)]),
        ("A strike hit Baghdad International Airport.", [("Baghdad International Airport", "IQ")]),
        ("He was seen in the village of Zub in Kosovo.", [("Zub", None), ("Kosovo", "XK")]),
    ],
)
def test_where_things_happen(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said it would respond.",
        "Ankara condemned the raid.",
        "Relations with Beijing are strained.",
        "He asked for help from Washington.",
        "Britain and Ireland signed the treaty.",
        "U.S. officials were surprised.",
        "President Clinton spoke to reporters.",
    ],
)
def test_an_actor_is_no_place(text: str) -> None:
    assert places(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NAIROBI, Kenya (AP) _ Police arrested two men.", ("Nairobi", "KE")),
        ("WASHINGTON, August 13 (Xinhua) -- Congress voted.", ("Washington", "US")),
        ("DAR ES SALAAM, Tanzania (AP) _\n\nPolice said so.", ("Dar es Salaam", "TZ")),
        ("KIGALI (Reuters) - Soldiers left.", ("Kigali", "RW")),
        ("Geneva, 8 August 2014\n\nThe committee met.", ("Geneva", "CH")),
        ("LONDON, 23 November 1990\n\nShe resigned.", ("London", "GB")),
        ("The Hague (Reuters) - Judges sat.", ("The Hague", "NL")),
        ("SARAJEVO, Bosnia-Herzegovina — Shells fell.", ("Sarajevo", "BA")),
    ],
)
def test_the_town_of_a_dateline(text: str, expected: tuple[str, str]) -> None:
    found = places(text)[0]
    assert (found.name, found.country) == expected
    assert found.span.begin == 0


def test_a_country_after_the_town_decides_between_namesakes() -> None:
    assert named("Police raided a shed in Dundalk, Ireland.")[0] == ("Dundalk", "IE")
