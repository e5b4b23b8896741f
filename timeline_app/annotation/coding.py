"""The PLOVER and CAMEO categories of an event's type and finer type."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline_app.annotation.kinds import EventType
from timeline_app.paths import resources_dir


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Categories in other codings; None where a coding has none for such an event."""

    plover: str | None
    cameo: str | None


def coding_of(kind: EventType, subtype: str) -> Coding:
    """Return the categories that `resources/coding.toml` states; its default for other subtypes."""
    rows = _table()[kind.value]
    row = rows.get(subtype, rows["default"])
    return Coding(plover=row["plover"] or None, cameo=row["cameo"] or None)


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    with (resources_dir() / "coding.toml").open("rb") as file:
        return tomllib.load(file)
