"""Score the program's events against the gold of the project's own articles.

    python -m quality.scoring          (in tests/)

Prints, for each folder, precision, recall and F1 of what is found, of what is found with the right
type, and of what is found with the right type and date; then date and modality accuracy.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.compile_annotations import find_article
from quality.gold_dates import is_same_date

from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.extraction.pipeline import extract
from timeline_app.operations.export.jsonl import event_object

HERE = Path(__file__).resolve().parent
FOLDERS = ("seeds", "dev", "heldout")
Event = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A gold event and the program's event that is taken for it."""

    gold: Event
    system: Event
    is_typed: bool
    is_dated: bool


@dataclass(slots=True, kw_only=True)
class Figures:
    """Counts over articles; optional gold events are neither hits nor misses."""

    gold: int = 0
    system: int = 0
    found: int = 0
    typed: int = 0
    timeline: int = 0
    modal: int = 0
    actors_shared: int = 0
    actors: int = 0

    def f1(self, hits: int) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * hits / max(self.gold + self.system, 1)

    @property
    def found_f1(self) -> float:
        """F1 of events found, whatever their type and date."""
        return self.f1(self.found)

    @property
    def typed_f1(self) -> float:
        """F1 of events found with the right type."""
        return self.f1(self.typed)

    @property
    def timeline_f1(self) -> float:
        """F1 of events found with the right type and date."""
        return self.f1(self.timeline)

    @property
    def date_accuracy(self) -> float:
        """Share of rightly typed events that are rightly dated."""
        return self.timeline / max(self.typed, 1)

    @property
    def modality_accuracy(self) -> float:
        """Share of rightly typed events with the right modality."""
        return self.modal / max(self.typed, 1)

    @property
    def actors_f1(self) -> float:
        """F1 of participants' last names among rightly typed events."""
        return 2 * self.actors_shared / max(self.actors, 1)

    def count(self, gold: list[Event], system: list[Event]) -> None:
        """Add one article."""
        pairs = pair_events(gold, system)
        wanted = [pair for pair in pairs if not pair.gold["optional"]]
        self.gold += sum(not event["optional"] for event in gold)
        self.system += len(system) - (len(pairs) - len(wanted))
        self.found += len(wanted)
        for pair in wanted:
            if pair.is_typed:
                self._count_typed(pair)

    def _count_typed(self, pair: Pair) -> None:
        self.typed += 1
        self.timeline += pair.is_dated
        self.modal += pair.gold["modality"] == pair.system["modality"]
        named = {_last_name(name) for name in pair.gold["participants"]}
        given = {_last_name(actor["name"]) for actor in pair.system["participants"]}
        self.actors_shared += len(named & given)
        self.actors += len(named) + len(given)


def pair_events(gold: list[Event], system: list[Event]) -> list[Pair]:
    """Pair events one to one, best pairs first.

    Events may be paired whose triggers overlap, or whose types agree and where the gold's trigger
    lies in the sentence of the program's. Best is: type right, date right, triggers overlapping,
    not optional, triggers near.
    """
    candidates = sorted(_candidates(gold, system), key=lambda found: found[0], reverse=True)
    used_gold: set[int] = set()
    used_system: set[int] = set()
    pairs = []
    for _, i, j, pair in candidates:
        if i not in used_gold and j not in used_system:
            used_gold.add(i)
            used_system.add(j)
            pairs.append(pair)
    return pairs


def _candidates(
    gold: list[Event], system: list[Event]
) -> Iterator[tuple[tuple[int, ...], int, int, Pair]]:
    for i, wanted in enumerate(gold):
        for j, found in enumerate(system):
            trigger, sentence = found["trigger"], found["sentence"]
            overlaps = wanted["begin"] < trigger["end"] and trigger["begin"] < wanted["end"]
            is_typed = found["type"] in (wanted["type"], *wanted["alt_types"])
            in_sentence = sentence["begin"] <= wanted["begin"] < sentence["end"]
            if overlaps or (is_typed and in_sentence):
                is_dated = is_same_date(wanted["date"], found)
                distance = abs(wanted["begin"] - trigger["begin"])
                merit = (is_typed, is_dated, overlaps, not wanted["optional"], -distance, -i, -j)
                pair = Pair(gold=wanted, system=found, is_typed=is_typed, is_dated=is_dated)
                yield merit, i, j, pair


def _last_name(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    words = plain.split()
    return words[-1].strip(".,'’\"") if words else ""


def articles(folder: Path) -> Iterator[tuple[Document, list[Event]]]:
    """Yield each annotated article of a folder, dated as its gold says, with its gold events."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = find_article(path).read_bytes().decode("utf-8")
        yield Document(path=path.stem, text=text, sha256="", dct=_dct(gold["dct"])), gold["events"]


def _dct(value: str | None) -> DctCandidate | None:
    if value is None or len(value) < len("YYYY-MM-DD"):
        return None
    return DctCandidate(value=value, source=DctSource.ARGUMENT, evidence=value)


def system_events(document: Document) -> list[Event]:
    """Return what the program finds in an article, as its public output has it."""
    return [event_object(mention, document.text) for mention in extract(document).mentions]


def score_folder(folder: Path) -> Figures:
    """Return the figures of the articles of a folder together."""
    figures = Figures()
    for document, gold in articles(folder):
        figures.count(gold, system_events(document))
    return figures


def main() -> None:
    """Print the figures of each folder."""
    names = ("found", "typed", "timeline", "date", "modality", "actors")
    rows = [f"{'folder':10}" + "".join(f"{name:>10}" for name in names)]
    for folder in FOLDERS:
        got = score_folder(HERE / folder)
        values = (got.found_f1, got.typed_f1, got.timeline_f1)
        shares = (got.date_accuracy, got.modality_accuracy, got.actors_f1)
        rows.append(f"{folder:10}" + "".join(f"{x:10.3f}" for x in (*values, *shares)))
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
