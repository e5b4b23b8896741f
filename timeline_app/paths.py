"""Where the resources, the sample articles and the user's own files are."""

from functools import cache
from pathlib import Path

import platformdirs

APP_NAME = "timeline-app"

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Return a shipped folder: inside the installed package, else beside it in the checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


@cache
def resources_dir() -> Path:
    """Return the folder of rules, gazetteers and icons."""
    return _shipped("resources")


def icons_dir() -> Path:
    """Return the folder of the icons."""
    return resources_dir() / "icons"


@cache
def seeds_dir() -> Path:
    """Return the folder of the sample articles."""
    return _shipped("seeds")


LIBRARY_SUFFIX = ".tlib"


def default_library() -> Path:
    """Return the library file in the platform's data folder (it may not exist yet)."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "library.tlib"


def samples_library() -> Path:
    """Return the library file of the sample articles (it may not exist yet)."""
    return default_library().with_name("samples.tlib")


def window_file() -> Path:
    """Return the file of what the window remembers (it may not exist yet)."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "window.ini"


def log_dir() -> Path:
    """Return the folder in which crash reports are written (it may not exist yet)."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))
