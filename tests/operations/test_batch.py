"""Many articles are read in order, and no bad one stops the others."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from batch_transforms import count_compiled, die_at_kill, fail_at_fail, path_of

from timeline_app.extraction.timex.pack import load_pack
from timeline_app.operations.batch import BatchOptions, extract_all
from timeline_app.operations.export.jsonl import jsonl_line
from timeline_app.operations.process_pool import map_in_order
from timeline_app.operations.progress import Cancel, Counter, Progress
from timeline_app.operations.sources import Failure


def articles(folder: Path, texts: Sequence[str]) -> list[Path]:
    paths = [folder / f"{number:02}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def names(outcomes: Sequence[str | Failure]) -> list[str]:
    """Return "07" for article 7, "!07" where it failed."""
    shown = (f"!{o.path}" if isinstance(o, Failure) else o for o in outcomes)
    return [f"{'!' if s.startswith('!') else ''}{Path(s).stem}" for s in shown]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_input(tmp_path: Path, jobs: int) -> None:
    texts = ["Long. " * (400 if n % 3 == 0 else 1) for n in range(12)]
    options = BatchOptions(jobs=jobs)
    outcomes = list(extract_all(articles(tmp_path, texts), transform=path_of, options=options))
    assert names(outcomes) == [f"{n:02}" for n in range(12)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_file_is_told_in_its_place_and_stops_nothing(tmp_path: Path, jobs: int) -> None:
    paths = articles(tmp_path, ["One.", "", "Three."])
    options = BatchOptions(jobs=jobs)
    outcomes = list(extract_all(paths, transform=path_of, options=options))
    assert names(outcomes) == ["00", "!01", "02"]
    assert isinstance(outcomes[1], Failure) and "empty" in outcomes[1].message


def test_an_error_of_ours_costs_only_its_article_and_leaves_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logs = tmp_path / "logs"
    monkeypatch.setattr("timeline_app.operations.batch.log_dir", lambda: logs)
    paths = articles(tmp_path, ["One.", "FAIL", "Three."])
    outcomes = list(extract_all(paths, transform=fail_at_fail, options=BatchOptions(jobs=1)))
    assert names(outcomes) == ["00", "!01", "02"]
    assert isinstance(outcomes[1], Failure) and "no such thing" in outcomes[1].message
    (report,) = logs.iterdir()
    assert str(report) in outcomes[1].message
    assert "fail_at_fail" in report.read_text()


def test_a_finder_that_the_working_process_lacks_is_told_without_a_crash(tmp_path: Path) -> None:
    options = BatchOptions(jobs=1, nlp="other:names")
    (outcome,) = extract_all(articles(tmp_path, ["One."]), transform=path_of, options=options)
    assert isinstance(outcome, Failure)
    assert "--nlp other:names" in outcome.message and "please report" not in outcome.message


def test_a_killed_process_costs_only_its_article(tmp_path: Path) -> None:
    texts = [("KILL" if n in (2, 5) else "Fine.") for n in range(9)]
    options = BatchOptions(jobs=2)
    outcomes = list(extract_all(articles(tmp_path, texts), transform=die_at_kill, options=options))
    assert names(outcomes) == ["00", "01", "!02", "03", "04", "!05", "06", "07", "08"]
    assert isinstance(outcomes[2], Failure) and "ended" in outcomes[2].message


def test_progress_counts_every_article_of_folders_and_archives(tmp_path: Path) -> None:
    articles(tmp_path, ["One.", ""])
    rows = [{"text": "Two."}, {"text": "Three."}]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    seen: list[Progress] = []
    options = BatchOptions(jobs=1)
    list(extract_all([tmp_path], transform=path_of, options=options, on_progress=seen.append))
    assert [(p.done, p.total) for p in seen] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_cancel_ends_the_stream(tmp_path: Path) -> None:
    cancel = Cancel()
    outcomes = extract_all(
        articles(tmp_path, ["One."] * 5),
        transform=path_of,
        options=BatchOptions(jobs=1),
        cancel=cancel,
    )
    next(outcomes)
    cancel.request()
    assert not list(outcomes)


def test_a_given_date_reaches_the_articles(tmp_path: Path) -> None:
    (line,) = extract_all(
        articles(tmp_path, ["They met on Tuesday."]),
        transform=jsonl_line,
        options=BatchOptions(dct="2015-11-26", jobs=1),
    )
    assert isinstance(line, str)
    assert json.loads(line)["document"]["published_from"] == "argument"


def test_only_a_window_of_work_is_taken_from_the_input() -> None:
    taken = 0

    def works() -> Iterator[int]:
        nonlocal taken
        for number in range(1_000):
            taken += 1
            yield number

    with closing(map_in_order(abs, works(), jobs=1, when_lost=abs)) as results:
        assert next(results) == 0
        assert taken <= 8


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
def test_a_worker_begins_with_the_rules_compiled() -> None:
    (count,) = map_in_order(count_compiled, [None], jobs=1, when_lost=count_compiled)
    assert count == len(load_pack("en").rules) > 0


def test_rate_and_time_left_follow_from_the_clock() -> None:
    moments = iter([0.0, 2.0, 4.0])
    seen: list[Progress] = []
    counter = Counter(seen.append, 8, clock=lambda: next(moments))
    counter.count()
    counter.count()
    assert [(p.rate_per_s, p.left_s) for p in seen] == [(0.5, 14.0), (0.5, 12.0)]
