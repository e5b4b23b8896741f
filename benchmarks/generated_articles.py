"""As many articles as wanted, made from the samples by changing names and dates."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from timeline_app.annotation.actor import ActorKind
from timeline_app.annotation.mention import EventMention, Extraction
from timeline_app.chrono.event_time import EventTime
from timeline_app.chrono.instant import DAY_S, Instant
from timeline_app.extraction.pipeline import extract
from timeline_app.reading.registry import read_path
from timeline_app.storage import codec

ROOT = Path(__file__).resolve().parents[1]
NAME = re.compile(r"\b[A-Z][a-z]{3,}")
YEAR = re.compile(r"\b2015\b")


def samples() -> list[Extraction]:
    """Return the sample articles with what is found in them."""
    paths = sorted(path for path in (ROOT / "seeds").iterdir() if path.name != "README.md")
    return [extract(document) for path in paths for document in read_path(path)]


def articles(count: int) -> Iterator[Extraction]:
    """Yield `count` articles that were extracted before: nothing but the library is measured."""
    bases = samples()
    for number in range(count):
        yield _varied(bases[number % len(bases)], number // len(bases))


def _varied(base: Extraction, number: int) -> Extraction:
    """Return an article of the same shape with other names, other dates and another hash."""
    shift = number % 3_000 * DAY_S

    def renamed(match: re.Match[str]) -> str:
        return _turned(match.group(), number)

    plain = codec.dump(base.mentions)
    mentions = codec.load(tuple[EventMention, ...], NAME.sub(renamed, plain))
    moved = tuple(replace(m, time=_moved(m, shift)) for m in mentions)
    document = replace(
        base.document,
        text=NAME.sub(renamed, base.document.text),
        sha256=f"{number:08d}{base.document.sha256[8:]}",
        path=f"{number}-{base.document.path}",
    )
    return replace(base, document=document, mentions=moved)


def _turned(word: str, number: int) -> str:
    """Return a name with other letters; 15,625 numbers give as many names."""
    turns = (number % 25, number // 25 % 25, number // 625 % 25)
    letters = zip(word[1:4], turns, strict=False)
    turned = (chr((ord(c) - 97 + turn) % 26 + 97) for c, turn in letters)
    return word[0] + "".join(turned) + word[4:]


def _moved(mention: EventMention, shift: int) -> EventTime | None:
    bounds = mention.time
    if bounds is None or bounds.begin is None or bounds.end is None:
        return bounds
    return replace(bounds, begin=Instant(bounds.begin + shift), end=Instant(bounds.end + shift))


def write_archive(path: Path, count: int) -> None:
    """Write `count` articles as JSON lines, to be read and extracted like any others.

    People have other names and the year is another one; all other words are the samples', so that
    as much is found in them.
    """
    bases = [(base, _people(base)) for base in samples()]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            base, people = bases[number % len(bases)]
            file.write(json.dumps(_article(base, people, number // len(bases))) + "\n")


def _people(base: Extraction) -> frozenset[str]:
    """Return the words of the names of people."""
    names = (who.name for m in base.mentions for who in m.participants
             if who.kind is ActorKind.PERSON)  # fmt: skip
    return frozenset(word for name in names for word in NAME.findall(name))


def _article(base: Extraction, people: frozenset[str], number: int) -> dict[str, str]:
    year = str(1950 + number % 75)

    def renamed(match: re.Match[str]) -> str:
        return _turned(match.group(), number) if match.group() in people else match.group()

    dct = base.document.dct
    return {
        "text": YEAR.sub(year, NAME.sub(renamed, base.document.text)),
        "published": YEAR.sub(year, dct.value if dct else ""),
        "source": base.document.outlet or "",
    }
