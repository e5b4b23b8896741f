"""A PDF shows every script that a font of the computer has, and names what none has."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import builders
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdf import PdfReader
from pypdf.generic import ContentStream

from timeline_app.annotation.event import Event, EventId
from timeline_app.annotation.kinds import EventType, Modality
from timeline_app.operations.writers import system_fonts
from timeline_app.operations.writers.chronology import Chronology, Entry
from timeline_app.operations.writers.registry import writer_for

_PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


def chronology(title: str) -> Chronology:
    event = Event(
        id=EventId(1),
        type=EventType.OTHER,
        title=title,
        time=builders.day(2015, 11, 24),
        modality=Modality.ACTUAL,
        participants=(),
        places=(),
        confidence=1.0,
        reports=(),
    )
    return Chronology(title="Winter", entries=(Entry(event=event, citations=()),), articles=())


def written(title: str) -> tuple[PdfReader, tuple[str, ...]]:
    found = writer_for("pdf").write(chronology(title))
    return PdfReader(io.BytesIO(found.content)), found.remarks


def drawn(reader: PdfReader) -> Iterator[tuple[int, str]]:
    """Yield each glyph of the first page from left to right: its code and its letters."""
    page = reader.pages[0]
    fonts = {
        name: {
            int(code, 16): bytes.fromhex(letters.decode()).decode("utf-16-be")
            for code, letters in _PAIR.findall(font["/ToUnicode"].get_data())
        }
        for name, font in page["/Resources"]["/Font"].items()
    }
    font: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"Tf":
            font = fonts[operands[0]]
        elif operator == b"Tj":
            codes = operands[0].original_bytes
            for at in range(0, len(codes), 2):
                code = int.from_bytes(codes[at : at + 2], "big")
                yield code, font[code]


def test_arabic_letters_are_joined_and_run_from_right_to_left() -> None:
    reader, remarks = written("تسلسل")
    glyphs = [(code, letter) for code, letter in drawn(reader) if "\u0600" <= letter <= "\u06ff"]
    assert "".join(letter for _, letter in glyphs) == "تسلسل"[::-1]
    assert len({code for code, letter in glyphs if letter == "ل"}) == 2  # within a word, at its end
    assert not remarks


def test_hebrew_runs_from_right_to_left_and_its_numbers_from_left_to_right() -> None:
    reader, remarks = written("פגישה 2015 בווינה")
    text = "".join(letter for _, letter in drawn(reader))
    assert "הניווב 2015 השיגפ" in text
    assert not remarks


def test_words_of_another_direction_keep_their_place_in_a_sentence() -> None:
    reader, _ = written("The word שלום is Hebrew")
    assert "The word םולש is Hebrew" in "".join(letter for _, letter in drawn(reader))


def test_a_day_after_arabic_letters_stays_a_day() -> None:
    reader, _ = written("في 2015-11-24")
    assert "2015-11-24" in "".join(letter for _, letter in drawn(reader)).replace("\u200e", "")


def test_what_the_font_lacks_is_taken_from_the_fonts_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    (tmp_path / "own.ttf").write_bytes(font_with("会談"))
    monkeypatch.setattr(system_fonts, "_folders", lambda: (tmp_path,))
    reader, remarks = written("Talks: 会談")
    assert "Talks: 会談" in "".join(letter for _, letter in drawn(reader))
    assert not remarks


def test_what_no_font_has_is_told_in_the_file_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_fonts, "_folders", tuple)
    reader, (remark,) = written("会談 ไทย\u200d")
    assert "no font of this computer has (Cjk, Thai)" in remark
    text = reader.pages[-1].extract_text().replace("\n", " ")
    assert "no font of this computer has" in text and text.count("\ufffd") == 6


def font_with(characters: str) -> bytes:
    """Return a font that draws a box for each of the characters."""
    names = [".notdef", *(f"c{n}" for n in range(len(characters)))]
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 700), (700, 700), (700, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, characters), names[1:], strict=True)))
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (800, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()
