"""Mail, feeds, tables, TimeML and ZIP archives give their articles one by one."""

import gzip
from pathlib import Path

import pytest
from office_files import docx, zipped

from timeline_app.annotation.document import Document
from timeline_app.errors import ReadingError
from timeline_app.reading import archive
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import count_articles, read_input, read_path

STORY = "The ministers met in Vienna on Friday and agreed to meet again."
MAIL = (
    "From: Ann Lee <ann@example.org>\r\nSubject: =?utf-8?q?Visite_=C3=A0_Vienne?=\r\n"
    "Date: Thu, 26 Nov 2015 14:05:00 +0100\r\n"
)


def read(content: bytes, name: str) -> tuple[list[Document], list[str]]:
    errors: list[ReadingError] = []
    file = InputFile(name=name, content=content)
    documents = list(read_input(file, on_error=errors.append))
    return documents, [str(error) for error in errors]


def test_a_message_gives_text_subject_sender_and_date() -> None:
    (document,), _ = read(f"{MAIL}\r\n{STORY}\r\n".encode(), "a.eml")
    assert document.text.strip() == STORY
    assert (document.title, document.author) == ("Visite à Vienne", "Ann Lee")
    assert document.dct is not None and document.dct.value == "2015-11-26T14:05"


def test_a_message_of_html_gives_its_text_and_loads_nothing() -> None:
    page = f"<p>{STORY}</p><img src='http://example.org/track.gif'><script>x</script>"
    content = f"{MAIL}Content-Type: text/html; charset=x-none\r\n\r\n{page}".encode()
    (document,), _ = read(content, "a.eml")
    assert document.text == STORY


def test_attachments_are_left_out() -> None:
    content = (
        f'{MAIL}Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nSecret\r\n"
        f"--b\r\nContent-Type: text/plain\r\n\r\n{STORY}\r\n--b--\r\n"
    )
    (document,), _ = read(content.encode(), "a.eml")
    assert document.text.strip() == STORY


def test_a_mailbox_gives_its_messages_and_tells_the_empty_ones() -> None:
    messages = [f"{MAIL}\r\n{STORY}", MAIL, f"{MAIL}\r\nFrom there they left."]
    box = "".join(f"From x@y Thu Nov 26 2015\r\n{m}\r\n\r\n" for m in messages)
    documents, errors = read(box.encode(), "a.mbox")
    assert [d.path for d in documents] == ["a.mbox#1", "a.mbox#3"]
    assert errors and errors[0].startswith("a.mbox#2:")
    assert count_articles(InputFile(name="a.mbox", content=box.encode())) == 3


def test_a_saved_page_gives_its_article() -> None:
    page = f"<html><body><article>{'<p>' + STORY + '</p>'}</article></body></html>" * 3
    content = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
        f'boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{page}\r\n--b--\r\n'
    )
    (document,), _ = read(content.encode(), "a.mhtml")
    assert STORY in document.text


def test_a_saved_page_is_of_the_address_that_its_browser_wrote_down() -> None:
    content = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/2015/11/26/a\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n'
        f"\r\n--b\r\nContent-Type: text/html\r\n\r\n<article>{f'<p>{STORY}</p>' * 4}\r\n--b--\r\n"
    )
    (document,), _ = read(content.encode(), "a.mhtml")
    assert document.url == "https://post.example/2015/11/26/a"
    assert document.dct is not None and document.dct.value == "2015-11-26"


def test_an_article_of_an_archive_without_a_title_is_called_by_its_first_words() -> None:
    (document,), _ = read(f'{{"text": "{STORY}"}}'.encode(), "a.jsonl")
    assert STORY.startswith(document.title.removesuffix(" …"))


RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>The Gazette</title>"
    f"<item><title>A visit</title><link>https://example.org/a</link><guid>g1</guid>"
    "<pubDate>Thu, 26 Nov 2015 14:05:00 GMT</pubDate><description>Short.</description>"
    f"<c:encoded><![CDATA[<p>{STORY}</p><p>Then they left.</p>]]></c:encoded></item>"
    "<item><title>Empty</title></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Gazette</title><entry>'
    '<title>A visit</title><link rel="self" href="https://example.org/self"/>'
    '<link href="https://example.org/a"/><id>g1</id><published>2015-11-26T14:05:00Z</published>'
    f'<content type="html">&lt;p&gt;{STORY}&lt;/p&gt;</content></entry></feed>'
)


@pytest.mark.parametrize(("content", "name"), [(RSS, "a.rss"), (ATOM, "a.atom"), (ATOM, "a.xml")])
def test_a_feed_gives_its_entries(content: str, name: str) -> None:
    documents, errors = read(content.encode(), name)
    assert len(documents) == 1
    document = documents[0]
    assert document.path == f"{name}#g1"
    assert document.text.startswith(f"A visit\n\n{STORY}")
    assert (document.title, document.outlet) == ("A visit", "The Gazette")
    assert document.url == "https://example.org/a"
    assert document.dct is not None and document.dct.value == "2015-11-26T14:05"
    assert len(errors) == content.count("Empty")


def test_a_table_finds_its_columns_by_name() -> None:
    rows = (
        "Headline;Body;Publish Date;Link;Publisher",
        f'A visit;"{STORY}\r\nThen";26.11.2015;;Post',
        ";;;",
        "B;;;;",
    )
    table = "\r\n".join(rows)
    documents, errors = read(table.encode(), "a.csv")
    (document,) = documents
    assert document.text == f"{STORY}\r\nThen"
    assert (document.title, document.outlet, document.url) == ("A visit", "Post", None)
    assert document.dct is not None and document.dct.value == "2015-11-26"
    assert len(errors) == 1 and errors[0].startswith("a.csv#4:")


def test_a_table_without_texts_is_refused_with_advice() -> None:
    with pytest.raises(ReadingError, match="Name it “text”"):
        read(b"name,age\nx,1\n", "a.csv")


def test_timeml_gives_its_plain_text_and_creation_time() -> None:
    content = (
        '<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" functionInDocument="CREATION_TIME" '
        'value="2015-11-26">November 26, 2015</TIMEX3></DCT><TITLE>A visit</TITLE><TEXT>They '
        '<EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1">Friday</TIMEX3>.</TEXT></TimeML>'
    )
    (document,), _ = read(content.encode(), "a.tml")
    assert document.text == "They met on Friday."
    assert document.title == "A visit"
    assert document.dct is not None and document.dct.value == "2015-11-26"


def web_archive(
    *pages: tuple[str, str, bytes], is_compressed: bool = False, headers: str = ""
) -> bytes:
    """Return a WARC 1.0 file (ISO 28500), each record compressed by itself."""
    records: list[bytes] = []
    for number, (url, kind, content) in enumerate(pages):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + content
        header = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2015-11-26T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}"
        )
        record = f"{header}\r\n\r\n".encode() + answer + b"\r\n\r\n"
        records.append(gzip.compress(record) if is_compressed else record)
    return b"".join(records)


@pytest.mark.parametrize("is_compressed", [True, False])
def test_a_web_archive_gives_its_pages(is_compressed: bool) -> None:
    page = f"<html><body><article>{f'<p>{STORY}</p>' * 5}</article></body></html>".encode()
    url = "https://www.theguardian.com/world/2015/nov/26/visit"
    content = web_archive(
        (url, "text/html; charset=utf-8", page),
        ("https://e.org/a.png", "image/png", b"\x89PNG"),
        ("https://e.org/empty", "text/html", b"<html></html>"),
        is_compressed=is_compressed,
    )
    (document,), errors = read(content, "a.warc.gz" if is_compressed else "a.warc")
    assert STORY in document.text
    assert document.url == url
    assert document.outlet == "The Guardian"
    assert document.dct is not None and document.dct.value == "2015-11-26"
    assert len(errors) == 1 and "https://e.org/empty" in errors[0]


def test_a_page_of_a_web_archive_is_decoded_as_its_server_said() -> None:
    page = f"<html><body><article>{'<p>Мост в городе закрыт, говорят власти.</p>' * 9}"
    content = web_archive(("https://e.org/a", "text/html; charset=koi8-r", page.encode("koi8-r")))
    (document,), _ = read(content, "a.warc")
    assert "Мост" in document.text


def test_a_page_of_a_web_archive_that_cannot_be_unpacked_is_told() -> None:
    page = ("https://e.org/a", "text/html", b"\x0b\x02\x80")
    documents, errors = read(web_archive(page, headers="Content-Encoding: br\r\n"), "a.warc")
    assert documents == []
    assert len(errors) == 1 and "https://e.org/a" in errors[0] and "“br”" in errors[0]


def test_a_damaged_web_archive_is_told_without_its_bytes() -> None:
    with pytest.raises(ReadingError) as caught:
        read(b"\x1f\x8b" + bytes(range(1, 250)) * 20, "a.warc.gz")
    assert "damaged" in str(caught.value) and "\\x" not in str(caught.value)
    assert str(caught.value).isprintable() and len(str(caught.value)) < 300


def test_binary_data_is_no_message() -> None:
    content = bytes(range(1, 255)) * 4
    with pytest.raises(ReadingError, match=r"binary data, not a message\. Give .* suffix"):
        read(content, "a.eml")
    begin = b"From ann@example.org Thu Nov 26 14:05:00 2015\nFrom: a@example.org\n\n"
    documents, errors = read(begin + content, "a.mbox")
    assert documents == [] and ["binary data" in error for error in errors] == [True]


def test_an_archive_gives_its_members_wherever_their_names_point(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(
        zipped(
            {
                "../../evil.txt": STORY,
                "b/c.docx": docx(STORY),
                "picture.png": b"\x89PNG",
                "empty.txt": "",
                "inner.zip": zipped({"d.txt": STORY}),
                "two.jsonl": '{"id": "x", "text": "One."}\n{"text": "Two."}\n',
            }
        )
    )
    errors: list[ReadingError] = []
    documents = list(read_path(path, on_error=errors.append))
    assert [d.path.removeprefix(f"{path}#") for d in documents] == [
        "../../evil.txt",
        "b/c.docx",
        "two.jsonl#x",
        "two.jsonl#2",
    ]
    assert len(errors) == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_a_bomb_of_an_archive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MAX_UNPACKED_BYTES", 1_000)
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": "x" * 100_000}))
    with pytest.raises(ReadingError, match="unpack to more"):
        next(read_path(path))


@pytest.mark.parametrize(
    ("content", "words"), [(b"PK broken", "damaged"), (zipped({"a.png": "x"}), "no article")]
)
def test_an_archive_of_no_use_is_told(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    with pytest.raises(ReadingError, match=words):
        next(read_path(path))
