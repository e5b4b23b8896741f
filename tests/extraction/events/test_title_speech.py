"""Titles of speech acts carry what is said: its main clause, whole, without who passes it on."""

import pytest
from extraction_builders import found

CONTENT = [
    (
        "Since the girl is so young, Anna Dahl said on Monday, the court has to hear her.",
        "said",
        "Dahl: Court has to hear her",
    ),
    (
        "With exports so weak, it is likely that the bank will act, said Ole Berg of Nordbank.",
        "said",
        "Berg: It is likely that bank will act",
    ),
    (
        '"The cabinet cannot last," Anna Dahl said on Monday.',
        "said",
        "Dahl: “The cabinet cannot last”",
    ),
    (
        '"Today is a good day for the islands," Anna Dahl said in Suva.',
        "said",
        "Dahl: “Today is a good day for the islands”",
    ),
    (
        "The minister told parliament on Monday that the war is over.",
        "told",
        "Minister: War is over",
    ),
    (
        "Ole Berg told the Treasury on Monday that the bank intends to sell its shares.",
        "told",
        "Berg: Bank intends to sell its shares",
    ),
    (
        "The storm had flooded the port, Anna Dahl said, the Tonga Herald reported on Monday.",
        "said",
        "Dahl: Storm had flooded port",
    ),
    (
        "Peru, meanwhile, closed its border with Chile on Monday, the army said.",
        "said",
        "Army: Peru closed its border with Chile",
    ),
    (
        "Executives from several banks, however, said on Monday that there was hope for exports.",
        "said",
        "Executives: There was hope for exports",
    ),
    (
        "Anna Dahl announced outside her house on Monday that she would step down by June.",
        "announced",
        "Dahl announces she will step down",
    ),
    (
        "Bob Ray argued against the dam on Monday and voted no.",
        "argued",
        "Ray argues against dam",
    ),
    (
        "Chad said on Monday that its envoy, Karl Voss, intends to open talks in Rome.",
        "said",
        "Chad says Voss intends to open talks in Rome",
    ),
    (
        "Anna Dahl protested on Monday that she had been denied the floor.",
        "protested",
        "Dahl protests she had been denied floor",
    ),
]

OBJECTS = [
    (
        "Anna Dahl spoke to reporters in Oslo on Monday and asked the guards to leave.",
        "spoke",
        "Dahl speaks to reporters in Oslo",
    ),
    (
        "Hungary acknowledged a leak at the Paks power station, hours after it had begun.",
        "acknowledged",
        "Hungary acknowledges leak at Paks power station",
    ),
    (
        'Anna Dahl called it "a gift to the cowards" and warned of reprisals on Monday.',
        "called",
        "Dahl calls it “a gift to the cowards”",
    ),
    (
        "The bank said afterwards that rates would rise; Ole Berg ordered the clerks to stay.",
        "ordered",
        "Berg orders clerks to stay",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "title"), CONTENT)
def test_a_statement_is_told_by_its_main_clause(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


@pytest.mark.parametrize(("text", "trigger", "title"), OBJECTS)
def test_an_object_is_no_clause(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


def test_a_condition_stays_with_what_it_conditions() -> None:
    text = "Anna Dahl told bankers in Oslo on Monday that if rates rise, exports will fall."
    assert found(text, "told").title == "Dahl: Exports will fall if rates rise"


def test_a_clause_is_cut_only_where_it_still_says_something() -> None:
    text = (
        "Ole Berg said on Monday that shells had fallen on the orchards, the mosque and the old "
        "caravanserai of the village, where hundreds of families from the coast were sheltering."
    )
    title = found(text, "said").title
    assert title == "Berg: Shells had fallen on orchards, mosque and old caravanserai of village"


MORE = [
    (
        "Ole Berg called the pact “a loser's game for everyone who has no port of his own”.",
        "called",
        "Berg calls pact “a loser's game for everyone who has no port of his own”",
    ),
    (
        "Nordbank announced Monday it has sold its branches in Peru.",
        "announced",
        "Nordbank announces it has sold its branches in Peru",
    ),
    (
        '"I don\'t know what the king thinks or believes," Anna Dahl said.',
        "said",
        "Dahl: “I don't know what the king thinks or believes”",
    ),
    (
        "Anna Dahl spoke with Ole Berg on Monday, and he said he would sign.",
        "said",
        "Berg says he will sign",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "title"), MORE)
def test_names_clauses_and_quotations_are_told_in_full(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title


def test_a_clause_with_a_date_that_owns_ends_what_is_asked() -> None:
    text = "Anna Dahl asked her relatives in Oslo to end their feud after Monday's ruling."
    assert found(text, "asked").title == "Dahl asks her relatives in Oslo to end their feud"


def test_an_abbreviation_ends_no_title() -> None:
    text = "Nordbank said on Monday that Mr. Berg will direct an effort to reduce costs."
    assert found(text, "said").title.endswith("Berg will direct effort to reduce costs")


LAST = [
    (
        "The storm will reach Fiji within six days, the weather office announced on Monday.",
        "announced",
        "Weather office announces: Storm will reach Fiji within six days",
    ),
    (
        "The miners had left the pit, and a guard took their names, Anna Dahl said.",
        "said",
        "Dahl: Miners had left pit, and guard took their names",
    ),
    ('"Hallelujah," Anna Dahl exclaimed on Monday.', "exclaimed", "Dahl: “Hallelujah”"),
    (
        "The judges denied, however, a request by Anna Dahl on Monday.",
        "denied",
        "Judges deny request by Dahl",
    ),
    (
        "Togo announced on Tuesday the formation of a league of 12 mostly rural states of Asia.",
        "announced",
        "Togo announces formation of league of 12 mostly rural states of Asia",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "title"), LAST)
def test_no_statement_is_told_without_what_it_says(text: str, trigger: str, title: str) -> None:
    assert found(text, trigger).title == title
