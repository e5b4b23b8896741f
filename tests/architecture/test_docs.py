"""What the documentation says can be done and counted: commands, keys, formats, links, numbers."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from timeline_app.annotation.mention import EventType, Modality
from timeline_app.cli.root import root
from timeline_app.gui.actions import ACTIONS
from timeline_app.operations.event_files.registry import EVENT_FORMATS
from timeline_app.operations.writers.registry import WRITERS
from timeline_app.reading.registry import known_suffixes

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GOLD_PAGE = ROOT / "tests" / "quality" / "README.md"
PAGES = sorted(
    [
        ROOT / "README.md",
        *(ROOT / "docs").glob("*.md"),
        ROOT / "seeds" / "README.md",
        ROOT / "resources" / "gazetteer" / "README.md",
        GOLD_PAGE,
    ]
)
DOCUMENTED = re.findall(r"^ {4}timeline-app(?: ([^|\n]*))?", README, re.MULTILINE)


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def _command(name: str) -> click.Command:
    command = root.get_command(click.Context(root), name)
    assert command is not None, name
    return command


def _check(line: str) -> None:
    words = shlex.split(re.split(r" > | \| | {3}", line)[0])
    if not words or words[0].startswith("-"):
        command, arguments = root, words
    else:
        command, arguments = _command(words[0]), words[1:]
    with command.make_context("", list(arguments), resilient_parsing=True) as context:
        given = [word.split("=")[0] for word in arguments if re.match(r"--?[a-z]", word)]
        options = {name for option in command.get_params(context) for name in option.opts}
        assert set(given) <= options


def _first_cells(text: str, heading: str) -> str:
    """Return the first two columns of the table whose first column is called `heading`."""
    table = text[text.index(f"| {heading} |") :].split("\n\n")[0]
    return "\n".join("|".join(line.split("|")[1:3]) for line in table.splitlines()[2:])


@pytest.mark.parametrize("line", DOCUMENTED)
def test_a_documented_command_is_understood(line: str) -> None:
    _check(line)


@pytest.mark.parametrize("name", ["", *root.list_commands(click.Context(root))])
def test_the_examples_of_the_help_are_understood(name: str) -> None:
    words = (_command(name) if name else root).help or ""
    examples = re.findall(r"timeline-app +(.*)", words[words.index("Examples:") :])
    assert examples
    for line in examples:
        if not line.startswith("open the window") and "bash_source" not in line:
            _check(line)


def test_some_commands_are_documented() -> None:
    assert len(DOCUMENTED) >= 8


def test_keys_named_on_the_first_page_do_something() -> None:
    named = set(re.findall(r"`((?:Ctrl\+)?(?:Shift\+)?(?:[A-Z]|F?\d+|Space|Del))`", README))
    assert len(named) > 10
    of_undo = {"Ctrl+Z"}  # the platform's key, which Qt gives to the stack of edits
    assert named - of_undo <= {key for action in ACTIONS for key in action.keys}


def test_types_and_modalities_are_all_named() -> None:
    for page in (README, GOLD_PAGE.read_text(encoding="utf-8")):
        assert not [kind for kind in EventType if not re.search(rf"\b{kind}\b", page)]
        assert not [status for status in Modality if not re.search(rf"\b{status}\b", page)]


def test_every_format_that_is_read_is_listed_and_no_other() -> None:
    listed = set(re.findall(r"`(\.[a-z]+)`", _first_cells(_page("reading.md"), "format")))
    assert known_suffixes() - {".gz"} == listed


def test_every_format_that_is_written_is_listed_and_no_other() -> None:
    cells = re.findall(r"`([^`]+)`", _first_cells(_page("exports.md"), "key"))
    assert set(cells) == {word for writer in WRITERS for word in (writer.key, writer.suffix)}


def test_every_format_of_events_that_comes_back_is_listed() -> None:
    says = _page("exports.md").split("## What comes back")[1]
    suffixes = {writer.key: f".{writer.suffix.rsplit('.', 1)[-1]}" for writer in WRITERS}
    listed = {suffixes[key] for key in re.findall(r"`([a-z-]+)`", says) if key in suffixes}
    assert listed == {format_.suffixes[0] for format_ in EVENT_FORMATS}


def test_articles_are_counted_rightly() -> None:
    samples = [path for path in (ROOT / "seeds").iterdir() if path.name != "README.md"]
    assert len(samples) == 22
    assert "on twenty-two sample articles" in README
    page = GOLD_PAGE.read_text(encoding="utf-8")
    for folder in ("dev", "heldout"):
        names = [path.stem for path in (GOLD_PAGE.parent / folder).glob("*.ann")]
        years = sorted(name[-4:] for name in names if name[-4:].isdigit())
        assert f"| `{folder}/` | {len(names)}, {years[0]} to {years[-1]} |" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_measurements_named_in_the_documentation_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    scripts = re.findall(r"python benchmarks/(\w+)\.py", text)
    scripts += re.findall(r"python -m benchmarks\.(\w+)", text)
    assert not [name for name in scripts if not (ROOT / "benchmarks" / f"{name}.py").exists()]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "benchmarks").glob("bench_*.py")), ids=lambda p: p.stem
)
def test_every_benchmark_loads_as_its_command_starts_it(path: Path) -> None:
    command = [sys.executable, "-c", f"import benchmarks.{path.stem}"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"!?\[[^\]]*\]\(([^):]+)\)", page.read_text(encoding="utf-8"))
    for place, _, heading in (link.partition("#") for link in links):
        target = page.parent / place
        assert target.exists(), place
        if heading:
            headings = re.findall(r"^#+ (.+)", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {words.lower().replace(" ", "-") for words in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_make_targets_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"(?:`| {4})make ([a-z]+)", text))
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert targets <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_named_in_the_documentation_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_]+(?:/[a-z_]+)*/?(?:\.(?:py|toml|txt))?)`", text)
    folders = ("timeline_app", "resources", "tests", "benchmarks", "seeds", "docs")
    found = [f"/{folder}/" for folder in folders]
    found += [
        f"/{path.relative_to(ROOT).as_posix()}/"
        for folder in folders
        for path in (ROOT / folder).rglob("*")
    ]
    wanted = [name.rstrip("/") for name in named if "/" in name or "." in name]
    assert not [name for name in wanted if not any(path.endswith(f"/{name}/") for path in found)]
