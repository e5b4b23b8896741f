"""Temporal expressions after TimeML's TIMEX3 (ISO 24617-1)."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.annotation.span import Span
from timeline_app.chrono.event_time import EventTime


class TimexType(StrEnum):
    """TIMEX3 `type`."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexMod(StrEnum):
    """TIMEX3 `mod`."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A reading of an expression that lost, and why ("the verb is past, so not the next one")."""

    value: str
    time: EventTime | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """One tagged time expression.

    `value` is the TIMEX3 value; `XXXX-…` or `""` where it cannot be resolved, which is a value
    and no error. `time` is None for durations, sets, vague references and unresolved dates.
    `anchor` is "dct", the id of another timex ("t3"), or None for an expression that stands on
    its own. `rule` names the rule, `evidence` the tense words that decided, `explanation` is one
    sentence for a person, `alternatives` the readings that lost. `is_dateline` marks a date that
    tells when the article was written, not when something happened (byline, dateline, URL).
    """

    id: str
    span: Span
    text: str
    type: TimexType
    value: str
    rule: str
    explanation: str
    time: EventTime | None = None
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None
    anchor: str | None = None
    evidence: str | None = None
    alternatives: tuple[Reading, ...] = ()
    is_dateline: bool = False
