"""Passages of news and history are read as a person annotated them, in full."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.extraction.timex.tagger import tag_timexes

PASSAGES = Path(__file__).with_name("passages.toml")
LEAST_SHARE = 0.95
_MARK_RE = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


def _passages(kind: str) -> Iterator[tuple[str, str, str]]:
    for article in tomllib.loads(PASSAGES.read_text(encoding="utf-8"))["article"]:
        for line in article.get(kind, "").strip().splitlines():
            yield article.get("language", "en"), article["dct"], line


RIGHT, WRONG = list(_passages("right")), list(_passages("wrong"))


def _annotated(line: str) -> tuple[str, list[tuple[int, str, str]]]:
    """Return the plain text of a passage, and where each expression begins, reads and means."""
    text, marks, at = "", [], 0
    for match in _MARK_RE.finditer(line):
        text += line[at : match.start()]
        marks.append((len(text), match[1], match[2]))
        text += match[1]
        at = match.end()
    return text + line[at:], marks


def _read(language: str, text: str, dct: str) -> list[tuple[int, str, str]]:
    candidate = DctCandidate(value=dct, source=DctSource.ARGUMENT, evidence="")
    found = tag_timexes(text, dct=candidate, language=language)
    return [(t.span.begin, t.text, t.value) for t in found]


@pytest.mark.parametrize(("language", "dct", "line"), RIGHT)
def test_a_passage_is_read_as_annotated(language: str, dct: str, line: str) -> None:
    text, marks = _annotated(line)
    assert _read(language, text, dct) == marks


@pytest.mark.parametrize(("language", "dct", "line"), WRONG)
@pytest.mark.xfail(strict=True, reason="still read otherwise")
def test_a_hard_passage_is_not_yet_read_as_annotated(language: str, dct: str, line: str) -> None:
    text, marks = _annotated(line)
    assert _read(language, text, dct) == marks


def test_most_passages_are_read_in_full() -> None:
    assert len(RIGHT) / (len(RIGHT) + len(WRONG)) >= LEAST_SHARE
