"""Files that may be hostile are read in processes that end in time."""

import subprocess
import sys
from pathlib import Path

import pytest
from batch_transforms import path_of
from office_files import pdf

from timeline_app.operations.batch import BatchOptions, extract_all

ROOT = Path(__file__).resolve().parents[2]


def run(code: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, timeout=60
    ).returncode


def test_endless_work_ends_its_process() -> None:
    code = (
        "from timeline_app.operations.guard import guarded\n"
        "with guarded(limit_s=0.2):\n"
        "    while True: pass"
    )
    assert run(code) == 1


def test_work_in_time_goes_on() -> None:
    code = (
        "import time\nfrom timeline_app.operations.guard import guarded\n"
        "with guarded(limit_s=0.5): pass\n"
        "time.sleep(0.8)"
    )
    assert run(code) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_greedy_work_gets_an_error_it_can_report() -> None:
    code = (
        "from timeline_app.operations.guard import guarded\n"
        "try:\n"
        "    with guarded(limit_bytes=100_000_000): bytearray(1_000_000_000)\n"
        "except MemoryError:\n"
        "    assert bytearray(300_000_000)\n"
        "    raise SystemExit(7)"
    )
    assert run(code) == 7


def test_a_pdf_is_read_in_another_process_even_when_one_job_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("They met on Friday."))
    assert list(extract_all([path], transform=path_of, options=BatchOptions(jobs=1))) == [str(path)]
