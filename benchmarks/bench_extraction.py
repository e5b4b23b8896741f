"""The whole extraction: characters a second on one core, linearity, memory.

The text is the sample articles, repeated; beside them the seed article where the shared folder is
there. CPU time of one core. Memory is the peak of Python's allocations while articles are read one
after another, which must not grow with their number.
"""

import re
import time
import tracemalloc
from pathlib import Path

from benchmarks.annotated_news import ANNOTATED
from timeline_app.annotation.document import DctCandidate, DctSource, Document
from timeline_app.extraction.pipeline import extract

ROOT = Path(__file__).resolve().parents[1]
SEED = ANNOTATED / "seed" / "russia-france-military-cooperation.md"
DCT = DctCandidate(value="2015-11-26", source=DctSource.ARGUMENT, evidence="")
WORD_RE = re.compile(r"\b(?:January|Monday|\d{4}|\w+day|last|next|ago|\w+)\b")
SIZES = (1_000_000, 2_000_000, 4_000_000)
WHOLE = 10_000_000
GOAL = 150_000


def samples() -> list[str]:
    """Return the texts of the sample articles."""
    paths = [*(ROOT / "seeds").rglob("*.txt"), *(ROOT / "seeds").rglob("*.md")]
    return [path.read_text(encoding="utf-8") for path in sorted(paths)]


def repeated(texts: list[str], length: int) -> str:
    """Return `length` characters of the texts, over and over."""
    text = "\n\n".join(texts) + "\n\n"
    return (text * (length // len(text) + 1))[:length]


def a_document(text: str) -> Document:
    """Return a document of `text`."""
    return Document(path="bench.txt", text=text, sha256="", dct=DCT)


def rate(texts: list[str], length: int) -> float:
    """Return the characters a second of one text of `length` characters."""
    document = a_document(repeated(texts, length))
    begin = time.process_time()
    extract(document)
    return length / (time.process_time() - begin)


def regex_rate(text: str) -> float:
    """Return the characters a second of one pass of a compiled regular expression."""
    begin = time.process_time()
    sum(1 for _ in WORD_RE.finditer(text))
    return len(text) / (time.process_time() - begin)


def articles_rate(texts: list[str], length: int) -> float:
    """Return the characters a second over separate articles, as an archive has them."""
    documents = [a_document(text) for text in texts]
    total, begin = 0, time.process_time()
    while total < length:
        for document in documents:
            extract(document)
            total += len(document.text)
    return total / (time.process_time() - begin)


def peak_bytes(texts: list[str], rounds: int) -> int:
    """Return the peak of memory while the articles are read `rounds` times."""
    tracemalloc.start()
    for _ in range(rounds):
        for text in texts:
            extract(a_document(text))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def main() -> None:
    """Print the tables."""
    texts = samples()
    extract(a_document(texts[0]))
    print("one text, the sample articles repeated (chars/s should not fall)")
    for size in SIZES:
        print(f"  {size:>12,} characters {rate(texts, size):>12,.0f} chars/s")
    whole = rate(texts, WHOLE)
    print(f"  {WHOLE:>12,} characters {whole:>12,.0f} chars/s (goal {GOAL:,})")
    print(f"separate articles: {articles_rate(texts, 1_000_000):,.0f} chars/s")
    if SEED.is_file():
        seed_rate = rate([SEED.read_text(encoding="utf-8")], WHOLE)
        print(f"the seed article repeated to {WHOLE:,}: {seed_rate:,.0f} chars/s (goal {GOAL:,})")
    else:
        print(f"seed article: skipped, not at {SEED}")
    passes = regex_rate(repeated(texts, SIZES[-1]))
    print(f"one pass of a regular expression: {passes:,.0f} chars/s, ratio {passes / whole:.0f}")
    once, often = peak_bytes(texts, 1), peak_bytes(texts, 6)
    print(
        f"memory: peak {once / 1e6:.1f} MB over the articles once, {often / 1e6:.1f} MB six times"
    )


if __name__ == "__main__":
    main()
