"""Is a text news, told from its date, or a narrative, told along its own dates?"""

from collections.abc import Iterable

from timeline_app.extraction.timex.context import NARRATIVE, NEWS
from timeline_app.extraction.timex.matching import Match

_FAR_YEARS = 2
_LEAST_DATES = 5
_DATES_A_DEICTIC = 3
_DEICTIC_OPERATIONS = frozenset({"deictic", "weekday", "ago", "cyclic"})


def genre_of(matches: Iterable[Match], dct_year: int | None) -> str:
    """Return the genre: histories name many far years, and seldom "yesterday" or "Tuesday"."""
    far_years = deictic = 0
    for match in matches:
        year = match.arguments.get("year")
        if isinstance(year, int) and (dct_year is None or abs(dct_year - year) >= _FAR_YEARS):
            far_years += 1
        elif match.rule.operation in _DEICTIC_OPERATIONS:
            deictic += 1
    is_narrative = far_years >= max(_LEAST_DATES, _DATES_A_DEICTIC * deictic)
    return NARRATIVE if is_narrative else NEWS
