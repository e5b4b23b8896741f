"""Annotation values survive the way into the file and back."""

import dataclasses
import json

from builders import day, document, extraction, mention, person, place, source, timex
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.annotation.document import Document
from timeline_app.annotation.mention import EventMention
from timeline_app.annotation.span import Span
from timeline_app.annotation.timex import Reading, Timex, TimexMod
from timeline_app.storage import codec

FULL_MENTION = mention(
    time=day(2015, 11, 24),
    participants=(person("François Hollande"),),
    places=(place("Washington", "US"), place("Moscow")),
    attribution=(source("Vedomosti"),),
    timex_id="t1",
    same_as="e0",
)


def test_a_mention_survives() -> None:
    assert codec.load(EventMention, codec.dump(FULL_MENTION)) == FULL_MENTION


def test_a_time_expression_with_alternatives_survives() -> None:
    alternatives = (Reading(value="2015-12-01", time=day(2015, 12, 1), reason="past verb"),)
    full = dataclasses.replace(timex(time=day(2015, 11, 24)), alternatives=alternatives)
    full = dataclasses.replace(full, mod=TimexMod.END, anchor="dct", is_dateline=True)
    assert codec.load(Timex, codec.dump(full)) == full


@given(st.text(), st.one_of(st.none(), st.text()), st.lists(st.text()))
def test_any_text_survives(text: str, outlet: str | None, notes: list[str]) -> None:
    before = Document(path=text, text=text, sha256="x", outlet=outlet, notes=tuple(notes))
    assert codec.load(Document, codec.dump(before)) == before


def test_defaults_are_not_written() -> None:
    assert set(json.loads(codec.dump(Document(path="a", text="b", sha256="c")))) == {
        "path",
        "text",
        "sha256",
    }


def test_a_field_of_a_newer_version_is_ignored() -> None:
    plain = json.loads(codec.dump(document())) | {"from_the_future": 1}
    assert codec.from_plain(Document, plain) == document()


def test_an_extraction_survives() -> None:
    before = extraction(FULL_MENTION, timexes=(timex(),), sentences=(Span(0, 5), Span(6, 9)))
    assert codec.load(type(before), codec.dump(before)) == before
