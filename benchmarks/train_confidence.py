"""Train the confidence of mentions, and print how well it is calibrated.

    python -m benchmarks.train_confidence [--dry] [FOLDER...]

Trained on the project's own annotated articles of `tests/quality/dev` and `tests/quality/seeds`
alone; `--dry` writes nothing. A mention is right if the annotation has an event there of its type
on its date; one that leaves its date open states none, and is right if the type is. The tables of
reliability are of the articles trained on (each article by a model that has not seen it), of the
held-out ones, of the gold articles where they are there, and of those in the folders given.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated_news import GOLD_EVENTS
from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.extraction.events.confidence import BIAS, facts_of
from timeline_app.extraction.pipeline import extract, read_story
from timeline_app.operations.export.jsonl import event_object

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests")]
SCORING = import_module("quality.scoring")
"""The scorer lies beside the tests, and so does the annotation."""
TARGET = ROOT / "resources" / "en" / "events" / "confidence.toml"
QUALITY = ROOT / "tests" / "quality"
RIDGE = 20.0
"""Strength of the pull of each weight to nought: a fact seen in few mentions says little.

A tenth of it fits our own articles as well crosswise, and others worse.
"""
FOLDS = 5
BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The facts of one mention, whether it is right, and the article it is from."""

    facts: tuple[str, ...]
    is_right: bool
    article: str


def rows_of(found: Iterator[tuple[Document, list[dict[str, Any]]]]) -> list[Row]:
    """Return a row for each mention that the program finds in the articles."""
    rows: list[Row] = []
    for document, gold in found:
        tellings = read_story(document).tellings
        system = [event_object(m, document.text) for m in extract(document).mentions]
        right = {id(p.system) for p in SCORING.pair_events(gold, system) if _is_right(p)}
        for telling, event in zip(tellings, system, strict=True):
            facts = facts_of(
                telling.candidate,
                basis=telling.link.basis,
                reason=telling.link.reason,
                is_repeat=telling.same_as is not None,
            )
            rows.append(Row(facts=facts, is_right=id(event) in right, article=document.path))
    return rows


def _is_right(pair: Any) -> bool:
    """Tell whether what a mention states is so: its type, and its date where it states one."""
    is_open = pair.system["begin_date"] is None and pair.system["end_date"] is None
    return bool(pair.is_typed and (pair.is_dated or is_open))


def gold_articles() -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """Yield the gold articles beside the checkout, none where they are missing."""
    for path in sorted((GOLD_EVENTS / "annotations").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (GOLD_EVENTS / "articles" / f"{gold['doc']}.txt").read_bytes().decode("utf-8")
        day = gold.get("dct") or ""
        dct = DctCandidate(value=day, source=DctSource.ARGUMENT, evidence=day)
        document = Document(
            path=path.stem, text=text, sha256="", dct=dct if len(day) >= len("2015-11-24") else None
        )
        yield document, gold["events"]


def matrix(rows: Sequence[Row], names: Sequence[str]) -> NDArray[np.float64]:
    """Return one row of noughts and ones for each mention, one column for each fact."""
    place = {name: k for k, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for fact in row.facts:
            if fact in place:
                table[i, place[fact]] = 1.0
    return table


def fit(table: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights by Newton's method; the first column's is not pulled to nought."""
    pull = np.full(table.shape[1], RIDGE)
    pull[0] = 1e-3
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        guess = 1 / (1 + np.exp(-table @ weights))
        gradient = table.T @ (guess - right) + pull * weights
        curvature = (table * (guess * (1 - guess))[:, None]).T @ table + np.diag(pull)
        step = np.linalg.solve(curvature, gradient)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def fact_names(rows: Sequence[Row]) -> list[str]:
    """Return the facts seen in more than a handful of mentions, the constant one first."""
    counts: dict[str, int] = {}
    for row in rows:
        for fact in row.facts:
            counts[fact] = counts.get(fact, 0) + 1
    return [BIAS, *sorted(f for f, n in counts.items() if f != BIAS and n >= 8)]


def guesses(rows: Sequence[Row], names: Sequence[str], weights: NDArray[np.float64]) -> Any:
    """Return the model's probability for each row."""
    return 1 / (1 + np.exp(-matrix(rows, names) @ weights))


def crossed(rows: Sequence[Row], names: Sequence[str]) -> Any:
    """Return for each row the probability by a model that has not seen its article."""
    order = {a: k % FOLDS for k, a in enumerate(sorted({r.article for r in rows}))}
    fold = np.array([order[r.article] for r in rows])
    table, right = matrix(rows, names), truth(rows)
    found = np.zeros(len(rows))
    for k in range(FOLDS):
        weights = fit(table[fold != k], right[fold != k])
        found[fold == k] = 1 / (1 + np.exp(-table[fold == k] @ weights))
    return found


def truth(rows: Sequence[Row]) -> NDArray[np.float64]:
    """Return one for a right mention, nought for a wrong one."""
    return np.array([float(r.is_right) for r in rows])


def reliability(title: str, guess: Any, right: Any) -> str:
    """Return a table: of mentions said to be right with p, how many are."""
    lines = [
        f"### {title}",
        "",
        "| said | mentions | said on average | right |",
        "|---|--:|--:|--:|",
    ]
    gap = 0.0
    for k in range(BINS):
        inside = (guess >= k / BINS) & (guess < (k + 1) / BINS)
        if not inside.any():
            continue
        said, is_so = guess[inside].mean(), right[inside].mean()
        gap += inside.sum() * abs(said - is_so)
        lines.append(
            f"| {k / BINS:.1f}–{(k + 1) / BINS:.1f} | {inside.sum()} | {said:.2f} | {is_so:.2f} |"
        )
    brier = float(((guess - right) ** 2).mean())
    base = float(((right.mean() - right) ** 2).mean())
    lines += ["", f"{len(right)} mentions, {right.mean():.2f} right, {guess.mean():.2f} said;"]
    lines += [
        f"mean gap {gap / len(right):.3f}; Brier {brier:.3f} (constant guess: {base:.3f}).",
        "",
    ]
    return "\n".join(lines)


def write(names: Sequence[str], weights: NDArray[np.float64], rows: Sequence[Row]) -> None:
    """Write the weights with how often each fact holds and how often such mentions are right."""
    lines = [
        "# Made by `python -m benchmarks.train_confidence`; do not edit by hand.",
        "# A mention's confidence is 1 / (1 + exp(-sum of the weights of the facts that hold)).",
        "# After each weight: of how many mentions it holds, and how many of those are right.",
        "",
        "[weights]",
    ]
    for name, weight in zip(names, weights, strict=True):
        held = [row.is_right for row in rows if name in row.facts]
        lines.append(f'"{name}" = {weight:.3f}  # {len(held)}, {sum(held) / len(held):.0%} right')
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Train, write and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument("folders", nargs="*", type=Path, help="more annotated articles to check on")
    options = parser.parse_args()
    rows = [row for name in ("dev", "seeds") for row in rows_of(SCORING.articles(QUALITY / name))]
    names = fact_names(rows)
    weights = fit(matrix(rows, names), truth(rows))
    if not options.dry:
        write(names, weights, rows)
    print(reliability("Own articles, crosswise", crossed(rows, names), truth(rows)))
    for title, found in (
        ("Held-out articles", SCORING.articles(QUALITY / "heldout")),
        ("Gold articles", gold_articles()),
        *((f"Articles in {f.name}", SCORING.articles(f)) for f in options.folders),
    ):
        others = rows_of(found)
        if others:
            print(reliability(title, guesses(others, names, weights), truth(others)))


if __name__ == "__main__":
    main()
