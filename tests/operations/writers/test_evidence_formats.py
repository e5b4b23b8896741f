"""Formats that carry the evidence: footnotes, marked-up articles, coded rows."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import builders
import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from timeline_app.annotation.actor import Role
from timeline_app.annotation.event import EventId
from timeline_app.annotation.mention import EventType, Modality
from timeline_app.chrono.edtf import parse_edtf
from timeline_app.operations.edits import AddEvent
from timeline_app.operations.writers.chronology import Chronology
from timeline_app.operations.writers.gather import gather
from timeline_app.operations.writers.registry import writer_for
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import read_input
from timeline_app.storage.library import Library

TEXT = "Hollande met Obama on Tuesday. Assad denied it."


@pytest.fixture
def chronology(tmp_path: Path) -> Iterator[Chronology]:
    """Return two events of an article and one made by hand."""
    day = builders.day(2015, 11, 24)
    with Library.open(tmp_path / "a.tlib") as library:
        document = builders.document(TEXT, outlet="The Example", title="Two presidents meet")
        meeting = builders.mention(
            time=day,
            timex_id="t1",
            trigger=(9, 12),
            subtype="meet",
            participants=[
                builders.person("Hollande"),
                builders.person("Merkel"),
                builders.person("Obama", Role.TARGET),
            ],
            places=[builders.place("Washington", "US")],
            explanation="“Tuesday” before Thursday, 26 November 2015",
        )
        denial = builders.mention(
            "e2",
            type=EventType.STATEMENT,
            title="Assad denies it",
            trigger=(37, 43),
            sentence=(31, 47),
            modality=Modality.DENIED,
        )
        timex = builders.timex(begin=22, time=day)
        library.add(builders.extraction(meeting, denial, of=document, timexes=[timex]))
        by_hand = AddEvent(type=EventType.OTHER, title="Снег идёт", time=parse_edtf("2015-12"))
        library.apply(by_hand)
        yield gather(library, [EventId(int(i)) for i in library.columns().ids], title="Winter")


def test_word_has_real_footnotes(chronology: Chronology) -> None:
    content = writer_for("docx").write(chronology).content
    document = docx.Document(io.BytesIO(content))
    references = document.element.body.iter(qn("w:footnoteReference"))
    numbers = [reference.get(qn("w:id")) for reference in references]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/footnotes.xml"))
        kinds = archive.read("[Content_Types].xml").decode()
    notes = {note.get(qn("w:id")): "".join(note.itertext()) for note in root}
    assert numbers == ["1", "2"] and set(notes) == {"-1", "0", "1", "2"}
    assert "Hollande met Obama on Tuesday." in notes["1"] and "The Example" in notes["1"]
    assert "“Tuesday” before Thursday" in notes["1"]
    assert "footnotes+xml" in kinds


def test_pdf_has_the_events_and_their_linked_sources(chronology: Chronology) -> None:
    written = writer_for("pdf").write(chronology)
    reader = PdfReader(io.BytesIO(written.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "24 November 2015 Hollande meets Obama" in text
    assert "December 2015 Снег идёт" in text
    assert "“Hollande met Obama on Tuesday.” The Example" in text
    assert len(reader.pages[0].get("/Annots", [])) >= 4
    assert writer_for("pdf").write(chronology).content == written.content


def test_timeml_is_read_back_to_the_character(chronology: Chronology) -> None:
    written = writer_for("timeml").write(chronology)
    assert [item.title for item in written.left_out] == ["Снег идёт"]
    with zipfile.ZipFile(io.BytesIO(written.content)) as archive:
        assert archive.namelist() == ["00001-two-presidents-meet.tml", "LEFT-OUT.txt"]
        content = archive.read("00001-two-presidents-meet.tml")
    (document,) = read_input(InputFile(name="a.tml", content=content))
    assert document.text.strip() == TEXT
    assert document.dct is not None and document.dct.value == "2015-11-26"
    root = etree.fromstring(content)
    assert [(e.get("class"), e.text) for e in root.iter("EVENT")] == [
        ("OCCURRENCE", "met"),
        ("REPORTING", "denied"),
    ]
    (timex,) = root.find("TEXT").iter("TIMEX3")
    assert timex.text == "Tuesday"
    (link,) = root.iter("TLINK")
    instance = next(i for i in root.iter("MAKEINSTANCE") if i.get("eventID") == "e1")
    assert link.get("relatedToTime") == timex.get("tid")
    assert link.get("eventInstanceID") == instance.get("eiid")
    assert [i.get("polarity") for i in root.iter("MAKEINSTANCE")] == ["POS", "NEG"]


def test_coded_rows_are_pairs_of_actor_and_target(chronology: Chronology) -> None:
    written = writer_for("coded").write(chronology)
    text = written.content.decode("utf-8-sig")
    rows = [r for r in csv.DictReader(io.StringIO(text)) if r["type"] == "MEETING"]
    assert [(r["source"], r["target"]) for r in rows] == [
        ("Hollande", "Obama"),
        ("Merkel", "Obama"),
    ]
    assert {(r["plover"], r["cameo"], r["cameo_root"]) for r in rows} == {("CONSULT", "040", "04")}
    assert {(r["date"], r["country"]) for r in rows} == {("2015-11-24", "US")}
    assert [item.title for item in written.left_out] == ["Снег идёт"]


def test_the_sheet_of_timelinejs_names_what_it_leaves_out(chronology: Chronology) -> None:
    written = writer_for("timelinejs-csv").write(chronology)
    rows = list(csv.DictReader(io.StringIO(written.content.decode("utf-8-sig"))))
    assert rows[0]["Type"] == "title" and "Assad denies it" in rows[0]["Text"]
    month = next(row for row in rows if row["Headline"] == "Снег идёт")
    assert (month["Year"], month["Month"], month["Day"]) == ("2015", "12", "")


def test_a_row_a_mention_names_events_without_one(chronology: Chronology) -> None:
    left_out = writer_for("csv-mentions").write(chronology).left_out
    assert [item.title for item in left_out] == ["Снег идёт"]
