"""Bibliographies give the attached files of their entries, with what they state of them."""

import json
from pathlib import Path

import pytest

from timeline_app.annotation.document import DctSource, Document
from timeline_app.errors import ReadingError
from timeline_app.reading.registry import read_path

STORY = "The ministers met in Vienna on Friday and agreed to meet again."
RIS = """TY  - NEWS
ID  - one
TI  - The visit
T2  - The Gazette
AU  - Lee, Ann
DA  - 2015/11/26/
UR  - https://example.org/a
L1  - files/1/a.txt
ER  -
TY  - NEWS
TI  - Short
PY  - 2015
AB  - They met on Friday.
ER  -
TY  - NEWS
TI  - Nothing
L1  - ../outside.txt
ER  -
"""


def read(path: Path) -> tuple[list[Document], list[str]]:
    errors: list[ReadingError] = []
    documents = list(read_path(path, on_error=errors.append))
    return documents, [str(error) for error in errors]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "outside.txt").write_text("secret")
    place = tmp_path / "export"
    (place / "files" / "1").mkdir(parents=True)
    (place / "files" / "1" / "a.txt").write_text(f"Other title\n\n{STORY}")
    return place


def test_ris_entries_give_their_files_abstracts_and_statements(folder: Path) -> None:
    path = folder / "library.ris"
    path.write_text(RIS)
    (cited, short), errors = read(path)
    assert STORY in cited.text
    assert cited.path.endswith("a.txt")
    assert (cited.title, cited.outlet, cited.author) == ("The visit", "The Gazette", "Lee, Ann")
    assert cited.url == "https://example.org/a"
    assert cited.dct is not None
    assert (cited.dct.value, cited.dct.source) == ("2015-11-26", DctSource.METADATA)
    assert (short.text, short.title, short.dct) == ("They met on Friday.", "Short", None)
    assert len(errors) == 1 and "#3" in errors[0]


def test_a_value_of_ris_may_run_on_over_lines_and_its_date_may_be_iso(folder: Path) -> None:
    path = folder / "library.ris"
    path.write_text(
        "TY  - NEWS\nTI  - Short\nDA  - 2015-11-26\n"
        "AB  - They met on Friday\nin the capital.\nER  -"
    )
    ((short,), errors) = read(path)
    assert short.text == "They met on Friday\nin the capital."
    assert short.dct is not None and short.dct.value == "2015-11-26"
    assert errors == []


def test_a_date_of_csl_json_may_be_as_written(folder: Path) -> None:
    path = folder / "library.json"
    path.write_text(json.dumps([{"id": "a", "abstract": STORY, "issued": {"raw": "2015-11-26"}}]))
    ((document,), _) = read(path)
    assert document.dct is not None and document.dct.value == "2015-11-26"


def test_csl_json_entries_are_read(folder: Path) -> None:
    entry = {
        "id": "one",
        "title": "The visit",
        "container-title": "The Gazette",
        "author": [{"family": "Lee", "given": "Ann"}, {"literal": "Desk"}],
        "issued": {"date-parts": [[2015, 11, 26]]},
        "attachments": [{"path": "files/1/a.txt"}],
    }
    path = folder / "library.json"
    path.write_text(
        json.dumps([entry, {"id": "two", "attachments": 5, "issued": {"date-parts": 1}}])
    )
    (cited,), errors = read(path)
    assert (cited.title, cited.outlet, cited.author) == (
        "The visit",
        "The Gazette",
        "Ann Lee, Desk",
    )
    assert cited.dct is not None and cited.dct.value == "2015-11-26"
    assert len(errors) == 1 and "#two" in errors[0]


@pytest.mark.parametrize(
    ("content", "words"), [("{}", "no list of references"), ("[", "damaged"), ("[]", "no entry")]
)
def test_json_that_is_no_bibliography_is_told(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    with pytest.raises(ReadingError, match=words):
        next(read_path(path))
