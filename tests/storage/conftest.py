"""A library in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.storage.library import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.tlib"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, clock=lambda: "2015-12-01T12:00:00Z", who="analyst") as library:
        yield library
