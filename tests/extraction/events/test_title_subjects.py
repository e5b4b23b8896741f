"""Who stands before the verb of a title: lists, relatives, appositions, other clauses, pronouns."""

import pytest
from extraction_builders import found, read

LISTS = [
    (
        "Ten states, the African Union and the World Bank agreed on Friday to fund the dam.",
        "agreed",
        "Ten states, African Union and World Bank agree to fund dam",
    ),
    (
        "Teams from Japan, Peru and the United States landed in Santiago on Friday.",
        "landed",
        "Teams from Japan, Peru and US land in Santiago",
    ),
    (
        "The presidents of Chile and Peru agreed on Monday to an immediate and lasting truce.",
        "agreed",
        "Chile and Peru agree to immediate and lasting truce",
    ),
    (
        "Neither the mayor nor his deputies were invited to the opening on Monday.",
        "invited",
        "Neither mayor nor his deputies invited to opening",
    ),
    (
        "The border between Chad and Libya was closed on Monday.",
        "closed",
        "Border between Chad and Libya closed",
    ),
]

CLAUSES = [
    (
        "The prosecutor opened an inquiry in May, a month before Anna Dahl stepped down.",
        "stepped",
        "Dahl steps down",
    ),
    (
        "The union called a strike, and some 4,000 miners in Silesia walked out on Monday.",
        "walked",
        "Some 4,000 miners in Silesia walk out",
    ),
    (
        "The ferry sank on Monday, as hundreds of villagers gathered for a festival.",
        "gathered",
        "Hundreds of villagers gather for festival",
    ),
    (
        "It was the turn of Pedro Lima, who told Anna Dahl on Monday that grain should flow.",
        "told",
        "Lima: Grain should flow",
    ),
    (
        "Students who had occupied half of the campus attacked a guard on Monday.",
        "attacked",
        "Students attack guard",
    ),
    (
        "The governor of the bank, Ole Berg, warned of a recession on Monday.",
        "warned",
        "Berg warns of recession",
    ),
    (
        "Norway, whose minister, Anna Dahl, had dined with Ole Berg, offered ten jets on Monday.",
        "offered",
        "Norway offers ten jets",
    ),
    (
        "On Monday forty people were injured and at least ten arrested.",
        "arrested",
        "At least ten arrested",
    ),
]

PRONOUNS = [
    ("Pedro Lima resigned on Monday. His troops shelled the port the next day.", "shelled", "Lima"),
    ("Pedro Lima resigned on Monday. His trial opened the next day.", "trial", "Lima’s trial"),
]


@pytest.mark.parametrize(("text", "trigger", "title"), LISTS)
def test_every_member_of_a_list_is_subject(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


@pytest.mark.parametrize(("text", "trigger", "title"), CLAUSES)
def test_the_subject_is_that_of_the_verbs_own_clause(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


@pytest.mark.parametrize(("text", "trigger", "beginning"), PRONOUNS)
def test_an_owner_at_the_beginning_is_named(text: str, trigger: str, beginning: str) -> None:
    assert found(text, trigger).title.startswith(beginning)


def test_an_owner_after_the_verb_stays_a_pronoun() -> None:
    text = "Anna Dahl spoke in Oslo. On Monday Pedro Lima convened his cabinet in Lisbon."
    assert found(text, "convened").title == "Lima convenes his cabinet in Lisbon"


def test_members_without_room_are_others() -> None:
    text = (
        "Switzerland, Liechtenstein, New Zealand, Bangladesh and Tanzania signed a pact on Monday."
    )
    assert found(text, "signed").title.startswith(
        "Switzerland, Liechtenstein, New Zealand and others"
    )


def test_names_keep_their_capital_at_the_beginning_of_the_sentence() -> None:
    text = "Peruvian tariffs of 30 percent will come into force on Friday."
    assert read(text)[0].title == "Planned Peruvian tariffs of 30 percent"


LENGTHS = [
    (
        "Pedro Lima accused the bank on Monday of having failed to protect its clients.",
        "accused",
        "Lima accuses bank of having failed to protect its clients",
    ),
    (
        "Lawmakers have refused since 2013 to let the navy bomb targets in Libya.",
        "refused",
        "Lawmakers refuse to let navy bomb targets in Libya",
    ),
    (
        "Judge Anna Dahl said on Monday that the trial would take between 60 and 90 days.",
        "said",
        "Dahl: Trial will take between 60 and 90 days",
    ),
    (
        "The tourism office of Norway advised tour operators on Tuesday to stop selling holidays.",
        "advised",
        "Tourism office of Norway advises tour operators to stop selling holidays",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "title"), LENGTHS)
def test_what_fits_is_not_cut(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


SHAPES = [
    (
        "Anna Dahl, who was not invited as a court had indicted her, denounced the maps on Monday.",
        "denounced",
        "Dahl denounces maps",
    ),
    (
        "Norway has broken off diplomatic relations and frozen Libyan assets in Oslo banks.",
        "frozen",
        "Norway freezes Libyan assets in Oslo banks",
    ),
    ("The two spacecraft docked on Monday.", "docked", "Two spacecraft dock"),
    (
        "The agency advised affected states on Monday to screen all passengers.",
        "advised",
        "Agency advises affected states to screen all passengers",
    ),
    (
        "Chile signed the accord in 1990; Peru withdrew from it in 1999.",
        "withdrew",
        "Peru withdraws",
    ),
]

NOUNS = [
    ("The truce was to start at midnight on Monday.", "truce", "Truce to start"),
    ("The inquiry has not been ruled out.", "inquiry", "Inquiry not ruled out"),
    ("The investigation has been closed since Monday.", "investigation", "Investigation closed"),
]


@pytest.mark.parametrize(("text", "trigger", "title"), SHAPES)
def test_verbs_keep_their_voice_their_particle_and_their_object(
    text: str, trigger: str, title: str
) -> None:
    assert found(text, trigger).title == title


@pytest.mark.parametrize(("text", "trigger", "title"), NOUNS)
def test_a_noun_alone_takes_its_verb_without_helpers(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


NOMINAL = [
    ("At a summit in Oslo the ministers promised help on Monday.", "summit", "Summit in Oslo"),
    (
        "The reward led to the arrest and conviction of a smuggler on Monday.",
        "arrest",
        "Arrest and conviction of smuggler",
    ),
    (
        "The talks on the border that Chad attended on Monday has failed.",
        "attended",
        "Chad attends talks on border",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "title"), NOMINAL)
def test_a_noun_ends_before_the_next_subject_and_takes_its_fellow(
    text: str, trigger: str, title: str
) -> None:
    assert found(text, trigger).title == title


def test_a_clause_about_a_man_inside_the_subject_leaves_it_whole() -> None:
    text = "A man whose house was a bomb factory was arrested on Monday."
    assert found(text, "arrested").title == "Man arrested"


MEANT = [
    (
        "Chad launched a hostile bid in May. The board rejected it on Monday.",
        "rejected",
        "Board rejects hostile bid",
    ),
    (
        "Peru began air strikes on Monday. The parliament of Chile condemned them the next day.",
        "condemned",
        "Parliament of Chile condemns air strikes",
    ),
    ("Peru began air strikes on Monday. Chile says it needs water.", "says", "Chile says it needs"),
]


@pytest.mark.parametrize(("text", "trigger", "beginning"), MEANT)
def test_a_happening_named_right_before_is_meant_by_it(
    text: str, trigger: str, beginning: str
) -> None:
    assert found(text, trigger).title.startswith(beginning)


def test_a_firm_is_not_called_by_its_suffix() -> None:
    text = "Harbour Motor Co. agreed on Monday to buy a mill in Ohio."
    assert found(text, "agreed").title.startswith("Harbour Motor Co")


OBJECTS = [
    ("They passed Resolution 12 on Monday.", "passed Resolution", "Resolution 12 passed"),
    ("“What we agreed is a start,” she said on Monday.", "agreed", "Agreement"),
    (
        "In Lima, Peru's president on Monday described the killings as a crime.",
        "killings",
        "Killings",
    ),
    ("The mayor had ruled that out on Monday.", "ruled", "Mayor rules that out"),
    (
        "Four jets left Akra, the base in Malta that Rome had offered to the Dutch on Monday.",
        "offered",
        "Italy offers base in Malta to Dutch",
    ),
    (
        "The conference, which some 20 heads of state and government had opened on Monday, closed.",
        "opened",
        "Some 20 heads of state and government open conference",
    ),
    (
        "The body of the pilot, Karl Voss, was handed over to Chad on Monday.",
        "handed",
        "Body of Voss handed over to Chad",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "title"), OBJECTS)
def test_an_object_that_stands_elsewhere_is_told_where_a_headline_has_it(
    text: str, trigger: str, title: str
) -> None:
    assert found(text, trigger).title == title
