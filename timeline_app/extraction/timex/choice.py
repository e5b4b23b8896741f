"""Which one is meant: the last, this or the next Tuesday, March or 7 December."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline_app.annotation.timex import Reading
from timeline_app.chrono.instant import DAY_S
from timeline_app.chrono.timex_value import event_time_of
from timeline_app.extraction.timex.period import Period
from timeline_app.extraction.timex.tense_words import FUTURE, PAST, UNCLEAR, Tense

_NEAR_DAYS = 60
_FAR_DAYS = 270


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The last occurrence that has begun at the anchor, and the first that has not."""

    past: Period
    future: Period
    at: int
    """The instant of the anchor."""

    @property
    def holds_anchor(self) -> bool:
        """Tell whether the anchor lies in the past candidate."""
        return self.past.begin <= self.at < self.past.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The chosen period, why, and the reading that lost."""

    period: Period
    reason: str
    evidence: str | None
    alternatives: tuple[Reading, ...]


def occurrences(at: int, guess: Callable[[int], Period | None], count: int) -> Candidates | None:
    """Return the candidates around `at` among `guess(-count)` … `guess(count)`, in order."""
    past = future = None
    for step in range(-count, count + 1):
        period = guess(step)
        if period is None:
            continue
        if period.begin <= at:
            past = period
        elif future is None:
            future = period
    if past is None or future is None:
        return None
    return Candidates(past=past, future=future, at=at)


def choose(
    candidates: Candidates, tense: Tense, *, stays: bool = True, goes_near: bool = False
) -> Choice:
    """Return the occurrence that the tense points to.

    With `stays`, a period that holds the anchor is meant itself ("said Tuesday" on a Tuesday).
    With `goes_near`, a date far back with its next turn close at hand is that next turn, whatever
    the verb: writers add the year to a day that lies most of a year behind.
    """
    if stays and candidates.holds_anchor:
        return _chosen(candidates, candidates.past, "it holds that date", None)
    ahead = (candidates.future.begin - candidates.at) // DAY_S
    behind = (candidates.at - candidates.past.begin) // DAY_S
    if tense.direction == FUTURE:
        is_far = ahead > _FAR_DAYS
        if is_far and (behind < _NEAR_DAYS or (not tense.is_firm and behind < ahead)):
            return _chosen(candidates, candidates.past, "it is the nearest", None)
        reason = f"“{tense.evidence}” points forward"
        return _chosen(candidates, candidates.future, reason, tense.evidence)
    is_clear = tense.direction == PAST and (tense.is_lead or not goes_near)
    if behind > _FAR_DAYS and ahead < _NEAR_DAYS and not is_clear:
        return _chosen(candidates, candidates.future, "it is the nearest", None)
    if tense.direction == PAST:
        reason = f"“{tense.evidence}” points back"
        return _chosen(candidates, candidates.past, reason, tense.evidence)
    return _chosen(candidates, candidates.past, "news tells of what has happened", None)


def nearest(candidates: Candidates) -> Choice:
    """Return the occurrence that lies nearest to the anchor."""
    ahead = candidates.future.begin - candidates.at
    behind = candidates.at - candidates.past.end
    period = candidates.past if behind <= ahead else candidates.future
    return _chosen(candidates, period, "it is the nearest", None)


def directed(candidates: Candidates, direction: int, word: str) -> Choice:
    """Return the occurrence that a word like "last" or "next" names."""
    period = candidates.past if direction < 0 else candidates.future
    return _chosen(candidates, period, f"“{word}” says so", word or None)


def _chosen(candidates: Candidates, period: Period, reason: str, evidence: str | None) -> Choice:
    other = candidates.future if period is candidates.past else candidates.past
    side = "later" if other is candidates.future else "earlier"
    lost = Reading(
        value=other.value,
        time=event_time_of(other.value),
        reason=f"the {side} one; but {_of_other(reason)}",
    )
    return Choice(period=period, reason=reason, evidence=evidence, alternatives=(lost,))


def _of_other(reason: str) -> str:
    """Return the reason for the chosen one as it is told of the one that lost."""
    return reason.replace("it ", "the other ", 1) if reason.startswith("it ") else reason


UNDIRECTED = Tense(direction=UNCLEAR)
