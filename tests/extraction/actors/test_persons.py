"""People by title and name, later by family name, role and pronoun."""

import pytest

from timeline_app.annotation.actor import ActorKind
from timeline_app.extraction.actors.tagger import ActorForm, ActorMention, tag_actors
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.tokens import tokenize


def mentions(text: str) -> tuple[ActorMention, ...]:
    return tag_actors(text, tokenize(text), split_sentences(text))


def names_of(text: str, wording: str) -> tuple[str, ...]:
    """Return whom the last mention that is worded so means."""
    found = [m for m in mentions(text) if m.span.of(text) == wording]
    assert found, f"no mention {wording!r} in {[m.span.of(text) for m in mentions(text)]}"
    return found[-1].names


BAKER = (
    "U.S. Secretary of State James Baker met Iraqi Foreign Minister Tariq Aziz in Geneva. "
    "Baker gave him a letter from President Bush. Aziz refused to take it. "
    '"The tone was not polite," he told reporters.'
)
SUHARTO = (
    "Indonesian President Suharto resigned on Thursday, handing power to his vice president, "
    "B.J. Habibie. Students cheered in Jakarta. Habibie, 61, promised elections. The army said it "
    "would protect the former president."
)
PERU = (
    "Peruvian President Alberto Fujimori and his Ecuadorean counterpart, Jamil Mahuad, signed a "
    "peace accord in Brasilia. The two leaders embraced. They thanked the mediators."
)
BERISHA = (
    "Presidents Sali Berisha of Albania and Kiro Gligorov of Macedonia opened a road. "
    "A pact, which the two presidents drew up in spring, is with the parliaments."
)
KOSMO = (
    "Norwegian defence minister Jorgen Kosmo and his Dutch and Danish counterparts, "
    "Joris Voorhoeve and Hans Haekkerup, dined in Bergen. They called on Serbia to open the roads. "
    "The defence ministers promised to return."
)
OBUCHI = (
    "Japanese Prime Minister Keizo Obuchi flew to Seoul on Wednesday for talks with South Korean "
    "President Kim Dae-jung. Obuchi apologised. Kim welcomed the apology. "
    "Both countries agreed to hold exercises."
)
SUU_KYI = (
    "Burmese opposition leader Aung San Suu Kyi was released from house arrest in Rangoon. "
    "Suu Kyi thanked her supporters. The junta said she was free to travel."
)
HABYARIMANA = (
    "President Juvenal Habyarimana of Rwanda and his Burundian counterpart, Cyprien Ntaryamira, "
    "were killed on Wednesday when their plane was shot down."
)
RUTO = (
    "Kenya's President William Ruto withdrew a bill after protesters stormed parliament. "
    "He said he had listened. Opposition leader Raila Odinga called for dialogue."
)
CHAN = (
    "The head of the World Health Organization (WHO) Margaret Chan spoke on Monday. "
    "The WHO chief added that she had time."
)


@pytest.mark.parametrize(
    ("text", "wording", "names"),
    [
        (BAKER, "U.S. Secretary of State James Baker", ("James Baker",)),
        (BAKER, "Baker", ("James Baker",)),
        (BAKER, "him", ("Tariq Aziz",)),
        (BAKER, "President Bush", ("Bush",)),
        (BAKER, "he", ("Tariq Aziz",)),
        (SUHARTO, "his", ("Suharto",)),
        (SUHARTO, "vice president, B.J. Habibie", ("B.J. Habibie",)),
        (SUHARTO, "Habibie", ("B.J. Habibie",)),
        (SUHARTO, "the former president", ("Suharto",)),
        (PERU, "Ecuadorean counterpart, Jamil Mahuad", ("Jamil Mahuad",)),
        (PERU, "The two leaders", ("Alberto Fujimori", "Jamil Mahuad")),
        (PERU, "They", ("Alberto Fujimori", "Jamil Mahuad")),
        (BERISHA, "Kiro Gligorov of Macedonia", ("Kiro Gligorov",)),
        (BERISHA, "the two presidents", ("Sali Berisha", "Kiro Gligorov")),
        (KOSMO, "They", ("Jorgen Kosmo", "Joris Voorhoeve", "Hans Haekkerup")),
        (
            KOSMO,
            "The defence ministers",
            ("Jorgen Kosmo", "Joris Voorhoeve", "Hans Haekkerup"),
        ),
        (OBUCHI, "Kim", ("Kim Dae-jung",)),
        (SUU_KYI, "Suu Kyi", ("Aung San Suu Kyi",)),
        (SUU_KYI, "she", ("Aung San Suu Kyi",)),
        (HABYARIMANA, "their", ("Juvenal Habyarimana", "Cyprien Ntaryamira")),
        (RUTO, "he", ("William Ruto",)),
        (RUTO, "Opposition leader Raila Odinga", ("Raila Odinga",)),
        (CHAN, "The WHO chief", ("Margaret Chan",)),
        (CHAN, "she", ("Margaret Chan",)),
    ],
)
def test_a_person_is_found_by_every_way_of_naming(
    text: str, wording: str, names: tuple[str, ...]
) -> None:
    assert sorted(names_of(text, wording)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "wording", "name", "form"),
    [
        (
            "Yusuf al-Mahdi, a spokesman for the militia, thanked Oman.",
            "a spokesman",
            "Yusuf al-Mahdi",
            ActorForm.APPOSITION,
        ),
        (
            "Abdullah Abdullah, the foreign minister, denied the report.",
            "the foreign minister",
            "Abdullah Abdullah",
            ActorForm.APPOSITION,
        ),
        (
            "Gen. Wesley Clark arrived. The general said NATO would go on.",
            "The general",
            "Wesley Clark",
            ActorForm.ROLE,
        ),
        (
            "French President Emmanuel Macron hosted the German chancellor, Olaf Scholz. "
            "Scholz thanked the French president.",
            "the French president",
            "Emmanuel Macron",
            ActorForm.ROLE,
        ),
        (
            "Chancellor Angela Merkel called. Merkel's spokesman, Steffen Seibert, confirmed it.",
            "spokesman, Steffen Seibert",
            "Steffen Seibert",
            ActorForm.TITLE,
        ),
    ],
)
def test_descriptions_mean_the_person_described(
    text: str, wording: str, name: str, form: ActorForm
) -> None:
    found = [m for m in mentions(text) if m.name == name and m.form is form]
    assert any(m.span.of(text).startswith(wording) for m in found), mentions(text)


def test_the_vice_president_is_not_the_president() -> None:
    text = "Vice President Dick Cheney spoke in Ohio. The president did not comment."
    assert names_of(text, "The president") == ("president",)


def test_a_name_is_never_expanded_to_a_person_the_article_does_not_name() -> None:
    text = "President Bush met reporters. Bush said talks would go on."
    assert names_of(text, "Bush") == ("Bush",)


def test_two_people_of_one_family_name_stay_apart() -> None:
    text = "President Bill Clinton left. Hillary Clinton stayed. She said she was tired."
    assert names_of(text, "She") == ("Hillary Clinton",)


def test_the_fuller_form_and_the_accents_of_the_article_make_the_name() -> None:
    text = "Erdogan arrived. President Recep Tayyip Erdoğan spoke. Recep Tayyip Erdogan left."
    assert names_of(text, "Erdogan") == ("Recep Tayyip Erdoğan",)


def test_a_speaker_is_not_sought_inside_his_own_quotation() -> None:
    text = (
        "Senator Bob Dole arrived in Iowa on Monday. "
        '"Steve Forbes is wrong about the tax," he told supporters.'
    )
    assert names_of(text, "he") == ("Bob Dole",)


def test_a_role_that_only_describes_is_no_actor() -> None:
    text = "Washington labeled the man as a terrorist. He was a teacher."
    assert "terrorist" not in {m.name for m in mentions(text)}
    assert "teacher" not in {m.name for m in mentions(text)}


def test_a_spokesman_without_a_name_is_named_by_whom_he_speaks_for() -> None:
    text = "A spokesman for the PMF denied it."
    found = mentions(text)
    assert found[0].name == "Popular Mobilization Forces spokesman"
    assert found[0].kind is ActorKind.PERSON


def test_a_headline_leaves_out_the_article_of_a_family_name() -> None:
    text = (
        "Envoy meets Sadr in Najaf\n\nThe cleric Muqtada al-Sadr flew to Tehran on Monday. "
        "On Tuesday Sadr said nothing."
    )
    found = [m.names for m in mentions(text) if m.span.of(text) == "Sadr"]
    assert found == [("Muqtada al-Sadr",)] * 2


def test_who_tells_something_is_none_of_those_whom_he_tells_of() -> None:
    text = (
        "Chancellor Karl Voss flew to Oslo on Monday. "
        "A call to President Olav Lund is likely, he said."
    )
    assert names_of(text, "he") == ("Karl Voss",)


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Before he left for Oslo, President Olav Lund had received a delegation.", "Olav Lund"),
        ("In his first speech, Olav Lund thanked the voters.", "Olav Lund"),
        ("When he arrived, Olav Lund greeted him at the airport.", "Karl Voss"),
    ],
)
def test_an_opening_clause_may_name_its_subject_late(opening: str, name: str) -> None:
    text = f"Chancellor Karl Voss spoke with President Olav Lund. Voss smiled. {opening}"
    found = [m for m in mentions(text) if m.form is ActorForm.PRONOUN]
    assert found[0].name == name


def test_a_pronoun_stays_with_its_subject_though_another_name_tells_its_sex() -> None:
    text = (
        "The Danish president was in Rome. He flies to Bonn on Monday to see Karl Voss. "
        "In between he will meet Paolo Neri."
    )
    assert names_of(text, "he") == ("Danish president",)


def test_a_reflexive_means_the_subject_of_its_clause() -> None:
    text = "President Ann Roe met Mary Ode. Roe said that she herself had signed the order."
    assert names_of(text, "herself") == ("Ann Roe",)


def test_a_president_is_not_the_leader_of_a_body() -> None:
    text = "President Amado met dockers. The union leader said little. The leader spoke of wages."
    assert names_of(text, "The union leader") == ("union leader",)
    assert names_of(text, "The leader") == ("Amado",)
