"""Who takes part, by construction: sentences of many subjects and decades."""

import pytest

from timeline_app.annotation.document import Document
from timeline_app.annotation.mention import EventMention
from timeline_app.extraction.pipeline import extract


def _mention(text: str, word: str) -> EventMention:
    mentions = extract(Document(path="a.txt", text=text, sha256="")).mentions
    found = [m for m in mentions if word in text[m.trigger.begin : m.trigger.end]]
    assert found, [text[m.trigger.begin : m.trigger.end] for m in mentions]
    return found[-1]


def _roles(text: str, word: str) -> dict[str, set[str]]:
    roles: dict[str, set[str]] = {}
    for p in _mention(text, word).participants:
        roles.setdefault(p.role.value, set()).add(p.name)
    return roles


SUBJECTS = [
    (
        "Portugal recognised Indonesia's rule and Spain recalled its ambassador.",
        "recalled",
        "Spain",
    ),
    (
        "Canada, Mexico and the United States signed a trade pact.",
        "signed",
        "Canada|Mexico|United States",
    ),
    ("Police and striking miners clashed at Orgreave.", "clashed", "police|miners"),
    ("On Sunday Egypt attacked Israeli posts along the canal.", "attacked", "Egypt"),
    ("In Lagos the police arrested two editors.", "arrested", "police"),
    ("Helmut Kohl met Erich Honecker in Bonn and flew to Paris.", "flew", "Helmut Kohl"),
    ("Nelson Mandela, a lawyer, condemned the ruling.", "condemned", "Nelson Mandela"),
    ("Teams from Denmark, Norway and Iceland landed in Haiti.", "landed", "Denmark|Norway|Iceland"),
    (
        "The soldiers, who had crossed the river at dawn, attacked the bridge.",
        "attacked",
        "soldiers",
    ),
    ("A banker who was extradited by Spain denied the charge.", "denied", "banker"),
    (
        "The World Health Organization (WHO) warned against panic.",
        "warned",
        "World Health Organization",
    ),
    ("More than 3,000 teachers marched through Lima.", "marched", "teachers"),
    ("“There is no plan,” said Josip Tito on Friday.", "said", "Josip Tito"),
    ("Finland said it would deploy troops to Lebanon.", "deploy", "Finland"),
    (
        "States including Chile, Peru and Brazil signed an agreement.",
        "signed",
        "Chile|Peru|Brazil",
    ),
    ("Willy Brandt, on a trip through Asia, rejected the offer.", "rejected", "Willy Brandt"),
    ("Chile, announcing the move on Monday, expelled four diplomats.", "expelled", "Chile"),
]


@pytest.mark.parametrize(("text", "word", "names"), SUBJECTS)
def test_the_subject_of_a_verb_acts(text: str, word: str, names: str) -> None:
    roles = _roles(text, word)

    assert roles.get("agent", set()) | roles.get("speaker", set()) == set(names.split("|"))


CONTROLLED = [
    ("Sweden agreed to send troops to Cyprus.", "send", "Sweden"),
    ("Britain urged Argentina to withdraw its troops.", "withdraw", "Argentina"),
    ("The United Nations called on Iraq to withdraw from Kuwait.", "withdraw", "Iraq"),
    ("After meeting Jimmy Carter, Anwar Sadat signed the treaty.", "meeting", "Anwar Sadat"),
    ("Tunisia arrested two men before expelling them.", "expelling", "Tunisia"),
    ("Ethiopia accused Eritrea of bombing Mekele.", "bombing", "Eritrea"),
    ("Poland has broken off relations and expelled two diplomats.", "expelled", "Poland"),
]


@pytest.mark.parametrize(("text", "word", "name"), CONTROLLED)
def test_whoever_controls_a_verb_without_a_subject_acts(text: str, word: str, name: str) -> None:
    assert name in _roles(text, word)["agent"]


PASSIVES = [
    (
        "The rebels were attacked by government troops near Gulu.",
        "attacked",
        "rebels",
        "government troops",
    ),
    ("Two diplomats were expelled by Denmark.", "expelled", "diplomats", "Denmark"),
    ("The hostages were shot.", "shot", "hostages", ""),
    ("Laszlo Toth, arrested in Rome, was released.", "arrested", "Laszlo Toth", ""),
]


@pytest.mark.parametrize(("text", "word", "target", "agent"), PASSIVES)
def test_the_subject_of_a_passive_suffers(text: str, word: str, target: str, agent: str) -> None:
    roles = _roles(text, word)

    assert roles["target"] == {target}
    assert roles.get("agent", set()) == ({agent} if agent else set())


OBJECTS = [
    ("Its air force downed a Russian warplane.", "downed", "Russia"),
    ("Switzerland froze Ferdinand Marcos's assets.", "froze", "Ferdinand Marcos"),
    ("Turkey shot down a Russian jet.", "shot", "Russia"),
    ("Italy imposed sanctions on Libya.", "imposed", "Libya"),
    ("Police arrested students, miners and teachers.", "arrested", "students|miners|teachers"),
    (
        "Israel expelled a French diplomat who was born in Chile.",
        "expelled",
        "French diplomat|France",
    ),
]


@pytest.mark.parametrize(("text", "word", "names"), OBJECTS)
def test_objects_are_targets(text: str, word: str, names: str) -> None:
    assert _roles(text, word)["target"] <= set(names.split("|"))
    assert _roles(text, word)["target"]


NOUNS = [
    (
        "The downing of a Russian bomber by Turkish forces angered many.",
        "downing",
        "agent",
        "Turkey",
    ),
    (
        "The downing of a Russian bomber by Turkish forces angered many.",
        "downing",
        "target",
        "Russia",
    ),
    ("Franco-German talks began in Bonn.", "talks", "agent", "France|Germany"),
    ("Talks between Iran and Iraq on the border ended.", "Talks", "other", "Iran|Iraq"),
    (
        "A meeting of American, Chinese and Korean envoys was held.",
        "meeting",
        "agent",
        "United States|China",
    ),
    (
        "Leonid Brezhnev spoke during a meeting with Willy Brandt.",
        "meeting",
        "agent",
        "Leonid Brezhnev",
    ),
    ("The murder of Olof Palme shocked Sweden.", "murder", "target", "Olof Palme"),
    ("The strike, blamed on Ethiopian forces, killed ten.", "strike", "agent", "Ethiopia"),
    ("Norway announced sanctions against Rhodesia.", "sanctions", "agent", "Norway"),
    (
        "The visit of Charles de Gaulle to Canada ended early.",
        "visit",
        "agent",
        "Charles de Gaulle",
    ),
]


@pytest.mark.parametrize(("text", "word", "role", "names"), NOUNS)
def test_nouns_have_arguments_by_their_prepositions(
    text: str, word: str, role: str, names: str
) -> None:
    assert set(names.split("|")) <= _roles(text, word).get(role, set())


SPEECH = [
    ("Kofi Annan told Ariel Sharon that the plan had failed.", "told", "addressee", "Ariel Sharon"),
    ("India accused Pakistan of aiding the rebels.", "accused", "target", "Pakistan"),
    ("Peru demanded that Chile withdraw its ships.", "demanded", "addressee", "Chile"),
    (
        "Prime Minister Harold Wilson was hosted by President Lyndon Johnson in Ottawa.",
        "hosted",
        "host",
        "Lyndon Johnson",
    ),
]


@pytest.mark.parametrize(("text", "word", "role", "name"), SPEECH)
def test_others_have_their_own_roles(text: str, word: str, role: str, name: str) -> None:
    assert name in _roles(text, word)[role]


BYSTANDERS = [
    ("John Kerry and Sergei Lavrov held talks on Syria.", "talks", "Syria"),
    ("Kenya claimed the army had left.", "claimed", "army"),
    ("Ghana banned Nigerian airline Arik Air.", "banned", "Nigeria"),
    ("Algeria condemned Morocco for holding exercises with Spain.", "condemned", "Spain"),
    ("Students rallied in Athens against a speech by Lyndon Johnson.", "rallied", "Lyndon Johnson"),
    ("The premier, echoing Bettino Craxi, said France would stay.", "said", "France"),
]


@pytest.mark.parametrize(("text", "word", "name"), BYSTANDERS)
def test_whoever_is_only_mentioned_takes_no_part(text: str, word: str, name: str) -> None:
    assert all(name not in names for names in _roles(text, word).values())


def test_a_speaker_comes_first() -> None:
    text = "“We accept,” Menachem Begin told Cyrus Vance."

    assert _mention(text, "told").participants[0].name == "Menachem Begin"


def test_repeats_have_the_people_of_what_they_repeat() -> None:
    text = "Richard Nixon met Mao Zedong in Peking on Monday. The meeting lasted an hour."

    names = {p.name for p in _mention(text, "meeting").participants}

    assert names == {"Richard Nixon", "Mao Zedong"}
