"""Titles are cut to their room."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.labels import LENGTHS, LabelBook, cut_title


def fitted(book: LabelBook, room: float) -> tuple[str, float] | None:
    """Return what is read of the book's event 0 in a room, and its width."""
    found = book.fit([0], np.array([room]))
    cut = int(found.cuts[0])
    return None if cut < 0 else (book.titles_at(found.nths)[0].text(cut), float(found.widths[0]))


def width(text: str) -> float:
    return sum(14.0 if letter == "…" else 7.0 for letter in text)


@given(st.text(max_size=80), st.floats(0, 700))
def test_a_cut_fits_its_room(title: str, room: float) -> None:
    book = LabelBook(lambda rows: [title for _ in rows], width)
    book.learn([0])
    cut = fitted(book, room)
    assert cut is None or cut[1] <= room


@given(st.text(min_size=5, max_size=80), st.lists(st.floats(0, 700), min_size=1, max_size=6))
def test_the_longest_cut_that_fits_is_taken_whatever_came_before(
    title: str, rooms: list[float]
) -> None:
    book = LabelBook(lambda rows: [title for _ in rows], width)
    book.learn([0])
    fronts = [cut_title(title, n) for n in LENGTHS if n < len(title)]
    whole = cut_title(title, LENGTHS[-1])
    for room in rooms:
        fitting = [text for text in fronts if width(text) <= room]
        cut = fitted(book, room)
        longest = whole if width(whole) <= room else fitting[-1] if fitting else None
        assert cut == (longest and (longest, width(longest)))


@given(st.text(max_size=60))
def test_with_room_enough_the_title_is_whole(title: str) -> None:
    book = LabelBook(lambda rows: [title for _ in rows], width)
    book.learn([0])
    assert fitted(book, 10_000) == (title, width(title))


def test_a_cut_ends_at_a_letter() -> None:
    assert cut_title("Hollande, Obama meet", 10) == "Hollande…"


def test_titles_are_asked_for_once() -> None:
    asked: list[int] = []

    def titles(rows: list[int]) -> list[str]:
        asked.extend(rows)
        return ["title"] * len(rows)

    book = LabelBook(titles, width)
    assert not book.learn([1, 2, 3], budget=2)
    assert book.learn([1, 2, 3])
    assert asked == [1, 2, 3]


def test_a_title_that_is_not_known_yet_fits_nowhere() -> None:
    assert fitted(LabelBook(lambda rows: ["title" for _ in rows], width), 10_000) is None
