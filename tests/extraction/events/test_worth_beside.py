"""Nouns that name nothing of their own beside what else their sentence tells; their doubles do."""

import pytest
from extraction_builders import found, found_types


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels said on Monday they would halt raids inside Chad.", ["STATEMENT"]),
        ("The general promised on Monday to stop the bombing of the port.", ["STATEMENT"]),
        ("The rebels said on Monday they would resume raids in Chad.", ["STATEMENT", "ATTACK"]),
        ("The rebels halted the raids on Monday.", ["ATTACK"]),
        ("The mayor opened Monday's session with a minute of silence.", ["MEETING"]),
        ("A minute of silence was observed in Lima on Monday.", ["OTHER"]),
        ("Over dinner on Monday the king assured his guest of more aid.", ["STATEMENT"]),
        ("The king gave a dinner for the envoys in Oslo on Monday.", ["MEETING"]),
        ("Three blasts ripped through a market in Kano on Friday.", ["ATTACK"]),
        ("President Ruiz condemned what he called a cowardly attack.", ["STATEMENT"]),
        ("President Ruiz condemned the attack on Lima.", ["STATEMENT", "ATTACK"]),
        ("Mona Diallo, a senior rail accident official, said on Friday it rained.", ["STATEMENT"]),
    ],
)
def test_a_noun_counts_only_for_what_happens(text: str, expected: list[str]) -> None:
    assert found_types(text) == expected


def test_what_two_called_a_massacre_is_no_speech_act() -> None:
    text = "She spoke of peace after what both called a massacre of the innocent."
    assert found(text, "spoke").type.value == "STATEMENT"
    assert found_types(text) == ["STATEMENT"]
