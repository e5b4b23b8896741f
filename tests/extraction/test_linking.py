"""Which date a mention gets: varied subjects and decades."""

import pytest
from extraction_builders import date_of, found

from timeline_app.chrono.edtf import edtf_text

LEAD = "The two ministers met in Oslo on Tuesday.\n\n"

CASES = [
    ("He said on Wednesday that Russia would meet Turkey on 4 December.", "said", "2015-11-25"),
    ("He said on Wednesday that Russia would meet Turkey on 4 December.", "meet", "2015-12-04"),
    ("On Monday the president met Merkel and flew to Moscow.", "flew to", "2015-11-23"),
    ("The August 7 bombings shook the region.", "bombings", "2015-08-07"),
    ("Two men were charged in the May 3, 2009, raid on a bank.", "raid", "2009-05-03"),
    ("New details of the massacre emerged on Sunday.", "massacre", None),
    ("The mayor is being investigated by a grand jury.", "investigated", None),
    ("Tuesday's attack on the hotel killed six people.", "attack", "2015-11-24"),
    ("The minister resigned on Monday after the talks.", "resigned", "2015-11-23"),
    ("She resigned today, two days after gunmen stormed the embassy.", "stormed", "2015-11-24"),
    ("The embassy has been empty since 2011, when rebels attacked it.", "attacked", "2011"),
    ("The king has called a meeting of all parties for Friday.", "meeting", "2015-11-27"),
    ("The second ballot is on Sunday.", "ballot", "2015-11-29"),
    ("Last year Chile expelled the ambassador.", "expelled", "2014"),
    ("The cabinet could dissolve parliament.", "dissolve", None),
    ("The army has shelled the town.", "shelled", None),
    ("The army is shelling the town.", "shelling", "2015-11-26"),
    (
        "The talks are to resume after the shelling of the port on Tuesday.",
        "shelling",
        "2015-11-24",
    ),
    ("The mayor spoke at a meeting in Lima on Tuesday.", "spoke", "2015-11-24"),
    ("Ten states, meeting in Lima on Tuesday, set 1 May as the target.", "meeting", "2015-11-24"),
    ("The council has just condemned the attack.", "condemned", "2015-11-26"),
    (
        "The queen visited Lima on Monday, and its mayor, Ana Ruiz, called for calm.",
        "called for",
        "2015-11-23",
    ),
    ("Jets bombed a camp on Sunday; rebels shelled the port.", "shelled", "2015-11-22"),
    ("Pirates attacked a chartered ferry late on Tuesday.", "attacked", "2015-11-24"),
    (
        "Miners will lose their permits before May, when soldiers will withdraw from the island.",
        "withdraw",
        "2016-05",
    ),
    ("The dockers' union has called a strike on Saturday over pay.", "strike", "2015-11-28"),
    ("Work on the bridge, begun in 1999, was suspended on Monday.", "suspended", "2015-11-23"),
    (
        "On Tuesday, the miners' league plans to hold a news conference before the vote opens.",
        "news conference",
        "2015-12-01",
    ),
    ("On Monday, a plan to sign a treaty was rejected.", "rejected", "2015-11-23"),
    ("Six men, arrested in 1999, were freed last week.", "arrested", "1999"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_a_date_hangs_on_the_mention_in_its_clause(
    text: str, trigger: str, expected: str | None
) -> None:
    assert date_of(text, trigger) == expected


def test_the_main_line_carries_the_storys_day() -> None:
    assert date_of(LEAD + "Police arrested two men.", "arrested") == "2015-11-24"


def test_an_older_date_holds_for_its_paragraph_only() -> None:
    text = LEAD + "In 1998 the army shelled the town.\n\nPolice arrested two men."
    assert date_of(text, "shelled") == "1998"
    assert date_of(text, "arrested") == "2015-11-24"


def test_a_plan_without_a_date_stays_undated() -> None:
    assert date_of(LEAD + "The ministers plan to sign a treaty.", "sign") is None


def test_a_chronicle_dates_its_entries() -> None:
    text = (
        "Chronology\n\nBackground paper\n\nThe dispute in dates\n\n"
        "12 December 1985. North Korea signs the treaty.\n\n"
        "9 October 2006. Pyongyang tests a nuclear weapon.\n"
    )
    assert date_of(text, "signs", "2006-11-02") == "1985-12-12"
    assert date_of(text, "tests", "2006-11-02") == "2006-10-09"


def test_an_article_without_a_date_keeps_its_events_undated() -> None:
    mention = found("The ministers signed a treaty.", "signed", dct=None)
    assert mention.time is None
    assert mention.date_basis.value == "none"


def test_what_had_happened_lies_before_the_storys_day() -> None:
    text = LEAD + "The army had shelled the town."
    assert date_of(text, "shelled") == "../2015-11-24"


def test_a_date_that_lies_ahead_goes_to_the_plan_and_not_to_the_promise() -> None:
    text = "Howard promised on Monday to put it to a national referendum in March 2016."
    assert date_of(text, "promised") == "2015-11-23"
    assert date_of(text, "referendum") == "2016-03"


def test_list_entries_stand_under_their_date() -> None:
    text = (
        "# The autumn in dates\n\nA chronology\n\nDecember 2015\n\n"
        "- **30 October.** Seventeen states meet in Vienna.\n"
        "- **10 October.** Two bombs explode in Ankara.\n"
    )
    assert date_of(text, "meet", "2015-12-27") == "2015-10-30"


CHRONICLE = """# How the two fell out

May 8, 2017

The president is known for long speeches. Here is a short chronology of the quarrel:

## Jan. 2016: The gas bill

Chad rejected the price. In July, Chile cut deliveries of oil.

## Oct. 12, 2016: Handshake

The ministers sign a deal in Lima.

The opposition condemns it.

## What next?

The opposition has demanded a vote.

12 March 2011

The army shelled Homs. Police arrested ten men.
"""


@pytest.mark.parametrize(
    ("trigger", "date"),
    [
        ("rejected", "2016-01"),
        ("cut", "2016-07"),
        ("sign", "2016-10-12"),
        ("condemns", "2016-10-12"),
        ("demanded", None),
        ("shelled", "2011-03-12"),
        ("arrested", "2011-03-12"),
    ],
)
def test_a_heading_dates_the_paragraphs_up_to_the_next(trigger: str, date: str | None) -> None:
    assert date_of(CHRONICLE, trigger, "2017-05-08") == date


def test_a_date_of_the_report_does_not_move_the_story() -> None:
    text = LEAD + "The mayor resigned, the daily wrote on Wednesday.\n\nPolice arrested two men."
    assert date_of(text, "arrested") == "2015-11-24"


def test_what_is_told_is_dated_wherever_its_source_stands() -> None:
    text = LEAD + "Four students were arrested, police said."
    assert date_of(text, "arrested") == "2015-11-24"


def test_a_bare_hour_is_one_of_the_story_s_day() -> None:
    text = LEAD + "They signed a truce at 9 p.m."
    assert date_of(text, "signed") == "2015-11-24T21:00"


def test_a_plan_does_not_move_the_story() -> None:
    text = (
        LEAD + "The king thanked them and will go on holiday on Sunday. Chile congratulated them."
    )
    assert date_of(text, "congratulated") == "2015-11-24/2015-11-26"


SINCE = "2015-08-01/2015-11-26"
BACKGROUND = [
    ("Work was halted in May after a miner was killed by a landmine.", "killed", "../2015-05"),
    ("He was rescued in May when gunmen attacked the ship.", "attacked", "2015-05"),
    ("The mayor resigned after the king signed the treaty in April.", "resigned", None),
    ("The school was recently closed.", "closed", None),
    ("Judges criticised the abbot, who later apologised.", "apologised", None),
    ("The abbot, who knew the judges, resigned.", "resigned", "2015-11-24"),
    ("The board had in January set up a panel.", "set up", "2015-01"),
    ("The trial, originally set for May, is to open on December 10.", "open", "2015-12-10"),
    (
        "The release came four days after rebels blew up a bridge, the 14th such attack this year.",
        "blew up",
        "2015-11-20",
    ),
    ("With cholera claiming ten lives since August, he closed the schools.", "claiming", SINCE),
]


@pytest.mark.parametrize(("sentence", "trigger", "date"), BACKGROUND)
def test_background_keeps_its_own_time(sentence: str, trigger: str, date: str | None) -> None:
    assert date_of(LEAD + sentence, trigger) == date


def test_a_date_that_begins_its_paragraph_is_no_heading_for_the_next() -> None:
    text = CHRONICLE + "\n- **3 May.** The king resigned.\n\nThe army said on Monday that it won.\n"
    assert date_of(text, "said", "2017-05-08") == "2017-05-08"


def test_a_deed_dated_after_publication_keeps_the_date_that_is_written() -> None:
    told = found(LEAD + "The kings signed a treaty on 3 December 2015.", "signed")
    assert (told.modality.value, edtf_text(told.time) if told.time else None) == (
        "actual",
        "2015-12-03",
    )


def test_a_weekday_that_does_not_fit_moves_no_recent_date_to_another_year() -> None:
    assert date_of("The ministers met in Oslo on Monday, Nov. 24.", "met") == "2015-11-24"
    assert date_of("The king died on Monday, Feb. 24.", "died") == "2014-02-24"
