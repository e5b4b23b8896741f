"""Metaphors, homographs, habits and background are no events; their doubles are."""

import pytest
from extraction_builders import found_types

TRAPS = [
    "The opposition party has many friends in the north.",
    "Rising demand for copper is meeting limited supply.",
    "The company is unable to meet demand for its cars.",
    "The programme meets the criteria of the fund.",
    "He suffered a heart attack.",
    "The plan is an attack on poverty.",
    "The director shot a film about the valley.",
    "The chairman brought down a small gavel on Saturday.",
    "The storm of criticism has been a burden for the bank.",
    "Riot police stood at the gate.",
    "The bombing victims were old.",
    "Islamic State is banned in the country as a terrorist organisation.",
    "The United States is a federal republic.",
    "She is the author of a history of the Cold War.",
    "Its members usually meet in spring.",
    "The treaty has forty articles.",
    "The clash of colours on the wall is deliberate.",
    "Charges for the service depend on weight.",
    "The search engine is free of charge.",
    "His speech impediment made him shy.",
    "The price war in the Gulf of Mexico is good for drivers.",
    "The minister is a member of the opposition.",
    "Order books are full.",
    "Ban Ki-moon sat beside the window.",
    "Between his appointments he strolled along the river.",
    "Congress has moved the other way.",
    "The firm has been at war with its bank.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_is_no_event(text: str) -> None:
    assert found_types(text) == []


DOUBLES = [
    ("The two presidents struck a deal in Geneva on Tuesday.", "AGREEMENT"),
    ("Warplanes struck the town on Tuesday.", "ATTACK"),
    ("Miners began a strike over pay on Tuesday.", "PROTEST"),
    ("Jets carried out strikes on the port on Tuesday.", "ATTACK"),
    ("The foreign ministers met in Vienna on Tuesday.", "MEETING"),
    ("Gunmen shot a police officer on Tuesday.", "ATTACK"),
    ("A bus crashed near Lyon on Tuesday.", "DISASTER"),
    ("Parliament approved the budget on Tuesday.", "LEGAL"),
    ("The court sentenced him to ten years on Tuesday.", "LEGAL"),
    ("France recalled its ambassador on Tuesday.", "SANCTION"),
    ("Thousands marched through Prague on Tuesday.", "PROTEST"),
    ("An earthquake killed forty people in Chile on Tuesday.", "DISASTER"),
    ("The army withdrew its troops from the valley on Tuesday.", "MILITARY"),
    ("Voters re-elected the president on Tuesday.", "LEGAL"),
    ("The king paid a visit to Oslo on Tuesday.", "MEETING"),
    ("The navy held exercises in the strait on Tuesday.", "MILITARY"),
    ("The president resigned on Tuesday.", "LEGAL"),
    ("A bomb went off in the market on Tuesday.", "ATTACK"),
]


@pytest.mark.parametrize(("text", "expected"), DOUBLES)
def test_is_an_event(text: str, expected: str) -> None:
    assert expected in found_types(text)


def test_a_toll_is_no_event_beside_its_cause() -> None:
    assert found_types("The blast killed nine people on Tuesday.") == ["ATTACK"]


def test_the_press_reporting_is_no_event() -> None:
    text = "The foreign ministers met in Vienna on Tuesday, the Daily Herald reported."
    assert found_types(text) == ["MEETING"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Chad said it would send troops if invited.", ["STATEMENT", "MILITARY"]),
        ("Rejecting the offer, Ann Dahl accused Chad of bad faith.", ["STATEMENT", "STATEMENT"]),
        ("Peru called again on Monday for calm.", ["STATEMENT"]),
        (
            "With rebels closing in on the port, the mayor resigned on Tuesday.",
            ["MILITARY", "LEGAL"],
        ),
        (
            "Minister Ann Dahl, speaking at a news conference on Monday, demanded a vote.",
            ["STATEMENT", "LEGAL"],
        ),
    ],
)
def test_what_a_phrase_beside_the_verb_tells(text: str, types: list[str]) -> None:
    assert found_types(text) == types
