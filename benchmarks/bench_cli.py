"""Batch extraction by the command line: articles a second, two jobs against one, memory.

How much two jobs can gain is measured in the same run: two runs of one job each, side by side, work
without waiting for each other. Memory is the peak of all processes together (proportional set
size, Linux only), taken while an archive is read that is twice and four times as long: it must not
grow with the articles.
"""

import json
import os
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


def run(path: Path, jobs: int) -> tuple[float, float, float]:
    """Return the seconds that an extraction took, those of all cores, and the peak MB."""
    begin_s = time.perf_counter()
    process = started(path, jobs)
    peak_mb = computed_s = 0.0
    while process.poll() is None:
        members = family(process.pid)
        peak_mb = max(peak_mb, sum(map(proportional_mb, members)))
        computed_s = max(computed_s, sum(map(cpu_s, members)))
        time.sleep(SAMPLE_EVERY_S)
    return ended(process, begin_s), computed_s, peak_mb


def side_by_side_s(path: Path) -> float:
    """Return the seconds that two extractions of one job take together."""
    begin_s = time.perf_counter()
    both = [started(path, 1) for _ in range(2)]
    return max(ended(process, begin_s) for process in both)


def started(path: Path, jobs: int) -> subprocess.Popen[bytes]:
    """Begin an extraction."""
    return subprocess.Popen(
        [sys.executable, "-m", "timeline_app", "extract", "--jobs", str(jobs), str(path)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )


def ended(process: subprocess.Popen[bytes], begin_s: float) -> float:
    """Wait for an extraction; return the seconds since it began."""
    if process.wait():
        raise SystemExit("the extraction failed, so its speed says nothing")
    return time.perf_counter() - begin_s


def cpu_s(pid: int) -> float:
    """Return the seconds that a process has computed; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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
        print(f"{'articles':>9} {'jobs':>5} {'seconds':>8} {'CPU s':>7} {'a second':>9} {'MB':>5}")
        for count in COUNTS:
            alone_s, alone_cpu_s, peak_mb = run(archive(folder, count), 1)
            row(count, 1, alone_s, alone_cpu_s, peak_mb)
        both_s, both_cpu_s, peak_mb = run(archive(folder, COUNTS[-1]), 2)
        row(COUNTS[-1], 2, both_s, both_cpu_s, peak_mb)
        print(f"two jobs are {alone_s / both_s:.2f} × as fast as one (wanted: 1.7)")
        most = 2 * alone_s / side_by_side_s(archive(folder, COUNTS[-1]))
        print(f"two runs of one job side by side: {most:.2f} × (what these cores allow just now)")
        print(f"two jobs compute {both_cpu_s / alone_cpu_s:.2f} × as long as one in all")
    return 0


def row(count: int, jobs: int, seconds: float, computed_s: float, peak_mb: float) -> None:
    """Print one line of the table."""
    rate = count / seconds
    print(f"{count:>9} {jobs:>5} {seconds:>8.1f} {computed_s:>7.1f} {rate:>9.1f} {peak_mb:>5.0f}")


if __name__ == "__main__":
    sys.exit(main())
