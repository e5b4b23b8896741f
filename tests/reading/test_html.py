"""Saved pages give the article's text and what the page says of itself."""

import pytest

from timeline_app.annotation.document import DctSource, Document
from timeline_app.errors import ReadingError
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import read_input

STORY = "".join(
    f"<p>On Tuesday the ministers of country {n} spoke about the border, and agreed to meet again "
    "in the capital before the end of the month, a spokesman said.</p>"
    for n in range(6)
)


def read(head: str = "", body: str = "", *, attributes: str = "") -> Document:
    page = (
        f"<!DOCTYPE html><html {attributes}><head>{head}</head><body><nav>Home News</nav>"
        f"<article>{body}{STORY}</article><footer>All rights reserved</footer></body></html>"
    )
    return next(read_input(InputFile(name="page.html", content=page.encode())))


def test_the_text_is_the_articles_alone() -> None:
    text = read().text
    assert "agreed to meet again" in text
    assert "Home News" not in text and "All rights reserved" not in text


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2015-11-26T08:00:00+03:00">', ""),
        ('<meta name="date" content="26 November 2015">', ""),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, '
            '{"@type": "NewsArticle", "datePublished": "2015-11-26"}]}</script>',
            "",
        ),
        ("", '<time datetime="2015-11-26T10:00">Thursday</time>'),
        ("", '<time pubdate datetime="2015-11-26">Thu</time><time datetime="2019-01-01">x</time>'),
    ],
)
def test_metadata_date_the_article(head: str, body: str) -> None:
    document = read(head, body)
    assert document.dct is not None
    assert document.dct.value.startswith("2015-11-26")
    assert document.dct.source is DctSource.METADATA


def test_a_byline_that_the_page_marks_is_kept_as_rival() -> None:
    document = read(
        '<link rel="canonical" href="https://example.org/2015/12/19/map">',
        '<p class="byline">By Ann Lee, December 18, 2015</p>',
    )
    assert document.dct is not None
    assert (document.dct.value, document.dct.source) == ("2015-12-19", DctSource.URL)
    assert [(r.value, r.source) for r in document.rival_dcts] == [("2015-12-18", DctSource.BYLINE)]


def test_title_outlet_author_and_address_come_from_the_page() -> None:
    document = read(
        '<meta property="og:title" content="A visit"><meta property="og:site_name" content="Post">'
        '<meta name="author" content="Ann Lee"><meta property="og:url" content="https://e.org/a">',
        attributes='lang="en-GB"',
    )
    assert (document.title, document.outlet) == ("A visit", "Post")
    assert (document.author, document.url) == ("Ann Lee", "https://e.org/a")
    assert document.language == "en"


def test_publisher_and_authors_come_from_linked_data() -> None:
    document = read(
        '<script type="application/ld+json">{"headline": "A visit", "datePublished": "2015-11-26",'
        '"author": [{"name": "Ann Lee"}, {"name": "Bo Ek"}], '
        '"publisher": {"name": "Post"}}</script>'
    )
    assert (document.title, document.outlet) == ("A visit", "Post")
    assert document.author == "Ann Lee, Bo Ek"


def test_an_old_charset_is_followed() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{"Встреча в Москве. " * 40}'
    content = page.encode("windows-1251")
    (document,) = read_input(InputFile(name="a.html", content=content))
    assert "Встреча в Москве" in document.text


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body></body></html>",
        b"<html>" + b"<div>" * 50_000,
        b"<script>while(1);</script>",
        b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>",
    ],
)
def test_a_page_without_an_article_is_refused(content: bytes) -> None:
    with pytest.raises(ReadingError, match="no article text"):
        next(read_input(InputFile(name="a.html", content=content)))
