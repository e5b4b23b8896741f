import tomllib

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
