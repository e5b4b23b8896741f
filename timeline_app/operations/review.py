"""The order in which an analyst should look at events, and how far the looking has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from timeline_app.annotation.event import DocumentId, EventId
from timeline_app.annotation.event_columns import EventColumns, EventFlag
from timeline_app.storage.library import Library

_DOUBT_OF_FLAGS: Mapping[EventFlag, float] = {
    EventFlag.DISPUTED: 0.5,
    EventFlag.UNDATED: 0.2,
    EventFlag.UNCERTAIN: 0.15,
    EventFlag.APPROXIMATE: 0.1,
}
_WEIGHT_OF_SOURCING = 0.3
_DONE = EventFlag.REVIEWED | EventFlag.REJECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewProgress:
    """How many events there are, and how many were accepted or rejected."""

    reviewed: int
    rejected: int
    total: int

    @property
    def left(self) -> int:
        """Return how many events nobody has looked at."""
        return self.total - self.reviewed - self.rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRecord:
    """How often the analyst kept the date that a rule gave, among reviewed events."""

    rule: str
    kept: int
    changed: int

    @property
    def agreement(self) -> float:
        """Return the share that was kept, from 0 to 1."""
        return self.kept / (self.kept + self.changed)


def review_order(columns: EventColumns) -> NDArray[np.int64]:
    """Return the ids of events that nobody has reviewed: least certain × most important first.

    Events that many articles report are important, speech that only sources a fact is not.
    """
    doubt = 1.0 - columns.confidences / 100.0
    for flag, more in _DOUBT_OF_FLAGS.items():
        doubt = doubt + more * _has(columns, flag)
    weight = np.log2(1.0 + columns.reports)
    weight = np.where(_has(columns, EventFlag.SOURCING), weight * _WEIGHT_OF_SOURCING, weight)
    order = np.argsort(-(doubt + 0.01) * weight, kind="stable")
    return columns.ids[order[~_has(columns, _DONE)[order]]]


def review_progress(columns: EventColumns) -> ReviewProgress:
    """Return how far the review has come; a rejected event counts as rejected alone."""
    rejected = _has(columns, EventFlag.REJECTED)
    reviewed = _has(columns, EventFlag.REVIEWED) & ~rejected
    return ReviewProgress(
        reviewed=int(reviewed.sum()), rejected=int(rejected.sum()), total=len(columns)
    )


def rule_records(library: Library) -> tuple[RuleRecord, ...]:
    """Return how the date rules fared with the analyst, the least trusted first."""
    columns = library.columns()
    reviewed = columns.ids[_has(columns, EventFlag.REVIEWED)]

    @cache
    def rules_of(document_id: DocumentId) -> dict[str, str]:
        return {timex.id: timex.rule for timex in library.extraction(document_id).timexes}

    counts: dict[str, list[int]] = {}
    for event_id in reviewed.tolist():
        event = library.event(EventId(event_id))
        was_changed = "time" in event.edited_fields
        for report in event.reports:
            rule = rules_of(report.document_id).get(report.mention.timex_id or "")
            if rule is not None:
                counts.setdefault(rule, [0, 0])[was_changed] += 1
    records = [RuleRecord(rule=rule, kept=k, changed=c) for rule, (k, c) in counts.items()]
    return tuple(sorted(records, key=lambda one: (one.agreement, one.rule)))


def _has(columns: EventColumns, flag: EventFlag) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (columns.flags & np.uint16(flag)).astype(np.bool_)
    return found
