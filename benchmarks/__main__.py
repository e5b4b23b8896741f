"""Run the measurements: `python -m benchmarks [NAME...]`, `python -m benchmarks quality`.

Each `bench_*.py` is a script that prints its own table; so is each `quality_*.py`. Each runs in a
process of its own, one after another, so that none measures another's memory or load.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def scripts(names: list[str]) -> list[Path]:
    """Return the scripts that the arguments name; all benchmarks without arguments."""
    if names == ["quality"]:
        return sorted(HERE.glob("quality_*.py"))
    every = sorted(HERE.glob("bench_*.py"))
    return [path for path in every if not names or path.stem.removeprefix("bench_") in names]


def main() -> int:
    """Run the scripts; return 1 where one of them failed."""
    failed = []
    for path in scripts(sys.argv[1:]):
        print(f"\n=== {path.stem} ===", flush=True)
        if subprocess.run(
            [sys.executable, "-m", f"benchmarks.{path.stem}"], cwd=HERE.parent, check=False
        ).returncode:
            failed.append(path.stem)
    if failed:
        print(f"\nfailed: {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
