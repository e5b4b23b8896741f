"""PDF, Word and EPUB give their text, and hostile ones are refused with a reason."""

import pytest
from office_files import docx, epub, pdf, zipped

from timeline_app.annotation.document import Document
from timeline_app.errors import ReadingError
from timeline_app.reading import zip_member
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import read_input

STORY = "The ministers met in Vienna on Friday and agreed to meet again."
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def read(content: bytes, name: str) -> Document:
    (document,) = read_input(InputFile(name=name, content=content))
    return document


def test_a_pdf_keeps_where_its_pages_begin() -> None:
    content = pdf("A visit", STORY, "", title="A visit", created="D:20151126120000")
    document = read(content, "a.pdf")
    assert document.text == f"A visit\n\n{STORY}\n\n"
    assert document.title == "A visit"
    assert document.dct is not None and document.dct.value == "2015-11-26"
    assert document.notes[0] == "Its 3 pages begin at the characters 0, 9, 74."
    assert document.text[9:].startswith("The ministers")
    assert document.notes[1] == "Page 3 holds no text."


@pytest.mark.parametrize("stated", ["(anonymous)", "untitled", "Microsoft Word - visit.docx"])
def test_a_title_that_no_person_wrote_is_no_title(stated: str) -> None:
    document = read(pdf(f"A visit\nNovember 26, 2015\n{STORY}", title=stated), "a.pdf")
    assert document.title == "A visit"


def test_words_and_sentences_are_joined_over_the_line_ends_of_a_pdf() -> None:
    document = read(
        pdf("They agreed on coopera-\ntion in the\nregion. On Friday\nthey left."), "a.pdf"
    )
    assert document.text == "They agreed on cooperation in the region. On Friday they left."


def test_a_stated_date_outweighs_that_of_the_file() -> None:
    content = pdf(f"A visit\nNovember 26, 2015\n{STORY}", created="D:20200101000000")
    document = read(content, "a.pdf")
    assert document.dct is not None and document.dct.value == "2015-11-26"
    assert not document.rival_dcts


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (pdf("", ""), "scanned"),
        (pdf(STORY, password="secret"), "password"),
        (b"%PDF-1.7\nnothing of use", "damaged"),
        (pdf(STORY)[:200], "damaged"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_told(content: bytes, words: str) -> None:
    with pytest.raises(ReadingError, match=words):
        read(content, "a.pdf")


def test_a_word_document_gives_its_paragraphs() -> None:
    table = (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in</w:t><w:tab/><w:t>a table</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:tbl><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    document = read(docx("A visit", STORY, title="The visit", body=table), "a.docx")
    assert document.text == f"A visit\n\n{STORY}\n\nin\ta table"
    assert document.title == "The visit"


def test_a_word_document_is_known_by_its_content() -> None:
    assert read(docx(STORY), "letter").text == STORY


def test_a_book_gives_its_chapters_in_reading_order() -> None:
    chapters = {
        "b.xhtml": "<h1>One</h1><p>First.</p>",
        "a.xhtml": "<p>Second.<script>x</script></p>",
    }
    document = read(epub(chapters, date="2015-11-26"), "a.epub")
    assert document.text == "One\n\nFirst.\n\nSecond."
    assert document.title == "A book"
    assert document.dct is not None and document.dct.value == "2015-11-26"


@pytest.mark.parametrize("name", ["a.docx", "a.epub"])
@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 broken", b"not a zip", zipped({"other.txt": "x"}), b""]
)
def test_damaged_containers_are_told(name: str, content: bytes) -> None:
    with pytest.raises(ReadingError, match=r"^a\.(docx|epub): .*damaged"):
        read(content, name)


@pytest.mark.parametrize("markup", [BOMB, OUTSIDE])
def test_entities_are_never_resolved(markup: str) -> None:
    with pytest.raises(ReadingError, match="entities"):
        read(zipped({"word/document.xml": markup}), "a.docx")
    with pytest.raises(ReadingError, match="entities"):
        read(markup.encode(), "a.rss")
    with pytest.raises(ReadingError, match="entities"):
        read(markup.encode(), "a.tml")


def test_a_zip_bomb_is_unpacked_no_further_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_member, "MAX_ARTICLE_BYTES", 10_000)
    with pytest.raises(ReadingError, match="unpacks to more"):
        read(docx("x" * 1_000_000), "a.docx")


def test_a_document_without_text_is_told() -> None:
    with pytest.raises(ReadingError, match="no text"):
        read(docx(), "a.docx")
