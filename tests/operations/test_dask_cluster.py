"""The same extraction runs on a real Dask cluster."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from office_files import docx

ROOT = Path(__file__).resolve().parents[2]
needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="pip install 'timeline-app[dask]'"
)
CLUSTER = """
import sys
from distributed import LocalCluster
from timeline_app.cli.main import run

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        status = run(["extract", "--dask", cluster.scheduler_address, *sys.argv[1:]])
    sys.exit(status)
"""


@needs_dask
def test_two_workers_give_the_same_output_as_this_machine(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("Hollande met Putin on Tuesday.")
    (news / "b.docx").write_bytes(docx("Hollande met Obama on Friday."))
    (news / "c.txt").write_text("")
    rows = [{"text": f"They met on {day}."} for day in ("Monday", "Sunday")]
    (news / "d.jsonl").write_text("\n".join(map(json.dumps, rows)))
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    done = subprocess.run(
        [sys.executable, str(script), str(news)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        check=False,
        timeout=120,
    )
    plain = subprocess.run(
        [sys.executable, "-m", "timeline_app", "extract", "--jobs", "1", str(news)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == plain.returncode == 1, done.stderr.decode()
    assert done.stdout == plain.stdout
    assert len(done.stdout.splitlines()) == 4
    assert b"c.txt: the file is empty" in done.stderr


@needs_dask
def test_a_scheduler_that_does_not_answer_is_told() -> None:
    code = (
        "from timeline_app.operations.dask_cluster import map_on_cluster\n"
        "from timeline_app.errors import TimelineError\n"
        "try:\n"
        "    address = 'tcp://127.0.0.1:9'\n"
        "    list(map_on_cluster(abs, [1], address=address, connect_s=0.5, when_lost=abs))\n"
        "except TimelineError:\n"
        "    raise SystemExit(7)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 7
