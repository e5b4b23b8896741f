"""The tagger as a whole: anchors, genres, offsets, reasons."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Timex, TimexMod, TimexType
from timeline_app.chrono.edtf import edtf_text
from timeline_app.chrono.instant import stamp_text
from timeline_app.extraction.timex.tagger import tag_timexes


def _dct(value: str = "2015-11-26") -> DctCandidate:
    return DctCandidate(value=value, source=DctSource.ARGUMENT, evidence="")


def _tag(text: str, *, dct: str | None = "2015-11-26", language: str = "en") -> dict[str, Timex]:
    candidate = None if dct is None else _dct(dct)
    return {t.text: t for t in tag_timexes(text, dct=candidate, language=language)}


def test_late_on_tuesday_is_a_day_with_its_late_hours() -> None:
    timex = _tag("Late on Tuesday, Hollande said no.")["Late on Tuesday"]
    assert (timex.type, timex.value, timex.mod) == (TimexType.DATE, "2015-11-24", TimexMod.END)
    assert timex.time is not None and timex.time.begin is not None and timex.time.end is not None
    assert stamp_text(timex.time.begin) == "2015-11-24T18:00"
    assert stamp_text(timex.time.end) == "2015-11-25T00:00"
    assert timex.anchor == "dct"
    assert timex.explanation.startswith(
        "“Late on Tuesday” is the last Tuesday before the article's date, Thu 26 Nov 2015"
    )


def test_tense_decides_and_the_loser_is_kept_with_its_reason() -> None:
    will = _tag("They will meet Tuesday.")["Tuesday"]
    assert (will.value, will.evidence) == ("2015-12-01", "will")
    said = _tag("They said Tuesday that it was over.")["Tuesday"]
    assert (said.value, said.evidence) == ("2015-11-24", "said")
    assert [a.value for a in said.alternatives] == ["2015-12-01"]
    assert "“said” points back" in said.alternatives[0].reason


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("On Tuesday Mr. Harris will open the bridge.", "2015-12-01"),
        ("On Tuesday, John F. Harris will open the bridge.", "2015-12-01"),
        ("It will buy the Troy, Ill., canning plant on Tuesday.", "2015-12-01"),
        ("Rain stopped. On Tuesday the bridge was shut.", "2015-11-24"),
    ],
)
def test_the_full_stop_of_a_shortened_word_parts_no_clause(told: str, value: str) -> None:
    assert _tag(told)["Tuesday"].value == value


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("The truce lasted until Tuesday.", "2015-11-24"),
        ("The vote was put off until Tuesday.", "2015-12-01"),
        ("Shops close on Tuesday.", "2015-12-01"),
        ("Shares fell at the close Tuesday.", "2015-11-24"),
        ("The case is listed for Tuesday.", "2015-12-01"),
        ("The man is accused of a theft on Tuesday.", "2015-11-24"),
    ],
)
def test_what_lasted_lies_back_and_what_closes_lies_ahead(told: str, value: str) -> None:
    assert _tag(told)["Tuesday"].value == value


@pytest.mark.parametrize(
    ("told", "world", "value"),
    [
        ("It sank at 8 p.m. (0000 GMT) on Sunday.", "0000 GMT", "2015-11-23T00:00Z"),
        ("It sank at 10:35 a.m. (0735 GMT) on Sunday.", "0735 GMT", "2015-11-22T07:35Z"),
        ("It sank at 6 a.m. (2100 GMT) on Sunday.", "2100 GMT", "2015-11-21T21:00Z"),
    ],
)
def test_the_time_in_greenwich_may_be_the_day_before_or_after(
    told: str, world: str, value: str
) -> None:
    assert _tag(told)[world].value == value


def test_a_firm_s_quarter_keeps_its_number_and_has_the_days_that_it_lasted() -> None:
    found = _tag("In its second quarter ended Oct. 31 the firm lost $3 million.")["second quarter"]
    assert found.value == "2015-Q2"
    assert found.time is not None and edtf_text(found.time) == "2015-08/2015-10"


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("A truce that takes effect on Sunday was welcomed.", "2015-11-29"),
        ("The clerk who resigned on Sunday will be replaced.", "2015-11-22"),
        ("Forecasters had expected snow on Sunday.", "2015-11-22"),
        ("The hearing has been moved to Sunday.", "2015-11-29"),
        ("By Sunday, 40 boats had been found.", "2015-11-22"),
        ("No boat had come by Sunday.", "2015-11-22"),
        ("The panel, which was to report by Sunday, has more time.", "2015-11-22"),
        ("The union has called a strike on Sunday.", "2015-11-29"),
        ("They came to look for men who on Sunday robbed a bank.", "2015-11-22"),
        ("He lost by a single vote, and on Sunday he left.", "2015-11-22"),
        ("The court will sit in May, and on Sunday it chose a judge.", "2015-11-22"),
    ],
)
def test_the_clause_of_the_day_decides(told: str, value: str) -> None:
    assert _tag(told)["Sunday"].value == value


def test_a_southern_season_has_no_narrower_bounds_than_it_may_mean() -> None:
    found = _tag("The shelf broke up in the southern summer of 2001.")[
        "the southern summer of 2001"
    ]
    assert found.time is not None and edtf_text(found.time) == "2000-12/2002-02"


def test_what_led_to_a_day_lies_before_it() -> None:
    found = _tag("Troops took the pass on Friday after a siege that began on Tuesday.")
    assert (found["Friday"].value, found["Tuesday"].value) == ("2015-11-20", "2015-11-17")


def test_the_year_is_the_story_s_only_while_the_story_is_there() -> None:
    text = "The mill opened in May 2014. Wages have risen since the beginning of the year."
    assert _tag(text)["the beginning of the year"].value == "2015"
    text = "The mill opened in May 1987. Wages rose until the end of the year."
    assert _tag(text)["the end of the year"].value == "1987"


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("The mayor spoke to reporters in Lima on Tuesday.", "2015-11-24"),
        ("She went to court on Tuesday.", "2015-11-24"),
        ("The crew managed to escape on Tuesday.", "2015-11-24"),
        ("They returned to parliament on Tuesday.", "2015-11-24"),
        ("Nurses voted to strike on Tuesday.", "2015-12-01"),
        ("They decided to reopen the mine on Tuesday.", "2015-12-01"),
        ("The envoy was to leave on Tuesday.", "2015-12-01"),
    ],
)
def test_the_verb_before_to_decides_unless_it_plans(told: str, value: str) -> None:
    assert _tag(told)["Tuesday"].value == value


def test_a_document_without_a_date_resolves_what_it_can() -> None:
    found = _tag("They met on Tuesday. It began in May 2010; in June it ended.", dct=None)
    assert found["Tuesday"].value == "XXXX-WXX-2" and found["Tuesday"].time is None
    assert found["June"].value == "2010-06"
    assert found["June"].anchor == found["May 2010"].id


def test_a_history_is_told_along_its_own_dates() -> None:
    text = (
        "The war began in 1861. On April 12, 1861, the fort was shelled. On July 21, 1861, they "
        "fought. In 1862 Lee won; on September 17 he lost. In December 1864 Savannah fell. "
        "On April 9 he surrendered. The next day he spoke."
    )
    found = _tag(text, dct="2009-12-19")
    assert found["September 17"].value == "1862-09-17"
    assert found["April 9"].value == "1865-04-09"
    assert found["The next day"].value == "1865-04-10"


def test_an_aside_does_not_carry_the_story_off() -> None:
    text = (
        "War came in 1919 and in 1920. On 14 August 1920 they fought, on 16 August 1920 they won, "
        "as a study of 2004 tells; on 18 August 1920 they stopped. Since 1813 none had. "
        "On 20 September they signed."
    )
    assert _tag(text, dct="2009-12-19")["20 September"].value == "1920-09-20"


def test_durations_sets_and_vague_references_are_no_points() -> None:
    found = _tag("For three days, every Tuesday, they now meet twice a week for years.")
    assert {t.type for t in found.values()} == {TimexType.DURATION, TimexType.SET, TimexType.DATE}
    assert all(t.time is None for t in found.values())


def test_day_and_month_order_follows_the_document_and_keeps_the_other_reading() -> None:
    alone = _tag("Signed 4/5/2015.")["4/5/2015"]
    assert alone.value == "2015-04-05"
    assert [a.value for a in alone.alternatives] == ["2015-05-04"]
    assert _tag("Signed 4/5/2015, paid 24/5/2015.")["4/5/2015"].value == "2015-05-04"
    assert _tag("Signé le 4/5/2015.", language="fr")["4/5/2015"].value == "2015-05-04"


def test_a_weekday_beside_a_date_decides_its_year() -> None:
    timex = _tag("It was on Friday, June 13, that it began.")["Friday, June 13"]
    assert timex.value == "2014-06-13"
    assert "2015-06-13" in [a.value for a in timex.alternatives]


def test_a_weekday_beside_a_day_of_the_news_is_a_slip() -> None:
    """Who tells of another year writes the year."""
    timex = _tag("It was on Friday, Nov. 14, that it began.")["Friday, Nov. 14"]
    assert timex.value == "2015-11-14"
    assert "2015-11-13" in [a.value for a in timex.alternatives]
    assert "does not fit" in timex.explanation


def test_a_weekday_that_contradicts_its_date_is_kept_as_a_rival() -> None:
    timex = _tag("It was on Tuesday, Nov. 25, 2015.")["Tuesday, Nov. 25, 2015"]
    assert timex.value == "2015-11-25"
    assert [a.value for a in timex.alternatives] == ["2015-11-24"]
    assert "does not fit" in timex.explanation


def test_a_dateline_is_marked() -> None:
    text = "PARIS, Nov. 14 — Attackers struck Friday."
    first, second = tag_timexes(text, dct=_dct("2015-11-14"), dateline_spans=[Span(0, 14)])
    assert (first.text, first.is_dateline) == ("Nov. 14", True)
    assert (second.value, second.is_dateline) == ("2015-11-13", False)


def test_an_unknown_language_is_read_as_english() -> None:
    assert _tag("They met on 3 May 2014.", language="xx")["3 May 2014"].value == "2014-05-03"


@pytest.mark.parametrize("space", [" ", "\n", "\u00a0", "\u202f", " \n ", "\t"])
def test_a_phrase_may_be_broken_by_any_space(space: str) -> None:
    text = f"It was on{space}26{space}November{space}2015."
    (timex,) = tag_timexes(text, dct=None)
    assert timex.value == "2015-11-26"
    assert timex.span.of(text) == timex.text


def test_a_paragraph_ends_a_phrase() -> None:
    assert set(_tag("It was in May\n\n5 people came.")) == {"May"}


SEED = "seed/russia-france-military-cooperation.md"


def _shared() -> Path:
    return Path(os.environ.get("TIMELINE_GOLD", Path(__file__).resolve().parents[4] / "shared"))


@pytest.mark.skipif(not (_shared() / SEED).is_file(), reason="the article lies beside the checkout")
def test_the_seed_article() -> None:
    text = (_shared() / SEED).read_text(encoding="utf-8")
    values = [(t.text, t.value) for t in tag_timexes(text, dct=_dct())]
    assert values[:9] == [
        ("November 26, 2015", "2015-11-26"),
        ("Thursday", "2015-11-26"),
        ("Thursday morning", "2015-11-26TMO"),
        ("the night of Nov. 13", "2015-11-13TNI"),
        ("Tuesday", "2015-11-24"),
        ("Tuesday evening", "2015-11-24TEV"),
        ("Late on Tuesday", "2015-11-24"),
        ("Wednesday", "2015-11-25"),
        ("Wednesday evening", "2015-11-25TEV"),
    ]


def _assert_sound(text: str, timexes: tuple[Timex, ...]) -> None:
    at = 0
    for timex in timexes:
        assert at <= timex.span.begin < timex.span.end <= len(text)
        assert timex.span.of(text) == timex.text
        at = timex.span.end


_PIECES = (
    "Tuesday", "May", "4", "-", "–", "the", "of", "last", "next", "year", "2015", "'98", "\n\n",
    "ago", "two", "half", "a", "and", ",", ".", "late", "10:30", "p.m.", "Nov.", "9/11", "in",
    "quarter", "ended", "BC", "24/11/2015", "day", "before", "after", "night", "0000", "99",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join), st.booleans())
def test_any_words_of_time_keep_exact_offsets(text: str, has_date: bool) -> None:
    _assert_sound(text, tag_timexes(text, dct=_dct() if has_date else None))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "fr"]))
def test_any_text_keeps_exact_offsets(text: str, language: str) -> None:
    _assert_sound(text, tag_timexes(text, dct=_dct(), language=language))


@pytest.mark.parametrize(
    "text",
    ["9" * 50_000, "last " * 10_000, "a" * 50_000, "May 4 and " * 5_000, "1.2/3-" * 8_000],
    ids=["digits", "last", "letters", "ranges", "signs"],
)
def test_hostile_text_raises_nothing(text: str) -> None:
    _assert_sound(text, tag_timexes(text, dct=_dct()))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It closed earlier this month.", "2015-11-01/2015-11-25"),
        ("It will close later this month.", "2015-11-27/2015-11-30"),
        ("It closed earlier this year.", "2015-01-01/2015-11-25"),
        ("It opened on May 3, 2014, and closed later that year.", "2014-05-04/2014-12-31"),
        ("It closed early this month.", "2015-11"),
    ],
)
def test_earlier_and_later_reach_to_the_date_they_are_told_from(text: str, edtf: str) -> None:
    last = tag_timexes(text, dct=_dct())[-1]
    assert last.time is not None
    assert edtf_text(last.time) == edtf


def test_today_of_a_history_is_the_present_of_its_author() -> None:
    """No day of the story: the tomb was not lost on the day of the battle."""
    history = "War came in 1914. In 1915, 1916 and 1917 they fought; on 11 November 1918 it ended. "
    found = _tag(history + "Today the graves are lost.")
    assert (found["Today"].value, found["Today"].time) == ("PRESENT_REF", None)
