"""What every test needs: Qt without a screen, and stress runs only when asked for."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the stress runs out unless `-m stress` asks for them."""
    if "stress" in (config.option.markexpr or ""):
        return
    skip = pytest.mark.skip(reason="a long run: make stress")
    for item in items:
        if "stress" in item.keywords:
            item.add_marker(skip)
