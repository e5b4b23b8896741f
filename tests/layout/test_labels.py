"""Titles are cut to their room."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.labels import LENGTHS, LabelBook, cut_title


def width(text: str) -> float:
    return sum(14.0 if letter == "…" else 7.0 for letter in text)


@given(st.text(max_size=80), st.floats(0, 700))
def test_a_cut_fits_its_room(title: str, room: float) -> None:
    book = LabelBook(lambda rows: [title for _ in rows], width)
    book.learn([0])
    cut = book.fit(0, room)
    assert cut is None or cut.width <= room


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
        cut = book.fit(0, room)
        if width(whole) <= room:
            assert cut is not None and cut.text == whole
        else:
            assert (cut and cut.text) == (fitting[-1] if fitting else None)


@given(st.text(max_size=60))
def test_with_room_enough_the_title_is_whole(title: str) -> None:
    book = LabelBook(lambda rows: [title for _ in rows], width)
    book.learn([0])
    cut = book.fit(0, 10_000)
    assert cut is not None
    assert (cut.text, cut.is_whole) == (title, True)


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


@given(st.text(min_size=1, max_size=80), st.floats(0, 600), st.floats(0, 600))
def test_a_title_stands_where_more_of_it_can_be_read(
    title: str, inside: float, outside: float
) -> None:
    book = LabelBook(lambda rows: [title for _ in rows], width)
    book.learn([0])
    within, beyond = book.fit(0, inside), book.fit(0, outside)
    cut, is_inside = book.fit_either(0, inside, outside)
    assert cut == max((c for c in (within, beyond) if c), key=lambda c: c.width, default=None)
    assert is_inside == (within is not None and within == cut)
