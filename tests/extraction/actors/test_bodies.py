"""States, organisations, groups and outlets, and what acts for them."""

import pytest

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.tagger import ActorForm, ActorMention, tag_actors
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.tokens import tokenize


def mentions(text: str) -> tuple[ActorMention, ...]:
    return tag_actors(text, tokenize(text), split_sentences(text))


def by_wording(text: str) -> dict[str, ActorMention]:
    return {m.span.of(text): m for m in mentions(text)}


@pytest.mark.parametrize(
    ("text", "wording", "name", "form", "country"),
    [
        ("Turkey shot down a plane.", "Turkey", "Turkey", ActorForm.NAME, "TR"),
        (
            "The downing of a Russian bomber by Turkish forces angered Moscow.",
            "Turkish forces",
            "Turkey",
            ActorForm.FORCES,
            "TR",
        ),
        (
            "Missiles hit a Russian bomber.",
            "a Russian bomber",
            "Russia",
            ActorForm.FORCES,
            "RU",
        ),
        (
            "Japan signed the Russian text.",
            "Russian",
            "Russia",
            ActorForm.DEMONYM,
            "RU",
        ),
        (
            "The downing of a Russian bomber by Turkish forces angered Moscow.",
            "Moscow",
            "Russia",
            ActorForm.CAPITAL_METONYM,
            "RU",
        ),
        ("Ankara condemned the raid.", "Ankara", "Turkey", ActorForm.CAPITAL_METONYM, "TR"),
        (
            "Talks between Washington and Tehran broke down.",
            "Tehran",
            "Iran",
            ActorForm.CAPITAL_METONYM,
            "IR",
        ),
        (
            "The Zairean government fled as rebels advanced.",
            "The Zairean government",
            "Democratic Republic of the Congo",
            ActorForm.GOVERNMENT,
            "CD",
        ),
        (
            "The government of Iraq rejected the report.",
            "The government of Iraq",
            "Iraq",
            ActorForm.GOVERNMENT,
            "IQ",
        ),
        (
            "Soviet troops left Kabul in 1989.",
            "Soviet troops",
            "Soviet Union",
            ActorForm.FORCES,
            "SU",
        ),
        ("Britain recalled its envoy.", "Britain", "United Kingdom", ActorForm.NAME, "GB"),
        (
            "U.S. warplanes bombed the site.",
            "U.S. warplanes",
            "United States",
            ActorForm.FORCES,
            "US",
        ),
        ("East Germany opened the wall.", "East Germany", "East Germany", ActorForm.NAME, "DD"),
    ],
)
def test_a_state_is_found_by_name_adjective_forces_and_capital(
    text: str, wording: str, name: str, form: ActorForm, country: str
) -> None:
    mention = by_wording(text)[wording]
    assert (mention.name, mention.form, mention.country) == (name, form, country)
    assert mention.kind is ActorKind.STATE


@pytest.mark.parametrize(
    "text",
    [
        "The leaders met in Moscow on Friday.",
        "He flew to Nairobi from London.",
        "A bomb exploded outside Baghdad.",
        "The Paris attacks shocked many.",
        "She arrived in Syria on Monday.",
        "A visit to Kenya was called off.",
    ],
)
def test_a_place_is_no_actor(text: str) -> None:
    assert not [m for m in mentions(text) if m.kind is ActorKind.STATE]


@pytest.mark.parametrize(
    ("text", "wording", "name", "kind"),
    [
        ("ISIS claimed the attack.", "ISIS", "Islamic State", ActorKind.GROUP),
        ("Daesh claimed the attack.", "Daesh", "Islamic State", ActorKind.GROUP),
        ("Taliban fighters captured the town.", "Taliban fighters", "Taliban", ActorKind.GROUP),
        ("IRA commanders met.", "IRA commanders", "Irish Republican Army", ActorKind.GROUP),
        ("NATO said it would act.", "NATO", "NATO", ActorKind.ORGANISATION),
        ("The EU imposed sanctions.", "EU", "European Union", ActorKind.ORGANISATION),
        ("The Kremlin denied it.", "Kremlin", "Kremlin", ActorKind.ORGANISATION),
        (
            "The Danish Ministry of Foreign Affairs welcomed it.",
            "Danish Ministry of Foreign Affairs",
            "Danish Ministry of Foreign Affairs",
            ActorKind.ORGANISATION,
        ),
        (
            "The Ukrainian parliament ratified it.",
            "The Ukrainian parliament",
            "Ukrainian parliament",
            ActorKind.ORGANISATION,
        ),
        ("FBI agents searched the house.", "FBI agents", "FBI", ActorKind.ORGANISATION),
        ("Kenyan police fired tear gas.", "Kenyan police", "Kenyan police", ActorKind.GROUP),
        ("Protesters stormed the building.", "Protesters", "protesters", ActorKind.GROUP),
        ("Riot police fired plastic bullets.", "Riot police", "riot police", ActorKind.GROUP),
        ("Reuters reported on Monday.", "Reuters", "Reuters", ActorKind.OUTLET),
        (
            "The Vedomosti newspaper reported it.",
            "The Vedomosti newspaper",
            "Vedomosti",
            ActorKind.OUTLET,
        ),
        ("Russian media reported it.", "Russian media", "Russian media", ActorKind.OUTLET),
        (
            "It was said by the ITAR-Tass news agency.",
            "the ITAR-Tass news agency",
            "ITAR-Tass",
            ActorKind.OUTLET,
        ),
    ],
)
def test_bodies_groups_and_outlets(text: str, wording: str, name: str, kind: ActorKind) -> None:
    mention = by_wording(text)[wording]
    assert (mention.name, mention.kind) == (name, kind)


def test_an_abbreviation_stands_for_the_name_before_it() -> None:
    text = (
        "The Zanzibar Fishing Union (ZFU) called a strike. Shops closed on Monday. "
        "The ZFU said it would go on."
    )
    assert by_wording(text)["ZFU"].name == "Zanzibar Fishing Union"


def test_two_adjectives_own_one_noun() -> None:
    text = "The British and Irish governments invited the party."
    assert by_wording(text)["The British and Irish governments"].names == (
        "United Kingdom",
        "Ireland",
    )


def test_both_countries_are_the_last_two_also_where_they_only_own_a_title() -> None:
    text = (
        "Japanese Prime Minister Keizo Obuchi met South Korean President Kim Dae-jung. "
        "Both countries agreed to hold exercises."
    )
    assert set(by_wording(text)["Both countries"].names) == {"Japan", "South Korea"}


def test_presidents_without_names_are_their_states() -> None:
    text = "The presidents of Peru and Ecuador signed an accord."
    assert by_wording(text)["The presidents of Peru and Ecuador"].names == ("Peru", "Ecuador")


def test_the_newspaper_is_the_one_named_before() -> None:
    text = "Tanzania expelled five men, Uhuru reported. The newspaper gave no reason."
    assert by_wording(text)["The newspaper"].name == "Uhuru"


def test_the_rebels_are_the_group_named_before() -> None:
    text = "The Tamil Tigers rejected the offer. The rebels said they would fight on."
    found = by_wording(text)
    assert found["The rebels"].name == "Liberation Tigers of Tamil Eelam"
    assert found["they"].name == "Liberation Tigers of Tamil Eelam"


def test_a_compound_of_two_states_means_both() -> None:
    text = "The Syrian-Turkish border was closed. Israeli-Palestinian talks resumed."
    assert by_wording(text)["Israeli-Palestinian"].names == ("Israel", "Palestine")


def test_people_of_a_state_are_a_group_and_one_of_them_a_person() -> None:
    text = "Kenya expelled two Bulgarians and a Cuban, officials said."
    found = by_wording(text)
    assert (found["Bulgarians"].name, found["Bulgarians"].kind) == ("Bulgarians", ActorKind.GROUP)
    assert (found["Cuban"].name, found["Cuban"].kind) == ("Cuban", ActorKind.PERSON)


def test_the_agency_of_a_dateline_is_no_actor() -> None:
    text = "NAIROBI, Kenya (AP) _ Police arrested two men on Friday."
    assert {m.name for m in mentions(text)} == {"police", "men"}


def test_a_title_case_heading_names_only_whom_the_text_names() -> None:
    text = (
        "# Finland-Estonia Ferry Cooperation in the Gulf to Resume\n\n"
        "Finnish Prime Minister Matti Vanhanen will call Andrus Ansip.\n"
    )
    headline = [m.names for m in mentions(text) if m.span.end < text.index("\n")]
    assert headline == [("Finland", "Estonia")]


def test_treaties_and_days_are_no_actors() -> None:
    text = "On Monday the Maastricht Treaty took effect. The Nobel Prize was given in December."
    assert mentions(text) == ()


def test_a_state_keeps_the_name_that_it_had_when_the_article_was_written() -> None:
    text = "Burma signed the pact. The Burmese government freed ten monks."
    assert [m.name for m in mentions(text) if m.kind is ActorKind.STATE] == ["Burma", "Burma"]
    text = "Myanmar, formerly Burma, signed the pact."
    assert {m.name for m in mentions(text)} == {"Myanmar"}


def test_moscow_was_the_soviet_capital() -> None:
    text = "Moscow condemned the raid. The Soviet ambassador left London."
    assert by_wording(text)["Moscow"].name == "Soviet Union"
    text = "Moscow condemned the raid, which Russia had feared since Soviet times."
    assert by_wording(text)["Moscow"].name == "Russia"


def test_three_states_own_one_plural_title() -> None:
    text = "The presidents of Guinea, Liberia and Sierra Leone met in Conakry."
    assert mentions(text)[0].names == ("Guinea", "Liberia", "Sierra Leone")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prosecutors had asked for a life sentence.", "prosecutors"),
        ("The law, aides said, was dead.", "aides"),
        ("Judges in The Hague found him guilty.", "judges"),
        ("A strike that unions had planned was cancelled.", "unions"),
        ("She told parliament that talks had failed.", "parliament"),
        ("Parliament voted on Monday.", "parliament"),
    ],
)
def test_people_and_bodies_act_without_an_article(text: str, name: str) -> None:
    assert name in {m.name.lower() for m in mentions(text)}


def test_a_capital_acts_as_the_object_of_a_verb_and_before_one() -> None:
    text = (
        "Israel congratulated Bonn. Pyongyang carries out tests. England and Wales voted to leave."
    )
    assert [m.name for m in mentions(text)] == [
        "Israel",
        "Germany",
        "North Korea",
        "England",
        "Wales",
    ]


def test_a_body_is_meant_by_its_last_word() -> None:
    text = "The Coastal Relief Council met on Monday. The Council called for help."
    assert [m.name for m in mentions(text)] == ["Coastal Relief Council"] * 2


def test_a_company_that_is_spoken_of_often_is_an_actor() -> None:
    text = (
        "Shares of Nordhafen fell. Analysts see Nordhafen as weak, and the bid for Nordhafen "
        "was withdrawn."
    )
    assert "Nordhafen" in {m.name for m in mentions(text)}


def test_a_heading_in_capitals_names_the_states_that_are_known() -> None:
    text = "IRAN'S PREMIER QUITS AS STUDENTS HOLD AMERICANS\n\nThe premier resigned today.\n"
    assert [m.name for m in mentions(text)][:2] == ["Iran", "Americans"]
