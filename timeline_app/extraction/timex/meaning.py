"""What an expression means once it is resolved, before it becomes a `Timex`."""

from dataclasses import dataclass, field

from timeline_app.annotation.timex import Reading, TimexMod, TimexType
from timeline_app.chrono.event_time import EventTime
from timeline_app.extraction.timex.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A length of time: `count` units; the count is None where it is vague ("years")."""

    count: float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What a value hangs on: the document's date ("dct") or another expression's id."""

    id: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The resolved meaning of an expression, with its reasons.

    `because` completes the sentence “‹expression› is …”.
    """

    type: TimexType
    value: str
    because: str
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None
    period: Period | None = None
    amount: Amount | None = None
    anchor: Anchor | None = None
    evidence: str | None = None
    alternatives: tuple[Reading, ...] = field(default=())
    time: EventTime | None = None
    """Bounds that the value does not tell: a firm's second quarter may end in October."""
    side: int = 0
    """Which part of it is meant: -1 what lies before the anchor ("earlier this month"), 1 after."""
    moves_story: bool = True
    """Whether later expressions ("the next day") may hang on this one."""


def of_period(
    period: Period,
    because: str,
    *,
    anchor: Anchor | None = None,
    evidence: str | None = None,
    alternatives: tuple[Reading, ...] = (),
    mod: TimexMod | None = None,
) -> Meaning:
    """Return the meaning of one calendar unit: a TIME below the day, else a DATE."""
    return Meaning(
        type=TimexType.TIME if period.is_finer_than("day") else TimexType.DATE,
        value=period.value,
        because=because,
        period=period,
        anchor=anchor,
        evidence=evidence,
        alternatives=alternatives,
        mod=mod,
    )
