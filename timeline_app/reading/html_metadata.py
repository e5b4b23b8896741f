"""What a web page says of itself: JSON-LD, OpenGraph, meta elements, `<time>`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree, html

from timeline_app.annotation.document import DctCandidate
from timeline_app.reading.byline import dates_of_marked_line
from timeline_app.reading.linked_data import Node, is_partly_shown, linked_article
from timeline_app.reading.metadata_date import metadata_dates
from timeline_app.reading.page_moments import (
    PageMoments,
    article_count,
    drop_surroundings,
    page_moments,
)
from timeline_app.reading.words import reading_words

_DATE_METAS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate",
    "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "article.published", "originalpublicationdate", "cxenseparse:recs:publishtime",
    "dc.date.created", "dcterms.issued", "dcterms.available", "publication_date", "pub_date",
    "publish_date", "published_time", "published", "release_date", "article_date_original",
    "rnews:datepublished", "og:pubdate", "og:article:published", "bt:pubdate", "pdate", "ptime",
    "vr:published_time", "citation_date", "citation_online_date", "displaydate", "datecreated",
)  # fmt: skip
_CHANGE_METAS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHOR_METAS = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_MAX_BYLINES = 3
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """The statements of a page about its article; `dates` are its dates of publication.

    `changes` are the dates of later changes; `is_partly_shown` where the text is not free to read;
    `article_count` is above one where whole articles stand one after another.
    """

    title: str = ""
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    dates: tuple[DctCandidate, ...] = ()
    changes: tuple[DctCandidate, ...] = ()
    is_partly_shown: bool = False
    article_count: int = 1


def page_metadata(page: str) -> PageMetadata:
    """Return what the page states; a page that cannot be parsed states nothing."""
    root = parsed_page(page)
    if root is None:
        return PageMetadata()
    metas = _metas(root)
    address = _canonical(root) or _first(metas, ("og:url",))
    linked = linked_article(root, address)
    moments = page_moments(root)
    slash_order = _slash_order(root)
    return PageMetadata(
        title=_first(metas, _TITLE_METAS) or _text(linked.get("headline")) or _heading(root),
        outlet=_first(metas, _SITE_METAS) or _name(linked.get("publisher")),
        url=address or _text(linked.get("url")) or None,
        author=_name(linked.get("author")) or _author(metas),
        language=_language(root),
        dates=tuple(_dates(moments, metas, linked, slash_order)),
        changes=tuple(_changes(moments, metas, linked, slash_order)),
        is_partly_shown=is_partly_shown(linked),
        article_count=article_count(root),
    )


def article_markup(page: str) -> str:
    """Return a page without what stands around its article; "" where it cannot be parsed."""
    root = parsed_page(page)
    if root is None:
        return ""
    drop_surroundings(root)
    return html.tostring(root, encoding="unicode")


def parsed_page(page: str) -> html.HtmlElement | None:
    """Return the root of a page; None where it cannot be parsed."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _metas(root: html.HtmlElement) -> dict[str, str]:
    """Return the first content of each meta element, by its lower-case name or property."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _text(meta.get("content"))
        if key and content:
            found.setdefault(key.strip().lower(), content)
    return found


def _first(metas: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((metas[key] for key in keys if key in metas), "")


def _dates(
    moments: PageMoments, metas: Mapping[str, str], linked: Node, slash_order: str
) -> Iterator[DctCandidate]:
    yield from _stated("JSON-LD datePublished", _text(linked.get("datePublished")), slash_order)
    for key in _DATE_METAS:
        yield from _stated(f"meta {key}", metas.get(key, ""), slash_order)
    for moment in moments.moments:
        yield from _stated("time element", moment.value, slash_order)
        # What the page shows is the day at the place of the paper, where the machine's is UTC.
        yield from _stated("time element shows", moment.shown, slash_order)
    for line in moments.lines[:_MAX_BYLINES]:
        yield from dates_of_marked_line(line, slash_order=slash_order)


def _changes(
    moments: PageMoments, metas: Mapping[str, str], linked: Node, slash_order: str
) -> Iterator[DctCandidate]:
    """Yield the dates of the last change, which say no more than that it was published before."""
    yield from _stated("JSON-LD dateModified", _text(linked.get("dateModified")), slash_order)
    for key in _CHANGE_METAS:
        yield from _stated(f"meta {key}", metas.get(key, ""), slash_order)
    for moment in moments.changed:
        yield from _stated("time element of the update", moment.value, slash_order)


def _stated(where: str, value: str, slash_order: str) -> Iterator[DctCandidate]:
    return iter(metadata_dates(value, where, slash_order=slash_order))


def _canonical(root: html.HtmlElement) -> str:
    for link in root.iter("link"):
        address = _text(link.get("href"))
        if (link.get("rel") or "").lower() == "canonical" and address.startswith("http"):
            return address
    return ""


def _heading(root: html.HtmlElement) -> str:
    for tag in ("h1", "title"):
        for element in root.iter(tag):
            if text := _text(element.text_content()):
                return text
    return ""


def _author(metas: Mapping[str, str]) -> str | None:
    author = _first(metas, _AUTHOR_METAS)
    return author if author and not author.startswith("http") else None


def _slash_order(root: html.HtmlElement) -> str:
    """Return whether 11/12/2015 begins with the month, by the page's language and country."""
    words = reading_words()
    country = (root.get("lang") or "").strip().lower().replace("_", "-").partition("-")[2][:2]
    by_language = words.slash_orders.get(_language(root) or "", "mdy")
    return words.slash_order_countries.get(country, by_language)


def _language(root: html.HtmlElement) -> str | None:
    code = (root.get("lang") or "").strip().lower()[:2]
    return code if len(code) == 2 and code.isalpha() else None


def _name(value: object) -> str | None:
    """Return the name of a JSON-LD person or organisation, joined where there are several."""
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        names = [
            name for item in value[:10] if not isinstance(item, list) and (name := _name(item))
        ]
        return ", ".join(names) or None
    return _text(value) or None


def _text(value: object) -> str:
    return _SPACE.sub(" ", value).strip() if isinstance(value, str) else ""
