"""Files become documents, character for character, and bad ones are told by name."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.annotation.document import Document
from timeline_app.errors import ReadingError
from timeline_app.reading import input_file
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import (
    article_files,
    other_files,
    read_input,
    read_pasted_text,
    read_path,
)


def read_bytes(content: bytes, name: str = "a.txt") -> Document:
    return next(read_input(InputFile(name=name, content=content)))


UNICODE = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(
    lambda t: bool(t.strip().strip("\ufeff").strip())
)


@given(UNICODE)
@settings(max_examples=150, deadline=None)
def test_any_pasted_text_is_kept_and_every_offset_lies_in_it(text: str) -> None:
    document = read_pasted_text(text, name="pasted", dct="2015-11-26")
    assert document.text == text
    for span in document.dateline_spans:
        assert 0 <= span.begin < span.end <= len(text)
    for stated in (document.dct, *document.rival_dcts):
        assert stated is not None
        assert stated.span is None or stated.span.of(text)


@given(UNICODE.filter(lambda t: "\0" not in t))
@settings(max_examples=100, deadline=None)
def test_any_text_file_is_kept_to_the_character(text: str) -> None:
    assert read_bytes(text.encode("utf-8")).text == text
    assert read_bytes(text.encode("utf-8"), "a.md").text == text


def test_byte_order_mark_and_line_ends_are_kept() -> None:
    text = "\ufeffTitle\r\n\r\nNovember 26, 2015\r\n\r\nA story.\r"
    document = read_bytes(text.encode("utf-8"))
    assert document.text == text
    assert document.title == "Title"
    assert document.dct is not None and document.dct.value == "2015-11-26"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_and_without_its_mark(encoding: str) -> None:
    text = "\ufeffThe talks ended — at last."
    assert read_bytes(text.encode(encoding)).text == text
    assert read_bytes(text[1:].encode(encoding)).text == text[1:]


def test_an_old_encoding_is_guessed_and_said_to_be() -> None:
    text = "Le président français a été reçu à l'Élysée après les événements de décembre. " * 4
    document = read_bytes(text.encode("cp1252"))
    assert document.text == text
    assert "guessed" in document.notes[0]
    assert document.language == "fr"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "PNG picture"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (b"abc\0def\1\2\3\0\0", "binary data"),
        ("déjà vu, déjà lu — ".encode() + b"\xff\xfe broken", "line 1"),
        (b"\xff\xfeA\0B", "damaged"),
    ],
)
def test_bad_content_is_refused_by_name_with_advice(content: bytes, words: str) -> None:
    with pytest.raises(ReadingError, match=words) as caught:
        read_bytes(content, "news/bad.txt")
    assert str(caught.value).startswith("news/bad.txt: ")
    assert str(caught.value).endswith(".")


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no such file"):
        next(read_path(tmp_path / "none.txt"))
    with pytest.raises(ReadingError, match="folder"):
        next(read_path(tmp_path))


def test_an_article_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(input_file.MAX_ARTICLE_BYTES + 1)
    with pytest.raises(ReadingError, match="larger than 32 MB"):
        next(read_path(path))


def test_a_folder_is_walked_by_name_without_hidden_files_and_readmes(tmp_path: Path) -> None:
    for name in (
        "b/2.md",
        "b/.hidden.md",
        "a.txt",
        "README.md",
        "c.png",
        ".git/x.txt",
        "b/1.htm",
        "x.json",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [str(path.relative_to(tmp_path)) for path in article_files([tmp_path])]
    assert found == ["a.txt", "b/1.htm", "b/2.md"]
    passed_over = [str(path.relative_to(tmp_path)) for path in other_files([tmp_path])]
    assert passed_over == ["c.png", "x.json"]


def test_a_file_without_a_known_suffix_is_read_by_its_content() -> None:
    page = b"<!DOCTYPE html><html><body><article><p>" + b"Talks were held. " * 30
    assert "<p>" not in read_bytes(page, "saved").text
    assert read_bytes(b"Just words.", "notes").text == "Just words."


def test_odd_file_names_are_shown_escaped() -> None:
    document = read_bytes(b"Just words.", InputFile.of_path(Path("a\nb\u202ec\udcff.txt")).name)
    assert document.path == r"a\nb\u202ec\xff.txt"


def test_the_same_bytes_have_the_same_digest_in_every_format() -> None:
    line = b'{"text": "Just words."}'
    plain, archived = read_bytes(b"Just words."), read_bytes(line, "a.jsonl")
    assert plain.sha256 == archived.sha256
