"""Score the merging of reports across the sample articles.

    python -m quality.consolidation          (in tests/)

Only reports that are taken for a gold event count. A merge of reports from two articles is right
where the gold has the two events as one happening. A happening that two articles tell of, both
found by the program, is missed where no report of the one is merged with a report of the other.
"""

import json
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from quality.scoring import HERE, pair_events

from timeline_app.annotation.ids import DocumentId, EventId
from timeline_app.extraction.pipeline import extract
from timeline_app.operations.adding import add_article
from timeline_app.operations.export.jsonl import event_object
from timeline_app.reading.registry import read_path
from timeline_app.storage.library import Library

SEEDS = HERE.parents[1] / "seeds"
Told = tuple[str, str]
"""An article's name and the id of a gold event in it."""


@dataclass(slots=True, kw_only=True)
class Merging:
    """Pairs of reports of two articles: rightly merged, wrongly merged, missed."""

    right: list[tuple[Told, Told]] = field(default_factory=list)
    wrong: list[tuple[Told, Told]] = field(default_factory=list)
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    """The happening and the two articles."""
    met: int = 0
    """Pairs of articles that tell of one happening and were found to, over all happenings."""

    @property
    def precision(self) -> float:
        """Share of merges that are right; 1 where nothing is merged."""
        merges = len(self.right) + len(self.wrong)
        return len(self.right) / merges if merges else 1.0

    @property
    def recall(self) -> float:
        """Share of what is told twice, and found twice, that is merged."""
        return self.met / max(self.met + len(self.missed), 1)


def happenings() -> dict[Told, str]:
    """Return the happening of each gold event that several articles tell of."""
    table: dict[str, list[str]] = tomllib.loads(
        (HERE / "same_happenings.toml").read_text(encoding="utf-8")
    )
    return {
        (article_named(beginning), ident): name
        for name, lines in table.items()
        for line in lines
        for beginning, *idents in [line.split()]
        for ident in idents
    }


def article_named(beginning: str) -> str:
    """Return the name of the one annotated sample that begins so."""
    (path,) = (HERE / "seeds").glob(f"{beginning}*.json")
    return path.stem


def reports_by_event(folder: Path) -> dict[EventId, list[Told]]:
    """Import the samples into a new library in `folder`; return the gold events of its events."""
    told: dict[EventId, list[Told]] = {}
    with Library.open(folder / "samples.tlib") as library:
        paths = sorted((HERE / "seeds").glob("*.json"))
        taken = [(path.stem, *_add_sample(library, path)) for path in paths]
        for stem, document_id, gold_of in taken:
            for mention_id, event_id in library.events_of_mentions(document_id).items():
                if mention_id in gold_of:
                    told.setdefault(event_id, []).append((stem, gold_of[mention_id]))
    return told


def _add_sample(library: Library, gold: Path) -> tuple[DocumentId, dict[str, str]]:
    """Add a sample; return its id, and which gold event each mention is taken for."""
    (sample,) = SEEDS.glob(f"{gold.stem}.*")
    (document,) = read_path(sample)
    extraction = extract(document)
    (document_id,) = add_article(library, extraction).documents_added
    events = [event_object(mention, document.text) for mention in extraction.mentions]
    wanted = json.loads(gold.read_text(encoding="utf-8"))["events"]
    pairs = pair_events(wanted, events)
    return document_id, {p.system["id"]: p.gold["same_as"] or p.gold["id"] for p in pairs}


def score_merging(told: Mapping[EventId, list[Told]]) -> Merging:
    """Return what was merged rightly, wrongly, and not at all."""
    known = happenings()
    merging = Merging()
    merged_articles: set[tuple[str, str, str]] = set()
    for reports in told.values():
        for one, other in combinations(sorted(set(reports)), 2):
            if one[0] == other[0]:
                continue
            name = known.get(one)
            if name is not None and name == known.get(other):
                merging.right.append((one, other))
                merged_articles.add((name, one[0], other[0]))
            else:
                merging.wrong.append((one, other))
    possible = _found_twice({report for reports in told.values() for report in reports}, known)
    merging.met = len(possible & merged_articles)
    merging.missed = sorted(possible - merged_articles)
    return merging


def _found_twice(found: set[Told], known: Mapping[Told, str]) -> set[tuple[str, str, str]]:
    articles: dict[str, set[str]] = {}
    for told in found & known.keys():
        articles.setdefault(known[told], set()).add(told[0])
    return {
        (name, one, other)
        for name, names in articles.items()
        for one, other in combinations(sorted(names), 2)
    }


def main() -> None:
    """Print the figures, then what is wrong and what is missed."""
    with tempfile.TemporaryDirectory() as folder:
        merging = score_merging(reports_by_event(Path(folder)))
    lines = [
        f"merged rightly {len(merging.right)}, wrongly {len(merging.wrong)}; "
        f"precision {merging.precision:.3f}, recall {merging.recall:.3f}",
        *(f"wrong   {one} {other}" for one, other in merging.wrong),
        *(f"missed  {name}: {one}, {other}" for name, one, other in merging.missed),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
