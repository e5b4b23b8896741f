import tomllib

import pytest

from timeline_app.annotation.coding import coding_of
from timeline_app.annotation.mention import EventType
from timeline_app.extraction.events.lexicon import trigger_words
from timeline_app.paths import resources_dir

CATEGORIES = """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN
PROTEST SANCTION MOBILIZE COERCE ASSAULT"""
PLOVER = frozenset(CATEGORIES.split())


def test_each_type_has_a_default() -> None:
    for kind in EventType:
        coding_of(kind, "of no such kind")


def test_categories_are_those_of_the_codebooks() -> None:
    with (resources_dir() / "coding.toml").open("rb") as file:
        rows = [row for table in tomllib.load(file).values() for row in table.values()]
    assert all(row["plover"] in PLOVER | {""} for row in rows)
    assert all(row["cameo"] == "" or 10 <= int(row["cameo"]) <= 204 for row in rows)


def test_each_finer_type_of_conflict_words_is_coded() -> None:
    entries = {entry for readings in trigger_words("en").values() for entry, _ in readings}
    coded = (EventType.ATTACK, EventType.SANCTION, EventType.MILITARY, EventType.PROTEST)
    for entry in entries:
        if entry.type in coded:
            assert coding_of(entry.type, entry.subtype).plover


def test_an_expulsion_reduces_relations() -> None:
    assert coding_of(EventType.SANCTION, "expel").cameo == "166"


# What the codebook 1.1b3 of CAMEO calls each code.
CODES = [
    (EventType.MEETING, "call", "041"),  # discuss by telephone
    (EventType.MEETING, "visit", "042"),  # make a visit
    (EventType.MEETING, "host", "043"),  # host a visit
    (EventType.MEETING, "negotiate", "046"),  # engage in negotiation
    (EventType.AGREEMENT, "sign", "057"),  # sign formal agreement
    (EventType.AGREEMENT, "ceasefire", "087"),  # de-escalate military engagement
    (EventType.STATEMENT, "condemn", "111"),  # criticize or denounce
    (EventType.STATEMENT, "praise", "051"),  # praise or endorse
    (EventType.STATEMENT, "apologise", "055"),  # apologize
    (EventType.LEGAL, "arrest", "173"),  # arrest, detain, or charge with legal action
    (EventType.LEGAL, "sentence", "116"),  # find guilty or liable
    (EventType.LEGAL, "emergency", "172"),  # impose administrative sanctions
    (EventType.MILITARY, "exercise", "150"),  # demonstrate military or police power
    (EventType.MILITARY, "deploy", "154"),  # mobilize or increase armed forces
    (EventType.SANCTION, "sever", "161"),  # reduce or break diplomatic relations
    (EventType.SANCTION, "sanction", "163"),  # impose embargo, boycott, or sanctions
    (EventType.SANCTION, "lift", "085"),  # ease economic sanctions, boycott, embargo
    (EventType.PROTEST, "riot", "145"),  # protest violently, riot
    (EventType.ATTACK, "destroy", "171"),  # seize or damage property
    (EventType.ATTACK, "plot", "185"),  # attempt to assassinate
]


@pytest.mark.parametrize(("kind", "subtype", "code"), CODES)
def test_a_finer_type_has_the_code_of_its_name(kind: EventType, subtype: str, code: str) -> None:
    assert coding_of(kind, subtype).cameo == code
