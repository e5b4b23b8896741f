"""Nouns that their clause tells as still to come."""

import pytest
from extraction_builders import date_of, found, read

PLANNED = [
    ("The talks in Geneva are to resume despite the strike.", "talks"),
    ("The conference, agreed in May by both governments, is to go ahead in Lima.", "conference"),
    ("The summit — which Chile had put off — will be held in Lima.", "summit"),
    ("Chancellor Angela Merkel was to explain the idea in full during her visit.", "visit"),
    ("President Bachelet will speak at the summit.", "summit"),
]
CALLED_OFF = [
    ("The talks have been cancelled.", "talks"),
    ("The visit was called off.", "visit"),
    ("A planned demonstration has been prohibited by the mayor.", "demonstration"),
]
TOLD = [
    ("The talks ended on Monday.", "talks"),
    ("President Bachelet spoke on Monday at the summit.", "summit"),
]


@pytest.mark.parametrize(("text", "trigger"), PLANNED)
def test_a_noun_of_what_is_to_be_is_a_plan(text: str, trigger: str) -> None:
    assert found(text, trigger).modality.value == "planned"


@pytest.mark.parametrize(("text", "trigger"), CALLED_OFF)
def test_a_noun_that_was_undone_did_not_take_place(text: str, trigger: str) -> None:
    assert found(text, trigger).modality.value == "denied"


@pytest.mark.parametrize(("text", "trigger"), TOLD)
def test_a_noun_of_what_was_is_a_fact(text: str, trigger: str) -> None:
    assert found(text, trigger).modality.value == "actual"


def test_a_heading_with_a_bare_infinitive_tells_a_plan() -> None:
    text = "Talks in Oslo to resume\n\nPrime Minister Solberg meets nobody.\n"
    assert read(text)[0].modality.value == "planned"


def test_a_visit_that_was_to_bring_something_takes_no_date_of_the_report() -> None:
    text = (
        "President Bachelet is set to visit Oslo on Friday.\n\n"
        "Foreign Minister Brende said Tuesday that he liked a scheme the president was to explain "
        "during her visit, local media reported on Wednesday evening.\n"
    )
    visits = [m for m in read(text) if m.type.value == "MEETING"]
    assert {str(m.time) for m in visits} == {str(found(text, "visit").time)}
    assert date_of(text, "visit") == "2015-11-27"


def test_a_speech_that_was_to_be_held_is_planned() -> None:
    assert found("The premier was to lay out the scheme.", "lay out").modality.value == "planned"
