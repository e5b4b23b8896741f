"""What is spoken of at large is no happening; the same words of a particular one are."""

import pytest
from extraction_builders import read

LEAD = "LIMA, Peru (AP) _ Officials met on Monday.\n\n"

AT_LARGE = [
    ("The statute gives inspectors broad authority to seize cargo.", "seize"),
    ("The council has the right to seek to expel members or arrest them.", "arrest"),
    ("Owners fear for their homes if the state can seize them.", "seize"),
    ("The rules cover the homes of people accused of tax fraud.", "accused"),
    ("The navy put alleged smugglers on a barge.", "alleged"),
    ("Farmers sent letters of protest to the dairy board.", "protest"),
    ("The banker has no criminal convictions.", "convictions"),
    ("He is charged with arson, conspiracy to commit murder and theft.", "conspiracy"),
    ("He is charged with arson, conspiracy to commit murder and theft.", "murder"),
    ("The new timetable was met with scorn by commuters.", "met"),
    ("Posters urging people to vote hung from the balconies.", "urging"),
    ("The mayor denied allegations in the report.", "allegations"),
    ("The clinic must prepare to meet medical emergencies.", "meet"),
    ("Hikers love the valley with lake visits, which Peru keeps cheap.", "visits"),
]


@pytest.mark.parametrize(("text", "word"), AT_LARGE)
def test_is_spoken_of_at_large(text: str, word: str) -> None:
    whole = LEAD + text
    told = [m for m in read(whole) if m.trigger.begin >= len(LEAD)]
    assert [m for m in told if word in m.trigger.of(whole)] == []


PARTICULAR = [
    ("Inspectors plan to arrest the captain on Friday.", "arrest"),
    ("Prosecutors accused two bakers of tax fraud on Monday.", "accused"),
    ("The dairy board faced a protest on Monday.", "protest"),
    ("A court overturned his conviction on Monday.", "overturned"),
    ("The commuters met with the mayor on Monday.", "met"),
    ("Speakers urging people to vote marched through Lyon on Monday.", "marched"),
]


@pytest.mark.parametrize(("text", "word"), PARTICULAR)
def test_is_a_particular_happening(text: str, word: str) -> None:
    whole = LEAD + text
    told = [m for m in read(whole) if m.trigger.begin >= len(LEAD)]
    assert [m for m in told if word in m.trigger.of(whole)]


def test_a_suit_and_its_filing_are_one_happening() -> None:
    text = LEAD + "The owners named him in a civil suit filed in March by their bank."
    types = [m.type.value for m in read(text) if m.trigger.begin >= len(LEAD)]
    assert types == ["LEGAL"]


def test_an_appeal_and_its_filing_are_one_happening() -> None:
    text = LEAD + "The owners said they would file a court appeal."
    types = [m.type.value for m in read(text) if m.trigger.begin >= len(LEAD)]
    assert types == ["STATEMENT", "LEGAL"]


def test_the_toll_of_an_accident_is_no_happening_of_its_own() -> None:
    text = LEAD + "The ferry sank off Crete in March, killing six people."
    assert "killing" not in [m.trigger.of(text) for m in read(text)]


def test_suits_and_their_earlier_filing_are_one_happening() -> None:
    text = LEAD + "The bank lost civil suits previously filed by its owners against Chile."
    assert "civil suits" not in [m.trigger.of(text) for m in read(text)]
