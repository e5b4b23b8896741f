import pytest
from extraction_builders import found, read

from timeline_app.extraction.language_pack import load_table

CASES = [
    (
        "Vladimir Putin met Angela Merkel in Moscow on Monday.",
        "met",
        "“Monday” in its clause is the last Monday",
    ),
    ("Putin is set to meet Merkel on Friday.", "meet", "planned, as “set to meet” says"),
    ("Turkey did not attack the town.", "attack", "denied or cancelled, as “did not attack” says"),
    ("The rebels could attack the town.", "attack", "only thought of, as “could attack” says"),
    (
        "The council urged Israel to withdraw.",
        "withdraw",
        "as “urged Israel to withdraw” says",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "part"), CASES)
def test_explanations_quote_the_words_they_rest_on(text: str, trigger: str, part: str) -> None:
    assert part in found(text, trigger).explanation


def test_what_is_undated_says_so() -> None:
    mention = found("The rebels could attack the town.", "attack")
    assert mention.explanation.startswith("Undated, because nothing in the text tells when")


def test_no_placeholder_is_left() -> None:
    text = (
        "Putin met Merkel in Moscow on Monday. He said the talks were useful. Two days after the "
        "visit, rebels attacked the town and seized the airport. Obama condemned the attack. "
        "Russia has bombed the town since it was expelled on 3 November. Talks go on."
    )
    for dct in ("2015-11-26", None):
        for mention in read(text, dct):
            assert mention.explanation
            assert "{" not in mention.explanation


def test_every_reason_is_worded_with_and_without_a_phrase() -> None:
    table = load_table("en", "events/explanations")
    assert set(table["without_phrase"]) <= set(table["link"])
