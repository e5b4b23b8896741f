"""Whatever bytes a file holds: an article, or an error that names it; never anything else."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import docx, epub, pdf

from timeline_app.annotation.document import Document
from timeline_app.errors import ReadingError
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import known_suffixes, read_input

SUFFIXES = sorted(known_suffixes() | {"", ".xml", ".unknown"})
STORY = "The ministers met in Vienna on Friday and agreed to meet again."
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + f"<p>{STORY}</p>".encode() * 5
WHOLE = {
    ".warc": (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/\r\nWARC-Record-ID: <u>\r\n"
        b"WARC-Date: 2015-11-26T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(PAGE), PAGE)
    ),
    ".pdf": pdf(f"Title\n{STORY}", STORY, created="D:20151126120000"),
    ".docx": docx("Title", STORY, title="T", created="2015-11-26T00:00:00Z"),
    ".epub": epub({"a.xhtml": f"<p>{STORY}</p>"}, date="2015-11-26"),
    ".html": (
        b'<html><head><script type="application/ld+json">{"datePublished": "2015-11-26"}</script>'
        b'<meta property="og:title" content="T"></head><body><p class="byline">Nov 26, 2015</p>'
        b"<article>" + f"<p>{STORY}</p>".encode() * 5 + b"</article></body></html>"
    ),
    ".eml": f"From: a@b\nDate: Thu, 26 Nov 2015 14:05\nSubject: T\n\n{STORY}".encode(),
    ".mbox": f"From a@b Thu Nov 26 2015\nFrom: a@b\nSubject: T\n\n{STORY}\n".encode(),
    ".rss": f"<rss><channel><item><title>T</title><description>{STORY}</description></item>"
    "</channel></rss>".encode(),
    ".csv": f"title,text,date\nT,{STORY},2015-11-26\n".encode(),
    ".tml": f"<TimeML><TEXT>{STORY}</TEXT></TimeML>".encode(),
    ".jsonl": b'{"text": "They met.", "published": "2015-11-26", "id": 1, "url": "http://x"}\n',
    ".md": f"---\ntitle: T\ndate: 2015-11-26\n---\n# T\n\n{STORY}\nURL: http://x.org/a".encode(),
}


def documents(content: bytes, suffix: str) -> list[Document]:
    """Return what is read; anything but a ReadingError that names the file fails the test."""
    file = InputFile(name=f"input{suffix}", content=content)
    errors: list[ReadingError] = []
    try:
        found = list(read_input(file, on_error=errors.append))
    except ReadingError as error:
        errors.append(error)
        found = []
    assert found or errors
    assert all(str(error).startswith("input") for error in errors)
    return found


def check(content: bytes, suffix: str) -> None:
    for document in documents(content, suffix):
        document.text.encode("utf-8")
        document.title.encode("utf-8")
        for span in document.dateline_spans:
            assert 0 <= span.begin < span.end <= len(document.text)


@given(st.binary(max_size=300), st.sampled_from(SUFFIXES))
@settings(max_examples=300, deadline=None)
def test_random_bytes(content: bytes, suffix: str) -> None:
    check(content, suffix)


@given(st.text(max_size=200), st.sampled_from(SUFFIXES))
@settings(max_examples=200, deadline=None)
def test_random_text(text: str, suffix: str) -> None:
    check(text.encode("utf-8", "replace"), suffix)


@pytest.mark.parametrize("suffix", sorted(WHOLE))
def test_damaged_files(suffix: str) -> None:
    whole = WHOLE[suffix]
    assert documents(whole, suffix)
    chance = random.Random(7)
    for _ in range(40):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        check(bytes(content[: chance.randint(len(content) // 2, len(content))]), suffix)


@pytest.mark.parametrize(
    "text",
    [
        "Published " * 20_000,
        "1 " * 50_000,
        "26 November " * 20_000,
        "By " * 50_000,
        "http://" * 20_000,
        "-" * 200_000,
        ("A" * 100 + " ") * 2_000,
        "\n".join(["Nov. 26 2015"] * 20_000),
        "=\n" * 100_000,
        "(" * 100_000,
        " " * 200_000 + "x",
    ],
    ids=lambda text: text[:12].strip() or "spaces",
)
def test_monotonous_texts_are_read_in_no_time(text: str) -> None:
    for suffix in (".txt", ".md"):
        check(text.encode(), suffix)
