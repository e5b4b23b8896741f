"""Speech acts: whose they are, what they are about, and which only pass facts on."""

import pytest
from extraction_builders import found, found_types, read


def test_a_statement_is_about_the_happening_it_tells_of() -> None:
    text = "Chancellor Merkel condemned the bombing of the market in Aleppo on Tuesday."
    said, bombing = found(text, "condemned"), found(text, "bombing")
    assert said.about == bombing.id


def test_what_stands_beside_speech_is_not_told_by_it() -> None:
    text = "Merkel said during a meeting with Hollande on Tuesday that the truce would hold."
    assert found(text, "said").about != found(text, "meeting").id


QUOTES = [
    "“We will not give up,” President Mandela said on Tuesday.",
    "President Mandela said on Tuesday: “We will not give up.”",
    "“We will not give up,” said President Mandela on Tuesday.",
    "President Mandela said on Tuesday that his country would not give up.",
]


@pytest.mark.parametrize("text", QUOTES)
def test_speech_is_one_event_however_it_is_reported(text: str) -> None:
    mentions = read(text)
    assert [m.type.value for m in mentions] == ["STATEMENT"]
    assert "Mandela" in mentions[0].participants[0].name


def test_bare_sourcing_is_marked() -> None:
    assert found("Police said on Tuesday that two men had been arrested.", "said").is_sourcing
    assert not found("President Mandela said on Tuesday that it was over.", "said").is_sourcing


SILENT = [
    "The figures suggest that prices will fall.",
    "The minister would not elaborate.",
    "The plan calls for lower taxes.",
    "Forty people are said to live there.",
    "It was what he called a good day.",
]


@pytest.mark.parametrize("text", SILENT)
def test_words_of_speech_without_a_speech_act_are_none(text: str) -> None:
    assert "STATEMENT" not in found_types(text)


def test_a_speech_is_about_what_the_backed_plan_would_do() -> None:
    text = "Foreign Minister Brende said Tuesday that Oslo supported the plan to expel the envoy."
    assert found(text, "said").about == found(text, "expel").id


NOT_TOLD = [
    "Demanding cheaper bread, women marched on the palace on Tuesday.",
    "Envoys who had come to argue about grain marched out on Tuesday.",
    "The widow marched with the bishop, who told her of a plot.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_only_stands_beside_a_speech_is_not_attributed_to_it(text: str) -> None:
    marched = [m for m in read(text) if "marched" in m.trigger.of(text)]
    assert [m.attribution for m in marched] == [()]


def test_another_speaker_after_a_comma_speaks_for_himself() -> None:
    text = "Chile has said that it will sign, and Peru has said that it will not."
    assert [m.attribution for m in read(text) if m.trigger.of(text) == "said"] == [(), ()]
