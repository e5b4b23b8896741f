import pytest
from extraction_builders import found

CASES = [
    ("The president met the king on Tuesday.", "met", "actual"),
    ("The president will meet the king on Friday.", "meet", "planned"),
    ("The president is set to meet the king on Friday.", "meet", "planned"),
    ("The president is due to visit Oslo on Friday.", "visit", "planned"),
    ("The two sides agreed to sign the treaty in May.", "sign", "planned"),
    ("The minister called for talks with the rebels.", "talks", "proposed"),
    ("The council urged Israel to withdraw its troops.", "withdraw", "proposed"),
    ("Britain demanded that Argentina withdraw its troops.", "withdraw", "proposed"),
    ("The government refused to sign the treaty.", "sign", "denied"),
    ("The general did not attack the town.", "attack", "denied"),
    ("They left without signing the treaty.", "signing", "denied"),
    ("If the rebels attack the town, the army will retaliate.", "attack", "hypothetical"),
    ("The rebels could attack the town.", "attack", "hypothetical"),
    ("The minister threatened to expel the ambassador.", "expel", "hypothetical"),
    ("The party was pushed out of the talks in February.", "talks", "actual"),
    ("He promised to release the hostages.", "release", "planned"),
    ("The firm may have to close its plant in Lima.", "close", "hypothetical"),
    ("If the bid fails, the firm will close, Ann Dahl said on Monday.", "said", "actual"),
    ("If the vote fails, the crisis will go on, says Ana Ruiz.", "says", "actual"),
    ("If the king says no, the talks will end.", "says", "hypothetical"),
    ("Two pirates are awaiting trial in Lima.", "trial", "planned"),
    ("Dockers have called off a strike planned for Saturday.", "strike", "denied"),
    ("The dockers' union has called a strike on Saturday.", "strike", "planned"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_mood_is_read_from_the_words(text: str, trigger: str, expected: str) -> None:
    assert found(text, trigger).modality.value == expected


def test_what_is_dated_after_publication_is_a_plan() -> None:
    mention = found("Formal talks begin on 1 December 2015.", "talks")
    assert mention.modality.value == "planned"
