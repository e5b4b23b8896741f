"""Archives are read in a process of their own, and one that hangs or grows is named."""

import gzip
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_transforms import path_of
from office_files import zipped

from timeline_app.annotation.document import Document
from timeline_app.operations import articles, sources
from timeline_app.operations.articles import ReadingOptions, articles_of_archive
from timeline_app.operations.batch import BatchOptions, extract_all
from timeline_app.operations.sources import Failure, sources_of
from timeline_app.reading.input_file import InputFile

STORY = "The ministers met in Vienna on Friday and agreed to meet again."
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + f"<p>{STORY}</p>".encode() * 5
RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/a\r\nWARC-Record-ID: <urn:a>\r\n"
    b"WARC-Date: 2015-11-26T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(PAGE), PAGE)
)
MAIL = f"From: a@b\nDate: Thu, 26 Nov 2015 14:05:00 +0000\nSubject: T\n\n{STORY}\n"
ITEM = f"<item><title>T</title><description>{STORY}</description></item>"
RIS = f"TY  - NEWS\nTI  - T\nAB  - {STORY}\nER  - \n"
FILES = {
    "a.warc.gz": gzip.compress(RECORD),
    "a.mbox": f"From a@b Thu Nov 26 14:05:00 2015\n{MAIL}".encode(),
    "a.rss": f"<rss><channel>{ITEM}</channel></rss>".encode(),
    "a.csv": f"title,text\nT,{STORY}\n".encode(),
    "a.zip": zipped({"a.jsonl": json.dumps({"text": STORY}), "b.txt": STORY}),
    "a.ris": RIS.encode(),
    "a.eml": MAIL.encode(),
    "a.mhtml": f"Content-Type: text/html\n\n<html><body>{f'<p>{STORY}</p>' * 5}</html>".encode(),
    "a.tml": f"<TimeML><TEXT>{STORY}</TEXT></TimeML>".encode(),
    "large.jsonl": (json.dumps({"text": STORY, "rest": "a" * 5_000_000}) + "\n").encode(),
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_containers_are_never_read_in_this_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Other processes start afresh, so they know nothing of what is forbidden in this one."""

    def refuse(*_args: object, **_named: object) -> Iterator[Document]:
        raise AssertionError("read in this process")

    if name != "a.ris":  # an abstract in it is plain text
        monkeypatch.setattr(articles, "read_input", refuse)
    monkeypatch.setattr(sources, "expanded", refuse)
    path = tmp_path / name
    path.write_bytes(FILES[name])
    outcomes = list(extract_all([path], transform=path_of, options=BatchOptions(jobs=1)))
    assert outcomes and all(isinstance(o, str) and o.startswith(str(path)) for o in outcomes)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_feed_that_never_ends_is_given_up_and_named(tmp_path: Path) -> None:
    path = tmp_path / "endless.rss"
    os.mkfifo(path)
    held_open = os.open(path, os.O_RDWR)
    try:
        os.write(held_open, b"<rss><channel>" + ITEM.encode())
        (outcome,) = articles_of_archive(InputFile.of_path(path), ReadingOptions(limit_s=1.0))
    finally:
        os.close(held_open)
    assert isinstance(outcome, Failure)
    assert outcome.message.startswith(f"{path}: ") and "it took too long" in outcome.message


def test_what_stands_before_a_damage_is_read_and_the_damage_told(tmp_path: Path) -> None:
    path, good = tmp_path / "a.warc", tmp_path / "b.txt"
    path.write_bytes(RECORD * 2 + b"WARC/1.0\r\n" + b"A: b\r\n" * 20_000)
    good.write_text(STORY)
    outcomes = list(extract_all([path, good], transform=path_of, options=BatchOptions(jobs=1)))
    assert [isinstance(outcome, Failure) for outcome in outcomes] == [False, False, True, False]
    assert isinstance(outcomes[2], Failure) and "never end" in outcomes[2].message


def test_a_folder_of_plain_articles_is_listed_without_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    monkeypatch.delattr(sources, "stream_apart")
    (found,) = sources_of([tmp_path])
    assert isinstance(found, InputFile) and found.path == tmp_path / "a.txt"
