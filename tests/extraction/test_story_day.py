"""What is dated before, and without, a day that the article names for its story."""

import pytest
from extraction_builders import date_of, found, read

from timeline_app.annotation.mention import EventType

DCT = "1987-05-20"
"""A Wednesday."""


def test_what_opens_an_article_has_the_day_that_it_names_next() -> None:
    text = (
        "The abbot of Melk offered the archive a loan of forty manuscripts.\n\n"
        "He signed the agreement in Vienna on Tuesday."
    )
    assert date_of(text, "offered", DCT) == "1987-05-19"
    assert found(text, "offered", DCT).date_basis.value == "context"


def test_an_older_day_that_is_named_later_is_background_of_todays_news() -> None:
    text = (
        "The dockers of Antwerp demanded a new contract.\n\n"
        "They walked out on Thursday after the talks collapsed."
    )
    assert date_of(text, "demanded", DCT) == DCT


def test_without_any_day_only_what_opens_is_news_of_the_day() -> None:
    text = (
        "The guild of bakers accused the mill of short weight.\n\n"
        "The miller denied the charge. Many customers complained about the price of bread."
    )
    assert date_of(text, "accused", DCT) == DCT
    assert date_of(text, "denied", DCT) is None


def test_what_has_been_closed_today_is_where_the_story_is() -> None:
    text = (
        "The exchange in Oslo has been suspended today for the second time.\n\n"
        "The guild condemned the step."
    )
    assert date_of(text, "condemned", DCT) == DCT


def test_an_opening_that_has_been_said_is_news_of_who_says_so() -> None:
    text = "The regent has said that she will not open the harbour."
    assert date_of(text, "said", DCT) == DCT
    text = "The ferry line has been sold to a rival, its owner said on Monday."
    assert date_of(text, "said", DCT) == "1987-05-18"


def test_an_entry_under_an_hour_is_of_the_day_of_the_report() -> None:
    text = (
        "Flood on the Elbe: as it happens\n\nRolling report, Wednesday 20 May 1987\n\n"
        "16:40 The mayor has resigned.\n\n"
        "14:05 The governor accuses the dyke office of neglect.\n\n"
        "09:10 The river rose on Monday night. The army sent two boats."
    )
    assert date_of(text, "resigned", DCT) == "1987-05-20T16:40"
    assert date_of(text, "accuses", DCT) == "1987-05-20T14:05"


MARCH = "Farmers marched through Turin on Tuesday.\n\n"

CARRIED = [
    ("They are staying in the square, warning that the mill will close.", "warning", None),
    ("At a rally in the square, the mayor condemned the mill.", "rally", "1987-05-19"),
    ("After rejecting the offer, the mayor slept.", "rejecting", None),
    (
        "The tax was approved by parliament in March 1980. A banker denounced the farmers.",
        "denounced",
        "1987-05-19",
    ),
    (
        "In March 1980 parliament approved the tax. A banker denounced it.",
        "denounced",
        "1980-03",
    ),
    (
        "The tax was approved in March 1980. In Rome, a banker denounced the farmers.",
        "denounced",
        "1987-05-19",
    ),
    ("Bishops of ten sees meeting in Pisa called for calm.", "meeting", "1987-05-19"),
    ("They have lived in tents since police arrested the miller.", "arrested", None),
    (
        "The move comes two weeks after bandits raided a mill.",
        "raided",
        "1987-05-05~",
    ),
    (
        "This morning he met the bishop, who told him of a plot.",
        "told",
        "1987-05-20",
    ),
    (
        "When she asked the senators on Wednesday, most warned her not to go.",
        "warned",
        "1987-05-20",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CARRIED)
def test_the_story_goes_on_where_a_reader_would_think_so(
    text: str, trigger: str, expected: str | None
) -> None:
    assert date_of(MARCH + text, trigger, DCT) == expected


def test_a_weekday_told_as_past_is_the_one_before_and_the_reason_says_so() -> None:
    mention = found("The general ordered the crews to halt on Monday.", "ordered", DCT)
    assert date_of("The general ordered the crews to halt on Monday.", "ordered", DCT) == (
        "1987-05-18"
    )
    assert "next" not in mention.explanation


def test_a_date_of_what_is_not_listed_moves_the_story_in_the_reading_that_fits() -> None:
    text = "Norway skated past Finland on Sunday night.\n\nIn Bergen, a bomb tore through a crowd."
    assert date_of(text, "tore through", DCT) == "1987-05-17"


def test_a_speech_in_a_clause_of_time_does_not_tell_the_main_clause() -> None:
    text = (
        "Peru said on Tuesday it would fight the duty, a day after Chile announced new tolls.\n\n"
        "Bolivia condemned the measures."
    )
    assert date_of(text, "condemned", DCT) == "1987-05-19"


def test_a_statement_of_today_is_where_the_story_is() -> None:
    text = (
        "The bank will close two mills, according to a statement today by its owner.\n\n"
        "The union condemned the plan."
    )
    assert date_of(text, "condemned", DCT) == DCT


def test_a_guess_at_who_spoke_when_dates_nothing_that_has_been_done() -> None:
    text = "The regent has sacked the premier, the palace said."
    assert date_of(text, "said", DCT) == DCT
    assert date_of(text, "sacked", DCT) is None


def test_what_is_sourced_after_it_is_the_news_of_the_story() -> None:
    text = (
        "Two mills burned and looters attacked a bakery in Lodz on Tuesday, witnesses said.\n\n"
        "The mayor condemned the looters."
    )
    assert date_of(text, "attacked", DCT) == "1987-05-19"
    assert date_of(text, "condemned", DCT) == "1987-05-19"


CLAUSES = [
    ("The abbot was shot shortly after he came home on May 1.", "shot", "1987-05-01"),
    ("The abbot was arrested when he landed in Cork on Monday.", "arrested", "1987-05-18"),
    (
        "He has written since he was expelled on April 6, and he insisted that he would stay.",
        "insisted",
        "1987-05-19",
    ),
    ("The court will close the case within a year, it said.", "said", "1987-05-19"),
    ("The minister had ruled that out on Saturday.", "ruled", "1987-05-16"),
    (
        "He will skip the summit, which opens on Sunday in Bern.",
        "summit",
        "1987-05-24",
    ),
    (
        "Envoys came to discuss the bombings but there was no word in Bern on Wednesday.",
        "bombings",
        None,
    ),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CLAUSES)
def test_a_date_reaches_what_its_clause_is_about(
    text: str, trigger: str, expected: str | None
) -> None:
    assert date_of(MARCH + text, trigger, DCT) == expected


def test_just_before_midnight_is_the_day_that_ends() -> None:
    text = MARCH + "The regent declared a curfew minutes before midnight."
    assert date_of(text, "declared", DCT) == "1987-05-19"


def test_a_paper_of_monday_tells_of_the_friday_before() -> None:
    text = (
        "The Lisbon guild agreed to sell its granary to a rival.\n\n"
        "In trading on Friday, its bonds rose after the notary signed the contract."
    )
    assert date_of(text, "agreed", "1987-05-18") == "1987-05-15"
    assert date_of(text, "agreed", "1987-05-19") == "1987-05-19"


def test_who_merely_says_something_days_later_is_undated_but_not_who_condemns() -> None:
    text = (
        "Vandals blew up the lighthouse of Skagen on Friday.\n\n"
        "“It was the pride of our coast,” said Mette Holm, a keeper of the museum.\n\n"
        "The mayor of Aalborg condemned the attack."
    )
    assert date_of(text, "said", DCT) is None
    assert date_of(text, "condemned", DCT) == "1987-05-15/1987-05-20"


def test_what_somebody_has_said_before_has_not_the_day_on_which_he_says_it_again() -> None:
    text = (
        "Abbot Severin Brandt told reporters on Tuesday that the vineyard was lost. "
        "Brandt has told reporters that he believes in the mill."
    )
    first, again = (m for m in read(text, DCT) if m.type is EventType.STATEMENT)
    assert first.time is not None
    assert again.time is None


def test_a_portrait_that_names_its_first_day_late_dates_nothing_before_it() -> None:
    text = (
        "The old miller sat by the window.\n\n"
        "His hands were white with flour and he looked tired.\n\n"
        "Nobody in the valley had a longer memory than he.\n\n"
        "The wheel outside had not turned for years.\n\n"
        "It was a quiet house with a garden and two dogs.\n\n"
        "The miller filed a lawsuit against the waterworks.\n\n"
        "His neighbours went to the hearing in Bregenz on Thursday."
    )
    assert date_of(text, "filed", DCT) is None


def test_what_a_body_says_it_did_is_not_of_today_because_it_says_so_today() -> None:
    text = "The shipyard of Vigo said it completed its takeover of a ropewalk."
    assert date_of(text, "said", DCT) == DCT
    assert date_of(text, "completed", DCT) is None


def test_a_time_that_figures_are_of_does_not_date_who_gives_them() -> None:
    text = "The ferry line announced a fall in profits for the first quarter."
    assert date_of(text, "announced", DCT) == DCT
