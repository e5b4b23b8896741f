"""Preferences survive, even those of a newer version, and a broken file is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.settings import (
    Settings,
    SettingsError,
    Theme,
    load_settings,
    save_settings,
    with_recent,
)


def test_settings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    settings = Settings(theme=Theme.DARK, jobs=3, recent_libraries=("/a", "/b"))
    save_settings(settings, path)
    assert load_settings(path) == settings


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_keys_of_a_newer_version_are_written_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('future = "x"\njobs = 2\n[table]\nkey = 1\n')
    save_settings(replace(load_settings(path), jobs=4), path)
    again = load_settings(path)
    assert again.jobs == 4
    assert again.unknown == {"future": "x", "table": {"key": 1}}


def test_values_of_the_wrong_kind_count_as_not_given(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "neon"\njobs = "many"\nrecent_libraries = [1]\nwheel_zooms = 1\n')
    assert load_settings(path) == Settings()


@pytest.mark.parametrize("content", [b"jobs = ", b"\xff\xfe", b"[["])
def test_a_broken_file_is_told_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        load_settings(path)


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="could not be written"):
        save_settings(Settings(), tmp_path / "file" / "settings.toml")


def test_the_latest_library_comes_first_once() -> None:
    settings = with_recent(with_recent(Settings(), Path("/a")), Path("/b"))
    assert with_recent(settings, Path("/a")).recent_libraries == ("/a", "/b")
