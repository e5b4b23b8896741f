"""Is a text news, told from its date, or a narrative, told along its own dates?"""

from collections.abc import Iterable, Iterator

from timeline_app.extraction.timex.context import NARRATIVE, NEWS
from timeline_app.extraction.timex.matching import Match

_FAR_YEARS = 2
_LEAST_DATES = 5
_LEAST_DATES_ALONE = 4
_DATES_A_DEICTIC = 4
_DEICTIC_OPERATIONS = frozenset({"deictic", "weekday", "ago", "cyclic"})


def genre_of(matches: Iterable[Match], dct_year: int | None) -> str:
    """Return the genre: histories name many bygone years, and seldom "yesterday" or "Tuesday"."""
    bygone = deictic = 0
    for match in matches:
        parts = list(_parts(match))
        years = [p.arguments["year"] for p in parts if "year" in p.arguments]
        bygone += any(_is_bygone(year, dct_year) for year in years)
        deictic += any(p.rule.operation in _DEICTIC_OPERATIONS for p in parts)
    is_narrative = bygone >= max(_LEAST_DATES, _DATES_A_DEICTIC * deictic)
    is_narrative |= bygone >= _LEAST_DATES_ALONE and not deictic
    return NARRATIVE if is_narrative else NEWS


def _parts(match: Match) -> Iterator[Match]:
    yield match
    for argument in match.arguments.values():
        if isinstance(argument, Match):
            yield from _parts(argument)


def _is_bygone(year: object, dct_year: int | None) -> bool:
    return isinstance(year, int) and (dct_year is None or year <= dct_year - _FAR_YEARS)
