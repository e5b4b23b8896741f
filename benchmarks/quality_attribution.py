"""Compare who is said to have said it with the annotations: the chain, innermost first.

    python -m benchmarks.quality_attribution [--misses]

Names count as equal by their last word. Printed for the gold articles beside the checkout (skipped
where they are missing) and for the project's own: in how many paired events the whole chain is
right, and precision, recall and F1 of single names.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.train_confidence import QUALITY, SCORING, gold_articles
from timeline_app.annotation.document import Document
from timeline_app.extraction.pipeline import extract
from timeline_app.operations.export.jsonl import event_object

Article = tuple[Document, list[dict[str, Any]]]


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts over paired events."""

    events: int = 0
    whole: int = 0
    shared: int = 0
    given: int = 0
    wanted: int = 0

    def line(self, title: str) -> str:
        """Return the figures in a row."""
        precision, recall = self.shared / max(self.given, 1), self.shared / max(self.wanted, 1)
        f1 = 2 * self.shared / max(self.given + self.wanted, 1)
        whole = self.whole / max(self.events, 1)
        return f"{title:10}{self.events:8}{whole:10.3f}{precision:10.3f}{recall:10.3f}{f1:10.3f}"


def last_word(name: str) -> str:
    """Return what is compared of a name."""
    words = name.casefold().split()
    return words[-1] if words else ""


def compare(articles: Iterable[Article], *, shows_misses: bool) -> Tally:
    """Return the counts over the articles."""
    tally = Tally()
    for document, gold in articles:
        system = [event_object(m, document.text) for m in extract(document).mentions]
        for pair in SCORING.pair_events(gold, system):
            wanted = [last_word(name) for name in pair.gold["attribution"]]
            given = [last_word(source["name"]) for source in pair.system["attribution"]]
            tally.events += 1
            tally.whole += wanted == given
            tally.shared += len(set(wanted) & set(given))
            tally.wanted += len(wanted)
            tally.given += len(given)
            if shows_misses and wanted != given:
                print(document.path, pair.system["trigger"]["text"], "wanted", wanted, "got", given)
    return tally


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    shows_misses = parser.parse_args().misses
    rows = [
        f"{'articles':10}{'events':>8}" + "".join(f"{n:>10}" for n in ("whole", "P", "R", "F1"))
    ]
    for name in ("dev", "seeds"):
        tally = compare(SCORING.articles(QUALITY / name), shows_misses=shows_misses)
        rows.append(tally.line(name))
    gold = list(gold_articles())
    if gold:
        rows.append(compare(gold, shows_misses=shows_misses).line("gold"))
    else:
        rows.append("gold: skipped, not beside the checkout (set TIMELINE_GOLD to its folder)")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
