"""News and narrative are told apart."""

from timeline_app.extraction.timex.context import NARRATIVE, NEWS
from timeline_app.extraction.timex.genre import genre_of
from timeline_app.extraction.timex.matching import find_matches
from timeline_app.extraction.timex.pack import load_pack
from timeline_app.extraction.timex.scanner import scan


def _genre(text: str, *, dct_year: int | None = 2015) -> str:
    pack = load_pack("en")
    (block,) = scan(text, pack.lexicon)
    return genre_of(find_matches(block, pack, NEWS), dct_year)


HISTORY = "War came in 1914. In 1915, 1916 and 1917 they fought; on 11 November 1918 it ended. "


def test_many_bygone_years_make_a_narrative() -> None:
    assert _genre(HISTORY) == NARRATIVE


def test_days_of_the_week_make_news() -> None:
    assert _genre(HISTORY + "He said so on Tuesday, and again on Monday evening.") == NEWS


def test_few_dates_are_news() -> None:
    assert _genre("The war of 1914 ended in 1918.") == NEWS


def test_years_to_come_are_no_history() -> None:
    assert _genre("Jets come in 2017, 2018, 2019, 2020, 2021 and 2022.") == NEWS
