"""Titles are headlines that a person would write; every example is of one grammatical kind."""

import pytest
from extraction_builders import found, read

FACTS = [
    (
        "A Turkish fighter jet shot down a Russian Su-24 bomber near the border on Tuesday.",
        "shot",
        "Turkish fighter jet shoots down Russian Su-24 bomber near border",
    ),
    (
        "Nelson Mandela was released from prison on 11 February 1990.",
        "released",
        "Mandela released from prison",
    ),
    (
        "Thousands of protesters marched through Cairo on Friday.",
        "marched",
        "Thousands of protesters march through Cairo",
    ),
    (
        "George Bush and Mikhail Gorbachev signed the START treaty in Moscow on 31 July 1991.",
        "signed",
        "Bush and Gorbachev sign START treaty in Moscow",
    ),
    (
        "The court sentenced Radovan Karadzic to 40 years in prison on Thursday.",
        "sentenced",
        "Court sentences Karadzic to 40 years in prison",
    ),
    (
        "Kim Jong-un and Moon Jae-in met in Panmunjom on Friday.",
        "met",
        "Kim and Moon meet in Panmunjom",
    ),
    (
        "The workers have gone on strike in Gdansk since Monday.",
        "strike",
        "Workers go on strike in Gdansk",
    ),
    (
        "A powerful earthquake struck northern Japan on Friday.",
        "struck",
        "Powerful earthquake strikes northern Japan",
    ),
    (
        "Two bombs exploded in Ankara on 10 October, killing 97 people.",
        "killing",
        "97 people killed",
    ),
]

VOICES = [
    (
        "The bomber was shot down by Turkish forces on Tuesday.",
        "shot",
        "Turkish forces shoot down bomber",
    ),
    (
        "Three soldiers were killed by a roadside bomb in Mali on Sunday.",
        "killed",
        "Roadside bomb kills three soldiers in Mali",
    ),
    ("The summit was postponed on Monday.", "postponed", "Summit postponed"),
    (
        "The resolution was adopted by ten votes to one on Monday.",
        "adopted",
        "Resolution adopted by ten votes to one",
    ),
]

MOODS = [
    (
        "Russian President Vladimir Putin will meet French President François Hollande in Moscow "
        "on Thursday.",
        "meet",
        "Putin to meet Hollande in Moscow",
    ),
    ("The treaty will be signed in Paris on Friday.", "treaty", "Treaty to be signed in Paris"),
    ("Turkey refused to apologise on Thursday.", "refused", "Turkey refuses to apologise"),
    (
        "The Security Council urged Israel to withdraw its troops from Lebanon.",
        "withdraw",
        "Israel urged to withdraw its troops from Lebanon",
    ),
    (
        "North Korea threatened to close the border on Monday.",
        "close",
        "North Korea threatens to close border",
    ),
    (
        "Mali's junta will hold elections in February.",
        "elections",
        "Mali's junta to hold elections",
    ),
    (
        "The president cancelled his trip to Brussels on Monday.",
        "trip",
        "President cancels his trip to Brussels",
    ),
]

SPEECH = [
    (
        '"France is ready to work with Moscow," Hollande said on Tuesday.',
        "said",
        "Hollande: “France is ready to work with Moscow”",
    ),
    (
        "Sergei Lavrov said on Wednesday that Moscow was ready to work with Paris.",
        "said",
        "Lavrov: Moscow was ready to work with Paris",
    ),
    (
        '"We have no choice but to defend ourselves," said Defence Minister Ursula Adler.',
        "said",
        "Adler: “We have no choice but to defend ourselves”",
    ),
    (
        "President Recep Tayyip Erdogan condemned the attack in Paris on Saturday.",
        "condemned",
        "Erdogan condemns attack in Paris",
    ),
    (
        "The European Union called on Turkey to close its border with Syria.",
        "called",
        "EU calls on Turkey to close its border with Syria",
    ),
    (
        "Peskov denied on Monday that Russia had bombed the hospital.",
        "denied",
        "Peskov denies Russia had bombed hospital",
    ),
    (
        '"We will win," Mubarak was quoted as saying by the MENA news agency.',
        "saying",
        "Mubarak: “We will win”",
    ),
    (
        "Sharif told Vajpayee in Lahore on Saturday that Pakistan would free the pilot.",
        "told",
        "Sharif: Pakistan will free pilot",
    ),
    (
        "The talks collapsed, the Kremlin said on Monday, after a week of shelling.",
        "said",
        "Kremlin: Talks collapsed",
    ),
]

NOUNS = [
    (
        "The downing of the Russian Su-24 by Turkish forces on Tuesday angered Moscow.",
        "downing",
        "Downing of Russian Su-24 by Turkish forces",
    ),
    (
        "Scores of people were wounded in the blast at the railway station on Sunday.",
        "blast",
        "Blast at railway station",
    ),
    (
        "Negotiators from six countries held talks in Vienna on 30 October.",
        "talks",
        "Negotiators hold talks in Vienna",
    ),
    (
        "The prime minister's visit to Beijing was cancelled on Monday.",
        "visit",
        "Prime minister's visit cancelled",
    ),
]

PARTICLES = [
    ("The new governor was sworn in on Monday.", "sworn", "New governor is sworn in"),
    ("The new treasurer takes over today.", "takes", "New treasurer takes over"),
]


@pytest.mark.parametrize(("text", "trigger", "title"), PARTICLES)
def test_a_particle_before_a_date_stays_with_its_verb(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


@pytest.mark.parametrize(("text", "trigger", "title"), FACTS)
def test_facts_stand_in_the_present_without_articles_and_dates(
    text: str, trigger: str, title: str
) -> None:
    assert found(text, trigger).title == title


@pytest.mark.parametrize(("text", "trigger", "title"), VOICES)
def test_a_passive_with_an_agent_turns_active(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


@pytest.mark.parametrize(("text", "trigger", "title"), MOODS)
def test_mood_is_told_by_grammar(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


@pytest.mark.parametrize(("text", "trigger", "title"), SPEECH)
def test_speech_names_who_speaks_and_what_is_said(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


@pytest.mark.parametrize(("text", "trigger", "title"), NOUNS)
def test_nouns_keep_what_belongs_to_them(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


def test_two_people_of_one_surname_keep_their_full_names() -> None:
    text = "Bill Clinton met Boris Yeltsin on Monday. Hillary Clinton met the queen on Tuesday."
    assert read(text)[0].title.startswith("Bill Clinton meets Yeltsin")


def test_titles_stay_short_and_end_in_no_function_word() -> None:
    text = (
        "The foreign ministers of France, Germany, Britain, Italy, Spain, Poland and the "
        "Netherlands met in the old town hall of Bratislava on Monday with the representatives of "
        "the opposition parties of the neighbouring countries and of the trade unions."
    )
    for mention in read(text):
        assert len(mention.title) <= 80
        assert mention.title.split()[-1] not in {"the", "of", "and", "in", "with", "to"}


NAMED = [
    (
        "President Bachelet referred to the raid as “a crime against peace” on Tuesday.",
        "referred",
        "Bachelet calls raid “a crime against peace”",
    ),
    (
        "Despite the truce, with President Bachelet describing the raid as an act of war, he left.",
        "describing",
        "Bachelet calls raid an act of war",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "title"), NAMED)
def test_who_gives_a_name_is_told_with_the_name(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


def test_a_meeting_names_who_meets_as_well_as_whom() -> None:
    text = "Prime Minister Solberg said during a meeting with President Bachelet that all is well."
    assert found(text, "meeting").title == "Solberg’s meeting with Bachelet"
