import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.extraction.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [s.of(text) for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Mr. Brown met Gen. Diaz on Nov. 3. They spoke.", 2),
        ("The U.S. President spoke. He left the U.S. The talks went on.", 3),
        ("It began at 5 p.m. Monday. It ended at 6 p.m. The crowd left.", 3),
        ("J. R. Smith won. He sang.", 2),
        ("“We came.” He smiled.", ["“We came.”", "He smiled."]),
        ("“Is it so?” he asked. “Yes!” she said.", 2),
        ("``We agreed.'' Yeltsin left.", ["``We agreed.''", "Yeltsin left."]),
        ("They paid $3.5 million. It rose 2.4 percent.", 2),
        ("Acme Corp. said profits fell. Shares sank.", 2),
        ("He waited... then left. Why?", 2),
        ("", []),
        ("  \n\n ", []),
    ],
)
def test_ends_of_sentences(text: str, expected: list[str] | int) -> None:
    found = sentences(text)
    assert found == expected if isinstance(expected, list) else len(found) == expected


def test_a_blank_line_inside_a_sentence_does_not_end_it() -> None:
    text = "He said that his\n\ncountry was ready for talks.\n\nThen he left."
    assert sentences(text) == ["He said that his\n\ncountry was ready for talks.", "Then he left."]


def test_headings_and_list_items_stand_alone() -> None:
    text = "# Talks in Vienna\n\nBy our staff\n\nThe ministers met.\n\n- Syria\n- Iraq\n"
    assert sentences(text) == [
        *("# Talks in Vienna", "By our staff", "The ministers met.", "- Syria", "- Iraq")
    ]


def test_wrapped_lines_are_one_sentence() -> None:
    text = "The ministers of four states met in\nVienna on Friday to discuss the truce in\nSyria.\n"
    assert len(sentences(text)) == 1


def test_a_title_line_directly_above_the_text_stands_alone() -> None:
    text = "Ministers meet in Vienna\nThe ministers of four states met in Vienna on Friday."
    assert sentences(text)[0] == "Ministers meet in Vienna"


def test_metadata_before_the_text_is_no_sentence() -> None:
    text = "---\ntitle: Envoy sets out for talks\ndate: 3 May 2019\n---\n\n# Envoy sets out\n"
    assert sentences(text) == ["# Envoy sets out"]
    assert sentences("---\nThe talks went on.") == ["---", "The talks went on."]


@given(st.text().filter(lambda text: not text.lstrip("\ufeff").startswith("---")))
def test_any_text_is_covered_by_sentences(text: str) -> None:
    spans = split_sentences(text)
    assert all(a.end <= b.begin for a, b in pairwise(spans))
    kept = "".join("".join(s.of(text).split()) for s in spans)
    assert kept == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["a ", "\n", ". ", "“(", "A. ", "a\n", "''", "a \n b", " ", ".", ". a"]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    split_sentences(piece * 100)
    started = time.process_time()
    split_sentences(piece * 100_000)
    assert time.process_time() - started < 2
