"""The taggers take any text, in time linear in its length."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.annotation.place import Place
from timeline_app.extraction.actors.tagger import ActorMention, tag_actors
from timeline_app.extraction.names.reading import read_names
from timeline_app.extraction.places.tagger import tag_places
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.tokens import tokenize

LENGTH = 60_000
SECONDS_PER_CHARACTER = 1 / 40_000
"""A fifth of the speed measured, so that a busy machine does not fail the test."""

PIECES = [
    "President",
    "Mr.",
    "Lee",
    "of",
    "the",
    "two",
    "leaders",
    "Russia",
    "U.S.",
    "Moscow's",
    "he",
    "their",
    "and",
    ",",
    ".",
    '"',
    "“",
    "(EU)",
    "police",
    "Bank",
    "in",
    "Syrian-Turkish",
    "'s",
    "\n\n",
    "—",
    "Ärger",
    "d'Ivoire",
    "ſ",
    "İ",
]


def tag(text: str) -> tuple[tuple[ActorMention, ...], tuple[Place, ...]]:
    tokens, sentences = tokenize(text), split_sentences(text)
    reading = read_names(text, tokens, sentences)
    actors = tag_actors(text, tokens, sentences, reading=reading)
    return actors, tag_places(text, tokens, sentences, actors, reading=reading)


def check(text: str) -> None:
    actors, places = tag(text)
    spans = [a.span for a in actors]
    assert spans == sorted(spans)
    assert all(a.end <= b.begin for a, b in pairwise(spans))
    assert all(0 <= s.begin < s.end <= len(text) for s in spans)
    assert all(a.span.contains(a.head) for a in actors)
    assert all(name.strip() for a in actors for name in a.names)
    assert all(p.span.of(text).strip() and p.name.strip() for p in places)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_tagged_inside_its_bounds(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_order_of_telling_words_is_tagged_inside_its_bounds(pieces: list[str]) -> None:
    check(" ".join(pieces))


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "A ",
        "X",
        "he ",
        "Russia and ",
        "the two leaders and ",
        "President of ",
        "Bank of the ",
        "MOSCOW SAID THE PRESIDENT OF RUSSIA ",
        "(((((OSCE) ",
        '" `` “ ',
        "French, ",
        "A. ",
        "Moscow\n",
        "'s ",
        "police ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    begin = time.process_time()
    tag(text)
    assert time.process_time() - begin < LENGTH * SECONDS_PER_CHARACTER


def test_many_different_people_take_linear_time() -> None:
    names = (
        f"Ab{chr(97 + i % 26)}el C{chr(97 + i // 26 % 26)}{'x' * (i % 7)}" for i in range(2_000)
    )
    text = " ".join(f"President {name} met the president." for name in names)
    begin = time.process_time()
    tag(text)
    assert time.process_time() - begin < len(text) * SECONDS_PER_CHARACTER


def test_an_empty_text_has_no_actors_and_no_places() -> None:
    assert tag("") == ((), ())


def test_an_unknown_language_is_read_with_the_names_that_hold_for_all() -> None:
    text = "Reuters a annoncé que NATO va agir."
    tokens, sentences = tokenize(text), split_sentences(text, language="xx")
    names = {m.name for m in tag_actors(text, tokens, sentences, language="xx")}
    assert {"Reuters", "NATO"} <= names
