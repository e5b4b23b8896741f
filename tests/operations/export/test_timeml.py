"""TimeML keeps the text and tells every expression."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.annotation.mention import Extraction
from timeline_app.annotation.span import Span
from timeline_app.extraction.timex.tagger import tag_timexes
from timeline_app.operations.export.timeml import timeml_text

DCT = DctCandidate(value="2015-11-26", source=DctSource.ARGUMENT, evidence="2015-11-26")


def _extraction(text: str, *, dct: DctCandidate | None = DCT) -> Extraction:
    document = Document(path="a.txt#1", text=text, sha256="0", title="A & B", dct=dct)
    timexes = tag_timexes(text, dct=dct, dateline_spans=[Span(0, 14)])
    return Extraction(document=document, sentences=(), timexes=timexes, mentions=())


def _text_of(timeml: str) -> str:
    found = ET.fromstring(timeml).find("TEXT")
    assert found is not None
    return "".join(found.itertext())


def test_expressions_carry_their_attributes() -> None:
    root = ET.fromstring(timeml_text(_extraction("PARIS, Nov. 26 — He left late on Tuesday.")))
    dateline, tuesday = root.findall("TEXT/TIMEX3")
    assert dateline.get("functionInDocument") == "PUBLICATION_TIME"
    assert tuesday.text == "late on Tuesday"
    assert {k: tuesday.get(k) for k in ("tid", "type", "value", "mod", "anchorTimeID")} == {
        "tid": "t2",
        "type": "DATE",
        "value": "2015-11-24",
        "mod": "END",
        "anchorTimeID": "t0",
    }


def test_the_creation_time_is_t0() -> None:
    dct = ET.fromstring(timeml_text(_extraction("Nothing."))).find("DCT/TIMEX3")
    assert dct is not None
    assert (dct.get("tid"), dct.get("value")) == ("t0", "2015-11-26")
    assert dct.get("functionInDocument") == "CREATION_TIME"


def test_without_a_date_there_is_no_dct() -> None:
    assert "<DCT>" not in timeml_text(_extraction("On Tuesday.", dct=None))


@pytest.mark.parametrize(
    "text", ["a < b & c > d on Tuesday\r\nand \t Nov. 13", "“Nov. 13”\n\n\n— 2015 ", "", "\n"]
)
def test_the_text_is_kept(text: str) -> None:
    assert _text_of(timeml_text(_extraction(text))) == text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(_text_of(timeml_text(_extraction(text)))) == len(text)
