"""The sample articles read as their gold says: text to the character, and date of publication."""

import json
from pathlib import Path

import pytest

from timeline_app.annotation.document import Document
from timeline_app.reading.registry import read_path

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "quality" / "seeds"
SAMPLES = sorted(path for path in (ROOT / "seeds").iterdir() if path.name != "README.md")


def document_of(sample: Path) -> Document:
    (document,) = read_path(sample)
    return document


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_reads_as_the_text_that_was_annotated(sample: Path) -> None:
    annotated = GOLD / f"{sample.stem}.html.txt" if sample.suffix == ".html" else sample
    assert document_of(sample).text == annotated.read_bytes().decode("utf-8")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_dated_as_its_gold_says(sample: Path) -> None:
    gold = json.loads((GOLD / f"{sample.stem}.json").read_text(encoding="utf-8"))
    document = document_of(sample)
    assert document.dct is not None
    dates = {candidate.value[:10] for candidate in (document.dct, *document.rival_dcts)}
    assert gold["dct"] in dates
    assert document.is_date_disputed == (len(dates) > 1)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_names_its_outlet_and_title(sample: Path) -> None:
    document = document_of(sample)
    assert document.outlet
    assert document.title


def test_one_sample_disputes_its_own_date() -> None:
    disputed = [sample.stem for sample in SAMPLES if document_of(sample).is_date_disputed]
    assert disputed == ["2015-12-19-security-council-syria-road-map"]


def test_there_are_samples_of_every_text_format() -> None:
    suffixes = [sample.suffix for sample in SAMPLES]
    assert len(suffixes) >= 16
    assert {".txt", ".md", ".html"} <= set(suffixes)
