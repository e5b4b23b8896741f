"""A real spaCy pipeline, saved to a folder, finds names; without spaCy it is said what to do."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from timeline_app.annotation.span import Span
from timeline_app.cli.main import run
from timeline_app.errors import UsageError
from timeline_app.extraction.names.finder import FoundName, NameKind, load_finder
from timeline_app.extraction.names.spacy_names import load_spacy_names

needs_spacy = pytest.mark.skipif(
    importlib.util.find_spec("spacy") is None, reason="pip install 'timeline-app[nlp]'"
)
STORY = "On Tuesday the police arrested bell hooks in Lima."
PATTERNS = [
    {"label": "PERSON", "pattern": "bell hooks"},
    {"label": "GPE", "pattern": "Lima"},
    {"label": "DATE", "pattern": "Tuesday"},
]


@pytest.fixture
def pipeline(tmp_path: Path) -> str:
    import spacy

    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns(PATTERNS)
    made.to_disk(tmp_path / "pipeline")
    return str(tmp_path / "pipeline")


def names_of(output: str) -> list[set[str]]:
    """Return the participants of each article."""
    rows = map(json.loads, output.splitlines())
    return [{p["name"] for e in row["events"] for p in e["participants"]} for row in rows]


@needs_spacy
def test_entities_of_known_labels_are_names(pipeline: str) -> None:
    names = load_finder(f"spacy:{pipeline}").find(STORY, language="en")
    begin, place = STORY.find("bell"), STORY.find("Lima")
    assert list(names) == [
        FoundName(span=Span(begin, begin + 10), kind=NameKind.PERSON),
        FoundName(span=Span(place, place + 4), kind=NameKind.PLACE),
    ]


@needs_spacy
def test_a_long_text_is_read_in_pieces_with_the_offsets_of_the_whole(pipeline: str) -> None:
    text = "word " * 30_000 + "bell hooks\n" * 10_000
    names = load_finder(f"spacy:{pipeline}").find(text, language="en")
    assert {n.span.of(text) for n in names} == {"bell hooks"}
    assert len(names) == 10_000


@needs_spacy
def test_a_text_of_another_language_is_not_read(pipeline: str) -> None:
    assert not load_finder(f"spacy:{pipeline}").find(STORY, language="fr")


@needs_spacy
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_extract_takes_the_pipeline_into_its_processes(
    tmp_path: Path, pipeline: str, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / f"{n}.txt" for n in range(3)]
    for path in paths:
        path.write_text(STORY)
    files = list(map(str, paths))
    assert run(["extract", "--jobs", jobs, "--nlp", f"spacy:{pipeline}", *files]) == 0
    assert all("bell hooks" in names for names in names_of(capsys.readouterr().out))
    assert run(["extract", "--jobs", jobs, *files]) == 0
    assert not any("bell hooks" in names for names in names_of(capsys.readouterr().out))


@needs_spacy
def test_an_import_takes_the_pipeline_too(
    tmp_path: Path, pipeline: str, capsys: pytest.CaptureFixture[str]
) -> None:
    article, library = tmp_path / "a.txt", str(tmp_path / "a.tlib")
    article.write_text(STORY)
    assert run(["import", "--library", library, "--nlp", f"spacy:{pipeline}", str(article)]) == 0
    assert run(["events", "--library", library, "--query", 'actor:"bell hooks"']) == 0
    assert "hooks" in capsys.readouterr().out


@needs_spacy
def test_a_pipeline_that_is_not_there_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert run(["extract", "--nlp", "spacy:no_such_pipeline", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert not told.out
    assert "no_such_pipeline" in told.err and "python -m spacy download" in told.err


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"timeline-app\[nlp\]"):
        load_spacy_names("en_core_web_sm")


def test_a_malformed_spec_is_wrong_usage_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    output = tmp_path / "events.jsonl"
    status = run(["extract", "--nlp", "en_core_web_sm", "-o", str(output), str(tmp_path)])
    assert status == 2
    assert "spacy:en_core_web_sm" in capsys.readouterr().err
    assert not output.exists()
