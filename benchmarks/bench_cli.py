"""Batch extraction by the command line: articles a second, two jobs against one, memory.

Memory is the peak of all processes together (proportional set size, Linux only), taken while an
archive is read that is twice and four times as long: it must not grow with the articles.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COUNTS = (400, 800, 1600)
SAMPLE_EVERY_S = 0.05


def archive(folder: Path, count: int) -> Path:
    """Write an archive of `count` articles, made of the samples in turn."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "seeds").glob("2*.[tm]*"))]
    path = folder / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            row = {"text": texts[number % len(texts)], "published": "2015-12-01"}
            out.write(json.dumps(row) + "\n")
    return path


def run(path: Path, jobs: int) -> tuple[float, float]:
    """Return the seconds that an extraction took and the peak memory in MB."""
    begin_s = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline_app", "extract", "--jobs", str(jobs), str(path)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    peak_mb = 0.0
    while process.poll() is None:
        peak_mb = max(peak_mb, sum(map(proportional_mb, family(process.pid))))
        time.sleep(SAMPLE_EVERY_S)
    return time.perf_counter() - begin_s, peak_mb


def family(pid: int) -> list[int]:
    """Return a process and all below it (Linux; elsewhere only the process)."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return [pid]
    return [pid, *(member for child in text.split() for member in family(int(child)))]


def proportional_mb(pid: int) -> float:
    """Return a process's share of memory; 0 where the system does not tell."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        return 0.0
    return 0.0


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{'articles':>9} {'jobs':>5} {'seconds':>8} {'a second':>9} {'peak MB':>8}")
        for count in COUNTS:
            alone_s, peak_mb = run(archive(folder, count), 1)
            row(count, 1, alone_s, peak_mb)
        both_s, peak_mb = run(archive(folder, COUNTS[-1]), 2)
        row(COUNTS[-1], 2, both_s, peak_mb)
        print(f"two jobs are {alone_s / both_s:.2f} × as fast as one (wanted: 1.7)")
    return 0


def row(count: int, jobs: int, seconds: float, peak_mb: float) -> None:
    """Print one line of the table."""
    print(f"{count:>9} {jobs:>5} {seconds:>8.1f} {count / seconds:>9.1f} {peak_mb:>8.0f}")


if __name__ == "__main__":
    sys.exit(main())
