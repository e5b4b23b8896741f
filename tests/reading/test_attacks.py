"""Files made to harm: each is refused by name, or read without doing what it asks."""

import gzip
import resource
import socket
import sys
import zlib
from pathlib import Path

import pytest
from batch_transforms import path_of
from office_files import docx, epub, zipped

from timeline_app.errors import ReadingError
from timeline_app.operations.batch import BatchOptions, extract_all
from timeline_app.operations.sources import Failure
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import known_suffixes, read_input, read_path

STORY = "The ministers met in Vienna on Friday and agreed to meet again."
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/hostname">]>'
REMOTE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a11 SYSTEM "http://127.0.0.1:9/x">]>'
XML = {
    "feed.rss": "<rss><channel><item><title>T</title><description>&a11;</description></item>"
    "</channel></rss>",
    "page.tml": "<TimeML><TEXT>&a11;</TEXT></TimeML>",
}


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("prologue", [BOMB, OUTSIDE, REMOTE], ids=["bomb", "file", "web"])
@pytest.mark.parametrize("name", sorted(XML))
def test_xml_with_entities_of_its_own_is_refused(prologue: str, name: str) -> None:
    file = InputFile(name=name, content=(prologue + XML[name]).encode())
    with pytest.raises(ReadingError, match=name.replace(".", r"\.")):
        list(read_input(file))


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("prologue", [BOMB, OUTSIDE, REMOTE], ids=["bomb", "file", "web"])
def test_xml_inside_documents_is_refused_alike(prologue: str) -> None:
    word = zipped({"word/document.xml": f"{prologue}<w><p><t>&a11;</t></p></w>"})
    book = zipped({"META-INF/container.xml": f"{prologue}<c><rootfile full-path='&a11;'/></c>"})
    for name, content in (("a.docx", word), ("a.epub", book)):
        with pytest.raises(ReadingError, match=f"{name}: "):
            list(read_input(InputFile(name=name, content=content)))


PAGE = f"""<html><head><title>T</title><base href="http://evil.example/">
<link rel="stylesheet" href="http://evil.example/a.css"><script src="http://evil.example/a.js">
</script><meta http-equiv="refresh" content="0; url=http://evil.example/"></head>
<body onload="alert(1)"><article><h1>A visit</h1><script>document.write("WRITTEN")</script>
<style>p::before {{content: "STYLED"}}</style><img src="http://evil.example/a.png" alt="">
<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+" onerror="alert(2)">
<iframe src="http://evil.example/frame">FRAMED</iframe><object data="http://evil.example/o">
</object>{f"<p>{STORY}</p>" * 5}</article></body></html>"""


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("name", ["a.html", "a.eml", "a.mhtml", "a.epub"])
def test_pages_load_and_run_nothing(name: str) -> None:
    head = "From: a@b.example\r\nSubject: T\r\nContent-Type: text/html\r\n\r\n"
    content = {
        "a.html": PAGE.encode(),
        "a.eml": (head + PAGE).encode(),
        "a.mhtml": (head + PAGE).encode(),
        "a.epub": epub({"a.xhtml": PAGE}),
    }[name]
    (document,) = read_input(InputFile(name=name, content=content))
    assert STORY in document.text
    for word in ("WRITTEN", "STYLED", "alert", "evil.example", "base64", "<p>"):
        assert word not in document.text


def pdf_of(stream: bytes, filters: bytes) -> bytes:
    """Return a PDF of one page with this content."""
    head = b"<< /Length %d /Filter %s >>\nstream\n" % (len(stream), filters)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        head + stream + b"\nendstream",
    )
    out, places = b"%PDF-1.7\n", list[int]()
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    trailer = b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + trailer


def zeros(count_mb: int) -> bytes:
    pressed = zlib.compressobj(9)
    block = b"\0" * 1_000_000
    return b"".join(pressed.compress(block) for _ in range(count_mb)) + pressed.flush()


def test_a_pdf_that_unpacks_without_end_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    bomb, good = tmp_path / "bomb.pdf", tmp_path / "good.txt"
    stream = zlib.compress(zeros(200), 9)
    bomb.write_bytes(pdf_of(stream, b"[/FlateDecode /FlateDecode]"))
    good.write_text(STORY)
    first, second = extract_all([bomb, good], transform=path_of, options=BatchOptions(jobs=1))
    assert isinstance(first, Failure) and "bomb.pdf: " in first.message
    assert second == str(good)


def test_a_pdf_whose_pages_hold_each_other_is_refused() -> None:
    content = pdf_of(b"", b"[]").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    with pytest.raises(ReadingError, match=r"a\.pdf: "):
        list(read_input(InputFile(name="a.pdf", content=content)))


def test_a_bomb_in_a_zip_is_unpacked_no_further_than_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"bomb.txt": b"a " * 50_000_000, "good.txt": STORY}))
    assert path.stat().st_size < 1_000_000
    errors: list[ReadingError] = []
    (document,) = read_path(path, on_error=errors.append)
    assert document.text == STORY
    assert "larger than" in str(errors[0])


@pytest.mark.skipif(sys.platform != "linux", reason="file sizes and memory as Linux counts them")
@pytest.mark.parametrize("suffix", sorted(known_suffixes() | {".unknown"}))
def test_two_hundred_megabytes_cost_neither_time_nor_memory(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"huge{suffix}"
    with path.open("wb") as file:
        file.write(b"a" * 100)
        file.truncate(200 * 1024 * 1024)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    errors: list[ReadingError] = []
    with pytest.raises(ReadingError, match="huge"):
        list(read_path(path, on_error=errors.append))
        raise errors[0]
    grown_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown_kb < 400 * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize(
    "name", [b"a\nb.txt", "a\u202etxt.exe.txt".encode(), b"caf\xe9.txt", b"-o.txt", b"$(id).txt"]
)
def test_names_that_deceive_are_read_and_shown_on_one_honest_line(
    tmp_path: Path, name: bytes
) -> None:
    path = Path(str(tmp_path)) / name.decode("utf-8", "surrogateescape")
    path.write_text(STORY)
    (document,) = read_path(path)
    shown = document.path.rpartition("/")[2]
    assert shown.isprintable() and shown.encode("utf-8")
    assert document.text == STORY
    assert "\u202e" not in document.title


def test_a_word_document_of_nothing_but_depth_is_refused_or_read() -> None:
    deep = f"{'<w:p>' * 5_000}<w:r><w:t>x</w:t></w:r>{'</w:p>' * 5_000}"
    with pytest.raises(ReadingError, match=r"a\.docx: "):
        list(read_input(InputFile(name="a.docx", content=docx(body=deep))))


@pytest.mark.parametrize("line", [b"a" * 200_000, b"A: b\r\n" * 300_000], ids=["line", "lines"])
def test_a_web_archive_whose_headers_never_end_is_refused(line: bytes) -> None:
    for content in (b"WARC/1.0\r\n" + line, gzip.compress(b"WARC/1.0\r\n" + line)):
        with pytest.raises(ReadingError, match=r"a\.warc\.gz: "):
            list(read_input(InputFile(name="a.warc.gz", content=content)))


def test_a_feed_whose_entries_never_end_is_cut_off_by_size() -> None:
    entry = f"<item><title>T</title><description>{STORY}</description></item>"
    content = f"<rss><channel>{entry * 600_000}".encode()
    with pytest.raises(ReadingError, match="larger than"):
        list(read_input(InputFile(name="a.rss", content=content)))
