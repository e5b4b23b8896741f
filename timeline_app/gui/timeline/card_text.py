"""What the cards say."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from timeline_app.annotation.event_columns import (
    MODALITIES,
    TYPES,
    EventColumns,
    EventFlag,
    Grouping,
)
from timeline_app.gui.models.event_text import status_text, time_at, type_text
from timeline_app.gui.models.time_text import precision_text, time_text


def tr(text: str, count: int | None = None) -> str:
    """Return a text of the timeline in the user's language."""
    if count is None:
        return QCoreApplication.translate("timeline", text)
    return QCoreApplication.translate("timeline", text).format(f"{count:,}")


def event_lines(columns: EventColumns, row: int) -> list[str]:
    """Return date, precision, type and status, who and where, and reports of an event."""
    time = time_at(columns, row)
    lines = [f"{time_text(time)} · {precision_text(time)}"]
    kind = type_text(TYPES[int(columns.types[row])])
    lines.append(f"{kind} · {status_text(MODALITIES[int(columns.modalities[row])])}")
    for grouping in (Grouping.ACTOR, Grouping.PLACE, Grouping.SOURCE, Grouping.TAG):
        names = columns.groups[grouping].of(row) if grouping in columns.groups else ()
        if names:
            lines.append(_some(names))
    reports = int(columns.reports[row])
    lines.append(tr("{} report", 1) if reports == 1 else tr("{} reports", reports))
    if int(columns.flags[row]) & EventFlag.DISPUTED:
        lines.append(tr("Reports disagree about the date"))
    return lines


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:4]) + (" …" if len(names) > 4 else "")


def cluster_lines(mix: NDArray[np.int64], worst: str) -> list[str]:
    """Return the types inside a cluster, commonest first, and its worst status."""
    order = np.argsort(-mix, kind="stable")
    lines = [f"{type_text(TYPES[k])}: {int(mix[k]):,}" for k in order.tolist() if mix[k]]
    return [*lines, worst] if worst else lines
