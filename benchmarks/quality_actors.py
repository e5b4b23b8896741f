"""Measure how many gold participants and places the taggers name.

usage: python benchmarks/quality_actors.py [GOLD_DIR] [--misses]

GOLD_DIR holds `articles/*.txt` and `annotations/*.json`, or both kinds side by side (default:
gold/events in the folder that $TIMELINE_GOLD names, or beside the checkout). Names
count as equal by their last word, as in the scorer of events. Printed: the share of gold
participants that the tagger names in the sentence of the trigger, and anywhere in the article;
likewise for places.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

from benchmarks.annotated_news import GOLD_EVENTS
from timeline_app.annotation.span import Span
from timeline_app.extraction.actors.cast import fold
from timeline_app.extraction.actors.tagger import tag_actors
from timeline_app.extraction.names.reading import read_names
from timeline_app.extraction.places.tagger import tag_places
from timeline_app.extraction.sentences import split_sentences
from timeline_app.extraction.tokens import tokenize


def last_name(name: str) -> str:
    words = re.findall(r"[\w'-]+", fold(name))
    return words[-1] if words else ""


def named(gold: list[str], found: set[str]) -> tuple[list[str], list[str]]:
    """Return the gold names that are found and those that are missed."""
    hits = [g for g in gold if last_name(g) in found]
    return hits, [g for g in gold if last_name(g) not in found]


def measure(folder: Path) -> tuple[Counter[str], list[str]]:
    """Return counts of gold names found and a line for each one missed."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    is_nested = (folder / "annotations").is_dir()
    texts = folder / "articles" if is_nested else folder
    for path in sorted((folder / "annotations" if is_nested else folder).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / f"{path.stem}.txt").read_text(encoding="utf-8")
        tokens, sentences = tokenize(text), split_sentences(text)
        reading = read_names(text, tokens, sentences)
        actors = tag_actors(text, tokens, sentences, reading=reading)
        places = tag_places(text, tokens, sentences, actors, reading=reading)
        everyone = {last_name(n) for a in actors for n in a.names}
        everywhere = {last_name(p.name) for p in places}
        for event in gold["events"]:
            inside = next((s for s in sentences if s.begin <= event["begin"] < s.end), Span(0, 0))
            near = {last_name(n) for a in actors if inside.contains(a.span) for n in a.names}
            hits, lost = named(event["participants"], near)
            counts["participants"] += len(event["participants"])
            counts["participants in sentence"] += len(hits)
            for name in lost:
                anywhere = last_name(name) in everyone
                counts["participants in article"] += anywhere
                where = "elsewhere" if anywhere else "NOWHERE"
                misses.append(f"{path.stem} {where} {name!r}: {inside.of(text)[:400]}")
            counts["participants in article"] += len(hits)
            counts["places"] += len(event["places"])
            found, lost = named(event["places"], everywhere)
            counts["places in article"] += len(found)
            misses.extend(f"{path.stem} PLACE {n!r}" for n in lost)
    return counts, misses


def main() -> None:
    arguments = [a for a in sys.argv[1:] if not a.startswith("-")]
    counts, misses = measure(Path(arguments[0]) if arguments else GOLD_EVENTS)
    if "--misses" in sys.argv:
        print("\n".join(misses))
    for key in ("participants in sentence", "participants in article", "places in article"):
        total = counts[key.split(" ")[0]]
        print(f"{key:26s} {counts[key]:4d} of {total:4d}  {counts[key] / max(total, 1):.3f}")


if __name__ == "__main__":
    main()
