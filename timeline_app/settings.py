"""What the user prefers, kept in one TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import tomli_w

from timeline_app.errors import TimelineError

_MAX_RECENT = 10


class Theme(StrEnum):
    """Which palette the window uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class SettingsError(TimelineError):
    """The settings file could not be read or written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Preferences; every one has a default.

    `jobs` is the number of processes that read articles, 0 as many as the machine has.
    `wheel_zooms` tells whether the plain wheel zooms (else it scrolls the lanes).
    `window_state` is what Qt saved of the window, as base64 text. `unknown` are keys that this
    version does not know; they are written back as they were.
    """

    theme: Theme = Theme.SYSTEM
    jobs: int = 0
    wheel_zooms: bool = True
    reduced_motion: bool = False
    grouping: str = "type"
    recent_libraries: tuple[str, ...] = ()
    window_geometry: str = ""
    window_state: str = ""
    unknown: Mapping[str, Any] = field(default_factory=dict)


def with_recent(settings: Settings, library: Path) -> Settings:
    """Return settings in which `library` is the most recent one."""
    name = str(library)
    others = (known for known in settings.recent_libraries if known != name)
    return replace(settings, recent_libraries=(name, *others)[:_MAX_RECENT])


def load_settings(path: Path) -> Settings:
    """Return the settings in a file; the defaults where there is no file.

    Raises SettingsError where the file is broken: the caller reports it and goes on with the
    defaults.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"{path}: the settings could not be read ({error}). The defaults are used; "
            "mend or remove the file."
        ) from error
    return _from_table(table)


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all. Raises SettingsError where they cannot be written."""
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(tomli_w.dumps(_to_table(settings)), encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SettingsError(
            f"{path}: the settings could not be written ({reason}). Check the folder's permissions."
        ) from error


def _from_table(table: Mapping[str, Any]) -> Settings:
    """Return the settings of a table; a value of the wrong kind counts as not given."""
    defaults = Settings()
    known: dict[str, Any] = {}
    for name in _names():
        if (
            name in table
            and (value := _converted(table[name], getattr(defaults, name))) is not None
        ):
            known[name] = value
    unknown = {key: value for key, value in table.items() if key not in _names()}
    return Settings(**known, unknown=unknown)


def _converted(value: object, default: object) -> object | None:
    if isinstance(default, Theme):
        return Theme(str(value)) if value in set(Theme) else None
    if isinstance(default, tuple):
        is_texts = isinstance(value, list) and all(isinstance(v, str) for v in value)
        return tuple(value) if is_texts and isinstance(value, list) else None
    return value if type(value) is type(default) else None


def _to_table(settings: Settings) -> dict[str, Any]:
    table = dict(settings.unknown)
    for name in _names():
        value = getattr(settings, name)
        table[name] = list(value) if isinstance(value, tuple) else value
    return table


def _names() -> tuple[str, ...]:
    return tuple(f.name for f in fields(Settings) if f.name != "unknown")
