"""Edits in words: what stood there, and what stands there now."""

import json

import pytest
from builders import day

from timeline_app.gui.models.history_text import change_lines, when_text
from timeline_app.storage import codec
from timeline_app.storage.history import HistoryEntry
from timeline_app.storage.patch import Cell, CellKind


def entry(*cells: Cell) -> HistoryEntry:
    return HistoryEntry(
        id=1, made_at="2026-01-02T03:04:05Z", who="ann", name="edit", edit="Edit", changed=cells
    )


def field(name: str, before: object, after: object) -> Cell:
    texts = [None if value is None else codec.dump(value) for value in (before, after)]
    return Cell(kind=CellKind.FIELD, key=(7, name), before=texts[0], after=texts[1])


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (field("title", None, "Talks"), "title: as reported → Talks"),
        (field("is_reviewed", None, True), "reviewed: no → yes"),
        (
            field("time", day(2015, 11, 24), day(2015, 11, 25)),
            "date: Tue 24 Nov 2015 → Wed 25 Nov 2015",
        ),
        (field("type", "MEETING", "ATTACK"), "type: Meeting → Attack"),
        (field("tags", (), ("visit", "oil")), "tags: nothing → visit, oil"),
        (
            Cell(
                kind=CellKind.DOCUMENT, key=(1, "outlet"), before=None, after=json.dumps("Courier")
            ),
            "outlet: nothing → Courier",
        ),
        (
            Cell(kind=CellKind.DOCUMENT, key=(1, "is_removed"), before="0", after="1"),
            "taken out",
        ),
    ],
)
def test_each_change_is_one_line(cell: Cell, words: str) -> None:
    assert change_lines(entry(cell)) == (words,)


def test_moved_reports_are_counted() -> None:
    cells = [
        Cell(kind=CellKind.MEMBER, key=(at,), before='[1, ""]', after='[2, ""]') for at in (1, 2)
    ]
    assert change_lines(entry(*cells)) == ("2 reports moved",)


def test_the_moment_is_told_to_the_minute() -> None:
    assert when_text(entry()) == "2026-01-02 03:04"


def test_what_nobody_reads_is_left_out() -> None:
    cell = Cell(kind=CellKind.DOCUMENT, key=(1, "head"), before="{}", after='{"title":"x"}')
    assert change_lines(entry(cell)) == ()
