"""A mention's time and what it rests on."""

from dataclasses import dataclass

from timeline_app.annotation.mention import DateBasis
from timeline_app.annotation.timex import Timex
from timeline_app.chrono.event_time import EventTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A mention's time, what it rests on, and why: `reason` is a key of the explanations."""

    time: EventTime | None
    basis: DateBasis
    timex: Timex | None
    reason: str


UNDATED = Link(time=None, basis=DateBasis.NONE, timex=None, reason="undated")
