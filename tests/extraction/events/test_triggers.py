"""Verbs, nouns and phrases that name happenings, in many constructions."""

from itertools import pairwise

import pytest
from extraction_builders import found, found_types, read

PHRASES = [
    ("The general pulled all of his troops out on Monday.", "pulled", "MILITARY"),
    ("The minister stepped down on Monday.", "stepped down", "LEGAL"),
    ("The president paid a short visit to Chile on Monday.", "visit", "MEETING"),
    ("Jets carried out several strikes on the port on Monday.", "strikes", "ATTACK"),
    ("The talks took place in Doha on Monday.", "talks", "MEETING"),
    ("An election was held in Ghana on Monday.", "election", "LEGAL"),
    ("Norway broke off diplomatic relations on Monday.", "broke off", "SANCTION"),
    ("Two men were taken into custody on Monday.", "taken into custody", "LEGAL"),
    ("The downing of the airliner on Monday shocked the region.", "downing", "ATTACK"),
    ("Sanctions were imposed on the bank on Monday.", "Sanctions", "SANCTION"),
    ("The two sides laid down their arms on Monday.", "laid down", "AGREEMENT"),
    ("The crowd took to the streets on Monday.", "took to the streets", "PROTEST"),
    ("The ferry capsized on Monday.", "capsized", "DISASTER"),
    ("He was sworn in on Monday.", "sworn in", "LEGAL"),
    ("Gunmen took ten tourists hostage on Monday.", "took", "ATTACK"),
    ("Chile closed the country's airspace on Monday.", "closed", "SANCTION"),
    ("Judges found the general guilty on Monday.", "found", "LEGAL"),
    ("Drivers blocked highways on Monday.", "blocked", "PROTEST"),
    ("The river burst its banks on Monday.", "burst", "DISASTER"),
    ("The two states exchanged prisoners on Monday.", "exchanged", "AGREEMENT"),
]


@pytest.mark.parametrize(("text", "trigger", "kind"), PHRASES)
def test_constructions_name_one_happening(text: str, trigger: str, kind: str) -> None:
    assert found(text, trigger).type.value == kind


COMPANY = [
    ("Rail workers will strike over pay on Friday.", "PROTEST"),
    ("Warplanes will strike the town on Friday.", "ATTACK"),
    ("Detectives raided two homes on Monday.", "LEGAL"),
    ("Guerrillas raided the camp on Monday.", "ATTACK"),
    ("An explosion at a fireworks factory killed six people on Monday.", "DISASTER"),
    ("An explosion outside the embassy killed six people on Monday.", "ATTACK"),
    ("Lawmakers approved the budget on Monday.", "LEGAL"),
    ("The engineers were flown to Ankara on Monday.", "OTHER"),
    ("Dockers began a one-day strike on Monday.", "PROTEST"),
]


@pytest.mark.parametrize(("text", "kind"), COMPANY)
def test_company_decides_what_a_word_names(text: str, kind: str) -> None:
    assert found_types(text) == [kind]


def test_joined_verbs_share_their_auxiliary() -> None:
    text = "The rebels have bombed two towns and shelled a third."
    assert [m.time for m in read(text)] == [None, None]


def test_joined_infinitives_are_plans_alike() -> None:
    text = "She is to meet the king, visit the port and sign a treaty on 3 December 2015."
    moods = {m.trigger.of(text): m.modality.value for m in read(text)}
    assert set(moods.values()) == {"planned"}
    assert len(moods) == 3


def test_triggers_of_one_sentence_do_not_overlap() -> None:
    text = "The two armies waged war and held peace talks while ministers met the press."
    spans = [m.trigger for m in read(text)]
    assert all(a.end <= b.begin for a, b in pairwise(spans))
