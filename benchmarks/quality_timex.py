"""Time expressions against annotated articles: `python -m benchmarks.quality_timex [--peer]`.

Runs the tagger over the annotated texts through its TimeML output, and calls their scorer. They
lie beside the project (where TIMELINE_GOLD says) and are no part of it. `--peer`
also runs dateparser's `search_dates` (slow).
"""

import json
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.annotated_news import ANNOTATED
from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.annotation.mention import Extraction
from timeline_app.extraction.timex.tagger import tag_timexes
from timeline_app.operations.export.timeml import timeml_text

ROOT = Path(__file__).resolve().parents[1]
SETS = ("news", "news_corrected", "narrative")
Record = dict[str, Any]


def ours(record: Record) -> list[Record]:
    """Return our answer for a document, read back from its TimeML."""
    dct = DctCandidate(value=record["dct"], source=DctSource.ARGUMENT, evidence="")
    text = record["text"]
    document = Document(path=record["doc"], text=text, sha256="", dct=dct)
    timexes = tag_timexes(text, dct=dct)
    extraction = Extraction(document=document, sentences=(), timexes=timexes, mentions=())
    return list(_inline(ET.fromstring(timeml_text(extraction)).find("TEXT"), text))


def _inline(element: ET.Element | None, text: str) -> Iterable[Record]:
    if element is None:
        return
    at = len(element.text or "")
    for timex in element:
        inner = "".join(timex.itertext())
        yield {
            "begin": at,
            "end": at + len(inner),
            "text": text[at : at + len(inner)],
            "type": timex.get("type"),
            "value": timex.get("value"),
        }
        at += len(inner) + len(timex.tail or "")


def peers(record: Record) -> list[Record]:
    """Return dateparser's answer for a document, as precise as it says each date is."""
    from datetime import datetime

    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(record["dct"])}
    parser = DateDataParser(languages=["en"], settings=settings)
    answers, at = [], 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for words, moment in search_dates(record["text"], ["en"], settings=settings) or ():
            begin = record["text"].find(words, at)
            if begin < 0:
                continue
            at = begin + len(words)
            period = parser.get_date_data(words).period
            value = moment.date().isoformat()[: {"year": 4, "month": 7}.get(period, 10)]
            answers.append({"begin": begin, "end": at, "type": "DATE", "value": value})
    return answers


def score(name: str, gold: Path, answer: Callable[[Record], list[Record]]) -> None:
    """Print the scorer's table for one set of texts."""
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.jsonl"
        lines = (json.dumps({"doc": r["doc"], "timexes": answer(r)}) for r in records)
        answers.write_text("\n".join(lines), encoding="utf-8")
        print(f"\n--- {gold.stem}: {name}", flush=True)
        scorer = ANNOTATED / "eval" / "timex_score.py"
        command = [sys.executable, str(scorer), "--gold", str(gold), "--sys", str(answers)]
        subprocess.run(command, check=True)


def main() -> None:
    """Score the tagger, and with --peer the peer, on every set that is there."""
    for name in SETS:
        gold = ANNOTATED / "gold" / "timex" / f"{name}.jsonl"
        if not gold.is_file():
            print(f"{name}: skipped, the annotated texts are not beside the project")
            continue
        score("timeline-app", gold, ours)
        if "--peer" in sys.argv[1:]:
            score("dateparser search_dates", gold, peers)


if __name__ == "__main__":
    main()
