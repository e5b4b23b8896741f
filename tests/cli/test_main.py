"""The program answers on the command line: exit status, streams, messages."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline_app import __version__
from timeline_app.cli.main import run
from timeline_app.cli.root import root

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("extract", "import", "events", "search", "snapshot", "export", "check")


def test_without_a_display_the_window_is_refused_in_two_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run([]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 2
    assert all(command in captured.err for command in COMMANDS)


def test_without_a_display_qt_is_not_even_loaded() -> None:
    code = (
        "import sys; from timeline_app.cli.main import run; status = run([]);"
        "sys.exit(status if not any(m.startswith('PySide6') for m in sys.modules) else 99)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        check=False,
    )
    expected = 2 if sys.platform.startswith("linux") else done.returncode
    assert done.returncode == expected


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"timeline-app, version {__version__}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "--help"]) == 0
    help_text = capsys.readouterr().out
    assert "Examples:" in help_text
    assert f"timeline-app {command}" in help_text


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["extract"],
        ["extract", "--format", "xml", "a.txt"],
        ["extract", "--dct", "26.11.2015", "a.txt"],
        ["extract", "--force-dct", "a.txt"],
        ["extract", "--jobs", "-1", "a.txt"],
        ["snapshot", "--sample", "-o", "a.doc"],
        ["--library", "a.tlib", "events"],
    ],
)
def test_wrong_usage_is_told_on_standard_error_with_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_a_library_that_is_none_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.tlib"
    path.write_text("these are notes, and no library at all\n" * 50)
    assert run(["events", "--library", str(path)]) == 1
    assert "notes.tlib" in capsys.readouterr().err


def test_a_bug_of_ours_leaves_a_report_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise ZeroDivisionError("by chance")

    monkeypatch.setattr(root, "main", fail)
    monkeypatch.setattr("timeline_app.paths.log_dir", lambda: tmp_path)
    assert run([]) == 1
    (report,) = tmp_path.iterdir()
    assert str(report) in capsys.readouterr().err
    assert "by chance" in report.read_text()


def test_shells_can_complete_commands() -> None:
    environment = {"_TIMELINE_APP_COMPLETE": "bash_complete", "COMP_WORDS": "x ", "COMP_CWORD": "1"}
    result = CliRunner().invoke(root, prog_name="timeline-app", env=environment)
    assert [line.rpartition(",")[2] for line in result.output.split()] == list(COMMANDS)
