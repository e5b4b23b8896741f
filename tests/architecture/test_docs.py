"""What the documentation says can be done: commands and options exist, links lead somewhere."""

import re
import shlex
from pathlib import Path

import click
import pytest

from timeline_app.cli.root import root

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "seeds" / "README.md"])
COMMANDS = re.findall(
    r"^ {4}timeline-app(?: ([^|\n]*))?", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
)


@pytest.mark.parametrize("line", COMMANDS)
def test_a_documented_command_is_understood(line: str) -> None:
    words = shlex.split(line.split(" > ")[0])
    command = root.get_command(click.Context(root), words[0])
    assert command is not None
    with command.make_context(words[0], words[1:], resilient_parsing=True) as context:
        given = [word.split("=")[0] for word in words[1:] if word.startswith("-")]
        options = {name for option in command.get_params(context) for name in option.opts}
        assert set(given) <= options


def test_some_commands_are_documented() -> None:
    assert len(COMMANDS) >= 8


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"`make ([a-z]+)`", page.read_text(encoding="utf-8")))
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert targets <= known


def test_paths_named_in_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = {
        name
        for name in re.findall(r"`([a-z_]+(?:/[a-z_]+)*/?(?:\.py)?)`", text)
        if "/" in name and "LANG" not in name
    }
    places = (ROOT, ROOT / "timeline_app")
    missing = [name for name in named if not any((place / name).exists() for place in places)]
    assert not missing
