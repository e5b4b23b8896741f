"""Articles reach the library one by one, and every one is accounted for."""

from pathlib import Path

import pytest

from timeline_app.operations.ingest import ingest
from timeline_app.operations.progress import Cancel
from timeline_app.storage.changes import Changes
from timeline_app.storage.library import Library

TEXTS = {
    "a.txt": "Talks\n\nNovember 26, 2015\n\nPresident Hollande met President Putin on Thursday.\n",
    "b.txt": "",
    "c.md": "# Border\n\n2015-11-27\n\nTurkey closed the border on Friday, officials said.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "news" / name).write_text(text)
    return tmp_path / "news"


def test_added_known_and_failed_articles_are_reported(folder: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "x.tlib") as library:
        first = ingest(library, [folder], jobs=1)
        again = ingest(library, [folder], jobs=1)
        assert len(library.documents()) == 2
    assert (len(first.added), len(first.duplicates), len(first.failed)) == (2, 0, 1)
    assert (len(again.added), len(again.duplicates), len(again.failed)) == (0, 2, 1)
    assert "b.txt" in first.failed[0].message


def test_what_was_added_before_a_cancel_stays(folder: Path, tmp_path: Path) -> None:
    cancel = Cancel()

    def stop(_changes: Changes) -> None:
        cancel.request()

    with Library.open(tmp_path / "x.tlib") as library:
        report = ingest(library, [folder], jobs=1, cancel=cancel, on_changes=stop)
        assert report.is_cancelled and len(report.added) == 1
    with Library.open(tmp_path / "x.tlib") as library:
        assert len(library.documents()) == 1


def test_two_processes_add_the_same_as_one(folder: Path, tmp_path: Path) -> None:
    titles = []
    for jobs in (1, 2):
        with Library.open(tmp_path / f"{jobs}.tlib") as library:
            ingest(library, [folder], jobs=jobs)
            titles.append([row.title for row in library.documents()])
    assert titles[0] == titles[1] == ["Talks", "Border"]
