"""Time expressions: characters a second, linearity, start-up, beside a regex and a peer.

The text is the sample articles, repeated. CPU time of one core; the best of three runs. The peer is
dateparser's `search_dates`, on the same text, where it is installed.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from timeline_app.annotation.document import DctCandidate, DctSource
from timeline_app.extraction.timex.tagger import tag_timexes

ROOT = Path(__file__).resolve().parents[1]
DCT = DctCandidate(value="2015-11-26", source=DctSource.ARGUMENT, evidence="")
SIZES = (250_000, 500_000, 1_000_000)
PEER_CHARS = 60_000
WORD_RE = re.compile(r"\b(?:January|Monday|\d{4}|\w+day|last|next|ago|\w+)\b")
OWN_TEXT = (
    "PARIS, Nov. 14 - The president said late on Tuesday that he would meet the prime minister in "
    "Moscow on Thursday, two weeks after the attacks of the night of Nov. 13. Talks are to resume "
    "on 25 January 2016. The town of 12,000 people had been calm since the spring of 2011.\n\n"
)


def sample_text(length: int) -> str:
    """Return `length` characters of the sample articles, or of our own where there are none."""
    paths = sorted((ROOT / "seeds").rglob("*.txt")) + sorted((ROOT / "seeds").rglob("*.md"))
    text = "\n\n".join(p.read_text(encoding="utf-8") for p in paths) or OWN_TEXT
    return (text * (length // len(text) + 1))[:length]


def seconds(run: Callable[[], object], *, times: int = 3) -> float:
    """Return the least CPU time of some runs."""
    best = float("inf")
    for _ in range(times):
        begin = time.process_time()
        run()
        best = min(best, time.process_time() - begin)
    return best


def start_up_s() -> float:
    """Return the CPU time that a fresh process spends on loading and compiling the rules."""
    code = (
        "import time\n"
        "from timeline_app.extraction.timex.tagger import tag_timexes\n"
        "begin = time.process_time()\n"
        f"tag_timexes({OWN_TEXT!r}, dct=None)\n"
        "print(time.process_time() - begin)"
    )
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(3)]
    return min(float(run.stdout) for run in runs)


def peer_rate(text: str) -> float | None:
    """Return dateparser's characters a second; None where it is not installed."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    search_dates(text[:500], languages=["en"])
    return len(text) / seconds(lambda: search_dates(text, languages=["en"]), times=1)


def main() -> None:
    """Print the table."""
    tag_timexes(sample_text(50_000), dct=DCT)
    print(f"{'characters':>12} {'seconds':>9} {'chars/s':>12} {'expressions':>12}")
    rate = 0.0
    for size in SIZES:
        text = sample_text(size)
        spent = seconds(partial(tag_timexes, text, dct=DCT))
        rate = size / spent
        print(f"{size:12,} {spent:9.3f} {rate:12,.0f} {len(tag_timexes(text, dct=DCT)):12,}")
    text = sample_text(SIZES[-1])
    regex_rate = len(text) / seconds(lambda: sum(1 for _ in WORD_RE.finditer(text)))
    print(f"one pass of a compiled regular expression: {regex_rate:,.0f} chars/s")
    print(f"  the tagger takes {regex_rate / rate:.1f} × its time")
    peer = peer_rate(sample_text(PEER_CHARS))
    if peer is None:
        print("dateparser is not installed: no comparison (make bench installs it)")
    else:
        print(f"dateparser search_dates: {peer:,.0f} chars/s, {rate / peer:.1f} × slower")
    print(f"start-up (load and compile the rules, tag one paragraph): {start_up_s() * 1000:.0f} ms")


if __name__ == "__main__":
    main()
