"""Archives are read line by line, and a bad line costs only itself."""

import json
from pathlib import Path

import pytest

from timeline_app.annotation.document import DctSource, Document
from timeline_app.errors import ReadingError
from timeline_app.reading import json_lines
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import count_articles, read_path


def archive(folder: Path, *lines: object) -> Path:
    path = folder / "a.jsonl"
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def read(path: Path) -> tuple[list[Document], list[str]]:
    errors: list[ReadingError] = []
    documents = list(read_path(path, on_error=errors.append))
    return documents, [str(error) for error in errors]


def test_fields_are_taken_and_the_text_is_kept_to_the_character(tmp_path: Path) -> None:
    text = "\ufeff  Talks\r\n\r\nwere held. \n"
    row = {
        "id": "x7",
        "text": text,
        "title": "Talks",
        "published": "2015-11-26T08:00:00Z",
        "url": "https://example.org/a",
        "source": "The Gazette",
    }
    (document,), errors = read(archive(tmp_path, row))
    assert not errors
    assert document.text == text
    assert document.path == f"{tmp_path}/a.jsonl#x7"
    assert (document.title, document.outlet) == ("Talks", "The Gazette")
    assert document.url == "https://example.org/a"
    assert document.dct is not None
    assert (document.dct.value, document.dct.source) == ("2015-11-26T08:00", DctSource.METADATA)


def test_an_article_without_an_id_is_named_by_its_line(tmp_path: Path) -> None:
    documents, _ = read(archive(tmp_path, {"text": "One."}, "", {"text": "Two."}))
    assert [d.path.rpartition("#")[2] for d in documents] == ["1", "3"]


def test_bad_lines_are_told_by_number_and_the_others_are_read(tmp_path: Path) -> None:
    path = archive(tmp_path, "{broken", {"text": "Fine."}, "[1]", {"title": "none"}, '{"text": 5}')
    documents, errors = read(path)
    assert [d.text for d in documents] == ["Fine."]
    assert [e.split(":")[0].rpartition("#")[2] for e in errors] == ["1", "3", "4", "5"]


def test_without_a_listener_the_first_bad_line_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="#1"):
        next(read_path(archive(tmp_path, "{broken")))


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="empty"):
        next(read_path(archive(tmp_path, "")))


def test_a_line_beyond_the_limit_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MAX_ARTICLE_BYTES", 100)
    path = archive(tmp_path, {"text": "x" * 350}, {"text": "Fine."})
    documents, errors = read(path)
    assert [d.text for d in documents] == ["Fine."]
    assert "larger than" in errors[0]


def test_half_characters_are_replaced_one_by_one(tmp_path: Path) -> None:
    (document,), _ = read(archive(tmp_path, '{"text": "a\\ud800b"}'))
    assert document.text == "a\ufffdb"
    assert document.notes


def test_deep_nesting_is_an_error_of_its_line(tmp_path: Path) -> None:
    documents, errors = read(archive(tmp_path, "[" * 100_000, {"text": "Fine."}))
    assert len(documents) == 1
    assert len(errors) == 1


def test_articles_are_counted(tmp_path: Path) -> None:
    path = archive(tmp_path, {"text": "One."}, "", {"text": "Two."})
    assert count_articles(InputFile.of_path(path)) == 2
