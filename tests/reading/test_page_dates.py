"""The date of a web page is its article's: not its comments', its site's or its surroundings'."""

import json

import pytest

from timeline_app.annotation.document import DctSource, Document
from timeline_app.reading.input_file import InputFile
from timeline_app.reading.registry import read_input

STORY = "".join(
    f"<p>The river authority closed bridge number {n} after engineers had found cracks in two of "
    "its piers, and traffic was led over the southern crossing, the mayor said.</p>"
    for n in range(6)
)
HEADING = "<h1>Bridge closed</h1>"


def read(head: str = "", body: str = f"<article>{HEADING}{STORY}</article>") -> Document:
    page = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return next(read_input(InputFile(name="page.html", content=page.encode())))


def article(shown: str) -> str:
    return f"<article>{HEADING}{shown}{STORY}</article>"


def linked(*nodes: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes
    )


def published(document: Document) -> str:
    assert document.dct is not None
    return document.dct.value


def test_the_article_in_a_graph_counts_and_not_its_site_page_or_picture() -> None:
    document = read(
        linked(
            {
                "@graph": [
                    {"@type": "Organization", "@id": "#paper", "name": "Harbour Post"},
                    {"@type": "WebSite", "name": "Harbour Post", "datePublished": "2009-01-01"},
                    {"@type": "WebPage", "datePublished": "2015-11-20"},
                    {"@type": "ImageObject", "datePublished": "2014-05-05"},
                    {
                        "@type": ["NewsArticle"],
                        "headline": "Bridge closed",
                        "datePublished": "2015-11-26T00:30:00+01:00",
                        "publisher": {"@id": "#paper"},
                    },
                ]
            }
        )
    )
    assert published(document) == "2015-11-26T00:30"
    assert document.outlet == "Harbour Post"
    assert document.rival_dcts == ()


def test_a_comment_in_linked_data_does_not_date_the_article() -> None:
    comments = {
        "@type": "WebPage",
        "comment": [{"@type": "Comment", "datePublished": "2016-03-03"}],
    }
    document = read(
        linked(comments, {"@type": "ReportageNewsArticle", "datePublished": "2015-11-26"})
    )
    assert published(document) == "2015-11-26"


def test_of_several_articles_in_linked_data_the_pages_own_counts() -> None:
    document = read(
        '<link rel="canonical" href="https://post.example/bridge">'
        + linked(
            [
                {
                    "@type": "NewsArticle",
                    "url": "https://post.example/a",
                    "datePublished": "2015-01-01",
                },
                {
                    "@type": "NewsArticle",
                    "mainEntityOfPage": {"@id": "https://post.example/bridge"},
                    "datePublished": "2015-11-26",
                },
            ]
        )
    )
    assert published(document) == "2015-11-26"


def test_a_live_page_is_of_the_day_on_which_it_began() -> None:
    entries = [
        {"@type": "BlogPosting", "datePublished": f"2015-11-2{day}T09:00:00+01:00"}
        for day in (8, 7)
    ]
    live = {"@type": "LiveBlogPosting", "datePublished": "2015-11-26T07:00:00+01:00"}
    assert published(read(linked({**live, "liveBlogUpdate": entries}))) == "2015-11-26T07:00"


@pytest.mark.parametrize(
    "script",
    [
        '//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2015-11-26"}\n//]]>',
        '<!-- {"@type": "NewsArticle", "datePublished": "2015-11-26"} -->',
        '{"@type": "NewsArticle", "description": "one\ntwo", "datePublished": "2015-11-26"}',
    ],
)
def test_wrapped_and_careless_linked_data_is_read(script: str) -> None:
    document = read(f'<script type="application/ld+json">{script}</script>')
    assert published(document) == "2015-11-26"
    assert document.notes == ()


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("20151126", "2015-11-26"),
        ("20151126T093000Z", "2015-11-26T09:30"),
        ("201511260930", "2015-11-26T09:30"),
        ("1448526600", "2015-11-26T08:30"),
        ("1448526600000", "2015-11-26T08:30"),
        ("Thu, 26 Nov 2015 09:30:00 +0100", "2015-11-26T09:30"),
        ("11/26/2015 9:30:00 PM", "2015-11-26T21:30"),
        ("26.11.2015", "2015-11-26"),
    ],
)
def test_dates_of_metadata_are_read_in_every_usual_form(content: str, value: str) -> None:
    document = read(f'<meta name="date" content="{content}">')
    assert published(document) == value
    assert document.dct is not None and document.dct.source is DctSource.METADATA


def test_a_page_dated_to_the_month_gets_no_day() -> None:
    assert read('<meta name="date" content="2015-11">').dct is None


@pytest.mark.parametrize(("language", "value"), [("en-GB", "2015-12-11"), ("en-US", "2015-11-12")])
def test_slashes_are_read_by_the_custom_of_the_pages_country(language: str, value: str) -> None:
    page = f"<html lang={language}><meta name=date content=11/12/2015><body>{article('')}"
    (document,) = read_input(InputFile(name="page.html", content=page.encode()))
    assert published(document) == value
    assert len(document.rival_dcts) == 1


@pytest.mark.parametrize(
    "shown",
    [
        "<p>By Jo Meier <time datetime='2015-11-26T09:00+01:00'>26 Nov</time></p>",
        "<amp-timeago datetime='2015-11-26T09:00:00+01:00'>1 month ago</amp-timeago>",
        "<span itemprop='datePublished' content='2015-11-26T09:00'>Thursday</span>",
        "<abbr class='published' title='2015-11-26T09:00' itemprop='datePublished'>26</abbr>",
        "<time class='updated' datetime='2015-11-28T09:00'>28</time>"
        "<time class='entry-date published' datetime='2015-11-26T09:00'>26</time>",
        "<p>Updated <time datetime='2015-11-28T10:00'>28 Nov</time>, first published "
        "<time datetime='2015-11-26T09:00'>26 Nov</time></p>",
    ],
)
def test_the_moment_of_publication_is_told_from_others_beside_it(shown: str) -> None:
    around = "<aside><time datetime='2024-01-02'>2 Jan</time></aside>"
    assert published(read(body=article(shown) + around)) == "2015-11-26T09:00"


@pytest.mark.parametrize(
    "around",
    [
        "<aside><h3>Related</h3><time datetime='2024-01-02'>2 Jan 2024</time></aside>",
        "<footer><span class='date'>30 November 2026</span></footer>",
        "<div class='comments-list'><span class='date'>1 December 2015</span> Shame!</div>",
        "<div id='related-stories'><time pubdate datetime='2024-01-02'>x</time></div>",
    ],
)
def test_nothing_around_the_article_dates_it(around: str) -> None:
    for body in (article("") + around, f"<div>{HEADING}{STORY}{around}</div>"):
        assert read(body=body).dct is None


def test_a_moment_in_running_text_does_not_date_the_page() -> None:
    told = f"<p>On <time datetime='1911-05-01'>1 May 1911</time> it was opened. {'Yes. ' * 50}</p>"
    assert read(body=article(told)).dct is None


def test_a_theme_that_names_comments_at_the_pages_root_hides_nothing() -> None:
    shown = "<time class='published' datetime='2015-11-26'>Thursday</time>"
    body = f"<div class='single comments-open has-sidebar'>{HEADING}{shown}{STORY}</div>"
    assert published(read(body=body)) == "2015-11-26"


@pytest.mark.parametrize(
    ("stamp", "shown", "value"),
    [
        (
            "2015-11-25T22:30:00Z",
            "<time datetime='2015-11-25T22:30Z'>26 November 2015</time>",
            "26",
        ),
        ("2015-11-26T03:30:00Z", "<p class='byline'>Nov. 25, 2015, 10:30 p.m. ET</p>", "25"),
        ("2015-11-26T09:30:00Z", "<p class='byline'>Nov. 26, 2015</p>", "26"),
    ],
)
def test_the_papers_local_day_wins_over_universal_time(stamp: str, shown: str, value: str) -> None:
    document = read(f'<meta property="article:published_time" content="{stamp}">', article(shown))
    assert published(document)[:10] == f"2015-11-{value}"
    assert document.rival_dcts == ()


def test_a_day_that_no_clock_on_earth_shows_at_that_moment_stays_a_rival() -> None:
    document = read(
        '<meta property="article:published_time" content="2015-11-26T09:30:00Z">',
        article("<p class='byline'>Nov. 24, 2015</p>"),
    )
    assert published(document) == "2015-11-26T09:30"
    assert [r.value for r in document.rival_dcts] == ["2015-11-24"]


def test_the_last_change_dates_only_what_states_no_publication_and_is_told() -> None:
    changed = '<meta property="article:modified_time" content="2015-11-28T10:00:00+01:00">'
    document = read(changed)
    assert published(document) == "2015-11-28T10:00"
    assert any("modified_time" in note for note in document.notes)
    both = read(changed + '<meta name="date" content="2015-11-26">')
    assert (published(both), both.rival_dcts, both.notes) == ("2015-11-26", (), ())


def test_a_page_of_several_articles_says_so_and_one_with_teasers_does_not() -> None:
    whole = "".join(f"<article><h2>Bridge {n}</h2>{STORY}</article>" for n in range(3))
    (note,) = read(body=whole).notes
    assert note.startswith("3 articles stand on this page")
    teasers = "".join(f"<article><h3>More {n}</h3><p>Short.</p></article>" for n in range(3))
    assert read(body=article("") + teasers).notes == ()


def test_a_page_behind_a_wall_says_that_text_may_be_missing() -> None:
    node = {"@type": "NewsArticle", "datePublished": "2015-11-26", "isAccessibleForFree": "False"}
    assert any("not free to read" in note for note in read(linked(node)).notes)
