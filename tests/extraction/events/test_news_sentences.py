"""Which words of news are happenings: sentences of all subjects, marked before they were run."""

import re
from pathlib import Path

import pytest

from tests.extraction_builders import read

_MARK = re.compile(r"\{([A-Z]+|-):([^}]*)\}")
_HERE = Path(__file__).parent


def lines_of(name: str) -> list[str]:
    """Return the sentences of a file beside this one, without its headings."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


SENTENCES = lines_of("news_sentences.txt")


def marks_of(line: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return the sentence without its marks, and each mark's type with the span of its words."""
    text, marks, at = "", [], 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        marks.append((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        at = found.end()
    return text + line[at:], marks


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_tells_its_marked_happenings_and_no_traps(line: str) -> None:
    text, marks = marks_of(line)
    mentions = read(text)
    for kind, begin, end in marks:
        types = [m.type.value for m in mentions if m.trigger.begin < end and begin < m.trigger.end]
        assert types[:1] == ([] if kind == "-" else [kind]), text[begin:end]


def test_every_type_and_traps_are_among_the_sentences() -> None:
    kinds = [kind for line in SENTENCES for kind, _, _ in marks_of(line)[1]]
    assert len(set(kinds)) > 10
    assert kinds.count("-") > 20


LEAD = "LIMA, Peru (AP) _ Officials met on Monday.\n\n"


@pytest.mark.parametrize("line", lines_of("background_sentences.txt"))
def test_background_tells_no_happening(line: str) -> None:
    assert [m.type for m in read(LEAD + line) if m.trigger.begin >= len(LEAD)] == []
