"""The date of publication is found in the house styles of many newspapers."""

import pytest

from timeline_app.annotation.document import DctSource
from timeline_app.reading.registry import read_pasted_text

STORY = (
    "The president of the country flew to the capital of the other country to speak with his "
    "colleague there, a spokesman said, and both promised to continue the talks.\n"
)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("November 26, 2015", "2015-11-26"),
        ("Nov. 26, 2015", "2015-11-26"),
        ("Thursday, November 26, 2015", "2015-11-26"),
        ("26 November 2015", "2015-11-26"),
        ("26th of November 2015", "2015-11-26"),
        ("Thursday 26 November 2015", "2015-11-26"),
        ("26.11.2015", "2015-11-26"),
        ("2015-11-26", "2015-11-26"),
        ("2015/11/26", "2015-11-26"),
        ("11/26/2015", "2015-11-26"),
        ("11/26/15", "2015-11-26"),
        ("26.11.15", "2015-11-26"),
        ("26-11-98", "1998-11-26"),
        ("Published: Thu 26 Nov 2015 14:05 GMT", "2015-11-26T14:05"),
        ("Published on November 26, 2015 at 2:05 p.m. ET", "2015-11-26T14:05"),
        ("November 26, 2015 at 2:05 p.m. EST", "2015-11-26T14:05"),
        ("14:05, 26 November 2015", "2015-11-26T14:05"),
        ("Posted 26 Nov 2015", "2015-11-26"),
        ("By Anna Berg | November 26, 2015", "2015-11-26"),
        ("By Anna Berg, Vienna, 26 November 2015", "2015-11-26"),
        ("The Lakeside Herald, 26 November 2015", "2015-11-26"),
        ("Vienna – 26 November 2015", "2015-11-26"),
        ("*The Bosphorus Ledger* · 26.11.2015 · Politics desk", "2015-11-26"),
        ("**26 November 2015**", "2015-11-26"),
        ("Updated: 26 November 2015", "2015-11-26"),
        ("Publié le 26 novembre 2015", "2015-11-26"),
        ("Donnerstag, 26. November 2015, 14:05 Uhr", "2015-11-26T14:05"),
        ("3. Dezember 2015", "2015-12-03"),
        ("26 de noviembre de 2015", "2015-11-26"),
        ("Giovedì 26 novembre 2015", "2015-11-26"),
        ("26 ноября 2015", "2015-11-26"),
    ],
)
def test_a_byline_dates_the_article(line: str, value: str) -> None:
    document = read_pasted_text(f"A visit to the capital\n\n{line}\n\n{STORY}", name="pasted")
    assert document.dct is not None
    assert (document.dct.value, document.dct.source) == (value, DctSource.BYLINE)
    assert document.dct.span is not None
    assert document.dct.span.of(document.text) == document.dct.evidence
    assert document.title == "A visit to the capital"


def test_the_clock_time_of_an_update_is_not_that_of_the_publication() -> None:
    line = "Published 12:01 a.m. EST Nov. 26, 2015 | Updated 3:15 p.m. EST Nov. 27, 2015"
    document = read_pasted_text(f"A visit\n\n{line}\n\n{STORY}", name="pasted")
    assert document.dct is not None and document.dct.value == "2015-11-26T00:01"


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS, Nov. 14 — Gunmen attacked a concert hall.",
        "PARIS, November 14, 2015 — Gunmen attacked a concert hall.",
        "PARIS, Nov 14 (Reuters) - Gunmen attacked a concert hall.",
        "PARIS, November 14 (Xinhua) -- Gunmen attacked a concert hall.",
        "Paris, 14 November 2015 (AFP) – Gunmen attacked a concert hall.",
        "PARIS (Reuters) Nov 14 - Gunmen attacked a concert hall.",
        "PARIS, 14 Nov.: Gunmen attacked a concert hall.",
    ],
)
def test_a_dateline_dates_the_article_in_the_year_nearest_to_the_given_date(dateline: str) -> None:
    document = read_pasted_text(f"Shots in Paris\n\n{dateline}\n", name="p", dct="2015-12-01")
    assert document.dct is not None
    assert (document.dct.value, document.dct.source) == ("2015-11-14", DctSource.DATELINE)


def test_a_dateline_in_january_may_be_of_last_december() -> None:
    text = "2016-01-02\n\nPARIS, Dec. 30 — Gunmen attacked a concert hall.\n"
    document = read_pasted_text(text, name="p")
    assert [rival.value for rival in document.rival_dcts] == ["2015-12-30"]


def test_a_dateline_without_any_year_leaves_the_article_undated_and_says_so() -> None:
    text = "Shots in Paris\n\nPARIS, Nov. 14 — Gunmen attacked a hall. In 2011 they had not.\n"
    document = read_pasted_text(text, name="p")
    assert document.dct is None
    assert "Nov. 14" in document.notes[0]


@pytest.mark.parametrize(
    "line",
    [
        "What happened on November 13, 2015",
        "The attacks of 13 November 2015 killed 130 people.",
        "French police officers secure the Bataclan concert hall on 13 November 2015 in Paris",
        "Since May 3, 2015 everything has been different in the small town by the sea",
    ],
)
def test_a_date_of_which_the_story_speaks_is_no_date_of_publication(line: str) -> None:
    assert read_pasted_text(f"{line}\n\n{STORY}", name="pasted").dct is None


def test_a_date_that_the_calendar_lacks_is_not_taken() -> None:
    assert read_pasted_text(f"Title\n\nFebruary 30, 2015\n\n{STORY}", name="p").dct is None


def test_an_ambiguous_numeric_date_keeps_its_other_reading_as_rival() -> None:
    document = read_pasted_text(f"Title\n\n11/12/2015\n\n{STORY}", name="p")
    assert document.dct is not None and document.dct.value == "2015-11-12"
    assert [rival.value for rival in document.rival_dcts] == ["2015-12-11"]


def test_a_wrong_weekday_is_told() -> None:
    document = read_pasted_text(f"Title\n\nMonday, November 26, 2015\n\n{STORY}", name="p")
    assert "weekday" in document.notes[0]


def test_an_update_gives_way_to_the_date_of_publication() -> None:
    lines = "Published: 26 November 2015\nUpdated: 28 November 2015"
    document = read_pasted_text(f"Title\n\n{lines}\n\n{STORY}", name="p")
    assert document.dct is not None and document.dct.value == "2015-11-26"
    assert not document.rival_dcts


def test_all_places_that_tell_the_date_of_writing_are_kept() -> None:
    text = f"Title\n\nNovember 26, 2015\n\nThursday, November 26, 2015\n\n{STORY}"
    document = read_pasted_text(text, name="p")
    quotes = [span.of(text) for span in document.dateline_spans]
    assert quotes == ["November 26, 2015", "Thursday, November 26, 2015"]


ENTRIES = (
    "12 March 2011\n\nThe army shelled the town.\n\n15 March 2011\n\nThe people marched there.\n"
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"The war in dates\n\n{ENTRIES}", None),
        (f"The war in dates\n\n26 November 2015\n\nIt began in spring.\n\n{ENTRIES}", "2015-11-26"),
        (f"The war in dates\n\nIt began in spring.\n\n{ENTRIES}\n26 November 2015\n", "2015-11-26"),
    ],
)
def test_headings_of_a_chronicle_are_no_dates_of_publication(text: str, value: str | None) -> None:
    document = read_pasted_text(text, name="pasted")
    assert (document.dct.value if document.dct else None) == value
