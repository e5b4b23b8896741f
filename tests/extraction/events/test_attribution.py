from dataclasses import replace

import pytest
from extraction_builders import a_document, found

from timeline_app.extraction.pipeline import extract

CASES = [
    ("The army attacked the town, officials said.", "attacked", ["officials"]),
    (
        "Sudan expelled two French diplomats on Tuesday, Reuters reported.",
        "expelled",
        ["Reuters"],
    ),
    (
        "According to the Interfax agency, rebels attacked a convoy near Donetsk on Sunday.",
        "attacked",
        ["Interfax"],
    ),
    (
        "The talks collapsed, the Kremlin said on Monday, after a week of shelling.",
        "collapsed",
        ["Kremlin"],
    ),
    (
        "Rebels attacked the airport, the Kremlin said, according to the Anatolia news agency.",
        "attacked",
        ["Kremlin", "Anadolu"],
    ),
    (
        "Rebels killed ten miners, Defence Minister Ole Berg said on Monday, Reuters reported.",
        "killed",
        ["Ole Berg", "Reuters"],
    ),
    (
        "Reuters quoted Anna Dahl as saying that Norway had signed the treaty.",
        "signed",
        ["Anna Dahl", "Reuters"],
    ),
    (
        "The mayor was arrested on Monday, Reuters reported, citing police.",
        "arrested",
        ["police", "Reuters"],
    ),
]


@pytest.mark.parametrize(("text", "trigger", "names"), CASES)
def test_sources_are_listed_innermost_first(text: str, trigger: str, names: list[str]) -> None:
    assert [source.name for source in found(text, trigger).attribution] == names


def test_who_condemns_something_is_no_source_of_it() -> None:
    text = "President Erdogan condemned the attack in Paris on Saturday."
    assert found(text, "attack").attribution == ()


def test_a_speaker_is_no_source_of_his_own_speech() -> None:
    text = "Putin said Russia would win, and Lavrov said the talks had failed."
    for trigger in ("said",):
        mention = found(text, trigger)
        speakers = {p.name for p in mention.participants}
        assert not speakers & {source.name for source in mention.attribution}


def test_whom_a_title_names_is_no_source_beside_its_holder() -> None:
    text = "NATO Secretary General Ida Elbe said on Monday that rebels had bombed the port."
    assert [source.name for source in found(text, "bombed").attribution] == ["Ida Elbe"]


NOT_SAID = [
    (
        "The mayor vowed to find the killers, and Peruvian jets bombed Arica hours later.",
        "bombed",
    ),
    (
        "Anna Dahl accused the bank of fraud, and the party suspended its rallies on Monday.",
        "suspended",
    ),
    (
        "In a ceremony attended by several ministers, Nordbank unveiled plans for a bridge.",
        "attended",
    ),
    (
        "Rebels attacked the port, a day after Anna Dahl announced new duties on steel.",
        "attacked",
    ),
]


@pytest.mark.parametrize(("text", "trigger"), NOT_SAID)
def test_what_only_stands_beside_a_speech_is_not_said_in_it(text: str, trigger: str) -> None:
    assert found(text, trigger).attribution == ()


def test_a_speech_at_the_end_is_not_told_by_one_inside_it() -> None:
    text = "Ole Berg has refused to sign, and the court will not help, Anna Dahl said on Monday."
    assert found(text, "said").attribution == ()


def test_a_semicolon_ends_what_is_attributed() -> None:
    text = "The minister said the talks had failed; rebels attacked the airport on Monday."
    assert found(text, "attacked").attribution == ()


def test_the_documents_own_outlet_is_not_repeated() -> None:
    text = "Sudan expelled two French diplomats on Tuesday, Reuters reported."
    for outlet in ("Reuters", "The Reuters"):
        own = replace(a_document(text), outlet=outlet)
        assert all(not mention.attribution for mention in extract(own).mentions)


QUOTED = [
    "“Rebels attacked the dam,” Prime Minister Solberg was quoted as saying by the Guardian.",
    "“Rebels attacked the dam,” Prime Minister Solberg was quoted by the Guardian as saying.",
]


@pytest.mark.parametrize("text", QUOTED)
def test_who_quotes_a_speech_is_its_source(text: str) -> None:
    assert [source.name for source in found(text, "saying").attribution] == ["The Guardian"]
