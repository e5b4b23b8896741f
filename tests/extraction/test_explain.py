import pytest
from extraction_builders import a_document, found, read

from timeline_app.extraction.language_pack import load_table
from timeline_app.extraction.pipeline import extract

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


def test_the_day_of_publication_is_written_like_other_days() -> None:
    mention = found("LIMA (Reuters) - Police arrested a general and two of his guards.", "arrested")
    assert "Thu 26 Nov 2015" in mention.explanation


def test_what_precedes_a_day_is_told_with_the_day_and_no_open_range() -> None:
    text = "Peru closed the port on Monday. The minister had resigned."
    explanation = found(text, "resigned").explanation
    assert ".." not in explanation
    assert "comes before" in explanation


def test_a_long_demand_is_quoted_by_its_first_words_and_its_last() -> None:
    text = "Lawmakers demanded that both the justice and finance ministers resign."
    assert "“demanded that both … resign”" in found(text, "resign").explanation


@pytest.mark.parametrize(
    ("text", "value", "other", "part"),
    [
        (
            "Peru arrested a general on Saturday morning.",
            "2015-11-21TMO",
            "2015-11-28TMO",
            "the morning of",
        ),
        (
            "Peru arrested a general at 3 p.m. on Saturday.",
            "2015-11-21T15:00",
            "2015-11-28T15:00",
            "clock time",
        ),
    ],
)
def test_the_reading_that_lost_keeps_its_part_of_the_day(
    text: str, value: str, other: str, part: str
) -> None:
    timex = extract(a_document(text)).timexes[0]
    assert timex.value == value
    assert part in timex.explanation
    assert [(a.value, a.time is not None) for a in timex.alternatives] == [(other, True)]
