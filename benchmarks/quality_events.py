"""How well events are found, on annotated articles: the figures of the gold's own scorer.

    python -m benchmarks.quality_events [--errors] [--system FILE] [FOLDER...]

Without folders: the gold articles beside the checkout (or at TIMELINE_GOLD), then our own
annotated articles, the part that rules may be written against and the part that they may not.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.annotated_news import ANNOTATED
from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.extraction.pipeline import extract
from timeline_app.operations.export.jsonl import jsonl_line

ROOT = Path(__file__).resolve().parent.parent
OWN = (ROOT / "tests" / "quality" / "dev", ROOT / "tests" / "quality" / "heldout")


def documents(folder: Path) -> Iterator[Document]:
    """Yield the annotated articles of `folder`, dated as their annotation says."""
    nested = folder / "annotations"
    for path in sorted((nested if nested.is_dir() else folder).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        articles = folder / "articles" if nested.is_dir() else folder
        text = (articles / f"{gold['doc']}.txt").read_bytes().decode("utf-8")
        yield Document(
            path=f"archive.jsonl#{gold['doc']}", text=text, sha256="", dct=_dct(gold.get("dct"))
        )


def _dct(value: str | None) -> DctCandidate | None:
    """Return the publication day; a mere month is none."""
    if value is None or len(value) < len("YYYY-MM-DD"):
        return None
    return DctCandidate(value=value, source=DctSource.METADATA, evidence=value)


def write_system(folder: Path, target: Path) -> None:
    """Extract from the articles of `folder` into the command line's output format."""
    with target.open("w", encoding="utf-8") as file:
        for document in documents(folder):
            file.write(jsonl_line(extract(document)))


def score(folder: Path, scorer: Path, options: list[str], system: Path) -> str:
    """Return what the scorer prints of `folder`."""
    write_system(folder, system)
    nested = folder / "annotations"
    gold = nested if nested.is_dir() else folder
    command = [sys.executable, str(scorer), str(gold), str(system), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


def main() -> None:
    """Print the figures of each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--system", type=Path, help="keep the extraction in this file")
    options = parser.parse_args()
    scorer = ANNOTATED / "eval" / "events_score.py"
    if not scorer.is_file():
        print(f"events: skipped, no scorer at {scorer} (set TIMELINE_GOLD to its folder)")
        return
    for folder in options.folders or (ANNOTATED / "gold" / "events", *OWN):
        with tempfile.TemporaryDirectory() as temporary:
            system = options.system or Path(temporary) / "system.jsonl"
            print(f"events in {folder.name}:")
            print(score(folder, scorer, ["--errors"] if options.errors else [], system))


if __name__ == "__main__":
    main()
