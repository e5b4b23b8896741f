"""`import`, `events`, `search` and `snapshot` work on a library file."""

import json
from pathlib import Path

import pytest

from timeline_app import paths
from timeline_app.__main__ import QtScreen
from timeline_app.cli.main import run

STORY = "President Hollande met President Putin in Moscow on Thursday."
ARTICLE = f"# Talks\n\nNovember 26, 2015\n\n{STORY}\n"


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    (tmp_path / "talks.md").write_text(ARTICLE)
    path = tmp_path / "x.tlib"
    assert run(["import", "--library", str(path), str(tmp_path / "talks.md")]) == 0
    assert "1 article added" in capsys.readouterr().out
    return path


def test_importing_again_doubles_nothing(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "--library", str(library), str(library.with_name("talks.md"))]) == 0
    assert "0 articles added" in (out := capsys.readouterr().out)
    assert "1 known already" in out


def test_a_library_given_as_an_article_is_known_for_one(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(library)]) == 2
    assert "x.tlib is a library: give it with --library." in capsys.readouterr().err


def test_what_cannot_be_imported_is_named(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "--library", str(library), str(library.with_name("none.md"))]) == 1
    assert "none.md" in capsys.readouterr().err


def test_events_are_printed_as_a_chronology(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["events", "--library", str(library)]) == 0
    out = capsys.readouterr().out
    assert "2015-11-26  MEETING" in out
    assert "from 1 article" in out


def test_events_are_printed_as_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["events", "--library", str(library), "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any(row["type"] == "MEETING" and row["date"] == "2015-11-26" for row in rows)


def test_a_query_chooses_events(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["events", "--library", str(library), "--query", "type:attack"]) == 0
    assert "0 events" in capsys.readouterr().out


def test_search_finds_events_and_articles(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["search", "--library", str(library), "Hollande"]) == 0
    out = capsys.readouterr().out
    assert "MEETING" in out
    assert "article 1: Talks" in out


def test_articles_that_cannot_be_read_make_a_commands_status_1(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article, none = str(library.with_name("talks.md")), str(tmp_path / "none.md")
    target = tmp_path / "out.csv"
    for words in (["events"], ["check"], ["export", "-o", str(target)]):
        assert run([*words, article]) == 0
        assert run([*words, article, none]) == 1
        assert "none.md" in capsys.readouterr().err
    assert "Hollande" in target.read_text(encoding="utf-8-sig")


def test_without_a_library_of_ones_own_one_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "default_library", lambda: tmp_path / "none" / "library.tlib")
    assert run(["events"]) == 1
    assert "--sample" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_does_not_exist_is_told_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.tlib"
    assert run(["events", "--library", str(path)]) == 1
    assert "none.tlib" in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize(
    ("suffix", "magic"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml")]
)
def test_a_snapshot_is_drawn(
    qapp: object,
    library: Path,
    tmp_path: Path,
    suffix: str,
    magic: bytes,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / f"t.{suffix}"
    assert run(["snapshot", "--library", str(library), "-o", str(target)], screen=QtScreen()) == 0
    assert target.read_bytes().startswith(magic)
    assert "drawn into" in capsys.readouterr().out


def test_a_timeline_is_printed_on_sheets(
    qapp: object, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "t.pdf"
    words = ["snapshot", "--library", str(library), "--sheets", "2", "-o"]
    assert run([*words, str(target)], screen=QtScreen()) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert "on 2 sheets" in capsys.readouterr().out
    assert run([*words, str(tmp_path / "t.png")], screen=QtScreen()) == 2


def test_check_tells_contradictions_and_that_the_file_is_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ndate: 2015-11-27\n---\n{ARTICLE}")
    assert run(["check", "--json", str(path)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any("2015-11-26" in row["text"] and "2015-11-27" in row["text"] for row in rows)
    assert run(["check", str(path)]) == 0
    assert "1 contradiction in 1 article" in capsys.readouterr().out


def test_a_damaged_library_is_told_and_repaired(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = bytearray(library.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3_000] = b"\xff" * 3_000
    library.write_bytes(content)
    assert run(["check", "--library", str(library)]) == 1
    assert capsys.readouterr().err
    assert run(["check", "--repair", "--library", str(library)]) == 0
    assert "the file as it was" in capsys.readouterr().out
    assert run(["check", "--library", str(library)]) == 0


def test_files_of_a_folder_that_are_no_articles_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "talks.md").write_text(ARTICLE)
    for number in range(7):
        (folder / f"{number}.png").write_text("x")
    assert run(["import", "--library", str(tmp_path / "x.tlib"), str(folder)]) == 0
    captured = capsys.readouterr()
    assert "1 article added" in captured.out
    assert "0.png: passed over" in captured.err
    assert "2 more files passed over. Name a file itself" in captured.err


def test_a_folder_that_is_watched_may_be_empty_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", interrupted)
    (tmp_path / "inbox").mkdir()
    library = str(tmp_path / "x.tlib")
    assert run(["import", "--library", library, "--watch", str(tmp_path / "inbox")]) == 130
    assert "no article" not in capsys.readouterr().err


def test_a_watched_folder_is_followed_until_an_interrupt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.md").write_text(ARTICLE)
    naps = 0

    def nap(_seconds: float) -> None:
        nonlocal naps
        naps += 1
        if naps == 1:
            (inbox / "b.md").write_text(ARTICLE.replace("Moscow", "Paris"))
        if naps == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", nap)
    status = run(["import", "--jobs", "1", "--library", str(tmp_path / "x"), "--watch", str(inbox)])
    captured = capsys.readouterr()
    assert status == 130
    assert captured.out.count("1 article added") == 2
    assert "known already" not in captured.out
    assert "Stopped." in captured.err
