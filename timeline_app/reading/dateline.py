"""Document creation time: every statement of it, weighed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.chrono.instant import DAY_S, Instant, parse_iso
from timeline_app.errors import UsageError
from timeline_app.reading.byline import TextDate
from timeline_app.reading.metadata_date import is_universal

_ORDER = {source: rank for rank, source in enumerate(DctSource)}
_TRIP_DAYS = 1
"""A dateline is the day of writing: a paper of the next morning is no contradiction."""

_FARTHEST_EAST_S = 14 * 3_600
_FARTHEST_WEST_S = 12 * 3_600
"""The zones' greatest distances from universal time (Kiribati, Baker Island)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The outcome: the document creation time, the statements that disagree, and remarks."""

    dct: DctCandidate | None
    rivals: tuple[DctCandidate, ...]
    notes: tuple[str, ...]


def argument_candidate(value: str) -> DctCandidate:
    """Return the date that a user gives. Raises UsageError where it is no `YYYY-MM-DD`."""
    try:
        parse_iso(value)
    except ValueError as error:
        raise UsageError(
            f"{value!r} is no date of the form YYYY-MM-DD, such as 2015-11-26."
        ) from error
    return DctCandidate(value=value, source=DctSource.ARGUMENT, evidence=value)


def weigh(
    stated: Iterable[DctCandidate],
    text_dates: Iterable[TextDate],
    *,
    argument: DctCandidate | None = None,
    is_forced: bool = False,
    file_date: DctCandidate | None = None,
) -> Dated:
    """Return the most trusted date: forced argument, metadata, URL, byline, dateline, argument.

    A date without a year takes it from the other statements, else from the file's name. The date
    in the file's name counts by itself where nothing else does, and so does that of an update.
    """
    text_dates = tuple(text_dates)
    full = [*stated, *_full_dates(text_dates)]
    hint = min(full, key=lambda c: _ORDER[c.source], default=argument or file_date)
    completed, notes = _complete(text_dates, hint)
    ranked = _at_the_papers_place(sorted([*full, *completed], key=lambda c: _ORDER[c.source]))
    if argument is not None:
        ranked = [argument, *ranked] if is_forced else [*ranked, argument]
    if not ranked and file_date is not None:
        ranked = [file_date]
        notes = [
            *notes,
            f"Nothing in the article states its date; it is from the {file_date.evidence}.",
        ]
    rivals = _rivals(ranked, argument)
    return Dated(
        dct=ranked[0] if ranked else None,
        rivals=rivals,
        notes=(*notes, *_weekday_notes(text_dates)),
    )


def _at_the_papers_place(ranked: list[DctCandidate]) -> list[DctCandidate]:
    """Return the statements with the local day first where the first is one of universal time.

    Local statements of the day before or after are then the same moment told by the clock of the
    paper's place, and so no disagreement.
    """
    if not ranked or not is_universal(ranked[0]):
        return ranked
    moment = parse_iso(ranked[0].value)
    local = [c for c in ranked if not is_universal(c) and c.source is not DctSource.DATELINE]
    fitting = [c for c in local if _may_be_local_day(c, moment)]
    # What the page shows its readers says more of its place than the folder of its address.
    first = min(fitting, key=lambda c: c.source is DctSource.URL, default=None)
    if first is None or _day(first.value) == _day(ranked[0].value):
        return ranked
    others = [c for c in ranked if c is not first]
    return [
        first,
        *(c for c in others if not (is_universal(c) and _may_be_local_day(first, moment))),
    ]


def _may_be_local_day(candidate: DctCandidate, moment: Instant) -> bool:
    """Tell whether a moment of universal time falls on a statement's day somewhere on Earth."""
    begin = _day(candidate.value) * DAY_S
    return begin - _FARTHEST_EAST_S <= moment < begin + DAY_S + _FARTHEST_WEST_S


def _full_dates(dates: tuple[TextDate, ...]) -> Iterator[DctCandidate]:
    with_year = [d for d in dates if d.date.year is not None]
    first_hand = [d for d in with_year if not d.is_update] or with_year
    for found in first_hand:
        yield _candidate(found, found.date.value)
        if found.date.swapped is not None:
            year, month, day = found.date.swapped
            yield _candidate(found, f"{year:04d}-{month:02d}-{day:02d}")


def _candidate(found: TextDate, value: str) -> DctCandidate:
    return DctCandidate(value=value, source=found.source, evidence=found.evidence, span=found.span)


def _complete(
    dates: tuple[TextDate, ...], hint: DctCandidate | None
) -> tuple[list[DctCandidate], list[str]]:
    """Return the dates that state no year, completed, and remarks on what could not be."""
    partial = [found for found in dates if found.date.year is None]
    if hint is not None:
        return [_candidate(found, _nearest(found, hint.value)) for found in partial], []
    notes = [f"“{d.evidence}” states no year: give the article's date." for d in partial]
    return [], notes


def _nearest(found: TextDate, value: str) -> str:
    """Return the date in the year that brings it nearest to `value`."""
    at, year = _day(value), int(value[:4])
    values = (_on_calendar(found, y) for y in (year - 1, year, year + 1))
    return min((v for v in values if v), key=lambda v: abs(_day(v) - at), default=value)


def _on_calendar(found: TextDate, year: int) -> str | None:
    value = replace(found.date, year=year).value
    try:
        parse_iso(value)
    except ValueError:  # 29 February
        return None
    return value


def _day(value: str) -> int:
    return parse_iso(value[:10]) // DAY_S


def _rivals(ranked: list[DctCandidate], argument: DctCandidate | None) -> tuple[DctCandidate, ...]:
    """Return the statements of another day than the first, one for each source and day."""
    if not ranked:
        return ()
    chosen = _day(ranked[0].value)
    seen: dict[tuple[DctSource, int], DctCandidate] = {}
    for candidate in ranked[1:]:
        apart = chosen - _day(candidate.value)
        is_trip = candidate.source is DctSource.DATELINE and 0 <= apart <= _TRIP_DAYS
        if apart and not is_trip and candidate is not argument:
            seen.setdefault((candidate.source, _day(candidate.value)), candidate)
    return tuple(seen.values())


def _weekday_notes(dates: tuple[TextDate, ...]) -> Iterator[str]:
    for found in dates:
        if found.date.has_wrong_weekday:
            yield f"The weekday beside “{found.evidence}” is not that of the date."
