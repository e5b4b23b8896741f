"""`extract` keeps the contract: formats, streams, exit status, pipes."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import pytest

from timeline_app.cli.main import run
from timeline_app.cli.output import Output

ROOT = Path(__file__).resolve().parents[2]
STORY = "President Hollande met President Putin in Moscow on Thursday."
ARTICLE = f"# Talks\n\nNovember 26, 2015\n\n{STORY}\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "talks.md"
    path.write_bytes(ARTICLE.encode())
    return path


def start(*arguments: str, stdin: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "timeline_app", *arguments],
        input=stdin,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )


def test_json_lines_go_into_a_pipe(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(article)]) == 0
    captured = capsys.readouterr()
    (line,) = captured.out.splitlines()
    row = json.loads(line)
    assert row["document"]["path"] == str(article)
    assert row["document"]["text"] == ARTICLE
    assert row["document"]["published"] == "2015-11-26"
    for event in row["events"]:
        trigger = event["trigger"]
        assert ARTICLE[trigger["begin"] : trigger["end"]] == trigger["text"]
    for timex in row["timexes"]:
        assert ARTICLE[timex["begin"] : timex["end"]] == timex["text"]
    assert captured.err == ""


def test_unreadable_inputs_are_named_and_the_rest_is_written(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, binary = article.with_name("empty.txt"), article.with_name("picture.txt")
    empty.write_bytes(b"")
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\0")
    missing = article.with_name("none.txt")
    status = run(["extract", str(empty), str(article), str(binary), str(missing)])
    captured = capsys.readouterr()
    assert status == 1
    assert len(captured.out.splitlines()) == 1
    assert all(path.name in captured.err for path in (empty, binary, missing))


def test_an_archive_is_read_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        {"id": "one", "text": "They met on Tuesday.", "published": "2015-11-26"},
        {"text": "They met on Tuesday."},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n{broken\n")
    assert run(["extract", "--jobs", "1", str(path)]) == 1
    captured = capsys.readouterr()
    documents = [json.loads(line)["document"] for line in captured.out.splitlines()]
    assert [d["path"] for d in documents] == [f"{path}#one", f"{path}#2"]
    assert [d["published"] for d in documents] == ["2015-11-26", None]
    assert f"{path}#3" in captured.err


@pytest.mark.parametrize(
    ("options", "published", "source"),
    [
        ([], "2015-11-26", "byline"),
        (["--dct", "2020-01-01"], "2015-11-26", "byline"),
        (["--dct", "2020-01-01", "--force-dct"], "2020-01-01", "argument"),
    ],
)
def test_a_given_date_overrides_a_stated_one_only_by_force(
    article: Path,
    options: list[str],
    published: str,
    source: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["extract", *options, str(article)])
    document = json.loads(capsys.readouterr().out)["document"]
    assert (document["published"], document["published_from"]) == (published, source)


def test_standard_input_is_an_article() -> None:
    done = start("extract", "--dct", "2015-11-26", "-", stdin="Они met on Tuesday.".encode())
    assert done.returncode == 0
    document = json.loads(done.stdout)["document"]
    assert (document["path"], document["text"]) == ("-", "Они met on Tuesday.")
    assert document["published_from"] == "argument"


def test_an_output_file_appears_whole(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert run(["extract", "--format", "json", "-o", str(target), str(article)]) == 0
    assert len(json.loads(target.read_text())) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "talks.md"]


def test_an_output_that_cannot_be_written_is_told(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = article / "out.json"
    assert run(["extract", "-o", str(target), str(article)]) == 1
    assert "out.json" in capsys.readouterr().err


def test_csv_has_a_header_even_without_events(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nothing.")
    assert run(["extract", "--format", "csv", str(path)]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 1 and rows[0][0] == "path"


def test_json_of_nothing_readable_is_an_empty_array(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", "--format", "json", str(tmp_path / "none.txt")]) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_timeml_marks_events_and_links_them_to_their_time(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", str(article)]) == 0
    (dated, *_) = [e for e in json.loads(capsys.readouterr().out)["events"] if e["timex"]]
    assert run(["extract", "--format", "timeml", str(article)]) == 0
    root = ElementTree.fromstring(capsys.readouterr().out)
    text = root.find("TEXT")
    assert text is not None and "".join(text.itertext()) == ARTICLE
    event = next(e for e in text.iter("EVENT") if e.get("eid") == dated["id"])
    assert event.text == dated["trigger"]["text"]
    instance = next(i for i in root.iter("MAKEINSTANCE") if i.get("eventID") == dated["id"])
    link = next(k for k in root.iter("TLINK") if k.get("eventInstanceID") == instance.get("eiid"))
    assert link.get("relatedToTime") == dated["timex"]


def test_a_table_shows_date_status_and_source(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", "--format", "table", str(article)]) == 0
    out = capsys.readouterr().out
    assert "Talks · 2015-11-26 (from its byline)" in out
    assert "2015-11-26  MEETING" in out


def test_a_table_is_proof_against_text_that_steers_terminals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Evil \x1b[2J title\n\nPutin met Obama on \x1b]0;x\x07 Tuesday [red]here[/red].\n"
    )
    run(["extract", "--format", "table", str(path)])
    assert "\x1b" not in capsys.readouterr().out


def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    line = json.dumps({"text": "Putin met Obama on Tuesday. " * 20})
    path = tmp_path / "a.jsonl"
    path.write_text((line + "\n") * 400)
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline_app", "extract", "--jobs", "1", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.readline().startswith(b'{"schema": 1')
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


def test_output_is_utf_8_whatever_the_locale(article: Path) -> None:
    article.write_text("“Hollande” met Putin — in Москва.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "timeline_app", "extract", str(article)],
        cwd=ROOT,
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Москва" in json.loads(done.stdout.decode("utf-8"))["document"]["text"]


def test_an_interrupted_extraction_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path, target = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    path.write_text("".join(json.dumps({"text": f"Number {n}."}) + "\n" for n in range(5)))
    command = ["extract", "--jobs", "1", "-o", str(target), "--resume", str(path)]
    assert run(command) == 0
    whole = target.read_bytes()
    lines = whole.splitlines(keepends=True)
    target.write_bytes(b"".join(lines[:2]) + lines[2][:40])
    assert run(command) == 0
    assert target.read_bytes() == whole


def test_what_an_interrupt_leaves_is_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts.write_text("".join(json.dumps({"text": f"{STORY} {n}"}) + "\n" for n in range(3)))
    target.write_text("an earlier result")
    write = Output.write
    written: list[str] = []

    def stopped(self: Output, text: str) -> None:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(text)
        write(self, text)

    monkeypatch.setattr(Output, "write", stopped)
    command = ["extract", "--jobs", "1", "-o", str(target), str(texts)]
    assert run(command) == 130
    assert "--resume" in capsys.readouterr().err
    assert target.read_text() == "an earlier result"
    monkeypatch.setattr(Output, "write", write)
    assert run([*command, "--resume"]) == 0
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [row["document"]["path"][-2:] for row in rows] == ["#1", "#2", "#3"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_an_interrupt_leaves_no_half_of_another_format(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_self: Output, _text: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Output, "write", stopped)
    command = ["extract", "--format", "csv", "-o", str(tmp_path / "out.csv"), str(article)]
    assert run(command) == 130
    assert [p.name for p in tmp_path.iterdir()] == [article.name]


def test_a_folder_without_articles_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    assert run(["extract", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert captured.out == "" and "no article was found" in captured.err


def test_only_an_output_of_extract_is_gone_on_with(
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "notes.txt"
    target.write_text("my notes\n")
    assert run(["extract", "-o", str(target), "--resume", str(article)]) == 1
    assert "notes.txt" in capsys.readouterr().err
    assert target.read_text() == "my notes\n"
    assert run(["extract", "--resume", str(article)]) == 2


def test_an_address_that_leads_nowhere_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", "http://127.0.0.1:9/article"]) == 1
    captured = capsys.readouterr()
    assert "http://127.0.0.1:9/article: " in captured.err
    assert "private network" in captured.err
    assert captured.out == ""


def test_a_private_network_is_asked_only_where_it_is_allowed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    address = "http://127.0.0.1:9/article"  # nobody answers there
    assert run(["extract", address]) == 1
    told = capsys.readouterr().err
    assert "private network" in told and "--private-network" in told
    assert run(["extract", address, "--private-network"]) == 1
    assert "could not be fetched" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_what_another_command_writes_into_a_pipe_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "talks.md"
    os.mkfifo(pipe)
    long = f"{ARTICLE}\n{'They met again on Friday. ' * 1_000}"  # more than a pipe holds at once
    writer = Thread(target=pipe.write_text, args=(long,))
    writer.start()
    assert run(["extract", str(pipe)]) == 0
    writer.join()
    row = json.loads(capsys.readouterr().out)
    assert row["document"]["text"] == long and row["document"]["path"] == str(pipe)


@pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux limits it")
def test_a_pipe_that_never_ends_is_refused() -> None:
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (3 * 2**30, 3 * 2**30));"
        "from timeline_app.cli.main import run; sys.exit(run(['extract', '-']))"
    )
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-c", code], stdin=endless, cwd=ROOT, capture_output=True, check=False
        )
    assert done.returncode == 1
    assert b"larger than" in done.stderr
