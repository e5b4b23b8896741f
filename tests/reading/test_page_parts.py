"""A page of several articles gives each of them, with its own title, date, address and text."""

import json
import time

import pytest

from timeline_app.annotation.document import Document
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import read_input
from timeline_app.storage.near_copy import is_same_address

BRIDGE = "<p>The new bridge over the Lune was opened on Friday by the minister. " + (
    "She said that its building had taken three years longer than had been planned. " * 8
)
MAYOR = "<p>The mayor of Lunefield resigned on Sunday after a vote of no confidence. " + (
    "He had promised to build two schools and a hospital, none of which was begun. " * 8
)


def article(title: str, text: str, *, day: str = "", link: str = "", identity: str = "") -> str:
    heading = f'<a href="{link}">{title}</a>' if link else title
    time = f'<time datetime="{day}">{day}</time>' if day else ""
    return f'<article id="{identity}"><h2>{heading}</h2>{time}{text}</article>'


def read(body: str, head: str = "", url: str | None = None) -> list[Document]:
    page = f'<html lang="en"><head><title>This week</title>{head}</head><body>{body}</body></html>'
    return list(read_input(InputFile(name="week.html", content=page.encode(), url=url)))


BOTH = article("Bridge opens", BRIDGE, day="2019-05-04", link="/bridge") + article(
    "Mayor resigns", MAYOR, day="2019-05-06", identity="mayor"
)


def test_each_article_has_its_own_title_date_address_and_text() -> None:
    bridge, mayor = read(f"<main>{BOTH}</main>", url="https://valley.example/week")
    assert (bridge.path, mayor.path) == ("week.html#1", "week.html#2")
    assert (bridge.title, mayor.title) == ("Bridge opens", "Mayor resigns")
    assert [d.dct.value for d in (bridge, mayor) if d.dct] == ["2019-05-04", "2019-05-06"]
    assert bridge.url == "https://valley.example/bridge"
    assert mayor.url == "https://valley.example/week#mayor"
    assert "bridge" in bridge.text and "mayor" not in bridge.text
    assert "mayor" in mayor.text and "bridge" not in mayor.text
    assert bridge.sha256 != mayor.sha256
    assert any("1 of 2 articles on one page" in note for note in bridge.notes)


def test_linked_data_dates_the_article_that_it_names() -> None:
    nodes = [
        {"@type": "NewsArticle", "headline": "Mayor resigns", "datePublished": "2019-05-06"},
        {"@type": "NewsArticle", "headline": "Bridge opens", "datePublished": "2019-05-04"},
    ]
    head = f'<script type="application/ld+json">{json.dumps(nodes)}</script>'
    body = article("Bridge opens", BRIDGE) + article("Mayor resigns", MAYOR)
    assert [(d.title, d.dct and d.dct.value) for d in read(body, head)] == [
        ("Bridge opens", "2019-05-04"),
        ("Mayor resigns", "2019-05-06"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        article("Bridge opens", BRIDGE, day="2019-05-04") + article("Mayor resigns", MAYOR),
        f"<h1>This week</h1><div>{BOTH}<p>{'All this was told in one week. ' * 30}</p></div>",
    ],
    ids=["one without a date", "much text beside them"],
)
def test_what_would_lose_text_or_a_date_stays_one_article_and_says_so(body: str) -> None:
    (document,) = read(body)
    assert document.path == "week.html"
    assert "bridge" in document.text and "mayor" in document.text
    assert any("2 articles stand on this page" in note for note in document.notes)


def test_control_characters_do_not_hinder() -> None:
    body = BOTH.replace("Mayor", "May\x02or").replace("/bridge", "/b\x03ridge")
    content = f'<html lang="\x01en"><body>{body}</body></html>'.encode()
    documents = list(read_input(InputFile(name="a.html", content=content, url="https://e.org/a")))
    assert [d.dct and d.dct.value for d in documents] == ["2019-05-04", "2019-05-06"]


def test_linked_data_that_ends_its_script_stays_data() -> None:
    node = {
        "@type": "NewsArticle", "headline": "Bridge opens", "datePublished": "2019-05-04",
        "description": "</script><h1>Not a heading</h1><p>Not a text</p>",
    }  # fmt: skip
    block = json.dumps(node).replace("</", "<\\/")
    body = article("Bridge opens", BRIDGE) + article("Mayor resigns", MAYOR, day="2019-05-06")
    (bridge, _) = read(body, f'<script type="application/ld+json">{block}</script>')
    assert bridge.dct is not None and bridge.dct.value == "2019-05-04"
    assert bridge.title == "Bridge opens" and "Not a" not in bridge.text


def test_a_page_that_names_articles_without_end_costs_no_more_than_its_size() -> None:
    def cost_s(count: int) -> float:
        node = '{"@type": "Article", "@id": "a", "name": "b", "headline": "c"}'
        head = f'<script type="application/ld+json">[{",".join([node] * count)}]</script>'
        begin = time.process_time()
        read(BOTH, head)
        return time.process_time() - begin

    cost_s(10)
    assert cost_s(8_000) < 3


def test_two_places_on_a_page_are_not_one_address() -> None:
    page = "https://valley.example/week"
    assert not is_same_address(f"{page}#bridge", f"{page}#mayor")
    assert is_same_address(f"{page}#comments", page)
