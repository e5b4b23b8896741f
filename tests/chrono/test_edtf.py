"""EDTF text and times are two forms of one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.chrono.edtf import edtf_text, parse_edtf
from timeline_app.chrono.event_time import EventTime, Precision
from timeline_app.chrono.instant import DAY_S, Instant, instant

SAME_BACK = [
    "2015-11-24",
    "2015-11",
    "2015",
    "199X",
    "19XX",
    "2015-33",
    "2015-36",
    "2015-21",
    "2015-24",
    "2015-11-13/2015-11-14",
    "2011/2015",
    "2015-11/2016-02",
    "../2015-11-26",
    "2011/..",
    "../..",
    "2015-11-24~",
    "2015?",
    "2015-11%",
    "1995~/1997~",
    "../2015-11-26~",
    "-0043-03-15",
    "-0043",
    "0000",
    "Y-17000",
    "Y17000",
    "2015-11-24T18:30",
    "2015-11-24T18",
    "2015-11-16/2015-11-22",
    "2015-11-24T18:30/2015-11-24T20:00",
]


@pytest.mark.parametrize("text", SAME_BACK)
def test_text_survives_the_round_trip(text: str) -> None:
    assert edtf_text(parse_edtf(text)) == text


@pytest.mark.parametrize(
    ("text", "begin", "end", "precision"),
    [
        ("2015-11", instant(2015, 11), instant(2015, 12), Precision.MONTH),
        ("2015-11-XX", instant(2015, 11), instant(2015, 12), Precision.MONTH),
        ("2015-XX-XX", instant(2015), instant(2016), Precision.YEAR),
        ("-004X", instant(-49), instant(-39), Precision.DECADE),
        ("2015-41", instant(2015, 7), instant(2016), Precision.INTERVAL),
        ("2015-24", instant(2015, 12), instant(2016, 3), Precision.QUARTER),
        ("2015-31", instant(2016, 3), instant(2016, 6), Precision.QUARTER),
        ("/2015", None, instant(2016), Precision.INTERVAL),
        ("Y17E3", instant(17000), instant(17001), Precision.YEAR),
        ("2015-11-24T18:00:00Z", instant(2015, 11, 24, 18), None, Precision.MINUTE),
    ],
)
def test_bounds(
    text: str, begin: Instant | None, end: Instant | None, precision: Precision
) -> None:
    time = parse_edtf(text)
    assert (time.begin, time.precision) == (begin, precision)
    assert end is None or time.end == end


@pytest.mark.parametrize(
    "text",
    ["", "/x", "2015-13", "2015-02-30", "2015-1", "15", "XXXX-12-25", "[2015,2016]", "2016/2015"],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a date in EDTF"):
        parse_edtf(text)


def test_a_part_of_a_day_is_written_as_its_day() -> None:
    time = EventTime(
        begin=instant(2015, 11, 24, 18),
        end=instant(2015, 11, 25),
        precision=Precision.PART_OF_DAY,
    )
    assert edtf_text(time) == "2015-11-24"


def test_a_night_is_written_as_both_its_days() -> None:
    time = EventTime(
        begin=instant(2015, 11, 13, 18),
        end=instant(2015, 11, 14, 6),
        precision=Precision.PART_OF_DAY,
    )
    assert edtf_text(time) == "2015-11-13/2015-11-14"


@given(
    st.integers(-(10**12), 10**12),
    st.integers(1, 10**10),
    st.sampled_from([Precision.INTERVAL, Precision.DAY, Precision.YEAR, Precision.MINUTE]),
)
def test_any_bounds_survive_the_round_trip(begin: int, length: int, precision: Precision) -> None:
    time = EventTime(begin=Instant(begin), end=Instant(begin + length), precision=precision)
    back = parse_edtf(edtf_text(time))
    assert (back.begin, back.end) == (time.begin, time.end)


@given(st.integers(-400_000, 400_000), st.integers(1, 4_000))
def test_day_intervals_keep_their_bounds(day: int, length: int) -> None:
    time = EventTime(
        begin=Instant(day * DAY_S),
        end=Instant((day + length) * DAY_S),
        precision=Precision.INTERVAL,
    )
    back = parse_edtf(edtf_text(time))
    assert (back.begin, back.end) == (time.begin, time.end)


@given(st.text(alphabet="0123456789-/.XYTES~?%:Z", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        time = parse_edtf(text)
    except ValueError:
        return
    assert time.begin is None or time.end is None or time.begin < time.end
