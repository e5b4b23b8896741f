"""Who takes part, in sentences of news of all kinds: groups, kin, bodies, those who are counted."""

import pytest

from tests.extraction_builders import found, read


def names(text: str, trigger: str) -> list[str]:
    """Return the names of those who take part in what `trigger` names."""
    return [p.name for p in found(text, trigger).participants]


SPEAKERS = [
    (
        "“We are ready,” said Ann Lee, a spokeswoman for the World Health Organization.",
        ["Ann Lee", "World Health Organization"],
    ),
    (
        "“We are ready,” said Paul Ness, a spokesman for the FBI office in Denver.",
        ["Paul Ness", "FBI"],
    ),
    (
        "Inspector Kim Ross of the Toronto Police Service said the man was ill.",
        ["Kim Ross", "Toronto Police Service"],
    ),
    (
        "He spoke on Monday. On Tuesday Sovbank analyst Ivan Petrov said the bank had failed.",
        ["Ivan Petrov", "Sovbank"],
    ),
    (
        "Labour Party spokesman Peter Hill said the bill would fail.",
        ["Peter Hill", "Labour Party"],
    ),
    ("British Foreign Secretary Robin Cook said the talks had failed.", ["Robin Cook"]),
    ("An INS spokeswoman said the agency would appeal.", ["INS spokeswoman", "INS"]),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_a_speaker_is_named_with_the_body_that_he_speaks_for(
    text: str, speakers: list[str]
) -> None:
    assert names(text, "said") == speakers


COUNTED = [
    ("Tens of thousands of farmers marched through Madrid on Sunday.", "marched", "farmers"),
    ("Dozens of nurses protested outside the ministry.", "protested", "nurses"),
    ("One of the hijackers surrendered to police on Friday.", "surrendered", "hijackers"),
    ("A group of monks demonstrated in Rangoon.", "demonstrated", "monks"),
]


@pytest.mark.parametrize(("text", "trigger", "name"), COUNTED)
def test_who_is_counted_takes_part(text: str, trigger: str, name: str) -> None:
    assert name in names(text, trigger)


DESCRIBED = [
    ("Gunmen killed the mayor of Kirkuk, Ali Hassan, outside his home.", "killed", "Ali Hassan"),
    ("The company dismissed its president, Karl Berg, on Friday.", "dismissed", "Karl Berg"),
    ("A jury convicted the former minister, Elena Marin, of fraud.", "convicted", "Elena Marin"),
]


@pytest.mark.parametrize(("text", "trigger", "name"), DESCRIBED)
def test_a_name_beside_a_description_is_who_is_meant(text: str, trigger: str, name: str) -> None:
    assert name in names(text, trigger)


def test_a_list_of_two_is_no_description_and_its_name() -> None:
    text = "Police arrested the mayor, Ali Hassan and a clerk on Monday."
    assert len(names(text, "arrested")) > 1


KIN = [
    ("The widow of a miner sued the company.", "sued", "widow"),
    ("The girl's father appealed to the court.", "appealed", "father"),
    ("Marin's lawyer denied the charge.", "denied", "lawyer"),
    ("An executive was arrested in Oslo on Monday.", "arrested", "executive"),
]


@pytest.mark.parametrize(("text", "trigger", "word"), KIN)
def test_kin_and_staff_take_part_for_themselves(text: str, trigger: str, word: str) -> None:
    assert any(name.endswith(word) for name in names(text, trigger))


def test_the_government_is_that_of_the_dateline() -> None:
    text = "KHARTOUM, Sudan (AP) _ The government blamed rebels for the raid on Monday."
    assert names(text, "blamed")[0] == "Sudan"


def test_the_government_is_that_of_the_state_last_named() -> None:
    text = (
        "GENEVA, Switzerland (AP) _ Chad closed its border on Monday. The government blamed rebels."
    )
    assert names(text, "blamed")[0] == "Chad"


def test_a_state_after_an_opening_place_acts() -> None:
    text = "In New Delhi, India condemned the raid on Monday."
    assert names(text, "condemned") == ["India"]


def test_a_place_with_its_state_is_a_place() -> None:
    text = "The embassy in Nairobi, Kenya, was closed on Monday."
    assert all("Kenya" not in [p.name for p in m.participants] for m in read(text))


def test_a_guest_is_met_and_his_visit_is_no_event_of_its_own() -> None:
    text = "The king met with visiting Kenyan Foreign Minister Bonaya Godana on Monday."
    assert names(text, "met with") == ["king", "Bonaya Godana"]
    assert len(read(text)) == 1


NOUNS = [
    (
        "The arrest of Marco Bianchi by Swiss police in Lugano surprised his family.",
        "arrest",
        {"Swiss police": "agent", "Marco Bianchi": "target"},
    ),
    (
        "Sudan's expulsion of the envoy was announced on Monday.",
        "expulsion",
        {"Sudan": "agent", "envoy": "target"},
    ),
    ("An attack by gunmen on a bus killed nine tourists in Luxor.", "attack", {"gunmen": "agent"}),
    ("Parliament's vote on the budget is set for June 3.", "vote", {"parliament": "agent"}),
]


@pytest.mark.parametrize(("text", "trigger", "roles"), NOUNS)
def test_a_noun_has_who_does_it_and_who_suffers_it(
    text: str, trigger: str, roles: dict[str, str]
) -> None:
    participants = found(text, trigger).participants
    assert {p.name: p.role.value for p in participants} == roles
