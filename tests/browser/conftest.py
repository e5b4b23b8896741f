"""What the browser tests need, or why they are skipped."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NODE_NEEDED = 20  # playwright-core asks for it
Browse = Callable[[Path, str], dict[str, Any]]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser out of the quick suite unless `-m browser` asks for it."""
    if "browser" in (config.option.markexpr or ""):
        return
    skip = pytest.mark.skip(reason="opens a browser: .ci/browser-tests")
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(skip)


def cache() -> Path:
    """Return where `.ci/browser-tests` puts the packages."""
    if given := os.environ.get("TIMELINE_BROWSER_CACHE"):
        return Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "timeline-app" / "browser-tests"


def node_version(node: str) -> int:
    """Return the major version of a Node.js."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)
    return int(said.stdout.removeprefix("v").split(".")[0])


def lacking(what: str) -> None:
    """Skip with a reason, or fail where these tests are required."""
    reason = f"{what} is missing; .ci/browser-tests installs what Debian and npm have"
    if os.environ.get("BROWSER_TESTS_REQUIRED") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def modules() -> Path:
    """Return the folder of the npm packages."""
    found = cache() / "node_modules"
    if not (found / "playwright-core" / "package.json").is_file():
        lacking("playwright-core (npm)")
    return found


@pytest.fixture(scope="session")
def browse(modules: Path) -> Browse:
    """Return what opens a file in Chromium, runs a scenario, and gives what was seen."""
    node, chromium = shutil.which("node"), shutil.which("chromium") or shutil.which("google-chrome")
    if node is None or node_version(node) < NODE_NEEDED:
        lacking(f"Node.js {NODE_NEEDED} or newer")
    if chromium is None:
        lacking("chromium")
    command = [str(node), str(HERE / "browser.mjs"), str(modules), str(chromium)]

    def run(file: Path, scenario: str) -> dict[str, Any]:
        done = subprocess.run(
            [*command, str(file), scenario], capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        seen: dict[str, Any] = json.loads(done.stdout)
        return seen

    return run
