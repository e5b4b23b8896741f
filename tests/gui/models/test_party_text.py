"""Who takes part and where, as a line that a person edits."""

from builders import person, place, state

from timeline_app.annotation.actor import ActorKind, Role
from timeline_app.gui.models.party_text import (
    parse_parties,
    parse_places,
    parties_text,
    places_text,
)

GIVEN = (person("Vladimir Putin"), state("Turkey", Role.TARGET))


def test_a_part_other_than_acting_stands_in_brackets() -> None:
    assert parties_text(GIVEN) == "Vladimir Putin; Turkey (target)"


def test_what_is_left_alone_stays_what_it_was() -> None:
    assert parse_parties(parties_text(GIVEN), GIVEN) == GIVEN


def test_a_new_name_takes_part_and_a_known_one_changes_its_part() -> None:
    putin, turkey, lavrov = parse_parties(
        " Vladimir Putin ;Turkey; Sergei Lavrov (speaks);; ()", GIVEN
    )
    assert putin is GIVEN[0]
    assert (turkey.role, turkey.kind) == (Role.AGENT, ActorKind.STATE)
    assert (lavrov.name, lavrov.role) == ("Sergei Lavrov", Role.SPEAKER)


def test_an_unknown_part_is_taking_part() -> None:
    (one,) = parse_parties("Iran (watches)", ())
    assert one.role is Role.OTHER


def test_places_keep_their_countries() -> None:
    given = (place("Vienna", "AT"),)
    assert places_text(given) == "Vienna"
    vienna, sochi = parse_places("Vienna; Sochi; ", given)
    assert vienna is given[0]
    assert (sochi.name, sochi.country) == ("Sochi", None)
